// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/sheet/csvreader.h"

#include "document/blockwriter.h"
#include "document/sheet/sheetblocks.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastFields = 4; // of a row of values
constexpr int LeastEven = 8; // fields of every line, where only tabulators say that it is a sheet
constexpr int LeastRows = 5; // of values: one of the three tables may be all there is

/// Walks over the fields of delimited text, record by record.
class CsvFields {
public:
    CsvFields(QStringView text, QChar delimiter)
        : m_text(text)
        , m_delimiter(delimiter)
    {
    }

    bool atEnd() const { return m_at >= m_text.size() || m_broken; }
    bool isBroken() const { return m_broken; } ///< a quoted field does not end where a field ends
    bool isLast() const { return m_last; } ///< of its record
    bool isQuoted() const { return m_quoted; }
    QStringView raw() const { return m_raw; } ///< without the quotes around it; quotes in it are still doubled

    void next()
    {
        const bool formula = m_text[m_at] == u'=' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"'; // ="526": no number to Excel
        m_quoted = formula || m_text[m_at] == u'"';
        const qsizetype begin = m_at + m_quoted + formula;
        if (m_quoted) {
            m_at = begin;
            while ((m_at = m_text.indexOf(u'"', m_at)) >= 0 && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"')
                m_at += 2;
            m_broken = m_at < 0;
            m_raw = m_text.mid(begin, m_at - begin);
            if (m_broken || ++m_at >= m_text.size()) {
                m_last = true;
                return;
            }
            m_broken = m_text[m_at] != m_delimiter && m_text[m_at] != u'\n';
        } else {
            while (m_at < m_text.size() && m_text[m_at] != m_delimiter && m_text[m_at] != u'\n')
                ++m_at;
            m_raw = m_text.mid(begin, m_at - begin);
        }
        m_last = m_at >= m_text.size() || m_text[m_at] == u'\n';
        ++m_at;
    }

private:
    QStringView m_text;
    QChar m_delimiter;
    QStringView m_raw;
    qsizetype m_at = 0;
    bool m_last = false;
    bool m_quoted = false;
    bool m_broken = false;
};

bool isValue(QStringView field)
{
    field = field.trimmed();
    return std::all_of(field.begin(), field.end(), [](QChar c) { return c.isDigit() || u".,+-/%"_s.contains(c) || c == u'\u2014'; });
}

bool isDelimited(QStringView text, QChar delimiter)
{
    int rows = 0;
    int fields = 0;
    int values = 0;
    bool anyQuoted = false;
    bool prose = false;
    int width = -1;
    bool even = true; // every line, of prose as well, has as many fields: a sheet was written
    CsvFields walk(text, delimiter);
    while (!walk.atEnd()) {
        walk.next();
        ++fields;
        values += isValue(walk.raw());
        anyQuoted = anyQuoted || walk.isQuoted();
        prose = prose || (!walk.isQuoted() && walk.raw().contains(u'。'));
        if (!walk.isLast())
            continue;
        // Prose in a field of its own is left alone, prose in pieces was never meant to be fields.
        if (prose && fields > 1 && values == 0)
            return false;
        rows += fields >= LeastFields && values * 2 >= fields && values < fields;
        width = width < 0 ? fields : width;
        even = even && (fields == width || (walk.atEnd() && fields == 1));
        fields = values = 0;
        prose = false;
    }
    return !walk.isBroken() && rows >= LeastRows && (delimiter != u'\t' || anyQuoted || (even && width >= LeastEven));
}

/// The first line, a title, has as many fields as a row.
bool isPadded(QStringView text) { return text.left(std::max(text.indexOf(u'\n'), qsizetype(0))).count(u'\t') + 1 >= LeastEven; }

} // namespace

QChar csvDelimiterOf(QStringView text)
{
    constexpr qsizetype LeastDelimiters = LeastRows * (LeastFields - 1);
    for (const char16_t delimiter : {u',', u';', u'\t'}) {
        // Most texts have too few of them, or tabs and no quotes, and need not be walked over.
        const bool can = std::count(text.utf16(), text.utf16() + text.size(), delimiter) >= LeastDelimiters;
        if (can && (delimiter != u'\t' || text.contains(u'"') || isPadded(text)) && isDelimited(text, delimiter))
            return delimiter;
    }
    return {};
}

Result<SourceDocument> readCsv(const ReaderInput &input)
{
    const QStringView text = input.text.text;
    Worksheet sheet;
    int row = 0;
    int column = 0;
    CsvFields walk(text, csvDelimiterOf(text));
    while (!walk.atEnd()) {
        walk.next();
        if (!walk.raw().trimmed().isEmpty()) {
            if (column >= DocumentBuilder::MaxColumns || sheet.cells.size() >= DocumentBuilder::MaxCells)
                return Error{u"too-large"_s, u"表格太大，不读取。"_s};
            QString field = walk.raw().toString();
            if (walk.isQuoted())
                field.replace("\"\""_L1, "\""_L1);
            sheet.columns = std::max(sheet.columns, column + 1);
            sheet.cells.push_back({row, column, false, {TextRun{field, {}}}});
        }
        column = walk.isLast() ? 0 : column + 1;
        row += walk.isLast();
    }
    DocumentBuilder builder;
    buildSheet(sheet, builder);
    std::vector<Block> blocks = builder.take();
    if (builder.error())
        return *builder.error();
    SourceDocument document;
    document.encoding = input.text.encoding;
    document.encodingGuessed = input.text.guessed;
    document.notes = notesOn(input.text);
    if (!writeBlocks(blocks, document))
        return Error{u"too-large"_s, u"表格太大，不读取。"_s};
    return document;
}

} // namespace gouji
