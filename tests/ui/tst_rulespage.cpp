// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/filedialogs.h"
#include "mainwindow.h"
#include "numbers/numberspanel.h"
#include "review/reviewpage.h"
#include "review/source/sourceview.h"
#include "review/verbs.h"
#include "rules/rulespage.h"
#include "samplereport.h"
#include "settings/preferences.h"
#include "window/pagestack.h"
#include "window/sidepanels.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

/// The page of the rules, a rule file of one's own in the settings, and the panel of the numbers in the prose, in the window.
class TestRulesPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();
    void modelsKeepTheirWord();
    void listsAndTries();
    void cellLeadsToTheTable();
    void ownFileFromTheSettings();
    void badFileIsRefusedAndTheRestGoesOn();
    void numbersLeadToTextAndCell();
    void numbersFollowCorrections();

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    void open(const ReadReport &read);
    RulesPage *rulesPage() const { return m_window->findChild<RulesPage *>(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<FileDialogs> m_dialogs;
    std::unique_ptr<MainWindow> m_window;
};

const QByteArray Own = R"({"version": 5, "rules": [
    {"id": "cell.blank", "severity": "hint"},
    {"id": "local.coercion", "severity": "warning", "check": "formula", "formula": "proactive.coercive_measures.decisions = 0",
     "title": "没有强制决定", "message": "{place}：{left}。", "basis": "本地"}]})";

void TestRulesPage::init()
{
    QFile::remove(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/gouji.ini"_s); // panels of the case before
    m_folder = std::make_unique<QTemporaryDir>();
    m_preferences = std::make_unique<Preferences>();
    m_preferences->setRulesFile({});
    m_preferences->setReviewer(u"李审"_s);
    m_desk = std::make_unique<Desk>(knowledge());
    m_dialogs = std::make_unique<FileDialogs>();
    m_window = std::make_unique<MainWindow>(*m_desk, *m_preferences, *m_dialogs);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestRulesPage::cleanup()
{
    m_window.reset();
    m_desk.reset();
    m_preferences->setRulesFile({});
}

QString TestRulesPage::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void TestRulesPage::open(const ReadReport &read)
{
    m_desk->openFiles({write(u"报告.txt"_s, read.document.text.toUtf8())});
    QTRY_VERIFY(m_desk->session());
}

void TestRulesPage::modelsKeepTheirWord()
{
    const ReadReport read = sampleReport({{u"remedies.review.upheld"_s, u"2"_s}}, u"收到政府信息公开申请5件。"_s);
    RulesModel rules;
    TrialModel trial;
    NumbersModel numbers;
    const QAbstractItemModelTester testsRules(&rules, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester testsTrial(&trial, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester testsNumbers(&numbers, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Dossier dossier{read.report, read.document};
    const RuleBook &book = *knowledge().rules;
    rules.setRules(book.rules(), {});
    trial.setTrial(tryRule(*book.rule(u"remedies.total"_s), dossier, book, read.findings));
    numbers.setNumbers(readNumbers(dossier, book));
    QCOMPARE(rules.rowCount(), int(book.rules().size()));
    QCOMPARE(trial.rowCount(), 3);
    QCOMPARE(trial.rowCount(trial.index(0, 0)), 5);
    QVERIFY(numbers.rowCount() > 0);
    trial.setTrial({});
    numbers.setNumbers({});
}

void TestRulesPage::listsAndTries()
{
    QTest::keyClick(m_window.get(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(rulesPage() && rulesPage()->isVisible());
    auto *view = rulesPage()->findChild<QTreeView *>(u"rulesView"_s);
    QCOMPARE(view->model()->rowCount(), int(m_desk->rules().rules().size()));
    QVERIFY(rulesPage()->findChild<QLabel *>(u"trialSays"_s)->text().contains(u"打开一份报告"_s));
    QTest::keyClick(rulesPage(), Qt::Key_Escape);
    open(sampleReport({{u"remedies.review.upheld"_s, u"2"_s}}));
    QTest::keyClick(m_window.get(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(m_window->focusWidget(), u"remedies"_s); // the page is there to look for a rule
    QCOMPARE(view->model()->rowCount(), 1);
    QCOMPARE(view->model()->index(0, RulesModel::OutcomeColumn).data().toString(), u"有问题"_s);
    QCOMPARE(view->model()->index(0, RulesModel::OriginColumn).data().toString(), u"自带"_s);
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(rulesPage()->currentRule(), u"remedies.total"_s);
    QVERIFY(rulesPage()->findChild<QLabel *>(u"trialSays"_s)->text().contains(u"不成立 1"_s));
    QCOMPARE(rulesPage()->findChild<QTreeView *>(u"trialView"_s)->model()->rowCount(), 3);
}

void TestRulesPage::cellLeadsToTheTable()
{
    open(sampleReport({{u"remedies.review.upheld"_s, u"2"_s}}));
    QTest::keyClick(m_window.get(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    rulesPage()->selectRule(u"remedies.total"_s);
    auto *demands = rulesPage()->findChild<QTreeView *>(u"trialView"_s);
    const QModelIndex cell = demands->model()->index(0, 0, demands->model()->index(0, 0));
    QVERIFY(cell.isValid());
    demands->setCurrentIndex(cell);
    demands->scrollTo(cell);
    QTest::keyClick(demands, Qt::Key_Return);
    QTRY_VERIFY(m_window->reviewPage()->isVisible());
    QCOMPARE(m_window->reviewPage()->currentCell(), knowledge().forms->cell(u"remedies.review.upheld"_s));
}

void TestRulesPage::ownFileFromTheSettings()
{
    open(sampleReport({{u"proactive.coercive_measures.decisions"_s, u"3"_s}}));
    const auto told = [&] {
        const QList<Finding> &f = m_desk->session()->findings();
        return std::any_of(f.begin(), f.end(), [](const Finding &one) { return one.rule == "local.coercion"_L1; });
    };
    QVERIFY(!told());
    const QString file = write(u"自己.json"_s, Own);
    m_window->showSettings();
    auto *field = m_window->findChild<QLineEdit *>(u"settingRules"_s);
    QVERIFY(field);
    field->setText(file);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(told());
    QCOMPARE(m_preferences->rulesFile(), file);
    QVERIFY(m_window->findChild<QLabel *>(u"settingRulesNote"_s)->text().contains(u"连同自己的规则"_s));
    QTest::keyClick(m_window.get(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    auto *view = rulesPage()->findChild<QTreeView *>(u"rulesView"_s);
    const auto origin = [&](const QString &id) {
        const QModelIndexList at = view->model()->match(view->model()->index(0, RulesModel::IdColumn), Qt::DisplayRole, id);
        return at.isEmpty() ? QString() : at.first().siblingAtColumn(RulesModel::OriginColumn).data().toString();
    };
    QCOMPARE(origin(u"local.coercion"_s), u"自己的：自己.json"_s);
    QCOMPARE(origin(u"cell.blank"_s), u"自带，由 自己.json 改动"_s);
    // back to the shipped ones
    m_window->showSettings();
    field->clear();
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!told());
}

void TestRulesPage::badFileIsRefusedAndTheRestGoesOn()
{
    open(sampleReport({{u"remedies.review.upheld"_s, u"2"_s}}));
    const QList<Finding> before = m_desk->session()->findings();
    m_window->showSettings();
    auto *field = m_window->findChild<QLineEdit *>(u"settingRules"_s);
    field->setText(write(u"坏.json"_s, QByteArray(Own).replace("local.coercion", "LOCAL")));
    QTest::keyClick(field, Qt::Key_Return);
    const QString note = m_window->findChild<QLabel *>(u"settingRulesNote"_s)->text();
    for (const QString &word : {u"没有采用"_s, u"第 3 行"_s, u"LOCAL"_s})
        QVERIFY2(note.contains(word), qPrintable(note));
    QCOMPARE(m_desk->session()->findings(), before);
    // mended and read again without leaving the page
    write(u"坏.json"_s, Own);
    QTest::keyClick(m_window.get(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(rulesPage()->findChild<QLabel *>(u"rulesFile"_s)->text().contains(u"没有采用"_s));
    QTest::mouseClick(rulesPage()->findChild<QPushButton *>(u"rulesReload"_s), Qt::LeftButton);
    QVERIFY(!rulesPage()->findChild<QLabel *>(u"rulesFile"_s)->text().contains(u"没有采用"_s));
    QVERIFY(m_desk->rules().rule(u"local.coercion"_s));
}

void TestRulesPage::numbersLeadToTextAndCell()
{
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    auto *panel = m_window->findChild<NumbersPanel *>();
    QVERIFY(panel && panel->isVisible());
    QCOMPARE(panel->model()->rowCount(), 0);
    open(sampleReport({{u"requests.carried_over.total"_s, u"2"_s}}, u"网站发布信息1200条。收到政府信息公开申请5件，上年结转2件。"_s));
    QTRY_VERIFY(panel->model()->rowCount() >= 3);
    int row = 0;
    while (row < panel->model()->rowCount() && panel->model()->number(row).number != u"2件"_s)
        ++row;
    QVERIFY(row < panel->model()->rowCount());
    const QModelIndex index = panel->view()->model()->index(row, 0);
    QCOMPARE(index.siblingAtColumn(NumbersModel::OutcomeColumn).data().toString(), u"相符"_s);
    panel->view()->scrollTo(index);
    QTest::mouseClick(panel->view()->viewport(), Qt::LeftButton, {}, panel->view()->visualRect(index).center());
    QTest::mouseDClick(panel->view()->viewport(), Qt::LeftButton, {}, panel->view()->visualRect(index).center());
    QCOMPARE(m_window->reviewPage()->currentCell(), knowledge().forms->cell(u"requests.carried_over.total"_s));
    QVERIFY(m_window->reviewPage()->sourceView()->highlights().contains(panel->model()->number(row).source));
}

void TestRulesPage::numbersFollowCorrections()
{
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    auto *panel = m_window->findChild<NumbersPanel *>();
    panel->show();
    open(sampleReport({}, u"收到政府信息公开申请5件。"_s));
    QTRY_COMPARE(panel->model()->count(ReadNumber::Outcome::Differs), 1);
    const CellId cell = knowledge().forms->cell(u"requests.new_received.total"_s);
    QVERIFY(m_desk->session()->perform(verbs::edit(m_desk->session()->report(), cell, u"5"_s)));
    QCOMPARE(panel->model()->count(ReadNumber::Outcome::Differs), 0);
    QVERIFY(m_desk->session()->undo());
    QCOMPARE(panel->model()->count(ReadNumber::Outcome::Differs), 1);
    m_desk->close();
    QCOMPARE(panel->model()->rowCount(), 0);
}

QTEST_MAIN(TestRulesPage)
#include "tst_rulespage.moc"
