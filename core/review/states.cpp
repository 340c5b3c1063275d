// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/states.h"

namespace gouji {

using namespace Qt::StringLiterals;

const QList<ReviewState> &reviewStates()
{
    static const QList<ReviewState> states{
        {u"new"_s, u"未审"_s}, {u"open"_s, u"审核中"_s}, {u"returned"_s, u"待单位整改"_s}, {u"done"_s, u"已审"_s}};
    return states;
}

QString reviewStateTitle(const QString &id)
{
    for (const ReviewState &s : reviewStates()) {
        if (s.id == id)
            return s.title;
    }
    return id;
}

} // namespace gouji
