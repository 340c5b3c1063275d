// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/sums/equations.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

Equation::Width widthOf(const FormCatalogue &catalogue, const Identity &identity)
{
    const QString &row = catalogue.info(identity.left.first()).row;
    if (row == catalogue.info(identity.right.first()).row)
        return Equation::Width::Row;
    return identity.right.size() == 1 ? Equation::Width::Column : Equation::Width::Balance;
}

/// Nothing is printed here, a sum filled it, and nothing else bears that out.
bool isGuess(const Cell &cell) { return cell.status == CellStatus::Suspect && !cell.confirmed && cell.value && cell.source.length() == 0; }

Decimal addSide(const Report &report, const QList<CellId> &cells, const std::vector<bool> &open, Numbers numbers, Equation &equation)
{
    Decimal sum;
    for (const CellId id : cells) {
        Operand o = operand(report, id);
        equation.open = equation.open || (!open.empty() && open[size_t(id.index)] && o.doubtful);
        if (numbers == Numbers::Printed && o.doubtful && isGuess(report.cell(id)))
            o = {true, true, true, Decimal()};
        equation.assessable = equation.assessable && o.known;
        sum += o.value;
        if (o.blank)
            equation.blanks << id;
        if (o.doubtful)
            equation.doubtful << id;
    }
    return sum;
}

/// Its place in the text is known and empty, though the reading cannot tell whether a number stood there.
bool isUnread(const Cell &cell)
{
    return cell.status == CellStatus::Suspect && !cell.confirmed && !cell.value && cell.source.isValid() && cell.source.length() == 0;
}

/// Such cells of a row are tried as 0, like blank ones: that the total then fails says nothing of who is wrong, but a person has to look.
void takeUnreadAsBlank(const Report &report, Equation &equation)
{
    QList<CellId> unread;
    for (const CellId id : equation.identity->left) {
        if (isUnread(report.cell(id)))
            unread << id;
        else if (!operand(report, id).known)
            return;
    }
    const QList<CellId> &total = equation.identity->right;
    equation.assessable = std::all_of(total.begin(), total.end(), [&](CellId id) { return operand(report, id).known; });
    if (equation.assessable)
        equation.blanks << unread;
}

/// By cell: whether it stands in a row that is open, in a table where so many are that their numbers may be those of other rows.
std::vector<bool> openCells(const Report &report)
{
    if (report.openRows.isEmpty())
        return {};
    std::vector<bool> out(size_t(report.catalogue().cellCount()));
    for (const OpenRow &row : report.openRows) {
        for (const CellId id : row.cells)
            out[size_t(id.index)] = true;
    }
    for (qsizetype t = 0; t < report.tables.size(); ++t) {
        const QList<CellId> cells = report.formTable(t).cellIds();
        const auto open = std::count_if(cells.begin(), cells.end(), [&](CellId id) { return out[size_t(id.index)]; });
        for (const CellId id : cells)
            out[size_t(id.index)] = out[size_t(id.index)] && 3 * open > cells.size();
    }
    return out;
}

} // namespace

std::vector<Equation> evaluate(const Report &report, Numbers numbers)
{
    std::vector<Equation> out;
    out.reserve(64);
    const std::vector<bool> open = openCells(report);
    for (qsizetype t = 0; t < report.tables.size(); ++t) {
        for (const Identity &identity : report.formTable(t).identities) {
            Equation equation;
            equation.identity = &identity;
            equation.table = t;
            equation.left = addSide(report, identity.left, open, numbers, equation);
            equation.right = addSide(report, identity.right, open, numbers, equation);
            if (equation.open && numbers == Numbers::Printed)
                equation.assessable = false;
            equation.width = widthOf(report.catalogue(), identity);
            if (!equation.assessable && !equation.open && equation.width == Equation::Width::Row && numbers == Numbers::Printed)
                takeUnreadAsBlank(report, equation);
            out.push_back(std::move(equation));
        }
    }
    return out;
}

QString equationName(const Equation &equation)
{
    switch (equation.width) {
    case Equation::Width::Row:
        break;
    case Equation::Width::Column:
        return equation.identity->place + u"办理结果合计"_s;
    case Equation::Width::Balance:
        return equation.identity->place + u"收办平衡"_s;
    }
    return equation.identity->place;
}

QString placeText(const Identity &identity)
{
    const qsizetype close = identity.place.lastIndexOf(u'”');
    return identity.place.startsWith(u'“') && close > 0 ? quoted(identity.place.mid(1, close - 1)) + identity.place.mid(close + 1)
                                                        : identity.place;
}

} // namespace gouji
