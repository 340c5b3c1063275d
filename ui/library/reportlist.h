// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/queuemodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace gouji {

/// The narrow form of the queue, at the window's left beside a review: the same reports in the same order, with the same
/// search; a click opens one.
class ReportList : public QWidget {
    Q_OBJECT
public:
    explicit ReportList(QueueModel *model, QWidget *parent = nullptr);

    void setCurrent(const QUuid &id);
    /// The reports with something left to do, from the one after (before) `id` on, in the order they are listed, and round
    /// to it again; neither finished nor sent back.
    QList<QUuid> unfinished(const QUuid &id, bool forward) const;
    QueueModel *model() const { return m_model; }
    QListView *view() const { return m_view; }

Q_SIGNALS:
    void chosen(const QUuid &id);

private:
    QueueModel *m_model;
    QListView *m_view;
    QLineEdit *m_field;
    QLabel *m_narrowed; ///< says that not all reports are listed
    QUuid m_current;
};

} // namespace gouji
