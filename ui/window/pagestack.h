// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/actionlist.h"

#include <QPointer>
#include <QStackedWidget>

#include <functional>

namespace gouji {

class Page;

/// The pages of the window, one in front. A page that is gone to by an action is made when it is first asked for, so that
/// it costs nothing at the start.
class PageStack : public QStackedWidget {
    Q_OBJECT
public:
    explicit PageStack(ActionList *actions, QWidget *parent = nullptr);

    /// A page with an action that shows it; the action's id names the page.
    QAction *add(const ActionSpec &spec, std::function<Page *()> make);
    void show(QLatin1StringView id);
    void back(); ///< from such a page home, and the focus to where it was there
    void setHome(QWidget *page); ///< what stands there while no such page is called: brings it to the front
    QString shown() const; ///< id of the page in front; empty at home
    Page *page(QLatin1StringView id); ///< makes it where it is not there yet; null for an unknown id
    QStringList ids() const;

Q_SIGNALS:
    void shownChanged();

private:
    struct Entry {
        QString id;
        std::function<Page *()> make;
        Page *page = nullptr;
        QAction *action = nullptr;
    };
    Page *made(Entry &entry);
    void bring(QWidget *page);

    ActionList *m_actions;
    QList<Entry> m_entries;
    QWidget *m_home = nullptr;
    QPointer<QWidget> m_before; ///< had the focus when home was left
};

} // namespace gouji
