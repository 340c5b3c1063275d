// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "output/sheet.h"

#include <QFont>
#include <QPaintDevice>
#include <QRectF>

#include <vector>

namespace gouji {

/// One thing on one page, measured in points from the top left of the printable area.
struct PlacedItem {
    enum class Kind { Text, Cell };
    Kind kind = Kind::Text;
    int page = 0; ///< from 0
    QRectF rect;
    QString text;
    SheetCell::Align align = SheetCell::Align::Left;
    double size = 9; ///< of the letters, in points
    bool bold = false;
    bool title = false; ///< in the title's typeface
    bool frame = false; ///< with a border around rect
    bool head = false;
    bool top = false; ///< text at the top of rect instead of its middle
    SheetMark mark = SheetMark::None;
};

/// Breaks a sheet into pages: no row is cut, heads stand again on every page, what belongs together stays together.
/// Pure: the same sheet, page size and fonts give the same pages; nothing is painted.
class SheetLayout {
public:
    /// `page`: the printable area in points. `device` is asked for font metrics only.
    SheetLayout(const Sheet &sheet, QSizeF page, QPaintDevice *device);

    const std::vector<PlacedItem> &items() const { return m_items; }
    int pageCount() const { return m_page + 1; }

    /// The face everything but the title is set in, with what to use where it is not installed.
    static QFont font(double points, bool bold, QPaintDevice *device, bool title = false);
    static constexpr double FootHeight = 18; ///< kept free at the bottom of each page

private:
    struct Grid; ///< a table with its columns and rows measured

    void placeHead(const Sheet &sheet);
    void placeTable(const SheetTable &table);
    void placeRows(const Grid &grid, int first, int last);
    void placeSignatures(const QStringList &names);
    Grid measure(const SheetTable &table, double size) const;
    double textHeight(const QString &text, double width, double size, bool bold) const;
    void addText(const QString &text, double height, double size, bool bold, SheetCell::Align align, bool title = false);
    double bottom() const { return m_pageSize.height() - FootHeight; }
    double room() const { return bottom() - m_y; }
    void newPage();

    QSizeF m_pageSize;
    QPaintDevice *m_device;
    std::vector<PlacedItem> m_items;
    int m_page = 0;
    double m_y = 0;
};

} // namespace gouji
