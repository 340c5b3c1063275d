// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/filedialogs.h"
#include "library/desk.h"
#include "mainwindow.h"
#include "settings/preferences.h"

#include <QTemporaryDir>

#include <memory>

namespace gouji {

class FormView;

namespace test {

/// Answers the file dialogs.
class Answers : public FileDialogs {
public:
    QStringList open;
    QString save;
    QString folder;
    QStringList filesToOpen(QWidget *, const QString &, const QString &) override { return open; }
    QString fileToSave(QWidget *, const QString &, const QString &, const QString &) override { return save; }
    QString folderToOpen(QWidget *, const QString &) override { return folder; }
};

/// The whole window over a store in a folder of its own; stop() and start() are a restart of the program. For a test class
/// to inherit beside QObject.
class WindowFixture {
protected:
    WindowFixture();
    ~WindowFixture();

    void newFolder(); ///< an empty one, and no preferences of an earlier test
    void start(); ///< a window on the store of the folder; makes both
    void stop(); ///< closes the window as a person does
    QString path(const QString &name) const { return m_dir->filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const; ///< into the folder; returns the path
    void open(const QString &file); ///< waits until it lies open
    static CellId id(const QString &name);
    static QString settingsFile();
    ReviewPage *page() const;
    FormView *form() const;
    ReviewSession *session() const { return m_desk->session(); }
    QString value(const QString &cell) const; ///< as it stands; empty for none

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Desk> m_desk;
    Answers m_answers;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace test

} // namespace gouji
