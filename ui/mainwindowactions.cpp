// SPDX-License-Identifier: GPL-3.0-or-later
// The half of MainWindow that lists its actions, menus and bars.
#include "mainwindow.h"

#include "common/icons.h"
#include "library/reportlist.h"
#include "library/startpage.h"
#include "printout.h"
#include "review/cellpanel.h"
#include "review/choicesview.h"
#include "review/findingspanel.h"
#include "review/formview.h"
#include "review/reviewpage.h"
#include "review/sourceview.h"
#include "settings/preferences.h"
#include "settings/settingspage.h"

#include <QApplication>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QProgressBar>
#include <QStatusBar>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>

namespace gouji {

using namespace Qt::StringLiterals;

QAction *MainWindow::make(const char *name, const QString &iconName, const QString &text, const QKeySequence &key, const QString &tip)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(name));
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(key);
    action->setToolTip(key.isEmpty() ? tip : tr("<b>%1</b>（%2）<br>%3").arg(text, key.toString(QKeySequence::NativeText), tip));
    action->setStatusTip(tip);
    addAction(action);
    return action;
}

void MainWindow::makeActions()
{
    m_open = make("open", u"open"_s, tr("打开报告…"), QKeySequence::Open, tr("打开一份或几份报告"));
    m_closeReport = make("closeReport", {}, tr("关闭报告"), QKeySequence::Close, tr("收起这份报告；它留在数据文件里"));
    m_print = make("print", u"print"_s, tr("打印核查意见表…"), QKeySequence::Print, tr("打印这份报告的核查意见表"));
    m_preview = make("printPreview", u"preview"_s, tr("打印预览"), QKeySequence(u"Ctrl+Shift+R"_s), tr("看核查意见表印出来的样子"));
    m_pdf = make("exportPdf", u"pdf"_s, tr("导出 PDF…"), QKeySequence(u"Ctrl+E"_s), tr("把核查意见表存成 PDF 文件"));
    m_quit = make("quit", {}, tr("退出"), QKeySequence::Quit, tr("关闭程序；一切已经保存"));
    m_showList = make("showList", u"list"_s, tr("报告列表"), QKeySequence(Qt::Key_F9), tr("显示或收起左边的报告列表"));
    m_showList->setCheckable(true);
    m_showSettings
        = make("showSettings", u"settings"_s, tr("设置"), QKeySequence(u"Ctrl+,"_s), tr("审核人、语言、配色、文字大小、数据文件"));
    m_showAbout = make("showAbout", {}, tr("关于勾稽"), QKeySequence(), tr("版本和许可"));
    m_showManual = make("showManual", u"manual"_s, tr("使用手册"), QKeySequence(Qt::Key_F1), tr("翻到讲正在做的事的那一节"));
    m_nextPane = make("nextPane", {}, tr("换到下一个窗格"), QKeySequence(Qt::Key_F6), tr("在表格、问题、说明、建议、原文之间切换"));

    connect(m_open, &QAction::triggered, this, &MainWindow::chooseFiles);
    connect(m_closeReport, &QAction::triggered, &m_desk, &Desk::close);
    connect(m_print, &QAction::triggered, this, [this] { printout::print(*m_desk.session(), m_desk.states(), this); });
    connect(m_preview, &QAction::triggered, this, [this] { printout::preview(*m_desk.session(), m_desk.states(), this); });
    connect(m_pdf, &QAction::triggered, this, &MainWindow::exportPdf);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(m_showList, &QAction::toggled, m_list, &QWidget::setVisible);
    connect(m_showList, &QAction::triggered, this, [this](bool on) { m_preferences.setSession(u"showList"_s, on); });
    connect(m_showSettings, &QAction::triggered, this, &MainWindow::showSettings);
    connect(m_showAbout, &QAction::triggered, this, [this] { showPage(m_about); });
    connect(m_showManual, &QAction::triggered, this, &MainWindow::showManual);
    connect(m_nextPane, &QAction::triggered, this, [this] {
        QList<QWidget *> panes{m_review->formView(), m_review->findingsPanel()->view(), m_review->cellPanel()->textView()};
        if (m_review->cellPanel()->choicesView()->isVisible())
            panes << m_review->cellPanel()->choicesView();
        panes << m_review->sourcePane();
        qsizetype at = 0;
        while (at < panes.size() && !panes[at]->hasFocus())
            ++at;
        panes[(at + 1) % panes.size()]->setFocus(Qt::ShortcutFocusReason);
    });
}

void MainWindow::makeMenus()
{
    const ReviewActions *review = m_review->actions();
    QMenu *file = menuBar()->addMenu(tr("文件(&F)"));
    file->addAction(m_open);
    m_recent = file->addMenu(tr("最近打开"));
    QMenu *samples = file->addMenu(tr("示例"));
    for (const QString &path : StartPage::samples())
        samples->addAction(QFileInfo(path).fileName(), this, [this, path] { openFiles({path}); });
    file->addAction(m_closeReport);
    file->addSeparator();
    file->addActions({m_print, m_preview, m_pdf});
    file->addSeparator();
    file->addActions({m_showSettings, m_quit});

    QMenu *edit = menuBar()->addMenu(tr("编辑(&E)"));
    edit->addActions({review->undo, review->redo});
    edit->addSeparator();
    edit->addActions({review->edit, review->clear, review->take});
    edit->addSeparator();
    edit->addActions({review->shiftLeft, review->shiftRight, review->insertValue, review->deleteValue});
    edit->addSeparator();
    edit->addActions({review->cut, review->copy, review->paste, review->copyExplanation});
    edit->addSeparator();
    edit->addActions({review->find, review->findNext, review->findPrevious});

    QMenu *check = menuBar()->addMenu(tr("核查(&C)"));
    check->addActions({review->nextProblem, review->previousProblem});
    check->addSeparator();
    check->addActions({review->confirmCell, review->confirmRow});
    check->addSeparator();
    check->addActions({review->suggest, review->pointNext, review->pointPrevious});
    check->addActions(review->choices);

    QMenu *view = menuBar()->addMenu(tr("视图(&V)"));
    view->addActions({m_showList, review->legend, m_nextPane});

    QMenu *help = menuBar()->addMenu(tr("帮助(&H)"));
    help->addActions({m_showManual, m_showAbout});
    for (QMenu *menu : {file, edit, check, view, help})
        menu->setToolTipsVisible(true);
}

void MainWindow::makeToolBar()
{
    const ReviewActions *review = m_review->actions();
    QToolBar *bar = addToolBar(tr("工具栏"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setIconSize(QSize(5 * theme::Grid, 5 * theme::Grid));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    const auto iconOnly = [bar](QAction *action) {
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    };
    bar->addActions({m_showList, m_open});
    bar->addSeparator();
    bar->addActions({review->undo, review->redo});
    bar->addSeparator();
    bar->addActions({review->previousProblem, review->nextProblem});
    bar->addSeparator();
    bar->addActions({review->shiftLeft, review->shiftRight, review->take, review->confirmCell});
    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    bar->addActions({review->find, review->legend, m_print, m_showSettings});
    for (QAction *a : {m_showList, review->undo, review->redo, review->previousProblem, review->find, review->legend, m_showSettings})
        iconOnly(a);
    m_open->setIconText(tr("打开"));
    m_print->setIconText(tr("打印"));
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
