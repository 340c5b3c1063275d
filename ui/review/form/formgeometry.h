// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/form.h"

#include <QFontMetrics>
#include <QRect>

#include <functional>

namespace gouji {

/// Where every rectangle of one table lies for a given width: columns shrink from comfortable to just readable before
/// anything scrolls, heads wrap, rows grow with their heads. Device-independent pixels, origin at the table's top left.
class FormGeometry {
public:
    FormGeometry() = default;
    /// `text` gives what a layout cell shows (heads and values), so that long numbers widen their column.
    FormGeometry(const TableLayout &layout, int width, const QFont &font, const std::function<QString(const LayoutCell &)> &text);

    QRect rect(const LayoutCell &cell) const;
    QRect rect(int row, int column, int rowSpan, int columnSpan) const;
    int width() const { return m_x.isEmpty() ? 0 : m_x.last(); }
    int height() const { return m_y.isEmpty() ? 0 : m_y.last(); }
    int headWidth() const { return m_headColumns > 0 ? m_x[m_headColumns] : 0; } ///< of the columns that carry row heads
    int headHeight() const
    {
        return m_headRows > 0 ? m_y[m_headRows] : 0;
    } ///< of the rows above the first value, 0 where more heads follow below
    int headColumns() const { return m_headColumns; }
    int headRows() const { return m_headRows; }
    static constexpr int Padding = 4;

private:
    QList<int> m_x; ///< columns + 1 edges
    QList<int> m_y;
    int m_headColumns = 0;
    int m_headRows = 0;
};

} // namespace gouji
