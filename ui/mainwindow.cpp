// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "common/actionlist.h"
#include "common/filedialogs.h"
#include "common/messagebar.h"
#include "help/manualwindow.h"
#include "library/batchrepairs.h"
#include "library/importer.h"
#include "library/queue.h"
#include "library/reportlist.h"
#include "library/startpage.h"
#include "printout.h"
#include "review/form/formview.h"
#include "review/reviewpage.h"
#include "settings/preferences.h"
#include "window/pagestack.h"
#include "window/sidepanels.h"

#include <QCloseEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QProgressBar>
#include <QSplitter>
#include <QStatusBar>
#include <QToolButton>

namespace gouji {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Desk &desk, Preferences &preferences, FileDialogs &dialogs)
    : m_desk(desk)
    , m_preferences(preferences)
    , m_dialogs(dialogs)
    , m_queue(new Queue(desk, this))
    , m_importer(new Importer(desk, this))
    , m_batch(new BatchRepairs(desk, this))
    , m_list(new ReportList(m_queue->model(), this))
    , m_review(new ReviewPage(this))
    , m_start(new StartPage(this))
    , m_actions(new ActionList(this))
    , m_pages(new PageStack(m_actions, this))
    , m_panels(new SidePanels(this, m_actions))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_message(new MessageBar(this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QToolButton(this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setWindowIcon(QIcon(u":/icons/gouji.svg"_s));
    m_pages->addWidget(m_start);
    m_review->hide(); // in the stack it would be laid out before anything is open
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_pages, 1);
    m_splitter->setObjectName(u"mainSplitter"_s);
    m_splitter->setHandleWidth(theme::Grid);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({46 * theme::Grid, 280 * theme::Grid});
    setCentralWidget(m_splitter);

    addActions();
    addPages();
    addPanels();
    shareKeys();
    addImport();
    fillMenus();
    makeStatusBar();
    connectDesk();
    connect(&m_preferences, &Preferences::changed, this, [this] {
        useReviewer();
        fillRecent();
    });

    restoreFrame();
    useReviewer();
    m_review->setStates(m_desk.states());
    fillRecent();
    showReports();
    if (m_desk.session())
        showOpened();
    else
        showHome();
    updateTitle();
}

MainWindow::~MainWindow()
{
    // The desk outlives the window and must not call into half of it.
    m_desk.disconnect(this);
    m_review->setSession(nullptr);
}

void MainWindow::connectDesk()
{
    connect(&m_desk, &Desk::opened, this, &MainWindow::showOpened);
    connect(&m_desk, &Desk::aboutToClose, this, [this] {
        saveSession();
        m_review->setSession(nullptr);
        m_message->clearMessages(); // they were about this report
    });
    connect(&m_desk, &Desk::closed, this, [this] {
        showHome();
        updateTitle();
    });
    connect(&m_desk, &Desk::storeAwaited, this, [this] {
        m_message->show(MessageBar::Kind::Note, tr("正在连接 %1…，连上之前窗口可以照常使用。").arg(Store::shown(m_desk.awaitedStore())));
    });
    connect(&m_desk, &Desk::storeTried, this, [this](const Status &status) {
        m_message->clear();
        if (!status) {
            const QString &reason = status.error().message;
            m_message->show(MessageBar::Kind::Error, m_desk.storeFile().isEmpty() ? reason : tr("%1 原来的数据文件继续使用。").arg(reason));
        }
    });
    connect(m_queue->model(), &QAbstractItemModel::modelReset, this, &MainWindow::showReports);
    connect(m_queue->model(), &QAbstractItemModel::rowsInserted, this, &MainWindow::showReports);
    connect(m_pages, &PageStack::shownChanged, this, &MainWindow::arrangeList);
    connect(m_pages, &PageStack::shownChanged, m_message, &MessageBar::clearPassing);
    connect(m_panels, &SidePanels::left, this, [this] { m_pages->currentWidget()->setFocus(Qt::OtherFocusReason); });
    connect(&m_desk, &Desk::acted, this, [this] {
        m_message->clearPassing();
        updateTitle();
        rememberPlace();
        if (m_preferences.reviewer().isEmpty() && !std::exchange(m_asked, true))
            askReviewer();
    });
    connect(&m_desk, &Desk::failed, this, [this](const QString &file, const Error &error) {
        m_message->addError(file.isEmpty() ? error.message : u"%1：%2"_s.arg(QFileInfo(file).fileName(), error.message));
    });
    connect(&m_desk, &Desk::progress, this, [this](int done, int total, const QString &name) {
        m_progress->setRange(0, total > 1 ? total : 0);
        m_progress->setValue(done);
        m_progress->show();
        m_stop->setVisible(total > 1);
        statusBar()->showMessage(total > 1 ? tr("正在读取 %1 / %2：%3").arg(done + 1).arg(total).arg(name) : tr("正在读取 %1").arg(name));
    });
    connect(&m_desk, &Desk::idle, this, [this] {
        m_progress->hide();
        m_stop->hide();
        statusBar()->clearMessage();
    });
    connect(m_stop, &QToolButton::clicked, &m_desk, &Desk::stop);
    connect(m_list, &ReportList::chosen, this, &MainWindow::openReport);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseFiles);
    connect(m_start, &StartPage::fileChosen, this, [this](const QString &path) { openFiles({path}); });
    connect(m_review->formView(), &FormView::draftChanged, this, &MainWindow::keepDraft);
    connect(m_review, &ReviewPage::note, this, [this](const QString &text) {
        statusBar()->showMessage(text, 8000);
        m_message->clearPassing();
    });
    connect(m_review, &ReviewPage::problemsEnded, this, &MainWindow::endOfProblems);
    connect(m_review, &ReviewPage::doneRequested, this, &MainWindow::finishReport);
    connect(m_review, &ReviewPage::refused, this, [this](const QString &text) { m_message->show(MessageBar::Kind::Warning, text); });
}

void MainWindow::openFiles(const QStringList &paths)
{
    m_message->clear();
    for (const QString &path : paths) {
        if (!path.startsWith(u':'))
            m_preferences.addRecentFile(QFileInfo(path).absoluteFilePath());
    }
    if (!importBatch(paths))
        m_desk.openFiles(paths);
}

void MainWindow::chooseFiles()
{
    const QStringList files = m_dialogs.filesToOpen(this, tr("打开报告"),
        tr("报告 (*.txt *.md *.tsv *.csv *.html *.htm *.mht *.mhtml *.docx *.doc *.wps *.rtf *.odt *.xlsx *.xls *.et *.ods *.xml *.fodt "
           "*.fods *.uof *.uot *.uos *.pdf *.ofd "
           "*.png *.jpg *.jpeg *.tif *.tiff);;所有文件 "
           "(*)"));
    if (!files.isEmpty())
        openFiles(files);
}

void MainWindow::showOpened()
{
    m_review->setSession(m_desk.session());
    m_review->setOriginal(m_desk.original());
    showHome();
    m_list->setCurrent(m_desk.reportId());
    updateTitle();
    QStringList lacking;
    for (qsizetype i = 0; i < m_desk.session()->report().tables.size(); ++i) {
        if (!m_desk.session()->report().tables[i].found)
            lacking << m_desk.session()->report().formTable(i).title;
    }
    if (const Status &replayed = m_desk.session()->replayed(); !replayed)
        m_message->add(MessageBar::Kind::Error, replayed.error().message);
    for (const QString &note : m_desk.notes())
        m_message->add(MessageBar::Kind::Warning, note);
    if (!lacking.isEmpty())
        m_message->add(MessageBar::Kind::Warning, tr("原文中没有找到：%1。其余已经打开。").arg(lacking.join(u"；"_s)));
    if (m_desk.storeFile().isEmpty())
        m_message->add(MessageBar::Kind::Warning, tr("没有数据文件，更改只留到窗口关闭。可在设置中另选一个。"));
    for (const QString &note : m_desk.session()->document().notes)
        m_message->add(MessageBar::Kind::Note, note);
    m_preferences.setSession(u"report"_s, m_desk.reportId()); // the program may be ended at any moment
    restorePlace();
    m_review->formView()->setFocus();
    restoreDraft();
}

void MainWindow::showSettings() { m_pages->show("showSettings"_L1); }

void MainWindow::showReports()
{
    const int reports = m_queue->model()->total();
    // The list appears by itself once there is something to choose between.
    if (reports > 1 && !m_preferences.session(u"showList"_s).isValid() && !m_showList->isChecked())
        m_showList->setChecked(true);
    m_showList->setEnabled(reports > 0);
    m_start->setReportCount(reports);
}

void MainWindow::openReport(const QUuid &id)
{
    if (id != m_desk.reportId())
        m_desk.openStored(id);
    else
        showHome();
}

void MainWindow::arrangeList() { m_list->setVisible(m_showList->isChecked() && m_pages->shown() != "showQueue"_L1); }

void MainWindow::useReviewer()
{
    // Until a person has given a name, the one they logged in with: no act goes without a who.
    m_desk.setReviewer(m_preferences.reviewer().isEmpty() ? qEnvironmentVariable("USER") : m_preferences.reviewer());
}

void MainWindow::askReviewer()
{
    m_message->ask(tr("审核人姓名，记入历史和核查意见表（只问一次）"), qEnvironmentVariable("USER"),
        [this](const QString &name) { m_preferences.setReviewer(name); });
}

void MainWindow::showManual()
{
    const QString topic = ManualWindow::topicOf(focusWidget());
    if (!m_manual)
        m_manual = new ManualWindow(this);
    m_manual->showTopic(topic);
}

void MainWindow::showHome()
{
    const bool open = m_desk.session();
    if (!open)
        m_start->setRecentFiles(m_preferences.recentFiles());
    m_pages->setHome(open ? static_cast<QWidget *>(m_review) : m_start);
    if (!open)
        m_start->setFocus(Qt::OtherFocusReason); // the keys do something from the start
    m_actions->setReportOpen(open);
}

void MainWindow::updateTitle()
{
    const ReviewSession *session = m_desk.session();
    if (!session) {
        setWindowTitle(tr("勾稽"));
        return;
    }
    const Report &r = session->report();
    setWindowTitle(tr("%1 %2 — 勾稽")
                       .arg(r.agency.isEmpty() ? QFileInfo(session->document().fileName).fileName() : r.agency,
                           r.year ? QString::number(r.year) : QString()));
}

void MainWindow::exportPdf()
{
    const Report &r = m_desk.session()->report();
    const QString proposal = tr("%1%2年核查意见表.pdf").arg(r.agency).arg(r.year);
    const QString file = m_dialogs.fileToSave(this, tr("导出 PDF"), proposal, tr("PDF 文件 (*.pdf)"));
    if (file.isEmpty())
        return;
    if (const Status done = printout::exportPdf(*m_desk.session(), m_desk.states(), file); !done)
        m_message->show(MessageBar::Kind::Error, done.error().message);
    else
        statusBar()->showMessage(tr("已导出 %1").arg(file), 8000);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSession();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    if (!files.isEmpty())
        openFiles(files);
    event->acceptProposedAction();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_review->session())
        m_review->refreshColours();
}

} // namespace gouji
