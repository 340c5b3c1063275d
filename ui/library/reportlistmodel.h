// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QAbstractListModel>

namespace gouji {

/// The kept reports, newest first.
class ReportListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, YearRole, StateRole, StateTitleRole, ErrorsRole, WarningsRole, WaitingRole };

    using QAbstractListModel::QAbstractListModel;

    void setReports(const QList<StoredReport> &reports);
    const StoredReport &report(int row) const { return m_reports[row]; }
    QModelIndex indexOf(const QUuid &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<StoredReport> m_reports;
};

} // namespace gouji
