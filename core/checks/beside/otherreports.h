// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkrun.h"
#include "checks/companions.h"
#include "checks/operands.h"

/// What the rules that set one report beside another have in common.
namespace gouji {

/// A cell whose numbers differ between two reports.
struct CellDifference {
    CellId cell;
    Operand here;
    Operand there;
    bool doubtful() const { return here.doubtful || there.doubtful; }
};

/// Cells that both reports have a number or a blank for, and not the same, in printed order. A blank counts as 0.
QList<CellDifference> differences(const Report &here, const Report &there);

/// Puts the cells that differ into a finding, and lays the blame where one of them is in doubt.
void nameCells(Finding &finding, const QList<CellDifference> &cells);

/// 「“予以公开”总计 5 与 6」, the first few of them; `joint` stands between the numbers.
QString differenceText(const FormCatalogue &forms, const QList<CellDifference> &cells, const QString &joint);

} // namespace gouji
