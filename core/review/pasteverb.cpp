// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/verbs.h"

#include "review/rowcells.h"
#include "review/typednumber.h"

#include <QRegularExpression>

#include <algorithm>

namespace gouji::verbs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostText = 20'000; ///< far more than a table; a clipboard can hold anything

/// A field as a sheet copies it: in quotation marks where it holds a comma.
QString bare(QString field)
{
    field = field.trimmed();
    if (field.size() >= 2 && field.startsWith(u'"') && field.endsWith(u'"'))
        field = field.mid(1, field.size() - 2).replace(u"\"\""_s, u"\""_s).trimmed();
    return field;
}

bool isNumber(const QString &field)
{
    const auto value = printedNumber(field);
    return value && *value;
}

struct Line {
    QStringList values;
    bool named = false; ///< words stood in front; a name that spans columns leaves empty fields behind it
};

/// The values of one line; words before the first number, and empty fields among them, belong to the row's name.
Line readLine(const QString &line)
{
    static const QRegularExpression space(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const bool tabs = line.contains(u'\t');
    const bool bars = !tabs && (line.contains(u'|') || line.contains(u'｜'));
    QStringList fields;
    if (tabs) {
        fields = line.split(u'\t');
    } else if (bars) {
        fields = QString(line).replace(u'｜', u'|').split(u'|');
        if (!fields.isEmpty() && fields.last().trimmed().isEmpty())
            fields.removeLast();
    } else {
        fields = line.split(space, Qt::SkipEmptyParts);
    }
    for (QString &field : fields)
        field = bare(field);
    qsizetype name = -1;
    for (qsizetype i = 0; i < fields.size() && !isNumber(fields[i]); ++i) {
        if (!isBlankMark(fields[i]))
            name = i;
    }
    return {fields.mid(name + 1), name >= 0 || bars};
}

} // namespace

Result<Act> pasteBlock(const Report &report, CellId cell, const QString &text)
{
    if (const Status ok = known(report, cell); !ok)
        return ok.error();
    if (text.size() > MostText)
        return refusal(u"剪贴板里的文字太长，不像是一张表里的几行。"_s);
    static const QRegularExpression lineEnd(u"\\r\\n|\\r|\\n"_s);
    QList<Line> lines;
    for (const QString &line : text.split(lineEnd)) {
        const Line read = readLine(line);
        if (std::any_of(read.values.begin(), read.values.end(), [](const QString &v) { return !v.isEmpty(); }))
            lines << read;
    }
    if (lines.isEmpty())
        return refusal(u"剪贴板里没有数字。"_s);

    const QList<CellId> line = lineOf(report, cell);
    const QList<QList<CellId>> rows = line == rowOf(report, cell) ? likeRows(report, cell) : QList<QList<CellId>>{line};
    const qsizetype first = rows.indexOf(line);
    const qsizetype column = line.indexOf(cell);
    if (first + lines.size() > rows.size()) {
        return refusal(u"粘贴的内容有 %1 行，从%2起只有 %3 行。"_s.arg(lines.size()).arg(rowName(report, cell)).arg(rows.size() - first));
    }
    Act act;
    act.kind = u"paste"_s;
    qsizetype count = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QList<CellId> &row = rows[first + i];
        const QList<CellId> target = row.mid(column);
        QStringList values = lines[i].values;
        while (values.size() > target.size() && values.last().isEmpty())
            values.removeLast();
        while (lines[i].named && values.size() > target.size() && values.first().isEmpty())
            values.removeFirst();
        if (values.size() > target.size()) {
            const bool whole = values.size() == row.size();
            return refusal((whole ? u"粘贴的第 %1 行有 %2 个值，从这一格起只有 %3 格；要贴整行，请先选%4的第一格。"_s
                                  : u"粘贴的第 %1 行有 %2 个值，%4从这一格起只有 %3 格。"_s)
                               .arg(i + 1)
                               .arg(values.size())
                               .arg(target.size())
                               .arg(rowName(report, row.first())));
        }
        for (qsizetype j = 0; j < values.size(); ++j) {
            const auto one = edit(report, target[j], isBlankMark(values[j]) ? QString() : values[j]);
            if (!one) {
                const QString why = one.error().message;
                return refusal(lines.size() > 1 ? u"粘贴的第 %1 行：%2"_s.arg(i + 1).arg(why) : why);
            }
            for (const CellChange &c : one->cells)
                change(act, report, c.cell, c.after);
            ++count;
        }
    }
    act.text = lines.size() > 1 ? u"粘贴：%1 行，从%2起"_s.arg(lines.size()).arg(rowName(report, cell))
                                : u"粘贴：%1的 %2 格"_s.arg(rowName(report, cell)).arg(count);
    return act;
}

} // namespace gouji::verbs
