// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/actionlist.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QDockWidget;
class QMainWindow;

namespace gouji {

/// Panels at the edges of the window (history, …), each switched by an action of its own. What stands in a panel is made
/// when it is first seen. Which are open, and how wide, is part of QMainWindow::saveState.
class SidePanels : public QObject {
    Q_OBJECT
public:
    SidePanels(QMainWindow *window, ActionList *actions);

    /// The panel is hidden at first; its title is the action's text. Returns the action, checked while the panel is there.
    QAction *add(const ActionSpec &spec, Qt::DockWidgetArea area, std::function<QWidget *()> make);
    QWidget *content(QLatin1StringView id); ///< makes it where it is not there yet; null for an unknown id
    QStringList ids() const;
    void fit(QLatin1StringView id); ///< gives a panel above or below the pages the height its content wishes
    void addKeys(const QList<QAction *> &keys); ///< shortcuts that hold while a panel has the focus, too

Q_SIGNALS:
    void left(); ///< Esc, or closed, and where the focus came from is not to be seen any more

private:
    struct Entry {
        QString id;
        QDockWidget *dock = nullptr;
        std::function<QWidget *()> make;
    };
    void shareEdge(Qt::DockWidgetArea area);
    QWidget *made(Entry &entry);
    void giveFocusBack();

    QMainWindow *m_window;
    ActionList *m_actions;
    QList<Entry> m_entries;
    QPointer<QWidget> m_before; ///< had the focus before a panel was opened
};

} // namespace gouji
