// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/narrativereader.h"
#include "checks/operands.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Prose with more contradictions than this is not about these tables; listing all of them helps nobody.
constexpr qsizetype MostFindings = 200;

/// A reading of a number: the cells that should add up to it.
struct Reading {
    QList<CellId> plus;
    QList<CellId> minus;
    bool printed = true; ///< false where the report's form has no such cell
};

class Comparison {
public:
    Comparison(CheckRun &run, const NarrativeWords &words)
        : m_run(run)
        , m_words(words)
        , m_report(run.report())
        , m_catalogue(run.report().catalogue())
    {
    }

    void compare(const NarrativeClaim &claim);

private:
    Reading resolve(const QStringList &names, const QStringList &groups) const;
    void addPattern(const QString &name, QList<CellId> &out) const;
    OperandSum sum(const Reading &reading) const;
    bool says(const NarrativeClaim &claim, Decimal actual) const;
    QString tableText(const Reading &reading, const OperandSum &sum) const;
    QString holderText(Decimal value, const Reading &asked) const;
    void report(const NarrativeClaim &claim, const Rule &rule, const Reading &reading, const OperandSum &sum, Severity severity,
        const QString &note);

    CheckRun &m_run;
    const NarrativeWords &m_words;
    const Report &m_report;
    const FormCatalogue &m_catalogue;
};

/// "requests.denied_*.total": every such cell that this report prints.
void Comparison::addPattern(const QString &name, QList<CellId> &out) const
{
    const qsizetype star = name.indexOf(u'*');
    if (star < 0) {
        if (const CellId id = m_catalogue.cell(name); id.isValid())
            out << id;
        return;
    }
    const QStringView head = QStringView(name).left(star);
    const QStringView tail = QStringView(name).mid(star + 1);
    for (qsizetype t = 0; t < m_report.tables.size(); ++t) {
        const FormTable &table = m_report.formTable(t);
        if (!head.startsWith(table.id))
            continue;
        for (const FormRow &row : table.rows) {
            for (const CellId id : row.cells) {
                const QString &cell = m_catalogue.name(id);
                if (cell.startsWith(head) && cell.endsWith(tail))
                    out << id;
            }
        }
    }
}

Reading Comparison::resolve(const QStringList &names, const QStringList &groups) const
{
    Reading out;
    for (QString name : names) {
        const bool minus = name.startsWith(u'-');
        if (minus)
            name.remove(0, 1);
        QList<CellId> cells;
        if (name.contains("{group}"_L1)) {
            for (const QString &group : groups)
                addPattern(QString(name).replace("{group}"_L1, group), cells);
        } else {
            addPattern(name, cells);
        }
        out.printed = out.printed && !cells.isEmpty();
        (minus ? out.minus : out.plus) << cells;
    }
    return out;
}

OperandSum Comparison::sum(const Reading &reading) const
{
    OperandSum out = sumOf(m_report, reading.plus);
    const OperandSum less = sumOf(m_report, reading.minus);
    out.value = out.value - less.value;
    out.known = out.known && less.known;
    out.blanks << less.blanks;
    out.doubtful << less.doubtful;
    return out;
}

bool Comparison::says(const NarrativeClaim &claim, Decimal actual) const
{
    if (claim.kind == NarrativeClaim::Kind::Negative)
        return actual.isZero();
    if (claim.said != claim.value)
        return claim.said == actual;
    if (claim.number.covers(actual))
        return true;
    if (claim.exact)
        return false;
    // 余 and 约 stand for whatever rounds to the number: a tenth either way is no contradiction.
    const qint64 off = actual.units() - claim.value.units();
    return (off < 0 ? -off : off) <= claim.value.units() / 10;
}

/// 「表三“本年新收”总计为 9」, 「表三“本年新收”总计 7 + “上年结转”总计 1 = 8」.
QString Comparison::tableText(const Reading &reading, const OperandSum &sum) const
{
    const QString &table = m_catalogue.info(reading.plus.first()).table;
    const QString name = table == "proactive"_L1 ? u"表二"_s : table == "requests"_L1 ? u"表三"_s : u"表四"_s;
    if (reading.plus.size() == 1 && reading.minus.isEmpty())
        return name + cellText(m_catalogue, reading.plus.first()) + u"为 "_s + sum.value.toString();
    constexpr qsizetype Listed = 4;
    QStringList terms;
    for (const CellId id : reading.plus) {
        const Operand o = operand(m_report, id);
        if (reading.plus.size() <= Listed || !o.value.isZero())
            terms << cellText(m_catalogue, id) + u' ' + o.value.toString();
    }
    QString text = terms.isEmpty() ? u"各项之和"_s : terms.join(u" + "_s);
    for (const CellId id : reading.minus) {
        if (const Operand o = operand(m_report, id); !o.value.isZero())
            text += u" − "_s + cellText(m_catalogue, id) + u' ' + o.value.toString();
    }
    return name + text + u" = "_s + sum.value.toString();
}

/// Names the cells of the same table that do hold the number: the writer may have looked at a neighbour.
QString Comparison::holderText(Decimal value, const Reading &asked) const
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

void Comparison::report(
    const NarrativeClaim &claim, const Rule &rule, const Reading &reading, const OperandSum &total, Severity severity, const QString &note)
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
    Finding &finding = m_run.add(
        rule, {{"quote"_L1, quote}, {"number"_L1, said}, {"table"_L1, tableText(reading, total)}, {"blank"_L1, blank}, {"note"_L1, note}});
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
    if (!rule || !claim.matched())
        return;
    const NarrativeEntry &entry = m_words.entry(claim.entry);
    const Reading preferred = resolve(entry.cells, claim.groups);
    if (!preferred.printed || preferred.plus.isEmpty())
        return;
    const OperandSum total = sum(preferred);
    // A missing or unreadable operand: not to be judged; the cell's own finding says so.
    if (!total.known || says(claim, total.value))
        return;
    Severity severity = Severity::Error;
    QString note;
    // Only an accepted reading fits: say which, with its summands.
    for (const QStringList &names : negative ? QList<QStringList>() : entry.also) {
        const Reading also = resolve(names, claim.groups);
        const OperandSum alsoTotal = also.printed ? sum(also) : OperandSum{false, {}, {}, {}};
        if (!alsoTotal.known || !says(claim, alsoTotal.value))
            continue;
        if (!entry.alsoSeverity || claim.carriedIncluded)
            return;
        severity = *entry.alsoSeverity;
        note = u"；"_s + claim.said.toString() + u" 与"_s + tableText(also, alsoTotal) + u" 相符，请核对口径"_s;
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
