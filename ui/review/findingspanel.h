// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/findingsmodel.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace gouji {

/// The list of findings with its counts; choosing a line goes to the place.
class FindingsPanel : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget *parent = nullptr);

    void setFindings(const QList<Finding> &findings);
    void setCurrent(int row); ///< shows a line as chosen without going anywhere; -1 for none
    int current() const;
    FindingsModel *model() const { return m_model; }
    QTreeView *view() const { return m_view; }

Q_SIGNALS:
    void chosen(int row);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    FindingsModel *m_model;
    QTreeView *m_view;
    QLabel *m_counts;
    bool m_quiet = false;
};

} // namespace gouji
