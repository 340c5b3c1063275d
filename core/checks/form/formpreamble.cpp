// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkrun.h"
#include "checks/form/formprose.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// 「…等五个部分」, 「共六部分」: the number, or 0.
int partsSaid(QStringView text, qsizetype &at)
{
    static constexpr QStringView Numerals = u"零一二三四五六七八九";
    for (at = text.indexOf(u"部分"); at > 0; at = text.indexOf(u"部分", at + 1)) {
        qsizetype digit = at - 1;
        if (digit > 0 && (text[digit] == u'个' || text[digit] == u'大'))
            --digit;
        const qsizetype numeral = Numerals.indexOf(text[digit]);
        const int said = numeral > 0 ? int(numeral) : text[digit].digitValue();
        const bool ordinal = digit > 0 && (text[digit - 1] == u'第' || text[digit - 1].isDigit() || text[digit - 1] == u'十');
        if (said > 1 && !ordinal)
            return said;
    }
    return 0;
}

} // namespace

/// What stands before the first section often says of how many parts the report consists.
void checkPreamble(CheckRun &run, const FormProse &prose)
{
    const Rule *rule = run.rule(u"form.sections"_s);
    const Report &report = run.report();
    const Form *form = report.catalogue().form(report.form);
    // Only where all headings are there: those that are not have a finding of their own, or were not read.
    if (!rule || !form || report.sections.size() != form->sections.size() || report.ocrSigns)
        return;
    const TextRange opening{report.yearSource.isValid() ? report.yearSource.end : 0, report.sections.first().source.begin};
    if (!opening.isValid())
        return;
    const QStringView text = prose.part(opening);
    qsizetype at = -1;
    const int said = partsSaid(text, at);
    if (said == 0 || said == int(form->sections.size()))
        return;
    const QString what = u"开头说报告有 %1 个部分，正文有 %2 个部分"_s.arg(said).arg(report.sections.size());
    Finding &finding = run.add(*rule, {{"what"_L1, what}});
    finding.severity = std::max(Severity::Hint, rule->severity);
    finding.place = u"开头"_s;
    finding.expected = QString::number(report.sections.size());
    finding.found = QString::number(said);
    finding.blame = Blame::Report;
    finding.sources = {prose.source(prose.at(opening.begin) + at, 2)};
}

} // namespace gouji
