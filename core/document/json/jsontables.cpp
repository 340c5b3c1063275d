// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/jsontables.h"

#include <QStringList>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t LeastRows = 3;
constexpr qsizetype LeastValues = 3; // of a row that is known by them

bool isChinese(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x4e00 && c.unicode() < 0xa000; });
}

bool isNumeric(QStringView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.' || c == u'-'; });
}

/// Rows of a table, some of it said in words; empty where they are nothing of the kind.
std::vector<ListedCell> cellsOf(const std::vector<std::vector<const QString *>> &rows)
{
    std::vector<ListedCell> out;
    bool said = false;
    size_t longest = 0;
    for (size_t r = 0; r < rows.size(); ++r) {
        longest = std::max(longest, rows[r].size());
        for (size_t c = 0; c < rows[r].size(); ++c) {
            said = said || isChinese(*rows[r][c]);
            out.push_back({{int(r), int(c), 1, 1}, *rows[r][c]});
        }
    }
    return said && longest > 1 && rows.size() >= LeastRows ? out : std::vector<ListedCell>();
}

bool areScalars(const JsonValue &value)
{
    return std::all_of(value.items.begin(), value.items.end(), [](const JsonValue &i) { return i.isScalar(); });
}

/// Names that say what a column holds are a row of heads; numbers of columns are none. Nothing for names of a program's own.
enum class Names { Heads, Numbers, Own };

Names kindOf(const std::vector<QString> &names)
{
    if (std::any_of(names.begin(), names.end(), [](const QString &n) { return isChinese(n); }))
        return Names::Heads;
    const bool numbers
        = std::all_of(names.begin(), names.end(), [](const QString &n) { return isNumeric(n) || n.startsWith("Unnamed"_L1); });
    return numbers ? Names::Numbers : Names::Own;
}

bool areAlike(const JsonValue &value, JsonValue::Kind kind)
{
    return std::all_of(value.items.begin(), value.items.end(), [&](const JsonValue &i) {
        return i.kind == kind && areScalars(i) && (kind == JsonValue::Array || i.names == value.items.front().names);
    });
}

std::vector<ListedCell> rowsIn(const JsonValue &value)
{
    std::vector<std::vector<const QString *>> rows;
    if (value.items.size() < 2)
        return {};
    const JsonValue &first = value.items.front();
    // Words with their corners: x0, y0, x1, y1, word, …
    if (first.items.size() > 4 && first.items[4].kind == JsonValue::String
        && std::all_of(first.items.begin(), first.items.begin() + 4, [](const JsonValue &i) { return i.kind == JsonValue::Number; })
        && first.kind == JsonValue::Array)
        return {};
    if (value.kind == JsonValue::Array && (areAlike(value, JsonValue::Array) || areAlike(value, JsonValue::Object))) {
        const Names names = first.kind == JsonValue::Object ? kindOf(first.names) : Names::Numbers;
        if (names == Names::Own)
            return {};
        if (names == Names::Heads) {
            rows.emplace_back();
            for (const QString &name : first.names)
                rows.back().push_back(&name);
        }
        for (const JsonValue &row : value.items) {
            rows.emplace_back();
            for (const JsonValue &cell : row.items)
                rows.back().push_back(&cell.text);
        }
    } else if (value.kind == JsonValue::Object && areAlike(value, JsonValue::Object) && kindOf(first.names) == Names::Numbers
        && kindOf(value.names) != Names::Own) {
        rows.resize(first.items.size() + 1);
        if (kindOf(value.names) == Names::Heads) {
            for (const QString &name : value.names)
                rows[0].push_back(&name);
        }
        for (size_t r = 0; r < first.items.size(); ++r) {
            for (const JsonValue &column : value.items)
                rows[r + 1].push_back(&column.items[r].text);
        }
    }
    return cellsOf(rows);
}

const JsonValue *childrenOf(const JsonValue &node)
{
    for (const QStringView name : {u"children", u"content"}) {
        if (const JsonValue *found = node.member(name); found && found->kind == JsonValue::Array)
            return found;
    }
    return nullptr;
}

bool isNode(const JsonValue &value, QLatin1StringView kind)
{
    const JsonValue *type = value.kind == JsonValue::Object ? value.member(u"type") : nullptr;
    return type && type->text.contains(kind, Qt::CaseInsensitive) && childrenOf(value);
}

void collectText(const JsonValue &node, QString &out)
{
    if (const JsonValue *text = node.kind == JsonValue::Object ? node.member(u"text") : nullptr; text && text->isScalar())
        out += text->text;
    else if (const JsonValue *children = node.kind == JsonValue::Object ? childrenOf(node) : nullptr)
        for (const JsonValue &child : children->items)
            collectText(child, out);
}

int spanOf(const JsonValue &cell, std::initializer_list<QStringView> names)
{
    const JsonValue *attributes = cell.member(u"attrs");
    for (const JsonValue *node : {&cell, attributes}) {
        for (const QStringView name : names) {
            if (const JsonValue *span = node ? node->member(name) : nullptr)
                return std::clamp(span->text.toInt(), 1, 100);
        }
    }
    return 1;
}

/// The nodes of an editor. Cells stand at the next place of their row that no cell above reaches into.
std::vector<ListedCell> nodesIn(const JsonValue &value)
{
    std::vector<ListedCell> out;
    if (!isNode(value, "table"_L1) || isNode(value, "row"_L1) || isNode(value, "cell"_L1))
        return out;
    std::vector<int> reached; // for each column the first row that no cell above reaches into
    int row = 0;
    for (const JsonValue &line : childrenOf(value)->items) {
        if (!isNode(line, "row"_L1))
            return {};
        size_t column = 0;
        for (const JsonValue &cell : childrenOf(line)->items) {
            if (cell.kind != JsonValue::Object)
                continue;
            while (column < reached.size() && reached[column] > row)
                ++column;
            ListedCell listed{{row, int(column), spanOf(cell, {u"rowSpan", u"rowspan"}), spanOf(cell, {u"colSpan", u"colspan"})}, {}};
            collectText(cell, listed.text);
            const size_t end = column + size_t(listed.place.columnSpan);
            if (end > 1000)
                return {};
            reached.resize(std::max(reached.size(), end));
            for (; column < end; ++column)
                reached[column] = row + listed.place.rowSpan;
            out.push_back(std::move(listed));
        }
        ++row;
    }
    return out;
}

QString withoutSpaces(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (!c.isSpace())
            out += c;
    }
    return out;
}

} // namespace

std::vector<ListedCell> tableIn(const JsonValue &value)
{
    if (value.isScalar() || value.items.empty())
        return {};
    std::vector<ListedCell> cells = listedCells(value);
    if (cells.empty())
        cells = rowsIn(value);
    return cells.empty() ? nodesIn(value) : cells;
}

void SaidInTables::add(const std::vector<ListedCell> &table)
{
    QStringList values;
    for (size_t i = 0; i < table.size(); ++i) {
        const QString text = withoutSpaces(table[i].text);
        m_cells << table[i].text;
        m_rows += text;
        if (isNumeric(text))
            values << text;
        if (i + 1 < table.size() && table[i + 1].place.row == table[i].place.row)
            continue;
        m_rows += u'\n';
        if (values.size() >= LeastValues)
            m_values << values.join(u' ');
        values.clear();
    }
}

bool SaidInTables::repeats(QStringView line) const
{
    if (m_rows.contains(withoutSpaces(line)))
        return true;
    QStringList values;
    for (const QStringView word : line.tokenize(u' ', Qt::SkipEmptyParts)) {
        if (isNumeric(word))
            values << word.toString();
        else
            values.clear();
    }
    return values.size() >= LeastValues && m_values.contains(values.join(u' '));
}

} // namespace gouji
