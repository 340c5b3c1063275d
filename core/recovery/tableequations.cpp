// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tableequations.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

std::set<CellId> TableEquations::confirmed() const
{
    std::set<CellId> out;
    for (const Identity &identity : m_table.identities) {
        const auto sum = balance(identity, {});
        if (!sum || !sum->isZero())
            continue;
        for (const QList<CellId> &side : {identity.left, identity.right})
            out.insert(side.begin(), side.end());
    }
    return out;
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
        repair(id, Decimal(), identity.place, sure);
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
void TableEquations::fillGaps()
{
    bool again = true;
    while (again) {
        again = false;
        for (const CellId id : m_table.cellIds()) {
            QString equations;
            const auto value = isLost(id) ? demanded(id, &equations) : std::nullopt;
            if (!value)
                continue;
            bool sure = true;
            for (const Identity &identity : m_table.identities)
                sure = sure
                    && ((!identity.left.contains(id) && !identity.right.contains(id)) || isSettled(identity, {id})
                        || !balance(identity, id));
            repair(id, *value, equations, sure);
            again = true;
        }
        for (const Identity &identity : m_table.identities)
            again = fillZeros(identity) || again;
    }
}

} // namespace gouji
