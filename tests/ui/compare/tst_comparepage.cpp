// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparepage.h"
#include "compare/comparetable.h"
#include "compare/differencesmodel.h"
#include "review/form/formview.h"
#include "review/panels/findingspanel.h"
#include "review/reviewpage.h"
#include "review/verbs.h"
#include "samplereport.h"
#include "window/pagestack.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace gouji;
using namespace Qt::StringLiterals;

/// Two years beside each other, and a report beside its own reading, in the whole window.
class TestComparePage : public QObject, protected test::WindowFixture {
    Q_OBJECT

    void open(
        const QString &name, int year, const QHash<QString, QString> &values, const QString &narrative, const QString &form = u"2021"_s)
    {
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QString text = test::sampleReport(values, narrative, form).document.text;
        file.write(text.replace(u"2023年"_s, u"%1年"_s.arg(year)).toUtf8());
        file.close();
        QSignalSpy opened(m_desk.get(), &Desk::opened);
        m_window->openFiles({file.fileName()});
        QTRY_COMPARE(opened.size(), 1);
    }
    ComparePage *page() const { return m_window->findChild<ComparePage *>(); }
    QStringList lines() const
    {
        QStringList out;
        const DifferencesModel *model = page()->differences();
        for (int row = 0; model && row < model->rowCount(); ++row) {
            QStringList line;
            for (int column = 0; column < model->columnCount(); ++column)
                line << model->index(row, column).data().toString();
            out << line.join(u' ');
        }
        return out;
    }
    QString label(const char *name) const { return page()->findChild<QLabel *>(QLatin1StringView(name))->text(); }

private Q_SLOTS:
    void init()
    {
        newFolder();
        start();
    }
    void cleanup() { stop(); }

    void anotherBodysProse()
    {
        const QString essay
            = u"我局把河道采砂许可的受理、审查、决定三个环节全部上网，企业可以随时查看办理到哪一步；供水管网改造前先在社区议事会上说明停水"
              u"时段和补偿办法，"
              "听取意见后再开工，施工图和监理单位一并公开；水库移民后扶项目逐一列出清单，每季度更新进展，村组公示栏同步张贴。全年公开信息%1条。"_s;
        QFile file(m_dir->filePath(u"乙.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const ReadReport sample = test::sampleReport({}, essay.arg(77));
        QString text = sample.document.text;
        QVERIFY(!sample.report.agency.isEmpty());
        file.write(text.replace(sample.report.agency, u"白鹭县水务局"_s).toUtf8());
        file.close();
        QSignalSpy opened(m_desk.get(), &Desk::opened);
        m_window->openFiles({file.fileName()});
        QTRY_COMPARE(opened.size(), 1);
        open(u"甲.txt"_s, 2023, {}, essay.arg(412));
        const FindingsPanel *panel = m_window->reviewPage()->findingsPanel();
        auto *button = panel->findChild<QToolButton *>(u"findingTexts"_s);
        int row = -1;
        for (int i = 0; i < panel->model()->rowCount(); ++i)
            row = panel->model()->finding(i).rule == "year.text_reuse"_L1 ? i : row;
        QVERIFY(row >= 0);
        QVERIFY(!button->isVisible());
        panel->view()->setCurrentIndex(panel->model()->index(row, 0));
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(page() && page()->isVisible());
        QCOMPARE(page()->findChild<QComboBox *>(u"compareChoice"_s)->currentText(), u"白鹭县水务局 2023 年报告"_s);
        const auto *texts = page()->findChild<QTextBrowser *>(u"compareTexts"_s);
        QVERIFY(texts->isVisible());
        QVERIFY2(texts->toPlainText().contains(u"仅数字不同"_s), qPrintable(texts->toPlainText()));
    }

    void twoYears()
    {
        open(u"2022.txt"_s, 2022,
            {{u"requests.new_received.natural_person"_s, u"5"_s}, {u"requests.new_received.total"_s, u"5"_s},
                {u"requests.carried_forward.natural_person"_s, u"5"_s}, {u"requests.carried_forward.total"_s, u"5"_s}},
            u"全年收到申请5件，无结转。"_s);
        open(u"2023.txt"_s, 2023, {{u"remedies.review.upheld"_s, u"123456789"_s}, {u"remedies.review.total"_s, u"123456789"_s}},
            u"全年收到申请8件，无结转。"_s);
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(page() && page()->isVisible());
        new QAbstractItemModelTester(page()->differences(), QAbstractItemModelTester::FailureReportingMode::QtTest, page()->differences());
        for (CompareTable *table : page()->tables())
            new QAbstractItemModelTester(table->compareModel(), QAbstractItemModelTester::FailureReportingMode::QtTest, table);
        QCOMPARE(page()->findChild<QComboBox *>(u"compareChoice"_s)->currentText(), u"2022 年报告"_s);
        QCOMPARE(page()->differing(), 6);
        QCOMPARE(lines().size(), 8); // and two columns of what is carried over
        QVERIFY2(lines()[0].contains(u"结转衔接 · 自然人 5 0 ≠"_s), qPrintable(lines()[0]));
        QVERIFY2(lines().last().endsWith(u"0 123456789 +123456789"_s), qPrintable(lines().last()));
        QVERIFY2(label("compareCounts").contains(u"5 列相符、2 列不符"_s), qPrintable(label("compareCounts")));

        // From difference to difference by keyboard; the table shows the same cell.
        QTest::keyClick(page()->list(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(page()->currentCell(), id(u"requests.carried_over.natural_person"_s));
        QCOMPARE(page()->tables()[1]->currentCell(), page()->currentCell());
        QVERIFY(page()->tables()[1]->currentIndex().data(CompareTableModel::OtherRole).toString().contains(u"≠上年结转下年 5"_s));
        QTest::keyClick(page()->list(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(page()->currentCell(), id(u"remedies.review.total"_s));

        // The texts.
        page()->findChild<QTabWidget *>(u"compareTabs"_s)->setCurrentIndex(1);
        const QString text = page()->findChild<QTextBrowser *>(u"compareTexts"_s)->toPlainText();
        QVERIFY2(
            text.contains(u"仅数字不同"_s) && text.contains(u"全年收到申请8件"_s) && text.contains(u"全年收到申请5件"_s), qPrintable(text));

        // Back in the report, at the cell.
        page()->findChild<QTabWidget *>(u"compareTabs"_s)->setCurrentIndex(0);
        page()->list()->setFocus();
        QTest::keyClick(page()->list(), Qt::Key_Return);
        QVERIFY(m_window->reviewPage()->isVisible());
        QCOMPARE(m_window->reviewPage()->currentCell(), id(u"remedies.review.total"_s));
    }

    void anotherFormIsNotComparable()
    {
        open(u"2020.txt"_s, 2020, {}, {}, u"2019"_s);
        open(u"2021.txt"_s, 2021, {}, {});
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY2(label("compareNotes").contains(u"不可比：格式变了"_s), qPrintable(label("compareNotes")));
        const CompareTable *first = page()->tables()[0];
        const QModelIndex at = first->compareModel()->indexOf(id(u"proactive.licensing.decisions"_s));
        QVERIFY(!at.data(CompareTableModel::ComparableRole).toBool());
        QCOMPARE(at.data(CompareTableModel::OtherRole).toString(), u"不可比"_s);
    }

    void withoutLastYearItSaysWhatToDo()
    {
        open(u"2023.txt"_s, 2023, {}, {});
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(page()->findChild<QLabel *>(u"compareEmpty"_s)->isVisible());
        QVERIFY2(label("compareEmpty").contains(u"2022 年的报告"_s), qPrintable(label("compareEmpty")));
        QTest::keyClick(page(), Qt::Key_Escape);
        QVERIFY(m_window->reviewPage()->isVisible());
    }

    void withWhatWasRead()
    {
        open(u"2023.txt"_s, 2023, {{u"requests.granted.other"_s, u"4"_s}}, {});
        ReviewSession *session = m_desk->session();
        QVERIFY(session->perform(verbs::edit(session->report(), id(u"remedies.review.upheld"_s), u"7"_s)));
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(page()->findChild<QComboBox *>(u"compareChoice"_s)->currentText(), u"识别结果"_s);
        QCOMPARE(lines().size(), 1);
        QVERIFY2(lines()[0].endsWith(u"0 7 +7"_s), qPrintable(lines()[0]));
        QVERIFY(!page()->findChild<QTabWidget *>(u"compareTabs"_s)->isTabEnabled(1));
        // It follows what is done meanwhile.
        QVERIFY(session->perform(verbs::edit(session->report(), id(u"requests.granted.other"_s), QString())));
        QCOMPARE(lines().size(), 2);
        QVERIFY(session->undo());
        QVERIFY(session->undo());
        QCOMPARE(lines(), QStringList());
        QVERIFY2(label("compareCounts").contains(u"没有改过"_s), qPrintable(label("compareCounts")));
        m_desk->close();
        QVERIFY(!page()->isVisible());
    }
};

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
