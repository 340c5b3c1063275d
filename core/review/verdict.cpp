// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/verdict.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar Mark = u'|'; // stands in no rule and no name of a cell

QStringList cellNames(const Finding &finding, const FormCatalogue &forms)
{
    QStringList out;
    for (const CellId id : finding.cells)
        out << forms.name(id);
    std::sort(out.begin(), out.end());
    return out;
}

/// The passage of a finding about prose. A finding about cells may have sources too: the places of its cells.
QString passageOf(const Finding &finding, const Report &report, const SourceDocument &document)
{
    if (finding.sources.isEmpty())
        return finding.cells.isEmpty() ? finding.place : QString();
    const auto isThere = [&](CellId id) { return report.cell(id).source == finding.sources.first(); };
    return std::any_of(finding.cells.begin(), finding.cells.end(), isThere) ? QString()
                                                                            : document.at(finding.sources.first()).toString().simplified();
}

QString digitsOf(const QString &text)
{
    QString out;
    for (const QChar c : text)
        out += c.isDigit() || c == u'.' ? c : u' ';
    return out.simplified();
}

bool sharesCell(const QString &subject, const QString &other)
{
    const QStringList cells = subject.section(Mark, 1, 1).split(u',', Qt::SkipEmptyParts);
    const QStringList others = other.section(Mark, 1, 1).split(u',', Qt::SkipEmptyParts);
    return std::any_of(cells.begin(), cells.end(), [&](const QString &cell) { return others.contains(cell); });
}

} // namespace

QString judgementName(Judgement judgement)
{
    static constexpr const char *Names[] = {"none", "confirmed", "dismissed", "returned"};
    return QString::fromLatin1(Names[int(judgement)]);
}

Judgement judgementFrom(const QString &name)
{
    for (const Judgement j : {Judgement::Confirmed, Judgement::Dismissed, Judgement::Returned}) {
        if (judgementName(j) == name)
            return j;
    }
    return Judgement::None;
}

QString judgementLabel(Judgement judgement)
{
    static constexpr const char *Labels[] = {"", "属实", "不是问题", "退回单位"};
    return QString::fromUtf8(Labels[int(judgement)]);
}

QString verdictText(const FindingVerdict &verdict)
{
    if (verdict.judgement == Judgement::None)
        return {};
    const QString said = judgementLabel(verdict.judgement) + (verdict.reason.isEmpty() ? QString() : u'：' + verdict.reason);
    return verdict.lapsed ? u"原判断（%1）已失效：数值有变化"_s.arg(said) : said;
}

Verdict unjudged(const Finding &finding, const Report &report, const SourceDocument &document)
{
    const FormCatalogue &forms = report.catalogue();
    Verdict out;
    out.subject = finding.rule + Mark + cellNames(finding, forms).join(u',') + Mark + passageOf(finding, report, document);
    QStringList values;
    for (const QString &name : cellNames(finding, forms)) {
        const Cell &cell = report.cell(forms.cell(name));
        values << name + u'=' + (cell.value ? cell.value->toString() : QString());
    }
    // Other reports' numbers stand in what is expected, or else only in the sentence.
    const QString others
        = finding.expected.isEmpty() && finding.rule.section(u'.', 0, 0) != "cell"_L1 ? digitsOf(finding.message) : QString();
    out.basis = values.join(u';') + Mark + finding.found + Mark + finding.expected + Mark + others;
    return out;
}

QList<FindingVerdict> verdictsOn(
    const QList<Finding> &findings, const QList<Verdict> &verdicts, const Report &report, const SourceDocument &document)
{
    QList<FindingVerdict> out(findings.size());
    if (verdicts.isEmpty())
        return out;
    QList<Verdict> now;
    QStringList subjects;
    for (const Finding &f : findings) {
        now << unjudged(f, report, document);
        subjects << now.last().subject;
    }
    for (qsizetype i = 0; i < findings.size(); ++i) {
        const auto same = std::find_if(verdicts.begin(), verdicts.end(), [&](const Verdict &v) { return v.subject == subjects[i]; });
        const auto gone = [&](const Verdict &v) {
            return !subjects.contains(v.subject) && v.subject.section(Mark, 0, 0) == findings[i].rule
                && v.subject.section(Mark, 2) == subjects[i].section(Mark, 2) && sharesCell(v.subject, subjects[i]);
        };
        const auto found = same != verdicts.end() ? same : std::find_if(verdicts.begin(), verdicts.end(), gone);
        if (found != verdicts.end())
            out[i] = {found->judgement, found->reason, found != same || found->basis != now[i].basis};
    }
    return out;
}

QList<Finding> openFindings(const QList<Finding> &findings, const QList<FindingVerdict> &verdicts)
{
    QList<Finding> out;
    for (qsizetype i = 0; i < findings.size(); ++i) {
        if (i >= verdicts.size() || verdicts[i].judgement != Judgement::Dismissed || verdicts[i].lapsed)
            out << findings[i];
    }
    return out;
}

} // namespace gouji
