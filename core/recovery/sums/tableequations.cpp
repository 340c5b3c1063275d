// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/sums/tableequations.h"

#include <algorithm>
#include <map>

namespace gouji {

using namespace Qt::StringLiterals;

std::set<CellId> TableEquations::confirmed() const { return operandsWhere(true); }

std::set<CellId> TableEquations::contradicted() const { return operandsWhere(false); }

std::set<CellId> TableEquations::operandsWhere(bool holds) const
{
    std::set<CellId> out;
    for (const Identity &identity : m_table.identities) {
        const auto sum = balance(identity, {});
        if (!sum || sum->isZero() != holds)
            continue;
        for (const QList<CellId> &side : {identity.left, identity.right})
            out.insert(side.begin(), side.end());
    }
    return out;
}

bool TableEquations::isTangled(bool shifted) const
{
    if (m_table.identities.isEmpty())
        return false;
    const int leastColumns = shifted ? 1 : 2;
    std::map<int, std::vector<const Identity *>> failing; // by column
    std::vector<int> columnByPlace(size_t(m_table.cells.size()), -1);
    std::set<int> columns; // that hold numbers
    for (const FormRow &row : m_table.rows) {
        for (qsizetype c = 0; c < row.cells.size(); ++c) {
            columnByPlace[size_t(m_table.placeOf(row.cells[c]))] = int(c);
            const Cell &cell = m_report.cell(row.cells[c]);
            if (cell.value && !cell.value->isZero())
                columns.insert(int(c));
        }
    }
    bool anySum = false;
    bool borneOut = false;
    for (const Identity &identity : m_table.identities) {
        const int column = columnOf(identity, columnByPlace);
        anySum = anySum || column >= 0;
        const auto sum = column < 0 || isInferred(identity) ? std::nullopt : balance(identity, {});
        if (sum && !sum->isZero())
            failing[column].push_back(&identity);
        else if (sum && columns.count(column))
            borneOut = true;
    }
    int tangled = 0;
    for (const auto &[column, identities] : failing)
        tangled += shifted || (identities.size() > 1 && !isExplained(identities));
    if (shifted && !borneOut)
        return anySum && !columns.empty();
    return tangled >= leastColumns && tangled * 2 >= int(columns.size());
}

std::set<CellId> TableEquations::wanting() const
{
    constexpr int MostWithoutTotal = 2; // more rows without one: the report does not fill them in
    std::vector<int> rowByPlace(size_t(m_table.cells.size()), -1);
    for (qsizetype r = 0; r < m_table.rows.size(); ++r) {
        for (const CellId id : m_table.rows[r].cells)
            rowByPlace[size_t(m_table.placeOf(id))] = int(r);
    }
    const auto isBlank = [this](CellId id) { return m_report.cell(id).status == CellStatus::Blank; };
    std::set<CellId> parts;
    std::set<CellId> totals;
    int holding = 0;
    int failing = 0;
    for (const Identity &identity : m_table.identities) {
        const auto sum = columnOf(identity, rowByPlace) < 0 ? std::nullopt : balance(identity, {});
        if (!sum)
            continue;
        const auto isPositive = [this](CellId id) { return m_report.cell(id).value && !m_report.cell(id).value->isZero(); };
        holding += sum->isZero() && std::any_of(identity.left.begin(), identity.left.end(), isPositive);
        failing += !sum->isZero();
        for (const CellId id : sum->isZero() ? QList<CellId>() : sum->isNegative() ? identity.left : identity.right) {
            if (isBlank(id))
                (sum->isNegative() ? parts : totals).insert(id);
        }
    }
    if (failing > holding)
        return {};
    if (int(totals.size()) <= MostWithoutTotal)
        parts.merge(totals);
    return parts;
}

/// A number of it stands nowhere in the text: it was made to hold.
bool TableEquations::isInferred(const Identity &identity) const
{
    const auto inferred = [this](CellId id) {
        const Cell &cell = m_report.cell(id);
        return cell.value && !cell.value->isZero() && cell.source.length() <= 0;
    };
    return std::any_of(identity.left.begin(), identity.left.end(), inferred)
        || std::any_of(identity.right.begin(), identity.right.end(), inferred);
}

/// The column of a sum over rows; -1 of a sum within a row. `columns`: by place in the table.
int TableEquations::columnOf(const Identity &identity, const std::vector<int> &columns) const
{
    int column = -1;
    for (const QList<CellId> &side : {identity.left, identity.right}) {
        for (const CellId id : side) {
            const int place = m_table.placeOf(id);
            if (place < 0 || (column >= 0 && columns[size_t(place)] != column))
                return -1;
            column = columns[size_t(place)];
        }
    }
    return column;
}

/// One number changed would make them all hold.
bool TableEquations::isExplained(const std::vector<const Identity *> &identities) const
{
    const Identity &first = *identities.front();
    for (const QList<CellId> &side : {first.left, first.right}) {
        for (const CellId id : side) {
            std::optional<Decimal> asked;
            const auto agrees = [&](const Identity *identity) {
                const bool left = identity->left.contains(id);
                const auto rest = left || identity->right.contains(id) ? balance(*identity, id) : std::nullopt;
                if (!rest)
                    return false;
                const Decimal value = left ? Decimal() - *rest : *rest;
                const bool same = !value.isNegative() && (!asked || *asked == value);
                asked = value;
                return same;
            };
            if (std::all_of(identities.begin(), identities.end(), agrees))
                return true;
        }
    }
    return false;
}

bool TableEquations::isBorneOut(CellId id) const
{
    int holding = 0;
    for (const Identity &identity : m_table.identities) {
        if (!identity.left.contains(id) && !identity.right.contains(id))
            continue;
        const auto sum = balance(identity, {});
        if (!sum || !sum->isZero())
            return false;
        ++holding;
    }
    return holding > 1;
}

/// Left minus right, with `without` taken as 0; nothing where another operand has no value that can be trusted.
std::optional<Decimal> TableEquations::balance(const Identity &identity, CellId without) const
{
    Decimal out;
    for (int side = 0; side < 2; ++side) {
        for (const CellId id : side == 0 ? identity.left : identity.right) {
            if (id == without)
                continue;
            const Cell &cell = m_report.cell(id);
            if (!cell.value) {
                if (cell.status != CellStatus::Blank)
                    return std::nullopt;
                continue;
            }
            out = side == 0 ? out + *cell.value : out - *cell.value;
        }
    }
    return out;
}

/// The one value every identity of a cell asks for, where all of them can be judged and agree.
std::optional<Decimal> TableEquations::demanded(CellId id, QString *equations) const
{
    std::optional<Decimal> out;
    QStringList names;
    for (const Identity &identity : m_table.identities) {
        const bool left = identity.left.contains(id);
        if (!left && !identity.right.contains(id))
            continue;
        const auto rest = balance(identity, id);
        if (!rest)
            continue;
        const Decimal value = left ? Decimal() - *rest : *rest;
        if (value.isNegative() || (out && *out != value))
            return std::nullopt;
        out = value;
        names << identity.place;
    }
    if (equations)
        *equations = names.join(u"、"_s);
    return out;
}

/// Nothing that could be read stands for the cell; digits that only could not be cut are not lost.
bool TableEquations::isLost(CellId id) const
{
    const Cell &cell = m_report.cell(id);
    if (cell.value || (cell.status != CellStatus::Missing && cell.status != CellStatus::Suspect))
        return false;
    return std::none_of(cell.text.begin(), cell.text.end(), [](QChar c) { return c.isDigit(); });
}

/// Parts that are lost while the others already make up their total can only be 0.
bool TableEquations::fillZeros(const Identity &identity)
{
    if (identity.right.size() != 1 || !m_report.cell(identity.right.first()).value)
        return false;
    Decimal rest = *m_report.cell(identity.right.first()).value;
    QList<CellId> lost;
    for (const CellId id : identity.left) {
        const Cell &cell = m_report.cell(id);
        if (isLost(id))
            lost << id;
        else if (cell.value)
            rest = rest - *cell.value;
        else if (cell.status != CellStatus::Blank)
            return false;
    }
    if (!rest.isZero())
        return false;
    const bool sure = isSettled(identity, lost);
    for (const CellId id : lost)
        repair(id, Decimal(), identity.place, sure && !isBesideOpen(id));
    return !lost.isEmpty();
}

/// No operand but these is in doubt itself: what follows from a doubtful number is as doubtful.
bool TableEquations::isSettled(const Identity &identity, const QList<CellId> &without) const
{
    for (const QList<CellId> &side : {identity.left, identity.right}) {
        for (const CellId id : side) {
            if (!without.contains(id) && m_report.cell(id).status == CellStatus::Suspect)
                return false;
        }
    }
    return true;
}

/// A number that may belong to another cell of its row, or column, may be this one's. In misread text such a number is in doubt
/// for what it is, not for where it stands.
bool TableEquations::isBesideOpen(CellId id) const
{
    const auto isOpen = [this](CellId other) {
        const Cell &cell = m_report.cell(other);
        return cell.status == CellStatus::Suspect && cell.value && !cell.value->isZero();
    };
    return !m_report.ocrSigns && std::any_of(m_table.identities.begin(), m_table.identities.end(), [&](const Identity &identity) {
        return (identity.left.contains(id) || identity.right.contains(id)) && !balance(identity, id)
            && (std::any_of(identity.left.begin(), identity.left.end(), isOpen)
                || std::any_of(identity.right.begin(), identity.right.end(), isOpen));
    });
}

void TableEquations::repair(CellId id, Decimal value, const QString &equations, bool sure)
{
    Cell &cell = m_report.cell(id);
    cell.value = value;
    cell.status = sure ? CellStatus::Repaired : CellStatus::Suspect;
    cell.why = u"原文没有这个数，由%1的等式推出 %2。"_s.arg(equations, value.toString());
    if (!sure)
        cell.why += u"但式中别的数还没有确定。"_s;
    cell.candidates << Candidate{std::nullopt, u"此格本来就是空的"_s, {}};
}

/// A place whose characters are lost is filled where the equations leave exactly one value; it stays marked.
void TableEquations::fillGaps(const std::set<CellId> &seenEmpty)
{
    bool again = true;
    while (again) {
        again = false;
        for (const CellId id : m_table.cellIds()) {
            QString equations;
            const auto value = isLost(id) ? demanded(id, &equations) : std::nullopt;
            if (!value)
                continue;
            bool sure = !seenEmpty.count(id);
            for (const Identity &identity : m_table.identities)
                sure = sure
                    && ((!identity.left.contains(id) && !identity.right.contains(id)) || isSettled(identity, {id})
                        || !balance(identity, id));
            sure = sure && !isBesideOpen(id);
            repair(id, *value, equations, sure);
            again = true;
        }
        for (const Identity &identity : m_table.identities)
            again = fillZeros(identity) || again;
    }
}

} // namespace gouji
