// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/sidepanels.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QShortcut>

namespace gouji {

using namespace Qt::StringLiterals;

SidePanels::SidePanels(QMainWindow *window, ActionList *actions)
    : QObject(window)
    , m_window(window)
    , m_actions(actions)
{
}

QAction *SidePanels::add(const ActionSpec &spec, Qt::DockWidgetArea area, std::function<QWidget *()> make)
{
    ActionSpec own = spec;
    own.checkable = true;
    QAction *action = m_actions->add(own);
    auto *dock = new QDockWidget(spec.text, m_window);
    dock->setObjectName(action->objectName() + u"Panel"_s);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    dock->hide();
    m_window->addDockWidget(area, dock);
    const qsizetype at = m_entries.size();
    m_entries << Entry{action->objectName(), dock, std::move(make)};
    auto *leave = new QShortcut(Qt::Key_Escape, dock);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, &SidePanels::giveFocusBack);
    connect(action, &QAction::triggered, dock, [this, at, dock](bool on) {
        QWidget *focus = m_window->focusWidget();
        if (on && focus && !dock->isAncestorOf(focus))
            m_before = focus;
        const bool had = !on && focus && dock->isAncestorOf(focus);
        dock->setVisible(on);
        if (on) {
            made(m_entries[at])->setFocus(Qt::ShortcutFocusReason);
            shareEdge(m_window->dockWidgetArea(dock));
        } else if (had) {
            giveFocusBack();
        }
    });
    connect(dock, &QDockWidget::visibilityChanged, this, [this, at, dock, action] {
        action->setChecked(!dock->isHidden()); // not while the whole window is minimised
        if (dock->isVisible())
            made(m_entries[at]);
    });
    return action;
}

/// Panels side by side have the same width: one that comes to others would be given the least it can live with.
void SidePanels::shareEdge(Qt::DockWidgetArea area)
{
    QList<QDockWidget *> docks;
    for (const Entry &e : std::as_const(m_entries)) {
        if (!e.dock->isHidden() && m_window->dockWidgetArea(e.dock) == area)
            docks << e.dock;
    }
    if (docks.size() > 1)
        m_window->resizeDocks(docks, QList<int>(docks.size(), m_window->width() / int(docks.size())), Qt::Horizontal);
}

QWidget *SidePanels::made(Entry &entry)
{
    if (!entry.dock->widget())
        entry.dock->setWidget(entry.make());
    return entry.dock->widget();
}

QWidget *SidePanels::content(QLatin1StringView id)
{
    for (Entry &e : m_entries) {
        if (e.id == id)
            return made(e);
    }
    return nullptr;
}

void SidePanels::fit(QLatin1StringView id)
{
    for (const Entry &e : std::as_const(m_entries)) {
        if (e.id == id && !e.dock->isHidden())
            m_window->resizeDocks({e.dock}, {e.dock->sizeHint().height()}, Qt::Vertical);
    }
}

void SidePanels::giveFocusBack()
{
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT left();
}

void SidePanels::addKeys(const QList<QAction *> &keys)
{
    for (const Entry &e : std::as_const(m_entries))
        e.dock->addActions(keys);
}

QStringList SidePanels::ids() const
{
    QStringList out;
    for (const Entry &e : m_entries)
        out << e.id;
    return out;
}

} // namespace gouji
