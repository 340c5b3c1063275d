// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrative/narrativetext.h"

#include "base/oneof.h"
#include "base/space.h"
#include "checks/narrative/narrativewords.h"

namespace gouji {

namespace {

constexpr qsizetype LongSentence = 1000; // what takes the square of a sentence's length stays small
constexpr qsizetype LongestOpening = 40; // of a line, to see whether it opens a paragraph

struct Block {
    TextRange range;
    int section;
};

/// The range without the tables that stand in it.
void addWithoutTables(TextRange range, int section, const Report &report, std::vector<Block> &out)
{
    qsizetype at = range.begin;
    while (at < range.end) {
        TextRange table;
        for (const TableReading &t : report.tables) {
            if (t.found && t.source.isValid() && t.source.end > at && t.source.begin < range.end
                && (!table.isValid() || t.source.begin < table.begin))
                table = t.source;
        }
        const qsizetype end = table.isValid() ? std::max(at, table.begin) : range.end;
        if (end > at)
            out.push_back({{at, end}, section});
        at = table.isValid() ? table.end : range.end;
    }
}

std::vector<Block> blocks(const SourceDocument &document, const Report &report)
{
    std::vector<Block> out;
    qsizetype firstTable = document.text.size();
    bool anyTable = false;
    for (const TableReading &t : report.tables) {
        if (t.found && t.source.isValid()) {
            firstTable = std::min(firstTable, t.source.begin);
            anyTable = true;
        }
    }
    if (!report.section(1)) {
        qsizetype end = firstTable;
        for (const Section &s : report.sections)
            end = std::min(end, s.source.begin);
        if (anyTable || !report.sections.isEmpty())
            out.push_back({{0, end}, 1});
    }
    for (const Section &s : report.sections) {
        if (!s.body.isValid())
            continue;
        const TextRange body{s.body.begin, std::min(s.body.end, document.text.size())};
        const bool hasTable = s.number >= 2 && s.number <= 4;
        // A section whose table was not found is all rubble: no prose can be told from it.
        bool found = !hasTable;
        for (const TableReading &t : report.tables)
            found = found || (t.found && t.source.isValid() && t.source.intersects(body));
        if (found)
            addWithoutTables(body, s.number, report, out);
    }
    return out;
}

bool isSentenceEnd(char16_t c) { return c == u'。' || c == u'！' || c == u'？' || c == u'!' || c == u'?'; }

bool isDigit(QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'\uFF10' && c <= u'\uFF19'); }

bool isNumeral(char16_t c) { return isOneOf(QChar(c), u"一二三四五六七八九十"); }

/// A line that opens with its own number (（一）, 一、, 1.) begins a paragraph of its own.
bool opensParagraph(QStringView line)
{
    qsizetype i = 0;
    while (i < line.size() && (isWhiteSpace(line[i]) || line[i] == u'-' || line[i] == u'#' || line[i] == u'*'))
        ++i;
    const bool bracket = i < line.size() && (line[i] == u'（' || line[i] == u'(');
    i += bracket;
    qsizetype numerals = 0;
    while (i < line.size() && (isNumeral(line[i].unicode()) || isDigit(line[i])) && numerals < 3) {
        ++i;
        ++numerals;
    }
    if (numerals == 0 || i >= line.size())
        return false;
    const QChar c = line[i];
    return bracket ? c == u'）' || c == u')' : c == u'、' || ((c == u'.' || c == u'．') && i + 1 < line.size() && !isDigit(line[i + 1]));
}

char16_t fold(char16_t c)
{
    if (c >= u'\uFF10' && c <= u'\uFF19')
        return char16_t(c - u'\uFF10' + u'0');
    switch (c) {
    case u'，':
        return u',';
    case u'；':
        return u';';
    case u'：':
    case u'∶':
        return u':';
    case u'（':
        return u'(';
    case u'）':
        return u')';
    case u'％':
        return u'%';
    case u'．':
        return u'.';
    case u'～':
    case u'－':
    case u'—':
    case u'–':
        return u'-';
    case u'⽆':
        return u'无';
    case u'⻅':
        return u'见';
    default:
        return c;
    }
}

bool isQuote(char16_t c)
{
    return c == u'“' || c == u'”' || c == u'"' || c == u'‘' || c == u'’' || c == u'\'' || c == u'*' || c == u'\u200b' || c == u'\ufeff';
}

class Splitter {
public:
    Splitter(const NarrativeWords &words, const std::function<bool(const NarrativeSentence &)> &visit)
        : m_words(words)
        , m_visit(visit)
    {
    }

    /// False where the visitor has seen enough.
    bool read(QStringView text, const Block &block)
    {
        m_current.section = block.section;
        newParagraph();
        for (qsizetype i = block.range.begin; i < block.range.end && m_more; ++i) {
            const char16_t c = text[i].unicode();
            if (c == u'\n' || c == u'\f') {
                i = lineEnd(text, i, block.range.end) - 1;
                continue;
            }
            if (isWhiteSpace(text[i])) {
                i = gap(text, i, block.range.end) - 1;
                continue;
            }
            if (isQuote(c))
                continue;
            const bool fullStop = c == u'.' && !m_text.empty() && m_text.back() > 0x2E80;
            put(fullStop ? u'。' : fold(c), i);
            if (fullStop || isSentenceEnd(c) || isOverlong(c))
                flush();
        }
        newParagraph();
        return m_more;
    }

private:
    void put(char16_t c, qsizetype at)
    {
        m_text += c;
        m_current.origin.push_back(int(at));
    }

    /// Keeps two numbers apart, also where the sentence is cut between them.
    void part(qsizetype at)
    {
        put(u'|', at);
        if (qsizetype(m_text.size()) < 2 * LongSentence)
            return;
        flush();
        put(u'|', at);
    }

    bool isOverlong(char16_t last) const
    {
        const qsizetype size = qsizetype(m_text.size());
        return size >= LongSentence && (last == u'，' || last == u'；' || (size >= 2 * LongSentence && !isDigit(QChar(last))));
    }

    /// Spaces vanish, except where two numbers would become one. Returns what stands behind them.
    qsizetype gap(QStringView text, qsizetype at, qsizetype end)
    {
        while (at < end && isWhiteSpace(text[at]) && text[at] != u'\n' && text[at] != u'\f')
            ++at;
        if (!m_text.empty() && isDigit(m_text.back()) && at < end && isDigit(text[at]))
            part(at - 1);
        return at;
    }

    qsizetype lineEnd(QStringView text, qsizetype at, qsizetype end)
    {
        qsizetype next = at + 1;
        bool empty = text[at] == u'\f';
        while (next < end && isWhiteSpace(text[next])) {
            empty = empty || text[next] == u'\n' || text[next] == u'\f';
            ++next;
        }
        QStringView line = text.mid(next, std::min(LongestOpening, end - next));
        if (const qsizetype stop = line.indexOf(u'\n'); stop >= 0)
            line.truncate(stop);
        if (empty || opensParagraph(line))
            newParagraph();
        else
            gap(text, at + 1, end);
        if (!m_text.empty() && isDigit(m_text.back()) && !line.isEmpty() && isDigit(line[0]))
            part(at);
        return next;
    }

    void flush()
    {
        if (m_text.size() > 2) {
            m_current.text = QStringView(m_text).toString();
            m_words.mendLookalikes(m_current.text);
            m_current.paragraph = m_paragraph;
            m_more = m_more && m_visit(m_current);
        }
        m_text.clear();
        m_current.origin.clear();
    }

    void newParagraph()
    {
        flush();
        ++m_paragraph;
    }

    const NarrativeWords &m_words;
    const std::function<bool(const NarrativeSentence &)> &m_visit;
    NarrativeSentence m_current; ///< but for its text
    std::u16string m_text; ///< to which a character is added in no time
    int m_paragraph = 0;
    bool m_more = true;
};

} // namespace

void forEachSentence(const SourceDocument &document, const Report &report, const NarrativeWords &words,
    const std::function<bool(const NarrativeSentence &)> &visit)
{
    Splitter splitter(words, visit);
    for (const Block &block : blocks(document, report)) {
        if (!splitter.read(document.text, block))
            return;
    }
}

} // namespace gouji
