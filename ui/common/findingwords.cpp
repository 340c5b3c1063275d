// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/findingwords.h"

#include <QCoreApplication>

namespace gouji {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FindingWords)
};

} // namespace

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Words::tr("错误");
    case Severity::Warning:
        return Words::tr("警告");
    case Severity::Hint:
        break;
    }
    return Words::tr("提示");
}

QString judgementWord(Judgement judgement)
{
    switch (judgement) {
    case Judgement::Confirmed:
        return Words::tr("属实");
    case Judgement::Dismissed:
        return Words::tr("不是问题");
    case Judgement::Returned:
        return Words::tr("退回单位");
    case Judgement::None:
        break;
    }
    return {};
}

QString verdictWords(const FindingVerdict &verdict)
{
    if (verdict.judgement == Judgement::None)
        return {};
    const QString said = verdict.reason.isEmpty() ? judgementWord(verdict.judgement)
                                                  : Words::tr("%1：%2").arg(judgementWord(verdict.judgement), verdict.reason);
    return verdict.lapsed ? Words::tr("原判断（%1）已失效：数值有变化").arg(said) : said;
}

} // namespace gouji
