// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparetablemodel.h"

namespace gouji {

/// The cells in which two reports differ as a list, what is carried over first.
class DifferencesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { PlaceColumn, OtherColumn, ThisColumn, DifferenceColumn, ColumnCount };
    static constexpr int CellRole = Qt::UserRole; ///< int, CellId::index

    explicit DifferencesModel(const ComparedReports &compared, QObject *parent = nullptr);
    void refresh(); ///< after what is compared changed

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Line {
        CellId cell;
        CellId other; ///< where the other report has it
        QString place;
        QString sign; ///< 「+3」, 「≠」
        bool doubtful = false;
    };
    const ComparedReports &m_compared;
    QList<Line> m_lines;
};

} // namespace gouji
