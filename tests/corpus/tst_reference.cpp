// SPDX-License-Identifier: GPL-3.0-or-later
// Real reports with gold values, kept outside the project: a folder of FILE and NAME.gold.json pairs, named by
// GOUJI_REFERENCE_DIR or lying at ../shared/samples beside the source tree. Used where it exists.
#include "expectation.h"
#include "samplereport.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestReference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void document_data();
    void document();
    void findings_data();
    void findings();

private:
    QString m_folder;
};

void TestReference::initTestCase()
{
    m_folder = qEnvironmentVariable("GOUJI_REFERENCE_DIR", QStringLiteral(GOUJI_SOURCE_DIR) + u"/../shared/samples"_s);
    if (QDir(m_folder).entryList({u"*.gold.json"_s}).isEmpty())
        QSKIP(
            qPrintable(u"No reference reports in %1; set GOUJI_REFERENCE_DIR to a folder of documents with *.gold.json beside them."_s.arg(
                QDir::cleanPath(m_folder))));
}

void TestReference::document_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QJsonObject>("gold");
    for (const QString &name : QDir(m_folder).entryList({u"*.gold.json"_s}, QDir::Files, QDir::Name)) {
        QFile json(m_folder + u'/' + name);
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonObject gold = QJsonDocument::fromJson(json.readAll()).object();
        const QString file = gold["file"_L1].toString();
        QTest::newRow(qPrintable(file)) << m_folder + u'/' + file << gold;
    }
}

void TestReference::document()
{
    QFETCH(QString, file);
    QFETCH(QJsonObject, gold);
    const Result<ReadReport> reading = readReport(file, test::knowledge());
    QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.error().message));
    const Report &report = reading->report;

    QStringList blank;
    const QJsonArray blankNames = gold["blank"_L1].toArray();
    for (const auto &name : blankNames)
        blank += name.toString();
    QMap<QString, std::optional<Decimal>> truth;
    const QJsonObject cells = gold["cells"_L1].toObject();
    for (auto it = cells.begin(); it != cells.end(); ++it)
        truth.insert(it.key(), blank.contains(it.key()) ? std::nullopt : Decimal::fromString(it.value().toString()));

    const QStringList silent = test::silentErrors(*reading, truth);
    QVERIFY2(silent.isEmpty(), qPrintable(u"certain and wrong:\n"_s + silent.join(u'\n')));
    const QStringList inferred = test::wrongInferences(*reading, truth);
    QVERIFY2(inferred.isEmpty(), qPrintable(inferred.join(u'\n')));
    const QStringList broken = test::brokenSources(*reading);
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));

    QCOMPARE(report.agency, gold["agency"_L1].toString());
    QCOMPARE(report.year, gold["year"_L1].toInt());
    QCOMPARE(report.form, gold["format"_L1].toString());
    QStringList wrong;
    for (auto it = truth.begin(); it != truth.end(); ++it) {
        const CellId id = report.catalogue().cell(it.key());
        const Cell cell = id.isValid() ? report.cell(id) : Cell();
        // A cell left empty may have been inferred to be 0, as long as the inference is shown as one.
        const bool inferredZero = !it.value() && cell.value && cell.value->isZero() && cell.status == CellStatus::Repaired;
        if (cell.value != it.value() && !inferredZero)
            wrong += it.key();
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u"not found: "_s + wrong.join(u' ')));

    const QJsonArray faults = gold["faults"_L1].toArray();
    for (const auto &fault : faults) {
        const QString rule = fault.toObject()["rule"_L1].toString();
        const QJsonArray named = fault.toObject()["cells"_L1].toArray();
        const bool found = std::any_of(reading->findings.begin(), reading->findings.end(), [&](const Finding &finding) {
            return finding.rule == rule && std::any_of(finding.cells.begin(), finding.cells.end(), [&](CellId id) {
                return named.contains(report.catalogue().name(id));
            });
        });
        QVERIFY2(found, qPrintable(u"planted finding not found: "_s + rule));
    }
}

/// What a reviewer who knows the five published reports expects to be told of them, and not to be told.
void TestReference::findings_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QStringList>("told"); // "rule severity cell"; the cell may be left out
    QTest::addColumn<QStringList>("silent"); // beginnings of rules, of a severity where it is said
    const QStringList sums{u"requests."_s, u"remedies."_s, u"cell.invalid"_s};
    const auto with = [](QStringList list, const QStringList &more) { return list += more; };
    QTest::newRow("000: the sums hold, other wordings are known, a stock of one document before this year")
        << u"000"_s << QStringList() << with(sums, {u"narrative."_s, u"fees."_s, u"year."_s, u"form. error"_s, u"cell.missing"_s});
    QTest::newRow("001: 8 is 7 and 1 carried over; short rows are open; two lawsuits nobody speaks of")
        << u"001"_s
        << QStringList{u"narrative.mismatch warning requests.new_received.total"_s,
               u"row.ambiguous warning requests.carried_forward.natural_person"_s,
               u"cell.suspect warning proactive.normative_documents.in_force"_s,
               u"narrative.silent hint remedies.litigation_direct.total"_s, u"fees.statement hint"_s}
        << with(sums, {u"narrative.mismatch error"_s, u"narrative.self"_s, u"narrative.negative"_s, u"form. error"_s});
    QTest::newRow("002: 8 accepted, 9 in the table; headings numbered within a section, and many traps")
        << u"002"_s << QStringList{u"narrative.mismatch error requests.new_received.total"_s, u"fees.statement hint"_s}
        << with(sums, {u"narrative.self"_s, u"narrative.negative"_s, u"narrative.percent"_s, u"form.sections"_s, u"row.ambiguous"_s});
    QTest::newRow("003: all zero, no remedies spoken of and none there, a row shifted by a column")
        << u"003"_s << QStringList() << with(sums, {u"narrative."_s, u"fees."_s, u"year.stale"_s, u"row.ambiguous"_s, u"form. error"_s});
    QTest::newRow("004: nothing received and nothing there; documents by attribute and help to others are no applications")
        << u"004"_s << QStringList{u"form.sections hint"_s}
        << with(sums, {u"narrative."_s, u"fees."_s, u"form.title error"_s, u"form.sections error"_s});
}

void TestReference::findings()
{
    QFETCH(QString, number);
    QFETCH(QStringList, told);
    QFETCH(QStringList, silent);
    const QStringList files = QDir(m_folder).entryList({number + u"_*.txt"_s});
    if (files.isEmpty())
        QSKIP(qPrintable(u"There is no report %1 in %2."_s.arg(number, QDir::cleanPath(m_folder))));
    const Result<ReadReport> reading = readReport(m_folder + u'/' + files.first(), test::knowledge());
    QVERIFY(reading.ok());
    for (const Finding &f : reading->findings) {
        const QString severity = severityName(f.severity);
        told.removeIf([&](const QString &line) {
            const QStringList words = line.split(u' ');
            const CellId cell = reading->report.catalogue().cell(words.value(2));
            return words[0] == f.rule && words[1] == severity && (words.size() < 3 || f.cells.contains(cell));
        });
        for (const QString &line : std::as_const(silent)) {
            const QStringList words = line.split(u' ');
            QVERIFY2(!f.rule.startsWith(words[0]) || (words.size() > 1 && words[1] != severity), qPrintable(f.rule + u' ' + f.message));
        }
    }
    QVERIFY2(told.isEmpty(), qPrintable(u"not told: "_s + told.join(u"; "_s)));
}

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
