// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewpage.h"

#include "common/theme.h"
#include "review/cellpanel.h"
#include "review/choicesview.h"
#include "review/findingspanel.h"
#include "review/formview.h"
#include "review/legend.h"
#include "review/pageview.h"
#include "review/reportheader.h"
#include "review/scrolllock.h"
#include "review/searchbar.h"
#include "review/sourceview.h"
#include "review/trace.h"
#include "review/verbactions.h"
#include "review/verbs.h"

#include <QDataStream>
#include <QMenu>
#include <QSplitter>
#include <QTabBar>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

enum SourceSide { PageSide, TextSide }; // of the switch above the source

} // namespace

ReviewPage::ReviewPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"reviewPage"_s);
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
    setSession(nullptr);
}

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
    m_form->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_form, &QWidget::customContextMenuRequested, this, &ReviewPage::showCellMenu);
    connect(m_cellPanel, &CellPanel::confirmRequested, m_actions->confirmCell, &QAction::trigger);
}

void ReviewPage::connectActions()
{
    const auto on = [this](QAction *action, auto f) { connect(action, &QAction::triggered, this, f); };
    on(m_actions->undo, [this] { (void)m_session->undo(); }); // a refusal is announced by the session
    on(m_actions->redo, [this] { (void)m_session->redo(); });
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
    m_actions->setEnabled(session);
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

CellId ReviewPage::currentCell() const { return m_form->currentCell(); }

void ReviewPage::perform(const Result<Act> &draft)
{
    if (m_session)
        (void)m_session->perform(draft); // a refusal is announced by the session
}

void ReviewPage::repair(const Result<Act> &draft, const std::optional<Repair> &repair)
{
    if (!m_session)
        return;
    DoneRepair done;
    if (draft && repair) {
        const QString row = m_session->report().catalogue().info(repair->cell).rowLabel;
        done = {*repair, tr("“%1”行：%2").arg(row, repairText(*repair, m_session->report())), m_session->preview(*draft).holding};
    }
    if (!m_session->perform(draft) || done.holding.isEmpty())
        return; // a refusal is announced by the session
    m_repair = done;
    Q_EMIT repaired();
}

void ReviewPage::refresh()
{
    m_source->setReport(m_session->report());
    m_pages->setReport(m_session->report());
    m_findings->setFindings(m_session->findings(), m_session->verdicts());
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

void ReviewPage::selectFinding(int index)
{
    if (!m_session || index < 0 || index >= m_session->findings().size())
        return;
    const Finding finding = m_session->findings()[index];
    const CellId cell = mainCell(finding);
    if (cell.isValid())
        m_form->setCurrentCell(cell);
    m_finding = index;
    m_chosen = finding;
    m_lastProblem = Problem{index, cell, orderOf(cell)};
    m_findings->setCurrent(index);
    // The prose first, where the finding is about prose; else the cell, since a row may lie far apart in the text.
    QList<TextRange> ranges = finding.sources;
    if (cell.isValid()) {
        const TextRange own = m_session->report().cell(cell).source;
        const bool first = own.isValid() && !proseOf(finding, m_session->report()).isValid();
        ranges.insert(first ? 0 : ranges.size(), own);
    }
    light(ranges);
    showSubject();
}

const Finding *ReviewPage::chosenFinding() const
{
    return m_session && m_finding >= 0 && m_finding < m_session->findings().size() ? &m_session->findings()[m_finding] : nullptr;
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

void ReviewPage::previewSuggestion(int index)
{
    QHash<CellId, QString> values;
    const QList<Suggestion> &offers = cellPanel()->suggestions();
    if (index >= 0 && index < offers.size()) {
        for (const CellChange &c : offers[index].effect.cells)
            values.insert(c.cell, shortValue(c.after));
        Q_EMIT note(tr("预览 %1：%2。%3")
                        .arg(index + 1)
                        .arg(effectText(offers[index].effect), changesText(m_session->report().catalogue(), offers[index].effect, 4)));
    }
    m_form->setPreview(values);
}

void ReviewPage::showCellMenu(const QPoint &position)
{
    settle();
    const CellId cell = m_form->cellAt(position);
    if (!m_session || !currentCell().isValid())
        return;
    QMenu menu(this);
    menu.setToolTipsVisible(true);
    m_verbs->watch(&menu);
    for (QAction *a : std::as_const(m_actions->choices)) {
        if (a->isVisible())
            menu.addAction(a);
    }
    menu.addSeparator();
    menu.addActions({m_actions->edit, m_actions->clear, m_actions->confirmCell, m_actions->confirmRow});
    menu.addSeparator();
    menu.addActions({m_actions->shiftLeft, m_actions->shiftRight, m_actions->insertValue, m_actions->deleteValue, m_actions->splitValue,
        m_actions->joinValues, m_actions->rejoinRow});
    menu.addSeparator();
    menu.addActions({m_actions->swapRows, m_actions->relabelRow, m_actions->dropRow, m_actions->pullRows, m_actions->pushRows});
    menu.addSeparator();
    menu.addActions({m_actions->cut, m_actions->copy, m_actions->paste, m_actions->copyExplanation});
    // From the keyboard it opens at the cell, not in the middle of the page.
    const QPoint at = cell.isValid() ? position : m_form->cellRect(currentCell()).bottomLeft();
    menu.exec(m_form->viewport()->mapToGlobal(at));
}

int ReviewPage::orderOf(CellId cell) const { return cell.isValid() ? int(m_form->cells().indexOf(cell)) : -1; }

QList<Problem> ReviewPage::problems() const { return problemsOf(m_session->report(), m_session->findings(), m_session->verdicts()); }

void ReviewPage::goToProblem(bool forward)
{
    m_form->finishEditing();
    const QList<Problem> all = problems();
    const int at = nextProblem(all, m_lastProblem, orderOf(currentCell()), forward);
    if (at < 0)
        Q_EMIT problemsEnded(forward);
    else
        showProblem(all, at);
}

bool ReviewPage::goToEndProblem(bool first)
{
    const QList<Problem> all = m_session ? problems() : QList<Problem>();
    if (all.isEmpty())
        return false;
    showProblem(all, first ? 0 : int(all.size()) - 1);
    return true;
}

void ReviewPage::showProblem(const QList<Problem> &all, int at)
{
    const Problem p = all[at];
    if (p.finding >= 0)
        selectFinding(p.finding);
    else
        selectCell(p.cell);
    m_lastProblem = p;
    if (!m_findings->view()->hasFocus())
        m_form->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT note(tr("第 %1 处，共 %2 处需要人看").arg(at + 1).arg(all.size()));
}

void ReviewPage::takeFromSource(const TextRange &range, CellId cell)
{
    if (!m_session)
        return;
    if (!cell.isValid() || !range.isValid()) {
        Q_EMIT note(tr("先在原文中选定一个数字，再选一个单元格。"));
        return;
    }
    perform(verbs::takeFromSource(m_session->report(), m_session->document(), range, cell));
}

void ReviewPage::takeSuggestion(int index)
{
    const QList<Suggestion> suggestions = cellPanel()->suggestions(); // the act rebuilds the panel
    if (index < suggestions.size())
        repair(suggestions[index].draft, suggestions[index].repair);
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

void ReviewPage::sumSelection()
{
    const QList<CellId> run = m_form->selectedRun();
    QString words;
    if (m_session && run.size() > 1) {
        Decimal sum;
        for (const CellId id : run)
            sum += m_session->report().cell(id).value.value_or(Decimal());
        words = tr("选中 %1 格，合计 %2").arg(run.size()).arg(sum.toString());
    }
    Q_EMIT selectionSummed(words);
}

void ReviewPage::refreshColours()
{
    showSubject(); // its colours are written into its text
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
