// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/markedscrollbar.h"

#include "common/theme.h"

#include <QMouseEvent>
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

QRect MarkedScrollBar::groove() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
}

int MarkedScrollBar::placeOf(const Mark &mark, const QRect &groove)
{
    return groove.top() + int(mark.at * std::max(0, groove.height() - 3));
}

void MarkedScrollBar::mousePressEvent(QMouseEvent *event)
{
    constexpr int Near = 4;
    const QPoint at = event->position().toPoint();
    const QRect groove = this->groove();
    QStyleOptionSlider option;
    initStyleOption(&option);
    const bool handle = style()->hitTestComplexControl(QStyle::CC_ScrollBar, &option, at, this) == QStyle::SC_ScrollBarSlider;
    const Mark *nearest = nullptr;
    for (const Mark &m : std::as_const(m_marks)) {
        const int distance = std::abs(placeOf(m, groove) + 1 - at.y());
        if (distance <= Near && (!nearest || distance < std::abs(placeOf(*nearest, groove) + 1 - at.y())))
            nearest = &m;
    }
    if (event->button() != Qt::LeftButton || handle || !nearest || !groove.contains(at)) {
        QScrollBar::mousePressEvent(event);
        return;
    }
    // Into the middle of the view, where the eye is.
    setValue(int(nearest->at * (maximum() + pageStep()) - pageStep() / 2.0));
    event->accept();
}

void MarkedScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    if (m_marks.isEmpty())
        return;
    const QRect groove = this->groove();
    QPainter painter(this);
    for (const Kind kind : {Kind::Warning, Kind::Error}) {
        for (const Mark &m : std::as_const(m_marks)) {
            if (m.kind != kind)
                continue;
            const int y = placeOf(m, groove);
            const int half = groove.width() / 2;
            if (kind == Kind::Error)
                painter.fillRect(QRect(groove.left() + 2, y, groove.width() - 4, 3), theme::errorInk(palette()));
            else
                painter.fillRect(QRect(groove.left() + half, y, half - 2, 2), theme::warningInk(palette()));
        }
    }
}

} // namespace gouji
