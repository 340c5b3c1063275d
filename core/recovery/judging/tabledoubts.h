// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/judging/laidtable.h"
#include "report/report.h"

#include <set>

namespace gouji {

/// Takes certainty back from cells of a table whose rows were judged one by one, for what only the table as a whole shows.
class TableDoubts {
public:
    TableDoubts(Report &report, const LaidTable &laid);

    /// Empty places where nearly all cells are printed. Gives those of clean text: they may have lost a number.
    std::set<CellId> doubtBlanks();
    void doubtWanting(); ///< the same in rows whose sums want a number
    void doubtOrder(); ///< the sums inside rows fail in many
    void doubtMisreadText(); ///< what no equation bears out in text with signs of OCR
    void doubtContradicted(); ///< rows that their sum alone has chosen, where the sums over rows speak against them
    void doubtRows(bool byOrder); ///< the sums over rows fail in many columns; `byOrder`: nothing but order pins the rows

private:
    CellId cellOf(const Lane &lane, int c) const { return m_ids[lane.first + c]; }
    bool areBlanksRare() const; ///< nearly all cells are printed
    void doubtBlank(CellId id, const QString &why);
    void doubtAll(const QString &why);

    Report &m_report;
    const LaidTable &m_laid;
    QList<CellId> m_ids;
};

} // namespace gouji
