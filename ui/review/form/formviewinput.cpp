// SPDX-License-Identifier: GPL-3.0-or-later
// The part of FormView that listens: keys, mouse, drag and drop.
#include "review/form/formview.h"

#include "review/cells/dragdata.h"
#include "review/verbs.h"

#include <QApplication>
#include <QClipboard>
#include <QDrag>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>

namespace gouji {

using namespace Qt::StringLiterals;

bool FormView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor && m_editor->isVisible()) {
        if (event->type() == QEvent::FocusOut) {
            const auto reason = static_cast<QFocusEvent *>(event)->reason();
            if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
                closeEditor(true);
            return false;
        }
        if (event->type() == QEvent::KeyPress) {
            const auto *key = static_cast<QKeyEvent *>(event);
            switch (key->key()) {
            case Qt::Key_Escape:
                closeEditor(false);
                return true;
            case Qt::Key_Return:
            case Qt::Key_Enter:
            case Qt::Key_Down:
                if (closeEditor(true))
                    move(key->modifiers() & Qt::ShiftModifier ? Qt::Key_Up : Qt::Key_Down);
                return true;
            case Qt::Key_Up:
                if (closeEditor(true))
                    move(Qt::Key_Up);
                return true;
            case Qt::Key_Tab:
            case Qt::Key_Backtab:
                if (closeEditor(true))
                    move(key->key());
                return true;
            default:
                break;
            }
        }
    }
    return QAbstractScrollArea::eventFilter(watched, event);
}

void FormView::move(int key, bool extend)
{
    if (!m_current.isValid()) {
        if (!m_cells.isEmpty())
            setCurrentCell(m_cells.first());
        return;
    }
    const qsizetype at = m_cells.indexOf(m_current);
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
        const qsizetype next = at + (key == Qt::Key_Tab ? 1 : -1);
        if (next >= 0 && next < m_cells.size())
            setCurrentCell(m_cells[next]);
        return;
    }
    const QRect from = pageRect(m_current);
    CellId best;
    qint64 bestDistance = -1;
    for (const CellId id : std::as_const(m_cells)) {
        const QRect r = pageRect(id);
        const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
        if (sideways && (r.bottom() < from.top() || r.top() > from.bottom()))
            continue;
        const bool wanted = key == Qt::Key_Left ? r.right() < from.left()
            : key == Qt::Key_Right              ? r.left() > from.right()
            : key == Qt::Key_Up                 ? r.bottom() < from.top()
                                                : r.top() > from.bottom();
        if (!wanted || (extend && tableOf(id) != tableOf(m_anchor)))
            continue;
        const qint64 dx = std::abs(r.center().x() - from.center().x());
        const qint64 dy = std::abs(r.center().y() - from.center().y());
        const qint64 distance = sideways ? dx : dy * 100000 + dx;
        if (bestDistance < 0 || distance < bestDistance) {
            best = id;
            bestDistance = distance;
        }
    }
    if (best.isValid())
        setCurrentCell(best, extend);
}

bool FormView::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) {
            // Tab walks the cells; at either end it leaves the view, so that nobody is caught in it.
            const CellId end = m_cells.isEmpty() ? CellId() : key->key() == Qt::Key_Tab ? m_cells.last() : m_cells.first();
            if (m_current.isValid() && m_current != end && !(key->modifiers() & Qt::ControlModifier)) {
                move(key->key());
                return true;
            }
        }
    }
    return QAbstractScrollArea::event(event);
}

void FormView::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (event->matches(QKeySequence::SelectAll)) {
        selectTable();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() & Qt::AltModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
            Q_EMIT nothingSuggested(); // it would have taken the key
            return;
        }
        if (event->modifiers() & (Qt::AltModifier | Qt::ControlModifier))
            break;
        move(event->key(), event->modifiers() & Qt::ShiftModifier);
        return;
    case Qt::Key_Home:
    case Qt::Key_End: {
        if (!m_session || !m_current.isValid())
            break;
        const QList<CellId> line = event->modifiers() & Qt::ControlModifier ? m_cells : verbs::rowOf(m_session->report(), m_current);
        if (!line.isEmpty())
            setCurrentCell(event->key() == Qt::Key_Home ? line.first() : line.last(),
                event->modifiers() & Qt::ShiftModifier
                    && tableOf(event->key() == Qt::Key_Home ? line.first() : line.last()) == tableOf(m_anchor));
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain) {
            edit();
            return;
        }
        break;
    case Qt::Key_Space:
        if (plain && m_current.isValid()) {
            Q_EMIT nothingSuggested();
            return;
        }
        break;
    case Qt::Key_Escape:
        m_cut.clear();
        m_refusal->hide();
        m_anchor = m_current;
        m_picked.clear();
        viewport()->update();
        Q_EMIT selectionChanged();
        return;
    default:
        break;
    }
    if (plain && text.size() == 1 && (text[0].isDigit() || text[0] == u'-' || text[0] == u'.' || text[0] == u'－')) {
        edit(text);
        m_editor->setModified(true);
        return;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void FormView::cut()
{
    if (selection() != selectedRun()) {
        showRefusal(tr("只能剪切同一行里相连的几格；复制可以选几行。"));
        return;
    }
    m_cut = selectedRun();
    copy();
    viewport()->update();
}

void FormView::copy()
{
    QString text; // as spreadsheets take it: rows as lines
    int row = -1;
    for (const CellId id : selection()) {
        const QModelIndex at = tableOf(id)->model->indexOf(id);
        if (row >= 0)
            text += at.row() == row ? u'\t' : u'\n';
        text += at.data().toString();
        row = at.row();
    }
    if (row >= 0)
        QApplication::clipboard()->setText(text);
}

void FormView::clearCut()
{
    m_cut.clear();
    viewport()->update();
}

void FormView::mousePressEvent(QMouseEvent *event)
{
    const CellId cell = cellAt(event->position().toPoint());
    m_mayDrag = false;
    if (!cell.isValid() || event->button() != Qt::LeftButton) {
        if (cell.isValid() && !selection().contains(cell))
            setCurrentCell(cell);
        return;
    }
    m_pressedAt = event->position().toPoint();
    if (event->modifiers() & Qt::ControlModifier) {
        pickCell(cell);
        return;
    }
    m_mayDrag = m_picked.isEmpty() && selectedRun().contains(cell) && !(event->modifiers() & Qt::ShiftModifier);
    if (!m_mayDrag)
        setCurrentCell(cell, event->modifiers() & Qt::ShiftModifier && tableOf(cell) == tableOf(m_anchor));
}

void FormView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const QPoint at = event->position().toPoint();
    if (m_mayDrag) {
        if ((at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
            startDrag();
        return;
    }
    const CellId cell = cellAt(at);
    if (cell.isValid() && m_picked.isEmpty() && m_anchor.isValid() && tableOf(cell) == tableOf(m_anchor))
        setCurrentCell(cell, true);
}

void FormView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_mayDrag && event->button() == Qt::LeftButton)
        setCurrentCell(cellAt(event->position().toPoint()));
    m_mayDrag = false;
}

void FormView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_mayDrag = false;
    if (event->button() == Qt::LeftButton && cellAt(event->position().toPoint()).isValid())
        edit();
}

void FormView::startDrag()
{
    m_mayDrag = false;
    auto *drag = new QDrag(this);
    drag->setMimeData(dragdata::ofRun(selectedRun()).release());
    drag->exec(Qt::MoveAction);
}

void FormView::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_session && (dragdata::range(event->mimeData()).isValid() || !dragdata::run(event->mimeData()).isEmpty()))
        event->acceptProposedAction();
}

void FormView::dragMoveEvent(QDragMoveEvent *event)
{
    const CellId target = cellAt(event->position().toPoint());
    if (target != m_dropTarget) {
        m_dropTarget = target;
        viewport()->update();
    }
    event->setAccepted(target.isValid());
}

void FormView::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropTarget = {};
    viewport()->update();
}

void FormView::dropEvent(QDropEvent *event)
{
    const CellId target = std::exchange(m_dropTarget, CellId());
    viewport()->update();
    if (!target.isValid())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const QList<CellId> run = dragdata::run(event->mimeData());
    const TextRange range = dragdata::range(event->mimeData());
    setCurrentCell(target);
    if (!run.isEmpty())
        Q_EMIT moveRequested(run, target);
    else if (range.isValid())
        Q_EMIT takeRequested(range, target);
}

void FormView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (!m_current.isValid() && !m_cells.isEmpty() && event->reason() != Qt::MouseFocusReason)
        setCurrentCell(m_cells.first());
    viewport()->update();
}

void FormView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace gouji
