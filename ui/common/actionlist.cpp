// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/actionlist.h"

#include "common/icons.h"

#include <QWidget>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *GroupProperty = "actionGroup";

} // namespace

ActionList::ActionList(QWidget *owner)
    : QObject(owner)
    , m_owner(owner)
{
}

QAction *ActionList::make(const ActionSpec &spec)
{
    auto *action = new QAction(spec.text, this);
    action->setObjectName(QLatin1StringView(spec.id));
    action->setProperty(GroupProperty, int(spec.group));
    if (spec.icon)
        action->setIcon(icon(QLatin1StringView(spec.icon)));
    action->setShortcuts(spec.keys);
    action->setStatusTip(spec.tip);
    action->setCheckable(spec.checkable);
    // Names change (“撤销：…”), and so the tooltip is written anew.
    describe(action);
    connect(action, &QAction::changed, this, [this, action] { describe(action); });
    if (spec.needsReport) {
        m_needReport << action;
        action->setEnabled(m_reportOpen);
    }
    m_all << action;
    return action;
}

QAction *ActionList::add(const ActionSpec &spec)
{
    QAction *action = make(spec);
    action->setShortcutContext(m_owner->isWindow() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    m_owner->addAction(action);
    Q_EMIT added(action);
    return action;
}

QAction *ActionList::add(const ActionSpec &spec, const QList<QWidget *> &views)
{
    QAction *action = make(spec);
    action->setShortcutContext(Qt::WidgetShortcut);
    for (QWidget *view : views)
        view->addAction(action);
    Q_EMIT added(action);
    return action;
}

void ActionList::include(const ActionList &page)
{
    const auto take = [this](QAction *action) {
        m_all << action;
        Q_EMIT added(action);
    };
    for (QAction *action : page.all())
        take(action);
    connect(&page, &ActionList::added, this, take);
}

QAction *ActionList::find(QLatin1StringView id) const
{
    for (QAction *action : m_all) {
        if (action->objectName() == id)
            return action;
    }
    return nullptr;
}

ActionGroup ActionList::groupOf(const QAction *action) { return ActionGroup(action->property(GroupProperty).toInt()); }

QString ActionList::tipOf(const QAction *action) { return action->statusTip(); }

void ActionList::describe(QAction *action)
{
    const QString tip = action->statusTip();
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    const QString name = action->iconText().toHtmlEscaped();
    QString text = key.isEmpty() ? u"<b>%1</b>"_s.arg(name) : tr("<b>%1</b>（%2）").arg(name, key.toHtmlEscaped());
    if (!tip.isEmpty())
        text += u"<br>"_s + tip.toHtmlEscaped();
    if (text != action->toolTip()) // else this would call itself for ever
        action->setToolTip(text);
}

void ActionList::setReportOpen(bool open)
{
    m_reportOpen = open;
    for (QAction *action : std::as_const(m_needReport))
        action->setEnabled(open);
}

} // namespace gouji
