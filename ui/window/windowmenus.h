// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/actionlist.h"

#include <QHash>

class QMenu;
class QMenuBar;
class QToolBar;

namespace gouji {

/// Puts the actions of a list into the menu bar, each where its group says, also those that are added later.
class WindowMenus : public QObject {
    Q_OBJECT
public:
    WindowMenus(QMenuBar *bar, const ActionList *actions);

    /// A menu within a menu, at the end of a group.
    QMenu *addSubmenu(ActionGroup group, const QString &title);
    /// Fills the tool bar with the actions that are used all day.
    static void fill(QToolBar *bar, const ActionList *actions);

private:
    void add(QAction *action);
    void place(QAction *action, ActionGroup group);

    QHash<int, QMenu *> m_menus; ///< by the first group of each
    QHash<QAction *, ActionGroup> m_groups;
};

} // namespace gouji
