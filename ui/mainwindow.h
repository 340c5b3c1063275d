// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/desk.h"

#include <QMainWindow>

class QLabel;
class QMenu;
class QProgressBar;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace gouji {

class FileDialogs;
class ManualWindow;
class MessageBar;
class Preferences;
class ReportList;
class ReviewPage;
class SettingsPage;
class StartPage;

/// The frame: menus, tool bar, the list of reports, the pages, one message line, the status bar. It connects the pages
/// with the desk and knows nothing of reports itself.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// All three outlive the window; with `dialogs` a test can answer the file dialogs.
    MainWindow(Desk &desk, Preferences &preferences, FileDialogs &dialogs);
    ~MainWindow() override;

    void openFiles(const QStringList &paths);
    void showSettings();
    void restoreLastReport(); ///< as it was when the window was last closed
    void saveSession(); ///< geometry, report and cell; an edit still open is kept, not lost
    MessageBar *messageBar() const { return m_message; }
    ReviewPage *reviewPage() const { return m_review; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QAction *make(const char *name, const QString &iconName, const QString &text, const QKeySequence &key, const QString &tip);
    void makeActions();
    void makeMenus();
    void makeToolBar();
    void makeStatusBar();
    void connectDesk();
    void showOpened();
    void showPage(QWidget *page);
    void showReports();
    void useReviewer();
    void askReviewer();
    void showManual();
    void chooseFiles();
    void fillRecent();
    void exportPdf();
    void updateTitle();

    Desk &m_desk;
    Preferences &m_preferences;
    FileDialogs &m_dialogs;
    ReportList *m_list;
    ReviewPage *m_review;
    StartPage *m_start;
    SettingsPage *m_settings;
    QWidget *m_about;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    MessageBar *m_message;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    QMenu *m_recent = nullptr;
    ManualWindow *m_manual = nullptr; ///< made when it is first asked for
    bool m_asked = false; ///< for the reviewer's name, which is asked once
    QAction *m_open = nullptr, *m_closeReport = nullptr, *m_print = nullptr, *m_preview = nullptr, *m_pdf = nullptr;
    QAction *m_quit = nullptr, *m_showList = nullptr, *m_showSettings = nullptr, *m_showAbout = nullptr, *m_showManual = nullptr,
            *m_nextPane = nullptr;
};

} // namespace gouji
