// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pages/cellpicture.h"

#include "common/theme.h"
#include "review/form/celldelegate.h"

#include <QPainter>

namespace gouji {

using namespace Qt::StringLiterals;

CellPicture::CellPicture(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"cellPicture"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CellPicture::setCell(const QString &text, CellMarks marks)
{
    m_text = text;
    m_marks = marks;
    updateGeometry();
    update();
}

QSize CellPicture::sizeHint() const
{
    const int digits = QFontMetrics(theme::strong(font())).horizontalAdvance(m_text);
    return QSize(std::max(15 * theme::Grid, digits + 8 * theme::Grid), fontMetrics().height() + 2 * theme::Grid);
}

void CellPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::rule(palette()));
    CellDelegate::paintValue(&painter, rect().adjusted(1, 1, -1, -1), palette(), font(), m_text, m_marks, QStyle::State_Enabled, {});
}

} // namespace gouji
