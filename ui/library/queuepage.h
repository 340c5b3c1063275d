// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"
#include "library/facetview.h"

#include <QVariant>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace gouji {

class QueueViews;

/// The queue over the whole window: search, views, facets with counts, and the reports as a table that sorts by any column.
/// Typing anywhere searches, Enter opens, Esc takes the filter back and then leaves.
class QueuePage : public Page {
    Q_OBJECT
public:
    QueuePage(QueueModel *model, std::shared_ptr<const RuleBook> rules, QWidget *parent = nullptr);

    void aboutToShow() override;
    void setCurrent(const QUuid &id);
    QTableView *table() const { return m_table; }
    FacetView *facets() const { return m_facets; }

    QVariantMap session() const; ///< columns, order, views
    void setSession(const QVariantMap &session);

Q_SIGNALS:
    void openRequested(const QUuid &id);
    void filesRequested();
    void folderRequested();
    void sessionChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeEmpty();
    void arrangeColumns();
    void fitNames();
    void chooseColumns(const QPoint &at);
    void tell();
    void openCurrent();
    void clearFilter();
    void keepPlace();
    bool fieldKey(QKeyEvent *event);
    bool tableKey(QKeyEvent *event);

    QueueModel *m_model;
    QLineEdit *m_field;
    QToolButton *m_clear;
    QLabel *m_count;
    QueueViews *m_views;
    FacetView *m_facets;
    QTableView *m_table;
    QStackedWidget *m_stack; ///< the table, or what to do where there is nothing to list
    QLabel *m_emptyTitle;
    QLabel *m_emptyNote;
    QPushButton *m_open;
    QPushButton *m_folder;
    QPushButton *m_all;
    QUuid m_current; ///< the report the hand is on, through filters and orders
};

} // namespace gouji
