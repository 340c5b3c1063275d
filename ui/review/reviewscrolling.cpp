// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ReviewPage that scrolls source and tables together.
#include "review/reviewpage.h"

#include "review/form/formview.h"
#include "review/pages/pageview.h"
#include "review/scrolllock.h"
#include "review/source/sourceview.h"

#include <QScrollBar>
#include <QTabBar>

namespace gouji {

void ReviewPage::buildScrollLocks()
{
    const auto anchors = [this](auto placeInSource) {
        return [this, placeInSource] {
            QList<QPair<double, double>> out;
            if (!m_session)
                return out;
            for (const Anchor &a : std::as_const(m_anchors)) {
                const double left = placeInSource(a.source);
                const QRect right = m_form->cellRect(a.cell);
                if (left >= 0 && !right.isEmpty())
                    out << qMakePair(left, double(right.center().y() + m_form->verticalScrollBar()->value()));
            }
            return out;
        };
    };
    m_textLock = new ScrollLock(m_source->verticalScrollBar(), m_form->verticalScrollBar(),
        anchors([this](const TextRange &range) { return m_source->lineOf(range.begin); }), this);
    m_pageLock = new ScrollLock(m_pages->verticalScrollBar(), m_form->verticalScrollBar(), anchors([this](const TextRange &range) {
        const auto place = m_pages->placeOf(range);
        return place ? m_pages->rectOf(*place).center().y() + m_pages->verticalScrollBar()->value() : -1;
    }),
        this);
    connect(m_actions->lockScrolling, &QAction::toggled, this, &ReviewPage::updateScrollLocks);
    updateScrollLocks();
}

void ReviewPage::updateScrollLocks()
{
    const bool on = m_actions->lockScrolling->isChecked();
    const bool pages = m_pages->isVisibleTo(this);
    m_textLock->setOn(on && !pages);
    m_pageLock->setOn(on && pages);
}

QPoint ReviewPage::scrolled() const
{
    const QScrollBar *source = m_pages->isVisibleTo(this) ? m_pages->verticalScrollBar() : m_source->verticalScrollBar();
    return QPoint(source->value(), m_form->verticalScrollBar()->value());
}

void ReviewPage::scrollTo(const QPoint &place)
{
    const ScrollLock::Pause text(m_textLock);
    const ScrollLock::Pause pages(m_pageLock);
    (m_pages->isVisibleTo(this) ? m_pages->verticalScrollBar() : m_source->verticalScrollBar())->setValue(place.x());
    m_form->verticalScrollBar()->setValue(place.y());
}

/// One anchor a row: where its values stand in the source. A row without any has none.
void ReviewPage::findAnchors()
{
    m_anchors.clear();
    const Report &report = m_session->report();
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        if (!report.tables[i].found)
            continue;
        for (const FormRow &row : report.formTable(i).rows) {
            for (const CellId cell : row.cells) {
                if (const TextRange source = report.cell(cell).source; source.isValid()) {
                    m_anchors << Anchor{source, cell};
                    break;
                }
            }
        }
    }
}

} // namespace gouji
