// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/judge.h"

#include "base/normalizedtext.h"
#include "recovery/judging/emptycells.h"
#include "recovery/judging/lostcells.h"
#include "recovery/judging/openrow.h"
#include "recovery/judging/rowcertainty.h"
#include "recovery/judging/spacedrows.h"
#include "recovery/judging/tabledoubts.h"
#include "recovery/places/placement.h"
#include "recovery/sums/tableequations.h"
#include "recovery/wording/ocrsigns.h"

#include <algorithm>
#include <optional>
#include <set>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

class Judge {
public:
    Judge(Report &report, const FormTable &table, const Alignment &alignment, std::vector<Token> &tokens, std::vector<PlacedRow> placed,
        const NormalizedText &text, bool complete, ZeroCells zeros)
        : m_report(report)
        , m_table(table)
        , m_alignment(alignment)
        , m_tokens(tokens)
        , m_text(text)
        , m_ids(table.cellIds())
        , m_placed(std::move(placed))
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
        if (!m_report.ocrSigns)
            settleSpacedRows(m_table, m_text.text(), m_alignment, m_tokens, m_placed);
        settleRows(m_table, m_text.text(), m_alignment, m_zeros, m_tokens, m_placed);
        if (!m_report.ocrSigns)
            settleLostCells(m_table, m_alignment, m_tokens, m_placed);
        const LaidTable laid{m_table, m_alignment, m_tokens, m_placed, m_text.text(), m_report.ocrSigns, m_complete, m_lossy, m_incomplete};
        m_certainty.emplace(laid);
        m_showsEmptyCells = showsEmptyCells(laid, *m_certainty);
        for (size_t l = 0; l < m_placed.size(); ++l)
            judgeLane(laid, l);
        TableDoubts doubts(m_report, laid);
        const std::set<CellId> seenEmpty = doubts.doubtBlanks();
        doubts.doubtOrder();
        if (m_report.ocrSigns)
            doubts.doubtMisreadText();
        confirmLookalikes();
        if (m_alignment.openRows.empty()) // else a sum may be one of other columns
            TableEquations(m_report, m_table).fillGaps(seenEmpty);
        if (printsOnlyZeros(laid) && (m_incomplete || m_alignment.layout.rowPerLine) && !m_showsEmptyCells && !m_report.ocrSigns)
            fillZeroTable();
        confirmZeros();
        guessEmptyCells();
        doubts.doubtWanting();
        doubts.doubtContradicted();
        doubts.doubtRows(m_certainty->hasOrphans() || m_alignment.byOrder);
        noteLeftovers();
        return m_complete && !m_incomplete
            && std::none_of(m_alignment.readings.begin(), m_alignment.readings.end(),
                [](const LaneReading &r) { return r.missing > 0 || r.leftoverBeside; });
    }

private:
    bool isNumber(int token) const { return token >= 0 && m_tokens[size_t(token)].kind == Token::Number; }

    CellId cellOf(const Lane &lane, int c) const { return m_ids[lane.first + c]; }

    void judgeLane(const LaidTable &laid, size_t l)
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
        const bool odd = m_certainty->isDoubtful(l);
        for (int c = 0; c < lane.length; ++c) {
            Cell &cell = m_report.cell(cellOf(lane, c));
            cell = Cell();
            const int token = row.chosen.tokens[size_t(c)];
            const bool sure = certain || (!odd && (!m_lossy || !row.sure.empty()) && m_certainty->isAgreed(row, size_t(c)));
            const bool number = isNumber(token);
            if (row.cut && nothing)
                showRun(cell, lane);
            else if (token >= 0 && !number && !m_tokens[size_t(token)].unreadable && sure && certainty != Certainty::Certain)
                setZeroOrBlank(cell, false);
            else if (token >= 0)
                fill(cell, m_tokens[size_t(token)], sure, certainty != Certainty::Certain && !(sure && m_certainty->isFirm(l, size_t(c))));
            else if (namedEmpty)
                setBlank(cell, u"这一行印有行名，没有数值。"_s);
            else if (nothing && !odd && m_certainty->isFirm(l, size_t(c)))
                setBlank(cell, u"这一行没有数值，各栏的合计都不缺它的数。"_s);
            else if (row.cut && !nothing)
                setNotPrinted(cell, sure);
            else if (!sure && !nothing && zeroOrBlank(row, size_t(c)))
                ; // below
            else if (!nothing && sure && (certainty == Certainty::Certain || m_certainty->isFirm(l, size_t(c))))
                setBlank(cell,
                    row.sure.empty() || row.inPlace ? u"这一格没有印数值。"_s
                                                    : u"文本没有保留空格；这一格是空白或 0，别的数放不到这里。"_s);
            else if (!nothing && sure)
                setZeroOrBlank(cell, own && holdsZeros(laid, row));
            else
                cell.why = nothing ? u"原文中没有找到这一行的数值。"_s : u"这一行的数值比格子少。"_s;
            if (cell.status == CellStatus::Read && cell.why.isEmpty() && !row.sure.empty() && !row.inPlace && !row.exact)
                cell.why = u"文本没有保留空格；只有放在这一栏，表内各式才都成立。"_s;
            if (!sure && !nothing && cell.status != CellStatus::Read && zeroOrBlank(row, size_t(c))) {
                setZeroOrBlank(cell, own && holdsZeros(laid, row));
                // where its sum fails a number may have been lost from this very cell
                const bool failing = row.chosen.sum == RowSum::Fails || row.chosen.sum == RowSum::Open;
                if (!own || failing) {
                    cell.value = Decimal();
                    cell.status = CellStatus::Suspect;
                }
            }
        }
        if (!certain && !nothing)
            openRow(m_report, laid, l, m_text);
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
    void setNotPrinted(Cell &cell, bool sure) const
    {
        setZeroOrBlank(cell, false);
        cell.status = sure ? CellStatus::Repaired : CellStatus::Suspect;
        cell.why = sure ? u"原文的数字连在一起，按等式断开，此格没有印数，按 0 处理。"_s : u"原文的数字连在一起，怎样断开不能确定。"_s;
    }

    /// A cell that holds a 0 or nothing. Where that is certain, it is a doubt which of the two only in a layout that shows
    /// empty cells.
    void setZeroOrBlank(Cell &cell, bool certain) const
    {
        cell.candidates.clear();
        if (certain && !m_showsEmptyCells) {
            cell.status = cell.text.isEmpty() ? CellStatus::Blank : CellStatus::Read;
            if (cell.text.isEmpty())
                cell.value.reset();
            cell.why = u"文本没有保留空格；这一格是空白或 0，别的数放不到这里。"_s;
            return;
        }
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
            markUnfolded(cell, t);
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
        markUnfolded(cell, t);
        if (t.lookalike) {
            cell.status = CellStatus::Suspect;
            cell.why = u"原文“%1”像数字而不是数字，读作 %2。"_s.arg(cell.text, t.value.toString());
            m_lookalikes << &cell;
        }
    }

    /// A number that a sum gave its places is inferred; whether a place is empty is no more than likely.
    static void markUnfolded(Cell &cell, const Token &t)
    {
        if (t.unfolding == Token::Own || cell.status == CellStatus::Suspect)
            return;
        const bool inferred = t.unfolding == Token::BySum && t.kind == Token::Number;
        cell.status = inferred ? CellStatus::Repaired : CellStatus::Suspect;
        cell.why = inferred ? u"原文把相邻的相同数并成了一个，按合计等式分开。"_s : u"原文把相邻的相同数并成了一个，各占几格不能确定。"_s;
    }

    static void setBlank(Cell &cell, const QString &why)
    {
        cell.value.reset();
        cell.status = CellStatus::Blank;
        cell.why = why;
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

    /// Where the text lost its empty cells and prints no number but 0, no cell of a row that is there can hold anything else.
    void fillZeroTable()
    {
        const bool anyNumber = std::any_of(m_tokens.begin(), m_tokens.end(), [](const Token &t) { return t.kind == Token::Number; });
        for (size_t l = 0; l < m_placed.size() && anyNumber; ++l) {
            const LaneReading &reading = m_alignment.readings[l];
            for (int c = 0; c < m_alignment.lanes[l].length && (m_table.across || reading.label >= Pinned); ++c)
                setZeroOrBlank(m_report.cell(cellOf(m_alignment.lanes[l], c)), true);
        }
        m_report.openRows.removeIf([this](const OpenRow &row) { return !row.cells.isEmpty() && m_ids.contains(row.cells.first()); });
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
        const bool named = m_table.across || m_alignment.rowsNamed >= int(m_table.rows.size());
        if (!m_lossy || m_report.ocrSigns || !named || numbers.size() != size_t(m_ids.size()))
            return; // a row that is not printed has none of them
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
    ZeroCells m_zeros;
    bool m_complete = false; ///< the tables before this one lost no value
    bool m_incomplete = false; ///< lossy, and values are missing
    bool m_showsEmptyCells = false; ///< an empty cell can be told from one that holds a 0
    bool m_lossy = false; ///< empty cells leave no trace in this layout
};

} // namespace

bool judge(Report &report, const FormTable &table, const Alignment &alignment, std::vector<Token> &tokens, std::vector<PlacedRow> placed,
    const NormalizedText &text, bool complete, ZeroCells zeros)
{
    return Judge(report, table, alignment, tokens, std::move(placed), text, complete, zeros).run();
}

} // namespace gouji
