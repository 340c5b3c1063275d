// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/columnrows.h"

#include "recovery/mending/rowlines.h"
#include "recovery/wording/wording.h"
#include "report/labelindex.h"

#include <algorithm>
#include <map>

namespace gouji {

namespace {

constexpr size_t LeastSideBySide = 4; // pieces of wording on a line
constexpr int LeastColumns = 3; // of the form, each a line of values

bool isPlace(const Token &t) { return t.kind == Token::Number || t.kind == Token::Blank; }

class Turner {
public:
    Turner(const FormTable &table, QStringView text, const std::vector<Token> &tokens)
        : m_table(table)
        , m_text(text)
        , m_tokens(tokens)
    {
    }

    bool run(std::vector<Token> &out)
    {
        findLines();
        return m_firstValues < m_lines.size() && nameFields() && nameLines() && write(out);
    }

private:
    /// The tokens of a printed line.
    struct Line {
        size_t begin = 0;
        size_t end = 0;
    };
    struct ValueLine {
        size_t line = 0; ///< index into m_lines
        int column = -1;
        size_t name = 0; ///< token
    };

    void findLines()
    {
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            if (i == 0 || m_tokens[i].line != m_tokens[i - 1].line)
                m_lines.push_back({i, i});
            m_lines.back().end = i + 1;
        }
        const auto hasNumbers = [this](const Line &line) {
            return std::count_if(m_tokens.begin() + std::ptrdiff_t(line.begin), m_tokens.begin() + std::ptrdiff_t(line.end),
                       [](const Token &t) { return t.kind == Token::Number && t.delimited; })
                > 1;
        };
        m_firstValues = size_t(std::find_if(m_lines.begin(), m_lines.end(), hasNumbers) - m_lines.begin());
    }

    QStringView textOf(const Token &t) const { return m_text.mid(t.range.begin, t.range.length()); }

    /// "三、本年度办理结果/（一）予以公开": the last of the names of merged cells that were put together.
    static QStringView ownName(QStringView words)
    {
        qsizetype end = words.size();
        while (end > 0 && !(words[end - 1] == u'/' || words[end - 1] == u'_' || words[end - 1] == u'>'))
            --end;
        return words.mid(end);
    }

    /// By row: the field its wording stands above. All rows but a few are named, each once.
    bool nameFields()
    {
        std::map<int, std::pair<int, float>> best; // by field: the row that is named best in it
        std::map<int, size_t> pieces;
        LabelScores scratch;
        for (size_t l = 0; l < m_firstValues; ++l) {
            for (size_t i = m_lines[l].begin; i < m_lines[l].end; ++i) {
                const Token &t = m_tokens[i];
                if (t.kind != Token::Text || !t.delimited)
                    continue;
                const LabelScores &scores = m_table.labels->match(ownName(textOf(t)), scratch);
                auto &known = best.try_emplace(t.field, -1, NamesRow).first->second;
                if (scores.bestRow < 0 || scores.bestRowScore < known.second || scores.heading > scores.bestRowScore)
                    continue;
                known = {scores.bestRow, scores.bestRowScore};
                pieces[t.field] = i;
            }
        }
        m_fieldOf.assign(size_t(m_table.rows.size()), -1);
        m_labelOf.assign(m_fieldOf.size(), 0);
        size_t named = 0;
        for (const auto &[field, row] : best) {
            if (row.first < 0)
                continue;
            int &known = m_fieldOf[size_t(row.first)];
            const float score = known < 0 ? 0 : best[known].second;
            if (score >= Clearly * row.second)
                continue; // a scrap of a longer label
            if (row.second < Clearly * score)
                return false;
            named += known < 0;
            known = field;
            m_labelOf[size_t(row.first)] = pieces[field];
        }
        return named == m_fieldOf.size();
    }

    /// A line for each column of the form, named by the last wording before its values.
    bool nameLines()
    {
        const int first = *std::min_element(m_fieldOf.begin(), m_fieldOf.end());
        const int last = *std::max_element(m_fieldOf.begin(), m_fieldOf.end());
        int ends = -1;
        for (size_t l = m_firstValues; l < m_lines.size(); ++l) {
            const Line &line = m_lines[l];
            ValueLine out{l, -1, 0};
            int end = -1;
            bool values = false;
            LabelScores scratch;
            for (size_t i = line.begin; i < line.end; ++i) {
                const Token &t = m_tokens[i];
                end = std::max(end, t.delimited ? t.field : -1);
                if (t.field < first && t.kind == Token::Text) {
                    const std::vector<float> &scores = m_table.labels->match(ownName(textOf(t)), scratch).columns;
                    const auto best = std::max_element(scores.begin(), scores.end());
                    if (best != scores.end() && *best >= LeastName) {
                        out.column = int(best - scores.begin());
                        out.name = i;
                    }
                } else if (t.field >= first && t.field <= last) {
                    if (!t.delimited || t.kind == Token::Text)
                        return false;
                    values = values || isPlace(t);
                }
            }
            if (!values)
                continue;
            if (out.column < 0 || end < last || (ends >= 0 && end != ends)
                || std::any_of(m_values.begin(), m_values.end(), [&](const ValueLine &v) { return v.column == out.column; }))
                return false;
            ends = end;
            m_values.push_back(out);
        }
        return int(m_values.size()) >= LeastColumns && int(m_values.size()) == int(m_table.rows.front().cells.size());
    }

    bool write(std::vector<Token> &out) const
    {
        int line = 0;
        const auto put = [&](const Token &t, int field) { out.push_back(inField(t, line, field)); };
        for (size_t v = 0; v < m_values.size(); ++v)
            put(m_tokens[m_values[v].name], int(v) + 1);
        for (size_t r = 0; r < m_fieldOf.size(); ++r) {
            ++line;
            Token label = m_tokens[m_labelOf[r]];
            label.range.begin = label.range.end - ownName(textOf(label)).size();
            put(label, 0);
            for (size_t v = 0; v < m_values.size(); ++v) {
                const Line &from = m_lines[m_values[v].line];
                bool any = false;
                for (size_t i = from.begin; i < from.end; ++i) {
                    if (m_tokens[i].field != m_fieldOf[r] || !isPlace(m_tokens[i]))
                        continue;
                    put(m_tokens[i], int(v) + 1);
                    any = true;
                }
                if (!any)
                    return false;
            }
        }
        return true;
    }

    static constexpr float LeastName = 1.5f; // of a column, in matched characters
    static constexpr float Clearly = 2; // as well named as another

    const FormTable &m_table;
    QStringView m_text;
    const std::vector<Token> &m_tokens;
    std::vector<Line> m_lines;
    size_t m_firstValues = 0; ///< the first line with values
    std::vector<int> m_fieldOf; ///< by row
    std::vector<size_t> m_labelOf; ///< by row: token
    std::vector<ValueLine> m_values;
};

/// A table of one printed row whose cells stand below each other: a line for each, with the name of its column and its value.
class Upright {
public:
    Upright(const FormTable &table, QStringView text, const std::vector<Token> &tokens)
        : m_table(table)
        , m_text(text)
        , m_tokens(tokens)
    {
    }

    bool run(std::vector<Token> &out)
    {
        QList<int> columns; // by cell
        for (const FormRow &row : m_table.rows)
            columns += row.columns;
        int last = 0; // field of the values
        for (const Token &t : m_tokens)
            last = std::max(last, t.delimited ? t.field : 0);
        for (size_t i = 0, end = 0; i < m_tokens.size(); i = end) {
            while (end < m_tokens.size() && m_tokens[end].line == m_tokens[i].line)
                ++end;
            const Token *name = nullptr;
            const Token *value = nullptr;
            int values = 0;
            for (size_t t = i; t < end; ++t) {
                name = m_tokens[t].kind == Token::Text ? &m_tokens[t] : name;
                values += m_tokens[t].kind == Token::Number;
                const bool place = m_tokens[t].kind == Token::Blank && (m_tokens[t].range.length() > 0 || m_tokens[t].field == last);
                if (m_tokens[t].kind == Token::Number || (place && values == 0))
                    value = &m_tokens[t];
            }
            const int column = name ? columnNamed(m_text.mid(name->range.begin, name->range.length())) : -1;
            if (column < 0 && values == 0)
                continue;
            if (values > 1 || int(m_cells.size()) == columns.size() || column != columns[qsizetype(m_cells.size())]
                || (value && value < name))
                return false;
            m_cells.push_back({name, value});
        }
        const auto hasValue = [](const Cell &cell) { return cell.value && cell.value->kind == Token::Number; };
        if (int(m_cells.size()) != columns.size() || std::none_of(m_cells.begin(), m_cells.end(), hasValue)
            || std::any_of(m_tokens.begin(), m_tokens.end(), [](const Token &t) { return t.unreadable; }))
            return false; // the names stand by themselves
        for (const int line : {0, 1}) {
            for (size_t c = 0; c < m_cells.size(); ++c) {
                Token t = line == 0 ? *m_cells[c].name : m_cells[c].value ? *m_cells[c].value : Token();
                if (line == 1 && !m_cells[c].value) {
                    t.kind = Token::Blank;
                    t.range = {m_cells[c].name->range.end, m_cells[c].name->range.end};
                }
                out.push_back(inField(t, line, int(c)));
            }
        }
        return true;
    }

private:
    struct Cell {
        const Token *name = nullptr;
        const Token *value = nullptr; ///< null where there is none behind the name
    };

    /// The column whose wording the words end in; -1 where there is none.
    int columnNamed(QStringView words) const
    {
        constexpr qsizetype Least = 2; // characters
        constexpr qsizetype Most = 100; // no name is longer
        const QString content = LabelIndex::content(words.last(std::min(words.size(), 4 * Most)));
        for (qsizetype from = std::max(content.size() - Most, qsizetype(0)); from + Least <= content.size(); ++from) {
            if (const int column = m_table.labels->columnOf(content.mid(from)); column >= 0)
                return column;
        }
        return -1;
    }

    const FormTable &m_table;
    QStringView m_text;
    const std::vector<Token> &m_tokens;
    std::vector<Cell> m_cells;
};

/// Some line has the wording of many cells side by side, and no number.
bool isWide(const std::vector<Token> &tokens, size_t rows)
{
    size_t wording = 0;
    bool numbers = false;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (i > 0 && tokens[i].line != tokens[i - 1].line) {
            wording = 0;
            numbers = false;
        }
        numbers = numbers || tokens[i].kind == Token::Number;
        wording += tokens[i].kind == Token::Text && tokens[i].delimited;
        if (!numbers && wording >= LeastSideBySide && tokens[i].field + 1 >= int(rows))
            return true;
    }
    return false;
}

} // namespace

void turnColumnsIntoRows(const FormTable &table, QStringView text, std::vector<Token> &tokens)
{
    std::vector<Token> out;
    const bool turned = table.across ? Upright(table, text, tokens).run(out)
                                     : isWide(tokens, size_t(table.rows.size())) && Turner(table, text, tokens).run(out);
    if (turned)
        tokens = std::move(out);
}

} // namespace gouji
