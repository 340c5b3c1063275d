// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/cells/cellmarks.h"
#include "review/reviewsession.h"

#include <QAbstractTableModel>

namespace gouji {

/// One of the report's tables as the official form draws it: rows and columns are those of TableLayout, heads included.
/// A merged rectangle answers at its top left place; the places it covers are empty and cannot be chosen.
class FormTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        CellRole = Qt::UserRole, ///< int, CellId::index; -1 for heads
        MarksRole, ///< CellMarks
        TraceRole, ///< QChar, '+' or '=' where the cell shares an equation with the chosen one
        SpanRole, ///< QSize: columns, rows
        PreviewRole, ///< QString: what a suggestion that is being looked at would write here
    };

    /// `table` is an index into Report::tables. The session outlives the model.
    FormTableModel(ReviewSession &session, qsizetype table, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// EditRole performs the act of editing; false where it is refused (ReviewSession::refused says why).
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QSize span(const QModelIndex &index) const override;

    const TableLayout &layout() const { return m_layout; }
    QString title() const; ///< 「三、收到和处理…」
    bool isFound() const; ///< false where the source has no such table
    QModelIndex indexOf(CellId cell) const; ///< invalid where the table has no such cell
    CellId cellAt(const QModelIndex &index) const;
    const LayoutCell *layoutCell(const QModelIndex &index) const; ///< null on covered places

    void setTrace(const QHash<CellId, QChar> &trace);
    void setPreview(const QHash<CellId, QString> &preview);

private:
    QVariant valueData(CellId cell, int role) const;
    QString toolTip(CellId cell) const;
    void readLayout();
    void refresh();

    ReviewSession &m_session;
    qsizetype m_table;
    QString m_form; ///< edition the layout was read from
    TableLayout m_layout;
    QList<int> m_places; ///< row * columns + column → index into m_layout.cells, -1 where covered
    QHash<CellId, int> m_byCell;
    QHash<CellId, CellMarks> m_marks;
    QHash<CellId, QChar> m_trace;
    QHash<CellId, QString> m_preview;
};

} // namespace gouji
