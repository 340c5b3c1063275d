// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewpage.h"

#include "review/form/formview.h"
#include "review/form/trace.h"
#include "review/pages/pageview.h"
#include "review/panels/cellpanel.h"
#include "review/panels/findingspanel.h"
#include "review/panels/reportheader.h"
#include "review/scrolllock.h"
#include "review/source/searchbar.h"
#include "review/source/sourceview.h"
#include "review/verbactions.h"

#include <QHideEvent>
#include <QTabBar>
#include <QTimer>
#include <QTreeView>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

ReviewPage::ReviewPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"reviewPage"_s);
    setProperty("manualTopic", tr("看表"));
    m_later = new QTimer(this);
    m_later->setSingleShot(true);
    m_later->setInterval(0);
    connect(m_later, &QTimer::timeout, this, &ReviewPage::showSubject);
    buildViews();
    m_actions = new ReviewActions(this, {m_form, m_findings->view()});
    m_verbs = new VerbActions(m_actions, m_form, this);
    connectViews();
    connectActions();
    buildScrollLocks();
    setFocusProxy(m_form);
    setSession(nullptr);
}

void ReviewPage::setOriginal(const QByteArray &bytes)
{
    m_pages->setPages(m_session ? shownPages(m_session->document(), bytes) : ShownPages());
    const bool any = m_pages->hasPages();
    if (any)
        m_pages->setReport(m_session->report());
    m_sides->setVisible(any);
    m_sides->setCurrentIndex(any ? PageSide : TextSide);
    showSource(m_sides->currentIndex());
    light(QList<TextRange>(m_source->highlights())); // of its own: the view clears its list first
}

void ReviewPage::showSource(int side)
{
    m_pages->setVisible(side == PageSide && m_sides->isVisibleTo(this));
    m_source->setVisible(!m_pages->isVisibleTo(this));
    updateScrollLocks();
}

QWidget *ReviewPage::sourcePane() const { return m_pages->isVisibleTo(this) ? static_cast<QWidget *>(m_pages) : m_source; }

void ReviewPage::showPassage(const QList<TextRange> &ranges, CellId cell)
{
    if (cell.isValid())
        selectCell(cell);
    light(ranges);
}

void ReviewPage::light(const QList<TextRange> &ranges)
{
    const ScrollLock::Pause text(m_textLock);
    const ScrollLock::Pause pages(m_pageLock);
    m_source->setHighlights(ranges);
    m_pages->setHighlights(ranges);
}

void ReviewPage::setStates(const QList<QPair<QString, QString>> &states) { m_header->setStates(states); }

void ReviewPage::setSession(ReviewSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_finding = -1;
    m_lastProblem = {};
    m_repair.reset();
    m_form->setSession(session);
    m_verbs->setSession(session);
    m_header->setSession(session);
    m_actions->setEnabled(session && !isHidden());
    m_pages->setPages({}); // those of the last report
    m_sides->hide();
    showSource(TextSide);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    if (!session) {
        m_source->setDocumentText({});
        m_search->setText({});
        m_findings->setFindings({});
        m_later->stop();
        m_cellPanel->showSubject(nullptr, {}, nullptr);
        return;
    }
    for (int i = 0; i < m_form->tableCount(); ++i)
        m_tabs->addTab(m_form->tableModel(i)->title());
    m_tabs->updateGeometry(); // a hidden tab bar does not say that it has grown
    m_anchors.clear();
    m_source->setDocumentText(session->document());
    m_search->setText(session->document().text);
    connect(session, &ReviewSession::findingsChanged, this, &ReviewPage::refresh);
    connect(session, &ReviewSession::historyChanged, this, &ReviewPage::refreshHistory);
    connect(session, &ReviewSession::refused, this, [this](const Error &error) {
        if (m_form->isAncestorOf(focusWidget()) || m_form->hasFocus() || currentCell().isValid())
            m_form->showRefusal(error.message);
        else
            Q_EMIT refused(error.message);
    });
    refresh();
    refreshHistory();
    sumSelection();
}

void ReviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (event->spontaneous() || !m_session)
        return;
    m_actions->setEnabled(true);
    refreshHistory();
    m_later->start();
}

void ReviewPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        m_actions->setEnabled(false);
}

CellId ReviewPage::currentCell() const { return m_form->currentCell(); }

void ReviewPage::refresh()
{
    m_source->setReport(m_session->report());
    m_pages->setReport(m_session->report());
    m_findings->setFindings(m_session->findings(), m_session->verdicts(), findingsByPlace(m_session->report(), m_session->findings()));
    findAnchors();
    markSource();
    // An act makes the list anew: the chosen finding may stand elsewhere in it, or be gone, and another is not chosen for it.
    const auto same
        = [this](const Finding &f) { return f.rule == m_chosen.rule && f.cells == m_chosen.cells && f.sources == m_chosen.sources; };
    const QList<Finding> &all = m_session->findings();
    if (m_finding >= 0)
        m_finding = int(std::find_if(all.begin(), all.end(), same) - all.begin());
    if (m_finding >= all.size())
        m_finding = -1;
    m_findings->setCurrent(m_finding);
    trace();
    m_form->setPreview({}); // of what is done now, or cannot be any more
    m_later->start();
}

void ReviewPage::refreshHistory()
{
    m_actions->undo->setEnabled(m_session->canUndo());
    m_actions->redo->setEnabled(m_session->canRedo());
    m_actions->undo->setText(m_session->canUndo() ? tr("撤销：%1").arg(m_session->undoText()) : tr("撤销"));
    m_actions->redo->setText(m_session->canRedo() ? tr("重做：%1").arg(m_session->redoText()) : tr("重做"));
    m_actions->undo->setIconText(tr("撤销"));
    m_actions->redo->setIconText(tr("重做"));
}

void ReviewPage::selectCell(CellId cell)
{
    // What was clicked on must not run away from under the hand.
    const ScrollLock::Pause text(m_textLock);
    const ScrollLock::Pause pages(m_pageLock);
    if (cell == currentCell())
        showCell(cell);
    else
        m_form->setCurrentCell(cell);
}

void ReviewPage::showCell(CellId cell)
{
    if (!m_session)
        return;
    light(cell.isValid() ? QList<TextRange>{m_session->report().cell(cell).source} : QList<TextRange>());
    trace();
    showSubject();
}

void ReviewPage::trace()
{
    const CellId cell = currentCell();
    if (cell.isValid())
        m_form->setTrace(traceOf(m_session->report(), cell), traceLinesOf(m_session->report(), cell));
    else
        m_form->setTrace({}, {});
}

void ReviewPage::settle()
{
    if (m_later->isActive())
        showSubject();
}

void ReviewPage::showSubject()
{
    m_later->stop();
    m_cellPanel->showSubject(m_session, currentCell(), chosenFinding());
    QStringList labels;
    for (const Suggestion &s : m_cellPanel->suggestions())
        labels << s.label;
    m_actions->setChoices(labels);
}

void ReviewPage::markSource()
{
    QList<TextRange> errors;
    QList<TextRange> warnings;
    for (const Finding &f : m_session->findings()) {
        if (f.severity == Severity::Hint)
            continue;
        QList<TextRange> &into = f.severity == Severity::Error ? errors : warnings;
        into += f.sources;
        if (const CellId cell = mainCell(f); cell.isValid())
            into << m_session->report().cell(cell).source;
    }
    m_source->setProblems(errors, warnings);
}

/// Cells without a number are not passed off as zeros: the sum says how many there are.
void ReviewPage::sumSelection()
{
    const QList<CellId> chosen = m_form->selection();
    QString words;
    if (m_session && chosen.size() > 1) {
        Decimal sum;
        int without = 0;
        for (const CellId id : chosen) {
            const auto value = m_session->report().cell(id).value;
            sum += value.value_or(Decimal());
            without += value ? 0 : 1;
        }
        words = without > 0 ? tr("选中 %1 格（%2 格没有数），合计 %3").arg(chosen.size()).arg(without).arg(sum.toString())
                            : tr("选中 %1 格，合计 %2").arg(chosen.size()).arg(sum.toString());
    }
    Q_EMIT selectionSummed(words);
}

void ReviewPage::refreshColours()
{
    showSubject(); // its colours are written into its text
}

} // namespace gouji
