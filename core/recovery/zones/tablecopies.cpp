// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/zones/tablecopies.h"

#include "report/labelindex.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t FirstLines = 6; // a table begins in one of them
constexpr size_t LeastLines = 3; // with wording
constexpr size_t MostLines = 1500; // two tables with a cell on each line have fewer
constexpr size_t MostCaption = 2; // lines between the copies
constexpr qsizetype LongCaption = 60;

struct Line {
    TextRange range;
    QString wording; ///< without numbers
};

std::vector<Line> linesOf(QStringView text, TextRange zone)
{
    std::vector<Line> out;
    for (qsizetype at = zone.begin; at < zone.end && out.size() <= MostLines;) {
        qsizetype end = text.indexOf(u'\n', at);
        end = end < 0 || end > zone.end ? zone.end : end;
        QString wording = LabelIndex::content(text.mid(at, end - at));
        if (!wording.isEmpty())
            out.push_back({{at, end}, std::move(wording)});
        at = end + 1;
    }
    return out;
}

/// Some line at the head of the zone stands in it again: without that, most texts need no more than this look.
bool mayRepeat(QStringView text, TextRange zone)
{
    constexpr qsizetype Telling = 6; // characters
    QStringView heads[FirstLines];
    size_t known = 0;
    for (qsizetype at = zone.begin; at < zone.end;) {
        qsizetype end = text.indexOf(u'\n', at);
        end = end < 0 || end > zone.end ? zone.end : end;
        const QStringView line = text.mid(at, end - at);
        at = end + 1;
        if (std::find(heads, heads + known, line) != heads + known)
            return true;
        if (known < FirstLines && line.size() >= Telling)
            heads[known++] = line;
    }
    return false;
}

/// All rows of the table are named on the lines.
bool isWhole(const FormTable &table, const std::vector<Line> &lines, size_t begin, size_t end)
{
    QString words;
    for (size_t i = begin; i < end; ++i)
        words += lines[i].wording;
    const auto isNamed = [&](const FormRow &row) { return words.contains(LabelIndex::content(row.shortLabel)); };
    const auto named = std::count_if(table.rows.begin(), table.rows.end(), isNamed);
    return named * 5 >= table.rows.size() * 4;
}

/// What is printed on the lines from one place to another, without white space.
QString saidOn(QStringView text, qsizetype begin, qsizetype end)
{
    QString out;
    for (const QChar c : text.mid(begin, end - begin)) {
        if (!c.isSpace())
            out += c;
    }
    return out;
}

enum class Time { Open, Last, This };

Time timeOf(QStringView caption, int year)
{
    if (caption.size() > LongCaption)
        return Time::Open;
    const bool last = caption.contains(u"上年") || caption.contains(u"去年") || caption.contains(u"上一年")
        || (year > 0 && caption.contains(QString::number(year - 1)));
    const bool own = caption.contains(u"本年") || caption.contains(u"今年") || (year > 0 && caption.contains(QString::number(year)));
    return last == own ? Time::Open : last ? Time::Last : Time::This;
}

} // namespace

TextRange withoutTableCopy(const FormTable &table, QStringView text, TextRange zone, int year)
{
    if (!mayRepeat(text, zone))
        return zone;
    const std::vector<Line> lines = linesOf(text, zone);
    if (lines.size() > MostLines)
        return zone;
    for (size_t i = 0; i < std::min(FirstLines, lines.size()); ++i) {
        for (size_t j = i + LeastLines; j < lines.size(); ++j) {
            if (lines[j].wording != lines[i].wording)
                continue;
            size_t same = 1;
            while (j + same < lines.size() && i + same < j && lines[i + same].wording == lines[j + same].wording)
                ++same;
            if (same < LeastLines || i + same + MostCaption < j)
                continue;
            const size_t behind = j + same;
            if (behind < lines.size() && lines[behind].wording == lines[i].wording)
                return zone; // a third one
            const qsizetype between = i + same < j ? lines[i + same].range.begin : lines[j].range.begin;
            const qsizetype end = behind < lines.size() ? lines[behind].range.begin : zone.end;
            const TextRange first{zone.begin, between};
            if (!isWhole(table, lines, i, j) || !isWhole(table, lines, j, behind))
                continue; // parts of a table are alike as well
            if (saidOn(text, lines[i].range.begin, between) == saidOn(text, lines[j].range.begin, end))
                return first;
            const auto timeOfLine
                = [&](size_t line) { return timeOf(text.mid(lines[line].range.begin, lines[line].range.length()), year); };
            Time ofFirst = i > 0 ? timeOfLine(i - 1) : Time::Open;
            Time ofSecond = timeOf(text.mid(between, lines[j].range.begin - between).trimmed(), year);
            if (ofFirst == Time::Open && ofSecond == Time::Open) { // captions that differ in the year alone
                ofFirst = timeOfLine(i);
                ofSecond = timeOfLine(j);
            }
            if (ofSecond == Time::Last && ofFirst != Time::Last)
                return first;
            if (ofSecond == Time::This && ofFirst == Time::Last)
                return {lines[j].range.begin, zone.end};
            return zone;
        }
    }
    return zone;
}

} // namespace gouji
