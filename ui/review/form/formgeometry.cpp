// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/form/formgeometry.h"

#include "common/theme.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

struct Wish {
    int least = 0;
    int comfortable = 0;
};

constexpr int SidePadding = 2 * FormGeometry::Padding + 3; ///< with the line between two cells

} // namespace

FormGeometry::FormGeometry(const TableLayout &layout, int width, const QFont &font, const std::function<QString(const LayoutCell &)> &text)
{
    const QFontMetrics values(font);
    const QFontMetrics heads(theme::small(font));
    const int character = theme::characterWidth(heads);

    // Row heads: leading columns that never hold a value. Column heads: rows above the first value, if none come later.
    m_headColumns = layout.columns;
    m_headRows = layout.rows;
    int lastHeadOnly = -1;
    QList<bool> hasValue(layout.rows, false);
    for (const LayoutCell &c : layout.cells) {
        if (!c.cell.isValid())
            continue;
        m_headColumns = std::min(m_headColumns, c.column);
        m_headRows = std::min(m_headRows, c.row);
        for (int r = c.row; r < c.row + c.rowSpan; ++r)
            hasValue[r] = true;
    }
    for (int r = 0; r < layout.rows; ++r) {
        if (!hasValue[r])
            lastHeadOnly = r;
    }
    if (lastHeadOnly >= m_headRows)
        m_headRows = 0;

    QList<Wish> wishes(layout.columns);
    const int digits = values.horizontalAdvance(u'0');
    for (int c = 0; c < layout.columns; ++c) {
        if (c < m_headColumns) {
            // One narrow column per nesting, the innermost one carries the long labels.
            const bool innermost = c == m_headColumns - 1;
            wishes[c] = {(innermost ? 8 : 2) * character + SidePadding, (innermost ? 20 : 5) * character + SidePadding};
        } else {
            wishes[c] = {std::max(2 * character, 3 * digits) + SidePadding, 6 * character + SidePadding};
        }
    }
    for (const LayoutCell &c : layout.cells) {
        if (!c.cell.isValid() || c.columnSpan != 1)
            continue;
        const int needed = values.horizontalAdvance(text(c)) + SidePadding + 8;
        wishes[c.column].least = std::max(wishes[c.column].least, needed);
        wishes[c.column].comfortable = std::max(wishes[c.column].comfortable, needed);
    }

    int least = 0;
    int comfortable = 0;
    for (const Wish &w : wishes) {
        least += w.least;
        comfortable += w.comfortable;
    }
    const int target = std::clamp(width, least, std::max(least, comfortable * 5 / 4));
    m_x << 0;
    int used = 0;
    for (int c = 0; c < layout.columns; ++c) {
        // Shares are taken from running sums so that rounding never leaves a gap at the right.
        used += comfortable > least ? wishes[c].comfortable - wishes[c].least : 1;
        const int share = int(qint64(target - least) * used / std::max(1, comfortable > least ? comfortable - least : layout.columns));
        int base = 0;
        for (int k = 0; k <= c; ++k)
            base += wishes[k].least;
        m_x << base + share;
    }

    const int line = std::max(values.height(), heads.height());
    QList<int> heights(layout.rows, std::max(line + 6, 24));
    const auto wanted = [&](const LayoutCell &c) {
        const int w = m_x[c.column + c.columnSpan] - m_x[c.column] - SidePadding;
        const QRect box = heads.boundingRect(QRect(0, 0, std::max(character, w), 10000), Qt::TextWordWrap | Qt::AlignCenter, text(c));
        return box.height() + 6;
    };
    for (const LayoutCell &c : layout.cells) {
        if (!c.cell.isValid() && c.rowSpan == 1)
            heights[c.row] = std::max(heights[c.row], wanted(c));
    }
    for (const LayoutCell &c : layout.cells) {
        if (c.cell.isValid() || c.rowSpan == 1)
            continue;
        int have = 0;
        for (int r = c.row; r < c.row + c.rowSpan; ++r)
            have += heights[r];
        if (const int lacking = wanted(c) - have; lacking > 0)
            heights[c.row + c.rowSpan - 1] += lacking;
    }
    m_y << 0;
    for (const int h : heights)
        m_y << m_y.last() + h;
}

QRect FormGeometry::rect(const LayoutCell &cell) const { return rect(cell.row, cell.column, cell.rowSpan, cell.columnSpan); }

QRect FormGeometry::rect(int row, int column, int rowSpan, int columnSpan) const
{
    return QRect(QPoint(m_x[column], m_y[row]), QPoint(m_x[column + columnSpan] - 1, m_y[row + rowSpan] - 1));
}

} // namespace gouji
