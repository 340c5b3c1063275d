// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/sums/rowshift.h"

#include <algorithm>

namespace gouji {

namespace {

using Values = std::vector<Decimal>; ///< of a row: its parts, then the total

Decimal sumOfParts(const Values &row)
{
    Decimal sum;
    for (size_t i = 0; i + 1 < row.size(); ++i)
        sum += row[i];
    return sum;
}

/// What the row may have been before it was written one column off.
std::vector<Values> unshifted(const Values &row)
{
    std::vector<Values> out;
    const size_t last = row.size() - 2; // of the parts
    const auto add = [&](Values values, size_t lost) {
        values[lost] = Decimal();
        values[lost] = values.back() - sumOfParts(values);
        if (!values[lost].isNegative() && values != row)
            out.push_back(std::move(values));
    };
    Values left = row; // written to the right of where they belong
    std::copy(row.begin() + 1, row.begin() + qsizetype(last) + 1, left.begin());
    add(left, last);
    left[last] = row.back(); // with the total, which fell off
    left.back() = sumOfParts(left);
    if (left != row)
        out.push_back(left);
    Values right = row; // written to the left of where they belong
    std::copy(row.begin(), row.begin() + qsizetype(last), right.begin() + 1);
    add(right, 0);
    right.back() = row[last]; // the total among the parts
    add(right, 0);
    return out;
}

class Shifts {
public:
    Shifts(const Report &report, const std::vector<Equation> &equations, const std::vector<int> &scope)
        : m_report(report)
        , m_equations(equations)
        , m_scope(scope)
    {
    }

    std::optional<Cause> find() const
    {
        constexpr qsizetype Fewest = 3;
        constexpr qsizetype Most = 2; // rows that explain it alike
        Cause out;
        for (const int e : m_scope) {
            if (m_equations[size_t(e)].failed())
                out.equations << e;
        }
        if (out.equations.size() < Fewest)
            return std::nullopt;
        for (const int e : m_scope) {
            const Identity &identity = *m_equations[size_t(e)].identity;
            if (m_equations[size_t(e)].width == Equation::Width::Row && identity.left.size() > 2 && identity.right.size() == 1)
                tryRow(identity.left + identity.right, out);
        }
        return out.remedies.isEmpty() || out.remedies.size() > Most ? std::nullopt : std::optional(out);
    }

private:
    void tryRow(const QList<CellId> &cells, Cause &out) const
    {
        Values row;
        for (const CellId id : cells)
            row.push_back(operand(m_report, id).value);
        for (const Values &values : unshifted(row)) {
            Remedy remedy;
            for (qsizetype i = 0; i < cells.size(); ++i) {
                if (values[size_t(i)] != row[size_t(i)]) {
                    remedy.cells << cells[i];
                    remedy.values << values[size_t(i)];
                }
            }
            if (std::all_of(m_scope.begin(), m_scope.end(), [&](int e) { return holdsAfter(m_equations[size_t(e)], remedy); }))
                out.remedies << remedy;
        }
    }

    bool holdsAfter(const Equation &equation, const Remedy &remedy) const
    {
        Decimal difference = equation.left - equation.right;
        for (qsizetype i = 0; i < remedy.cells.size(); ++i) {
            const Decimal change = remedy.values[i] - operand(m_report, remedy.cells[i]).value;
            if (equation.identity->left.contains(remedy.cells[i]))
                difference += change;
            else if (equation.identity->right.contains(remedy.cells[i]))
                difference = difference - change;
        }
        return difference.isZero();
    }

    const Report &m_report;
    const std::vector<Equation> &m_equations;
    const std::vector<int> &m_scope;
};

} // namespace

std::optional<Cause> findShift(const Report &report, const std::vector<Equation> &equations, const std::vector<int> &scope)
{
    return Shifts(report, equations, scope).find();
}

} // namespace gouji
