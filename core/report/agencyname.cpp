// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agencyname.h"

#include "base/normalizedtext.h"

namespace gouji {

QString agencyKey(QStringView agency)
{
    QString out;
    for (const QChar c : normalized(agency)) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            out += c.toLower();
    }
    return out;
}

} // namespace gouji
