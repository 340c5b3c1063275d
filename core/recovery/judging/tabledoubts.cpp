// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/tabledoubts.h"

#include "recovery/sums/tableequations.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr double BlanksAreRare = 0.1; // of a table's cells; there, an empty place in a misread text is doubtful

} // namespace

TableDoubts::TableDoubts(Report &report, const LaidTable &laid)
    : m_report(report)
    , m_laid(laid)
    , m_ids(laid.table.cellIds())
{
}

/// In text that shows signs of OCR a cleanly printed digit may still be a misreading, and an empty place may have
/// lost its digit: only what an identity bears out is certain.
void TableDoubts::doubtMisreadText()
{
    const std::set<CellId> confirmed = TableEquations(m_report, m_laid.table).confirmed();
    for (const CellId id : m_ids) {
        Cell &cell = m_report.cell(id);
        if (cell.status == CellStatus::Read && !confirmed.count(id)) {
            cell.status = CellStatus::Suspect;
            cell.why = u"原文有识别错误的迹象，没有等式能证实这个数。"_s;
        } else if (cell.status == CellStatus::Blank && !confirmed.count(id)) {
            doubtBlank(id, u"原文有识别错误的迹象，此处的数字可能没有识别出来。"_s);
        }
    }
}

/// Where the table prints its zeros, an empty place in a row of odd length, or in misread text, may have lost one.
std::set<CellId> TableDoubts::doubtBlanks()
{
    std::set<CellId> seenEmpty;
    if (!areBlanksRare())
        return seenEmpty;
    for (size_t l = 0; l < m_laid.placed.size(); ++l) {
        const Lane &lane = m_laid.alignment.lanes[l];
        if (lane.length == 1 || ((m_laid.placed[l].exact || m_laid.isEmpty(m_laid.placed[l])) && !m_laid.misread))
            continue;
        for (int c = 0; c < lane.length; ++c) {
            if (m_report.cell(cellOf(lane, c)).status != CellStatus::Blank)
                continue;
            if (!m_laid.misread)
                seenEmpty.insert(cellOf(lane, c));
            doubtBlank(cellOf(lane, c), u"别的格都印了数，此处的数字可能丢失。"_s);
        }
    }
    return seenEmpty;
}

bool TableDoubts::areBlanksRare() const
{
    const auto blanks
        = std::count_if(m_ids.begin(), m_ids.end(), [this](CellId id) { return m_report.cell(id).status == CellStatus::Blank; });
    return double(blanks) < BlanksAreRare * double(m_ids.size());
}

void TableDoubts::doubtWanting()
{
    if (!areBlanksRare())
        return;
    for (const CellId id : TableEquations(m_report, m_laid.table).wanting())
        doubtBlank(id, u"本行合计不成立，此处的数字可能丢失。"_s);
}

void TableDoubts::doubtBlank(CellId id, const QString &why)
{
    m_report.cell(id).status = CellStatus::Suspect;
    m_report.cell(id).why = why;
}

/// Where the sums of a good part of the rows fail the numbers stand in another order than they were read in; a row whose
/// sum holds may hold by chance then.
void TableDoubts::doubtOrder()
{
    constexpr int LeastFailures = 4;
    constexpr int Share = 3; // of the rows that have something to add: one in so many
    int failures = 0;
    int sums = 0;
    for (const PlacedRow &row : m_laid.placed) {
        failures += row.chosen.sum == RowSum::Fails;
        sums += row.chosen.sum == RowSum::Fails || row.chosen.sum == RowSum::Holds;
    }
    if (failures >= LeastFailures && failures * Share >= sums)
        doubtAll(u"表内多行的合计都不成立，数值的排列可能不是表的次序。"_s);
}

/// Rows that add up, under sums over the rows that do not: the numbers may belong to the rows above or below.
void TableDoubts::doubtRows(bool byOrder)
{
    if (m_laid.placed.size() > 1 && TableEquations(m_report, m_laid.table).isTangled(byOrder))
        doubtAll(u"表内多栏各行相加都不成立，数值可能错了行。"_s);
}

void TableDoubts::doubtAll(const QString &why)
{
    for (const CellId id : m_ids) {
        Cell &cell = m_report.cell(id);
        if (cell.status != CellStatus::Read && cell.status != CellStatus::Blank && cell.status != CellStatus::Repaired)
            continue;
        cell.status = CellStatus::Suspect;
        cell.why = why;
    }
}

/// The sum of a row says that its values are one row's, not which, nor in which of its cells they stand: the sums over the rows
/// must not say otherwise.
void TableDoubts::doubtContradicted()
{
    if (m_laid.table.across || m_laid.placed.empty())
        return;
    std::set<CellId> contradicted;
    bool known = false;
    for (size_t l = 0; l < m_laid.placed.size(); ++l) {
        const Lane &lane = m_laid.alignment.lanes[l];
        const auto isInferred = [&](CellId id) { return m_report.cell(id).status == CellStatus::Repaired; };
        // where digits were cut, the sums over the rows have been heard already, faults of the report included
        if (lane.length == 1 || m_laid.placed[l].cut || m_laid.isEmpty(m_laid.placed[l]) || !isInferred(cellOf(lane, lane.length - 1)))
            continue;
        if (!known)
            contradicted = TableEquations(m_report, m_laid.table).contradicted();
        known = true;
        bool doubtful = false;
        for (int c = 0; c < lane.length; ++c)
            doubtful = doubtful || contradicted.count(cellOf(lane, c));
        for (int c = 0; c < lane.length && doubtful; ++c) {
            Cell &cell = m_report.cell(cellOf(lane, c));
            if (cell.status != CellStatus::Repaired)
                continue;
            cell.status = CellStatus::Suspect;
            cell.why = u"这一行的数值由同行的合计定位，各行相加却不能证实。"_s;
        }
    }
}

} // namespace gouji
