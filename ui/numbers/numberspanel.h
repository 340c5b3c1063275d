// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "numbers/numbersmodel.h"
#include "review/reviewsession.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace gouji {

/// Every number read in the prose, what it was matched with and why, or that it was matched with nothing.
class NumbersPanel : public QWidget {
    Q_OBJECT
public:
    explicit NumbersPanel(QWidget *parent = nullptr);

    void setSession(const ReviewSession *session); ///< null empties the panel
    NumbersModel *model() const { return m_model; }
    QTreeView *view() const { return m_view; }
    QSize sizeHint() const override;

Q_SIGNALS:
    /// A number was gone to: its place in the text, the sentence around it, and the first of its cells, invalid where unmatched.
    void numberRequested(const gouji::TextRange &number, const gouji::TextRange &sentence, gouji::CellId cell);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();

    const ReviewSession *m_session = nullptr;
    NumbersModel *m_model;
    QSortFilterProxyModel *m_filter;
    QStackedWidget *m_stack;
    QTreeView *m_view;
    QLabel *m_empty, *m_counts;
    QCheckBox *m_onlyOpen;
    bool m_stale = true; ///< not read for what the session holds now
};

} // namespace gouji
