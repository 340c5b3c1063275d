// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/gluedlines.h"

#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr qsizetype LongestWording = 600; // of a paragraph only the end may be labels
constexpr qsizetype ShortLabel = 3; // wording this short names a row by its number alone

struct Label {
    QString content;
    char16_t numbering = 0;
    bool needsNumber = false;
    int cells = 0; ///< of the row; 0: the head of a column
};

/// Where a label begins in a piece of wording.
struct Start {
    qsizetype at = 0;
    int cells = 0; ///< of the row; 0: the head of a column
};

class Parter {
public:
    Parter(const QList<const FormTable *> &editions, QStringView text)
        : m_text(text)
    {
        for (const FormTable *table : editions) {
            for (const FormRow &row : table->rows) {
                add(*table, row, row.label);
                for (const QString &variant : row.variants)
                    add(*table, row, variant);
            }
            for (const FormColumn &column : table->columns) {
                for (const QString &wording : QStringList(column.label) + column.variants)
                    m_labels.push_back({LabelIndex::content(wording), 0, false, 0});
            }
        }
        std::erase_if(m_labels, [](const Label &label) { return label.content.isEmpty(); });
        std::stable_sort(m_labels.begin(), m_labels.end(), [](const Label &a, const Label &b) { return a.content[0] < b.content[0]; });
    }

    /// Where in a piece of wording labels begin. `heads`: also those of columns.
    std::vector<Start> starts(const TextRange &range, bool heads) const
    {
        QString content;
        std::vector<qsizetype> at;
        const qsizetype first = std::max(range.begin, range.end - LongestWording);
        content.reserve(range.end - first);
        at.reserve(size_t(range.end - first));
        for (qsizetype i = first; i < range.end; ++i) {
            const QChar c = LabelIndex::contentOf(m_text[i]);
            if (c.isNull())
                continue;
            content += c;
            at.push_back(i);
        }
        std::vector<Start> out;
        qsizetype behindRow = -1; // where the label of a row ended
        for (qsizetype i = 0; i < content.size();) {
            qsizetype longest = 0;
            Start start;
            auto candidate = std::lower_bound(
                m_labels.begin(), m_labels.end(), content[i], [](const Label &label, QChar c) { return label.content[0] < c; });
            for (; candidate != m_labels.end() && candidate->content[0] == content[i]; ++candidate) {
                const Label &label = *candidate;
                if ((label.cells == 0 && !heads) || label.content.size() <= longest
                    || !QStringView(content).mid(i).startsWith(label.content))
                    continue;
                const qsizetype numbered = numberingBefore(range.begin, at[size_t(i)], label.numbering);
                if (label.needsNumber && numbered == at[size_t(i)] && i != behindRow)
                    continue;
                longest = label.content.size();
                start = {numbered, label.cells};
            }
            if (longest > 0)
                out.push_back(start);
            i += std::max<qsizetype>(longest, 1);
            if (longest > 0 && start.cells > 0)
                behindRow = i;
        }
        return out;
    }

    /// Many labels, and numbers, stand on one line without delimiters.
    bool sharesLines(const std::vector<Token> &tokens) const
    {
        constexpr size_t Many = 8;
        size_t end = 0;
        for (size_t i = longLine(tokens, 0, end); i < tokens.size(); i = longLine(tokens, end, end)) {
            size_t labels = 0;
            for (size_t k = i; k < end && labels < Many; ++k)
                labels += tokens[k].kind == Token::Text ? starts(tokens[k].range, k == i).size() : 0;
            if (labels >= Many)
                return true;
        }
        return false;
    }

    /// The first token, from one on that begins a line, of the next line without delimiters that has much wording and a
    /// number; `end` is behind the line.
    static size_t longLine(const std::vector<Token> &tokens, size_t from, size_t &end)
    {
        constexpr qsizetype LongLine = 60;
        for (size_t i = from; i < tokens.size(); i = end) {
            qsizetype wording = 0;
            bool number = false;
            for (end = i; end < tokens.size() && tokens[end].line == tokens[i].line; ++end) {
                wording += tokens[end].kind == Token::Text ? tokens[end].range.length() : 0;
                number = number || tokens[end].kind == Token::Number;
            }
            if (number && !tokens[i].delimited && wording >= LongLine)
                return i;
        }
        return tokens.size();
    }

private:
    void add(const FormTable &table, const FormRow &row, const QString &wording)
    {
        Label label{LabelIndex::content(wording), LabelIndex::numbering(wording), false, int(row.cells.size())};
        const bool head = table.labels->columnOf(label.content) >= 0;
        if (label.content.isEmpty() || (head && !label.numbering))
            return;
        label.needsNumber = label.numbering && (head || label.content.size() < ShortLabel);
        m_labels.push_back(label);
    }

    /// 「二、」, 「（七）」 or 「3.」 right before a place; the place itself where there is none.
    qsizetype numberingBefore(qsizetype from, qsizetype at, char16_t number) const
    {
        constexpr qsizetype Longest = 6;
        for (qsizetype i = at - 1; i >= from && at - i <= Longest; --i) {
            if (LabelIndex::numbering(m_text.mid(i, at - i + 1)) != number || number == 0)
                continue;
            return i > from && m_text[i] != u'(' && m_text[i - 1] == u'(' ? i - 1 : i;
        }
        return at;
    }

    QStringView m_text;
    std::vector<Label> m_labels; ///< by their first character
};

bool isDigits(QStringView piece)
{
    return std::all_of(piece.begin(), piece.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Gives tokens their lines anew.
class Lines {
public:
    explicit Lines(std::vector<Token> &out)
        : m_out(out)
    {
    }

    /// A token of the original line; `begins`: it starts a line of its own, `goesOn`: it stands on the line before it.
    void add(Token token, int original, bool begins, bool goesOn)
    {
        if (!m_out.empty() && !goesOn && (begins || original != m_original))
            ++m_line;
        m_shared = original == m_original && (m_shared || begins);
        m_original = original;
        token.line = m_line;
        if (m_shared) // where it stood on a shared line says nothing
            token.left = token.right = token.leftUnit = token.rightUnit = 0;
        m_out.push_back(token);
    }

    /// The numbers behind the last wording, fewer than the row has cells while some of them are stuck together, are one run
    /// that is known to part here and there.
    void joinRuns(int cells)
    {
        size_t first = m_out.size();
        bool glued = false;
        while (first > 0 && m_out[first - 1].kind == Token::Number && m_out[first - 1].line == m_line && !m_out[first - 1].delimited) {
            --first;
            glued = glued || m_out[first].glued || m_out[first].several;
        }
        if (!glued || m_out.size() - first < 2 || int(m_out.size() - first) >= cells)
            return;
        m_out[first].range.end = m_out.back().range.end;
        m_out[first].glued = true;
        m_out[first].several = true;
        m_out.resize(first + 1);
    }

private:
    std::vector<Token> &m_out;
    int m_line = 0;
    int m_original = 0;
    bool m_shared = false; ///< the original line holds several rows
};

} // namespace

bool printsRuns(QStringView text, const std::vector<Token> &tokens)
{
    constexpr int LeastDigits = 7;
    constexpr int LeastNumbers = 8;
    int numbers = 0;
    int runs = 0;
    int doubled = 0; // one value and its total
    bool wording = true;
    for (const Token &t : tokens) {
        if (t.kind == Token::Text)
            wording = true;
        if (t.kind != Token::Number || t.loose)
            continue;
        if (!wording || t.delimited)
            return false;
        wording = false;
        ++numbers;
        const QStringView piece = text.mid(t.range.begin, t.range.length());
        runs += t.alone && isDigits(piece) && (piece.size() >= LeastDigits || (piece.size() > 1 && piece[0] == u'0'));
        doubled += piece.size() % 2 == 0 && piece.first(piece.size() / 2) == piece.last(piece.size() / 2);
    }
    return numbers >= LeastNumbers && (runs * 4 >= numbers || (runs + doubled) * 2 >= numbers);
}

void partGluedLines(const QList<const FormTable *> &editions, QStringView text, bool runs, std::vector<Token> &tokens)
{
    for (Token &t : tokens)
        t.glued = t.glued
            || (runs && t.kind == Token::Number && t.alone && !t.delimited && isDigits(text.mid(t.range.begin, t.range.length())));
    const bool glued = std::any_of(tokens.begin(), tokens.end(), [](const Token &t) { return t.glued; });
    size_t end = 0;
    if (!glued && Parter::longLine(tokens, 0, end) == tokens.size())
        return;
    const Parter parter(editions, text);
    if (!glued && !parter.sharesLines(tokens))
        return;
    std::vector<Token> out;
    out.reserve(tokens.size() * 2);
    Lines lines(out);
    int cells = 0; // of the row the wording before names
    bool anyRun = false; // before the first there are heads of columns
    for (const Token &t : tokens) {
        const bool behindRun = !out.empty() && out.back().kind == Token::Number;
        if (t.kind != Token::Text || t.delimited) {
            const bool behindWording = !out.empty() && out.back().kind == Token::Text;
            anyRun = anyRun || t.kind == Token::Number;
            lines.add(t, t.line, false, t.glued && t.alone && behindWording);
            continue;
        }
        lines.joinRuns(cells);
        cells = 0;
        Token piece = t;
        bool begins = behindRun;
        for (const Start &start : parter.starts(t.range, !anyRun)) {
            if (start.at > piece.range.begin) {
                piece.range.end = start.at;
                lines.add(piece, t.line, begins, false);
                begins = false;
            }
            begins = begins || start.cells > 0;
            if (start.cells > 0)
                cells = start.cells;
            piece.range = {start.at, t.range.end};
        }
        lines.add(piece, t.line, begins, false);
    }
    lines.joinRuns(cells);
    tokens = std::move(out);
}

} // namespace gouji
