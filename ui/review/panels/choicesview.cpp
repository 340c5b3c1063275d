// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/panels/choicesview.h"

#include "review/panels/choicedelegate.h"

#include <QKeyEvent>

namespace gouji {

using namespace Qt::StringLiterals;

ChoicesView::ChoicesView(QWidget *parent)
    : QListView(parent)
    , m_model(new ChoicesModel(this))
{
    setObjectName(u"choicesView"_s);
    setProperty("manualTopic", tr("采用建议"));
    setAccessibleName(tr("可选的处理"));
    setModel(m_model);
    setItemDelegate(new ChoiceDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    connect(this, &QListView::entered, this, [this](const QModelIndex &index) { point(index.row()); });
    connect(this, &QListView::viewportEntered, this, [this] { point(hasFocus() ? currentIndex().row() : -1); });
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT taken(index.row()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { point(-1); });
}

void ChoicesView::point(int row)
{
    if (row == m_pointed)
        return;
    m_pointed = row;
    viewport()->update();
    Q_EMIT pointedAt(row);
}

int ChoicesView::next() const
{
    const QList<Suggestion> &offers = m_model->suggestions();
    if (m_pointed >= 0 && m_pointed < offers.size())
        return m_pointed;
    return !offers.isEmpty() && offers.first().ranked ? 0 : -1;
}

void ChoicesView::pointNext(bool forward)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int next = m_pointed < 0 ? (forward ? 0 : count - 1) : (m_pointed + (forward ? 1 : count - 1)) % count;
    setCurrentIndex(m_model->index(next));
    point(next);
}

void ChoicesView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    const int key = event->key();
    if (plain && key >= Qt::Key_1 && key <= Qt::Key_9 && key - Qt::Key_1 < m_model->rowCount()) {
        Q_EMIT taken(key - Qt::Key_1);
        return;
    }
    if (plain && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)) {
        if (currentIndex().isValid())
            Q_EMIT taken(currentIndex().row());
        return;
    }
    if (plain && key == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QListView::keyPressEvent(event);
}

void ChoicesView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    if (!currentIndex().isValid())
        setCurrentIndex(m_model->index(0));
    point(currentIndex().row());
}

void ChoicesView::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
        clearSelection();
        point(-1);
    }
}

void ChoicesView::leaveEvent(QEvent *event)
{
    QListView::leaveEvent(event);
    point(hasFocus() ? currentIndex().row() : -1);
}

void ChoicesView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // lines wrap anew
}

void ChoicesView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (hasFocus())
        point(current.row());
}

} // namespace gouji
