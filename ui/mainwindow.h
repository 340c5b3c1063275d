// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/messagebar.h"
#include "library/desk.h"

#include <QMainWindow>

class QLabel;
class QMenu;
class QProgressBar;
class QSplitter;
class QToolButton;

namespace gouji {

class ActionList;
class BatchRepairs;
class ChartsPage;
class ComparePage;
class CommandPalette;
class FileDialogs;
class Importer;
class ManualWindow;
class Page;
class PageStack;
class Preferences;
class Queue;
class QueuePage;
class ReportList;
class ReviewPage;
class SidePanels;
class StartPage;
class WindowMenus;

/// The frame: menus, tool bar, the list of reports, the pages and panels, one message line, the status bar. It connects
/// them with the desk and knows nothing of reports itself. A new action, page or panel is one line in
/// mainwindowactions.cpp.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// All three outlive the window; with `dialogs` a test can answer the file dialogs.
    MainWindow(Desk &desk, Preferences &preferences, FileDialogs &dialogs);
    ~MainWindow() override;

    void openFiles(const QStringList &paths);
    void showSettings();
    void restoreLastReport(); ///< and the page in front, as they were when the window was last closed
    void saveSession(); ///< geometry, panels, report, cell, scrolling; an edit still open is kept, not lost
    MessageBar *messageBar() const { return m_message; }
    ReviewPage *reviewPage() const { return m_review; }
    ActionList *actionList() const { return m_actions; } ///< all there are, those of the pages too
    PageStack *pages() const { return m_pages; }
    SidePanels *panels() const { return m_panels; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addPages();
    void addComparison();
    void addPanels();
    void addActions();
    void shareKeys();
    Page *makeSettings();
    QWidget *makeHistory();
    Page *makeQueue();
    ComparePage *makeComparison();
    ChartsPage *makeCharts();
    void goToCell(CellId cell); ///< of the open report
    Page *makeRules();
    QWidget *makeNumbers();
    void useRules(const QString &file);
    QString rulesText() const; ///< which rules are in force
    QString storeText() const; ///< which store is in use, or awaited
    void addImport();
    void takePastes(QWidget *page);
    void chooseFolder();
    void openClipboard();
    bool importBatch(const QStringList &paths); ///< false: few files, to be opened one by one
    void fillMenus();
    void makeStatusBar();
    void connectDesk();
    void showOpened();
    void showHome(); ///< the open report, or what to do where there is none
    void showReports();
    void openReport(const QUuid &id);
    void arrangeList(); ///< beside everything but the queue, which is the same list
    void useReviewer();
    void askReviewer();
    void showManual();
    void goToNextPane();
    void showPalette(const QString &typed);
    /// With something left to do; false where there is none. `before` is told of the report that is left.
    bool goToNextReport(bool forward, MessageBar::Kind kind, const QString &before);
    void endOfProblems(bool forward);
    void addSimilarRepairs();
    void finishReport(); ///< marks it 已审 and goes on
    void chooseFiles();
    void fillRecent();
    void exportPdf();
    void updateTitle();
    void restoreFrame();
    void restorePlace();
    void rememberPlace();
    void keepDraft(CellId cell, const QString &text, bool inserting);
    void restoreDraft();

    Desk &m_desk;
    Preferences &m_preferences;
    FileDialogs &m_dialogs;
    Queue *m_queue;
    Importer *m_importer;
    BatchRepairs *m_batch;
    ReportList *m_list;
    ReviewPage *m_review;
    StartPage *m_start;
    ActionList *m_actions;
    PageStack *m_pages;
    SidePanels *m_panels;
    CommandPalette *m_palette = nullptr; ///< made when it is first asked for
    QSplitter *m_splitter;
    MessageBar *m_message;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    QMenu *m_recent = nullptr;
    ManualWindow *m_manual = nullptr; ///< made when it is first asked for
    QUuid m_cameFrom; ///< the report F8 or Ctrl+Enter left for this one
    bool m_asked = false; ///< for the reviewer's name, which is asked once
    QAction *m_showList = nullptr;
};

} // namespace gouji
