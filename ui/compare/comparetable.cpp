// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparetable.h"

#include "common/theme.h"
#include "compare/comparedelegate.h"

#include <QHeaderView>
#include <QWheelEvent>

#include <algorithm>

namespace gouji {

CompareTable::CompareTable(CompareTableModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(model);
    model->setParent(this);
    setItemDelegate(new CompareDelegate(this));
    setAccessibleName(model->title());
    horizontalHeader()->hide();
    verticalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(theme::Grid);
    setShowGrid(false);
    setFrameShape(QFrame::Box);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false); // Tab goes on to the next table
    for (const LayoutCell &c : model->layout().cells) {
        if (c.rowSpan > 1 || c.columnSpan > 1)
            setSpan(c.row, c.column, c.rowSpan, c.columnSpan);
    }
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (currentCell().isValid())
            Q_EMIT cellChosen(currentCell());
    });
    connect(this, &QTableView::activated, this, [this] {
        if (currentCell().isValid())
            Q_EMIT cellRequested(currentCell());
    });
}

CellId CompareTable::currentCell() const
{
    return currentIndex().isValid() ? CellId{currentIndex().data(CompareTableModel::CellRole).toInt()} : CellId();
}

void CompareTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    for (const LayoutCell &c : m_model->layout().cells) {
        if (currentCell().isValid())
            break;
        if (c.cell.isValid())
            setCurrentIndex(m_model->index(c.row, c.column));
    }
}

void CompareTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void CompareTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

/// The page scrolls, not the table.
void CompareTable::wheelEvent(QWheelEvent *event) { event->ignore(); }

void CompareTable::fit()
{
    const TableLayout &layout = m_model->layout();
    if (layout.columns == 0)
        return;
    QList<bool> hasValues(layout.columns, false);
    for (const LayoutCell &c : layout.cells) {
        if (c.cell.isValid())
            hasValues[c.column] = true;
    }
    const int values = int(hasValues.count(true));
    const int heads = layout.columns - values;
    const int character = fontMetrics().horizontalAdvance(QChar(u'公'));
    // Heads keep what they need to be read; the values share the rest.
    const int least = 4 * character;
    const int most = heads > 0 ? 12 * character : width();
    const int room = viewport()->width();
    const int value = values > 0 ? std::clamp((room - heads * 5 * character) / values, least, most) : least;
    int left = room - value * values;
    int headsLeft = heads;
    for (int column = 0; column < layout.columns; ++column) {
        if (hasValues[column]) {
            setColumnWidth(column, value);
        } else {
            // The last head column has the names of the rows, the others only groups.
            const int width = headsLeft == 1 ? std::max(left, 5 * character) : std::min(std::max(left / 6, 3 * character), 6 * character);
            setColumnWidth(column, width);
            left -= width;
            --headsLeft;
        }
    }
    const auto widthOf = [&](const LayoutCell &c) {
        int out = 0;
        for (int i = c.column; i < c.column + c.columnSpan; ++i)
            out += columnWidth(i);
        return out;
    };
    QList<int> heights(layout.rows, fontMetrics().height() + 2 * theme::Grid);
    for (int span = 1; span <= layout.rows; ++span) { // small rectangles first: large ones find most of their room there
        for (const LayoutCell &c : layout.cells) {
            if (c.rowSpan != span)
                continue;
            const int need = c.cell.isValid() ? CompareDelegate::valueHeight(
                                 font(), !m_model->index(c.row, c.column).data(CompareTableModel::ShortOtherRole).toString().isEmpty())
                                              : CompareDelegate::headHeight(font(), c.text, widthOf(c));
            int have = 0;
            for (int i = c.row; i < c.row + c.rowSpan; ++i)
                have += heights[i];
            if (have < need)
                heights[c.row + c.rowSpan - 1] += need - have;
        }
    }
    int whole = 2 * frameWidth();
    for (int row = 0; row < layout.rows; ++row) {
        setRowHeight(row, heights[row]);
        whole += heights[row];
    }
    setFixedHeight(whole);
}

} // namespace gouji
