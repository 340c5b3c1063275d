// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/equations.h"

#include <QStringList>

#include <optional>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Blank counts as 0 in a sum that is tried; missing and unreadable ones do not.
std::optional<Decimal> sumOf(const Report &report, const QList<CellId> &cells)
{
    Decimal sum;
    for (const CellId id : cells) {
        const Cell &c = report.cell(id);
        if (c.value)
            sum += *c.value;
        else if (c.status != CellStatus::Blank && c.status != CellStatus::Corrected)
            return std::nullopt;
    }
    return sum;
}

QString numberOf(const Cell &cell)
{
    if (cell.value)
        return cell.value->toString();
    return cell.status == CellStatus::Blank || cell.status == CellStatus::Corrected ? u"空白"_s : u"？"_s;
}

QString sideText(const Report &report, const QList<CellId> &cells, const QString &words, bool byRow)
{
    if (!words.isEmpty() || cells.size() > 8) {
        const auto sum = sumOf(report, cells);
        return words + u' ' + (sum ? sum->toString() : u"？"_s);
    }
    QStringList out;
    for (const CellId id : cells) {
        const CellInfo &info = report.catalogue().info(id);
        out << (byRow ? info.columnLabel : info.rowLabel) + u' ' + numberOf(report.cell(id));
    }
    return out.join(u" + "_s);
}

bool sameRow(const Report &report, const Identity &identity)
{
    const QString row = report.catalogue().info(identity.left.first()).row;
    for (const CellId id : identity.left + identity.right) {
        if (report.catalogue().info(id).row != row)
            return false;
    }
    return true;
}

template <typename F> void forEachIdentity(const Report &report, CellId cell, F f)
{
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        for (const Identity &identity : report.formTable(i).identities) {
            if (identity.left.contains(cell) || identity.right.contains(cell))
                f(identity);
        }
    }
}

} // namespace

QList<Equation> equationsOf(const Report &report, CellId cell)
{
    QList<Equation> out;
    forEachIdentity(report, cell, [&](const Identity &identity) {
        const bool byRow = sameRow(report, identity);
        Equation e;
        e.place = identity.place;
        e.identity = &identity;
        e.left = sideText(report, identity.left, identity.leftText, byRow);
        e.right = sideText(report, identity.right, {}, byRow);
        const auto left = sumOf(report, identity.left);
        const auto right = sumOf(report, identity.right);
        if (left && right)
            e.state = *left == *right ? Equation::State::Holds : Equation::State::Fails;
        out << e;
    });
    return out;
}

QHash<CellId, QChar> traceOf(const Report &report, CellId cell)
{
    QHash<CellId, QChar> out;
    forEachIdentity(report, cell, [&](const Identity &identity) {
        const bool onLeft = identity.left.contains(cell);
        for (const CellId id : identity.left)
            out.insert(id, onLeft ? u'+' : u'=');
        for (const CellId id : identity.right)
            out.insert(id, onLeft ? u'=' : u'+');
    });
    out.remove(cell);
    return out;
}

} // namespace gouji
