// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/text/textreader.h"

#include "document/html/htmlreader.h"
#include "document/placed/placedmarkup.h"
#include "document/stackedrows.h"
#include "document/text/gridtext.h"
#include "document/text/recordtext.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Where a whole table of HTML stands: light markup has no other way to write merged cells. Not valid where none does.
TextRange findTable(QStringView text, qsizetype from)
{
    const qsizetype begin = text.indexOf("<table"_L1, from, Qt::CaseInsensitive);
    const qsizetype end = begin < 0 ? -1 : text.indexOf("</table>"_L1, begin, Qt::CaseInsensitive);
    if (end < 0 || !text.mid(begin, end - begin).contains("<td"_L1, Qt::CaseInsensitive))
        return {};
    return {begin, end + 8};
}

/// "||a||||b||" as "|a||b|": where bars stand in pairs throughout, a pair is what parts two cells. Null where they do not.
QString withSingleBars(QStringView text)
{
    constexpr int LeastLines = 5;
    int lines = 0;
    for (const QStringView line : text.tokenize(u'\n')) {
        bool any = false;
        for (qsizetype at = line.indexOf(u'|'); at >= 0; at = line.indexOf(u'|', at)) {
            const qsizetype begin = at;
            while (at < line.size() && line[at] == u'|')
                ++at;
            if ((at - begin) % 2 != 0)
                return {};
            any = true;
        }
        lines += any;
    }
    return lines < LeastLines ? QString() : text.toString().replace("||"_L1, "|"_L1);
}

/// The text as a page: its tables as they are, the lines around them as they stand.
QString asPage(QStringView text)
{
    QString out;
    qsizetype at = 0;
    const auto lines = [&](qsizetype end) { out += u"<pre>"_s + text.mid(at, end - at).toString().toHtmlEscaped() + u"</pre>"_s; };
    for (TextRange table = findTable(text, 0); table.isValid(); table = findTable(text, at)) {
        lines(table.begin);
        out += text.mid(table.begin, table.length());
        at = table.end;
    }
    lines(text.size());
    return out;
}

} // namespace

Result<SourceDocument> readText(const ReaderInput &input)
{
    const bool tagged = input.text.text.contains(u'<');
    if (tagged) {
        if (auto placed = readPlacedMarkup(input.text))
            return std::move(*placed);
    }
    if (tagged && findTable(input.text.text, 0).isValid()) {
        DecodedText page = input.text;
        page.text = asPage(input.text.text);
        return readPages({page}, {}, input.stop);
    }
    SourceDocument d;
    if (tagged)
        d.text = withoutTags(input.text.text);
    if (tagged && d.text.isEmpty() && input.text.text.contains("<br"_L1, Qt::CaseInsensitive))
        d.text = withoutStackedRows(input.text.text);
    if (d.text.isEmpty() && input.text.text.contains(u'+') && input.text.text.contains("--+"_L1))
        d.text = withoutFoldedRows(input.text.text);
    if (d.text.isEmpty() && input.text.text.contains("||"_L1))
        d.text = withSingleBars(input.text.text);
    if (d.text.isEmpty())
        d.text = input.text.text;
    d.encoding = input.text.encoding;
    d.encodingGuessed = input.text.guessed;
    d.notes = notesOn(input.text);
    return d;
}

} // namespace gouji
