// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/source/drawnlines.h"

#include "output/textwidth.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr qsizetype Longest = 1000; ///< what is longer is not looked at as a picture but read, so it wraps
constexpr int WidestTabs = 80; ///< columns of a table parted by tabs; a wider one has tab stops
constexpr int TabStop = 4;
constexpr int WidestCell = 44; ///< columns; a head that fills the whole table would push all values out of sight

bool isBar(QChar c) { return c == u'|' || c == QChar(0xff5c); }
bool isGap(QChar c) { return c == u' ' || c == QChar(0x3000); }

/// Where the pieces of a line begin, in columns of the text.
void marks(QStringView line, bool eachOne, QList<int> &out)
{
    int column = 0;
    int gap = 2;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const bool stroke = isBar(c) || (isBoxDrawing(c) && c > QChar(0x2501));
        if (stroke || (gap >= 2 && !c.isSpace() && !isBoxDrawing(c)))
            out << column;
        gap = isGap(c) ? gap + (c == u' ' ? 1 : 2) : 0;
        column += eachOne ? 1 : textWidth(line.mid(i, 1));
    }
}

qsizetype shared(const QList<int> &a, const QList<int> &b)
{
    return std::count_if(a.cbegin(), a.cend(), [&b](int column) { return std::binary_search(b.cbegin(), b.cend(), column); });
}

/// `|---|:---:|`, `+---+---+`, `----- -----`
bool isRule(QStringView line)
{
    return std::all_of(line.cbegin(), line.cend(), [](QChar c) { return QStringView(u"|+-=:─━ ").contains(c); });
}

} // namespace

DrawnLines::DrawnLines(const QString &text)
    : m_text(text)
{
    for (qsizetype begin = 0; begin <= m_text.size();) {
        qsizetype end = m_text.indexOf(u'\n', begin);
        if (end < 0)
            end = m_text.size();
        m_lines << Line{begin, end - begin, kindOf(QStringView(m_text).mid(begin, end - begin)), -1};
        begin = end + 1;
    }
    gather();
    countColumns();
}

DrawnLines::Kind DrawnLines::kindOf(QStringView line)
{
    if (line.size() > Longest)
        return Kind::Prose;
    int bars = 0;
    int tabs = 0;
    int strokes = 0;
    int lying = 0;
    int gaps = 0;
    int gap = 0;
    int dashes = 0;
    bool words = false;
    for (const QChar c : line) {
        if (isBoxDrawing(c))
            ++(c > QChar(0x2501) ? strokes : lying);
        bars += isBar(c);
        tabs += c == u'\t';
        dashes += c == u'-' || c == u'=';
        if (isGap(c)) {
            gap += c == u' ' ? 1 : 2;
        } else if (!c.isSpace()) {
            gaps += words && gap >= 2;
            gap = 0;
            words = true;
        }
    }
    if (!words && tabs == 0)
        return Kind::Blank;
    if (strokes > 0 || lying > 5)
        return Kind::Rules;
    if (bars > 1)
        return Kind::Bars;
    if (tabs > 1 || (tabs == 1 && words && !line.startsWith(u'\t')))
        return Kind::Tabs;
    if (gaps > 0 || (dashes > 5 && isRule(line)))
        return Kind::Spaces;
    return Kind::Prose;
}

/// Lines that belong to one table. What stands between lines drawn with spaces or rules is part of the drawing: a label
/// that goes on in the next line, a row without values.
void DrawnLines::gather()
{
    constexpr qsizetype Between = 3;
    constexpr qsizetype Short = 60;
    const auto family = [](Kind k) { return k == Kind::Bars || k == Kind::Rules ? Kind::Rules : k; };
    for (qsizetype i = 0; i < m_lines.size();) {
        if (m_lines[i].kind <= Kind::Prose) {
            ++i;
            continue;
        }
        const Kind kind = family(m_lines[i].kind);
        qsizetype drawn = 0;
        qsizetype last = i;
        for (qsizetype k = i; k < m_lines.size() && k - last <= (kind == Kind::Spaces ? Between : 0) + 1; ++k) {
            if (m_lines[k].kind > Kind::Prose && family(m_lines[k].kind) == kind) {
                last = k;
                ++drawn;
            } else if (m_lines[k].kind != Kind::Prose || m_lines[k].length > Short) {
                break;
            }
        }
        // Two words far apart on a line of prose draw nothing.
        const bool table = kind != Kind::Spaces || drawn > 2;
        Kind own = kind;
        if (table && kind == Kind::Rules
            && std::all_of(m_lines.cbegin() + i, m_lines.cbegin() + last + 1, [](const Line &l) { return l.kind == Kind::Bars; }))
            own = Kind::Bars; // nothing draws its rules: its cells need not stand below each other in the text
        for (qsizetype k = i; k <= last; ++k) {
            m_lines[k].kind = table ? own : Kind::Prose;
            m_lines[k].run = table ? qint32(m_runs.size()) : -1;
        }
        if (table)
            m_runs << Run{i, last + 1, own, {}};
        i = last + 1;
    }
}

/// Some programs align by columns of a terminal, some by characters. What more pieces of neighbouring lines agree on is it.
void DrawnLines::countColumns()
{
    constexpr int Enough = 200;
    qsizetype agree[2] = {0, 0};
    int looked = 0;
    for (const Run &run : std::as_const(m_runs)) {
        if (run.kind != Kind::Spaces && run.kind != Kind::Rules)
            continue;
        for (const bool eachOne : {false, true}) {
            QList<int> before;
            for (qsizetype i = run.first; i < std::min(run.last, run.first + Enough); ++i) {
                QList<int> now;
                marks(textOf(i), eachOne, now);
                agree[eachOne] += shared(now, before);
                before = now;
            }
        }
        if ((looked += int(run.last - run.first)) > Enough)
            break;
    }
    m_eachOne = agree[1] > agree[0];
}

const QList<int> &DrawnLines::edges(Run &run) const
{
    if (!run.edges.isEmpty())
        return run.edges;
    QList<int> widths;
    const auto widen = [&widths](qsizetype at, int width) {
        if (at >= widths.size())
            widths.resize(at + 1, 1);
        widths[at] = std::max(widths[at], width);
    };
    for (qsizetype i = run.first; i < run.last; ++i) {
        const QStringView line = textOf(i);
        if (run.kind == Kind::Bars || run.kind == Kind::Tabs) {
            // behind the last piece of a line nothing stands that it could push aside
            const qsizetype end = run.kind == Kind::Tabs ? line.trimmed().data() + line.trimmed().size() - line.data() : line.size();
            qsizetype cell = 0;
            qsizetype begin = 0;
            for (qsizetype k = 0; k < end && !(run.kind == Kind::Bars && isRule(line)); ++k) {
                if (line[k] == u'\t' || isBar(line[k])) {
                    // A tab is shown one column wide; between two cells there has to be more.
                    widen(cell++, std::min(WidestCell, textWidth(line.mid(begin, k - begin))) + (line[k] == u'\t' ? 2 : 1));
                    begin = k + 1;
                }
            }
        } else {
            for (qsizetype k = 0; k < line.size(); ++k)
                widen(k, textWidth(line.mid(k, 1)));
        }
    }
    run.edges << 0;
    for (const int width : std::as_const(widths))
        run.edges << run.edges.last() + width;
    // long labels, and merged cells that left no field, would part a row's numbers from its name
    if (run.kind == Kind::Tabs && run.edges.last() > WidestTabs)
        run.edges = {0};
    return run.edges;
}

QList<DrawnLines::Pad> DrawnLines::pads(qsizetype line)
{
    if (!isDrawn(line) || m_lines[line].run < 0)
        return {};
    Run &run = m_runs[m_lines[line].run];
    if (run.kind == Kind::Bars || run.kind == Kind::Tabs) {
        edges(run);
        return cellPads(textOf(line), run);
    }
    if (!m_eachOne)
        return {};
    edges(run);
    return gridPads(textOf(line), run);
}

/// Every cell begins where the widest before it ends, or at a tab stop; one that is wider than allowed pushes the rest of its line.
QList<DrawnLines::Pad> DrawnLines::cellPads(QStringView line, const Run &run) const
{
    QList<Pad> out;
    int column = 0;
    qsizetype cell = 0;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] != u'\t' && !isBar(line[i]))
            continue;
        const bool tab = line[i] == u'\t';
        column += textWidth(line.mid(begin, i - begin)) + 1;
        const int stop = run.edges.size() == 1 && tab ? (column / TabStop + 1) * TabStop : column;
        const int next = ++cell < run.edges.size() ? run.edges[cell] : stop;
        if (next > column) {
            // The bar stands at the edge, so what is left free is before it.
            if (tab || i > 0)
                out << Pad{tab ? i : i - 1, next - column};
            column = next;
        }
        begin = i + 1;
    }
    return out;
}

QList<DrawnLines::Pad> DrawnLines::gridPads(QStringView line, const Run &run) const
{
    QList<Pad> out;
    int column = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool begins = i > 0 && (isBoxDrawing(line[i]) || isBar(line[i]) || (line[i - 1].isSpace() && !line[i].isSpace()));
        if (begins && run.edges[i] > column) {
            out << Pad{i - 1, run.edges[i] - column};
            column = run.edges[i];
        }
        column += textWidth(line.mid(i, 1));
    }
    return out;
}

} // namespace gouji
