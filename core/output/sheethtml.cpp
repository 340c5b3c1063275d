// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/summary.h"

#include <QFile>

#include <numeric>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString escaped(const QString &text)
{
    QString out;
    out.reserve(text.size() + 16);
    for (const QChar c : text) {
        // Controls, and marks that turn the direction of what follows, have no place in a page that is to be trusted.
        if ((c < u' ' && c != u'\n' && c != u'\t') || c == u'\x7f' || (c >= u'\u202a' && c <= u'\u202e')
            || (c >= u'\u2066' && c <= u'\u2069'))
            out += QChar(QChar::ReplacementCharacter);
        else
            out += c;
    }
    return out.toHtmlEscaped();
}

QString styleSheet()
{
    QFile file(u":/summary/summary.css"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString classes(const SheetCell &cell)
{
    QStringList out;
    if (cell.align == SheetCell::Align::Left)
        out << u"left"_s;
    switch (cell.mark) {
    case SheetMark::Corrected:
        out << u"corrected"_s;
        break;
    case SheetMark::Problem:
        out << u"problem"_s;
        break;
    case SheetMark::Doubtful:
        out << u"doubtful"_s;
        break;
    case SheetMark::None:
        break;
    }
    return out.isEmpty() ? QString() : u" class=\"%1\""_s.arg(out.join(u' '));
}

void addCell(QString &html, const SheetCell &cell)
{
    const QString tag = cell.head ? u"th"_s : u"td"_s;
    html += u'<' + tag + classes(cell);
    if (cell.columnSpan > 1)
        html += u" colspan=\"%1\""_s.arg(cell.columnSpan);
    if (cell.rowSpan > 1)
        html += u" rowspan=\"%1\""_s.arg(cell.rowSpan);
    html += u'>' + escaped(cell.text) + u"</"_s + tag + u'>';
}

void addTable(QString &html, const SheetTable &table)
{
    html += table.together ? u"<section class=\"together\">\n"_s : u"<section>\n"_s;
    html += u"<h2>"_s + escaped(table.caption) + u"</h2>\n"_s;
    html += table.compact ? u"<table class=\"compact\">\n<colgroup>"_s : u"<table>\n<colgroup>"_s;
    const double whole = std::accumulate(table.widths.begin(), table.widths.end(), 0.0);
    for (const double width : table.widths)
        html += u"<col style=\"width: %1%\">"_s.arg(100 * width / whole, 0, 'f', 2);
    html += u"</colgroup>\n"_s;
    qsizetype next = 0;
    for (int row = 0; row < table.rows; ++row) {
        if (row == 0)
            html += table.headRows > 0 ? u"<thead>\n"_s : u"<tbody>\n"_s;
        else if (row == table.headRows)
            html += u"</thead>\n<tbody>\n"_s;
        html += u"<tr>"_s;
        for (; next < table.cells.size() && table.cells[next].row == row; ++next)
            addCell(html, table.cells[next]);
        html += u"</tr>\n"_s;
    }
    html += table.rows > table.headRows ? u"</tbody>\n</table>\n"_s : u"</thead>\n</table>\n"_s;
    if (!table.note.isEmpty())
        html += u"<p class=\"note\">"_s + escaped(table.note) + u"</p>\n"_s;
    html += u"</section>\n"_s;
}

} // namespace

QString sheetHtml(const Sheet &sheet)
{
    QString html = u"<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>"_s + escaped(sheet.foot)
        + u"</title>\n<style>\n"_s + styleSheet() + u"</style>\n</head>\n<body>\n<h1>"_s + escaped(sheet.title)
        + u"</h1>\n<table class=\"head\">\n"_s;
    for (qsizetype i = 0; i < sheet.head.size(); i += 2) {
        html += u"<tr>"_s;
        for (qsizetype k = i; k < qMin(i + 2, sheet.head.size()); ++k)
            html += u"<th>"_s + escaped(sheet.head[k].first) + u"</th><td class=\"left\">"_s + escaped(sheet.head[k].second) + u"</td>"_s;
        html += u"</tr>\n"_s;
    }
    html += u"</table>\n"_s;
    for (const SheetTable &table : sheet.tables)
        addTable(html, table);
    html += u"<table class=\"signatures\">\n<tr>"_s;
    for (qsizetype i = 0; i < sheet.signatures.size(); ++i) {
        const bool last = i + 1 == sheet.signatures.size();
        html += u"<td>"_s + escaped(sheet.signatures[i]) + u"（签字）："_s + u"<p>"_s + (last ? u"（公章）　"_s : QString())
            + u"日期：　　　年　　月　　日</p></td>"_s;
    }
    html += u"</tr>\n</table>\n</body>\n</html>\n"_s;
    return html;
}

} // namespace gouji
