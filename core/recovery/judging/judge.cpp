// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/judge.h"

#include "base/normalizedtext.h"
#include "recovery/judging/lostcells.h"
#include "recovery/judging/rowcertainty.h"
#include "recovery/places/placement.h"
#include "recovery/sums/tableequations.h"
#include "recovery/wording/ocrsigns.h"

#include <algorithm>
#include <optional>
#include <set>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t MostOffered = 12; // ways to read a row
constexpr double BlanksAreRare = 0.1; // of a table's cells; there, an empty place in a misread text is doubtful

class Judge {
public:
    Judge(Report &report, const FormTable &table, const Alignment &alignment, std::vector<Token> &tokens, const NormalizedText &text,
        bool complete, ZeroCells zeros)
        : m_report(report)
        , m_table(table)
        , m_alignment(alignment)
        , m_tokens(tokens)
        , m_text(text)
        , m_ids(table.cellIds())
        , m_zeros(zeros)
        , m_complete(complete)
    {
        m_lossy = !alignment.layout.rowPerLine && !alignment.layout.emptyCellsSeen
            && std::none_of(tokens.begin(), tokens.end(), [](const Token &t) { return t.kind == Token::Blank && t.delimited; });
    }

    bool run()
    {
        for (const LaneReading &reading : m_alignment.readings)
            m_incomplete = m_incomplete || (m_lossy && reading.missing > 0);
        m_placed = placeRows(m_table, m_text.text(), m_alignment, m_tokens);
        settleRows(m_table, m_text.text(), m_alignment, m_zeros, m_tokens, m_placed);
        if (!m_report.ocrSigns)
            settleLostCells(m_table, m_alignment, m_tokens, m_placed);
        m_certainty.emplace(
            LaidTable{m_table, m_alignment, m_tokens, m_placed, m_text.text(), m_report.ocrSigns, m_complete, m_lossy, m_incomplete});
        for (size_t l = 0; l < m_placed.size(); ++l)
            judgeLane(l);
        doubtBlanks();
        doubtOrder();
        if (m_report.ocrSigns)
            doubtMisreadText();
        confirmLookalikes();
        if (m_alignment.openRows.empty()) // else a sum may be one of other columns
            TableEquations(m_report, m_table).fillGaps(m_seenEmpty);
        if (m_incomplete)
            fillZeroTable();
        confirmZeros();
        guessEmptyCells();
        doubtUnnamed();
        doubtRows();
        noteLeftovers();
        return m_complete && !m_incomplete
            && std::none_of(m_alignment.readings.begin(), m_alignment.readings.end(),
                [](const LaneReading &r) { return r.missing > 0 || r.leftoverBeside; });
    }

private:
    CellId cellOf(const Lane &lane, int c) const { return m_ids[lane.first + c]; }

    void judgeLane(size_t l)
    {
        const Lane &lane = m_alignment.lanes[l];
        const LaneReading &reading = m_alignment.readings[l];
        const PlacedRow &row = m_placed[l];
        const bool own
            = !reading.rivals && !reading.contradicted && !reading.leftoverBeside && !reading.crossesRows; // its values are no other row's
        const bool nothing = std::all_of(row.chosen.tokens.begin(), row.chosen.tokens.end(), [](int t) { return t < 0; });
        const bool namedEmpty = m_certainty->isNamedEmpty(l);
        const Certainty certainty = namedEmpty ? Certainty::Certain : m_certainty->of(l);
        const bool certain = certainty != Certainty::Open;
        for (int c = 0; c < lane.length; ++c) {
            Cell &cell = m_report.cell(cellOf(lane, c));
            cell = Cell();
            const int token = row.chosen.tokens[size_t(c)];
            const bool sure = certain || ((!m_lossy || !row.sure.empty()) && m_certainty->isAgreed(row, size_t(c)));
            const bool number = token >= 0 && m_tokens[size_t(token)].kind == Token::Number;
            if (row.cut && nothing)
                showRun(cell, lane);
            else if (token >= 0 && !number && !m_tokens[size_t(token)].unreadable && sure && certainty != Certainty::Certain)
                setZeroOrBlank(cell);
            else if (token >= 0)
                fill(cell, m_tokens[size_t(token)], sure, certainty != Certainty::Certain && !(sure && m_certainty->isFirm(l, size_t(c))));
            else if (namedEmpty)
                setBlank(cell, u"这一行印有行名，没有数值。"_s);
            else if (nothing && m_certainty->isFirm(l, size_t(c)))
                setBlank(cell, u"这一行没有数值，各栏的合计都不缺它的数。"_s);
            else if (row.cut && !nothing)
                setNotPrinted(cell, sure);
            else if (!sure && !nothing && zeroOrBlank(row, size_t(c)))
                ; // below
            else if (!nothing && sure && (certainty == Certainty::Certain || m_certainty->isFirm(l, size_t(c))))
                setBlank(cell, row.sure.empty() ? u"这一格没有印数值。"_s : u"文本没有保留空格；这一格是空白或 0，别的数放不到这里。"_s);
            else if (!nothing && sure)
                setZeroOrBlank(cell);
            else
                cell.why = nothing ? u"原文中没有找到这一行的数值。"_s : u"这一行的数值比格子少。"_s;
            if (cell.status == CellStatus::Read && cell.why.isEmpty() && !row.sure.empty() && !row.exact)
                cell.why = u"文本没有保留空格；只有放在这一栏，表内各式才都成立。"_s;
            if (!sure && !nothing && cell.status != CellStatus::Read && zeroOrBlank(row, size_t(c))) {
                setZeroOrBlank(cell);
                // where its sum fails a number may have been lost from this very cell
                const bool failing = row.chosen.sum == RowSum::Fails || row.chosen.sum == RowSum::Open;
                if (!own || failing)
                    cell.status = CellStatus::Suspect;
            }
        }
        if (!certain && !nothing)
            openRow(l);
    }

    /// However the row is laid, this cell holds a 0 or nothing: the number is certain, only the print is not.
    bool zeroOrBlank(const PlacedRow &row, size_t cell) const
    {
        const auto zero = [&](const RowPlacement &p) {
            const int t = p.tokens[cell];
            return t < 0 || m_tokens[size_t(t)].kind != Token::Number || m_tokens[size_t(t)].value.isZero();
        };
        // in misread text, or where no sum bears on a row that lost a place, a lost number may be any number
        const bool whole = std::none_of(row.chosen.tokens.begin(), row.chosen.tokens.end(), [](int t) { return t < 0; });
        return !m_lossy && !m_report.ocrSigns && !row.cut && (row.chosen.sum != RowSum::None || whole) && zero(row.chosen)
            && std::all_of(row.others.begin(), row.others.end(), zero) && std::all_of(row.possible.begin(), row.possible.end(), zero);
    }

    /// A run of digits that could not be cut stands in every cell of its row.
    void showRun(Cell &cell, const Lane &lane)
    {
        const TextRange range = m_tokens[size_t(m_alignment.tokenOfCell[size_t(lane.first)])].range;
        cell.source = m_text.original(range);
        cell.text = m_text.text().mid(range.begin, range.length());
        cell.status = CellStatus::Suspect;
        cell.why = u"原文的数字连在一起，无法断开。"_s;
    }

    /// A cell to which a run of digits leaves none: it can only be an empty one.
    static void setNotPrinted(Cell &cell, bool sure)
    {
        setZeroOrBlank(cell);
        cell.status = sure ? CellStatus::Repaired : CellStatus::Suspect;
        cell.why = sure ? u"原文的数字连在一起，按等式断开，此格没有印数，按 0 处理。"_s : u"原文的数字连在一起，怎样断开不能确定。"_s;
    }

    static void setZeroOrBlank(Cell &cell)
    {
        cell.value = Decimal();
        cell.status = CellStatus::Repaired;
        cell.why = u"此格是 0 还是空白，从版面分不清；按 0 处理。"_s;
        cell.candidates = {Candidate{std::nullopt, u"此格是空的"_s, {}}};
    }

    void fill(Cell &cell, const Token &t, bool certain, bool inferred)
    {
        cell.source = m_text.original(t.range);
        cell.text = m_text.text().mid(t.range.begin, t.range.length());
        if (t.unreadable) {
            cell.status = CellStatus::Suspect;
            cell.why = u"原文“%1”不是数字。"_s.arg(cell.text);
            return;
        }
        if (t.kind != Token::Number) {
            setBlank(cell, {});
            if (!certain) {
                cell.status = CellStatus::Suspect;
                cell.why = u"这一行的数值位置不能确定。"_s;
            } else if (t.noise) {
                cell.why = u"格内只有杂点，按空白处理。"_s;
            }
            return;
        }
        if (t.glued && !t.cut) {
            cell.status = certain ? CellStatus::Repaired : CellStatus::Suspect;
            cell.value = t.value;
            cell.why = u"数字与文字连在一起，中间没有分隔。"_s;
            return;
        }
        cell.value = t.value;
        cell.status = !certain ? CellStatus::Suspect : inferred ? CellStatus::Repaired : CellStatus::Read;
        if (t.cut) {
            cell.status = certain ? CellStatus::Repaired : CellStatus::Suspect;
            cell.why = certain ? u"原文的数字连在一起，按等式断开。"_s : u"原文的数字连在一起，怎样断开不能确定。"_s;
        } else if (inferred) {
            cell.why = u"这一行的数值由合计等式定位。"_s;
        }
        if (!certain && !t.cut)
            cell.why = u"这一行的数值位置不能确定。"_s;
        if (t.lookalike) {
            cell.status = CellStatus::Suspect;
            cell.why = u"原文“%1”像数字而不是数字，读作 %2。"_s.arg(cell.text, t.value.toString());
            m_lookalikes << &cell;
        }
    }

    static void setBlank(Cell &cell, const QString &why)
    {
        cell.value.reset();
        cell.status = CellStatus::Blank;
        cell.why = why;
    }

    void openRow(size_t l)
    {
        const Lane &lane = m_alignment.lanes[l];
        const PlacedRow &row = m_placed[l];
        OpenRow open;
        for (int c = 0; c < lane.length; ++c)
            open.cells << cellOf(lane, c);
        int numbers = 0;
        for (const int t : row.chosen.tokens) {
            if (t < 0)
                continue;
            const TextRange at = m_text.original(m_tokens[size_t(t)].range);
            open.source = {open.source.begin < 0 ? at.begin : std::min(open.source.begin, at.begin), std::max(open.source.end, at.end)};
            numbers += m_tokens[size_t(t)].kind == Token::Number;
        }
        open.reason = row.cut ? u"这一行的数字连在一起，断开的办法不止一种。"_s
            : row.exact       ? u"这一行的数值与行名对应不确定，合计也不能证实。"_s
                              : u"这一行应有 %1 个数值，读到 %2 个，位置不能确定。"_s.arg(lane.length).arg(numbers);
        open.placements << placement(row.chosen, row.cut ? u"一种断法"_s : u"与版面最相符"_s);
        for (size_t i = 0; i < row.others.size() && i < MostOffered; ++i) {
            const RowPlacement &other = row.others[i];
            open.placements << placement(other, row.cut ? u"另一种断法"_s : other.sum == RowSum::Holds ? u"同行合计成立"_s : u"同样可能"_s);
        }
        m_report.openRows << open;
        for (const RowPlacement &other : row.others) {
            for (int c = 0; c < lane.length; ++c) {
                Cell &cell = m_report.cell(cellOf(lane, c));
                const Candidate candidate = candidateOf(other.tokens[size_t(c)], row.cut ? u"另一种断法"_s : u"另一种放法"_s);
                if (candidate.value != cell.value && !cell.candidates.contains(candidate))
                    cell.candidates << candidate;
            }
        }
    }

    Candidate candidateOf(int token, const QString &why) const
    {
        Candidate out;
        out.why = why;
        if (token >= 0) {
            const Token &t = m_tokens[size_t(token)];
            out.source = m_text.original(t.range);
            if (t.kind == Token::Number)
                out.value = t.value;
        }
        return out;
    }

    Placement placement(const RowPlacement &p, const QString &why) const
    {
        Placement out;
        out.why = why;
        for (const int t : p.tokens)
            out.cells << candidateOf(t, {});
        return out;
    }

    /// In text that shows signs of OCR a cleanly printed digit may still be a misreading, and an empty place may have
    /// lost its digit: only what an identity bears out is certain.
    void doubtMisreadText()
    {
        const std::set<CellId> confirmed = TableEquations(m_report, m_table).confirmed();
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
    void doubtBlanks()
    {
        int blanks = 0;
        for (const CellId id : m_ids)
            blanks += m_report.cell(id).status == CellStatus::Blank;
        if (double(blanks) >= BlanksAreRare * double(m_ids.size()))
            return;
        for (size_t l = 0; l < m_placed.size(); ++l) {
            const Lane &lane = m_alignment.lanes[l];
            if (lane.length == 1 || ((m_placed[l].exact || m_certainty->isEmpty(m_placed[l])) && !m_report.ocrSigns))
                continue;
            for (int c = 0; c < lane.length; ++c) {
                if (m_report.cell(cellOf(lane, c)).status != CellStatus::Blank)
                    continue;
                if (!m_report.ocrSigns)
                    m_seenEmpty.insert(cellOf(lane, c));
                doubtBlank(cellOf(lane, c), u"别的格都印了数，此处的数字可能丢失。"_s);
            }
        }
    }

    void doubtBlank(CellId id, const QString &why)
    {
        m_report.cell(id).status = CellStatus::Suspect;
        m_report.cell(id).why = why;
    }

    /// Where the sums of a good part of the rows fail the numbers stand in another order than they were read in; a row whose
    /// sum holds may hold by chance then.
    void doubtOrder()
    {
        constexpr int LeastFailures = 4;
        constexpr int Share = 3; // of the rows that have something to add: one in so many
        int failures = 0;
        int sums = 0;
        for (const PlacedRow &row : m_placed) {
            failures += row.chosen.sum == RowSum::Fails;
            sums += row.chosen.sum == RowSum::Fails || row.chosen.sum == RowSum::Holds;
        }
        if (failures >= LeastFailures && failures * Share >= sums)
            doubtAll(u"表内多行的合计都不成立，数值的排列可能不是表的次序。"_s);
    }

    /// Rows that add up, under sums over the rows that do not: the numbers may belong to the rows above or below.
    void doubtRows()
    {
        if (m_placed.size() > 1 && TableEquations(m_report, m_table).isTangled(m_certainty->hasOrphans() || m_alignment.byOrder))
            doubtAll(u"表内多栏各行相加都不成立，数值可能错了行。"_s);
    }

    void doubtAll(const QString &why)
    {
        for (const CellId id : m_ids) {
            Cell &cell = m_report.cell(id);
            if (cell.status != CellStatus::Read && cell.status != CellStatus::Blank && cell.status != CellStatus::Repaired)
                continue;
            cell.status = CellStatus::Suspect;
            cell.why = why;
        }
    }

    /// The sum of a row whose wording is not beside it says that its values are one row's, not which: the sums over the
    /// rows have to say that.
    void doubtUnnamed()
    {
        if (m_table.across || m_placed.empty())
            return;
        std::set<CellId> contradicted;
        bool known = false;
        for (size_t l = 0; l < m_placed.size(); ++l) {
            const Lane &lane = m_alignment.lanes[l];
            const auto isInferred = [&](CellId id) { return m_report.cell(id).status == CellStatus::Repaired; };
            if (m_alignment.readings[l].label >= Pinned || lane.length == 1 || m_certainty->isEmpty(m_placed[l])
                || !isInferred(cellOf(lane, lane.length - 1)))
                continue;
            if (!known)
                contradicted = TableEquations(m_report, m_table).contradicted();
            known = true;
            bool doubtful = false;
            for (int c = 0; c < lane.length; ++c)
                doubtful = doubtful || contradicted.count(cellOf(lane, c));
            for (int c = 0; c < lane.length && doubtful; ++c) {
                Cell &cell = m_report.cell(cellOf(lane, c));
                if (cell.status != CellStatus::Repaired)
                    continue;
                cell.status = CellStatus::Suspect;
                cell.why = u"这一行的数值与行名对应不确定，各行相加也不能证实。"_s;
            }
        }
    }

    void confirmLookalikes()
    {
        for (const CellId id : m_ids) {
            Cell &cell = m_report.cell(id);
            if (!m_lookalikes.contains(&cell))
                continue;
            QString equations;
            const auto value = TableEquations(m_report, m_table).demanded(id, &equations);
            if (value && value == cell.value) {
                cell.status = CellStatus::Repaired;
                cell.why = u"原文“%1”读作 %2，%3的等式证实。"_s.arg(cell.text, value->toString(), equations);
            }
        }
    }

    /// Where the text lost its empty cells and prints no number but 0, no cell can hold anything else.
    void fillZeroTable()
    {
        for (const Token &t : m_tokens) {
            if (t.kind == Token::Number && (t.lookalike || t.glued || !t.value.isZero()))
                return;
        }
        for (const CellId id : m_ids) {
            if (!m_report.cell(id).value)
                setZeroOrBlank(m_report.cell(id));
        }
    }

    /// As many numbers as cells, and all of them 0: whatever the order, each cell holds one.
    void confirmZeros()
    {
        std::vector<const Token *> numbers;
        for (const Token &t : m_tokens) {
            if (t.kind != Token::Number || t.loose)
                continue;
            if (t.glued || t.lookalike || t.cut || !t.value.isZero())
                return;
            numbers.push_back(&t);
        }
        if (!m_lossy || m_report.ocrSigns || numbers.size() != size_t(m_ids.size()))
            return;
        for (qsizetype i = 0; i < m_ids.size(); ++i) {
            const TextRange &range = numbers[size_t(i)]->range;
            Cell &cell = m_report.cell(m_ids[i]);
            cell.source = m_text.original(range);
            cell.text = m_text.text().mid(range.begin, range.length());
            cell.value = Decimal();
            cell.status = CellStatus::Read;
            cell.why = u"表内各格印的都是 0。"_s;
            cell.candidates.clear();
        }
        m_report.openRows.removeIf([this](const OpenRow &row) { return !row.cells.isEmpty() && m_ids.contains(row.cells.first()); });
    }

    /// Where empty cells leave no trace, a cell for which no number is left is most likely empty; only a person can tell.
    void guessEmptyCells()
    {
        const bool traceless = m_lossy
            || (m_alignment.layout.rowPerLine
                && std::none_of(m_tokens.begin(), m_tokens.end(), [](const Token &t) { return t.delimited; }));
        for (const CellId id : m_ids) {
            Cell &cell = m_report.cell(id);
            if (!traceless || cell.status != CellStatus::Missing || cell.value || !cell.text.isEmpty())
                continue;
            cell.value = Decimal();
            cell.status = CellStatus::Suspect;
            cell.why = u"文本没有保留空格，这里没有找到数；很可能是空白或 0。"_s;
            cell.candidates << Candidate{std::nullopt, u"此格是空的"_s, {}};
        }
    }

    void noteLeftovers()
    {
        std::vector<char> used(m_tokens.size(), false);
        for (const PlacedRow &row : m_placed) {
            for (const int t : row.chosen.tokens) {
                if (t >= 0)
                    used[size_t(t)] = true;
            }
        }
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            if (m_tokens[i].kind == Token::Number && !m_tokens[i].pageMark && !m_tokens[i].loose && !m_tokens[i].cut
                && !(i < m_alignment.used.size() && m_alignment.used[i] && m_tokens[i].glued) && !used[i])
                m_report.leftovers << m_text.original(m_tokens[i].range);
        }
    }

    Report &m_report;
    const FormTable &m_table;
    const Alignment &m_alignment;
    std::vector<Token> &m_tokens; ///< grows by the ways to cut glued digits
    const NormalizedText &m_text;
    QList<CellId> m_ids;
    std::vector<PlacedRow> m_placed;
    std::optional<RowCertainty> m_certainty; ///< once the rows are settled
    QList<const Cell *> m_lookalikes;
    std::set<CellId> m_seenEmpty; ///< empty places of clean text that may have lost a number
    ZeroCells m_zeros;
    bool m_complete = false; ///< the tables before this one lost no value
    bool m_incomplete = false; ///< lossy, and values are missing
    bool m_lossy = false; ///< empty cells leave no trace in this layout
};

} // namespace

bool judge(Report &report, const FormTable &table, const Alignment &alignment, std::vector<Token> &tokens, const NormalizedText &text,
    bool complete, ZeroCells zeros)
{
    return Judge(report, table, alignment, tokens, text, complete, zeros).run();
}

} // namespace gouji
