// SPDX-License-Identifier: GPL-3.0-or-later
#include "layouts.h"

namespace gouji::test {

using namespace Qt::StringLiterals;

QString layoutName(Layout layout)
{
    static const QStringList names{u"tabs"_s, u"pipes"_s, u"box"_s, u"cell-lines"_s, u"gap-lines"_s, u"bare-lines"_s, u"spaced-wide"_s,
        u"spaced-narrow"_s, u"page-text"_s, u"row-text"_s, u"glued"_s, u"numbered"_s, u"repeated"_s, u"listed"_s, u"strung"_s, u"commas"_s,
        u"values-above"_s, u"apart"_s, u"by-columns"_s, u"signs"_s, u"folded"_s, u"named"_s, u"shared-lines"_s};
    return names[int(layout)];
}

QList<Layout> allLayouts()
{
    QList<Layout> out;
    for (int i = 0; i <= int(Layout::SharedLines); ++i)
        out << Layout(i);
    return out;
}

bool losesBlanks(Layout layout)
{
    return layout == Layout::BareLines || layout == Layout::PageText || layout == Layout::RowText || layout == Layout::Glued
        || layout == Layout::Strung
        || (layout >= Layout::ValuesAbove && layout != Layout::Signs && layout != Layout::Named && layout != Layout::SharedLines);
}

bool isSpaced(Layout layout) { return layout == Layout::SpacedWide || layout == Layout::SpacedNarrow; }

bool isDelimited(Layout layout)
{
    return layout == Layout::Tabs || layout == Layout::Pipes || layout == Layout::Box || layout == Layout::Numbered
        || layout == Layout::Repeated || layout == Layout::Listed || layout == Layout::Commas || layout == Layout::Signs
        || layout == Layout::SharedLines;
}

namespace {

const QList<QString> Signs{u"&"_s, u" → "_s, u"^"_s, u" • "_s, u" ~ "_s, u"-"_s, u"，"_s, u"、"_s, u"*"_s, u"::"_s, u" · "_s};

class Printer {
public:
    Printer(const ModelDocument &document, Layout layout, Chance &chance, const QString &sign)
        : m_document(document)
        , m_layout(layout)
        , m_chance(chance)
        , m_sign(sign.isEmpty() ? chance.pick(Signs) : sign)
    {
    }

    QString run()
    {
        line(m_document.title);
        line({});
        for (const QString &o : m_document.opening)
            line(o);
        for (const FormSection &s : m_document.sections) {
            if (!m_document.lostHeadings.contains(s.number))
                line(s.numeral.isEmpty() ? s.title : s.numeral.size() > 2 ? s.numeral + s.title : s.numeral + u'、' + s.title);
            if (s.number == 1) {
                for (const QString &p : m_document.narrative)
                    line(p);
            }
            for (const Grid &grid : m_document.tables) {
                if (grid.section != s.number)
                    continue;
                for (const QString &caption : grid.captions)
                    line(caption);
                table(grid);
            }
            if (s.number == 5)
                line(u"公开的内容还不够全面，下一步将持续改进。"_s);
            if (s.number == 6)
                line(u"无。"_s);
        }
        return m_out;
    }

private:
    void line(const QString &text)
    {
        m_out += text;
        m_out += u'\n';
    }

    void table(const Grid &grid)
    {
        switch (m_layout) {
        case Layout::Tabs:
            for (const GridRow &row : grid.rows)
                delimited(row, u"\t"_s, {}, {});
            break;
        case Layout::Pipes:
            for (qsizetype i = 0; i < grid.rows.size(); ++i) {
                delimited(grid.rows[i], u" | "_s, u"| "_s, u" |"_s);
                if (i == 0)
                    line(u"|"_s + u"---|"_s.repeated(grid.rows[i].fields.size()));
            }
            break;
        case Layout::Box:
            for (const GridRow &row : grid.rows) {
                line(u"├"_s + u"──┼"_s.repeated(std::max<qsizetype>(1, row.fields.size() - 1)) + u"──┤"_s);
                delimited(row, u"│"_s, u"│"_s, u"│"_s);
            }
            break;
        case Layout::CellLines:
        case Layout::GapLines:
        case Layout::BareLines:
            for (const GridRow &row : grid.rows)
                cellLines(row);
            break;
        case Layout::SpacedWide:
        case Layout::SpacedNarrow:
            spaced(grid);
            break;
        case Layout::PageText:
            pageText(grid);
            break;
        case Layout::RowText:
            for (const GridRow &row : grid.rows)
                line(row.raw.isNull() ? shown(row).join(u' ') : row.raw);
            break;
        case Layout::Strung:
            for (const GridRow &row : grid.rows)
                line(row.raw.isNull() ? shown(row).join(u"   "_s) : row.raw);
            break;
        case Layout::Numbered:
            numbered(grid);
            break;
        case Layout::Repeated:
            repeated(grid);
            break;
        case Layout::Listed:
            for (const GridRow &row : grid.rows)
                listed(row);
            break;
        case Layout::Commas:
            for (const GridRow &row : grid.rows)
                delimited(row, u","_s, {}, {});
            break;
        case Layout::ValuesAbove:
            for (const GridRow &row : grid.rows) {
                if (row.raw.isNull() && !values(row).isEmpty())
                    line(values(row).join(u' '));
                line(row.raw.isNull() ? wording(row).join(u' ') : row.raw);
            }
            break;
        case Layout::Apart:
            for (const GridRow &row : grid.rows)
                line(row.raw.isNull() ? wording(row).join(u' ') : row.raw);
            for (const GridRow &row : grid.rows) {
                if (row.raw.isNull() && !values(row).isEmpty())
                    line(values(row).join(u' '));
            }
            break;
        case Layout::Signs:
            for (const GridRow &row : grid.rows)
                delimited(row, m_sign, {}, {});
            break;
        case Layout::ByColumns:
            byColumns(grid);
            break;
        case Layout::Folded:
            for (const GridRow &row : grid.rows)
                folded(row.raw.isNull() ? shown(row).join(u' ') : row.raw);
            break;
        case Layout::Named:
            for (qsizetype r = 0; r < grid.rows.size(); ++r)
                named(grid, r);
            break;
        case Layout::SharedLines: {
            const qsizetype from = m_out.size();
            for (const GridRow &row : grid.rows)
                delimited(row, u"\t"_s, {}, {});
            for (qsizetype i = from; i + 1 < m_out.size(); ++i) {
                if (m_out[i] == u'\n')
                    m_out[i] = u'\t';
            }
            break;
        }
        case Layout::Glued:
            for (const GridRow &row : grid.rows)
                m_out += row.raw.isNull() ? shown(row).join(QString()) : row.raw;
            line({});
            break;
        }
        if (m_layout != Layout::GapLines)
            line({});
    }

    static QStringList shown(const GridRow &row)
    {
        QStringList out;
        for (const Field &f : row.fields) {
            if (!f.text.isEmpty())
                out << f.text;
        }
        return out;
    }

    static QStringList wording(const GridRow &row)
    {
        QStringList out;
        for (const Field &f : row.fields) {
            if (!f.isValue() && !f.text.isEmpty())
                out << f.text;
        }
        return out;
    }

    static QStringList values(const GridRow &row)
    {
        QStringList out;
        for (const Field &f : row.fields) {
            if (f.isValue() && !f.text.isEmpty())
                out << f.text;
        }
        return out;
    }

    void byColumns(const Grid &grid)
    {
        qsizetype columns = 0;
        for (const GridRow &row : grid.rows) {
            columns = std::max(columns, row.fields.size());
            if (!row.raw.isNull())
                line(row.raw);
        }
        for (qsizetype c = 0; c < columns; ++c) {
            for (const GridRow &row : grid.rows) {
                if (row.raw.isNull() && c < row.fields.size() && !row.fields[c].text.isEmpty())
                    line(row.fields[c].text);
            }
        }
    }

    /// The wording of a row without any is that of the heads above the heads of its columns.
    void named(const Grid &grid, qsizetype r)
    {
        const GridRow &row = grid.rows[r];
        if (!row.raw.isNull())
            line(row.raw);
        if (!row.raw.isNull() || !row.printsValues())
            return;
        if (!fitsHeads(grid, row)) {
            line(shown(row).join(u' '));
            return;
        }
        const QString own = wording(row).join(QString());
        QString label;
        QStringList entries;
        for (qsizetype c = 0; c < row.fields.size(); ++c) {
            if (!row.fields[c].isValue() || row.fields[c].spanned)
                continue;
            QStringList heads = headsAbove(grid, r, c);
            const QString head = heads.isEmpty() ? QString() : heads.takeLast();
            const QString group = own.isEmpty() ? heads.join(u' ') : own;
            if (group != label && !entries.isEmpty()) {
                line(label + u'：' + entries.join(u'，'));
                entries.clear();
            }
            label = group;
            entries << head + u'：' + row.fields[c].text;
        }
        line(label + u'：' + entries.join(u'，'));
    }

    /// Its values stand where those of other rows do: otherwise a value would get the name of another column.
    static bool fitsHeads(const Grid &grid, const GridRow &row)
    {
        qsizetype columns = 0;
        for (const GridRow &r : grid.rows)
            columns = std::max(columns, r.fields.size());
        bool values = false;
        bool mixed = row.fields.size() != columns;
        for (const Field &f : row.fields) {
            values = values || f.isValue();
            mixed = mixed || (values && !f.isValue() && !f.spanned);
        }
        return !mixed;
    }

    /// From the highest to the one right above.
    static QStringList headsAbove(const Grid &grid, qsizetype r, qsizetype column)
    {
        QStringList out;
        while (r > 0 && (grid.rows[r - 1].printsValues() || !grid.rows[r - 1].raw.isNull()))
            --r;
        for (--r; r >= 0 && !grid.rows[r].printsValues(); --r) {
            const GridRow &row = grid.rows[r];
            qsizetype c = std::min(column, row.fields.size() - 1);
            while (c > 0 && row.fields[c].spanned && !row.fields[c].above)
                --c;
            if (c >= 0 && !row.fields[c].text.isEmpty() && !row.fields[c].above && row.raw.isNull())
                out.prepend(row.fields[c].text);
        }
        return out;
    }

    void folded(const QString &text)
    {
        constexpr int Width = 40; // display columns
        QString out;
        int at = 0;
        for (const QChar c : text) {
            const int wide = c > u'\u2e80' ? 2 : 1;
            if (at + wide > Width) {
                line(out);
                out.clear();
                at = 0;
            }
            out += c;
            at += wide;
        }
        line(out);
    }

    void delimited(const GridRow &row, const QString &mark, const QString &before, const QString &behind)
    {
        if (!row.raw.isNull()) {
            line(row.raw);
            return;
        }
        QStringList fields;
        for (const Field &f : row.fields)
            fields << f.text;
        if (row.trim) {
            qsizetype lead = 0; // an empty first value lost with its delimiter would make another clean row
            while (lead < row.fields.size() && row.fields[lead].text.isEmpty() && !row.fields[lead].cell.isValid())
                ++lead;
            fields.remove(0, lead);
            while (!fields.isEmpty() && fields.last().isEmpty())
                fields.removeLast();
        }
        for (int i = 0; i < row.added; ++i)
            fields << QString();
        line(before + fields.join(mark) + behind);
    }

    void numbered(const Grid &grid)
    {
        int number = 0;
        for (const GridRow &row : grid.rows)
            delimited(row, u"\t"_s, row.printsValues() ? QString::number(++number) + u'\t' : u"序号\t"_s, {});
    }

    /// A place that a merged cell covers shows what stands in the cell.
    void repeated(const Grid &grid)
    {
        QStringList above;
        for (const GridRow &row : grid.rows) {
            if (!row.raw.isNull()) {
                line(row.raw);
                continue;
            }
            QStringList texts;
            for (qsizetype c = 0; c < row.fields.size(); ++c) {
                const Field &f = row.fields[c];
                texts << (!f.spanned ? f.text : f.above ? above.value(c) : texts.value(c - 1));
            }
            line(texts.join(u'\t'));
            above = texts;
        }
    }

    void listed(const GridRow &row)
    {
        if (!row.raw.isNull()) {
            line(row.raw);
            return;
        }
        QStringList cells;
        for (const Field &f : row.fields)
            cells << (f.spanned ? u"None"_s : u"'%1'"_s.arg(f.text));
        line(u"[%1],"_s.arg(cells.join(u", "_s)));
    }

    void cellLines(const GridRow &row)
    {
        if (!row.raw.isNull()) {
            line(row.raw);
            return;
        }
        for (const Field &f : row.fields) {
            if (f.spanned)
                continue;
            if (m_layout == Layout::CellLines)
                line(u'\t' + f.text);
            else if (m_layout == Layout::GapLines || !f.text.isEmpty())
                line(f.text);
        }
        if (m_layout == Layout::CellLines)
            line({});
    }

    int width(const QString &text) const
    {
        int out = 0;
        for (const QChar c : text)
            out += m_layout == Layout::SpacedWide && c > u'\u2e80' ? 2 : 1;
        return out;
    }

    void spaced(const Grid &grid)
    {
        qsizetype columns = 0;
        for (const GridRow &row : grid.rows)
            columns = std::max(columns, row.fields.size());
        QList<int> widths(columns, 2);
        for (const GridRow &row : grid.rows) {
            for (qsizetype c = 0; c < row.fields.size(); ++c) {
                const bool spans = c + 1 < row.fields.size() && row.fields[c + 1].spanned;
                if (!spans || row.fields[c].isValue())
                    widths[c] = std::max(widths[c], width(row.fields[c].text));
            }
        }
        for (const GridRow &row : grid.rows) { // merged cells need room as well
            for (qsizetype c = 0; c < row.fields.size(); ++c) {
                qsizetype last = c;
                int room = widths[c];
                while (last + 1 < row.fields.size() && row.fields[last + 1].spanned)
                    room += widths[++last] + 2;
                if (!row.fields[c].spanned && width(row.fields[c].text) > room)
                    widths[last] += width(row.fields[c].text) - room;
            }
        }
        for (const GridRow &row : grid.rows) {
            if (!row.raw.isNull()) {
                line(row.raw);
                continue;
            }
            QString text;
            int start = 0;
            bool values = false;
            for (qsizetype c = 0; c < row.fields.size(); ++c) {
                const Field &f = row.fields[c];
                if (f.isValue() && !values) {
                    values = true;
                    start += row.drift;
                }
                if (!f.text.isEmpty()) {
                    if (!text.isEmpty())
                        text += QString(std::max(2, start - width(text)), u' ');
                    else
                        text += QString(std::max(0, start), u' ');
                    text += f.text;
                }
                start += widths[c] + 2;
            }
            line(text);
        }
    }

    /// As a converter prints it that reads a page cell by cell: some rows' wording first, then their values.
    void pageText(const Grid &grid)
    {
        const int most = m_chance.pick(QList<int>{1, 1, 2, 4});
        QStringList labels;
        QStringList values;
        int rows = 0;
        const auto flush = [&] {
            for (const QString &s : std::as_const(labels))
                line(s);
            for (const QString &s : std::as_const(values)) {
                line({});
                line(s);
            }
            line({});
            labels.clear();
            values.clear();
            rows = 0;
        };
        for (const GridRow &row : grid.rows) {
            if (!row.raw.isNull()) {
                flush();
                line(row.raw);
                continue;
            }
            for (const Field &f : row.fields) {
                if (!f.text.isEmpty())
                    (f.isValue() ? values : labels) << f.text;
            }
            if (row.printsValues() && ++rows >= most)
                flush();
        }
        flush();
    }

    const ModelDocument &m_document;
    Layout m_layout;
    Chance &m_chance;
    const QString m_sign;
    QString m_out;
};

} // namespace

QString print(const ModelDocument &document, Layout layout, Chance &chance, const QString &sign)
{
    return Printer(document, layout, chance, sign).run();
}

QString signOf(const QString &printed)
{
    const QString head = u"信息内容"_s;
    const qsizetype at = printed.indexOf(head) + head.size();
    for (const QString &sign : Signs) {
        if (printed.mid(at).startsWith(sign))
            return sign;
    }
    return {};
}

} // namespace gouji::test
