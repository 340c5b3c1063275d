// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/queueviews.h"

#include "common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestName = 20;
const char *const OwnView = "ownView"; // property of a button: the name of the view a person saved

QueueView shipped(const QString &name, Facet facet, const QSet<QString> &values)
{
    QueueView out{name, {}, false};
    out.filter.of(facet) = values;
    return out;
}

} // namespace

QueueViews::QueueViews(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout)
    , m_buttons(new QWidget(this))
    , m_save(new QToolButton(this))
    , m_name(new QLineEdit(this))
{
    setObjectName(u"queueViews"_s);
    m_views = {QueueView{tr("全部"), {}, false}, shipped(tr("未审"), Facet::State, {u"new"_s}),
        shipped(tr("审核中"), Facet::State, {u"open"_s}), shipped(tr("有错误"), Facet::Problem, {u"error"_s}),
        shipped(tr("待单位整改"), Facet::State, {u"returned"_s})};
    m_save->setObjectName(u"queueSaveView"_s);
    m_save->setText(tr("保存视图…"));
    m_save->setToolTip(tr("把现在的筛选存成一个视图"));
    m_save->setAutoRaise(true);
    m_name->setObjectName(u"queueViewName"_s);
    m_name->setPlaceholderText(tr("视图名称，回车保存"));
    m_name->setAccessibleName(tr("视图名称"));
    m_name->setMaxLength(LongestName);
    m_name->setMaximumWidth(50 * theme::Grid);
    m_name->installEventFilter(this);
    m_name->hide();
    m_buttons->setLayout(m_row);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(theme::Grid);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::Grid);
    row->addWidget(m_buttons);
    row->addWidget(m_save);
    row->addWidget(m_name);
    row->addStretch();
    connect(m_save, &QToolButton::clicked, this, &QueueViews::askName);
    connect(m_name, &QLineEdit::returnPressed, this, &QueueViews::save);
    fill();
}

void QueueViews::fill()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the button that was just pressed
        delete item;
    }
    for (const QueueView &view : std::as_const(m_views)) {
        auto *button = new QToolButton(m_buttons);
        button->setText(view.name);
        button->setCheckable(true);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, [this, filter = view.filter] {
            Q_EMIT chosen(filter);
            mark();
        });
        if (view.own) {
            button->setProperty(OwnView, view.name);
            button->setToolTip(tr("按 Delete 删除这个视图"));
            button->installEventFilter(this);
            button->setContextMenuPolicy(Qt::ActionsContextMenu);
            auto *away = new QAction(tr("删除视图"), button);
            connect(away, &QAction::triggered, this, [this, name = view.name] { remove(name); });
            button->addAction(away);
        }
        m_row->addWidget(button);
    }
    mark();
}

void QueueViews::mark()
{
    bool known = false;
    for (qsizetype i = 0; i < m_views.size(); ++i) {
        const bool same = m_views[i].filter == m_filter;
        known = known || same;
        if (auto *button = qobject_cast<QToolButton *>(m_row->itemAt(int(i))->widget()))
            button->setChecked(same);
    }
    m_save->setVisible(!known && !m_name->isVisibleTo(this));
}

void QueueViews::setFilter(const QueueFilter &filter)
{
    m_filter = filter;
    mark();
}

void QueueViews::askName()
{
    m_save->hide();
    m_name->clear();
    m_name->show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void QueueViews::save()
{
    const QString name = m_name->text().simplified();
    if (name.isEmpty())
        return;
    m_name->hide();
    const auto same = std::find_if(m_views.begin(), m_views.end(), [&](const QueueView &v) { return v.own && v.name == name; });
    if (same != m_views.end())
        same->filter = m_filter;
    else
        m_views << QueueView{name, m_filter, true};
    fill();
    Q_EMIT savedChanged();
}

void QueueViews::remove(const QString &name)
{
    m_views.removeIf([&](const QueueView &v) { return v.own && v.name == name; });
    fill();
    Q_EMIT savedChanged();
}

QVariantList QueueViews::saved() const
{
    QVariantList out;
    for (const QueueView &view : m_views) {
        if (view.own)
            out << QVariantMap{{u"name"_s, view.name}, {u"filter"_s, view.filter.toString()}};
    }
    return out;
}

void QueueViews::setSaved(const QVariantList &saved)
{
    m_views.removeIf([](const QueueView &v) { return v.own; });
    for (const QVariant &v : saved) {
        const QVariantMap map = v.toMap();
        m_views << QueueView{map[u"name"_s].toString(), QueueFilter::fromString(map[u"filter"_s].toString()), true};
    }
    fill();
}

bool QueueViews::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_name && key == Qt::Key_Escape) { // takes back the naming and does not leave the page
        if (event->type() == QEvent::KeyPress) {
            m_name->hide();
            mark();
        }
        event->accept();
        return true;
    }
    if (watched != m_name && key == Qt::Key_Delete && event->type() == QEvent::KeyPress) {
        remove(watched->property(OwnView).toString());
        return true;
    }
    return false;
}

} // namespace gouji
