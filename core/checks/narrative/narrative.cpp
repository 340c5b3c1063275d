// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/narrative/narrativecells.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Prose with more contradictions than this is not about these tables; listing all of them helps nobody.
constexpr qsizetype MostFindings = 200;

class Comparison {
public:
    Comparison(CheckRun &run, const NarrativeWords &words)
        : m_run(run)
        , m_words(words)
        , m_report(run.report())
        , m_catalogue(run.report().catalogue())
        , m_cells(run.report())
    {
    }

    void compare(const NarrativeClaim &claim);

private:
    QString holderText(Decimal value, const NamedCells &asked) const;
    void report(const NarrativeClaim &claim, const Rule &rule, const NamedCells &reading, const OperandSum &sum, Severity severity,
        const QString &note);

    CheckRun &m_run;
    const NarrativeWords &m_words;
    const Report &m_report;
    const FormCatalogue &m_catalogue;
    const NarrativeCells m_cells;
};

/// Names the cells of the same table that do hold the number: the writer may have looked at a neighbour.
QString Comparison::holderText(Decimal value, const NamedCells &asked) const
{
    if (value.isZero() || asked.plus.isEmpty())
        return {};
    const QString &table = m_catalogue.info(asked.plus.first()).table;
    QList<CellId> holders;
    for (qsizetype t = 0; t < m_report.tables.size(); ++t) {
        if (m_report.tables[t].table != table)
            continue;
        for (const FormRow &row : m_report.formTable(t).rows) {
            for (const CellId id : row.cells) {
                if (m_report.cell(id).value == value && !asked.plus.contains(id))
                    holders << id;
            }
        }
    }
    // A number that stands everywhere tells nothing.
    return holders.isEmpty() || holders.size() > 4 ? QString()
                                                   : u"；"_s + value.toString() + u" 是"_s + cellListText(m_catalogue, holders) + u"的数"_s;
}

void Comparison::report(const NarrativeClaim &claim, const Rule &rule, const NamedCells &reading, const OperandSum &total,
    Severity severity, const QString &note)
{
    QString quote = m_run.document().at(claim.phrase).toString();
    quote.remove(u'\n');
    quote = quote.simplified();
    QString blank;
    if (!total.blanks.isEmpty())
        blank = u"若空白按 0 计（空白："_s + cellListText(m_catalogue, total.blanks, 4) + u"），则"_s;
    QString said = claim.said.toString();
    if (claim.said != claim.value)
        said = u"已审结 %1 件，即尚未审结 %2 件"_s.arg(claim.value.toString(), claim.said.toString());
    Finding &finding = m_run.add(rule,
        {{"quote"_L1, quote}, {"number"_L1, said}, {"table"_L1, m_cells.text(reading, total)}, {"blank"_L1, blank}, {"note"_L1, note}});
    finding.severity = std::max(severity, rule.severity); // enumerators run from Error down to Hint
    finding.cells = reading.plus + reading.minus;
    finding.expected = total.value.toString();
    finding.found = claim.said.toString();
    finding.blame = total.doubtful.isEmpty() ? Blame::Report : Blame::Reading;
    finding.sources = {claim.sentence, claim.source};
    static constexpr QStringView Numerals = u"零一二三四五六";
    finding.place = claim.section > 0 && claim.section < Numerals.size() ? u"第%1部分正文"_s.arg(Numerals[claim.section]) : u"正文"_s;
}

void Comparison::compare(const NarrativeClaim &claim)
{
    const bool negative = claim.kind == NarrativeClaim::Kind::Negative;
    const Rule *rule = m_run.rule(negative ? u"narrative.negative"_s : u"narrative.mismatch"_s);
    if (!rule || !claim.matched() || m_run.isExplained(claim.source))
        return;
    const NarrativeEntry &entry = m_words.entry(claim.entry);
    const NamedCells preferred = m_cells.resolve(entry.cells, claim.groups);
    if (!preferred.printed || preferred.plus.isEmpty())
        return;
    const OperandSum total = m_cells.sum(preferred);
    // A missing or unreadable operand: not to be judged; the cell's own finding says so.
    if (!total.known || saysValue(claim, total.value))
        return;
    Severity severity = Severity::Error;
    QString note;
    // Only an accepted reading fits: say which, with its summands.
    for (const QStringList &names : negative ? QList<QStringList>() : entry.also) {
        const NamedCells also = m_cells.resolve(names, claim.groups);
        const OperandSum alsoTotal = also.printed ? m_cells.sum(also) : OperandSum{false, {}, {}, {}};
        if (!alsoTotal.known || !saysValue(claim, alsoTotal.value))
            continue;
        if (!entry.alsoSeverity || claim.carriedIncluded)
            return;
        severity = *entry.alsoSeverity;
        note = u"；"_s + claim.said.toString() + u" 与"_s + m_cells.text(also, alsoTotal) + u" 相符，请核对口径"_s;
        report(claim, *rule, preferred, total, severity, note);
        for (const CellId id : also.plus + also.minus) {
            if (!m_run.findings().last().cells.contains(id))
                m_run.findings().last().cells << id;
        }
        return;
    }
    if (!total.blanks.isEmpty())
        severity = Severity::Warning;
    if (!total.doubtful.isEmpty()) {
        severity = Severity::Warning;
        note += u"；其中"_s + cellListText(m_catalogue, total.doubtful, 4) + u"的读数有疑，请先核对原文"_s;
    }
    if (!claim.exact || claim.widerScope)
        severity = Severity::Hint;
    if (claim.widerScope)
        note += u"；正文说的可能是更大的范围"_s;
    if (!negative)
        note += holderText(claim.said, preferred);
    report(claim, *rule, preferred, total, severity, note);
}

} // namespace

void checkNarrative(CheckRun &run)
{
    const NarrativeWords *words = run.rules().words();
    if (!words)
        return;
    Comparison comparison(run, *words);
    const qsizetype before = run.findings().size();
    const auto visit = [&](const NarrativeClaim &claim) {
        comparison.compare(claim);
        return run.findings().size() - before < MostFindings;
    };
    const QList<NarrativeClaim> &claims = run.claims();
    (void)std::all_of(claims.cbegin(), claims.cend(), visit);
    if (run.findings().size() - before >= MostFindings)
        run.findings().last().message += u"正文中与表不符的数已有 %1 处，其余不再列出。"_s.arg(MostFindings);
}

} // namespace gouji
