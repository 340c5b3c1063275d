// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopapp.h"

#include "common/messagebar.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// The system's language where it is one of ours, else Chinese.
QString languageFor(const QString &chosen)
{
    if (!chosen.isEmpty())
        return chosen;
    for (const QString &name : QLocale::system().uiLanguages()) {
        if (name.startsWith(u"zh"_s))
            return u"zh"_s;
        if (name.startsWith(u"en"_s))
            return u"en"_s;
    }
    return u"zh"_s;
}

} // namespace

DesktopApp::DesktopApp(Knowledge knowledge, const QString &storeFile)
    : m_desk(std::move(knowledge))
    , m_store(!storeFile.isEmpty()                   ? storeFile
              : !m_preferences.storeFile().isEmpty() ? m_preferences.storeFile()
                                                     : Store::defaultFile())
{
    if (!Store::isServer(m_store)) { // the window is made with what is in it
        if (const Status opened = m_desk.openStore(m_store); !opened)
            m_storeError = opened.error();
    }
    if (!m_preferences.rulesFile().isEmpty())
        (void)m_desk.useRules(m_preferences.rulesFile()); // what is wrong with it is told once there is a window
    connect(&m_preferences, &Preferences::changed, this, [this] {
        applyLook();
        if (languageFor(m_preferences.language()) != m_language) {
            // Not now: the change comes from a widget of the very window that is to be replaced.
            QMetaObject::invokeMethod(this, &DesktopApp::showWindow, Qt::QueuedConnection);
        }
    });
    applyLook();
}

DesktopApp::~DesktopApp() = default;

void DesktopApp::start(const QStringList &files)
{
    showWindow();
    if (!m_storeError.code.isEmpty())
        m_window->messageBar()->show(MessageBar::Kind::Error, m_storeError.message);
    if (Store::isServer(m_store)) {
        connect(
            &m_desk, &Desk::storeTried, this, [this, files] { begin(files); }, Qt::SingleShotConnection);
        m_desk.tryStore(m_store);
    } else {
        begin(files);
    }
}

void DesktopApp::begin(const QStringList &files)
{
    if (files.isEmpty())
        m_window->restoreLastReport();
    else
        m_window->openFiles(files);
    if (const Status &rules = m_desk.rulesStatus(); !rules)
        m_window->messageBar()->add(MessageBar::Kind::Warning, rules.error().message);
}

void DesktopApp::applyLook()
{
    if (m_theme == m_preferences.themeChoice() && m_percent == m_preferences.textPercent())
        return;
    m_theme = m_preferences.themeChoice();
    m_percent = m_preferences.textPercent();
    theme::apply(*qApp, m_theme, m_percent);
}

void DesktopApp::applyLanguage()
{
    m_language = languageFor(m_preferences.language());
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    const bool english = m_language == "en"_L1;
    QLocale::setDefault(english ? QLocale(QLocale::English) : QLocale(QLocale::Chinese, QLocale::China));
    if (m_qt.load(english ? u"qtbase_en"_s : u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // The source strings are Chinese already.
    if (english && m_ours.load(u":/i18n/gouji_en.qm"_s))
        QCoreApplication::installTranslator(&m_ours);
}

void DesktopApp::showWindow()
{
    // The new window stands before the old one goes: the last window's end is the program's.
    const std::unique_ptr<MainWindow> old = std::move(m_window);
    if (old)
        old->saveSession();
    applyLanguage();
    m_window = std::make_unique<MainWindow>(m_desk, m_preferences, m_dialogs);
    m_window->show();
    if (old) // the language is changed on the settings page: a person finds themselves there again
        m_window->showSettings();
}

} // namespace gouji
