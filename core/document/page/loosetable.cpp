// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/loosetable.h"

#include "document/page/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gouji {

namespace {

using Column = LooseTable::Column;

constexpr size_t MostColumns = 100;
constexpr double Touch = 0.7; // points that boxes may share without standing in one column

bool isValue(const PageWord &word)
{
    static constexpr QStringView Marks = u"/／-–—－无";
    const QString &text = word.text;
    if (text.size() == 1 && Marks.contains(text[0]))
        return true;
    bool digit = false;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digit = true;
        else if (c != u'.' && c != u',' && c != u'-')
            return false;
    }
    return digit && !text.endsWith(u'.');
}

bool hasValues(const PageLine &line) { return std::any_of(line.words.begin(), line.words.end(), isValue); }

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double gap(const PageLine &above, const PageLine &below) { return below.box.top() - above.box.bottom(); }

/// Heads of narrow columns stand close to each other, but wider apart than words of a sentence.
bool hasGaps(const PageLine &line)
{
    constexpr int Fewest = 3;
    int gaps = 0;
    for (size_t i = 1; i < line.words.size(); ++i)
        gaps += line.words[i].box.left() - line.words[i - 1].box.right() > 0.4 * line.words[i].box.height();
    return gaps >= Fewest;
}

/// Where the lines come apart: prose, and headings between tables.
std::vector<std::pair<size_t, size_t>> runsOf(const std::vector<PageLine> &lines)
{
    double left = 1e9;
    double tableLeft = 1e9;
    double right = 0;
    std::vector<double> gaps;
    std::vector<double> heights;
    for (size_t i = 0; i < lines.size(); ++i) {
        left = std::min(left, lines[i].box.left());
        right = std::max(right, lines[i].box.right());
        if (i > 0 && hasColumns(lines[i]))
            gaps.push_back(gap(lines[i - 1], lines[i]));
        if (hasColumns(lines[i])) {
            heights.push_back(lines[i].words.front().box.height());
            tableLeft = std::min(tableLeft, lines[i].box.left());
        }
    }
    const double usualGap = std::max(0.0, median(gaps));
    const double height = median(heights);
    const auto parts = [&](size_t i) {
        const PageLine &line = lines[i];
        const PageWord &first = line.words.front();
        if (hasColumns(line) || hasGaps(line))
            return false;
        if (line.box.width() > 0.8 * (right - left) || line.words.back().text.endsWith(u'。'))
            return true;
        // A heading stands at the very left, and is set apart from rows by something.
        if (!beginsItem(first.text) || line.box.left() > left + 1)
            return false;
        const double above = i > 0 ? gap(lines[i - 1], line) : 0;
        const double below = i + 1 < lines.size() ? gap(line, lines[i + 1]) : 0;
        return tableLeft > line.box.left() + 1 || std::abs(first.box.height() - height) > 0.08 * height
            || std::max(above, below) > usualGap + 0.5 * height;
    };
    std::vector<std::pair<size_t, size_t>> runs;
    size_t begin = 0;
    for (size_t i = 0; i <= lines.size(); ++i) {
        if (i < lines.size() && !parts(i))
            continue;
        if (i > begin)
            runs.emplace_back(begin, i);
        begin = i + 1;
    }
    return runs;
}

/// Every number stands in one column, and no column has two on a line.
bool isClear(const LooseTable &table, const std::vector<PageLine> &lines)
{
    for (size_t i = table.begin; i < table.end; ++i) {
        std::vector<bool> taken(table.columns.size());
        for (const PageWord &word : lines[i].words) {
            if (!isValue(word))
                continue;
            int met = 0;
            for (size_t c = 0; c < table.columns.size(); ++c) {
                if (!meets(table.columns[c], word.box))
                    continue;
                ++met;
                if (taken[c])
                    return false;
                taken[c] = true;
            }
            if (met != 1)
                return false;
        }
    }
    return true;
}

std::optional<LooseTable> tableOf(const std::vector<PageLine> &lines, size_t begin, size_t end, const LooseTable *before)
{
    constexpr size_t FewestValues = 2;
    constexpr size_t FewestColumns = 2;
    std::vector<const PageWord *> values;
    std::vector<const PageWord *> heads;
    double labelsEnd = -1;
    double valuesBegin = 1e9;
    size_t firstRow = end;
    for (size_t i = begin; i < end; ++i) {
        for (const PageWord &word : lines[i].words) {
            if (!isValue(word))
                continue;
            values.push_back(&word);
            valuesBegin = std::min(valuesBegin, word.box.left());
            firstRow = std::min(firstRow, i);
        }
    }
    if (values.size() < FewestValues)
        return std::nullopt;
    for (size_t i = firstRow; i < end; ++i) {
        for (const PageWord &word : lines[i].words) {
            if (word.box.right() <= valuesBegin + Touch)
                labelsEnd = std::max(labelsEnd, word.box.right());
        }
    }
    for (size_t i = begin; i < end; ++i) {
        for (const PageWord &word : lines[i].words) {
            if (isValue(word) || word.box.left() <= (i < firstRow ? labelsEnd : valuesBegin) - Touch)
                continue;
            if (i < firstRow)
                heads.push_back(&word);
        }
    }
    LooseTable table;
    table.begin = begin;
    table.end = end;
    // Values tell more than heads, and the heads next to them more than those above, which may stand over several columns.
    const auto byWidth = [](const PageWord *a, const PageWord *b) { return a->box.width() < b->box.width(); };
    std::stable_sort(values.begin(), values.end(), byWidth);
    std::stable_sort(heads.begin(), heads.end(), [](const PageWord *a, const PageWord *b) { return a->box.top() > b->box.top(); });
    std::vector<QRectF> boxes;
    for (const PageWord *word : values)
        boxes.push_back(word->box);
    for (const PageWord *word : heads)
        boxes.push_back(word->box);
    table.columns = columnsAround(boxes);
    // Where a column has no head, another one may have neither head nor value, and nobody would know.
    const bool headed = std::all_of(table.columns.begin(), table.columns.end(), [&](const Column &column) {
        return std::any_of(heads.begin(), heads.end(), [&](const PageWord *head) { return meets(column, head->box); });
    });
    if (!headed)
        table.columns.clear();
    if (table.columns.empty() && before)
        table.columns = before->columns;
    if (table.columns.size() < FewestColumns || !isClear(table, lines))
        return std::nullopt;
    for (size_t i = begin; i < end; ++i)
        table.isRow.push_back(hasValues(lines[i]));
    double last = -1e9;
    for (size_t i = begin; i < end; ++i) {
        if (!table.isRow[i - begin])
            continue;
        const double middle = lines[i].words.back().box.center().y();
        table.pitch = std::min(table.pitch, middle - last);
        last = middle;
    }
    if (before && table.columns == before->columns)
        table.pitch = std::min(table.pitch, before->pitch);
    return table;
}

} // namespace

bool meets(const Column &column, const QRectF &box)
{
    return std::min(column.right, box.right()) - std::max(column.left, box.left()) > Touch;
}

std::vector<Column> columnsAround(const std::vector<QRectF> &boxes)
{
    std::vector<Column> columns;
    for (const QRectF &box : boxes) {
        const auto met = [&](const Column &column) { return meets(column, box); };
        const auto only = std::find_if(columns.begin(), columns.end(), met);
        if (only == columns.end()) {
            if (columns.size() > MostColumns)
                return {};
            columns.push_back({box.left(), box.right()});
            continue;
        }
        const Column wider{std::min(only->left, box.left()), std::max(only->right, box.right())};
        const QRectF all(wider.left, 0, wider.right - wider.left, 1);
        if (std::count_if(columns.begin(), columns.end(), [&](const Column &column) { return meets(column, all); }) == 1)
            *only = wider;
    }
    std::sort(columns.begin(), columns.end(), [](const Column &a, const Column &b) { return a.left < b.left; });
    return columns;
}

bool isHead(const LooseTable &table, const PageLine &line)
{
    return !hasValues(line)
        && std::any_of(line.words.begin(), line.words.end(), [&](const PageWord &w) { return columnOf(table, w) >= 0; });
}

int columnOf(const LooseTable &table, const PageWord &word)
{
    for (size_t c = 0; c < table.columns.size(); ++c) {
        if (meets(table.columns[c], word.box))
            return int(c);
    }
    return -1;
}

std::vector<LooseTable> looseTablesOf(const std::vector<PageLine> &lines)
{
    std::vector<LooseTable> tables;
    for (const auto &[begin, end] : runsOf(lines)) {
        if (auto table = tableOf(lines, begin, end, tables.empty() ? nullptr : &tables.back()))
            tables.push_back(std::move(*table));
    }
    return tables;
}

} // namespace gouji
