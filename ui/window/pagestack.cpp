// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/pagestack.h"

#include "common/page.h"

#include <QShortcut>

namespace gouji {

PageStack::PageStack(ActionList *actions, QWidget *parent)
    : QStackedWidget(parent)
    , m_actions(actions)
{
}

QAction *PageStack::add(const ActionSpec &spec, std::function<Page *()> make)
{
    QAction *action = m_actions->add(spec);
    const QString id = action->objectName();
    m_entries << Entry{id, std::move(make), nullptr, action};
    connect(action, &QAction::triggered, this, [this, id] {
        if (shown() == id) // the same key leads back
            back();
        else
            show(QLatin1StringView(id.toLatin1()));
    });
    return action;
}

Page *PageStack::made(Entry &entry)
{
    if (!entry.page) {
        entry.page = entry.make();
        addWidget(entry.page);
        connect(entry.page, &Page::closeRequested, this, &PageStack::back);
        auto *leave = new QShortcut(Qt::Key_Escape, entry.page);
        leave->setContext(Qt::WidgetWithChildrenShortcut);
        connect(leave, &QShortcut::activated, this, &PageStack::back);
    }
    return entry.page;
}

void PageStack::show(QLatin1StringView id)
{
    if (Page *page = this->page(id)) {
        if (currentWidget() == m_home)
            m_before = window()->focusWidget();
        page->aboutToShow();
        bring(page);
        QWidget *first = page->focusProxy() ? page->focusProxy() : page->focusWidget(); // where the page wants the hand, or it was
        for (QWidget *w = page->nextInFocusChain(); !first && page->isAncestorOf(w); w = w->nextInFocusChain()) {
            if (w->focusPolicy() & Qt::TabFocus)
                first = w;
        }
        (first ? first : page)->setFocus(Qt::OtherFocusReason);
    }
}

void PageStack::back()
{
    if (!m_home || currentWidget() == m_home)
        return;
    bring(m_home);
    QWidget *before = m_before && m_before->isVisible() ? m_before.data() : m_home;
    before->setFocus(Qt::OtherFocusReason);
}

void PageStack::setHome(QWidget *page)
{
    if (indexOf(page) < 0)
        addWidget(page);
    m_home = page;
    bring(page);
}

void PageStack::bring(QWidget *page)
{
    // A page that is not seen does not keep the window wide.
    for (int i = 0; i < count(); ++i) {
        const auto policy = widget(i) == page ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        widget(i)->setSizePolicy(policy, policy);
    }
    setCurrentWidget(page);
    Q_EMIT shownChanged();
}

QString PageStack::shown() const
{
    for (const Entry &e : m_entries) {
        if (e.page && e.page == currentWidget())
            return e.id;
    }
    return {};
}

Page *PageStack::page(QLatin1StringView id)
{
    for (Entry &e : m_entries) {
        if (e.id == id)
            return made(e);
    }
    return nullptr;
}

QStringList PageStack::ids() const
{
    QStringList out;
    for (const Entry &e : m_entries)
        out << e.id;
    return out;
}

} // namespace gouji
