// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/reportlistmodel.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace gouji {

/// The kept reports at the window's left, with a filter; a click opens one.
class ReportList : public QWidget {
    Q_OBJECT
public:
    explicit ReportList(QWidget *parent = nullptr);

    void setReports(const QList<StoredReport> &reports);
    void setCurrent(const QUuid &id);
    /// The reports with something left to do, from the one after (before) `id` on, in the order they are listed, and round
    /// to it again; neither finished nor sent back.
    QList<QUuid> unfinished(const QUuid &id, bool forward) const;
    ReportListModel *model() const { return m_model; }
    QListView *view() const { return m_view; }

Q_SIGNALS:
    void chosen(const QUuid &id);

private:
    ReportListModel *m_model;
    QSortFilterProxyModel *m_filter;
    QListView *m_view;
    QLineEdit *m_field;
};

} // namespace gouji
