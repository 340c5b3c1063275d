// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a small screen, in English, whose words are longer: names stay readable, and nothing has to be scrolled sideways.
#include "compare/comparepage.h"
#include "compare/differencesmodel.h"
#include "review/form/formview.h"
#include "review/form/legend.h"
#include "review/panels/cellpanel.h"
#include "review/reviewpage.h"
#include "rules/rulesmodel.h"
#include "rules/rulespage.h"
#include "samplereport.h"
#include "window/pagestack.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTranslator>
#include <QTreeView>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

class TestWindowRoom : public QObject, WindowFixture {
    Q_OBJECT

    QTranslator m_english;

    template <typename T> T *find(const QString &name) const { return m_window->findChild<T *>(name); }
    QString sample(const QByteArray &year) const
    {
        QFile file(QStringLiteral(GOUJI_SOURCE_DIR "/resources/samples/tabs-lost-spans.txt"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the sample is missing");
        return write(u"%1.txt"_s.arg(QString::fromLatin1(year)), file.readAll().replace("2023", year));
    }
    void startSmall()
    {
        start();
        m_window->resize(1280, 768);
        open(sample("2022"));
        open(sample("2023"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_english.load(u":/i18n/gouji_en.qm"_s));
        QVERIFY(QCoreApplication::installTranslator(&m_english));
    }
    void init() { newFolder(); }
    void cleanup() { stop(); }

    /// The form and the state of a report are what a person chooses from: not sentences about the report.
    void stateAndFormSpeakTheLanguageOfTheWindow()
    {
        startSmall();
        auto *state = find<QComboBox>(u"stateField"_s);
        QCOMPARE(state->currentText(), u"Not begun"_s);
        QCOMPARE(find<QComboBox>(u"formField"_s)->currentText(), u"2021 form"_s);
        state->setFocus();
        QTest::keyClick(state, Qt::Key_Down);
        QTRY_COMPARE(session()->state(), u"open"_s);
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        bool told = false;
        const QAbstractItemModel *queue = m_window->findChild<QAbstractItemView *>(u"queueTable"_s)->model();
        for (int row = 0; row < queue->rowCount(); ++row) {
            for (int column = 0; column < queue->columnCount(); ++column)
                told = told || queue->index(row, column).data().toString() == "In review"_L1;
        }
        QVERIFY(told);
        for (const auto &[id, title] : m_desk->states()) // the sheet is Chinese
            QVERIFY2(title.at(0) > QChar(0x2e80), qPrintable(title));
    }

    void aNarrowPanelKeepsTheNameOfItsCell()
    {
        startSmall();
        page()->selectCell(id(u"requests.not_processed_petition.natural_person"_s));
        auto *head = find<QLabel>(u"cellHead"_s);
        auto *panel = page()->cellPanel();
        for (const int width : {700, 420, 340}) {
            panel->setParent(nullptr);
            panel->resize(width, 200);
            panel->show();
            QVERIFY(QTest::qWaitForWindowExposed(panel));
            QVERIFY2(head->width() >= width / 3, qPrintable(u"%1 of %2"_s.arg(head->width()).arg(width)));
        }
        panel->setParent(page());
    }

    void theListOfDifferencesNamesItsPlaces()
    {
        startSmall();
        m_window->findChild<QAction *>(u"compareLastYear"_s)->trigger();
        auto *list = find<QTreeView>(u"compareList"_s);
        QTRY_VERIFY(list->isVisible());
        QVERIFY(list->model()->rowCount() > 0);
        const QFontMetrics metrics(list->font());
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex place = list->model()->index(row, DifferencesModel::PlaceColumn);
            QVERIFY2(
                list->visualRect(place).width() >= metrics.horizontalAdvance(place.data().toString()), qPrintable(place.data().toString()));
        }
        QVERIFY(list->horizontalScrollBar()->maximum() == 0);
    }

    void theRulesNeedNoScrollingSideways()
    {
        startSmall();
        m_window->findChild<QAction *>(u"showRules"_s)->trigger();
        auto *rules = find<QTreeView>(u"rulesView"_s);
        QTRY_VERIFY(rules->isVisible());
        QCOMPARE(rules->horizontalScrollBar()->maximum(), 0);
        for (const int column : {RulesModel::OutcomeColumn, RulesModel::SeverityColumn}) {
            for (int row = 0; row < rules->model()->rowCount(); ++row) {
                const QModelIndex at = rules->model()->index(row, column);
                QVERIFY2(rules->columnWidth(column) > rules->fontMetrics().horizontalAdvance(at.data().toString()),
                    qPrintable(at.data().toString()));
            }
        }
    }

    void largeLettersLeaveRoomForTheNamesInTheQueue()
    {
        start();
        open(sample("2023"));
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        auto *queue = m_window->findChild<QTableView *>(u"queueTable"_s);
        QTRY_VERIFY(queue->isVisible());
        const int name = queue->fontMetrics().horizontalAdvance(u"云岭市松渡区人民政府"_s);
        for (const int width : {1280, 760, 640}) {
            m_window->resize(width, 600);
            QTRY_VERIFY2(queue->columnWidth(0) > name, qPrintable(u"%1 at %2"_s.arg(queue->columnWidth(0)).arg(width)));
        }
    }

    void theLegendHasRoomForItsWords()
    {
        startSmall();
        m_window->findChild<QAction *>(u"legend"_s)->trigger();
        auto *legend = find<Legend>(u"legend"_s);
        QTRY_VERIFY(legend->isVisible());
        const int two = legend->heightForWidth(legend->fontMetrics().horizontalAdvance(tr("Takes part in an error")) * 2);
        const int wide = legend->heightForWidth(3000);
        QVERIFY(two > wide); // fewer beside each other, more rows
        QCOMPARE(legend->height(), legend->heightForWidth(legend->width()));
    }
};

QTEST_MAIN(TestWindowRoom)
#include "tst_windowroom.moc"
