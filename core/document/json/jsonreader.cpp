// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/jsonreader.h"

#include "document/blockwriter.h"
#include "document/documentbuilder.h"
#include "document/html/pageblocks.h"
#include "document/json/celllist.h"
#include "document/json/jsontables.h"
#include "document/json/jsonvalue.h"
#include "document/json/jsonwords.h"

#include <QSet>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ManyLines = 20; // of a text that may tell everything once more, without its tables

bool isChinese(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x4e00 && c.unicode() < 0xa000; });
}

bool hasMarkup(QStringView text) { return text.contains("<td"_L1, Qt::CaseInsensitive) || text.contains("</p>"_L1, Qt::CaseInsensitive); }

class Writer {
public:
    explicit Writer(const std::vector<JsonValue> &values)
        : m_values(values)
    {
        for (const JsonValue &value : m_values)
            findTables(value);
    }

    bool hasTables() const { return m_tables > 0; }

    Result<std::vector<Block>> run()
    {
        for (const JsonValue &value : m_values)
            write(value);
        if (m_error)
            return *m_error;
        std::vector<Block> blocks = m_builder.take();
        if (m_builder.error())
            return *m_builder.error();
        return blocks;
    }

private:
    void findTables(const JsonValue &value)
    {
        if (value.kind == JsonValue::String) {
            m_tables += value.text.contains("<td"_L1, Qt::CaseInsensitive);
            return;
        }
        if (const std::vector<ListedCell> cells = tableIn(value); !cells.empty()) {
            ++m_tables;
            m_said.add(cells);
            return;
        }
        for (const JsonValue &item : value.items)
            findTables(item);
    }

    void write(const JsonValue &value)
    {
        if (value.isScalar()) {
            if (value.kind == JsonValue::String)
                writeText(value.text);
            return;
        }
        if (!m_written.contains(&value))
            m_written.insert(&value);
        else
            return;
        if (const JsonValue *ref = value.member(u"$ref"); ref && value.items.size() == 1) {
            if (const JsonValue *meant = valueAt(ref->text))
                write(*meant);
            return;
        }
        if (const std::vector<ListedCell> cells = tableIn(value); !cells.empty()) {
            writeCells(cells);
            return;
        }
        // Where a table is told in several ways, the first that says where its cells stand is enough.
        const bool hasCells
            = std::any_of(value.items.begin(), value.items.end(), [](const JsonValue &i) { return !listedCells(i).empty(); });
        bool told = false;
        for (size_t i = 0; i < value.items.size(); ++i) {
            const JsonValue &item = value.items[i];
            if (hasCells && item.kind == JsonValue::Array) {
                if (!told && !listedCells(item).empty()) {
                    write(item);
                    told = true;
                }
                continue;
            }
            if (value.kind == JsonValue::Object && isChinese(value.names[i])) {
                m_builder.text(value.names[i]);
                if (item.isScalar())
                    m_builder.text(u"："_s + item.text);
                m_builder.endParagraph();
                if (item.isScalar())
                    continue;
            }
            write(item);
        }
    }

    void writeText(const QString &text)
    {
        if (!isChinese(text) || m_said.isCell(text))
            return;
        if (hasMarkup(text)) {
            auto page = blocksOfPage(text, {});
            if (page)
                m_builder.append(std::move(page->blocks));
            else
                m_error = page.error();
            return;
        }
        const bool whole = text.count(u'\n') >= ManyLines;
        for (const QStringView line : QStringView(text).tokenize(u'\n')) {
            if (whole && m_said.repeats(line))
                continue;
            m_builder.text(line);
            m_builder.endParagraph();
        }
    }

    void writeCells(const std::vector<ListedCell> &cells)
    {
        m_builder.beginTable();
        int row = cells.front().place.row;
        m_builder.beginRow();
        for (const ListedCell &cell : cells) {
            for (; row < cell.place.row; ++row) {
                m_builder.endRow();
                m_builder.beginRow();
            }
            m_builder.beginCell(cell.place.columnSpan, cell.place.rowSpan, cell.place.column);
            m_builder.text(cell.text);
            m_builder.endCell();
        }
        m_builder.endRow();
        m_builder.endTable();
    }

    /// "#/texts/3" in the first value.
    const JsonValue *valueAt(QStringView path) const
    {
        const JsonValue *at = &m_values.front();
        for (const QStringView part : path.mid(1).tokenize(u'/', Qt::SkipEmptyParts)) {
            bool ok = false;
            const size_t index = part.toULongLong(&ok);
            at = at->kind == JsonValue::Array ? (ok && index < at->items.size() ? &at->items[index] : nullptr) : at->member(part);
            if (!at)
                return nullptr;
        }
        return at;
    }

    const std::vector<JsonValue> &m_values;
    DocumentBuilder m_builder;
    std::optional<Error> m_error;
    QSet<const JsonValue *> m_written; ///< what is referred to is written where it is
    SaidInTables m_said;
    int m_tables = 0;
};

std::optional<Result<SourceDocument>> read(const std::vector<JsonValue> &values)
{
    Writer writer(values);
    SourceDocument document;
    if (!writer.hasTables()) {
        JsonWords words(values);
        if (!words.text.isDocument())
            return std::nullopt;
        auto read = words.text.document();
        if (read)
            read->recognised = words.recognised;
        return read;
    }
    auto blocks = writer.run();
    if (!blocks)
        return Result<SourceDocument>(blocks.error());
    if (!writeBlocks(blocks.value(), document))
        return Result<SourceDocument>(Error{u"too-large"_s, u"文件里的表格太大，不读取。"_s});
    return Result<SourceDocument>(std::move(document));
}

} // namespace

std::optional<Result<SourceDocument>> readJson(const DecodedText &text)
{
    const QStringView begin = QStringView(text.text).left(64).trimmed();
    if (!begin.startsWith(u'{') && !begin.startsWith(u'['))
        return std::nullopt;
    const auto values = parseJson(text.text);
    if (!values || values->empty())
        return std::nullopt;
    auto document = read(*values);
    if (document && *document) {
        SourceDocument &read = document->value();
        read.encoding = text.encoding;
        read.encodingGuessed = text.guessed;
        read.notes = notesOn(text);
    }
    return document;
}

} // namespace gouji
