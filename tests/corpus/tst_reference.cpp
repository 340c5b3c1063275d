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

class TestReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void document_data();
    void document();

private:
    QString m_folder;
};

void TestReference::initTestCase()
{
    m_folder = qEnvironmentVariable("GOUJI_REFERENCE_DIR", QStringLiteral(GOUJI_SOURCE_DIR) + u"/../shared/samples"_s);
    if (QDir(m_folder).entryList({u"*.gold.json"_s}).isEmpty())
        QSKIP(qPrintable(u"No reference reports in %1; set GOUJI_REFERENCE_DIR to a folder of documents with *.gold.json beside them."_s.arg(
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
        const std::optional<Decimal> value = id.isValid() ? report.cell(id).value : std::nullopt;
        // A cell left empty may have been inferred to be 0, as long as the inference is shown as one.
        const bool inferredZero = !it.value() && value && value->isZero() && report.cell(id).status == CellStatus::Repaired;
        if (value != it.value() && !inferredZero)
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

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
