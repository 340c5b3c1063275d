// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/actionlist.h"
#include "library/importer.h"
#include "library/importpanel.h"
#include "library/queuepage.h"
#include "review/reviewpage.h"
#include "samplereport.h"
#include "window/pagestack.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QLabel>
#include <QTest>
#include <QTreeView>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

QString reportText(int number) { return test::sampleReport().document.text.replace(u"云岭市水务局"_s, u"云岭市第%1中学"_s.arg(number)); }

} // namespace

/// A folder of reports comes in, is stopped, goes on, and survives a restart.
class TestImport : public QObject, protected test::WindowFixture {
    Q_OBJECT

    void writeFolder(int reports) const
    {
        for (int i = 0; i < reports; ++i)
            write(u"in/%1/%2.txt"_s.arg(i % 3).arg(i), reportText(i).toUtf8());
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
    void init() { newFolder(); }
    void cleanup() { stop(); }

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
        // as high as its two lines, not a third of the window
        auto *panel = m_window->findChild<ImportPanel *>();
        QTRY_VERIFY2(panel->height() <= panel->sizeHint().height() + 8, qPrintable(QString::number(panel->height())));
        QVERIFY(failures->viewport()->height() >= 2 * failures->sizeHintForRow(0));
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
        const auto words = [this] { return m_window->findChild<QLabel *>(u"importWords"_s)->text(); };
        QVERIFY2(words().contains(u"新存 %1 份"_s.arg(kept)), qPrintable(words()));
        QCOMPARE(table()->model()->rowCount(), kept);
        // The program ends, and the next one knows what is left.
        stop();
        start();
        QTRY_VERIFY(!importer()->state().batch.isNull());
        QVERIFY(!importer()->state().ended);
        QTRY_VERIFY(button("importResume") && button("importResume")->isVisible());
        QVERIFY2(words().startsWith(u"上次导入（in，"_s) && words().contains(u"没有完成"_s), qPrintable(words()));
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
