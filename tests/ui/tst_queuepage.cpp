// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/queue.h"
#include "library/queuepage.h"
#include "library/queueviews.h"
#include "library/reportlist.h"
#include "samplereport.h"
#include "window/pagestack.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

/// A report as an invented body would send it in.
ReadReport report(const QString &agency, int year, const QHash<QString, QString> &values, const QString &narrative)
{
    ReadReport out = test::sampleReport(values, narrative);
    out.report.agency = agency;
    out.report.year = year;
    out.document.fileName = u"/in/%1%2.docx"_s.arg(agency).arg(year);
    out.document.sha256 += agency.toUtf8() + QByteArray::number(year);
    return out;
}

const QHash<QString, QString> Wrong{{u"remedies.review.total"_s, u"3"_s}, {u"remedies.review.upheld"_s, u"2"_s}};

} // namespace

/// The queue as a person meets it: the whole window, driven by keys and clicks.
class TestQueuePage : public QObject, protected test::WindowFixture {
    Q_OBJECT

    QString storeFile() const { return m_dir->filePath(u"store.sqlite"_s); }
    void keep(const QList<ReadReport> &reports) const
    {
        const auto store = Store::open(storeFile(), test::knowledge());
        for (const ReadReport &r : reports)
            QVERIFY((*store)->keep(r, {}).ok());
    }
    void keepFour() const
    {
        keep({report(u"青川县财政局"_s, 2022, {}, u"受理滞留件1,203件。"_s), report(u"青川县财政局"_s, 2023, Wrong, u"无。"_s),
            report(u"云岭市水务局"_s, 2022, {{u"requests.granted.total"_s, u"?"_s}}, u"无。"_s),
            report(u"云岭市水务局"_s, 2023, {}, u"无。"_s)});
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_window->focusWidget(), Qt::Key(key), modifiers); }
    void goToQueue()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QCOMPARE(m_window->pages()->shown(), u"showQueue"_s);
        QVERIFY(table()->hasFocus());
    }
    QueuePage *page() const { return m_window->findChild<QueuePage *>(); }
    QTableView *table() const { return page()->table(); }
    QLineEdit *field() const { return page()->findChild<QLineEdit *>(u"queueSearch"_s); }
    QStringList listed() const
    {
        QStringList out;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            out << table()->model()->index(row, 0).data().toString() + table()->model()->index(row, 1).data().toString();
        return out;
    }
    QModelIndex facet(Facet facet, const QString &value) const
    {
        return qobject_cast<FacetModel *>(page()->facets()->model())->indexOf(facet, value);
    }
    void click(const QModelIndex &index)
    {
        auto *view = page()->facets();
        view->scrollTo(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    }

private Q_SLOTS:
    void init() { newFolder(); }
    void cleanup() { stop(); }

    void modelsKeepTheRules()
    {
        keepFour();
        Desk desk(test::knowledge());
        QVERIFY(desk.openStore(storeFile()).ok());
        Queue queue(desk);
        QueueModel *model = queue.model();
        QAbstractItemModelTester rules(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        FacetModel facets(model, test::knowledge().rules);
        QAbstractItemModelTester facetRules(&facets, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->rowCount(), 4);
        QCOMPARE(model->index(0, 0).data().toString(), u"云岭市水务局"_s);
        QueueFilter filter;
        filter.of(Facet::Year) = {u"2023"_s};
        model->setFilter(filter);
        QCOMPARE(model->rowCount(), 2);
        const QPersistentModelIndex last = model->index(1, 3);
        model->sort(QueueModel::ErrorsColumn, Qt::DescendingOrder);
        QCOMPARE(last.row(), 0);
        QCOMPARE(last.column(), 3);
        QCOMPARE(model->index(0, QueueModel::ErrorsColumn).data().toString(), u"1"_s);
        QCOMPARE(model->index(1, QueueModel::ErrorsColumn).data().toString(), QString());
        model->setFilter({});
        QCOMPARE(model->rowCount(), 4);
        // A new report is listed at once, a changed one stays where it is.
        {
            const auto store = Store::open(storeFile(), test::knowledge());
            const QUuid id = *(*store)->keep(report(QString(), 0, {}, u"新。"_s), {});
            model->put(*(*store)->queueRow(id));
            QCOMPARE(model->rowCount(), 5);
            QVERIFY(model->indexOf(id).data().toString().contains(u"单位未知"_s));
            QSignalSpy counted(model, &QueueModel::facetsChanged);
            QVERIFY(counted.wait());
            QCOMPARE(model->rowCount(), 5);
        }
        const QUuid changed = model->index(4, 0).data(QueueModel::IdRole).toUuid();
        desk.openStored(changed);
        QVERIFY(desk.session()->setState(u"done"_s).ok());
        QCOMPARE(model->index(4, QueueModel::StateColumn).data().toString(), u"已审"_s);
        QCOMPARE(model->unfinished(changed, true).size(), 2); // one with an error, one with cells to be confirmed
        QTRY_COMPARE(facets.indexOf(Facet::State, u"done"_s).data(FacetModel::CountRole).toInt(), 1);
    }

    void emptyQueueSaysWhatToDo()
    {
        start();
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QCOMPARE(m_window->pages()->shown(), u"showQueue"_s);
        QVERIFY(page()->findChild<QLabel *>(u"queueEmptyTitle"_s)->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QCOMPARE(m_window->pages()->shown(), QString());
    }
    void keysAloneFindAndOpen()
    {
        keepFour();
        start();
        goToQueue();
        QVERIFY(!m_window->findChild<ReportList *>()->isVisible());
        QCOMPARE(table()->currentIndex().row(), 0);
        press(Qt::Key_Down);
        QCOMPARE(table()->currentIndex().row(), 1);
        QTest::keyClicks(m_window->focusWidget(), u"202"_s); // typing searches
        QVERIFY(field()->hasFocus());
        QTest::keyClicks(m_window->focusWidget(), u"3"_s);
        QCOMPARE(field()->text(), u"2023"_s);
        QCOMPARE(listed(), (QStringList{u"云岭市水务局2023"_s, u"青川县财政局2023"_s}));
        press(Qt::Key_Down);
        QVERIFY(table()->hasFocus());
        press(Qt::Key_End);
        QSignalSpy opened(m_desk.get(), &Desk::opened);
        press(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(m_window->pages()->shown(), QString());
        QCOMPARE(m_desk->session()->report().agency, u"青川县财政局"_s);
        QCOMPARE(m_desk->session()->report().year, 2023);
        // Back to the same place; the narrow list shows the same choice.
        QCOMPARE(m_window->findChild<QListView *>(u"reportListView"_s)->model()->rowCount(), 2);
        goToQueue();
        QCOMPARE(table()->currentIndex().row(), 1);
        press(Qt::Key_Escape); // first the filter, then the page
        QCOMPARE(listed().size(), 4);
        QCOMPARE(table()->currentIndex().data(QueueModel::IdRole).toUuid(), m_desk->reportId());
        press(Qt::Key_Escape);
        QCOMPARE(m_window->pages()->shown(), QString());
    }

    void textsAndNumbersAreFound()
    {
        keepFour();
        start();
        goToQueue();
        for (const QString &word : {u"滞留"_s, u"1203"_s}) {
            field()->setFocus();
            field()->clear();
            QTest::keyClicks(field(), word.at(0) == u'1' ? word : QString());
            if (word.at(0) != u'1') { // what an input method hands over
                QInputMethodEvent event;
                event.setCommitString(word);
                QCoreApplication::sendEvent(field(), &event);
            }
            QTRY_COMPARE(listed(), QStringList{u"青川县财政局2022"_s});
        }
        QTest::keyClicks(field(), u"99"_s);
        QTRY_COMPARE(page()->findChild<QLabel *>(u"queueEmptyTitle"_s)->text(), u"没有符合条件的报告"_s);
        QTest::mouseClick(page()->findChild<QPushButton *>(u"queueShowAll"_s), Qt::LeftButton);
        QCOMPARE(listed().size(), 4);
    }

    void facetsNarrowWithAClick()
    {
        keepFour();
        start();
        goToQueue();
        QCOMPARE(facet(Facet::Region, u"云岭市"_s).data(FacetModel::CountRole).toInt(), 2);
        QCOMPARE(facet(Facet::Problem, u"error"_s).data(FacetModel::CountRole).toInt(), 1);
        QCOMPARE(facet(Facet::Problem, u"waiting"_s).data(FacetModel::CountRole).toInt(), 1);
        click(facet(Facet::Region, u"云岭市"_s));
        QCOMPARE(listed(), (QStringList{u"云岭市水务局2023"_s, u"云岭市水务局2022"_s}));
        QVERIFY(facet(Facet::Region, u"云岭市"_s).data(FacetModel::ChosenRole).toBool());
        QCOMPARE(facet(Facet::Region, u"青川县"_s).data(FacetModel::CountRole).toInt(), 2); // what it would add
        QCOMPARE(facet(Facet::Year, u"2022"_s).data(FacetModel::CountRole).toInt(), 1);
        page()->facets()->setFocus();
        page()->facets()->setCurrentIndex(facet(Facet::Year, u"2022"_s));
        press(Qt::Key_Space);
        QCOMPARE(listed(), QStringList{u"云岭市水务局2022"_s});
        press(Qt::Key_Space);
        QCOMPARE(listed().size(), 2);
        QTest::mouseClick(page()->findChild<QToolButton *>(u"queueClear"_s), Qt::LeftButton);
        QCOMPARE(listed().size(), 4);
    }

    void columnsSort()
    {
        keepFour();
        start();
        goToQueue();
        QHeaderView *header = table()->horizontalHeader();
        const QPoint at(header->sectionViewportPosition(QueueModel::AgencyColumn) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(listed().first(), u"青川县财政局2023"_s); // q before y, newest first
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(listed().first(), u"云岭市水务局2023"_s);
    }

    void viewsAreSavedAndComeBack()
    {
        keepFour();
        start();
        goToQueue();
        click(facet(Facet::Problem, u"error"_s));
        click(facet(Facet::Year, u"2023"_s));
        auto *views = page()->findChild<QueueViews *>();
        QTest::mouseClick(views->findChild<QToolButton *>(u"queueSaveView"_s), Qt::LeftButton);
        auto *name = views->findChild<QLineEdit *>(u"queueViewName"_s);
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, u"mine"_s);
        QTest::keyClick(name, Qt::Key_Return);
        stop();
        start();
        goToQueue();
        QCOMPARE(listed().size(), 4);
        views = page()->findChild<QueueViews *>();
        const auto button = [&]() -> QToolButton * {
            for (auto *b : views->findChildren<QToolButton *>()) {
                if (b->text() == u"mine"_s && b->isVisibleTo(views))
                    return b;
            }
            return nullptr;
        };
        QVERIFY(button());
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(listed(), QStringList{u"青川县财政局2023"_s});
        QVERIFY(button()->isChecked());
        QTest::keyClick(button(), Qt::Key_Delete);
        QVERIFY(!button());
        QVERIFY(views->saved().isEmpty());
    }

    void oldRowsAreBroughtUpToDate()
    {
        keepFour();
        {
            const auto store = Store::open(storeFile(), test::knowledge());
            const QUuid id = (*store)->queue()->rows.first().id;
            Act act; // a program was stopped between act and summary
            act.id = QUuid::createUuid();
            act.who = u"李审"_s;
            act.when = QDateTime::currentDateTimeUtc();
            act.fields << FieldChange{Field::State, u"new"_s, u"returned"_s};
            QVERIFY((*store)->append(id, act).ok());
        }
        start();
        goToQueue();
        QTRY_COMPARE(table()->model()->index(0, QueueModel::StateColumn).data().toString(), u"待单位整改"_s);
    }
};

QTEST_MAIN(TestQueuePage)
#include "tst_queuepage.moc"
