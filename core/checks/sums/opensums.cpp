// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/sums/opensums.h"

#include <QMap>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Numbers, or the digits of several that run together, whose order is known and whose cells are not.
struct Run {
    QList<CellId> cells;
    QList<Decimal> numbers; ///< in printed order; empty where `digits` is not
    QString digits;
    QList<int> rows; ///< equations over nothing but cells of the run, in printed order
    bool torn = false; ///< a person has set one of its cells, or it holds more than there are places for

    qsizetype length() const { return digits.isEmpty() ? numbers.size() : digits.size(); }
};

bool isSettled(const Cell &cell) { return !cell.needsPerson() && cell.status != CellStatus::Read && cell.status != CellStatus::Blank; }

/// Equations that no layout of a run makes hold together; without a run, one that fails as the rows are laid.
struct Failure {
    QList<int> equations;
    const Run *run = nullptr;
};

/// Whether the printed can be laid into the cells of a run so that its rows hold. Bounded: where there are too many ways, one of
/// them is taken to do.
class Layouts {
public:
    Layouts(const Run &run, const std::vector<Equation> &equations)
        : m_run(run)
        , m_equations(equations)
        , m_longest(run.digits.isEmpty() ? 1 : MostDigits)
    {
        for (const QChar c : run.digits)
            m_digits.push_back(c.digitValue());
        m_plain = !m_digits.empty() && std::find(m_digits.begin(), m_digits.end(), -1) == m_digits.end();
    }

    /// `lenient` is a row that need not hold, or -1.
    bool exist(int lenient)
    {
        qint64 budget = MostWays;
        m_ends.assign(size_t(m_run.length()) + 1, false);
        std::vector<bool> at = m_ends;
        at.front() = true;
        for (const int row : m_run.rows) {
            m_signs.clear();
            for (const CellId id : m_run.cells) {
                const Identity &identity = *m_equations[size_t(row)].identity;
                if (identity.left.contains(id) || identity.right.contains(id))
                    m_signs.push_back(identity.left.contains(id) ? 1 : -1);
            }
            const std::vector<qint64> ways = countWays();
            for (size_t from = 0; from < at.size(); ++from)
                budget -= at[from] ? ways[from] : 0;
            if (budget <= 0)
                return true;
            m_lenient = row == lenient;
            m_wanted = row == m_run.rows.last() ? m_run.length() : -1;
            m_ends.assign(at.size(), false);
            for (size_t from = 0; from < at.size(); ++from) {
                if (at[from] && lay(0, qsizetype(from), 0))
                    return true;
            }
            at = m_ends;
        }
        return false;
    }

private:
    static constexpr qint64 MostWays = 200'000;
    static constexpr qsizetype MostDigits = 7;

    /// Where the numbers that may begin at a place end.
    template <typename Use> bool anyNumber(qsizetype at, const Use &use) const
    {
        if (m_digits.empty())
            return at < m_run.numbers.size() && use(at + 1, m_run.numbers[at].units());
        qint64 value = 0;
        for (qsizetype end = at; end < std::min(at + MostDigits, qsizetype(m_digits.size())); ++end) {
            if (end > at && value == 0)
                break; // no number begins with a 0
            value = value * 10 + m_digits[size_t(end)];
            if (use(end + 1, Decimal(value).units()))
                return true;
        }
        return false;
    }

    qsizetype cells() const { return qsizetype(m_signs.size()); }

    /// By place where the row in hand may begin: the steps of going through all ways to lay it.
    std::vector<qint64> countWays() const
    {
        std::vector<qint64> out(size_t(m_run.length()) + 1, 1);
        for (size_t cell = 0; cell < m_signs.size(); ++cell) {
            for (size_t at = 0; at < out.size(); ++at) { // those behind are of the cells behind still
                ++out[at];
                anyNumber(qsizetype(at), [&](qsizetype end, qint64) {
                    out[at] += out[size_t(end)];
                    return false;
                });
            }
        }
        return out;
    }

    /// Whether the cells from one on can make up for what those before it add up to, with the digits left for them: known only of the
    /// last row, which takes all that are left.
    bool canBalance(qsizetype cell, qsizetype at, qint64 residual) const
    {
        if (m_wanted < 0 || m_lenient || !m_plain)
            return true;
        qint64 most = 1; // one cell holds less
        for (qsizetype i = 0; i < std::min(MostDigits, m_wanted - at); ++i)
            most *= 10;
        const qsizetype opposed = std::count(m_signs.begin() + cell, m_signs.end(), residual > 0 ? -1 : 1);
        return std::abs(residual) <= Decimal(most).units() * opposed;
    }

    /// Collects where the row may end; true where one of its ways ends where the run does, if that is wanted.
    bool lay(qsizetype cell, qsizetype at, qint64 residual)
    {
        if (cell == cells()) {
            if (residual != 0 && !m_lenient)
                return false;
            m_ends[size_t(at)] = true;
            return at == m_wanted;
        }
        if (!canBalance(cell, at, residual))
            return false;
        if (m_plain && !m_lenient && cell + 1 == cells())
            return layLast(at, -residual * m_signs[size_t(cell)]);
        const auto goOn = [&](qsizetype end, qint64 value) {
            const bool leaves = m_wanted - end > m_longest * (cells() - cell - 1); // more than the cells behind can hold
            return !leaves && lay(cell + 1, end, residual + m_signs[size_t(cell)] * value);
        };
        return goOn(at, 0) || anyNumber(at, goOn); // the cell may be empty
    }

    /// The last cell of a row holds what the others leave for it.
    bool layLast(qsizetype at, qint64 left)
    {
        const qsizetype behind = cells();
        bool ends = left == 0 && lay(behind, at, 0);
        anyNumber(at, [&](qsizetype end, qint64 value) {
            ends = ends || (value == left && lay(behind, end, 0));
            return ends || value >= left;
        });
        return ends;
    }

    const Run &m_run;
    const std::vector<Equation> &m_equations;
    qsizetype m_longest = 1; ///< of what one cell holds, as places are counted
    std::vector<int> m_digits; ///< of the run, where its numbers are not known
    bool m_plain = false; ///< it is digits, and nothing else
    std::vector<int> m_signs; ///< of the cells of the row in hand
    bool m_lenient = false;
    std::vector<bool> m_ends; ///< by place of the run: the row in hand may end there
    qsizetype m_wanted = -1; ///< where the last row of the run has to end
};

class Judge {
public:
    Judge(CheckRun &run, const std::vector<Equation> &equations)
        : m_run(run)
        , m_report(run.report())
        , m_equations(equations)
    {
    }

    void judge()
    {
        collectOpenRows();
        collectUncut();
        for (Run &run : m_runs) {
            findRows(run);
            if (!run.torn && !run.rows.isEmpty())
                judgeRows(run);
        }
        judgeColumns();
        for (const QList<Failure> &failures : std::as_const(m_failures))
            tell(failures);
    }

private:
    void collectOpenRows();
    void collectUncut();
    void findRows(Run &run) const;
    void judgeRows(const Run &run);
    void judgeColumns();
    void tell(const QList<Failure> &failures);
    void tellOne(const Failure &failure, const Rule &rule);

    CheckRun &m_run;
    const Report &m_report;
    const std::vector<Equation> &m_equations;
    QList<Run> m_runs;
    QMap<QString, QList<Failure>> m_failures; ///< by rule
};

void Judge::collectOpenRows()
{
    for (const OpenRow &open : m_report.openRows) {
        Run run{open.cells, {}, {}, {}, false};
        QMap<qsizetype, std::pair<TextRange, Decimal>> printed;
        for (const CellId id : open.cells) {
            const Cell &cell = m_report.cell(id);
            run.torn = run.torn || isSettled(cell);
            if (cell.source.isValid() && cell.value)
                printed.insert(cell.source.begin, {cell.source, *cell.value});
        }
        QString digits;
        qsizetype end = -1;
        bool together = printed.size() > 1;
        for (const auto &[range, value] : std::as_const(printed)) {
            together = together && (end < 0 || range.begin == end);
            end = range.end;
            run.numbers << value;
            digits += value.toString();
        }
        if (together) // cut by guess: what is printed are the digits
            run.digits = digits;
        m_runs << run;
    }
}

/// Digits that nothing could cut stand for each of their cells.
void Judge::collectUncut()
{
    for (const CellId id : m_report.cellIds()) {
        const Cell &cell = m_report.cell(id);
        const bool uncut = cell.status == CellStatus::Suspect && !cell.confirmed && !cell.value && cell.source.isValid()
            && cell.text.size() > 1 && std::all_of(cell.text.cbegin(), cell.text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (!uncut)
            continue;
        if (m_runs.isEmpty() || m_runs.last().digits != cell.text || m_report.cell(m_runs.last().cells.last()).source != cell.source)
            m_runs << Run{{}, {}, cell.text, {}, false};
        m_runs.last().cells << id;
    }
}

/// A run can be judged where its cells are those of whole rows, one after the other.
void Judge::findRows(Run &run) const
{
    qsizetype covered = 0;
    for (size_t e = 0; e < m_equations.size(); ++e) {
        const Identity &identity = *m_equations[e].identity;
        if (m_equations[e].width != Equation::Width::Row || !run.cells.contains(identity.right.first()))
            continue;
        const qsizetype size = identity.left.size() + identity.right.size();
        for (qsizetype i = covered; i < covered + size; ++i)
            run.torn
                = run.torn || i >= run.cells.size() || !(identity.left.contains(run.cells[i]) || identity.right.contains(run.cells[i]));
        covered += size;
        run.rows << int(e);
    }
    constexpr qsizetype DigitsACell = 4; // with more, numbers too long to be tried may be among them
    run.torn = run.torn || covered != run.cells.size() || run.numbers.size() > run.cells.size()
        || run.digits.size() > DigitsACell * run.cells.size();
}

void Judge::judgeRows(const Run &run)
{
    Layouts layouts(run, m_equations);
    if (layouts.exist(-1))
        return;
    QList<int> failing;
    for (const int row : run.rows) {
        if (run.rows.size() == 1 || layouts.exist(row))
            failing << row;
    }
    const QList<int> told = failing.isEmpty() ? run.rows : failing;
    if (m_equations[size_t(told.first())].open || !run.digits.isEmpty())
        m_failures[m_equations[size_t(told.first())].identity->rule] << Failure{told, &run};
}

void Judge::judgeColumns()
{
    for (size_t e = 0; e < m_equations.size(); ++e) {
        const Equation &equation = m_equations[e];
        const QList<CellId> cells = equation.identity->left + equation.identity->right;
        const bool known = std::all_of(cells.begin(), cells.end(), [&](CellId id) { return operand(m_report, id).known; });
        if (equation.width != Equation::Width::Row && equation.open && known && equation.left != equation.right)
            m_failures[equation.identity->rule] << Failure{{int(e)}, nullptr};
    }
}

/// Few failures may be few mistakes. Many in a table whose rows are open have one cause, the layout, and one finding says so.
void Judge::tell(const QList<Failure> &failures)
{
    const Equation &first = m_equations[size_t(failures.first().equations.first())];
    const Rule *rule = m_run.rule(first.identity->rule);
    if (!rule)
        return;
    constexpr qsizetype Few = 2;
    if (failures.size() <= Few) {
        for (const Failure &failure : failures)
            tellOne(failure, *rule);
        return;
    }
    QStringList names;
    QList<CellId> cells;
    for (const Failure &failure : failures) {
        for (const int e : failure.equations) {
            names << placeText(*m_equations[size_t(e)].identity);
            cells << m_equations[size_t(e)].identity->right;
        }
    }
    const QString table = tableText(m_report.formTable(first.table));
    Finding &finding
        = m_run.add(*rule, u"{place}：{left}的等式不成立；这张表有许多行的数值位置未定，多半是读数的位置有误，请先核对原文。"_s,
            {{"place"_L1, table}, {"left"_L1, listText(names, 4)}});
    finding.place = table;
    finding.cells = cells;
    finding.severity = std::max(finding.severity, Severity::Warning);
    finding.blame = Blame::Reading;
}

void Judge::tellOne(const Failure &failure, const Rule &rule)
{
    QStringList names;
    QList<CellId> cells;
    for (const int e : failure.equations)
        names << placeText(*m_equations[size_t(e)].identity);
    for (const int e : failure.equations)
        cells << m_equations[size_t(e)].identity->right;
    for (const int e : failure.equations)
        cells << m_equations[size_t(e)].identity->left;
    QString what;
    if (const Run *run = failure.run) {
        QStringList numbers;
        for (const Decimal &number : run->numbers)
            numbers << number.toString();
        what = run->digits.isEmpty() ? u"原文的 %1 个数（%2）按先后放进 %3 栏，空着的按 0 计，无论怎样放"_s.arg(numbers.size())
                                           .arg(numbers.join(u'、'))
                                           .arg(run->cells.size())
                                     : u"原文连在一起的 %1 位数字“%2”断成 %3 栏的数，空着的按 0 计，无论怎样断开"_s.arg(run->digits.size())
                                           .arg(run->digits)
                                           .arg(run->cells.size());
    } else {
        const Equation &e = m_equations[size_t(failure.equations.first())];
        what = u"有几行的数值位置未定，按现在的放法 %1 ≠ %2"_s.arg(e.left.toString(), e.right.toString());
    }
    Finding &finding = m_run.add(rule, u"{place}：{left}，等式都不成立；可能报告有误，也可能读数有误，请先核对原文。"_s,
        {{"place"_L1, names.join(u'或')}, {"left"_L1, what}});
    finding.place = tableText(m_report.formTable(m_equations[size_t(failure.equations.first())].table)) + u" · "_s + names.first();
    finding.cells = cells;
    finding.severity = std::max(finding.severity, Severity::Warning);
    finding.blame = Blame::Reading;
}

} // namespace

void tellOpenSums(CheckRun &run, const std::vector<Equation> &equations) { Judge(run, equations).judge(); }

} // namespace gouji
