// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include "review/form/formview.h"
#include "review/reviewpage.h"
#include "samplereport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

namespace gouji::test {

using namespace Qt::StringLiterals;

WindowFixture::WindowFixture() { QStandardPaths::setTestModeEnabled(true); }

WindowFixture::~WindowFixture() { stop(); }

QString WindowFixture::settingsFile() { return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/gouji.ini"_s; }

void WindowFixture::newFolder()
{
    stop();
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    QFile::remove(settingsFile());
    m_answers = {};
}

void WindowFixture::start()
{
    m_preferences = std::make_unique<Preferences>();
    m_desk = std::make_unique<Desk>(knowledge());
    QVERIFY(m_desk->openStore(path(u"store.sqlite"_s)).ok());
    m_window = std::make_unique<MainWindow>(*m_desk, *m_preferences, m_answers);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
}

void WindowFixture::stop()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_desk.reset();
    m_preferences.reset();
}

QString WindowFixture::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void WindowFixture::open(const QString &file)
{
    QSignalSpy opened(m_desk.get(), &Desk::opened);
    m_window->openFiles({file});
    QTRY_COMPARE(opened.size(), 1);
}

CellId WindowFixture::id(const QString &name) { return knowledge().forms->cell(name); }

ReviewPage *WindowFixture::page() const { return m_window->reviewPage(); }

FormView *WindowFixture::form() const { return page()->formView(); }

QString WindowFixture::value(const QString &cell) const
{
    const Cell &c = session()->report().cell(id(cell));
    return c.value ? c.value->toString() : QString();
}

} // namespace gouji::test
