// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace gouji {

/// A cell as a rule may calculate with it. The one place that says when an empty cell counts as 0: a blank one is
/// tried as 0 (and the finding then names it), a missing or unreadable one is no number at all.
struct Operand {
    bool known = false; ///< false: whatever needs this cell cannot be judged
    bool blank = false; ///< `value` is a trial, not what the report says
    bool doubtful = false; ///< suspect or repaired, and nobody has confirmed it
    Decimal value;
};

inline Operand operand(const Report &report, CellId id)
{
    const Cell &cell = report.cell(id);
    if (cell.value)
        return {true, false, cell.needsPerson(), *cell.value};
    // A person who empties a cell says that the report leaves it blank.
    const bool blank = cell.status == CellStatus::Blank || cell.status == CellStatus::Corrected;
    return {blank, blank, !blank, Decimal()};
}

/// Sum of several cells, with what stands in the way of trusting it.
struct OperandSum {
    bool known = true;
    Decimal value;
    QList<CellId> blanks;
    QList<CellId> doubtful; ///< with those that have no value at all
};

OperandSum sumOf(const Report &report, const QList<CellId> &cells);

/// A label between quotation marks; its own become single ones.
QString quoted(QString label);
/// 「“予以公开”总计」: a cell in a sentence.
QString cellText(const FormCatalogue &catalogue, CellId id);
/// 「表三」; tables carry the number of the section they stand in.
QString tableText(const FormTable &table);
/// The first few of a list: 「甲、乙等 5 处」.
QString listText(const QStringList &items, qsizetype most = 6);
QString cellListText(const FormCatalogue &catalogue, const QList<CellId> &cells, qsizetype most = 6);

} // namespace gouji
