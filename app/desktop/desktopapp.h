// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/filedialogs.h"
#include "library/desk.h"
#include "mainwindow.h"
#include "settings/preferences.h"

#include <QTranslator>

namespace gouji {

/// Puts preferences, desk and window together, and puts a new window in place when the language changes.
class DesktopApp : public QObject {
    Q_OBJECT
public:
    DesktopApp(Knowledge knowledge, const QString &storeFile);
    ~DesktopApp() override;

    void start(const QStringList &files);

private:
    void begin(const QStringList &files);
    void applyLook();
    void applyLanguage();
    void showWindow();

    Preferences m_preferences;
    FileDialogs m_dialogs;
    Desk m_desk;
    QString m_store;
    Error m_storeError;
    QTranslator m_ours;
    QTranslator m_qt;
    QString m_language;
    theme::Choice m_theme = theme::Choice::System;
    int m_percent = 0;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace gouji
