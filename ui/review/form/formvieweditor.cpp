// SPDX-License-Identifier: GPL-3.0-or-later
// The part of FormView that edits in place and says under the cell why something was refused.
#include "review/form/formview.h"

#include "common/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace gouji {

using namespace Qt::StringLiterals;

void FormView::edit(const QString &typed)
{
    if (!m_current.isValid())
        return;
    m_inserting = false;
    const QString now = tableOf(m_current)->model->indexOf(m_current).data(Qt::EditRole).toString();
    openEditor(typed.isNull() ? now : typed, typed.isNull());
}

void FormView::editInserted(const QString &typed)
{
    if (!m_current.isValid())
        return;
    m_inserting = true;
    openEditor(typed, false);
}

void FormView::openEditor(const QString &text, bool select)
{
    showCell(m_current);
    m_refusal->hide();
    m_editor->setPlaceholderText(m_inserting ? tr("插入") : QString());
    m_editor->setText(text);
    m_editor->setFont(font());
    m_editor->show();
    placeEditor();
    m_editor->setFocus(Qt::OtherFocusReason);
    if (!select && !text.isEmpty())
        Q_EMIT draftChanged(m_current, text, m_inserting);
    if (select)
        m_editor->selectAll();
}

void FormView::placeEditor()
{
    const QRect r = cellRect(m_current);
    if (m_editor->isVisible())
        m_editor->setGeometry(r.adjusted(3, 3, -1, -1)); // inside the current cell's frame
    if (m_refusal->isVisible()) {
        m_refusal->setMaximumWidth(std::max(40 * theme::Grid, viewport()->width() - 2 * theme::Grid));
        m_refusal->setWordWrap(false);
        m_refusal->adjustSize();
        if (m_refusal->width() > viewport()->width() - 2 * theme::Grid) {
            m_refusal->setWordWrap(true);
            m_refusal->resize(viewport()->width() - 2 * theme::Grid, m_refusal->heightForWidth(viewport()->width() - 2 * theme::Grid));
        }
        const int x = std::clamp(r.left(), theme::Grid, std::max(theme::Grid, viewport()->width() - m_refusal->width() - theme::Grid));
        const bool below = r.bottom() + m_refusal->height() + theme::Grid < viewport()->height();
        m_refusal->move(x, below ? r.bottom() + theme::Grid : r.top() - m_refusal->height() - theme::Grid);
        m_refusal->raise();
    }
}

bool FormView::closeEditor(bool keep)
{
    // Hiding the editor takes its focus away, which asks to close it once more.
    if (!m_editor->isVisible() || m_closing)
        return true;
    const QScopedValueRollback closing(m_closing, true);
    const QString text = m_editor->text();
    const bool hadFocus = m_editor->hasFocus();
    if (keep) {
        if (m_inserting) {
            if (!text.trimmed().isEmpty())
                Q_EMIT insertRequested(m_current, text);
            if (m_refusal->isVisible())
                return false;
        } else {
            const QModelIndex at = tableOf(m_current)->model->indexOf(m_current);
            // Untouched text is no act: nobody confirms a doubtful cell by looking at it.
            if ((m_editor->isModified() || text != at.data(Qt::EditRole).toString())
                && !tableOf(m_current)->model->setData(at, text, Qt::EditRole))
                return false;
        }
    }
    m_inserting = false;
    m_editor->hide();
    m_refusal->hide();
    Q_EMIT draftChanged(m_current, {}, false);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    viewport()->update();
    return true;
}

void FormView::finishEditing() { closeEditor(true); }

void FormView::showRefusal(const QString &sentence)
{
    if (!m_current.isValid())
        return;
    QPalette p = palette();
    p.setColor(QPalette::Window, theme::mix(p.color(QPalette::Base), theme::errorInk(p), 0.08));
    p.setColor(QPalette::WindowText, theme::errorInk(p));
    m_refusal->setPalette(p);
    m_refusal->setText(sentence);
    m_refusal->show();
    placeEditor();
}

} // namespace gouji
