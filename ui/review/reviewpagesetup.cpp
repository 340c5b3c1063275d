// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ReviewPage that lays out its views and connects them with one another and with the actions.
#include "review/reviewpage.h"

#include "checks/beside/textreuse.h"
#include "common/theme.h"
#include "review/form/formview.h"
#include "review/form/legend.h"
#include "review/pages/pageview.h"
#include "review/panels/cellpanel.h"
#include "review/panels/choicesview.h"
#include "review/panels/findingspanel.h"
#include "review/panels/reportheader.h"
#include "review/source/searchbar.h"
#include "review/source/sourceview.h"
#include "review/verbactions.h"
#include "review/verbs.h"

#include <QDataStream>
#include <QSplitter>
#include <QTabBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

void ReviewPage::buildViews()
{
    m_header = new ReportHeader(this);
    m_sides = new QTabBar(this);
    m_sides->setObjectName(u"sourceSides"_s);
    m_sides->setDrawBase(false);
    m_sides->setExpanding(false);
    m_sides->addTab(tr("原页"));
    m_sides->addTab(tr("文字"));
    m_sides->hide();
    m_pages = new PageView(this);
    m_pages->hide();
    m_source = new SourceView(this);
    m_search = new SearchBar(this);
    m_form = new FormView(this);
    m_tabs = new QTabBar(this);
    m_legend = new Legend(this);
    m_findings = new FindingsPanel(this);
    m_cellPanel = new CellPanel(this);
    m_tabs->setObjectName(u"sectionTabs"_s);
    m_tabs->setAccessibleName(tr("跳到表格"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_legend->hide();

    const auto stack = [this](const QList<QWidget *> &widgets) {
        auto *box = new QWidget(this);
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        for (QWidget *w : widgets)
            column->addWidget(w);
        return box;
    };
    const auto splitter = [this](Qt::Orientation o, const QString &name, QWidget *a, QWidget *b) {
        auto *s = new QSplitter(o, this);
        s->setObjectName(name);
        s->setHandleWidth(theme::Grid);
        s->setChildrenCollapsible(false);
        s->addWidget(a);
        s->addWidget(b);
        return s;
    };
    m_upper
        = splitter(Qt::Horizontal, u"upperSplitter"_s, stack({m_sides, m_pages, m_source, m_search}), stack({m_tabs, m_form, m_legend}));
    m_upper->setStretchFactor(0, 2);
    m_upper->setStretchFactor(1, 3);
    m_upper->setSizes({440, 660});
    m_lower = splitter(Qt::Horizontal, u"lowerSplitter"_s, m_findings, m_cellPanel);
    m_lower->setStretchFactor(0, 2);
    m_lower->setStretchFactor(1, 4);
    m_lower->setSizes({440, 840});
    m_outer = splitter(Qt::Vertical, u"outerSplitter"_s, m_upper, m_lower);
    m_outer->setStretchFactor(0, 1);
    m_outer->setStretchFactor(1, 0);
    m_outer->setSizes({480, 220});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_outer, 1);
}

void ReviewPage::connectViews()
{
    connect(m_form, &FormView::currentCellChanged, this, [this](CellId cell) {
        m_finding = -1;
        m_findings->setCurrent(-1);
        showCell(cell);
    });
    connect(m_form, &FormView::tableInSightChanged, this, [this](int table) {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(table);
    });
    connect(m_tabs, &QTabBar::tabBarClicked, m_form, &FormView::jumpToTable);
    connect(m_tabs, &QTabBar::currentChanged, m_form, &FormView::jumpToTable);
    connect(m_form, &FormView::insertRequested, this,
        [this](CellId cell, const QString &typed) { perform(verbs::insertValue(m_session->report(), cell, typed)); });
    connect(m_form, &FormView::moveRequested, this,
        [this](const QList<CellId> &run, CellId to) { perform(verbs::moveRun(m_session->report(), run, to)); });
    connect(m_form, &FormView::takeRequested, this, &ReviewPage::takeFromSource);
    connect(m_form, &FormView::nothingSuggested, this,
        [this] { Q_EMIT note(tr("这一格没有建议：键入数字就改，按 C 确认读数，F8 到下一处。")); });
    connect(m_form, &FormView::selectionChanged, this, &ReviewPage::sumSelection);
    connect(m_source, &SourceView::cellClicked, this, &ReviewPage::selectCell);
    connect(m_source, &SourceView::looseNumberClicked, this,
        [this](const TextRange &) { Q_EMIT note(tr("没有单元格用到这个数字；选定它再按 Ctrl+T，或拖到单元格上，就用于那里。")); });
    connect(m_pages, &PageView::cellClicked, this, &ReviewPage::selectCell);
    connect(m_sides, &QTabBar::currentChanged, this, &ReviewPage::showSource);
    connect(m_source, &SourceView::takeRequested, m_actions->take, &QAction::trigger);
    connect(m_search, &SearchBar::matchesChanged, m_source, &SourceView::setMatches);
    connect(m_search, &SearchBar::closed, m_source, qOverload<>(&QWidget::setFocus));
    connect(m_findings, &FindingsPanel::chosen, this, &ReviewPage::selectFinding);
    connect(m_findings, &FindingsPanel::textsRequested, this, [this](int row) {
        // One finding for each, in the same order.
        const QList<Finding> &all = m_session->findings();
        const auto before = std::count_if(all.begin(), all.begin() + row, [&](const Finding &f) { return f.rule == all[row].rule; });
        const auto told = toldTogether(m_session->companions().reused.value_or(QList<ReusedText>()));
        if (before < told.size())
            Q_EMIT textsRequested(told[before].first());
    });
    connect(m_findings, &FindingsPanel::judged, this, [this](int row, Judgement judgement, const QString &reason) {
        if (m_session)
            (void)m_session->judge(row, judgement, reason); // a refusal is announced by the session
    });
    connect(m_cellPanel, &CellPanel::suggestionTaken, this, [this](int index) {
        takeSuggestion(index);
        m_form->setFocus(Qt::OtherFocusReason); // back to the tables, where the hand goes on
    });
    connect(m_cellPanel, &CellPanel::suggestionPointedAt, this, &ReviewPage::previewSuggestion);
    connect(m_cellPanel, &CellPanel::cellRequested, this, &ReviewPage::selectCell);
    connect(m_cellPanel, &CellPanel::sourceRequested, this, [this](const TextRange &range) { light({range}); });
    connect(m_cellPanel, &CellPanel::left, this, [this] { m_form->setFocus(Qt::OtherFocusReason); });
    connect(m_findings, &FindingsPanel::left, this, [this] { m_form->setFocus(Qt::OtherFocusReason); });
    m_form->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_form, &QWidget::customContextMenuRequested, this, &ReviewPage::showCellMenu);
    connect(m_cellPanel, &CellPanel::confirmRequested, m_actions->confirmCell, &QAction::trigger);
}

void ReviewPage::connectActions()
{
    const auto on = [this](QAction *action, auto f) { connect(action, &QAction::triggered, this, f); };
    // What is taken back or done again is shown, wherever the hand has gone meanwhile. A refusal is announced by the session.
    const auto shown = [this](auto act) {
        return [this, act] {
            QList<CellId> touched;
            const auto listening
                = connect(m_session, &ReviewSession::changed, this, [&touched](const QList<CellId> &cells) { touched = cells; });
            (void)act(m_session);
            disconnect(listening);
            if (!touched.isEmpty() && !touched.contains(currentCell()))
                m_form->setCurrentCell(touched.first());
        };
    };
    on(m_actions->undo, shown([](ReviewSession *session) { return session->undo(); }));
    on(m_actions->redo, shown([](ReviewSession *session) { return session->redo(); }));
    on(m_actions->edit, [this] { m_form->edit(); });
    on(m_actions->insertValue, [this] { m_form->editInserted(); });
    on(m_actions->cut, [this] { m_form->cut(); });
    on(m_actions->copy, [this] { m_form->copy(); });
    on(m_actions->take, [this] { takeFromSource(m_source->selectedRange(), currentCell()); });
    on(m_actions->suggest, [this] {
        if (const int next = cellPanel()->choicesView()->next(); next >= 0)
            takeSuggestion(next);
        else
            Q_EMIT note(tr("这里要由人选：Alt+↓ 逐个预览，或用 Alt+数字采用其中一个。"));
    });
    on(m_actions->pointNext, [this] { cellPanel()->choicesView()->pointNext(true); });
    on(m_actions->pointPrevious, [this] { cellPanel()->choicesView()->pointNext(false); });
    for (int i = 0; i < int(m_actions->choices.size()); ++i)
        on(m_actions->choices[i], [this, i] { takeSuggestion(i); });
    on(m_actions->copyExplanation, [this] {
        cellPanel()->copyText();
        Q_EMIT note(m_cellPanel->plainText().isEmpty() ? tr("先选一个单元格。") : tr("说明已复制。"));
    });
    const auto chosen = [this](auto judge) {
        return [this, judge] {
            if (chosenFinding())
                judge();
            else
                Q_EMIT note(tr("先用 F8 走到一个问题，或在问题列表里选一个。"));
        };
    };
    on(m_actions->judgeConfirmed, chosen([this] { m_findings->judge(Judgement::Confirmed); }));
    on(m_actions->judgeReturned, chosen([this] { m_findings->judge(Judgement::Returned); }));
    on(m_actions->judgeDismissed, chosen([this] { m_findings->askReason(); }));
    on(m_actions->markDone, [this] {
        m_form->finishEditing();
        Q_EMIT doneRequested();
    });
    connect(m_verbs, &VerbActions::drafted, this, &ReviewPage::repair);
    connect(m_verbs, &VerbActions::note, this, &ReviewPage::note);
    on(m_actions->nextProblem, [this] { goToProblem(true); });
    on(m_actions->previousProblem, [this] { goToProblem(false); });
    on(m_actions->find, [this] {
        m_sides->setCurrentIndex(TextSide);
        m_search->open(m_source->textCursor().selectedText());
    });
    on(m_actions->findNext, [this] { m_search->next(); });
    on(m_actions->findPrevious, [this] { m_search->previous(); });
    connect(m_actions->traceLines, &QAction::toggled, m_form, &FormView::setTraceLinesShown);
    connect(m_actions->legend, &QAction::toggled, m_legend, &QWidget::setVisible);
}

QByteArray ReviewPage::saveSplitters() const
{
    QByteArray out;
    QDataStream stream(&out, QIODevice::WriteOnly);
    stream << m_upper->saveState() << m_lower->saveState() << m_outer->saveState();
    return out;
}

void ReviewPage::restoreSplitters(const QByteArray &state)
{
    QByteArray upper, lower, outer;
    QDataStream stream(state);
    stream >> upper >> lower >> outer;
    if (stream.status() != QDataStream::Ok)
        return;
    m_upper->restoreState(upper);
    m_lower->restoreState(lower);
    m_outer->restoreState(outer);
}

} // namespace gouji
