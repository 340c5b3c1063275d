// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/reportjson.h"

#include "output/jsonwriter.h"
#include "samplereport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestReportJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeReport();
    void statuses_data();
    void statuses();
    void fields();
    void findings();
    void corrected();
    void candidates();
    void error();
    void strings_data();
    void strings();
    void keyOrder();
};

static QJsonObject parse(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonObject o = QJsonDocument::fromJson(line, &error).object();
    if (error.error != QJsonParseError::NoError)
        qWarning("%s at %d", qPrintable(error.errorString()), int(error.offset));
    return o;
}

void TestReportJson::wholeReport()
{
    const ReadReport read = test::sampleReport({{u"requests.new_received.total"_s, u"17"_s}});
    const QByteArray line = reportJson(u"甲/乙.txt"_s, read.report, read.findings);
    QVERIFY(!line.contains('\n'));
    const QJsonObject o = parse(line);
    QCOMPARE(o["file"_L1].toString(), u"甲/乙.txt"_s);
    QCOMPARE(o["agency"_L1].toString(), u"云岭市水务局"_s);
    QCOMPARE(o["year"_L1].toInt(), 2023);
    QCOMPARE(o["format"_L1].toString(), u"2021"_s);
    QCOMPARE(o["cells"_L1].toObject().size(), 200);
    const QJsonObject cell = o["cells"_L1].toObject()["requests.new_received.total"_L1].toObject();
    QCOMPARE(cell["value"_L1].toString(), u"17"_s);
    QCOMPARE(cell["text"_L1].toString(), u"17"_s);
    const QJsonArray source = cell["source"_L1].toArray();
    QCOMPARE(read.document.text.mid(source[0].toInt(), source[1].toInt() - source[0].toInt()), u"17"_s);
    QCOMPARE(o["sections"_L1].toArray().size(), 6);
    QCOMPARE(o["sections"_L1].toArray()[2].toObject()["number"_L1].toInt(), 3);
}

void TestReportJson::statuses_data()
{
    QTest::addColumn<CellStatus>("status");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("placed");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("read") << CellStatus::Read << u"12.5"_s << u"12.50"_s << true
                          << QByteArray(R"({"value": "12.5", "status": "read", "text": "12.50", "source": [7, 12]})");
    QTest::newRow("blank") << CellStatus::Blank << QString() << QString() << true
                           << QByteArray(R"({"value": null, "status": "blank", "text": "", "source": [7, 7]})");
    QTest::newRow("blank stroke") << CellStatus::Blank << QString() << u"/"_s << true
                                  << QByteArray(R"({"value": null, "status": "blank", "text": "/", "source": [7, 8]})");
    QTest::newRow("missing") << CellStatus::Missing << QString() << QString() << false
                             << QByteArray(R"({"value": null, "status": "missing", "text": null, "source": null})");
    QTest::newRow("suspect") << CellStatus::Suspect << QString() << u"O"_s << true
                             << QByteArray(R"({"value": null, "status": "suspect", "text": "O", "source": [7, 8]})");
    QTest::newRow("repaired") << CellStatus::Repaired << u"-3"_s << u"-З"_s << true
                              << QByteArray("{\"value\": \"-3\", \"status\": \"repaired\", \"text\": \"-З\", \"source\": [7, 9]}");
}

void TestReportJson::statuses()
{
    QFETCH(CellStatus, status);
    QFETCH(QString, value);
    QFETCH(QString, text);
    QFETCH(bool, placed);
    QFETCH(QByteArray, expected);
    ReadReport read = test::sampleReport();
    Cell &cell = read.report.cell(read.report.catalogue().cell(u"proactive.fees.amount"_s));
    cell = Cell();
    cell.status = status;
    cell.value = Decimal::fromString(value);
    cell.text = text;
    if (placed)
        cell.source = {7, 7 + text.size()};
    const QByteArray line = reportJson(u"a"_s, read.report, {});
    const QByteArray key = "\"proactive.fees.amount\": ";
    const qsizetype at = line.indexOf(key) + key.size();
    QCOMPARE(line.mid(at, line.indexOf('}', at) + 1 - at), expected);
}

void TestReportJson::fields()
{
    const Report empty(test::knowledge().forms, test::knowledge().forms->newest());
    const QJsonObject o = parse(reportJson(u"a"_s, empty, {}));
    QVERIFY(o["agency"_L1].isNull());
    QVERIFY(o["year"_L1].isNull());
    QCOMPARE(o["agency_status"_L1].toString(), u"missing"_s);
    QCOMPARE(o["year_status"_L1].toString(), u"missing"_s);
    QVERIFY(o["agency_source"_L1].isNull());
    QVERIFY(o["sections"_L1].isArray());
    const ReadReport read = test::sampleReport();
    const QJsonArray source = parse(reportJson(u"a"_s, read.report, {}))["agency_source"_L1].toArray();
    QCOMPARE(source, QJsonArray({0, 6}));
}

void TestReportJson::findings()
{
    const ReadReport read = test::sampleReport();
    const CellId cell = read.report.catalogue().cell(u"requests.granted.total"_s);
    Finding full;
    full.rule = u"requests.balance"_s;
    full.severity = Severity::Warning;
    full.cells = {cell};
    full.message = u"“9”≠\"8\""_s;
    full.expected = u"9"_s;
    full.found = u"8"_s;
    full.also = QStringList{u"requests.row_total"_s};
    full.candidates = {Culprit{cell, Decimal(9), u"合计"_s}};
    full.blame = Blame::Report;
    full.sources = {{3, 9}, {5, 6}};
    full.basis = u"依据"_s;
    Finding bare;
    bare.rule = u"cell.blank"_s;
    const QJsonArray list = parse(reportJson(u"a"_s, read.report, {full, bare}))["findings"_L1].toArray();
    QCOMPARE(list.size(), 2);
    const QJsonObject expected = parse(R"({"rule": "requests.balance", "severity": "warning", "cells": ["requests.granted.total"],
        "message": "“9”≠\"8\"", "expected": "9", "found": "8", "also": ["requests.row_total"],
        "candidates": [{"cell": "requests.granted.total", "value": "9", "why": "合计"}], "blame": "report",
        "sources": [[3, 9], [5, 6]], "basis": "依据"})");
    QCOMPARE(list[0].toObject(), expected);
    const QJsonObject expectedBare = parse(R"({"rule": "cell.blank", "severity": "error", "cells": [], "message": "",
        "expected": null, "found": null, "blame": "open"})");
    QCOMPARE(list[1].toObject(), expectedBare);
}

void TestReportJson::corrected()
{
    const ReadReport read = test::sampleReport();
    Report report = read.report;
    Cell &cell = report.cell(report.catalogue().cell(u"requests.granted.total"_s));
    cell.status = CellStatus::Corrected;
    cell.value = Decimal(8);
    cell.confirmed = true;
    const QJsonObject o
        = parse(reportJson(u"a"_s, report, {}, &read.report))["cells"_L1].toObject()["requests.granted.total"_L1].toObject();
    QCOMPARE(o["status"_L1].toString(), u"corrected"_s);
    QCOMPARE(o["value"_L1].toString(), u"8"_s);
    QCOMPARE(o["was"_L1].toString(), u"0"_s);
    QCOMPARE(o["confirmed"_L1].toBool(), true);
}

void TestReportJson::candidates()
{
    ReadReport read = test::sampleReport();
    Cell &cell = read.report.cell(read.report.catalogue().cell(u"requests.granted.total"_s));
    cell.why = u"缺一个数"_s;
    cell.candidates = {Candidate{Decimal(3), u"合计可得"_s, {10, 11}}, Candidate{{}, u"可能为空"_s, {}}};
    const QJsonObject o = parse(reportJson(u"a"_s, read.report, {}))["cells"_L1].toObject()["requests.granted.total"_L1].toObject();
    QCOMPARE(o["why"_L1].toString(), u"缺一个数"_s);
    const QJsonArray list = o["candidates"_L1].toArray();
    QCOMPARE(list[0].toObject()["value"_L1].toString(), u"3"_s);
    QVERIFY(list[1].toObject()["value"_L1].isNull());
}

void TestReportJson::error()
{
    QCOMPARE(errorJson(u"a.txt"_s, Error{u"empty"_s, u"文件是空的。"_s}),
        QByteArray("{\"file\": \"a.txt\", \"error\": {\"code\": \"empty\", \"message\": \"文件是空的。\"}}"));
}

void TestReportJson::strings_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << u"\"\\/"_s;
    QTest::newRow("controls") << u"\n\t\r\b\f\u0001\u007f"_s;
    QTest::newRow("two bytes") << u"é×\u07ff"_s;
    QTest::newRow("three bytes") << u"\u0800勾稽\uffff"_s;
    QTest::newRow("four bytes") << u"𠮷\U0010ffff"_s;
    QTest::newRow("nul") << QString(1, QChar(0));
}

void TestReportJson::strings()
{
    QFETCH(QString, text);
    JsonWriter json(1); // grows as it must
    json.beginArray();
    json.string(text);
    json.endArray();
    QCOMPARE(QJsonDocument::fromJson(json.take()).array()[0].toString(), text);
    JsonWriter broken(1);
    broken.string(QString(text + QChar(0xd842)));
    const QByteArray out = broken.take();
    QVERIFY(out.endsWith("\xef\xbf\xbd\""));
    QVERIFY(QString::fromUtf8(out).isValidUtf16());
}

void TestReportJson::keyOrder()
{
    const ReadReport read = test::sampleReport();
    const QByteArray line = reportJson(u"a"_s, read.report, {});
    qsizetype last = -1;
    for (const char *key : {"\"file\"", "\"agency\"", "\"year\"", "\"format\"", "\"cells\"", "\"proactive.regulations.issued\"",
             "\"proactive.fees.amount\"", "\"requests.new_received.natural_person\"", "\"requests.carried_forward.total\"",
             "\"remedies.review.upheld\"", "\"remedies.litigation_after_review.total\"", "\"findings\""}) {
        const qsizetype at = line.indexOf(key);
        QVERIFY2(at > last, key);
        last = at;
    }
}

QTEST_APPLESS_MAIN(TestReportJson)
#include "tst_reportjson.moc"
