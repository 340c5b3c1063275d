// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/explanationtext.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString sign(ExplainedEquation::Verdict verdict)
{
    switch (verdict) {
    case ExplainedEquation::Verdict::Holds:
        return u"✓"_s;
    case ExplainedEquation::Verdict::Fails:
        return u"✗"_s;
    case ExplainedEquation::Verdict::Open:
        break;
    }
    return u"?"_s;
}

QString bracketed(const QString &text) { return text.isEmpty() ? QString() : u"（"_s + text + u'）'; }

} // namespace

QString explanationText(const CellExplanation &e)
{
    QString out = u"%1（%2）\n"_s.arg(e.place, e.name);
    const auto line = [&](const QString &head, const QString &text) {
        if (!text.isEmpty())
            out += u"  %1：%2\n"_s.arg(head, text);
    };
    line(u"数值"_s, standingText(e.now));
    if (e.read)
        line(u"原读"_s, standingText(*e.read));
    line(u"原因"_s, e.now.why);
    line(u"原文"_s, e.source.source.isValid() ? placeOf(e.source) + u"："_s + markedText(e.source) : u"没有与此格对应的字"_s);
    line(u"行名"_s, wordingText(e.wording) + (e.order.isEmpty() ? QString() : u"；"_s + e.order));
    line(u"整行"_s, e.rowReason);
    for (const Placement &placement : e.placements)
        line(u"摆法"_s, placementText(placement) + bracketed(placement.why));
    for (const Candidate &candidate : e.now.candidates)
        line(u"也可能"_s, (candidate.value ? candidate.value->toString() : u"空"_s) + bracketed(candidate.why));
    for (const ExplainedEquation &equation : e.equations)
        line(u"勾稽"_s, sign(equation.verdict) + u' ' + equation.name + u"（%1）："_s.arg(equation.rule) + equationText(equation));
    for (const Finding &finding : e.findings)
        line(u"问题"_s, u"[%1] %2"_s.arg(severityLabel(finding.severity), finding.message));
    for (const ExplainedAct &act : e.acts)
        line(u"历史"_s, QStringList{act.when.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s), act.who, act.text}.join(u' '));
    return out;
}

} // namespace gouji
