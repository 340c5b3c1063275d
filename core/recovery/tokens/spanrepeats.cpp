// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tokens/spanrepeats.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr int LeastRun = 3; // heads torn over lines ("结果 | 结果 | 其他") repeat a word twice
constexpr qsizetype LeastWording = 2;
constexpr size_t UsualFields = 10; // of a line

/// The tokens of one field of a delimited line.
struct Field {
    int index = 0;
    size_t begin = 0;
    size_t end = 0;
    bool wording = false; ///< holds wording and no number
    bool number = false; ///< is one number
};

using Line = std::vector<Field>;

class Emptier {
public:
    Emptier(QStringView text, std::vector<Token> &tokens)
        : m_text(text)
        , m_tokens(tokens)
    {
    }

    void run()
    {
        readLines();
        if (std::none_of(m_lines.begin(), m_lines.end(), [this](const Line &l) { return longestRun(l) >= LeastRun; }))
            return;
        m_empty.resize(m_tokens.size());
        std::vector<bool> repeats; // by field: it shows the number of the field before, in a span of the heads above
        for (size_t l = 0; l < m_lines.size(); ++l) {
            const Line &line = m_lines[l];
            if (isHead(line))
                repeats = repeatsBelow(l);
            for (size_t f = 0; f < line.size(); ++f) {
                const bool number = f > 0 && line[f].number && repeats.size() == size_t(line.back().index) + 1
                    && repeats[size_t(line[f].index)] && isSame(line[f - 1], line[f]);
                if (number || goesOn(l, f) || comesDown(l, f))
                    std::fill(m_empty.begin() + std::ptrdiff_t(line[f].begin), m_empty.begin() + std::ptrdiff_t(line[f].end), true);
            }
        }
        write();
    }

private:
    void readLines()
    {
        int at = -1;
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            const Token &t = m_tokens[i];
            if (!t.delimited)
                continue;
            if (t.line != at)
                m_lines.emplace_back().reserve(UsualFields);
            at = t.line;
            Line &line = m_lines.back();
            if (line.empty() || line.back().index != t.field)
                line.push_back({t.field, i, i, false, false});
            Field &field = line.back();
            field.end = i + 1;
            field.number = t.kind == Token::Number && field.begin == i;
            field.wording = t.kind == Token::Text && (field.begin == i || field.wording);
        }
    }

    QStringView words(const Field &field) const
    {
        const qsizetype begin = m_tokens[field.begin].range.begin;
        return m_text.mid(begin, m_tokens[field.end - 1].range.end - begin);
    }

    bool isSame(const Field &a, const Field &b) const
    {
        return a.index + 1 >= b.index && a.wording == b.wording && a.number == b.number && (a.wording || a.number) && words(a) == words(b)
            && (a.number || words(a).size() >= LeastWording);
    }

    int longestRun(const Line &line) const
    {
        int longest = 0;
        int run = 1;
        for (size_t f = 1; f < line.size(); ++f) {
            run = line[f].wording && isSame(line[f - 1], line[f]) ? run + 1 : 1;
            longest = std::max(longest, run);
        }
        return longest;
    }

    static bool isHead(const Line &line)
    {
        return std::none_of(line.begin(), line.end(), [](const Field &f) { return f.number; });
    }

    /// Wording that begins in a field of a line above.
    bool comesDown(size_t l, size_t f) const
    {
        const Field &field = m_lines[l][f];
        return l > 0 && field.wording && !namesValues(m_lines[l], f) && isBelow(m_lines[l - 1], field);
    }

    /// Wording that begins in the field before. Beside a head that reaches down from above, the same head begins another cell.
    bool goesOn(size_t l, size_t f) const
    {
        const Line &line = m_lines[l];
        return f > 0 && line[f].wording && isSame(line[f - 1], line[f]) && (!comesDown(l, f - 1) || comesDown(l, f));
    }

    /// By field: heads span it and the one before, and all lines of values below show one number in each such span.
    std::vector<bool> repeatsBelow(size_t head) const
    {
        std::vector<bool> spanned;
        for (size_t f = 0; f < m_lines[head].size(); ++f) {
            spanned.resize(size_t(m_lines[head][f].index) + 1, false);
            spanned.back() = goesOn(head, f);
        }
        std::vector<bool> out = spanned;
        for (size_t l = head + 1; l < m_lines.size() && !isHead(m_lines[l]); ++l) {
            const Line &line = m_lines[l];
            for (size_t f = 1; f < line.size(); ++f) {
                const size_t index = size_t(line[f].index);
                if (index < out.size() && (line[f].number || line[f - 1].number))
                    out[index] = out[index] && isSame(line[f - 1], line[f]);
            }
        }
        for (size_t begin = 0; begin < out.size();) { // a span repeats as a whole or not at all
            size_t end = begin + 1;
            bool whole = true;
            for (; end < out.size() && spanned[end]; ++end)
                whole = whole && out[end];
            std::fill(out.begin() + std::ptrdiff_t(begin), out.begin() + std::ptrdiff_t(end), whole);
            if (begin < out.size())
                out[begin] = false;
            begin = end;
        }
        return out;
    }

    /// The last wording in front of a number is the row's own: rows are printed twice now and then.
    static bool namesValues(const Line &line, size_t f)
    {
        for (size_t i = f + 1; i < line.size(); ++i) {
            if (line[i].number || line[i].wording)
                return line[i].number;
        }
        return false;
    }

    bool isBelow(const Line &above, const Field &field) const
    {
        const auto at
            = std::lower_bound(above.begin(), above.end(), field.index, [](const Field &f, int index) { return f.index < index; });
        return at != above.end() && at->index == field.index && at->wording && words(*at) == words(field)
            && words(field).size() >= LeastWording;
    }

    void write()
    {
        std::vector<Token> out;
        out.reserve(m_tokens.size());
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            const Token &t = m_tokens[i];
            if (!m_empty[i]) {
                out.push_back(t);
                continue;
            }
            if (i > 0 && m_empty[i - 1] && m_tokens[i - 1].line == t.line && m_tokens[i - 1].field == t.field)
                continue; // several pieces of wording were in the field
            Token empty = t;
            empty.kind = Token::Blank;
            empty.lookalike = empty.pageMark = empty.glued = empty.several = false;
            empty.value = Decimal();
            empty.range.end = empty.range.begin;
            out.push_back(empty);
        }
        m_tokens = std::move(out);
        for (size_t begin = 0; begin < m_tokens.size();) {
            size_t end = begin;
            int solid = 0;
            for (; end < m_tokens.size() && m_tokens[end].line == m_tokens[begin].line; ++end)
                solid += m_tokens[end].kind == Token::Text || m_tokens[end].kind == Token::Number;
            for (; begin < end; ++begin)
                m_tokens[begin].alone = solid <= 1;
        }
    }

    QStringView m_text;
    std::vector<Token> &m_tokens;
    std::vector<Line> m_lines;
    std::vector<bool> m_empty; ///< by token: it repeats the one beside or above it
};

} // namespace

void emptyRepeatedSpans(QStringView text, std::vector<Token> &tokens) { Emptier(text, tokens).run(); }

} // namespace gouji
