// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/rows/lanereading.h"

#include "base/oneof.h"
#include "recovery/rows/lanecrossings.h"
#include "recovery/text/characters.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr float WholeLabel = 0.8f;

class Describer {
public:
    Describer(Alignment &alignment, const FormTable &table, QStringView text, const TableWording &wording, const RowNames &names,
        const std::vector<Token> &tokens)
        : m_out(alignment)
        , m_table(table)
        , m_text(text)
        , m_wording(wording)
        , m_names(names)
        , m_tokens(tokens)
    {
    }

    void run()
    {
        describePlaces();
        if ((m_out.layout.rowPerLine || m_out.layout.emptyCellsSeen) && !m_table.across)
            describeNames();
        describeLeftovers();
        describeBorrowing();
        describeCrossings(m_out, m_table, m_text, m_tokens);
    }

private:
    void describePlaces()
    {
        for (size_t l = 0; l < m_out.lanes.size(); ++l) {
            LaneReading &reading = m_out.readings[l];
            for (int c = 0; c < m_out.lanes[l].length; ++c) {
                const int cell = m_out.lanes[l].first + c;
                const int token = m_out.tokenOfCell[size_t(cell)];
                if (c == 0) {
                    const int other = namedOtherwise(l, token);
                    reading.contradicted = other >= 0;
                    if (other >= 0 && !m_out.layout.rowPerLine)
                        m_out.readings[size_t(other)].rivals = true; // what stands behind its wording was given away
                }
                if (token < 0) {
                    ++reading.missing;
                    continue;
                }
                ++m_out.values;
                if (m_out.apart[size_t(cell)])
                    continue;
                if (reading.begin < 0 || token < reading.begin)
                    reading.begin = token;
                reading.end = std::max(reading.end, token + 1);
            }
            const int wording = reading.begin < 0 ? -1 : m_wording.before(size_t(reading.begin));
            const auto isGap = [](const Token &t) { return t.kind == Token::Gap; };
            const bool behindGap = m_out.layout.gapsAreCells && wording >= 0 // its own cell is the empty one
                && std::any_of(m_tokens.begin() + wording, m_tokens.begin() + reading.begin, isGap);
            reading.namedBefore = wording >= 0 && !behindGap && !m_table.across
                && (m_wording.nameOf(size_t(wording), int(l)) >= NamesRow || namedByHalves(reading.begin, int(l)));
            if (reading.begin > 0 && !m_table.across)
                reading.contradicted = reading.contradicted || namesAnotherByHalves(reading.begin, int(l));
            for (int i = reading.begin; i >= 0 && i < reading.end; ++i)
                reading.strays += m_tokens[size_t(i)].kind == Token::Number && !m_out.used[size_t(i)] && !m_tokens[size_t(i)].pageMark;
        }
    }

    /// The two pieces of wording right before a value are the halves of one label.
    bool namedByHalves(int value, int lane) const
    {
        if (value < 2 || m_tokens[size_t(value - 1)].kind != Token::Text || m_tokens[size_t(value - 2)].kind != Token::Text)
            return false;
        const qsizetype begin = m_tokens[size_t(value - 2)].range.begin;
        LabelScores scratch;
        const LabelScores &scores = m_table.labels->match(m_text.mid(begin, m_tokens[size_t(value - 1)].range.end - begin), scratch);
        return scores.bestRow == lane && scores.bestRowScore >= NamesRow;
    }

    /// The last line of a torn label is the end of several rows' wording, and with the line above it names another row.
    bool namesAnotherByHalves(int value, int lane) const
    {
        constexpr float Clearly = 0.2f; // of a row's wording
        const int last = m_wording.before(size_t(value));
        if (last < 1 || m_tokens[size_t(last - 1)].kind != Token::Text
            || m_tokens[size_t(last - 1)].line + 1 != m_tokens[size_t(last)].line)
            return false;
        const float own = m_wording.nameOf(size_t(last), lane);
        const auto &names = m_wording.names(size_t(last));
        const auto isRival = [&](const TableWording::Name &n) { return n.row != lane && n.score >= NamesRow && n.score + 1 > own; };
        if (m_wording.coverOf(size_t(last), lane) >= WholeLabel || std::none_of(names.begin(), names.end(), isRival))
            return false;
        const qsizetype begin = m_tokens[size_t(last - 1)].range.begin;
        LabelScores scratch;
        const LabelScores &scores = m_table.labels->match(m_text.mid(begin, m_tokens[size_t(last)].range.end - begin), scratch);
        return scores.bestRow >= 0 && scores.bestRow != lane && scores.cover[size_t(scores.bestRow)] > scores.cover[size_t(lane)] + Clearly;
    }

    /// The wording on a lane's own line names it, or another row; two lines that name the same row are rivals.
    void describeNames()
    {
        std::vector<int> claims(m_out.lanes.size(), 0); // lines that name the row
        std::vector<bool> own(m_out.lanes.size(), false); // one of them is where its values stand
        findEmptyRows();
        for (size_t l = 0; l < m_out.lanes.size(); ++l) {
            LaneReading &reading = m_out.readings[l];
            if (reading.begin < 0)
                continue;
            const RowNames::Name &name = m_names.of(size_t(reading.begin));
            reading.contradicted = reading.contradicted || isEmptyElsewhere(l);
            if (name.row < 0)
                continue;
            ++claims[size_t(name.row)];
            own[l] = name.row == int(l);
            reading.contradicted = reading.contradicted || name.row != int(l);
            reading.label = reading.contradicted ? 0 : std::max(reading.label, name.score);
        }
        for (size_t l = 0; l < m_out.lanes.size(); ++l)
            m_out.readings[l].rivals = m_out.readings[l].rivals || claims[l] > (own[l] ? 1 : 0);
        if (m_out.layout.rowPerLine) {
            describeUnnamed();
            describeHeads();
        }
    }

    /// The wording of several rows side by side on a line: the rows are columns here, and none is empty for standing there
    /// without values.
    void describeHeads()
    {
        constexpr size_t LeastRows = 3;
        std::vector<int> rows;
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            if (i == 0 || m_tokens[i].line != m_tokens[i - 1].line)
                rows.clear();
            if (m_tokens[i].kind != Token::Text)
                continue;
            const TableWording::Name *best = nullptr;
            for (const TableWording::Name &name : m_wording.names(i))
                best = !best || name.score > best->score ? &name : best;
            if (!best || best->score < NamesRow || std::find(rows.begin(), rows.end(), best->row) != rows.end())
                continue;
            rows.push_back(best->row);
            const size_t fresh = rows.size() > LeastRows ? 1 : rows.size() < LeastRows ? 0 : rows.size();
            for (size_t r = rows.size() - fresh; r < rows.size(); ++r) {
                LaneReading &reading = m_out.readings[size_t(rows[r])];
                reading.rivals = reading.rivals || reading.begin < 0;
            }
        }
    }

    /// Lines whose wording is followed by nothing but empty places.
    void findEmptyRows()
    {
        int places = 0;
        for (size_t i = m_tokens.size(); i-- > 0;) {
            const bool last = i + 1 == m_tokens.size() || m_tokens[i + 1].line != m_tokens[i].line;
            places = last ? 0 : places;
            if (m_tokens[i].kind == Token::Blank && places >= 0) {
                ++places;
                continue;
            }
            if (m_tokens[i].kind == Token::Text && places > 0)
                m_emptyRows.push_back({i, m_tokens[i].line, places});
            places = -1; // what stands before it is not followed by empty places alone
        }
    }

    /// Another line than that of a lane's numbers names it, has a place for each, and they are empty.
    bool isEmptyElsewhere(size_t l) const
    {
        const size_t begin = size_t(m_out.readings[l].begin);
        const auto isNumber = [](const Token &t) { return t.kind == Token::Number; };
        if (!m_tokens[begin].delimited || !m_out.layout.rowPerLine
            || std::none_of(m_tokens.begin() + qsizetype(begin), m_tokens.begin() + m_out.readings[l].end, isNumber))
            return false;
        return std::any_of(m_emptyRows.begin(), m_emptyRows.end(), [&](const EmptyRow &row) {
            return row.line != m_tokens[begin].line && row.places >= m_out.lanes[l].length
                && m_wording.coverOf(row.label, int(l)) >= WholeLabel && m_wording.nameOf(row.label, int(l)) >= NamesRow;
        });
    }

    /// A line of values between the wording of two rows, one of which is left without values, may belong to either.
    void describeUnnamed()
    {
        int line = -1;
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            const Token &t = m_tokens[i];
            if (t.kind != Token::Number || t.pageMark || t.loose || t.line == line || m_names.of(i).row >= 0)
                continue;
            line = t.line;
            for (const int row : {nameNear(int(i), -1), nameNear(int(i), 1)}) {
                if (row < 0 || m_out.readings[size_t(row)].begin >= 0)
                    continue;
                m_out.readings[size_t(row)].rivals = true;
                for (LaneReading &reading : m_out.readings)
                    reading.rivals = reading.rivals || (int(i) >= reading.begin && int(i) < reading.end);
            }
        }
    }

    /// The row clearly named by the nearest line of wording above or below a value, before other values; -1 for none.
    int nameNear(int token, int step) const
    {
        const int line = m_tokens[size_t(token)].line;
        for (int i = token + step; i >= 0 && i < int(m_tokens.size()); i += step) {
            if (m_tokens[size_t(i)].line == line || m_tokens[size_t(i)].kind == Token::Gap)
                continue;
            if (m_out.used[size_t(i)] && m_tokens[size_t(i)].kind == Token::Number)
                return -1;
            if (const int row = m_names.of(size_t(i)).row; row >= 0)
                return row;
        }
        return -1;
    }

    /// Digits behind the words of a piece, which are no number as they stand ("4989.1-1679").
    bool hasUnreadNumber(const Token &piece) const
    {
        constexpr qsizetype LeastDigits = 3; // fewer may be a label's number or a remark's
        const QStringView words = m_text.mid(piece.range.begin, piece.range.length());
        const qsizetype space = words.lastIndexOf(u' ');
        const QStringView last = words.mid(space + 1);
        return space > 0 && std::all_of(last.begin(), last.end(), [](QChar c) { return c < u'\x7f'; })
            && std::count_if(last.begin(), last.end(), [](QChar c) { return c.isDigit(); }) >= LeastDigits;
    }

    /// Another line than that of a row's values names it and holds what was to be a number.
    void doubtNamed(size_t piece)
    {
        for (const auto &[row, score, full, cover] : m_wording.names(piece)) {
            LaneReading &reading = m_out.readings[size_t(row)];
            if (score >= NamesRow && reading.begin >= 0 && m_tokens[size_t(reading.begin)].line != m_tokens[piece].line)
                reading.rivals = true;
        }
    }

    /// Numbers that no cell took make the rows they stand beside doubtful, and the row their line names. So do marks of empty
    /// cells where each cell has a line.
    void describeLeftovers()
    {
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            const Token &t = m_tokens[i];
            if (t.kind == Token::Text && !m_table.across && hasUnreadNumber(t))
                doubtNamed(i);
            const bool mark = t.kind == Token::Blank && t.range.length() > 0 && !t.noise && !m_out.layout.rowPerLine;
            if ((t.kind != Token::Number && !mark) || t.pageMark || t.loose || m_out.used[i])
                continue;
            if (const int wording = m_wording.before(i);
                wording >= 0 && (m_tokens[size_t(wording)].line == t.line || !m_out.layout.rowPerLine)) {
                for (const auto &[row, score, full, cover] : m_wording.names(size_t(wording))) {
                    if (score >= NamesRow && !m_table.across)
                        m_out.readings[size_t(row)].rivals = true;
                }
            }
            const int last = neighbour(int(i), -1);
            const int next = neighbour(int(i), 1);
            for (size_t l = 0; l < m_out.lanes.size(); ++l) {
                LaneReading &reading = m_out.readings[l];
                if (reading.begin < 0)
                    continue;
                if (m_out.layout.rowPerLine && !m_table.across && t.line == m_tokens[size_t(reading.begin)].line)
                    reading.rivals = true;
                const auto holds = [&](int token) { return token >= reading.begin && token < reading.end; };
                reading.leftoverBeside = reading.leftoverBeside || (!m_out.layout.rowPerLine && (holds(last) || holds(next)));
                const bool behind = int(i) >= reading.end && t.line - m_tokens[size_t(reading.end - 1)].line <= 1;
                const bool ahead = int(i) < reading.begin && m_tokens[size_t(reading.begin)].line - t.line <= 1;
                const bool inside = int(i) >= reading.begin && int(i) < reading.end;
                reading.leftoverBeside = reading.leftoverBeside || behind || ahead || inside;
            }
        }
    }

    /// Rows in one run of values, the next one doubtful: where a row has no sum to show it, it may have lent or borrowed.
    void describeBorrowing()
    {
        for (size_t l = 0; l + 1 < m_out.lanes.size(); ++l) {
            LaneReading &one = m_out.readings[l];
            LaneReading &next = m_out.readings[l + 1];
            if (one.begin < 0 || next.begin < one.end || m_out.layout.rowPerLine)
                continue;
            bool together = true;
            for (int i = one.end; i < next.begin; ++i)
                together = together && m_tokens[size_t(i)].kind != Token::Text;
            if (!together)
                continue;
            const auto doubtful = [](const LaneReading &r) { return r.rivals || r.leftoverBeside || r.contradicted; };
            const bool before = doubtful(one);
            one.leftoverBeside = one.leftoverBeside || (m_out.lanes[l].length < LeastWithSum && doubtful(next));
            next.leftoverBeside = next.leftoverBeside || (m_out.lanes[l + 1].length < LeastWithSum && before);
        }
    }

    /// The next value in use, seen from a number that is not; -1 where wording stands before it.
    int neighbour(int token, int step) const
    {
        for (token += step; token >= 0 && token < int(m_tokens.size()) && m_tokens[size_t(token)].kind != Token::Text; token += step) {
            if (m_out.used[size_t(token)])
                return token;
        }
        return -1;
    }

    /// The other row that the wording right before a row's values names; -1 where it names none, or the row itself as well.
    int namedOtherwise(size_t lane, int token) const
    {
        if (token < 0 || m_table.across || m_wording.before(size_t(token)) < 0)
            return -1;
        float own = 0;
        float best = 0;
        int named = -1;
        for (const auto &[row, score, full, cover] : m_wording.names(size_t(m_wording.before(size_t(token))))) {
            if (score > best) {
                best = score;
                named = row;
            }
            if (row == int(lane))
                own = score;
        }
        return best >= NamesRow && best > own ? named : -1;
    }

    Alignment &m_out;
    const FormTable &m_table;
    QStringView m_text;
    const TableWording &m_wording;
    const RowNames &m_names;
    const std::vector<Token> &m_tokens;
    struct EmptyRow {
        size_t label = 0; ///< token
        int line = 0;
        int places = 0;
    };
    std::vector<EmptyRow> m_emptyRows;
};

} // namespace

void describeLanes(Alignment &alignment, const FormTable &table, QStringView text, const TableWording &wording, const RowNames &names,
    const std::vector<Token> &tokens)
{
    Describer(alignment, table, text, wording, names, tokens).run();
}

bool numberOnLine(QStringView text, const std::vector<Token> &tokens, size_t label)
{
    const TextRange &range = tokens[label].range;
    for (qsizetype i = range.begin + 2; i < range.end; ++i) {
        if (isIdeograph(text[i])) // nearly all of a label
            continue;
        const bool numbering = i + 1 < range.end && (text[i + 1] == u'.' || text[i + 1] == u'、');
        if (text[i].isDigit() && !numbering)
            return true;
        if (isOneOf(text[i], u"OolISBZ〇○") && isIdeograph(text[i - 1]) && (i + 1 == range.end || isIdeograph(text[i + 1])))
            return true; // "行政处罚I", where nothing parts wording and values
    }
    const QStringView words = text.mid(range.begin, range.length());
    const QStringView last = words.mid(words.lastIndexOf(u' ') + 1);
    if (last.size() < words.size() && std::all_of(last.begin(), last.end(), [](QChar c) { return c == u'*' || c == u'#'; }))
        return true; // "***": what stood there does not show
    size_t first = label;
    while (first > 0 && tokens[first - 1].line == tokens[label].line)
        --first;
    if (tokens[first].kind == Token::Number)
        return true;
    for (size_t i = label + 1; i < tokens.size() && tokens[i].line == tokens[label].line; ++i) {
        const QStringView piece = text.mid(tokens[i].range.begin, tokens[i].range.length());
        if (tokens[i].kind == Token::Number || (tokens[i].unreadable && std::any_of(piece.begin(), piece.end(), isDigit)))
            return true;
    }
    return false;
}

} // namespace gouji
