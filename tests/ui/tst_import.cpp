// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/actionlist.h"
#include "common/filedialogs.h"
#include "library/importer.h"
#include "library/queuepage.h"
#include "mainwindow.h"
#include "review/reviewpage.h"
#include "samplereport.h"
#include "settings/preferences.h"
#include "window/pagestack.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

class Answers : public FileDialogs {
public:
    QString folder;
    QString folderToOpen(QWidget *, const QString &) override { return folder; }
};

QString reportText(int number) { return test::sampleReport().document.text.replace(u"云岭市水务局"_s, u"云岭市第%1中学"_s.arg(number)); }

} // namespace

/// A folder of reports comes in, is stopped, goes on, and survives a restart.
class TestImport : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Desk> m_desk;
    Answers m_answers;
    std::unique_ptr<MainWindow> m_window;

    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(m_dir->filePath(name)).path());
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    void writeFolder(int reports) const
    {
        for (int i = 0; i < reports; ++i)
            write(u"in/%1/%2.txt"_s.arg(i % 3).arg(i), reportText(i).toUtf8());
    }
    void start()
    {
        m_preferences = std::make_unique<Preferences>();
        m_desk = std::make_unique<Desk>(test::knowledge());
        QVERIFY(m_desk->openStore(m_dir->filePath(u"store.sqlite"_s)).ok());
        m_window = std::make_unique<MainWindow>(*m_desk, *m_preferences, m_answers);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }
    void stop()
    {
        if (m_window)
            m_window->close();
        m_window.reset();
        m_desk.reset();
        m_preferences.reset();
    }
    void importFolder()
    {
        m_answers.folder = m_dir->filePath(u"in"_s);
        QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    }
    Importer *importer() const { return m_window->findChild<Importer *>(); }
    QTableView *table() const { return m_window->findChild<QTableView *>(u"queueTable"_s); }
    QPushButton *button(const char *name) const { return m_window->findChild<QPushButton *>(QLatin1StringView(name)); }
    void finish() { QTRY_VERIFY_WITH_TIMEOUT(!importer()->state().running, 60'000); }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        QFile::remove(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/gouji.ini"_s);
    }
    void cleanup()
    {
        stop();
        m_dir.reset();
    }

    void aFolderComesInAndIsWorkedOn()
    {
        writeFolder(20);
        write(u"in/空.txt"_s, {});
        write(u"in/通知.txt"_s, "关于召开会议的通知，请各单位准时参加。");
        start();
        importFolder();
        QCOMPARE(m_window->pages()->shown(), u"showQueue"_s);
        finish();
        QCOMPARE(table()->model()->rowCount(), 20);
        QCOMPARE(importer()->state().kept, 20);
        auto *failures = m_window->findChild<QTreeView *>(u"importFailures"_s);
        QCOMPARE(failures->model()->rowCount(), 2);
        QVERIFY(!failures->model()->index(0, 1).data().toString().isEmpty());
        // Work goes on from there.
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(m_window->pages()->shown(), QString());
        QVERIFY(m_desk->session());
        // A failed file that was mended is taken in by a retry.
        write(u"in/空.txt"_s, reportText(99).toUtf8());
        QTest::mouseClick(button("importRetryAll"), Qt::LeftButton);
        finish();
        QCOMPARE(failures->model()->rowCount(), 1);
        QCOMPARE(table()->model()->rowCount(), 21);
        // The same folder again: nothing is kept twice.
        importFolder();
        finish();
        QCOMPARE(importer()->state().known, 21);
        QCOMPARE(importer()->state().kept, 0);
        QCOMPARE(table()->model()->rowCount(), 21);
    }

    void stopsAndGoesOn()
    {
        writeFolder(20);
        start();
        QVERIFY(QObject::connect(
            importer(), &Importer::delivered, importer(), [this] { importer()->stop(); }, Qt::DirectConnection));
        importFolder();
        finish();
        const int kept = importer()->state().kept;
        QVERIFY2(kept >= 1 && kept < 20, qPrintable(QString::number(kept)));
        QVERIFY(!importer()->state().ended);
        QVERIFY(button("importResume")->isVisible());
        QCOMPARE(table()->model()->rowCount(), kept);
        // The program ends, and the next one knows what is left.
        stop();
        start();
        QTRY_VERIFY(!importer()->state().batch.isNull());
        QVERIFY(!importer()->state().ended);
        QTRY_VERIFY(button("importResume") && button("importResume")->isVisible());
        QTest::mouseClick(button("importResume"), Qt::LeftButton);
        finish();
        QCOMPARE(importer()->state().known, kept);
        QCOMPARE(importer()->state().kept, 20 - kept);
        QVERIFY(importer()->state().ended);
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QTRY_COMPARE(table()->model()->rowCount(), 20);
        // Nothing is left to do: the next window has nothing to say.
        stop();
        const auto store = Store::open(m_dir->filePath(u"store.sqlite"_s), test::knowledge());
        QVERIFY(ImportLog(**store).last()->id.isNull());
    }

    void theClipboardIsOpened_data()
    {
        QTest::addColumn<bool>("html");
        QTest::newRow("text") << false;
        QTest::newRow("web page") << true;
    }
    void theClipboardIsOpened()
    {
        QFETCH(bool, html);
        start();
        auto *mime = new QMimeData;
        const QString text = reportText(7);
        if (html)
            mime->setHtml(u"<html><body><pre>"_s + text + u"</pre></body></html>"_s);
        else
            mime->setText(text);
        QGuiApplication::clipboard()->setMimeData(mime);
        QSignalSpy opened(m_desk.get(), &Desk::opened);
        m_window->focusWidget()->setFocus();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_V, Qt::ControlModifier); // the start page has nothing to paste into
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(m_desk->session()->report().agency, u"云岭市第7中学"_s);
        QCOMPARE(m_desk->session()->document().fileKind, html ? u"html"_s : u"txt"_s);
    }
};

QTEST_MAIN(TestImport)
#include "tst_import.moc"
