// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/celllist.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t LeastCells = 8; // the smallest table of the form has more
constexpr int MostPlaces = 20000; // beyond, no number names a row

enum class Role { None, Text, Row, RowEnd, RowSpan, Column, ColumnEnd, ColumnSpan, Address };

struct Name {
    QLatin1StringView name; ///< without capitals and lines below
    Role role;
};

constexpr Name Names[] = {{"text"_L1, Role::Text}, {"content"_L1, Role::Text}, {"words"_L1, Role::Text}, {"value"_L1, Role::Text},
    {"cellcontent"_L1, Role::Text}, {"row"_L1, Role::Row}, {"rowindex"_L1, Role::Row}, {"rowidx"_L1, Role::Row}, {"rowid"_L1, Role::Row},
    {"rowstart"_L1, Role::Row}, {"startrow"_L1, Role::Row}, {"startrowoffsetidx"_L1, Role::Row}, {"rowtl"_L1, Role::Row},
    {"r"_L1, Role::Row}, {"rowend"_L1, Role::RowEnd}, {"endrow"_L1, Role::RowEnd}, {"endrowoffsetidx"_L1, Role::RowEnd},
    {"rowbr"_L1, Role::RowEnd}, {"rowspan"_L1, Role::RowSpan}, {"col"_L1, Role::Column}, {"column"_L1, Role::Column},
    {"columnindex"_L1, Role::Column}, {"colindex"_L1, Role::Column}, {"colidx"_L1, Role::Column}, {"colid"_L1, Role::Column},
    {"columnid"_L1, Role::Column}, {"colstart"_L1, Role::Column}, {"columnstart"_L1, Role::Column}, {"startcol"_L1, Role::Column},
    {"startcolumn"_L1, Role::Column}, {"startcoloffsetidx"_L1, Role::Column}, {"coltl"_L1, Role::Column}, {"c"_L1, Role::Column},
    {"colend"_L1, Role::ColumnEnd}, {"columnend"_L1, Role::ColumnEnd}, {"endcol"_L1, Role::ColumnEnd}, {"endcolumn"_L1, Role::ColumnEnd},
    {"endcoloffsetidx"_L1, Role::ColumnEnd}, {"colbr"_L1, Role::ColumnEnd}, {"colspan"_L1, Role::ColumnSpan},
    {"columnspan"_L1, Role::ColumnSpan}, {"cell"_L1, Role::Address}, {"address"_L1, Role::Address}, {"ref"_L1, Role::Address},
    {"coordinate"_L1, Role::Address}};

Role roleOf(const QString &name)
{
    QString plain = name.toLower();
    plain.remove(u'_').remove(u'-');
    const auto at = std::find_if(std::begin(Names), std::end(Names), [&](const Name &n) { return plain == n.name; });
    return at == std::end(Names) ? Role::None : at->role;
}

std::optional<int> countOf(const JsonValue &value)
{
    bool ok = false;
    const int count = value.isScalar() ? value.text.toInt(&ok) : 0;
    return ok && count >= 0 && count < MostPlaces ? std::optional(count) : std::nullopt;
}

std::optional<ListedCell> cellOf(const JsonValue &value)
{
    if (value.kind != JsonValue::Object || value.items.size() > 60)
        return std::nullopt;
    std::optional<int> row, rowEnd, rowSpan, column, columnEnd, columnSpan;
    std::optional<GridPlace> address;
    ListedCell out;
    bool hasText = false;
    for (size_t i = 0; i < value.items.size(); ++i) {
        const JsonValue &item = value.items[i];
        switch (roleOf(value.names[i])) {
        case Role::None:
            break;
        case Role::Text:
            if (item.isScalar() && !hasText) {
                out.text = item.text;
                hasText = true;
            }
            break;
        case Role::Row:
            row = countOf(item);
            break;
        case Role::RowEnd:
            rowEnd = countOf(item);
            break;
        case Role::RowSpan:
            rowSpan = countOf(item);
            break;
        case Role::Column:
            column = countOf(item);
            break;
        case Role::ColumnEnd:
            columnEnd = countOf(item);
            break;
        case Role::ColumnSpan:
            columnSpan = countOf(item);
            break;
        case Role::Address:
            address = placeOfAddress(item.text);
            break;
        }
    }
    if (!hasText || !((row && column) || address))
        return std::nullopt;
    out.place.row = row && column ? *row : address->row;
    out.place.column = row && column ? *column : address->column;
    out.place.rowSpan = std::max(1, rowSpan.value_or(rowEnd.value_or(out.place.row) - out.place.row));
    out.place.columnSpan = std::max(1, columnSpan.value_or(columnEnd.value_or(out.place.column) - out.place.column));
    return out;
}

/// What a cell named by its address holds: a scalar, or an object that tells it as shown ("w") or as kept ("v").
QString contentOf(const JsonValue &value)
{
    if (value.isScalar())
        return value.text;
    for (const QStringView name : {u"w", u"v", u"value", u"text"}) {
        if (const JsonValue *found = value.member(name); found && found->isScalar())
            return found->text;
    }
    return {};
}

} // namespace

std::optional<GridPlace> placeOfAddress(QStringView address)
{
    qsizetype at = 0;
    const auto number = [&] {
        int out = 0;
        const qsizetype begin = at;
        while (at < address.size() && address[at] >= u'0' && address[at] <= u'9' && out < MostPlaces)
            out = out * 10 + (address[at++].unicode() - u'0');
        return at > begin ? out : 0;
    };
    GridPlace place;
    if (address.size() >= 4 && address[0].toLower() == u'r' && address[1].isDigit()) {
        at = 1;
        place.row = number() - 1;
        if (at >= address.size() || address[at].toLower() != u'c')
            return std::nullopt;
        ++at;
        place.column = number() - 1;
    } else {
        int column = 0;
        while (at < address.size() && at < 3 && address[at] >= u'A' && address[at] <= u'Z')
            column = column * 26 + (address[at++].unicode() - u'A' + 1);
        place.column = column - 1;
        place.row = number() - 1;
    }
    return at == address.size() && place.row >= 0 && place.column >= 0 ? std::optional(place) : std::nullopt;
}

std::vector<ListedCell> listedCells(const JsonValue &value)
{
    std::vector<ListedCell> out;
    if (value.isScalar() || value.items.size() < LeastCells)
        return out;
    for (size_t i = 0; i < value.items.size(); ++i) {
        if (value.kind == JsonValue::Array) {
            auto cell = cellOf(value.items[i]);
            if (!cell)
                return {};
            out.push_back(std::move(*cell));
        } else if (const auto place = placeOfAddress(value.names[i])) {
            out.push_back({*place, contentOf(value.items[i])});
        } else if (!value.names[i].startsWith(u'!')) {
            return {};
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const ListedCell &a, const ListedCell &b) {
        return a.place.row != b.place.row ? a.place.row < b.place.row : a.place.column < b.place.column;
    });
    const bool grid = out.size() >= LeastCells && out.front().place.row != out.back().place.row
        && std::any_of(out.begin(), out.end(), [&](const ListedCell &c) { return c.place.column != out.front().place.column; });
    return grid ? out : std::vector<ListedCell>();
}

} // namespace gouji
