// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/sums/causes.h"
#include "checks/sums/evidence.h"
#include "checks/sums/opensums.h"

#include <QMap>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// A finding that names more cells than this points nowhere.
constexpr qsizetype MostCells = 60;

void addCells(const QList<CellId> &cells, Finding &finding)
{
    for (const CellId id : cells) {
        if (finding.cells.size() < MostCells && !finding.cells.contains(id))
            finding.cells << id;
    }
}

class Teller {
public:
    Teller(CheckRun &run, const std::vector<Equation> &equations)
        : m_run(run)
        , m_report(run.report())
        , m_catalogue(run.report().catalogue())
        , m_equations(equations)
    {
    }

    void tell(Cause cause);
    QList<Cause> tellEmptyTotals(QList<Cause> causes);
    QList<Cause> tellManyDoubtful(const QList<Cause> &causes);

private:
    bool isMisreading(const Cause &cause) const;
    const Equation &equation(int index) const { return m_equations[size_t(index)]; }
    QString termsText(const QList<CellId> &cells, const QString &text, Decimal sum, const Equation &equation) const;
    void weigh(Cause &cause);
    QString causeText(const Cause &cause) const;
    QString agreementText() const;
    QString remedyText(const Remedy &remedy) const;
    QString doubtText(const Cause &cause) const;
    void fillCells(const Cause &cause, Finding &finding) const;
    void judge(const Cause &cause, Finding &finding) const;

    CheckRun &m_run;
    const Report &m_report;
    const FormCatalogue &m_catalogue;
    const std::vector<Equation> &m_equations;
    QList<Witness> m_agreeing; ///< of the cause being told: what speaks for its first remedy, and for no other as much
};

/// 「本年新收 9 + 上年结转 0」, or 「六类申请人之和 9」 where the operands are too many to list.
QString Teller::termsText(const QList<CellId> &cells, const QString &text, Decimal sum, const Equation &equation) const
{
    if (!text.isEmpty())
        return text + u' ' + sum.toString();
    QStringList terms;
    for (const CellId id : cells) {
        const CellInfo &info = m_catalogue.info(id);
        const Decimal value = equation.blanks.contains(id) ? Decimal() : operand(m_report, id).value;
        terms << (equation.width == Equation::Width::Row ? info.columnLabel : info.rowLabel) + u' ' + value.toString();
    }
    return terms.join(u" + "_s);
}

QString Teller::remedyText(const Remedy &remedy) const
{
    QString out;
    for (qsizetype i = 0; i < remedy.cells.size(); ++i) {
        const CellInfo &info = m_catalogue.info(remedy.cells[i]);
        const bool sameRow = i > 0 && info.row == m_catalogue.info(remedy.cells[i - 1]).row;
        out += (i > 0 ? u"、"_s : QString()) + (sameRow ? info.columnLabel : cellText(m_catalogue, remedy.cells[i])) + u"为 "_s
            + remedy.values[i].toString();
    }
    return out;
}

QString Teller::causeText(const Cause &cause) const
{
    const Equation &main = equation(cause.equations.first());
    QStringList others;
    for (qsizetype i = 1; i < cause.equations.size(); ++i) {
        const Equation &e = equation(cause.equations[i]);
        const bool named = e.width != main.width && e.width != Equation::Width::Row;
        const QString name = !named ? QString() : e.width == Equation::Width::Balance ? u"收办平衡"_s : u"办理结果合计"_s;
        others << placeText(*e.identity) + name + u' ' + e.left.toString() + u" ≠ "_s + e.right.toString()
                + (e.blanks.isEmpty() || !main.blanks.isEmpty() ? QString() : u"（空白按 0 计）"_s);
    }
    QString out = others.isEmpty() ? QString() : u"；同时"_s + others.join(u"、"_s);
    if (cause.remedies.isEmpty())
        return out + u"；改动一处不能使各式都成立，可能不止一处有误"_s;
    if (cause.remedies.first().cells.size() > 2) // only a row written one column off moves so many together
        out += u"；%1行的数像是整行错了一栏"_s.arg(quoted(m_catalogue.info(cause.remedies.first().cells.first()).rowLabel));
    if (cause.remedies.size() == 1)
        return out + u"；若"_s + remedyText(cause.remedies.first()) + u"，则各式成立"_s + agreementText();
    QStringList ways;
    for (const Remedy &remedy : cause.remedies)
        ways << remedyText(remedy);
    constexpr qsizetype Told = 4;
    const QString list = ways.size() > Told ? ways.mid(0, Told).join(u"，或"_s) + u"……"_s : ways.join(u"，或"_s);
    const QString open
        = m_agreeing.isEmpty() ? u"；哪一处有误仅凭算术不能断定，有 %1 种改法能使各式成立："_s : u"；仅凭勾稽有 %1 种改法能使各式成立："_s;
    const QString first = m_agreeing.isEmpty() ? QString() : u"；其中第一种"_s;
    return out + open.arg(ways.size()) + list + first + agreementText();
}

QString Teller::agreementText() const
{
    QStringList texts;
    for (const Witness &witness : m_agreeing)
        texts << witness.text;
    return texts.isEmpty() ? QString() : u"，也与"_s + listText(texts, 3) + u"相符"_s;
}

/// Where sums leave several culprits open, last year's report or a sentence may tell which it is; where they leave one, it
/// may have failed there, too. That is one cause, and one finding tells it.
void Teller::weigh(Cause &cause)
{
    m_agreeing.clear();
    QList<CellId> cells;
    for (const Remedy &remedy : std::as_const(cause.remedies))
        cells << remedy.cells;
    if (cells.isEmpty())
        return;
    const QList<Witness> witnesses = witnessesOn(m_run, cells);
    QList<int> votes;
    for (const Remedy &remedy : std::as_const(cause.remedies)) {
        votes << 0;
        for (const Witness &witness : witnesses) {
            if (agreesAfter(witness, remedy, m_report) == witness.contradicts)
                votes.last() += witness.contradicts ? 1 : -1;
        }
    }
    const int most = *std::max_element(votes.begin(), votes.end());
    if (most <= 0 || votes.count(most) > 1)
        return;
    cause.remedies.move(votes.indexOf(most), 0);
    for (const Witness &witness : witnesses) {
        if (!witness.contradicts || !agreesAfter(witness, cause.remedies.first(), m_report))
            continue;
        m_agreeing << witness;
        m_run.explain(witness.demand, witness.source);
    }
}

QString Teller::doubtText(const Cause &cause) const
{
    QList<CellId> doubtful;
    for (const int e : cause.equations) {
        for (const CellId id : equation(e).doubtful) {
            if (!doubtful.contains(id))
                doubtful << id;
        }
    }
    return doubtful.isEmpty() ? QString() : u"；其中"_s + cellListText(m_catalogue, doubtful, 4) + u"的读数有疑，请先核对原文"_s;
}

void Teller::fillCells(const Cause &cause, Finding &finding) const
{
    for (qsizetype way = 0; way < cause.remedies.size(); ++way) {
        const Remedy &remedy = cause.remedies[way];
        for (qsizetype i = 0; i < remedy.cells.size(); ++i) {
            const CellId id = remedy.cells[i];
            addCells({id}, finding);
            QList<CellId> others = remedy.cells;
            others.removeAll(id);
            const QString why = others.isEmpty() ? QString() : u"须与"_s + cellListText(m_catalogue, others, 3) + u"一并更正"_s;
            finding.candidates << Culprit{id, remedy.values[i], why, remedy.cells.size() > 1 ? int(way) : -1};
        }
    }
    for (const int e : cause.equations) {
        addCells(equation(e).identity->right, finding);
        addCells(equation(e).identity->left, finding);
    }
}

/// Severity and blame. A blank makes it a warning (contract), where no equation fails without one. So does a reading in doubt that alone
/// would explain the failure, or, where no single change does, takes part in each equation: then the report is not accused until a person
/// has looked.
void Teller::judge(const Cause &cause, Finding &finding) const
{
    bool blank = true;
    bool doubtful = false;
    for (const int e : cause.equations) {
        blank = blank && !equation(e).blanks.isEmpty();
        doubtful = doubtful || !equation(e).doubtful.isEmpty();
    }
    const auto inDoubt = [&](const Remedy &remedy) {
        return std::any_of(remedy.cells.begin(), remedy.cells.end(), [&](CellId id) { return operand(m_report, id).doubtful; });
    };
    // where no single change explains it, a reading in doubt in each equation may
    const auto anyInDoubt = [&](int e) { return !equation(e).doubtful.isEmpty(); };
    const bool explained = cause.remedies.isEmpty() ? std::all_of(cause.equations.begin(), cause.equations.end(), anyInDoubt)
                                                    : std::all_of(cause.remedies.begin(), cause.remedies.end(), inDoubt);
    finding.blame = doubtful ? Blame::Reading : Blame::Report;
    if ((blank || explained) && finding.severity == Severity::Error)
        finding.severity = Severity::Warning;
}

void Teller::tell(Cause cause)
{
    const Equation &main = equation(cause.equations.first());
    const Rule *rule = m_run.rule(main.identity->rule);
    if (!rule)
        return;
    weigh(cause);
    QList<CellId> blanks = main.blanks;
    for (qsizetype i = 1; i < cause.equations.size() && !main.blanks.isEmpty(); ++i) {
        for (const CellId id : equation(cause.equations[i]).blanks) {
            if (!blanks.contains(id))
                blanks << id;
        }
    }
    const QString blank = blanks.isEmpty() ? QString() : u"若空白按 0 计（空白："_s + cellListText(m_catalogue, blanks, 4) + u"），则"_s;
    Finding &finding = m_run.add(*rule,
        {{"place"_L1, placeText(*main.identity)}, {"left"_L1, termsText(main.identity->left, main.identity->leftText, main.left, main)},
            {"right"_L1, termsText(main.identity->right, {}, main.right, main)}, {"blank"_L1, blank},
            {"cause"_L1, causeText(cause) + doubtText(cause)}});
    finding.place = tableText(m_report.formTable(main.table)) + u" · "_s + placeText(*main.identity);
    finding.expected = main.left.toString();
    finding.found = main.right.toString();
    if ((cause.remedies.size() == 1 || !m_agreeing.isEmpty()) && cause.remedies.first().cells.size() == 1) {
        const Cell &cell = m_report.cell(cause.remedies.first().cells.first());
        finding.expected = cause.remedies.first().values.first().toString();
        finding.found = cell.value ? cell.value->toString() : QString();
    }
    for (const int e : cause.equations) {
        const QString &id = equation(e).identity->rule;
        if (id != rule->id && !finding.also.contains(id))
            finding.also << id;
    }
    for (const Witness &witness : std::as_const(m_agreeing)) {
        if (!finding.also.contains(witness.rule))
            finding.also << witness.rule;
        if (witness.source.isValid())
            finding.sources << witness.source;
    }
    fillCells(cause, finding);
    judge(cause, finding);
}

/// A total column left empty fails in every row that has a number: that is one cause, and cell.blank says so too.
/// Returns the causes still to be told.
QList<Cause> Teller::tellEmptyTotals(QList<Cause> causes)
{
    Cause merged;
    QList<Cause> rest;
    for (const Cause &cause : causes) {
        const Equation &e = equation(cause.equations.first());
        const bool total = cause.equations.size() == 1 && e.width == Equation::Width::Row && e.blanks == e.identity->right
            && (merged.equations.isEmpty() || equation(merged.equations.first()).table == e.table);
        if (total) {
            merged.equations << cause.equations;
            merged.remedies << Remedy{e.identity->right, {e.left}};
        } else {
            rest << cause;
        }
    }
    if (merged.equations.size() < 2)
        return causes;
    const Equation &first = equation(merged.equations.first());
    const Rule *rule = m_run.rule(first.identity->rule);
    if (!rule)
        return rest;
    QStringList values;
    for (const Remedy &remedy : merged.remedies)
        values << remedyText(remedy);
    Finding &finding = m_run.add(*rule,
        {{"place"_L1, tableText(m_report.formTable(first.table))},
            {"left"_L1, u"%1 行的总计空白，各分项之和"_s.arg(merged.equations.size())}, {"right"_L1, u"0"_s},
            {"blank"_L1, u"若空白按 0 计，则"_s}, {"cause"_L1, u"；按分项推算："_s + listText(values, 4)}});
    finding.place = tableText(m_report.formTable(first.table)) + u" · 总计"_s;
    fillCells(merged, finding);
    judge(merged, finding);
    return rest;
}

/// No single change explains it, and each of its equations takes a reading that is in doubt.
bool Teller::isMisreading(const Cause &cause) const
{
    return cause.remedies.isEmpty()
        && std::all_of(cause.equations.begin(), cause.equations.end(), [&](int e) { return !equation(e).doubtful.isEmpty(); });
}

/// Sums that fail in many rows or columns with doubtful readings have one cause, the reading, and one finding a rule says so.
/// Returns the causes still to be told.
QList<Cause> Teller::tellManyDoubtful(const QList<Cause> &causes)
{
    constexpr qsizetype Few = 2;
    QMap<std::pair<qsizetype, QString>, QList<Cause>> doubtful;
    for (const Cause &cause : causes) {
        if (isMisreading(cause))
            doubtful[{equation(cause.equations.first()).table, equation(cause.equations.first()).identity->rule}] << cause;
    }
    QList<Cause> rest;
    for (const Cause &cause : causes) {
        const Equation &e = equation(cause.equations.first());
        if (!isMisreading(cause) || doubtful.value({e.table, e.identity->rule}).size() <= Few)
            rest << cause;
    }
    for (const QList<Cause> &many : std::as_const(doubtful)) {
        const Equation &first = equation(many.first().equations.first());
        const Rule *rule = many.size() <= Few ? nullptr : m_run.rule(first.identity->rule);
        if (!rule)
            continue;
        QStringList names;
        Cause merged;
        for (const Cause &cause : many) {
            merged.equations << cause.equations;
            for (const int e : cause.equations)
                names << placeText(*equation(e).identity);
        }
        names.removeDuplicates();
        const QString table = tableText(m_report.formTable(first.table));
        Finding &finding = m_run.add(*rule, u"{place}：{left}的等式不成立；式中许多格的读数有疑，多半是读数有误，请先核对原文。"_s,
            {{"place"_L1, table}, {"left"_L1, listText(names, 4)}});
        finding.place = table;
        for (const int e : std::as_const(merged.equations))
            addCells(equation(e).identity->right, finding);
        for (const int e : std::as_const(merged.equations))
            addCells(equation(e).identity->left, finding);
        judge(merged, finding);
    }
    return rest;
}

} // namespace

void checkIdentities(CheckRun &run)
{
    const std::vector<Equation> equations = evaluate(run.report(), Numbers::Printed);
    Teller teller(run, equations);
    for (const Cause &cause : teller.tellManyDoubtful(teller.tellEmptyTotals(findCauses(run.report(), equations))))
        teller.tell(cause);
    tellOpenSums(run, equations);
}

} // namespace gouji
