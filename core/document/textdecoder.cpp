// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/textdecoder.h"

namespace gouji {

using namespace Qt::StringLiterals;

DecodedText decodeText(const QByteArray &bytes)
{
    return {QString::fromUtf8(bytes), u"UTF-8"_s, false, 0};
}

} // namespace gouji
