// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs that cut and join the characters of numbers.
#include "review/verbs.h"

#include "review/rowcells.h"
#include "review/typednumber.h"

#include <algorithm>

namespace gouji::verbs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostBetween = 20; ///< characters between two halves of a number: bars, tabs, a line's end

/// The characters that stand for a cell's number: those printed, where they say what the cell holds, else its value.
struct Digits {
    QString text;
    TextRange source; ///< of exactly these characters; invalid where they are not those of the source
};

Digits digitsOf(const Cell &cell)
{
    const TextRange number = numberIn(cell.text);
    const auto printed = printedNumber(cell.text);
    const bool asPrinted = !cell.value || (printed && *printed == cell.value);
    if (number.isValid() && asPrinted) {
        const bool exact = cell.source.isValid() && cell.source.length() == cell.text.size();
        return {cell.text.mid(number.begin, number.length()),
            exact ? TextRange{cell.source.begin + number.begin, cell.source.begin + number.end} : TextRange()};
    }
    return {cell.value ? cell.value->toString() : QString(), {}};
}

bool isDigit(QChar c) { return c.isDigit(); }

/// Digits alone, and no superfluous 0 in front.
std::optional<Decimal> wholeNumber(const QString &text)
{
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    const auto value = printedNumber(text);
    if (!value || !*value || (text.size() > 1 && text[0].digitValue() == 0))
        return std::nullopt;
    return *value;
}

/// A cell holding a part of some digits, in the place of `target`.
Cell laid(Cell target, Decimal value, const QString &text, const TextRange &source)
{
    Cell out = withValue(std::move(target), value);
    out.text = text;
    out.source = source;
    out.candidates.clear();
    return out;
}

} // namespace

QString digitsText(const Cell &cell) { return digitsOf(cell).text; }

QList<int> cutsOf(const Cell &cell)
{
    const QString text = digitsOf(cell).text;
    QList<int> out;
    for (int front = 1; front < text.size(); ++front) {
        if (wholeNumber(text.left(front)) && wholeNumber(text.mid(front)))
            out << front;
    }
    return out;
}

Result<Act> splitValue(const Report &report, CellId cell, int front)
{
    if (const Status ok = known(report, cell); !ok)
        return ok.error();
    const Cell &now = report.cell(cell);
    if (!cutsOf(now).contains(front))
        return refusal(u"%1 不能这样拆成两个数。"_s.arg(shown(now)));
    const QList<CellId> row = lineOf(report, cell);
    const qsizetype at = row.indexOf(cell);
    qsizetype room = at + 1;
    while (room < row.size() && holdsSomething(report.cell(row[room])))
        ++room;
    if (room == row.size())
        return refusal(u"%1这一格右边没有空格，拆开会把最后一格挤掉。"_s.arg(rowName(report, cell)));

    const Digits digits = digitsOf(now);
    const QString first = digits.text.left(front);
    const QString second = digits.text.mid(front);
    const bool placed = digits.source.isValid();
    Act act;
    act.kind = u"split"_s;
    act.text = u"拆分：%1（%2 → %3 和 %4）"_s.arg(report.catalogue().place(cell), shown(now), first, second);
    change(act, report, cell,
        laid(now, *wholeNumber(first), first, placed ? TextRange{digits.source.begin, digits.source.begin + front} : TextRange()));
    change(act, report, row[at + 1],
        laid(report.cell(row[at + 1]), *wholeNumber(second), second,
            placed ? TextRange{digits.source.begin + front, digits.source.end} : TextRange()));
    for (qsizetype i = at + 2; i <= room; ++i)
        change(act, report, row[i], filledFrom(report.cell(row[i]), report.cell(row[i - 1])));
    return act;
}

namespace {

/// The unused number that follows a place in the text with nothing but signs and space between; may be invalid.
TextRange unusedAfter(const Report &report, const SourceDocument &document, const TextRange &place)
{
    for (const TextRange &r : report.leftovers) {
        if (!place.isValid() || r.begin < place.end)
            continue;
        const QStringView between = document.at({place.end, r.begin});
        const bool near
            = between.size() <= MostBetween && std::none_of(between.begin(), between.end(), [](QChar c) { return c.isLetterOrNumber(); });
        return near ? r : TextRange();
    }
    return {};
}

} // namespace

Result<Act> joinValues(const Report &report, const SourceDocument &document, CellId cell)
{
    if (const Status ok = known(report, cell); !ok)
        return ok.error();
    const QList<CellId> row = lineOf(report, cell);
    const qsizetype at = row.indexOf(cell);
    const Cell &left = report.cell(cell);
    const bool isLast = at + 1 == row.size();
    Cell right;
    if (isLast) {
        const TextRange unused = unusedAfter(report, document, left.source);
        if (!unused.isValid())
            return refusal(u"这是%1的最后一格，右边没有数可以合并。"_s.arg(rowName(report, cell)));
        right.source = unused;
        right.text = document.at(unused).toString();
        right.status = CellStatus::Suspect;
    } else {
        right = report.cell(row[at + 1]);
    }
    const Digits a = digitsOf(left);
    const Digits b = digitsOf(right);
    const QString text = a.text + b.text;
    const auto value = a.text.isEmpty() || b.text.isEmpty() ? std::nullopt : wholeNumber(text);
    if (!value || !typedNumber(text, report.catalogue().info(cell).kind))
        return refusal(u"%1 和 %2 合不成一个数。"_s.arg(shown(left), shown(right)));
    const bool inOrder = a.source.isValid() && b.source.isValid() && a.source.end <= b.source.begin;
    Act act;
    act.kind = u"join"_s;
    act.text = u"合并：%1（%2 和 %3 → %4）"_s.arg(report.catalogue().place(cell), shown(left), shown(right), text);
    change(act, report, cell, laid(left, *value, text, inOrder ? TextRange{a.source.begin, b.source.end} : a.source));
    for (qsizetype i = at + 1; i + 1 < row.size(); ++i)
        change(act, report, row[i], filledFrom(report.cell(row[i]), report.cell(row[i + 1])));
    if (!isLast && holdsSomething(report.cell(row.last())))
        change(act, report, row.last(), emptied(report.cell(row.last())));
    return act;
}

Result<Act> rejoinFromText(const Report &report, const SourceDocument &document, const QList<CellId> &row, qsizetype open, Act act)
{
    TextRange last;
    for (qsizetype i = 0; i < open; ++i) {
        if (const TextRange at = report.cell(row[i]).source; at.isValid() && at.end > last.end)
            last = at;
    }
    if (!last.isValid())
        return refusal(u"%1的数不知道在原文何处，接不上后面的数。"_s.arg(rowName(report, row.first())));
    qsizetype before = document.text.size(); // where the next number stands that a cell uses
    for (const CellId id : report.cellIds()) {
        if (const TextRange at = report.cell(id).source; at.length() > 0 && at.begin >= last.end)
            before = std::min(before, at.begin);
    }
    QList<TextRange> rest;
    for (const TextRange &r : report.leftovers) {
        if (r.begin >= last.end && r.end <= before && rest.size() < row.size())
            rest << r;
    }
    const qsizetype lacking = row.size() - open;
    if (rest.size() != lacking) {
        return refusal(rest.isEmpty()
                ? u"原文在%1之后没有未用的数可以接回。"_s.arg(rowName(report, row.first()))
                : u"%1缺 %2 个数，原文其后有 %3 个未用，对不上。"_s.arg(rowName(report, row.first())).arg(lacking).arg(rest.size()));
    }
    for (qsizetype i = 0; i < lacking; ++i) {
        const QString text = document.at(rest[i]).toString();
        const auto value = printedNumber(text);
        if (!value || !*value)
            return refusal(u"“%1”不是数字。"_s.arg(text));
        change(act, report, row[open + i], laid(report.cell(row[open + i]), **value, text, rest[i]));
    }
    return act;
}

} // namespace gouji::verbs
