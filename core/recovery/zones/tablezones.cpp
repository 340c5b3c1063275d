// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/zones/tablezones.h"

#include "recovery/text/characters.h"
#include "recovery/wording/wording.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

/// From a table's heading to the next heading; where the heading is lost, from the end of what comes before.
TextRange zoneOf(const FormTable &table, const std::vector<FoundSection> &sections, const ReportText &text)
{
    TextRange zone{0, text.size()};
    for (const FoundSection &s : sections) {
        if (s.number == table.section)
            return s.body;
        if (s.number < table.section)
            zone.begin = s.heading.end;
        else
            zone.end = std::min(zone.end, s.heading.begin);
    }
    return zone;
}

/// Where the heading between two tables is lost they share a part of the text: the second begins where a few pieces of
/// wording in a row are its own rather than the first one's.
void part(const FormTable &first, TextRange &zoneOfFirst, const FormTable &second, TextRange &zoneOfSecond, const ReportText &text)
{
    constexpr int InARow = 3;
    const TextRange shared{std::max(zoneOfFirst.begin, zoneOfSecond.begin), std::min(zoneOfFirst.end, zoneOfSecond.end)};
    if (shared.end <= shared.begin)
        return;
    LabelScores scratch;
    qsizetype from = -1;
    int row = 0;
    for (const Token &t : text.tokensOf(shared)) {
        if (t.kind != Token::Text)
            continue;
        const QStringView wording = text.text().mid(t.range.begin, t.range.length());
        const float ofFirst = first.labels->match(wording, scratch).best();
        const LabelScores &scores = second.labels->match(wording, scratch);
        if (scores.best() <= ofFirst || scores.best() < NamesRow) {
            row = 0;
            continue;
        }
        from = row++ == 0 ? t.range.begin : from;
        if (row == InARow)
            break;
    }
    if (row < InARow)
        return;
    zoneOfFirst.end = std::min(zoneOfFirst.end, from);
    zoneOfSecond.begin = std::max(zoneOfSecond.begin, from);
}

/// False where all that could be read as a number stands in prose: most of what follows the tables needs no cutting up then.
bool mayHoldLoneNumbers(QStringView text)
{
    constexpr int LeastProse = 12; // ideographs on a line: with so many, something on it is wording
    bool number = false;
    bool parted = false; // cells may stand side by side, or several lines be one
    int ideographs = 0;
    for (const QChar c : text) {
        if (isIdeograph(c)) {
            ++ideographs;
            number = number || c == u'零';
        } else if (c == u'\n') {
            if (number && ideographs < LeastProse)
                return true;
            number = false;
            ideographs = 0;
        } else if (c < u'\u0080' ? c.isLetterOrNumber() : c == u'\u3007' || c == u'\u25cb' || c == u'\u25ef') {
            number = true;
        } else {
            parted = parted || c == u'\t' || c == u'|' || c == u'[' || c == u']' || isBoxDelimiter(c);
        }
    }
    return parted || (number && ideographs < LeastProse);
}

} // namespace

std::vector<TextRange> tableZones(const Form &form, const std::vector<FoundSection> &sections, const ReportText &text)
{
    std::vector<TextRange> out;
    for (const FormTable &table : form.tables)
        out.push_back(zoneOf(table, sections, text));
    for (qsizetype i = 0; i + 1 < form.tables.size(); ++i)
        part(form.tables[i], out[size_t(i)], form.tables[i + 1], out[size_t(i) + 1], text);
    return out;
}

void appendLooseNumbers(const ReportText &text, TextRange zone, std::vector<Token> &tokens)
{
    constexpr size_t Most = 30;
    const QStringView behind = text.text().mid(zone.end);
    if (tokens.empty() || behind.isEmpty() || !mayHoldLoneNumbers(behind))
        return;
    const int line = tokens.back().line + 1;
    size_t added = 0;
    for (Token t : text.tokensOf({zone.end, text.size()})) {
        if (t.kind != Token::Number || !t.alone || t.glued || ++added > Most)
            continue;
        t.line += line;
        t.loose = true;
        tokens.push_back(t);
    }
}

} // namespace gouji
