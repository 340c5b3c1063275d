// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/finding.h"

namespace gouji {

using namespace Qt::StringLiterals;

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Hint:
        break;
    }
    return u"hint"_s;
}

QString severityLabel(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"错误"_s;
    case Severity::Warning:
        return u"警告"_s;
    case Severity::Hint:
        break;
    }
    return u"提示"_s;
}

QString blameName(Blame blame)
{
    switch (blame) {
    case Blame::Report:
        return u"report"_s;
    case Blame::Reading:
        return u"reading"_s;
    case Blame::Open:
        break;
    }
    return u"open"_s;
}

} // namespace gouji
