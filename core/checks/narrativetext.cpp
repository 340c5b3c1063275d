// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrativetext.h"

#include "checks/narrativewords.h"

namespace gouji {

namespace {

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

bool isNumeral(char16_t c) { return QStringView(u"一二三四五六七八九十").contains(QChar(c)); }

/// A line that opens with its own number (（一）, 一、, 1.) begins a paragraph of its own.
bool opensParagraph(QStringView line)
{
    qsizetype i = 0;
    while (i < line.size() && (line[i].isSpace() || line[i] == u'-' || line[i] == u'#' || line[i] == u'*'))
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
    Splitter(const NarrativeWords &words, std::vector<NarrativeSentence> &out)
        : m_words(words)
        , m_out(out)
    {
    }

    void read(QStringView text, const Block &block)
    {
        m_current.section = block.section;
        newParagraph();
        for (qsizetype i = block.range.begin; i < block.range.end; ++i) {
            const char16_t c = text[i].unicode();
            if (c == u'\n' || c == u'\f') {
                lineEnd(text, i, block.range.end);
                continue;
            }
            if (text[i].isSpace()) {
                gap(text, i, block.range.end);
                continue;
            }
            if (isQuote(c))
                continue;
            const bool fullStop = c == u'.' && !m_current.text.isEmpty() && m_current.text.back().unicode() > 0x2E80;
            put(fullStop ? u'。' : fold(c), i);
            if (fullStop || isSentenceEnd(c))
                flush();
        }
        newParagraph();
    }

private:
    void put(char16_t c, qsizetype at)
    {
        m_current.text += QChar(c);
        m_current.origin.push_back(int(at));
    }

    /// Spaces vanish, except where two numbers would become one.
    void gap(QStringView text, qsizetype at, qsizetype end)
    {
        if (m_current.text.isEmpty() || !isDigit(m_current.text.back()))
            return;
        while (at < end && text[at].isSpace() && text[at] != u'\n')
            ++at;
        if (at < end && isDigit(text[at]))
            put(u'|', at - 1);
    }

    void lineEnd(QStringView text, qsizetype at, qsizetype end)
    {
        qsizetype next = at + 1;
        bool empty = text[at] == u'\f';
        while (next < end && text[next].isSpace()) {
            empty = empty || text[next] == u'\n' || text[next] == u'\f';
            ++next;
        }
        const qsizetype stop = text.indexOf(u'\n', next);
        const QStringView line = text.mid(next, (stop < 0 || stop > end ? end : stop) - next);
        if (empty || opensParagraph(line))
            newParagraph();
        else
            gap(text, at + 1, end);
        if (!m_current.text.isEmpty() && isDigit(m_current.text.back()) && !line.isEmpty() && isDigit(line[0]))
            put(u'|', at);
    }

    void flush()
    {
        if (m_current.text.size() > 2) {
            m_words.mendLookalikes(m_current.text);
            m_current.paragraph = m_paragraph;
            m_out.push_back(m_current);
        }
        m_current.text.clear();
        m_current.origin.clear();
    }

    void newParagraph()
    {
        flush();
        ++m_paragraph;
    }

    const NarrativeWords &m_words;
    std::vector<NarrativeSentence> &m_out;
    NarrativeSentence m_current;
    int m_paragraph = 0;
};

} // namespace

std::vector<NarrativeSentence> narrativeSentences(const SourceDocument &document, const Report &report, const NarrativeWords &words)
{
    std::vector<NarrativeSentence> out;
    Splitter splitter(words, out);
    for (const Block &block : blocks(document, report))
        splitter.read(document.text, block);
    return out;
}

} // namespace gouji
