// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutations.h"

#include <functional>

namespace gouji::test {

using namespace Qt::StringLiterals;

namespace {

/// A row of the document that nobody has changed yet.
struct Place {
    GridRow *row = nullptr;
    Grid *grid = nullptr;
    int at = -1; ///< index in the grid
};

std::optional<Place> takeRow(ModelDocument &d, Chance &chance, QSet<int> &untouched, const std::function<bool(const GridRow &)> &fits)
{
    QList<int> keys;
    for (const int key : std::as_const(untouched)) {
        const Grid &grid = d.tables[key / 100];
        if (key % 100 < grid.rows.size() && fits(grid.rows[key % 100]))
            keys << key;
    }
    if (keys.isEmpty())
        return std::nullopt;
    std::sort(keys.begin(), keys.end()); // a set has no order of its own
    const int key = chance.pick(keys);
    untouched.remove(key);
    return Place {&d.tables[key / 100].rows[key % 100], &d.tables[key / 100], key % 100};
}

std::function<bool(const GridRow &)> withValues(int least = 1)
{
    return [least](const GridRow &row) { return row.raw.isNull() && row.valueFields().size() >= least; };
}

bool isPlain(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A field of the row that holds a plain number.
int plainField(const GridRow &row, Chance &chance, int digits = 1)
{
    QList<int> all;
    for (const int f : row.valueFields()) {
        if (isPlain(row.fields[f].text) && row.fields[f].text.size() >= digits)
            all << f;
    }
    return all.isEmpty() ? -1 : chance.pick(all);
}

bool isEmptyField(const Field &f)
{
    return f.text.isEmpty() || !f.text.front().isDigit();
}

bool allFilled(const GridRow &row)
{
    const QList<int> fields = row.valueFields();
    return std::none_of(fields.begin(), fields.end(), [&](int f) { return isEmptyField(row.fields[f]); });
}

bool blankCell(ModelDocument &d, Layout, Chance &chance, QSet<int> &untouched)
{
    const auto place = takeRow(d, chance, untouched, withValues());
    if (!place)
        return false;
    Field &f = place->row->fields[chance.pick(place->row->valueFields())];
    f.text.clear();
    d.bear(f.cell, {std::nullopt});
    return true;
}

/// The cell and its place are gone: what the row still prints has lost one of its places.
bool dropCell(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    if (isSpaced(layout))
        return false; // there a place is where it is
    const auto place = takeRow(d, chance, untouched, [](const GridRow &row) { return withValues(3)(row) && allFilled(row); });
    if (!place)
        return false;
    const int f = chance.pick(place->row->valueFields());
    const bool last = f == place->row->valueFields().last();
    if (last) // a row that ends early is one whose last cell is empty
        d.bears[place->row->fields[f].cell.index].certain << std::nullopt;
    place->row->fields.removeAt(f);
    return true;
}

bool glueNeighbours(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    if (isSpaced(layout))
        return false;
    const auto place = takeRow(d, chance, untouched, [](const GridRow &row) { return withValues(3)(row) && allFilled(row); });
    if (!place)
        return false;
    const QList<int> fields = place->row->valueFields();
    const int i = chance.below(int(fields.size()) - 1);
    if (fields[i + 1] != fields[i] + 1)
        return false;
    place->row->fields[fields[i]].text += place->row->fields[fields[i + 1]].text;
    place->row->fields.removeAt(fields[i + 1]);
    return true;
}

bool glueLabel(ModelDocument &d, Layout, Chance &chance, QSet<int> &untouched)
{
    const auto place = takeRow(d, chance, untouched, [](const GridRow &row) { return withValues(1)(row) && row.labelField() >= 0 && allFilled(row); });
    if (!place)
        return false;
    const int label = place->row->labelField();
    const int value = place->row->valueFields().first();
    place->row->fields[label].text += place->row->fields[value].text;
    place->row->fields.remove(label + 1, value - label);
    return true;
}

bool shiftRight(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    if (!isDelimited(layout))
        return false;
    // An empty last cell would hide that the row has one place too many.
    const auto place = takeRow(d, chance, untouched, [](const GridRow &row) { return withValues(3)(row) && !isEmptyField(row.fields[row.valueFields().last()]); });
    if (!place)
        return false;
    place->row->fields.insert(place->row->valueFields().first(), Field());
    return true;
}

bool shiftLeft(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    if (!isDelimited(layout))
        return false;
    const auto place = takeRow(d, chance, untouched, [](const GridRow &row) {
        if (!withValues(3)(row) || isEmptyField(row.fields[row.valueFields().first()]))
            return false;
        return std::any_of(row.fields.begin(), row.fields.begin() + row.valueFields().first(), [](const Field &f) { return f.text.isEmpty(); });
    });
    if (!place)
        return false;
    for (int i = 0; i < place->row->fields.size(); ++i) {
        if (place->row->fields[i].text.isEmpty()) {
            place->row->fields.removeAt(i);
            break;
        }
    }
    return true;
}

/// The table is cut by a page: what follows has a field more, or less, at its left.
bool shiftRest(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    if (layout != Layout::Tabs && layout != Layout::Pipes)
        return false;
    Grid &grid = d.tables[1];
    if (grid.rows.size() < 6)
        return false;
    const int from = chance.between(4, int(grid.rows.size()) - 2);
    const bool more = chance.percent(60);
    for (int r = from; r < grid.rows.size(); ++r) {
        if (!untouched.remove(100 + r))
            continue;
        QList<Field> &fields = grid.rows[r].fields;
        if (more)
            fields.prepend(Field());
        else if (!fields.isEmpty() && fields.first().text.isEmpty())
            fields.removeFirst();
    }
    grid.rows.insert(from, GridRow {{}, u""_s, 0, false, 0});
    untouched.removeIf([from](int key) { return key / 100 == 1 && key % 100 >= from; });
    return true;
}

bool drift(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    if (!isSpaced(layout))
        return false;
    const auto place = takeRow(d, chance, untouched, [](const GridRow &row) { return withValues(3)(row) && allFilled(row); });
    if (!place)
        return false;
    place->row->drift = chance.between(1, 6);
    return true;
}

bool tearLabel(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    if (isSpaced(layout) || layout == Layout::Box)
        return false;
    const auto place = takeRow(d, chance, untouched, [](const GridRow &row) {
        return withValues()(row) && row.labelField() >= 0 && row.fields[row.labelField()].text.size() > 5;
    });
    if (!place)
        return false;
    QString &text = place->row->fields[place->row->labelField()].text;
    text.insert(chance.between(1, int(text.size()) - 1), chance.percent(70) ? u"\n"_s : u" "_s);
    return true;
}

bool tearNumber(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    if (isSpaced(layout) || layout == Layout::Box)
        return false;
    const auto place = takeRow(d, chance, untouched, [](const GridRow &row) {
        const QList<int> fields = row.valueFields();
        return withValues(3)(row) && allFilled(row) && std::any_of(fields.begin(), fields.end(), [&](int f) { return isPlain(row.fields[f].text) && row.fields[f].text.size() > 1; });
    });
    if (!place)
        return false;
    QString &text = place->row->fields[plainField(*place->row, chance, 2)].text;
    text.insert(chance.between(1, int(text.size()) - 1), u'\n');
    return true;
}

bool misread(ModelDocument &d, Layout, Chance &chance, QSet<int> &untouched)
{
    static const QHash<QChar, QString> looks {{u'0', u"Oo〇○"_s}, {u'1', u"lI"_s}, {u'2', u"Z"_s}, {u'5', u"S"_s}, {u'8', u"B"_s}};
    const auto place = takeRow(d, chance, untouched, withValues());
    if (!place)
        return false;
    const int f = plainField(*place->row, chance);
    if (f < 0)
        return false;
    bool changed = false;
    for (QChar &c : place->row->fields[f].text) {
        const QString look = looks.value(c);
        if (!look.isEmpty() && (!changed || chance.percent(50))) {
            c = look[chance.below(int(look.size()))];
            changed = true;
        }
    }
    return changed;
}

/// A digit that became a sign that is no digit's look-alike, or a smudge.
bool unreadable(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    if (losesBlanks(layout))
        return false;
    const auto place = takeRow(d, chance, untouched, withValues());
    if (!place)
        return false;
    const int f = plainField(*place->row, chance);
    if (f < 0)
        return false;
    QString &text = place->row->fields[f].text;
    const QString marks = text.size() > 1 ? u"g?*#"_s : u".*_'"_s;
    text[chance.below(int(text.size()))] = marks[chance.below(int(marks.size()))];
    d.bears[place->row->fields[f].cell.index].certain << std::nullopt; // nothing that could be read
    return true;
}

/// A footnote's mark, or what is counted, behind a number: its digits are what the text bears.
bool noteMark(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    static const QStringList marks {u"①"_s, u"*"_s, u"[1]"_s, u"（注1）"_s, u"²"_s, u"件次"_s, u"（件）"_s, u"家"_s};
    if (layout == Layout::Glued)
        return false;
    const auto place = takeRow(d, chance, untouched, withValues());
    const int f = place ? plainField(*place->row, chance) : -1;
    if (f < 0)
        return false;
    place->row->fields[f].text += chance.pick(marks);
    return true;
}

bool otherDigit(ModelDocument &d, Layout, Chance &chance, QSet<int> &untouched)
{
    const auto place = takeRow(d, chance, untouched, withValues());
    if (!place)
        return false;
    const int f = plainField(*place->row, chance);
    if (f < 0)
        return false;
    QString &text = place->row->fields[f].text;
    text[0] = QChar(u'1' + (text[0].unicode() - u'0' + chance.below(7) + 1) % 9);
    d.bear(place->row->fields[f].cell, {Decimal::fromString(text)});
    return true;
}

bool swapLabelAndValue(ModelDocument &d, Layout, Chance &chance, QSet<int> &untouched)
{
    const auto place = takeRow(d, chance, untouched, [](const GridRow &row) { return withValues(3)(row) && row.labelField() >= 0 && allFilled(row); });
    if (!place)
        return false;
    std::swap(place->row->fields[place->row->labelField()], place->row->fields[place->row->valueFields().first()]);
    return true;
}

bool swapRows(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    const auto place = takeRow(d, chance, untouched, [](const GridRow &row) { return withValues()(row) && row.labelField() >= 0; });
    if (!place || place->at + 1 >= place->grid->rows.size() || !place->grid->rows[place->at + 1].hasValues())
        return false;
    if (layout == Layout::ByColumns && place->grid->rows[place->at + 1].labelField() != place->row->labelField())
        return false; // names in different columns: nothing in the text shows which row stands first
    const int table = int(place->grid - d.tables.data());
    if (!untouched.remove(table * 100 + place->at + 1))
        return false;
    place->grid->rows.swapItemsAt(place->at, place->at + 1);
    return true;
}

bool insertRaw(ModelDocument &d, Chance &chance, QSet<int> &untouched, const QList<GridRow> &rows)
{
    const int table = chance.below(int(d.tables.size()));
    Grid &grid = d.tables[table];
    if (grid.rows.size() < 2) // another change has taken its rows away
        return false;
    const int at = chance.between(1, int(grid.rows.size()) - 1);
    for (qsizetype i = 0; i < rows.size(); ++i)
        grid.rows.insert(at + i, rows[i]);
    QSet<int> moved;
    for (const int key : std::as_const(untouched))
        moved << (key / 100 == table && key % 100 >= at ? key + int(rows.size()) : key);
    untouched = moved;
    return true;
}

GridRow rawRow(const QString &text)
{
    GridRow row;
    row.raw = text.isNull() ? u""_s : text;
    return row;
}

bool pageNumber(ModelDocument &d, Layout, Chance &chance, QSet<int> &untouched)
{
    const int n = chance.between(1, 12);
    const QString mark = chance.pick(QList<QString> {u"- %1 -"_s, u"— %1 —"_s, u"第 %1 页 共 12 页"_s, u"%1"_s, u"- %1 -\n\f"_s, u"%1\n\f"_s, u"%1 / 12"_s}).arg(n);
    return insertRaw(d, chance, untouched, {rawRow({}), rawRow(mark)});
}

bool runningHead(ModelDocument &d, Layout, Chance &chance, QSet<int> &untouched)
{
    return insertRaw(d, chance, untouched, {rawRow({}), rawRow(u"\f"_s + d.title)});
}

bool repeatedHeader(ModelDocument &d, Layout, Chance &chance, QSet<int> &untouched)
{
    Grid &grid = d.tables[1];
    if (grid.rows.size() < 6) // another change has taken its rows away
        return false;
    const int at = chance.between(5, int(grid.rows.size()) - 1);
    for (int i = 0; i < 3; ++i)
        grid.rows.insert(at + i, grid.rows[i]);
    QSet<int> moved;
    for (const int key : std::as_const(untouched))
        moved << (key / 100 == 1 && key % 100 >= at ? key + 3 : key);
    untouched = moved;
    return true;
}

bool removeRows(ModelDocument &d, int table, int at, int count, QSet<int> &untouched)
{
    d.tables[table].rows.remove(at, count);
    QSet<int> moved;
    for (const int key : std::as_const(untouched)) {
        if (key / 100 != table || key % 100 < at)
            moved << key;
        else if (key % 100 >= at + count)
            moved << key - count;
    }
    untouched = moved;
    return true;
}

bool dropHeader(ModelDocument &d, Layout, Chance &chance, QSet<int> &untouched)
{
    const int table = chance.below(int(d.tables.size()));
    int rows = 0;
    while (rows < d.tables[table].rows.size() && !d.tables[table].rows[rows].hasValues())
        ++rows;
    return removeRows(d, table, 0, rows, untouched);
}

bool dropHeading(ModelDocument &d, Layout, Chance &chance, QSet<int> &)
{
    d.lostHeadings << chance.between(1, 6);
    return true;
}

bool deleteRow(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    const auto place = takeRow(d, chance, untouched, [](const GridRow &row) { return withValues()(row) && row.labelField() >= 0; });
    if (!place)
        return false;
    for (const int f : place->row->valueFields()) {
        Bears &bears = d.bears[place->row->fields[f].cell.index];
        const bool empty = bears.certain.contains(std::nullopt);
        if (!empty && losesBlanks(layout) && bears.certain.contains(Decimal()))
            bears.certain << std::nullopt;
    }
    return removeRows(d, int(place->grid - d.tables.data()), place->at, 1, untouched);
}

bool duplicateRow(ModelDocument &d, Layout, Chance &chance, QSet<int> &untouched)
{
    const auto place = takeRow(d, chance, untouched, [](const GridRow &row) { return withValues(3)(row) && row.labelField() >= 0; });
    if (!place)
        return false;
    const int table = int(place->grid - d.tables.data());
    const GridRow copy = *place->row;
    place->grid->rows.insert(place->at, copy);
    QSet<int> moved;
    for (const int key : std::as_const(untouched))
        moved << (key / 100 == table && key % 100 > place->at ? key + 1 : key);
    untouched = moved;
    return true;
}

bool delimitersAdded(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    if (!isDelimited(layout))
        return false;
    const auto place = takeRow(d, chance, untouched, withValues());
    if (!place)
        return false;
    place->row->added = chance.between(1, 3);
    return true;
}

bool delimitersLost(ModelDocument &d, Layout layout, Chance &chance, QSet<int> &untouched)
{
    if (!isDelimited(layout))
        return false;
    for (GridRow &row : d.tables[chance.below(int(d.tables.size()))].rows)
        row.trim = row.trim || chance.percent(60);
    untouched.removeIf([](int) { return false; });
    return true;
}

bool leaveTableOut(ModelDocument &d, Layout, Chance &chance, QSet<int> &untouched)
{
    const int table = chance.below(int(d.tables.size()));
    for (const GridRow &row : d.tables[table].rows) {
        for (const int f : row.valueFields())
            d.bears.remove(row.fields[f].cell.index);
    }
    return removeRows(d, table, 0, int(d.tables[table].rows.size()), untouched);
}

// Mistakes of the author: the text says so, cleanly.

bool raise(ModelDocument &d, GridRow &row, int field, int by)
{
    QString &text = row.fields[field].text;
    if (!isPlain(text))
        return false;
    text = (Decimal::fromString(text).value_or(Decimal()) + Decimal(by)).toString();
    d.bear(row.fields[field].cell, {Decimal::fromString(text)});
    return true;
}

bool wrongRowTotal(ModelDocument &d, Layout, Chance &chance, QSet<int> &untouched)
{
    QSet<int> rows = untouched;
    rows.removeIf([](int key) { return key / 100 != 1; });
    const auto place = takeRow(d, chance, rows, withValues(7));
    return place && raise(d, *place->row, place->row->valueFields().last(), chance.between(1, 9));
}

bool wrongBalance(ModelDocument &d, Layout, Chance &chance, QSet<int> &)
{
    GridRow &row = d.tables[1].rows.last();
    const QList<int> fields = row.valueFields();
    const int by = chance.between(1, 9);
    if (fields.size() != 7 || !isPlain(row.fields[fields.last()].text))
        return false;
    return raise(d, row, fields[chance.below(6)], by) && raise(d, row, fields.last(), by);
}

bool wrongItem(ModelDocument &d, Layout, Chance &chance, QSet<int> &untouched)
{
    QSet<int> rows = untouched;
    rows.removeIf([](int key) { return key / 100 != 1; });
    const auto place = takeRow(d, chance, rows, withValues(7));
    if (!place)
        return false;
    const QList<int> fields = place->row->valueFields();
    if (!isPlain(place->row->fields[fields.last()].text))
        return false;
    const int by = chance.between(1, 4);
    return raise(d, *place->row, fields[chance.below(6)], by) && raise(d, *place->row, fields.last(), by);
}

bool wrongGroupTotal(ModelDocument &d, Layout, Chance &chance, QSet<int> &)
{
    GridRow &row = d.tables[2].rows.last();
    const QList<int> fields = row.valueFields();
    return fields.size() == 15 && raise(d, row, fields[chance.below(3) * 5 + 4], chance.between(1, 5));
}

} // namespace

const QList<Mutation> &allMutations()
{
    static const QList<Mutation> all {
        {u"blank-cell"_s, blankCell}, {u"drop-cell"_s, dropCell}, {u"glue-neighbours"_s, glueNeighbours}, {u"glue-label"_s, glueLabel},
        {u"shift-right"_s, shiftRight}, {u"shift-left"_s, shiftLeft}, {u"shift-rest"_s, shiftRest}, {u"drift"_s, drift},
        {u"tear-label"_s, tearLabel}, {u"tear-number"_s, tearNumber}, {u"misread"_s, misread}, {u"unreadable"_s, unreadable}, {u"note-mark"_s, noteMark},
        {u"other-digit"_s, otherDigit}, {u"swap-label-value"_s, swapLabelAndValue}, {u"swap-rows"_s, swapRows},
        {u"page-number"_s, pageNumber}, {u"running-head"_s, runningHead}, {u"repeated-header"_s, repeatedHeader},
        {u"drop-header"_s, dropHeader}, {u"drop-heading"_s, dropHeading}, {u"delete-row"_s, deleteRow}, {u"duplicate-row"_s, duplicateRow},
        {u"delimiters-added"_s, delimitersAdded}, {u"delimiters-lost"_s, delimitersLost}, {u"table-left-out"_s, leaveTableOut},
    };
    return all;
}

const QList<Mutation> &allFaults()
{
    static const QList<Mutation> all {
        {u"wrong-row-total"_s, wrongRowTotal}, {u"wrong-balance"_s, wrongBalance}, {u"wrong-item"_s, wrongItem}, {u"wrong-group-total"_s, wrongGroupTotal},
    };
    return all;
}

QSet<int> valueRows(const ModelDocument &document)
{
    QSet<int> out;
    for (int t = 0; t < document.tables.size(); ++t) {
        for (int r = 0; r < document.tables[t].rows.size(); ++r) {
            if (document.tables[t].rows[r].hasValues())
                out << t * 100 + r;
        }
    }
    return out;
}

} // namespace gouji::test
