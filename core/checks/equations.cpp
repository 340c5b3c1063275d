// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/equations.h"

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

Decimal addSide(const Report &report, const QList<CellId> &cells, Equation &equation)
{
    Decimal sum;
    for (const CellId id : cells) {
        const Operand o = operand(report, id);
        equation.assessable = equation.assessable && o.known;
        sum += o.value;
        if (o.blank)
            equation.blanks << id;
        if (o.doubtful)
            equation.doubtful << id;
    }
    return sum;
}

} // namespace

std::vector<Equation> evaluate(const Report &report)
{
    std::vector<Equation> out;
    out.reserve(64);
    for (qsizetype t = 0; t < report.tables.size(); ++t) {
        for (const Identity &identity : report.formTable(t).identities) {
            Equation equation;
            equation.identity = &identity;
            equation.table = t;
            equation.left = addSide(report, identity.left, equation);
            equation.right = addSide(report, identity.right, equation);
            equation.width = widthOf(report.catalogue(), identity);
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

} // namespace gouji
