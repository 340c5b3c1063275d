// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pages/pagebar.h"

#include "common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <cmath>

namespace gouji {

using namespace Qt::StringLiterals;

PageBar::PageBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"pageBar"_s);
    setAutoFillBackground(true);
    auto *row = new QHBoxLayout(this);
    row->setSizeConstraint(QLayout::SetNoConstraint); // what has no room goes; its keys stay
    row->setContentsMargins(theme::Grid, 0, theme::Grid, 0);
    row->setSpacing(theme::Grid / 2);
    strip = button(u"pageStripButton"_s, tr("缩略图"), tr("各页的缩略图"));
    strip->setCheckable(true);
    m_page = new QLabel(this);
    m_leftovers = new QLabel(this);
    m_leftovers->setObjectName(u"pageLeftovers"_s);
    row->addWidget(strip);
    row->addWidget(m_page);
    row->addStretch(1);
    row->addWidget(m_leftovers);
    row->addSpacing(theme::Grid);
    smaller = button(u"pageSmaller"_s, u"−"_s, tr("缩小（-）"));
    m_zoom = new QLabel(this);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setMinimumWidth(m_zoom->fontMetrics().horizontalAdvance(u"0000%"_s));
    larger = button(u"pageLarger"_s, u"+"_s, tr("放大（+）"));
    fitWidth = button(u"pageFitWidth"_s, tr("页宽"), tr("与窗口同宽（0）"));
    fitPage = button(u"pageFitPage"_s, tr("整页"), tr("看到整页（9）"));
    fitWidth->setCheckable(true);
    fitPage->setCheckable(true);
    for (QWidget *w : std::initializer_list<QWidget *>{smaller, m_zoom, larger, fitWidth, fitPage})
        row->addWidget(w);
    for (QLabel *label : {m_page, m_zoom, m_leftovers})
        label->setFont(theme::small(font()));
}

QToolButton *PageBar::button(const QString &name, const QString &text, const QString &tip)
{
    auto *out = new QToolButton(this);
    out->setObjectName(name);
    out->setText(text);
    out->setToolTip(tip);
    out->setAccessibleName(tip);
    out->setAutoRaise(true);
    out->setFocusPolicy(Qt::TabFocus);
    return out;
}

/// Large letters in a narrow half: words give way first, then what its key does as well.
void PageBar::giveWay()
{
    const std::initializer_list<QWidget *> first{m_leftovers, m_zoom, m_page, strip, fitPage, fitWidth};
    for (QWidget *w : first)
        w->setVisible(w != strip || m_pages > 1);
    for (QWidget *w : first) {
        layout()->activate();
        if (layout()->minimumSize().width() <= width())
            return;
        w->hide();
    }
}

void PageBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    giveWay();
}

QSize PageBar::minimumSizeHint() const { return {0, layout()->minimumSize().height()}; }

void PageBar::setPage(int page, int pages)
{
    m_page->setText(pages > 0 ? u"%1 / %2"_s.arg(page + 1).arg(pages) : QString());
    m_page->setAccessibleName(tr("第 %1 页，共 %2 页").arg(page + 1).arg(pages));
    m_page->setToolTip(m_page->accessibleName());
    m_pages = pages;
    giveWay();
}

void PageBar::setZoom(double pixelsPerPoint, bool fitsWidth, bool fitsPage)
{
    constexpr double Natural = 96.0 / 72;
    m_zoom->setText(u"%1%"_s.arg(std::lround(pixelsPerPoint / Natural * 100)));
    fitWidth->setChecked(fitsWidth);
    fitPage->setChecked(fitsPage);
}

void PageBar::setLeftovers(int count)
{
    m_leftovers->setText(count > 0 ? tr("未用 %1 数").arg(count) : tr("无遗漏"));
    m_leftovers->setToolTip(count > 0 ? tr("表格里有单元格没有用到的数字，在页面上用虚线框标出") : tr("表格里没有遗漏的数字"));
    giveWay();
}

} // namespace gouji
