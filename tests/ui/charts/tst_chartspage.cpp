// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/cellsmodel.h"
#include "charts/chartspage.h"
#include "charts/figuresmodel.h"
#include "review/form/formview.h"
#include "review/reviewpage.h"
#include "samplereport.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace gouji;
using namespace Qt::StringLiterals;

/// Charts in the whole window: drawn from the store, clicked, saved.
class TestChartsPage : public QObject, protected test::WindowFixture {
    Q_OBJECT

    void open(const QString &agency, int year, const QString &received)
    {
        QHash<QString, QString> values;
        for (const QString &row : {u"new_received"_s, u"granted"_s, u"total_handled"_s}) {
            values[u"requests."_s + row + u".natural_person"_s] = received;
            values[u"requests."_s + row + u".total"_s] = received;
        }
        QFile file(m_dir->filePath(u"%1%2.txt"_s.arg(agency).arg(year)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QString text = test::sampleReport(values).document.text;
        file.write(text.replace(u"2023年"_s, u"%1年"_s.arg(year)).replace(u"云岭市水务局"_s, agency).toUtf8());
        file.close();
        QSignalSpy opened(m_desk.get(), &Desk::opened);
        m_window->openFiles({file.fileName()});
        QTRY_COMPARE(opened.size(), 1);
    }
    ChartsPage *page() const { return m_window->findChild<ChartsPage *>(); }
    QString number(int row, int column) const { return page()->table()->model()->index(row, column).data().toString(); }
    QString head(int row) const { return page()->table()->model()->headerData(row, Qt::Vertical).toString(); }
    void showCharts()
    {
        QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(page() && page()->isVisible());
        QVERIFY2(page()->canvas(), "the part that draws is built beside the tests");
    }

private Q_SLOTS:
    void init()
    {
        newFolder();
        start();
        m_window->resize(1280, 800);
    }
    void cleanup() { stop(); }

    void anAgencyOverTheYears()
    {
        open(u"云岭市水务局"_s, 2021, u"4"_s);
        open(u"云岭市教育局"_s, 2022, u"9"_s);
        open(u"云岭市水务局"_s, 2023, u"123456789"_s);
        showCharts();
        new QAbstractItemModelTester(page()->table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, page());
        new QAbstractItemModelTester(page()->cellList()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, page());
        QCOMPARE(page()->table()->model()->rowCount(), 3);
        QCOMPARE(head(1), u"2022"_s);
        QCOMPARE(number(0, 0), u"4"_s);
        QCOMPARE(number(1, 0), u"—"_s); // a gap, not a 0
        QCOMPARE(number(2, 0), u"123456789"_s);
        QCOMPARE(number(2, 4), u"100.0%"_s);
        QVERIFY(page()->findChild<QLabel *>(u"chartFormulas"_s)->text().contains(u"办结率 = 办结总计 ÷"_s));
        QVERIFY(page()->canvas()->barRect(0, 1).isEmpty());

        // A click on a bar: its number, and the cell behind it.
        auto *view = qobject_cast<QAbstractScrollArea *>(page()->canvas()->widget());
        QTRY_VERIFY(page()->canvas()->barRect(0, 2).height() > 20);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, page()->canvas()->barRect(0, 2).center());
        QTRY_COMPARE(page()->table()->currentIndex(), page()->table()->model()->index(2, 0));
        QCOMPARE(page()->cellList()->model()->rowCount(), 1);
        QVERIFY(page()->findChild<QLabel *>(u"chartWhy"_s)->text().contains(u"123456789"_s));

        // By keyboard: another number, and Enter opens the report at its cell.
        page()->table()->setCurrentIndex(page()->table()->model()->index(0, 2));
        QTest::keyClick(page()->table(), Qt::Key_Return);
        QVERIFY(m_window->reviewPage()->isVisible());
        QCOMPARE(m_desk->session()->report().year, 2021);
        QCOMPARE(m_window->reviewPage()->currentCell(), id(u"requests.total_handled.total"_s));
    }

    void severalAgencies()
    {
        open(u"云岭市水务局"_s, 2023, u"4"_s);
        open(u"云岭市松渡区人民政府政务服务和大数据管理局办公室"_s, 2023, u"7"_s);
        open(u"云岭市教育局"_s, 2022, u"9"_s);
        open(u"云岭市水务局"_s, 2023, u"4"_s);
        showCharts();
        auto *span = page()->findChild<QComboBox *>(u"chartSpan"_s);
        span->setFocus();
        QTest::keyClick(span, Qt::Key_Down);
        QCOMPARE(page()->table()->model()->rowCount(), 2);
        QCOMPARE(head(0), u"云岭市水务局"_s); // the open one first
        QCOMPARE(number(1, 0), u"7"_s);
        // Lying bars are read downwards: agencies in the order of the table, the bars of each in that of the legend.
        const auto top = [&](int series, int place) { return page()->canvas()->barRect(series, place).top(); };
        QTRY_VERIFY(top(0, 0) < top(0, 1));
        QVERIFY(top(0, 0) < top(2, 0));
        auto *view = qobject_cast<QAbstractScrollArea *>(page()->canvas()->widget());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, page()->canvas()->barRect(2, 1).center());
        QTRY_COMPARE(page()->table()->currentIndex(), page()->table()->model()->index(1, 2));
        auto *agencies = page()->findChild<QListView *>(u"chartAgencies"_s);
        QVERIFY(agencies->isVisible());
        agencies->setCurrentIndex(agencies->model()->index(1, 0));
        QTest::keyClick(agencies, Qt::Key_Space);
        QCOMPARE(page()->table()->model()->rowCount(), 1);
        auto *kind = page()->findChild<QComboBox *>(u"chartKind"_s);
        for (int i = 0; i < kind->count(); ++i) {
            kind->setCurrentIndex(i);
            QVERIFY(page()->table()->model()->columnCount() > 0);
        }
    }

    void savedAsAPicture_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("png") << u".png"_s << QByteArray("\x89PNG");
        QTest::newRow("svg") << u".svg"_s << QByteArray("<?xml");
        QTest::newRow("pdf") << u".pdf"_s << QByteArray("%PDF-");
    }
    void savedAsAPicture()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, begin);
        open(u"云岭市水务局"_s, 2023, u"4"_s);
        showCharts();
        m_answers.save = m_dir->filePath(u"图"_s + suffix);
        QTest::mouseClick(page()->findChild<QToolButton *>(u"chartSave"_s), Qt::LeftButton);
        QFile file(m_answers.save);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith(begin));
        if (suffix == u".png"_s) {
            const QImage image = QImage::fromData(bytes);
            QVERIFY(image.width() > 1000);
            QCOMPARE(image.pixelColor(2, image.height() / 2), QColor(Qt::white)); // on paper
        } else if (suffix == u".svg"_s) {
            QVERIFY(bytes.contains("云岭市水务局") && bytes.contains("办结率"));
        }
        m_answers.save = m_dir->filePath(u"没有的文件夹/图"_s + suffix);
        QTest::mouseClick(page()->findChild<QToolButton *>(u"chartSave"_s), Qt::LeftButton);
        QVERIFY(page()->findChild<QLabel *>(u"chartNotes"_s)->text().contains(u"无法写入"_s));
        QVERIFY(!page()->save(m_dir->filePath(u"图.bmp"_s)).ok());
    }
};

QTEST_MAIN(TestChartsPage)
#include "tst_chartspage.moc"
