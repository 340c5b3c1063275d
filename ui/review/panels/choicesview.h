// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/panels/choicesmodel.h"

#include <QListView>

namespace gouji {

/// The suggestions to choose from. A click, Enter, Space or the number in front takes one; resting on one, with the mouse
/// or the arrow keys, points at it, so that the tables can show what it would do.
class ChoicesView : public QListView {
    Q_OBJECT
public:
    explicit ChoicesView(QWidget *parent = nullptr);

    ChoicesModel *choices() const { return m_model; }
    int pointed() const { return m_pointed; } ///< -1 where none is pointed at
    /// The one that Space takes in the tables: that pointed at, else the first where it is ranked; -1 for none.
    int next() const;
    void pointNext(bool forward); ///< from outside, without taking the focus

Q_SIGNALS:
    void pointedAt(int row); ///< -1: at none any more
    void taken(int row);
    void left(); ///< Esc: back to where one came from

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void point(int row);

    ChoicesModel *m_model;
    int m_pointed = -1;
};

} // namespace gouji
