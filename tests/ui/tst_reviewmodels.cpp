// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"
#include "review/cells/problems.h"
#include "review/form/formgeometry.h"
#include "review/form/formtablemodel.h"
#include "review/form/trace.h"
#include "review/panels/choicesmodel.h"
#include "review/panels/findingsmodel.h"
#include "review/verbs.h"
#include "samplereport.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QFile>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace gouji;
using namespace Qt::StringLiterals;

/// The models alone, without a window.
class TestReviewModels : public QObject {
    Q_OBJECT
    static CellId id(const QString &name) { return test::knowledge().forms->cell(name); }
    static Finding finding(Severity severity, const QStringList &cells)
    {
        Finding f;
        f.rule = u"requests.row_total"_s;
        f.severity = severity;
        f.title = u"行合计"_s;
        f.place = u"表三 · 本年新收"_s;
        f.message = u"六类之和 7 ≠ 总计 9"_s;
        f.expected = u"7"_s;
        f.found = u"9"_s;
        for (const QString &name : cells)
            f.cells << id(name);
        return f;
    }

private Q_SLOTS:
    void everyTableKeepsTheRulesOfModels_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<int>("table");
        for (const QString &form : {u"2019"_s, u"2021"_s}) {
            for (int t = 0; t < 3; ++t)
                QTest::addRow("%s table %d", qPrintable(form), t) << form << t;
        }
    }
    void everyTableKeepsTheRulesOfModels()
    {
        QFETCH(QString, form);
        QFETCH(int, table);
        ReviewSession session(test::sampleReport({}, {}, form), test::knowledge());
        FormTableModel model(session, table);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QList<CellId> cells = session.report().formTable(table).cellIds();
        for (const CellId cell : cells) {
            const QModelIndex at = model.indexOf(cell);
            QVERIFY(at.isValid());
            QCOMPARE(model.cellAt(at), cell);
            QCOMPARE(at.data().toString(), u"0"_s);
            QVERIFY(model.flags(at) & Qt::ItemIsEditable);
        }
        QVERIFY(model.setData(model.indexOf(cells.first()), u"12"_s));
        QCOMPARE(model.indexOf(cells.first()).data().toString(), u"12"_s);
        QVERIFY(session.undo().ok());
        QCOMPARE(model.indexOf(cells.first()).data().toString(), u"0"_s);
    }

    void coveredPlacesAreEmpty()
    {
        ReviewSession session(test::sampleReport(), test::knowledge());
        const FormTableModel model(session, 1);
        int anchors = 0;
        for (int r = 0; r < model.rowCount(); ++r) {
            for (int c = 0; c < model.columnCount(); ++c) {
                const QModelIndex at = model.index(r, c);
                if (model.layoutCell(at)) {
                    ++anchors;
                    continue;
                }
                QVERIFY(!at.data().isValid());
                QCOMPARE(model.flags(at), Qt::NoItemFlags);
            }
        }
        QCOMPARE(anchors, int(model.layout().cells.size()));
    }

    void aRefusedEditChangesNothing()
    {
        ReviewSession session(test::sampleReport(), test::knowledge());
        FormTableModel model(session, 1);
        QSignalSpy refused(&session, &ReviewSession::refused);
        const QModelIndex at = model.indexOf(id(u"requests.granted.total"_s));
        QVERIFY(!model.setData(at, u"两件"_s));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(at.data().toString(), u"0"_s);
        QVERIFY(!session.canUndo());
    }

    void statesBecomeMarks()
    {
        ReadReport read = test::sampleReport({{u"requests.granted.other"_s, {}}, {u"requests.granted.total"_s, u"?"_s}});
        read.report.cell(id(u"requests.granted.business"_s)).status = CellStatus::Suspect;
        read.report.cell(id(u"requests.granted.research"_s)).status = CellStatus::Repaired;
        const QHash<CellId, CellMarks> marks = marksOf(read.report, {finding(Severity::Error, {u"requests.new_received.total"_s})});
        QCOMPARE(marks.value(id(u"requests.granted.other"_s)), CellMarks(CellMark::Blank));
        QCOMPARE(marks.value(id(u"requests.granted.total"_s)), CellMarks(CellMark::Missing));
        QCOMPARE(marks.value(id(u"requests.granted.business"_s)), CellMarks(CellMark::Suspect));
        QCOMPARE(marks.value(id(u"requests.granted.research"_s)), CellMarks(CellMark::Repaired));
        QCOMPARE(marks.value(id(u"requests.new_received.total"_s)), CellMarks(CellMark::Error));
        QVERIFY(!marks.contains(id(u"requests.new_received.business"_s)));
    }

    void likelyPlacesShoutAndTheRestDoesNot()
    {
        Finding f = finding(Severity::Error, {u"requests.new_received.total"_s, u"requests.new_received.business"_s});
        f.candidates << Culprit{id(u"requests.new_received.total"_s), Decimal(7), {}};
        const QHash<CellId, CellMarks> marks = marksOf(test::sampleReport().report, {f});
        QVERIFY(marks.value(id(u"requests.new_received.total"_s)) & CellMark::Error);
        QCOMPARE(marks.value(id(u"requests.new_received.business"_s)), CellMarks(CellMark::ErrorPart));
    }

    void findingsKeepTheRulesOfModels()
    {
        FindingsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFindings({finding(Severity::Error, {}), finding(Severity::Hint, {})});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.count(Severity::Error), 1);
        QCOMPARE(model.index(0, FindingsModel::MessageColumn).data().toString(), u"六类之和 7 ≠ 总计 9"_s);
        QCOMPARE(model.index(0, FindingsModel::NumbersColumn).data().toString(), u"9 应为 7"_s);
        model.setFindings({});
        QCOMPARE(model.rowCount(), 0);
    }

    void theListStandsInTheOrderOfTheKey()
    {
        ReadReport read = test::sampleReport();
        const QList<Finding> findings{finding(Severity::Error, {u"requests.carried_forward.total"_s}),
            finding(Severity::Hint, {u"proactive.fees.amount"_s}), finding(Severity::Warning, {u"requests.granted.total"_s}),
            finding(Severity::Warning, {})};
        const QList<int> rows = findingsByPlace(read.report, findings);
        QCOMPARE(rows, QList<int>({3, 2, 0, 1}));
        QList<int> visited;
        for (const Problem &p : problemsOf(read.report, findings))
            visited << p.finding;
        QCOMPARE(rows.first(visited.size()), visited);
        FindingsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        FindingVerdict said;
        said.judgement = Judgement::Confirmed;
        model.setFindings(findings, {said, {}, {}, {}}, rows);
        QCOMPARE(model.indexOf(2), 0);
        QCOMPARE(model.rowOf(0), 2);
        QCOMPARE(model.finding(3).severity, Severity::Hint);
        QCOMPARE(model.verdict(2).judgement, Judgement::Confirmed); // of the finding, not of the line
        QVERIFY(!model.index(2, FindingsModel::VerdictColumn).data().toString().isEmpty());
        QVERIFY(model.index(0, FindingsModel::VerdictColumn).data().toString().isEmpty());
    }

    void problemsFollowTheForm()
    {
        ReadReport read = test::sampleReport({{u"requests.granted.total"_s, u"?"_s}});
        const QList<Finding> findings{finding(Severity::Error, {u"requests.carried_forward.total"_s}),
            finding(Severity::Hint, {u"proactive.fees.amount"_s}), finding(Severity::Warning, {})};
        const QList<Problem> problems = problemsOf(read.report, findings);
        QCOMPARE(problems.size(), 3);
        QCOMPARE(problems[0].finding, 2); // prose first
        QCOMPARE(problems[1].cell, id(u"requests.granted.total"_s));
        QCOMPARE(problems[2].finding, 0);
        QCOMPARE(nextProblem(problems, {}, -1, true), 0);
        QCOMPARE(nextProblem(problems, problems[0], -1, true), 1);
        QCOMPARE(nextProblem(problems, problems[1], problems[1].order, true), 2);
        QCOMPARE(nextProblem(problems, problems[2], problems[2].order, true), -1);
        QCOMPARE(nextProblem(problems, problems[0], -1, false), -1);
        QCOMPARE(nextProblem(problems, {}, 10'000, true), 0); // those left behind are not passed over
        QCOMPARE(nextProblem(problems, {}, -1, false), 2);
        QCOMPARE(nextProblem({}, {}, -1, true), -1);
    }

    void theTraceNamesTheOtherCells()
    {
        const ReadReport read = test::sampleReport();
        const QHash<CellId, QChar> trace = traceOf(read.report, id(u"requests.new_received.total"_s));
        QCOMPARE(trace.value(id(u"requests.carried_over.total"_s)), u'+');
        QCOMPARE(trace.value(id(u"requests.total_handled.total"_s)), u'=');
        QCOMPARE(trace.value(id(u"requests.new_received.natural_person"_s)), u'+'); // 9 + 0 + …, also seen from the total
        QCOMPARE(traceOf(read.report, id(u"requests.new_received.business"_s)).value(id(u"requests.new_received.total"_s)), u'=');
        QVERIFY(!trace.contains(id(u"requests.new_received.total"_s)));
    }

    void previewsAreShownAndChangeNothing()
    {
        ReviewSession session(test::sampleReport(), test::knowledge());
        FormTableModel model(session, 1);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QModelIndex at = model.indexOf(id(u"requests.granted.total"_s));
        QVERIFY(!at.data(FormTableModel::PreviewRole).isValid());
        model.setPreview({{id(u"requests.granted.total"_s), u"8"_s}});
        QCOMPARE(at.data(FormTableModel::PreviewRole).toString(), u"8"_s);
        QCOMPARE(at.data().toString(), u"0"_s);
        QVERIFY(session.history().isEmpty());
        model.setPreview({});
        QVERIFY(!at.data(FormTableModel::PreviewRole).isValid());
    }

    void choicesKeepTheRulesOfModels()
    {
        ReadReport read = test::sampleReport(
            {{u"requests.granted.total"_s, u"8"_s}, {u"requests.total_handled.total"_s, u"8"_s}, {u"requests.new_received.total"_s, u"8"_s},
                {u"requests.new_received.business"_s, u"8"_s}, {u"requests.total_handled.business"_s, u"8"_s}});
        const CellId cell = id(u"requests.granted.business"_s);
        read.report.cell(cell).status = CellStatus::Suspect;
        read.report.cell(cell).candidates = {Candidate{Decimal(8), u"字形相近"_s, {}}, Candidate{Decimal(3), u"另一种放法"_s, {}}};
        ReviewSession session(read, test::knowledge());
        ChoicesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSuggestions(&session, suggestionsFor(session, cell, nullptr));
        QVERIFY(model.rowCount() >= 2);
        QCOMPARE(model.index(0).data().toString(), u"采用 8"_s);
        // What a screen reader says holds everything the eye is shown.
        const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
        for (const QString &words : {u"采用 8"_s, u"字形相近"_s, u"新增 0 项"_s, u"将成立：“予以公开”行"_s, u"商业企业 0 → 8"_s})
            QVERIFY2(spoken.contains(words), qPrintable(spoken));
        const QString other = model.index(1).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(!other.contains(u"将成立"_s) && other.contains(u"0 → 3"_s), qPrintable(other));
        model.setSuggestions(nullptr, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void cellsThatGoTogetherAreOneChoice()
    {
        ReviewSession session(test::sampleReport(), test::knowledge());
        Finding f = finding(Severity::Error, {u"requests.granted.business"_s, u"requests.granted.total"_s});
        f.candidates = {Culprit{id(u"requests.granted.business"_s), Decimal(2), {}, 0},
            Culprit{id(u"requests.granted.total"_s), Decimal(2), {}, 0}, Culprit{id(u"requests.new_received.business"_s), Decimal(5), {}}};
        const QList<Suggestion> offers = suggestionsFor(session, id(u"requests.granted.business"_s), &f);
        QCOMPARE(offers.size(), 2);
        QCOMPARE(offers[0].draft.cells.size(), 2);
        QCOMPARE(offers[1].draft.cells.size(), 1);
        QVERIFY(!offers[0].ranked); // two ways: a person chooses
        QVERIFY(session.perform(offers[0].draft).ok());
        QCOMPARE(session.history().size(), 1);
        QVERIFY(session.undo().ok());
        QVERIFY(session.report() == session.reading());
    }

    void theEnglishTranslationIsComplete()
    {
        QFile file(QStringLiteral(GOUJI_SOURCE_DIR "/translations/gouji_en.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        int messages = 0;
        QString source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"source"_s) {
                source = xml.readElementText();
            } else if (xml.name() == u"translation"_s) {
                ++messages;
                QVERIFY2(!xml.attributes().hasAttribute(u"type"_s), qPrintable(source));
                QVERIFY2(!xml.readElementText().isEmpty(), qPrintable(source));
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(messages > 150);
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/gouji_en.qm"_s));
        QCOMPARE(translator.translate("gouji::ReviewActions", "下一处问题"), u"Next problem"_s);
    }

    void theFormFitsItsWidthAndLeavesNoGap_data()
    {
        QTest::addColumn<int>("width");
        for (const int w : {300, 560, 800, 1600})
            QTest::addRow("%d", w) << w;
    }
    void theFormFitsItsWidthAndLeavesNoGap()
    {
        QFETCH(int, width);
        ReviewSession session(test::sampleReport(), test::knowledge());
        for (int t = 0; t < 3; ++t) {
            const TableLayout &layout = session.report().formTable(t).layout;
            const FormGeometry g(layout, width, QFont(), [](const LayoutCell &c) { return c.cell.isValid() ? u"123456789"_s : c.text; });
            qint64 area = 0;
            for (const LayoutCell &c : layout.cells)
                area += qint64(g.rect(c).width()) * g.rect(c).height();
            QCOMPARE(area, qint64(g.width()) * g.height());
        }
        const FormGeometry plain(
            session.report().formTable(1).layout, 560, QFont(), [](const LayoutCell &c) { return c.cell.isValid() ? u"0"_s : c.text; });
        QVERIFY2(plain.width() <= 640, "the widest official table must shrink to half a small screen");
    }

    /// Between the lines of the form and its air, a head's box holds all of its lines, large letters in little room, too.
    void noHeadIsCut_data()
    {
        QTest::addColumn<double>("points");
        QTest::addColumn<int>("width");
        for (const double points : {9.0, 10.5, 13.5, 18.0}) {
            for (const int w : {300, 521, 800})
                QTest::addRow("%.1f points, %d", points, w) << points << w;
        }
    }
    void noHeadIsCut()
    {
        QFETCH(double, points);
        QFETCH(int, width);
        QFont font;
        font.setPointSizeF(points);
        const QFontMetrics heads(theme::small(font));
        ReviewSession session(test::sampleReport(), test::knowledge());
        for (int t = 0; t < 3; ++t) {
            const TableLayout &layout = session.report().formTable(t).layout;
            const FormGeometry g(layout, width, font, [](const LayoutCell &c) { return c.cell.isValid() ? u"0"_s : c.text; });
            for (const LayoutCell &c : layout.cells) {
                if (c.cell.isValid() || c.text.isEmpty())
                    continue;
                const int line = 1; // one pixel of a cell's rectangle is its line
                const QRect room = g.rect(c).adjusted(FormGeometry::Padding + 1, 0, -FormGeometry::Padding - 1 - line, -line);
                QVERIFY2(room.width() >= std::min<int>(2, int(c.text.size())) * theme::characterWidth(heads), qPrintable(c.text));
                const QRect text = heads.boundingRect(QRect(0, 0, room.width(), 10000), Qt::TextWordWrap | Qt::AlignCenter, c.text);
                QVERIFY2(text.height() <= room.height(), qPrintable(c.text));
            }
        }
    }
};

QTEST_MAIN(TestReviewModels)
#include "tst_reviewmodels.moc"
