// SPDX-License-Identifier: GPL-3.0-or-later
// The part of QueuePage that listens to the keyboard.
#include "library/queuepage.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>

namespace gouji {

using namespace Qt::StringLiterals;

bool QueuePage::fieldKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_model->filter().isEmpty())
            return false;
        if (event->type() == QEvent::KeyPress)
            clearFilter();
        return true;
    case Qt::Key_Down:
    case Qt::Key_PageDown:
        if (event->type() == QEvent::KeyPress)
            m_table->setFocus(Qt::OtherFocusReason);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->type() == QEvent::KeyPress)
            openCurrent();
        return true;
    default:
        return false;
    }
}

bool QueuePage::tableKey(QKeyEvent *event)
{
    const bool pressed = event->type() == QEvent::KeyPress;
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_model->filter().isEmpty())
            return false;
        if (pressed)
            clearFilter();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (pressed)
            openCurrent();
        return pressed;
    case Qt::Key_Home:
    case Qt::Key_End: // of the list, not of the row
        if (pressed)
            m_table->setCurrentIndex(m_model->index(event->key() == Qt::Key_Home ? 0 : m_model->rowCount() - 1, 0));
        return pressed;
    default:
        break;
    }
    const QString text = event->text();
    const bool types = !text.isEmpty() && text[0].isPrint() && !text[0].isSpace()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!types && event->key() != Qt::Key_Backspace)
        return false;
    if (pressed) {
        m_field->setFocus(Qt::OtherFocusReason);
        m_field->end(false);
        QKeyEvent copy(event->type(), event->key(), event->modifiers(), text);
        QCoreApplication::sendEvent(m_field, &copy);
    }
    return pressed;
}

bool QueuePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport()) {
        if (event->type() == QEvent::Resize)
            fitNames();
        return false;
    }
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_field ? fieldKey(key) : tableKey(key)) {
            event->accept();
            return true;
        }
    }
    // A row is current as soon as the keys go to the table: it shows where one is.
    if (watched == m_table && event->type() == QEvent::FocusIn && !m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectRow(0);
    return Page::eventFilter(watched, event);
}

} // namespace gouji
