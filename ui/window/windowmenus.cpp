// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowmenus.h"

#include "common/theme.h"

#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

struct MenuSpec {
    ActionGroup first; ///< to the next one's first
    const char *title;
};

constexpr MenuSpec Menus[] = {
    {ActionGroup::FileOpen, QT_TRANSLATE_NOOP("gouji::WindowMenus", "文件(&F)")},
    {ActionGroup::EditUndo, QT_TRANSLATE_NOOP("gouji::WindowMenus", "编辑(&E)")},
    {ActionGroup::CheckProblems, QT_TRANSLATE_NOOP("gouji::WindowMenus", "核查(&C)")},
    {ActionGroup::ViewPages, QT_TRANSLATE_NOOP("gouji::WindowMenus", "视图(&V)")},
    {ActionGroup::Help, QT_TRANSLATE_NOOP("gouji::WindowMenus", "帮助(&H)")},
};

ActionGroup menuOf(ActionGroup group)
{
    ActionGroup menu = Menus[0].first;
    for (const MenuSpec &m : Menus) {
        if (m.first <= group)
            menu = m.first;
    }
    return menu;
}

/// Ids; "|" is a line, "<>" the gap that pushes the rest to the right, "-" before an id shows its icon alone.
constexpr const char *ToolBar[] = {"-showList", "open", "|", "-undo", "-redo", "|", "-previousProblem", "nextProblem", "|", "shiftLeft",
    "shiftRight", "take", "confirmCell", "<>", "-find", "-legend", "print", "-showSettings"};

} // namespace

WindowMenus::WindowMenus(QMenuBar *bar, const ActionList *actions)
    : QObject(bar)
{
    for (const MenuSpec &m : Menus) {
        QMenu *menu = bar->addMenu(tr(m.title));
        menu->setToolTipsVisible(true);
        m_menus.insert(int(m.first), menu);
    }
    for (QAction *action : actions->all())
        add(action);
    connect(actions, &ActionList::added, this, &WindowMenus::add);
}

void WindowMenus::add(QAction *action) { place(action, ActionList::groupOf(action)); }

void WindowMenus::place(QAction *action, ActionGroup group)
{
    QMenu *menu = m_menus.value(int(menuOf(group)));
    QAction *next = nullptr; // the first of a later group
    bool alone = true;
    for (QAction *there : menu->actions()) {
        if (there->isSeparator())
            continue;
        const ActionGroup other = m_groups.value(there);
        alone = alone && other != group;
        if (other > group) {
            next = there;
            break;
        }
    }
    // A line stands before the first of each group but the menu's first.
    QAction *before = next;
    if (next) {
        const QList<QAction *> all = menu->actions();
        const qsizetype at = all.indexOf(next);
        if (at > 0 && all[at - 1]->isSeparator())
            before = all[at - 1];
    }
    menu->insertAction(before, action);
    m_groups.insert(action, group);
    if (alone) {
        const bool first = menu->actions().first() == action;
        if (!first)
            menu->insertSeparator(action);
        else if (next)
            menu->insertSeparator(next);
    }
}

QMenu *WindowMenus::addSubmenu(ActionGroup group, const QString &title)
{
    auto *menu = new QMenu(title, m_menus.value(int(menuOf(group))));
    menu->setToolTipsVisible(true);
    place(menu->menuAction(), group);
    return menu;
}

void WindowMenus::fill(QToolBar *bar, const ActionList *actions)
{
    for (const char *const word : ToolBar) {
        QLatin1StringView id(word);
        if (id == "|"_L1) {
            bar->addSeparator();
        } else if (id == "<>"_L1) {
            auto *gap = new QWidget(bar);
            gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
            bar->addWidget(gap);
        } else {
            const bool iconOnly = id.startsWith(u'-');
            QAction *action = actions->find(iconOnly ? id.sliced(1) : id);
            Q_ASSERT_X(action, "WindowMenus::fill", word);
            bar->addAction(action);
            auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action));
            button->setAccessibleName(action->iconText());
            if (iconOnly)
                button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        }
    }
}

} // namespace gouji
