// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/markedscrollbar.h"

#include "common/theme.h"

#include <QPainter>
#include <QStyleOptionSlider>

namespace gouji {

MarkedScrollBar::MarkedScrollBar(QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
{
}

void MarkedScrollBar::setMarks(const QList<Mark> &marks)
{
    m_marks = marks;
    update();
}

void MarkedScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    if (m_marks.isEmpty())
        return;
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
    QPainter painter(this);
    for (const Kind kind : {Kind::Warning, Kind::Error}) {
        for (const Mark &m : std::as_const(m_marks)) {
            if (m.kind != kind)
                continue;
            const int y = groove.top() + int(m.at * std::max(0, groove.height() - 3));
            const int half = groove.width() / 2;
            if (kind == Kind::Error)
                painter.fillRect(QRect(groove.left() + 2, y, groove.width() - 4, 3), theme::errorInk(palette()));
            else
                painter.fillRect(QRect(groove.left() + half, y, half - 2, 2), theme::warningInk(palette()));
        }
    }
}

} // namespace gouji
