// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historymodel.h"

#include <QTimer>
#include <QWidget>

class QAbstractItemDelegate;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace gouji {

/// The audit trail of one report: every act with who, when, why, old and new values and its effect on the findings.
/// One in the middle can be taken back; what stands against it is said below the list before anybody tries.
class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPanel(QWidget *parent = nullptr);

    void setSession(ReviewSession *session); ///< null empties the panel; the session outlives its stay here
    void setCurrentCell(CellId cell); ///< what the filter goes by
    void setOnlyCurrentCell(bool only);
    HistoryModel *model() const { return m_model; }
    QTreeView *view() const { return m_view; }
    QUuid currentAct() const; ///< null where none is chosen
    void setCurrentAct(const QUuid &act);
    QSize sizeHint() const override;

Q_SIGNALS:
    void cellRequested(gouji::CellId cell);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *bar();
    QWidget *foot();
    void refresh();
    void showChosen();
    void takeBack();
    void explain();
    void goToCell();
    void workOutEffects();

    ReviewSession *m_session = nullptr;
    HistoryModel *m_model;
    QSortFilterProxyModel *m_filter;
    QStackedWidget *m_stack;
    QTreeView *m_view;
    QLabel *m_empty;
    QLabel *m_counts;
    QLabel *m_says;
    QLineEdit *m_reason;
    CellId m_cell;
    QToolButton *m_onlyCell, *m_takeBack, *m_go, *m_blocker;
    QAbstractItemDelegate *m_oneLine, *m_twoLines;
    QTimer m_worker; ///< works effects out while nothing else is to be done
};

} // namespace gouji
