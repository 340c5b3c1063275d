// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that brings files in: folders, many at once, from the clipboard.
#include "mainwindow.h"

#include "common/actionlist.h"
#include "common/filedialogs.h"
#include "common/messagebar.h"
#include "library/importpanel.h"
#include "library/queuepage.h"
#include "library/startpage.h"
#include "settings/preferences.h"
#include "window/pagestack.h"
#include "window/sidepanels.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QShortcut>
#include <QUrl>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype OpenedOneByOne = 8; ///< more files than these are a batch

bool isBatch(const QStringList &paths)
{
    return paths.size() > OpenedOneByOne || std::any_of(paths.begin(), paths.end(), [](const QString &path) {
        return QFileInfo(path).isDir() || path.endsWith(u".zip"_s, Qt::CaseInsensitive);
    });
}

} // namespace

void MainWindow::addImport()
{
    using G = ActionGroup;
    QAction *folder = m_actions->add({"importFolder", G::FileImport, tr("导入文件夹…"),
        tr("读入一个文件夹里的所有报告，包括下级文件夹和压缩包"), {QKeySequence(u"Ctrl+Shift+O"_s)}, "open"});
    connect(folder, &QAction::triggered, this, &MainWindow::chooseFolder);
    QAction *clipboard = m_actions->add({"openClipboard", G::FileImport, tr("从剪贴板打开"), tr("读入剪贴板里的文件、网页、表格或文字"),
        {QKeySequence(u"Ctrl+Shift+V"_s)}});
    connect(clipboard, &QAction::triggered, this, &MainWindow::openClipboard);
    QAction *panel = m_panels->add(
        {"showImport", G::ViewPanels, tr("导入进度"), tr("正在导入的文件，和没有读成的文件")}, Qt::BottomDockWidgetArea, [this] {
            auto *made = new ImportPanel(*m_importer);
            connect(made, &ImportPanel::heightChanged, this, [this] { m_panels->fit("showImport"_L1); });
            return made;
        });
    connect(m_importer, &Importer::recalled, panel, [panel] {
        if (!panel->isChecked())
            panel->trigger();
    });
    connect(&m_desk, &Desk::storeOpened, m_importer, &Importer::recall);
    connect(m_start, &StartPage::folderRequested, this, &MainWindow::chooseFolder);
    connect(m_start, &StartPage::queueRequested, this, [this] { m_pages->show("showQueue"_L1); });
    takePastes(m_start);
    m_importer->recall();
}

/// Where no cell can take what is pasted, Ctrl+V opens it.
void MainWindow::takePastes(QWidget *page)
{
    auto *paste = new QShortcut(QKeySequence::Paste, page);
    paste->setContext(Qt::WidgetWithChildrenShortcut);
    connect(paste, &QShortcut::activated, this, &MainWindow::openClipboard);
}

void MainWindow::chooseFolder()
{
    if (const QString folder = m_dialogs.folderToOpen(this, tr("导入文件夹")); !folder.isEmpty())
        openFiles({folder});
}

bool MainWindow::importBatch(const QStringList &paths)
{
    if (!isBatch(paths) || m_desk.storeFile().isEmpty())
        return false;
    m_importer->start(paths);
    if (QAction *panel = m_actions->find("showImport"_L1); !panel->isChecked())
        panel->trigger();
    m_pages->show("showQueue"_L1); // last: the hand goes on with what comes in, not with the progress
    return true;
}

void MainWindow::openClipboard()
{
    const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
    QStringList files;
    for (const QUrl &url : mime ? mime->urls() : QList<QUrl>()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    if (!files.isEmpty()) {
        openFiles(files);
        return;
    }
    const QByteArray mark("\xef\xbb\xbf"); // says that what follows is UTF-8, whatever a page says of itself
    m_message->clear();
    if (mime && mime->hasHtml())
        m_desk.openBytes(mark + mime->html().toUtf8(), tr("剪贴板.html"));
    else if (mime && mime->hasText() && !mime->text().trimmed().isEmpty())
        m_desk.openBytes(mark + mime->text().toUtf8(), tr("剪贴板.txt"));
    else
        m_message->show(MessageBar::Kind::Note, tr("剪贴板里没有可以打开的文字、网页或文件。"));
}

} // namespace gouji
