// SPDX-License-Identifier: GPL-3.0-or-later
// The half of MainWindow that lists its actions, pages, panels and bars.
#include "mainwindow.h"

#include "charts/chartspage.h"
#include "common/actionlist.h"
#include "common/icons.h"
#include "common/messagebar.h"
#include "common/theme.h"
#include "compare/comparepage.h"
#include "library/queue.h"
#include "library/queuepage.h"
#include "library/reportlist.h"
#include "library/startpage.h"
#include "palettesources.h"
#include "printout.h"
#include "review/form/formview.h"
#include "review/panels/cellpanel.h"
#include "review/panels/choicesview.h"
#include "review/panels/findingspanel.h"
#include "review/reviewpage.h"
#include "review/verbactions.h"
#include "settings/aboutpage.h"
#include "settings/preferences.h"
#include "settings/settingspage.h"
#include "window/commandpalette.h"
#include "window/pagestack.h"
#include "window/sidepanels.h"
#include "window/windowmenus.h"

#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QProgressBar>
#include <QStatusBar>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>

namespace gouji {

using namespace Qt::StringLiterals;

void MainWindow::addActions()
{
    using G = ActionGroup;
    const auto add = [this](const ActionSpec &spec, auto f) {
        QAction *action = m_actions->add(spec);
        connect(action, &QAction::triggered, this, f);
        return action;
    };
    add({"open", G::FileOpen, tr("打开报告…"), tr("打开一份或几份报告"), {QKeySequence::Open}, "open"}, &MainWindow::chooseFiles)
        ->setIconText(tr("打开"));
    add({"closeReport", G::FileClose, tr("关闭报告"), tr("收起这份报告；它留在数据文件里"), {QKeySequence::Close}, nullptr, true},
        [this] { m_desk.close(); });
    add({"print", G::FilePrint, tr("打印核查意见表…"), tr("打印这份报告的核查意见表"), {QKeySequence::Print}, "print", true}, [this] {
        if (const Status done = printout::print(*m_desk.session(), m_desk.states(), this); !done)
            m_message->show(MessageBar::Kind::Error, done.error().message);
    })->setIconText(tr("打印"));
    add({"printPreview", G::FilePrint, tr("打印预览"), tr("看核查意见表印出来的样子"), {QKeySequence(u"Ctrl+Shift+R"_s)}, "preview", true},
        [this] { printout::preview(*m_desk.session(), m_desk.states(), this); });
    add({"exportPdf", G::FilePrint, tr("导出 PDF…"), tr("把核查意见表存成 PDF 文件"), {QKeySequence(u"Ctrl+E"_s)}, "pdf", true},
        &MainWindow::exportPdf);
    add({"quit", G::FileQuit, tr("退出"), tr("关闭程序；一切已经保存"), {QKeySequence::Quit}}, &QWidget::close);
    add({"commandPalette", G::ViewMove, tr("命令面板…"), tr("键入几个字、拼音或首字母，找到任何命令；@ 找行，# 找报告"),
            {QKeySequence(u"Ctrl+Shift+P"_s)}, "search"},
        [this] { showPalette({}); });
    add({"goToRow", G::ViewMove, tr("转到行…"), tr("键入行名的几个字、拼音或首字母，到表格的那一行"), {QKeySequence(u"Ctrl+G"_s)}, nullptr,
            true},
        [this] { showPalette(u"@"_s); });
    m_showList = add({"showList", G::ViewPanels, tr("报告列表"), tr("显示或收起左边的报告列表"), {Qt::Key_F9}, "list", false, true},
        [this](bool on) { m_preferences.setSession(u"showList"_s, on); });
    connect(m_showList, &QAction::toggled, this, &MainWindow::arrangeList);
    add({"nextPane", G::ViewMove, tr("换到下一个窗格"), tr("在表格、问题、说明、建议、原文之间切换"), {Qt::Key_F6}, nullptr, true},
        &MainWindow::goToNextPane);
    add({"showManual", G::Help, tr("使用手册"), tr("翻到讲正在做的事的那一节"), {Qt::Key_F1}, "manual"}, &MainWindow::showManual);
    m_actions->include(*m_review->actions());
}

/// Each is made when it is first gone to.
void MainWindow::addPages()
{
    using G = ActionGroup;
    m_pages->add({"showQueue", G::ViewPages, tr("报告队列"), tr("全部报告：排序、筛选、搜索；再按一次回到报告"), {Qt::Key_F7}, "list"},
        [this] { return makeQueue(); });
    m_pages->add({"showSettings", G::FileSettings, tr("设置"), tr("审核人、语言、配色、文字大小、数据文件、规则文件、单位名单"),
                     {QKeySequence(u"Ctrl+,"_s)}, "settings"},
        [this] { return makeSettings(); });
    m_pages->add({"showRules", G::CheckRules, tr("规则…"), tr("全部规则和它们的来源；选一条在这份报告上试算，看它用了哪些单元格"),
                     {QKeySequence(u"Ctrl+Shift+U"_s)}, "list"},
        [this] { return makeRules(); });
    m_pages->add({"showAbout", G::Help, tr("关于勾稽"), tr("版本和许可")}, [] { return new AboutPage; });
    addComparison();
}

/// Other reports beside the open one.
void MainWindow::addComparison()
{
    using G = ActionGroup;
    const auto choose = [this](ComparePage::Beside beside) {
        m_pages->show("compareLastYear"_L1);
        static_cast<ComparePage *>(m_pages->page("compareLastYear"_L1))->choose(beside);
    };
    const QAction *last
        = m_pages->add({"compareLastYear", G::ViewPages, tr("与上年比较"), tr("把上年的报告摆在一起：数值、结转衔接、文字的不同"),
                           {QKeySequence(u"Ctrl+Shift+D"_s)}, "compare", true},
            [this] { return makeComparison(); });
    connect(last, &QAction::triggered, this, [choose] { choose(ComparePage::Beside::LastYear); });
    connect(m_review, &ReviewPage::textsRequested, this, [this](const ReusedText &text) {
        m_pages->show("compareLastYear"_L1);
        static_cast<ComparePage *>(m_pages->page("compareLastYear"_L1))->goTo(text);
    });
    const QAction *reading = m_actions->add({"compareReading", G::ViewPages, tr("与识别结果比较"), tr("列出与程序读到的不同的单元格"),
        {QKeySequence(u"Ctrl+D"_s)}, nullptr, true});
    connect(reading, &QAction::triggered, this, [choose] { choose(ComparePage::Beside::Reading); });
    m_pages->add({"showCharts", G::ViewPages, tr("图表"), tr("画出这个机关历年的、或各机关同年的数字"), {QKeySequence(u"Ctrl+Shift+G"_s)},
                     "chart", true},
        [this] { return makeCharts(); });
}

/// Each is made when it is first seen: m_panels->add({…}, Qt::RightDockWidgetArea, [this] { return new …; });
void MainWindow::addPanels()
{
    m_panels->add({"showHistory", ActionGroup::ViewPanels, tr("修改记录"), tr("对这份报告做过的每一步；可以撤销中间的一步"),
                      {QKeySequence(u"Ctrl+H"_s)}, "history"},
        Qt::RightDockWidgetArea, [this] { return makeHistory(); });
    addSimilarRepairs();
    m_panels->add({"showNumbers", ActionGroup::ViewPanels, tr("正文的数"), tr("正文中读到的每一个数，与哪一格对应，为什么"),
                      {QKeySequence(u"Ctrl+Shift+N"_s)}, "search"},
        Qt::BottomDockWidgetArea, [this] { return makeNumbers(); });
}

/// The keys of the report hold in its list and in the panels, too: the hand need not go back first.
void MainWindow::shareKeys()
{
    QList<QAction *> keys;
    for (QAction *action : m_review->actions()->all()) {
        if (action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
            keys << action;
    }
    m_list->addActions(keys);
    m_panels->addKeys(keys);
    for (QAction *walk : {m_review->actions()->nextProblem, m_review->actions()->previousProblem}) {
        walk->setShortcutContext(Qt::WindowShortcut); // from any page, before a report is open, too
        connect(walk, &QAction::triggered, m_pages, &PageStack::back);
    }
}

Page *MainWindow::makeQueue()
{
    auto *page = new QueuePage(m_queue->model(), m_desk.knowledge().rules);
    page->setSession(m_preferences.session(u"queue"_s).toMap());
    page->setCurrent(m_desk.reportId());
    connect(page, &QueuePage::sessionChanged, this, [this, page] { m_preferences.setSession(u"queue"_s, page->session()); });
    connect(page, &QueuePage::openRequested, this, &MainWindow::openReport);
    connect(page, &QueuePage::filesRequested, this, &MainWindow::chooseFiles);
    connect(page, &QueuePage::folderRequested, this, &MainWindow::chooseFolder);
    takePastes(page);
    connect(&m_desk, &Desk::opened, page, [this, page] { page->setCurrent(m_desk.reportId()); });
    return page;
}

Page *MainWindow::makeSettings()
{
    const auto regions = [this] {
        const qsizetype count = m_desk.regionCount();
        return count > 0 ? tr("%1 个单位").arg(count) : tr("还没有");
    };
    auto *page = new SettingsPage(m_preferences, m_dialogs, {[this] { return storeText(); }, [this] { return rulesText(); }, regions});
    connect(page, &SettingsPage::regionsChosen, this, [this, page](const QString &file) {
        if (const Status kept = m_desk.useRegions(file); !kept)
            m_message->show(MessageBar::Kind::Error, u"%1：%2"_s.arg(QFileInfo(file).fileName(), kept.error().message));
        else
            m_message->clear();
        page->aboutToShow();
    });
    connect(page, &SettingsPage::rulesChosen, this, [this, page](const QString &file) {
        useRules(file);
        page->aboutToShow();
    });
    connect(page, &SettingsPage::storeChosen, this,
        [this](const QString &file) { m_desk.tryStore(file.isEmpty() ? Store::defaultFile() : file); });
    connect(&m_desk, &Desk::storeAwaited, page, &SettingsPage::aboutToShow);
    connect(&m_desk, &Desk::storeTried, page, &SettingsPage::aboutToShow);
    return page;
}

void MainWindow::fillMenus()
{
    auto *menus = new WindowMenus(menuBar(), m_actions);
    for (const QAction *top : menuBar()->actions())
        m_review->verbs()->watch(top->menu());
    m_recent = menus->addSubmenu(ActionGroup::FileOpen, tr("最近打开"));
    QMenu *samples = menus->addSubmenu(ActionGroup::FileOpen, tr("示例"));
    for (const QString &path : StartPage::samples())
        samples->addAction(QFileInfo(path).fileName(), this, [this, path] { openFiles({path}); });

    QToolBar *bar = addToolBar(tr("工具栏"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setIconSize(QSize(5 * theme::Grid, 5 * theme::Grid));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    WindowMenus::fill(bar, m_actions);
}

void MainWindow::showPalette(const QString &typed)
{
    if (!m_palette) {
        m_palette = new CommandPalette(m_actions, this);
        m_palette->setRecent(m_preferences.session(u"recentCommands"_s).toStringList());
        m_palette->addSource(u'@', tr("行"), [this](const QString &) { return palettesources::rows(m_desk.session(), m_review); });
        m_palette->addSource(
            u'#', tr("报告"), [this](const QString &words) { return palettesources::reports(*m_queue->model(), m_desk, words); });
        connect(m_palette, &CommandPalette::putAside, m_review->verbs(), &VerbActions::clearPreview);
        connect(m_palette, &CommandPalette::recentChanged, this,
            [this] { m_preferences.setSession(u"recentCommands"_s, m_palette->recent()); });
    }
    m_palette->open(typed);
}

void MainWindow::goToNextPane()
{
    QList<QWidget *> panes{m_review->formView(), m_review->findingsPanel()->view(), m_review->cellPanel()->textView()};
    if (m_review->cellPanel()->choicesView()->isVisible())
        panes << m_review->cellPanel()->choicesView();
    panes << m_review->sourcePane();
    qsizetype at = 0;
    while (at < panes.size() && !panes[at]->hasFocus())
        ++at;
    panes[(at + 1) % panes.size()]->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::makeStatusBar()
{
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("进度"));
    m_progress->setMaximumWidth(40 * theme::Grid);
    m_progress->setTextVisible(false);
    m_stop->setObjectName(u"stopReading"_s);
    m_stop->setIcon(icon(u"stop"_s));
    m_stop->setToolTip(tr("停止读取其余文件"));
    m_stop->setAccessibleName(tr("停止读取其余文件"));
    m_stop->setAutoRaise(true);
    auto *sum = new QLabel(this);
    sum->setObjectName(u"selectionSum"_s);
    sum->setContentsMargins(0, 0, 2 * theme::Grid, 0);
    connect(m_review, &ReviewPage::selectionSummed, sum, &QLabel::setText);
    statusBar()->addPermanentWidget(sum);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->addPermanentWidget(m_stop);
    statusBar()->setSizeGripEnabled(false);
    m_progress->hide();
    m_stop->hide();
}

void MainWindow::fillRecent()
{
    m_recent->clear();
    const QStringList files = m_preferences.recentFiles();
    for (const QString &file : files)
        m_recent->addAction(QFileInfo(file).fileName(), this, [this, file] { openFiles({file}); })->setToolTip(file);
    m_recent->setEnabled(!files.isEmpty());
}

} // namespace gouji
