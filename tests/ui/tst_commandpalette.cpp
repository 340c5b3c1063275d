// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/actionlist.h"
#include "window/commandpalette.h"
#include "window/fuzzymatch.h"
#include "window/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

/// Commands are found by a few letters and happen where the focus was.
class TestCommandPalette : public QObject {
    Q_OBJECT
    std::unique_ptr<QMainWindow> m_window;
    QLineEdit *m_page = nullptr;
    ActionList *m_list = nullptr;
    CommandPalette *m_palette = nullptr;
    QStringList m_done;

    QAction *add(const char *id, const QString &text, const QList<QKeySequence> &keys = {})
    {
        QAction *action = m_list->add({id, ActionGroup::EditUndo, text, u"说明"_s, keys});
        connect(action, &QAction::triggered, this, [this, action] { m_done << action->objectName(); });
        return action;
    }
    QStringList shown() const
    {
        QStringList out;
        for (int row = 0; row < m_palette->view()->model()->rowCount(); ++row)
            out << m_palette->view()->model()->index(row, 0).data().toString();
        return out;
    }
    void type(const QString &text) { QTest::keyClicks(m_palette->field(), text); }
    void press(Qt::Key key) { QTest::keyClick(m_palette->field(), key); }

private Q_SLOTS:
    void init()
    {
        m_done.clear();
        m_window = std::make_unique<QMainWindow>();
        m_page = new QLineEdit;
        m_window->setCentralWidget(m_page);
        m_list = new ActionList(m_window.get());
        add("open", u"打开报告…"_s, {QKeySequence(u"Ctrl+O"_s)});
        add("undo", u"撤销：清空单元格"_s);
        add("next", u"下一处问题"_s, {Qt::Key_F8});
        add("pdf", u"导出 PDF…"_s);
        m_palette = new CommandPalette(m_list, m_window.get());
        m_window->resize(800, 600);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        m_page->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), m_page);
    }
    void cleanup() { m_window.reset(); }

    void found_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("as it is written") << u"问题"_s << u"下一处问题"_s << true;
        QTest::newRow("characters with others between") << u"下题"_s << u"下一处问题"_s << true;
        QTest::newRow("in another order") << u"题问"_s << u"下一处问题"_s << false;
        QTest::newRow("initials") << u"xycwt"_s << u"下一处问题"_s << true;
        QTest::newRow("some initials") << u"wt"_s << u"下一处问题"_s << true;
        QTest::newRow("whole pinyin") << u"wenti"_s << u"下一处问题"_s << true;
        QTest::newRow("pinyin and initials") << u"went"_s << u"下一处问题"_s << true;
        QTest::newRow("pinyin with spaces") << u"wen ti"_s << u"下一处问题"_s << true;
        QTest::newRow("characters and letters") << u"导p"_s << u"导出 PDF…"_s << true;
        QTest::newRow("upper case") << u"DCPDF"_s << u"导出 PDF…"_s << true;
        QTest::newRow("the other reading") << u"cz"_s << u"重做"_s << true;
        QTest::newRow("Latin letters are no pinyin of Latin letters") << u"x"_s << u"PDF"_s << false;
        QTest::newRow("letters that are not there") << u"qq"_s << u"下一处问题"_s << false;
        QTest::newRow("not the middle of a syllable") << u"enti"_s << u"下一处问题"_s << false;
        QTest::newRow("nothing typed") << u" "_s << u"下一处问题"_s << false;
        QTest::newRow("a very long text") << u"下"_s << QString(4000, u'下') << false;
    }
    void found()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        Pinyin pinyin;
        QTEST(fuzzyMatch(typed, text, pinyin).score > 0, "found");
    }

    void aRunIsBetterThanScatteredLetters()
    {
        Pinyin pinyin;
        QVERIFY(fuzzyMatch(u"sx", u"刷新列表", pinyin).score > fuzzyMatch(u"sx", u"收到和处理政府信息公开申请情况（续）", pinyin).score);
        QCOMPARE(fuzzyMatch(u"wt", u"下一处问题", pinyin).places, QList<int>({3, 4}));
    }

    void aCommandIsFoundAndRunWhereTheFocusWas()
    {
        m_palette->open();
        QTRY_COMPARE(QApplication::focusWidget(), m_palette->field());
        QCOMPARE(shown().size(), 4);
        type(u"xyc"_s);
        QCOMPARE(shown(), QStringList{u"下一处问题"_s});
        QCOMPARE(m_palette->view()->currentIndex().data(PaletteModel::KeyRole).toString(), u"F8"_s);
        QWidget *focus = nullptr;
        connect(m_list->find("next"_L1), &QAction::triggered, this, [&focus] { focus = QApplication::focusWidget(); });
        press(Qt::Key_Return);
        QCOMPARE(m_done, QStringList{u"next"_s});
        QCOMPARE(focus, m_page);
        QVERIFY(!m_palette->isVisible());
    }

    void theRecentOnesStandFirst()
    {
        m_palette->open();
        type(u"dcpdf"_s);
        press(Qt::Key_Return);
        m_palette->open();
        QCOMPARE(shown().first(), u"导出 PDF…"_s);
        QCOMPARE(m_palette->recent(), QStringList{u"pdf"_s});
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(m_done, QStringList({u"pdf"_s, u"open"_s}));
        QCOMPARE(m_palette->recent(), QStringList({u"open"_s, u"pdf"_s}));
    }

    void whatCannotBeDoneNowStandsLastAndIsNotDone()
    {
        m_list->find("open"_L1)->setEnabled(false);
        m_palette->open();
        QCOMPARE(shown().last(), u"打开报告…"_s);
        type(u"dkbg"_s);
        press(Qt::Key_Return);
        QCOMPARE(m_done, QStringList());
        QVERIFY(m_palette->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!m_palette->isVisible());
        QCOMPARE(QApplication::focusWidget(), m_page);
    }

    void aPrefixSearchesSomethingElse()
    {
        QString went;
        m_palette->addSource(u'@', u"行"_s, [&went](const QString &) {
            QList<PaletteEntry> rows;
            for (const QString &row : {u"予以公开"_s, u"部分公开"_s})
                rows << PaletteEntry{{}, row, {}, {}, {}, true, [&went, row] { went = row; }};
            return rows;
        });
        m_palette->open();
        type(u"@bf"_s);
        QCOMPARE(shown(), QStringList{u"部分公开"_s});
        press(Qt::Key_Backspace);
        press(Qt::Key_Backspace);
        QCOMPARE(shown(), QStringList({u"予以公开"_s, u"部分公开"_s}));
        press(Qt::Key_Return);
        QCOMPARE(went, u"予以公开"_s);
        // Opened with the prefix, the next key is typed behind it.
        m_palette->open(u"@"_s);
        QCOMPARE(m_palette->field()->selectedText(), QString());
        type(u"bf"_s);
        QCOMPARE(shown(), QStringList{u"部分公开"_s});
        QCOMPARE(m_palette->recent(), QStringList()); // rows are no commands
    }

    void nothingFoundIsSaid()
    {
        m_palette->open();
        type(u"zzzz"_s);
        QVERIFY(!m_palette->view()->isVisible());
        QVERIFY(m_palette->findChild<QLabel *>()->isVisible());
        press(Qt::Key_Return);
        QCOMPARE(m_done, QStringList());
    }

    void aClickElsewherePutsItAway()
    {
        m_palette->open();
        QTRY_COMPARE(QApplication::focusWidget(), m_palette->field());
        m_page->setFocus(Qt::MouseFocusReason);
        QTRY_VERIFY(!m_palette->isVisible());
        QCOMPARE(QApplication::focusWidget(), m_page);
    }

    void theModelIsSound()
    {
        PaletteModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({{u"a"_s, u"甲"_s, {}, {}, {}, true, {}}, {u"b"_s, u"乙"_s, {}, {}, {}, false, {}}}, {u"b"_s});
        model.search(u"j"_s);
        QCOMPARE(model.rowCount(), 1);
        model.search({});
        QCOMPARE(model.rowCount(), 2);
    }
};

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
