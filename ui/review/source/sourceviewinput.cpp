// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SourceView that answers the mouse: what was clicked, selected or dragged.
#include "review/source/sourceview.h"

#include "review/cells/dragdata.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

TextRange SourceView::selectedRange() const
{
    const QTextCursor c = textCursor();
    return c.hasSelection() ? TextRange{c.selectionStart(), c.selectionEnd()} : TextRange{};
}

TextRange SourceView::numberAt(qsizetype position) const
{
    const auto isPart = [this](qsizetype p) {
        const QChar c = document()->characterAt(int(p));
        return c.isDigit() || c == u'.' || c == u',' || c == u'，' || c == u'．';
    };
    const auto isDigit = [this](qsizetype p) { return p >= 0 && document()->characterAt(int(p)).isDigit(); };
    if (!isDigit(position) && !isDigit(--position))
        return {};
    TextRange r{position, position + 1};
    while (r.begin > 0 && isPart(r.begin - 1))
        --r.begin;
    while (isPart(r.end))
        ++r.end;
    while (!isDigit(r.begin))
        ++r.begin;
    while (!isDigit(r.end - 1))
        --r.end;
    return r;
}

void SourceView::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || textCursor().hasSelection())
        return;
    const qsizetype at = cursorForPosition(event->position().toPoint()).position();
    const auto after = std::upper_bound(m_uses.cbegin(), m_uses.cend(), at, [](qsizetype p, const Use &u) { return p < u.range.begin; });
    if (after != m_uses.cbegin()) {
        const Use &use = *(after - 1);
        if (at <= use.range.end) { // a click right behind the last digit still means the number
            Q_EMIT cellClicked(use.cell);
            return;
        }
    }
    if (const TextRange number = numberAt(at); number.isValid())
        Q_EMIT looseNumberClicked(number);
}

void SourceView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!textCursor().hasSelection()) {
        const TextRange number = numberAt(cursorForPosition(event->pos()).position());
        if (number.isValid()) {
            QTextCursor c(document());
            c.setPosition(int(number.begin));
            c.setPosition(int(number.end), QTextCursor::KeepAnchor);
            setTextCursor(c);
        }
    }
    QMenu menu(this);
    QAction *take = menu.addAction(tr("用于此单元格"), this, &SourceView::takeRequested);
    take->setEnabled(textCursor().hasSelection());
    QAction *copyText = menu.addAction(tr("复制"), this, &QPlainTextEdit::copy);
    copyText->setEnabled(textCursor().hasSelection());
    menu.exec(event->globalPos());
}

QMimeData *SourceView::createMimeDataFromSelection() const
{
    // The base would hand out what is displayed.
    auto *mime = new QMimeData;
    mime->setText(m_text.mid(selectedRange().begin, selectedRange().length()));
    dragdata::addRange(*mime, selectedRange());
    return mime;
}

} // namespace gouji
