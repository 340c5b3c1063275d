// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judge.h"

#include "base/normalizedtext.h"
#include "recovery/ocrsigns.h"
#include "recovery/placement.h"
#include "recovery/tableequations.h"

#include <algorithm>
#include <set>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr double Chance = 0.01; // of sums that hold without being right
constexpr int LargestPage = 1000;
constexpr size_t MostOffered = 12; // ways to read a row
constexpr float Pinned = 2; // wording that names a row beyond doubt
constexpr int MostUnplaced = 12; // numbers that no cell took: with as many, a row without any may have lost its own
constexpr float WholeEnough = 0.5f; // of a row's wording, to say that the row is printed and empty: words of it stand anywhere
constexpr qsizetype MostShortRows = 10; // of a table whose rows have one or a few values: a number on a line is soon a row
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
        m_orderly = m_lossy && isOrderly();
        m_unplaced = countUnplaced();
        m_orphans = hasOrphans(true);
        m_strays = hasOrphans(false);
        m_apart = standApart();
        m_torn = tearsNumbers();
        for (size_t l = 0; l < m_placed.size(); ++l)
            judgeLane(l);
        doubtBlanks();
        doubtOrder();
        if (m_report.ocrSigns)
            doubtMisreadText();
        confirmLookalikes();
        if (m_alignment.openRows.empty()) // else a sum may be one of other columns
            TableEquations(m_report, m_table).fillGaps();
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
    /// Every row stands under its own wording with as many values as cells, and nothing is left over: then it does not
    /// matter that empty cells would leave no trace, there are none.
    bool isOrderly() const
    {
        for (size_t l = 0; l < m_placed.size(); ++l) {
            const LaneReading &reading = m_alignment.readings[l];
            const RowSum sum = m_placed[l].chosen.sum;
            const bool named = m_table.across ? m_complete || sum == RowSum::Holds || sum == RowSum::Trivial : reading.label >= Pinned;
            const int mostBefore = sum == RowSum::None ? 0 : 1; // values that may stand before the last piece of their wording
            if (!m_placed[l].exact || !named || reading.interleaved || reading.wordingAt > mostBefore || reading.contradicted
                || reading.rivals || reading.leftoverBeside)
                return false;
        }
        return true;
    }

    int countUnplaced() const
    {
        int out = 0;
        for (size_t i = 0; i < m_alignment.used.size(); ++i)
            out += m_tokens[i].kind == Token::Number && !m_tokens[i].pageMark && !m_tokens[i].loose && !m_alignment.used[i];
        return out;
    }

    /// Most rows have their values on other lines than their wording: then wording without values beside it says nothing.
    bool standApart() const
    {
        int beside = 0;
        int apart = 0;
        for (size_t l = 0; l < m_placed.size(); ++l) {
            const LaneReading &reading = m_alignment.readings[l];
            if (reading.begin < 0 || isEmpty(m_placed[l]))
                continue;
            const int line = m_tokens[size_t(reading.begin)].line;
            bool wording = false;
            for (size_t i = size_t(reading.begin); i-- > 0 && m_tokens[i].line == line;)
                wording = wording || m_tokens[i].kind == Token::Text;
            for (size_t i = size_t(reading.end); i < m_alignment.used.size() && m_tokens[i].line == line; ++i)
                wording = wording || m_tokens[i].kind == Token::Text;
            (wording ? beside : apart) += 1;
        }
        return !m_table.across && apart > beside;
    }

    /// A line with numbers, `row`: with several, of which no cell took one: the row that should have them is found without any.
    bool hasOrphans(bool row) const
    {
        const int least = row ? 2 : 1;
        int line = -1;
        int numbers = 0;
        bool used = false;
        for (size_t i = 0; i <= m_alignment.used.size(); ++i) {
            const bool end = i == m_alignment.used.size();
            if (end || m_tokens[i].line != line) {
                if (numbers >= least && !used)
                    return true;
                numbers = 0;
                used = false;
                line = end ? -1 : m_tokens[i].line;
            }
            if (end || m_tokens[i].kind != Token::Number || m_tokens[i].pageMark || m_tokens[i].loose)
                continue;
            ++numbers;
            used = used || m_alignment.used[i];
        }
        return false;
    }

    /// "15 016", "15,016" between commas: the second half of a number torn at its separator shows where it begins with a 0.
    bool tearsNumbers() const
    {
        const QStringView text = m_text.text();
        for (size_t i = 1; i < m_tokens.size(); ++i) {
            const Token &t = m_tokens[i];
            const Token &before = m_tokens[i - 1];
            if (t.kind == Token::Number && before.kind == Token::Number && t.line == before.line && t.range.length() == 3
                && text[t.range.begin] == u'0' && before.range.length() <= 3 && before.range.end + 1 == t.range.begin)
                return true;
        }
        return false;
    }

    /// Comma-separated, and "3,585" may be one number: nothing here shows that long numbers are printed without separators.
    bool mayBeTorn(size_t l) const
    {
        const LaneReading &reading = m_alignment.readings[l];
        bool pair = false;
        for (int i = std::max(reading.begin, 1); i < reading.end; ++i) {
            const TextRange &range = m_tokens[size_t(i)].range;
            pair = pair
                || (m_tokens[size_t(i)].kind == Token::Number && m_tokens[size_t(i - 1)].kind == Token::Number && range.length() == 3
                    && m_tokens[size_t(i - 1)].range.length() <= 3 && m_tokens[size_t(i - 1)].range.end + 1 == range.begin
                    && m_text.text()[range.begin - 1] == u',');
        }
        return pair && std::none_of(m_tokens.begin(), m_tokens.end(), [](const Token &t) {
            return t.kind == Token::Number && t.value.isWhole() && Decimal(qint64(999)) < t.value;
        });
    }

    CellId cellOf(const Lane &lane, int c) const { return m_ids[lane.first + c]; }

    /// The row sums on both sides of a lane hold, so that the lane cannot have traded values with them.
    bool neighboursHold(size_t l) const
    {
        const auto good = [&](size_t n) {
            const PlacedRow &row = m_placed[n];
            return row.exact && (row.chosen.sum == RowSum::Holds || row.chosen.sum == RowSum::Trivial)
                && !m_alignment.readings[n].interleaved;
        };
        return (l == 0 || good(l - 1)) && (l + 1 >= m_placed.size() || good(l + 1));
    }

    /// A single value that stands on a line without its wording may be a page number (which is never 0), and a number
    /// beside it that nothing took may be its other half.
    bool valueApart(size_t l) const
    {
        const Lane &lane = m_alignment.lanes[l];
        const LaneReading &reading = m_alignment.readings[l];
        if (lane.length > 1 || reading.begin < 0)
            return false;
        const Token &t = m_tokens[size_t(reading.begin)];
        if (t.kind != Token::Number)
            return false;
        for (const int side : {-1, 1}) {
            for (int i = reading.begin + side; i >= 0 && i < int(m_alignment.used.size()) && m_tokens[size_t(i)].kind != Token::Text;
                 i += side) {
                if (m_tokens[size_t(i)].kind == Token::Number && !m_alignment.used[size_t(i)])
                    return true;
            }
        }
        const bool withWording = reading.begin > 0 && m_tokens[size_t(reading.begin - 1)].kind == Token::Text
            && m_tokens[size_t(reading.begin - 1)].line == t.line;
        const bool couldBePage = !t.value.isZero() && t.value.isWhole() && t.value < Decimal(LargestPage);
        return m_alignment.layout.rowPerLine && t.alone && !withWording && couldBePage;
    }

    /// Empty lines count as cells here, and there are more or fewer of them than the row has places: it may lie a place off.
    bool looseGaps(size_t l) const
    {
        const LaneReading &reading = m_alignment.readings[l];
        const auto isText = [this](int i) { return m_tokens[size_t(i)].kind == Token::Text; };
        bool any = false;
        for (int i = reading.begin; i >= 0 && i < reading.end; ++i) {
            any = any || m_tokens[size_t(i)].kind == Token::Gap;
            if (isText(i))
                return m_alignment.layout.gapsAreCells;
        }
        int from = reading.begin;
        int to = reading.end;
        while (from > 0 && !isText(from - 1))
            --from;
        while (to < int(m_alignment.used.size()) && !isText(to))
            ++to;
        return any && m_alignment.layout.gapsAreCells && to - from != m_alignment.lanes[l].length;
    }

    /// The values of the row above or below run over lines and are too many: some of them may be this one's.
    bool besideTornRow(size_t l) const
    {
        const auto isTorn
            = [this](size_t n) { return n < m_placed.size() && m_alignment.readings[n].crossesRows && m_placed[n].chosen.lost > 0; };
        return m_alignment.lanes[l].length > 1 && ((l > 0 && isTorn(l - 1)) || isTorn(l + 1));
    }

    /// How sure the values of a row are as a whole. Inferred: a sum chose their places; a person has to confirm.
    enum class Certainty { Open, Inferred, Certain };

    Certainty certaintyOf(size_t l) const
    {
        const PlacedRow &row = m_placed[l];
        const LaneReading &reading = m_alignment.readings[l];
        const RowSum sum = row.chosen.sum;
        const bool holds = sum == RowSum::Holds || sum == RowSum::Trivial;
        const bool pinned = m_table.across || reading.label >= Pinned;
        const auto inferredIf = [](bool b) { return b ? Certainty::Inferred : Certainty::Open; };
        const auto certainIf = [](bool b) { return b ? Certainty::Certain : Certainty::Open; };
        if (valueApart(l) || isOpenRow(l) || (sum == RowSum::None && (m_torn || mayBeTorn(l))))
            return Certainty::Open;
        if (row.decidedByColumns)
            return Certainty::Inferred;
        if (row.cut)
            return inferredIf(!row.settled.empty() && std::find(row.settled.begin(), row.settled.end(), false) == row.settled.end());
        if (!row.others.empty())
            return Certainty::Open;
        if (reading.rivals || (reading.leftoverBeside && (sum != RowSum::Holds || m_table.across)))
            return Certainty::Open;
        if (reading.contradicted && (!m_lossy || sum != RowSum::Holds))
            return Certainty::Open;
        if (!row.exact) {
            if (row.chosen.lost > 0)
                return Certainty::Open;
            if (row.inPlace && pinned && (row.numbers > 1 || sum == RowSum::Trivial) && !row.endsShort && !m_lossy)
                return Certainty::Certain;
            if (isBeyondChance(row) && std::all_of(row.firm.begin(), row.firm.end(), [](bool f) { return f; }))
                return Certainty::Certain;
            return inferredIf(sum == RowSum::Holds);
        }
        if (m_alignment.lanes[l].length == 1 && !m_alignment.layout.rowPerLine && !reading.namedBefore)
            return Certainty::Open;
        if (m_orderly)
            return Certainty::Certain;
        if (m_incomplete) // any run of values may belong to another row
            return inferredIf(pinned && !m_table.across && sum == RowSum::Holds && reading.wordingAt <= 1 && neighboursHold(l));
        if (!pinned && !m_lossy)
            return inferredIf(sum == RowSum::Holds);
        if (m_table.across && looseGaps(l)) // no wording holds the row in its place
            return inferredIf(sum == RowSum::Holds);
        if (reading.interleaved || !pinned)
            return certainIf(holds);
        if (m_lossy && !holds)
            return certainIf(sum != RowSum::None && reading.wordingAt <= 1 && !m_table.across && neighboursHold(l));
        return Certainty::Certain;
    }

    /// The sums of an across table hold, and hardly could by chance; no other row can have lent it numbers.
    bool isBeyondChance(const PlacedRow &row) const
    {
        return m_table.across && (m_complete || m_alignment.layout.rowPerLine) && !m_report.ocrSigns && row.chosen.lost == 0
            && row.chosen.sum == RowSum::Holds && row.luck < Chance && !row.firm.empty();
    }

    /// The printed heads say that the columns are not the form's, and not which they are.
    bool isOpenRow(size_t l) const
    {
        return !m_alignment.openRows.empty() && m_alignment.openRows[size_t(m_alignment.lanes[l].rows.front())];
    }

    bool isEmpty(const PlacedRow &row) const
    {
        return std::none_of(row.chosen.tokens.begin(), row.chosen.tokens.end(),
            [this](int t) { return t >= 0 && (m_tokens[size_t(t)].kind == Token::Number || m_tokens[size_t(t)].unreadable); });
    }

    bool anyNumber() const
    {
        const auto hasDigit = [this](const Token &t) {
            const QStringView piece = QStringView(m_text.text()).mid(t.range.begin, t.range.length());
            return std::any_of(piece.begin(), piece.end(), [](QChar c) { return c.isDigit(); });
        };
        return std::any_of(m_tokens.begin(), m_tokens.end(),
            [&](const Token &t) { return (t.kind == Token::Number && !t.pageMark && !t.loose) || (t.unreadable && hasDigit(t)); });
    }

    /// All the ways to lay the row make its sum hold, and they agree on this cell.
    bool agreed(const PlacedRow &row, size_t cell) const
    {
        if (row.cut)
            return !row.settled.empty() && row.settled[cell];
        if (row.others.empty() || row.chosen.sum != RowSum::Holds)
            return false;
        const auto number = [this](int token) {
            return token >= 0 && m_tokens[size_t(token)].kind == Token::Number ? std::optional(m_tokens[size_t(token)].value)
                                                                               : std::nullopt;
        };
        return std::all_of(row.possible.begin(), row.possible.end(),
            [&](const RowPlacement &p) { return p.sum != RowSum::Holds || number(p.tokens[cell]) == number(row.chosen.tokens[cell]); });
    }

    void judgeLane(size_t l)
    {
        const Lane &lane = m_alignment.lanes[l];
        const LaneReading &reading = m_alignment.readings[l];
        const PlacedRow &row = m_placed[l];
        const bool empty = isEmpty(row);
        const bool named
            = m_table.across ? !anyNumber() : reading.label >= Pinned && reading.cover >= WholeEnough && !reading.numbersBeside;
        const bool own
            = !reading.rivals && !reading.contradicted && !reading.leftoverBeside && !reading.crossesRows; // its values are no other row's
        const bool nothing = std::all_of(row.chosen.tokens.begin(), row.chosen.tokens.end(), [](int t) { return t < 0; });
        const bool namedEmpty = empty && !row.cut && named && m_unplaced < MostUnplaced
            && !(lane.length > 1 && m_table.rows.size() > MostShortRows ? m_orphans : m_strays) && !m_lossy && !reading.rivals
            && !reading.contradicted && !besideTornRow(l) && !isOpenRow(l)
            && !(nothing && (m_report.ocrSigns || m_alignment.layout.gapsAreCells || m_apart));
        const Certainty certainty = namedEmpty ? Certainty::Certain : certaintyOf(l);
        const bool certain = certainty != Certainty::Open;
        for (int c = 0; c < lane.length; ++c) {
            Cell &cell = m_report.cell(cellOf(lane, c));
            cell = Cell();
            const int token = row.chosen.tokens[size_t(c)];
            const bool sure = certain || (!m_lossy && agreed(row, size_t(c)));
            const bool number = token >= 0 && m_tokens[size_t(token)].kind == Token::Number;
            if (row.cut && nothing)
                showRun(cell, lane);
            else if (token >= 0 && !number && !m_tokens[size_t(token)].unreadable && sure && certainty != Certainty::Certain)
                setZeroOrBlank(cell);
            else if (token >= 0)
                fill(cell, m_tokens[size_t(token)], sure,
                    certainty != Certainty::Certain && !(sure && isBeyondChance(row) && row.firm[size_t(c)]));
            else if (namedEmpty)
                setBlank(cell, u"这一行印有行名，没有数值。"_s);
            else if (row.cut && !nothing)
                setNotPrinted(cell, sure);
            else if (!sure && !nothing && zeroOrBlank(row, size_t(c)))
                ; // below
            else if (!nothing && sure && certainty == Certainty::Certain)
                setBlank(cell, u"这一格没有印数值。"_s);
            else if (!nothing && sure)
                setZeroOrBlank(cell);
            else
                cell.why = nothing ? u"原文中没有找到这一行的数值。"_s : u"这一行的数值比格子少。"_s;
            if (!sure && !nothing && cell.status != CellStatus::Read && zeroOrBlank(row, size_t(c))) {
                setZeroOrBlank(cell);
                if (!own)
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
            if (lane.length == 1 || ((m_placed[l].exact || isEmpty(m_placed[l])) && !m_report.ocrSigns))
                continue;
            for (int c = 0; c < lane.length; ++c) {
                if (m_report.cell(cellOf(lane, c)).status == CellStatus::Blank)
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
        if (m_placed.size() > 1 && TableEquations(m_report, m_table).isTangled(m_orphans || m_alignment.byOrder))
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
            if (m_alignment.readings[l].label >= Pinned || lane.length == 1 || isEmpty(m_placed[l])
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
    QList<const Cell *> m_lookalikes;
    ZeroCells m_zeros;
    bool m_complete = false; ///< the tables before this one lost no value
    bool m_orderly = false; ///< lossy, but complete and in order
    bool m_incomplete = false; ///< lossy, and values are missing
    bool m_torn = false; ///< numbers are torn at their thousands separators
    int m_unplaced = 0; ///< numbers that no cell took
    bool m_apart = false; ///< values do not stand on the lines of their wording
    bool m_orphans = false; ///< several of them stand on a line of their own
    bool m_strays = false; ///< one of them does
    bool m_lossy = false; ///< empty cells leave no trace in this layout
};

} // namespace

bool judge(Report &report, const FormTable &table, const Alignment &alignment, std::vector<Token> &tokens, const NormalizedText &text,
    bool complete, ZeroCells zeros)
{
    return Judge(report, table, alignment, tokens, text, complete, zeros).run();
}

} // namespace gouji
