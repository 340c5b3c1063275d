// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/form/formgeometry.h"
#include "review/form/formtablemodel.h"
#include "review/form/trace.h"

#include <QAbstractScrollArea>

class QLabel;
class QLineEdit;

namespace gouji {

class CellDelegate;
class MarkedScrollBar;

/// The report's tables on one page, drawn like the official form: merged heads, thin rules, row and column heads that stay
/// in sight. It chooses cells, edits them in place and lets runs be dragged; what else an act does is decided elsewhere.
class FormView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit FormView(QWidget *parent = nullptr);
    ~FormView() override;

    void setSession(ReviewSession *session); ///< null empties the view; the session outlives its stay here

    CellId currentCell() const { return m_current; }
    /// The chosen run: cells of one row in printed order, at least the current one; empty where nothing is chosen.
    QList<CellId> selectedRun() const;
    /// All that is chosen, in printed order: a run, a block of several rows, or cells picked one by one.
    QList<CellId> selection() const;
    void selectCells(const QList<CellId> &cells); ///< the first becomes the current one
    void pickCell(CellId cell); ///< takes one more into the choice, or out of it
    void setCurrentCell(CellId cell, bool extend = false);
    /// Cells with the sign they carry for the current one, and the equations that tie them together.
    void setTrace(const QHash<CellId, QChar> &trace, const QList<TraceLine> &lines);
    void setTraceLinesShown(bool shown); ///< the signs stay
    const QList<CellId> &cutRun() const { return m_cut; } ///< waits to be pasted; may be empty
    /// Shows in place what a suggestion would write, until the next call or act; nothing is done.
    void setPreview(const QHash<CellId, QString> &preview);

    int tableCount() const { return int(m_tables.size()); }
    FormTableModel *tableModel(int table) const { return m_tables[table].model; }
    int tableInSight() const;
    void jumpToTable(int table);

    QRect cellRect(CellId cell) const; ///< in viewport coordinates, heads notwithstanding; empty where unknown
    QString cellText(CellId cell) const; ///< place, value and marks in words
    QString cellReason(CellId cell) const; ///< why it stands as it does; may be empty
    CellId cellAt(const QPoint &viewportPosition) const;
    QList<CellId> cells() const { return m_cells; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void edit(const QString &typed = {}); ///< opens the editor; null text selects what stands there
    void editInserted(const QString &typed = {}); ///< opens the editor for a value to be inserted before the current one
    void cut();
    void clearCut();
    void copy();
    void move(int key, bool extend = false); ///< Qt::Key_Left, …
    void selectTable(); ///< all cells of the current one's table
    void finishEditing(); ///< keeps an edit still open; one that cannot be kept stays open
    void showRefusal(const QString &sentence); ///< under the current cell, until the next step

Q_SIGNALS:
    void currentCellChanged(gouji::CellId cell);
    void selectionChanged();
    void tableInSightChanged(int table);
    /// A key that takes or previews a suggestion was pressed where there is none.
    void nothingSuggested();
    void insertRequested(gouji::CellId cell, const QString &typed);
    void moveRequested(const QList<gouji::CellId> &run, gouji::CellId to);
    void takeRequested(const gouji::TextRange &range, gouji::CellId cell);
    /// What stands in the open editor after each key; null when it was closed, kept or not.
    void draftChanged(gouji::CellId cell, const QString &text, bool inserting);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Table {
        FormTableModel *model = nullptr;
        FormGeometry geometry;
        QPoint origin; ///< of the table on the page
        int titleTop = 0;
    };

    void layoutPage();
    void markScrollBar();
    void paintTable(QPainter &painter, const Table &table, const QRect &clip);
    void paintTrace(QPainter &painter, const Table &table);
    void paintCells(QPainter &painter, const Table &table, const QPoint &origin, const QRect &clip, int rows, int columns);
    const Table *tableOf(CellId cell) const;
    QList<CellId> block() const; ///< between anchor and current cell
    QRect pageRect(CellId cell) const;
    QPoint pageOffset() const; ///< page point at the viewport's top left
    void showCell(CellId cell);
    void placeEditor();
    bool closeEditor(bool keep);
    void openEditor(const QString &text, bool select);
    void startDrag();

    ReviewSession *m_session = nullptr;
    QList<Table> m_tables;
    QList<CellId> m_cells; ///< in printed order
    CellDelegate *m_delegate;
    MarkedScrollBar *m_bar;
    CellId m_current;
    CellId m_anchor;
    QList<CellId> m_picked; ///< chosen one by one, besides what lies between anchor and current cell
    CellId m_dropTarget;
    QList<CellId> m_cut;
    QList<TraceLine> m_lines;
    bool m_linesShown = true;
    QLineEdit *m_editor;
    QLabel *m_refusal;
    bool m_inserting = false;
    bool m_closing = false;
    QPoint m_pressedAt;
    bool m_mayDrag = false;
    int m_pageHeight = 0;
    int m_inSight = 0;
};

} // namespace gouji
