// SPDX-License-Identifier: GPL-3.0-or-later
// The labelled sentences of narrative.tsv: each in a report of its own, with the findings that are due. Precision and
// recall are counted over all of them; a sentence that goes wrong is printed, so the file is the place to argue.
#include "checks/checker.h"
#include "checks/narrative/prosereading.h"
#include "samplereport.h"

#include <QFile>
#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

struct Case {
    int line = 0;
    QString kind;
    QString cells;
    QString sentence;
    QStringList expected; ///< "mismatch error requests.new_received.total"
};

/// "A", "denied_repeat", "new_received.natural_person", "review", "remedies.review.upheld" → a cell's name.
QString cellName(const QString &word)
{
    static const QHash<QString, QString> short_ = {{u"A"_s, u"requests.new_received.total"_s}, {u"B"_s, u"requests.carried_over.total"_s},
        {u"H"_s, u"requests.total_handled.total"_s}, {u"D"_s, u"requests.carried_forward.total"_s}, {u"G"_s, u"requests.granted.total"_s},
        {u"P"_s, u"requests.partially_granted.total"_s}, {u"review"_s, u"remedies.review.total"_s},
        {u"direct"_s, u"remedies.litigation_direct.total"_s}, {u"after"_s, u"remedies.litigation_after_review.total"_s}};
    if (const auto it = short_.constFind(word); it != short_.constEnd())
        return *it;
    if (word.startsWith("remedies."_L1) || word.startsWith("proactive."_L1) || word == "none"_L1)
        return word;
    if (word.startsWith("docs."_L1))
        return u"proactive.normative_documents."_s + word.mid(5);
    return u"requests."_s + (word.contains(u'.') ? word : word + u".total"_s);
}

QList<Case> cases()
{
    QList<Case> out;
    QFile file(QFINDTESTDATA("narrative.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        return out;
    int line = 0;
    for (QByteArray bytes = file.readLine(); !bytes.isEmpty(); bytes = file.readLine()) {
        ++line;
        QString text = QString::fromUtf8(bytes);
        text.chop(text.endsWith(u'\n'));
        if (text.isEmpty() || text.startsWith(u'#'))
            continue;
        const QStringList fields = text.split(u'\t');
        if (fields.size() != 4)
            qFatal("narrative.tsv line %d has %lld fields", line, qlonglong(fields.size()));
        Case c{line, fields[0], fields[1], fields[2], {}};
        c.sentence.replace(u"\\n"_s, u"\n"_s);
        for (const QString &e : fields[3].split(u';')) {
            const QStringList words = e.trimmed().split(u' ');
            if (words.size() == 3)
                c.expected << words[0] + u' ' + words[1] + u' ' + cellName(words[2]);
        }
        out << c;
    }
    return out;
}

ReadReport report(const Case &c)
{
    QHash<QString, QString> values;
    QStringList suspect;
    for (const QString &item : c.cells.split(u' ', Qt::SkipEmptyParts)) {
        const QString name = cellName(item.section(u'=', 0, 0));
        QString value = item.section(u'=', 1);
        if (!knowledge().forms->cell(name).isValid())
            qFatal("narrative.tsv line %d: no cell %s", c.line, qPrintable(name));
        if (value.startsWith(u'!')) {
            suspect << name;
            value.remove(0, 1);
        }
        values.insert(name, value == "~"_L1 ? QString() : value);
    }
    ReadReport out = sampleReport(values, c.sentence);
    for (const QString &name : suspect)
        out.report.cell(knowledge().forms->cell(name)).status = CellStatus::Suspect;
    out.findings = check(Dossier{out.report, out.document}, *knowledge().rules);
    return out;
}

/// Why the numbers of the sentence were left alone.
QString reasons(const ReadReport &r)
{
    QStringList out;
    const NarrativeReading reading = readNarrative(r.document, r.report, *knowledge().rules->words());
    for (const NarrativeClaim &claim : reading.claims) {
        if (!claim.matched() && claim.section == 1)
            out << r.document.at(claim.source).toString() + u": "_s + claim.reason;
    }
    return out.join(u"; "_s);
}

} // namespace

class TestNarrative : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelledSentences();
    void rangesPointIntoTheDocument();
    void oneReadingServesManyChecks();
    void messages_data();
    void messages();
    void sectionOneNotFound();
    void proseOfOtherSections();
};

void TestNarrative::labelledSentences()
{
    int due = 0;
    int found = 0;
    int told = 0;
    int decoys = 0;
    int rights = 0;
    int understood = 0;
    const QList<Case> all = cases();
    for (const Case &c : all) {
        const ReadReport r = report(c);
        QStringList open = c.expected;
        due += int(open.size());
        decoys += c.kind == "decoy"_L1;
        for (const Finding &f : r.findings) {
            if (!f.rule.startsWith("narrative."_L1)) {
                // One cause, one finding: the sentence may be told by the sum that fails with it.
                const qsizetype merged = open.removeIf([&](const QString &e) {
                    const QStringList words = e.split(u' ');
                    return f.also.contains(u"narrative."_s + words[0]) && f.cells.contains(knowledge().forms->cell(words[2]));
                });
                found += int(merged);
                told += int(merged);
                continue;
            }
            ++told;
            bool expected = false;
            for (qsizetype i = 0; i < open.size() && !expected; ++i) {
                const QStringList words = open[i].split(u' ');
                expected = f.rule == u"narrative."_s + words[0] && severityName(f.severity) == words[1]
                    && (words[2] == "none"_L1 ? f.cells.isEmpty() : f.cells.contains(knowledge().forms->cell(words[2])));
                if (expected)
                    open.removeAt(i);
            }
            if (expected)
                ++found;
            else
                qInfo("line %d: not expected: %s %s %s", c.line, qPrintable(f.rule), qPrintable(severityName(f.severity)),
                    qPrintable(f.message));
        }
        for (const QString &missed : open)
            qInfo("line %d: missed: %s in %s (%s)", c.line, qPrintable(missed), qPrintable(c.sentence), qPrintable(reasons(r)));
        if (c.kind == "right"_L1) {
            ++rights;
            const NarrativeReading reading = readNarrative(r.document, r.report, *knowledge().rules->words());
            const bool any
                = std::any_of(reading.claims.begin(), reading.claims.end(), [](const NarrativeClaim &claim) { return claim.matched(); });
            understood += any;
            if (!any)
                qInfo("line %d: not understood: %s (%s)", c.line, qPrintable(c.sentence), qPrintable(reasons(r)));
        }
    }
    const double precision = told == 0 ? 0 : 100.0 * found / told;
    const double recall = due == 0 ? 0 : 100.0 * found / due;
    const double understanding = rights == 0 ? 0 : 100.0 * understood / rights;
    qInfo("%lld sentences, %d decoys: precision %.2f %%, recall %.2f %% of %d findings; %.2f %% of %d agreeing sentences understood",
        qlonglong(all.size()), decoys, precision, recall, due, understanding, rights);
    QVERIFY(all.size() >= 300);
    QVERIFY(decoys >= 60);
    QVERIFY(precision >= 98);
    QVERIFY(recall >= 95);
    QVERIFY(understanding >= 95);
}

void TestNarrative::rangesPointIntoTheDocument()
{
    const ReadReport r = sampleReport(
        {{u"requests.new_received.total"_s, u"7"_s}}, u"概述。\n2023年共收到政府信\n息公 开申请 ８ 件，均已答复。下一句。"_s);
    const auto it = std::find_if(r.findings.begin(), r.findings.end(), [](const Finding &f) { return f.rule == "narrative.mismatch"_L1; });
    QVERIFY(it != r.findings.end());
    QCOMPARE(it->sources.size(), 2);
    QCOMPARE(r.document.at(it->sources[0]).toString(), u"2023年共收到政府信\n息公 开申请 ８ 件，均已答复。"_s);
    QCOMPARE(r.document.at(it->sources[1]).toString(), u"８ 件"_s);
    QCOMPARE(it->expected, u"7"_s);
    QCOMPARE(it->found, u"8"_s);
    QCOMPARE(it->blame, Blame::Report);
}

void TestNarrative::oneReadingServesManyChecks()
{
    ReadReport r
        = sampleReport({{u"requests.new_received.total"_s, u"7"_s}}, u"共收到政府信息公开申请8件。依托应城市人民政府门户网站公开信息。"_s);
    const ProseReading reading = ProseReading::of(r.document, r.report, knowledge().rules->words());
    const Dossier dossier{r.report, r.document, &reading};
    QCOMPARE(check(dossier, *knowledge().rules), r.findings);
    QCOMPARE(check(dossier, *knowledge().rules), r.findings); // what was kept of the first is what the second finds
    // What is said of the text holds for the body and the year it was read for.
    const auto foreign = [](const QList<Finding> &all) {
        return std::any_of(all.begin(), all.end(), [](const Finding &f) { return f.rule == "form.foreign_name"_L1; });
    };
    QVERIFY(foreign(r.findings));
    r.report.agency = u"应城市水务局"_s;
    QVERIFY(!foreign(check(dossier, *knowledge().rules)));
    r.report.cell(knowledge().forms->cell(u"requests.new_received.total"_s)).value = Decimal(8);
    for (const Finding &f : check(dossier, *knowledge().rules))
        QVERIFY(!f.rule.startsWith("narrative."_L1));
}

void TestNarrative::messages_data()
{
    QTest::addColumn<QHash<QString, QString>>("cells");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("message");
    const QString a = u"requests.new_received.total"_s;
    const QString b = u"requests.carried_over.total"_s;
    QTest::newRow("plain") << QHash<QString, QString>{{a, u"9"_s}} << u"共受理申请公开8件。"_s
                           << u"正文“受理申请公开8件”说 8，表三“本年新收”总计为 9。"_s;
    QTest::newRow("both summands")
        << QHash<QString, QString>{{a, u"7"_s}, {b, u"1"_s}} << u"共收到政府信息公开申请8件。"_s
        << u"正文“收到政府信息公开申请8件”说 8，表三“本年新收”总计为 7；8 与表三“本年新收”总计 7 + “上年结转”总计 1 = 8 相符，请核对口径。"_s;
    QTest::newRow("the cell that holds it") << QHash<QString, QString>{{a, u"9"_s}, {u"requests.granted.total"_s, u"8"_s}}
                                            << u"共收到政府信息公开申请8件。"_s
                                            << u"正文“收到政府信息公开申请8件”说 8，表三“本年新收”总计为 9；8 是“予以公开”总计的数。"_s;
    QTest::newRow("blank") << QHash<QString, QString>{{a, QString()}} << u"共收到政府信息公开申请8件。"_s
                           << u"正文“收到政府信息公开申请8件”说 8，若空白按 0 计（空白：“本年新收”总计），则表三“本年新收”总计为 0。"_s;
    QTest::newRow("negative") << QHash<QString, QString>{{a, u"9"_s}} << u"我局未收到政府信息公开申请。"_s
                              << u"正文说“未收到政府信息公开申请”，而表三“本年新收”总计为 9。"_s;
}

void TestNarrative::messages()
{
    using Cells = QHash<QString, QString>;
    QFETCH(const Cells, cells);
    QFETCH(const QString, sentence);
    QFETCH(const QString, message);
    QStringList told;
    for (const Finding &f : sampleReport(cells, sentence).findings) {
        if (f.rule.startsWith("narrative."_L1))
            told << f.message;
    }
    QCOMPARE(told, QStringList{message});
}

void TestNarrative::sectionOneNotFound()
{
    ReadReport r = sampleReport({{u"requests.new_received.total"_s, u"7"_s}}, u"共收到政府信息公开申请8件。"_s);
    r.report.sections.removeFirst();
    const QList<Finding> findings = check(Dossier{r.report, r.document}, *knowledge().rules);
    QVERIFY(std::any_of(findings.begin(), findings.end(), [](const Finding &f) { return f.rule == "narrative.mismatch"_L1; }));
}

void TestNarrative::proseOfOtherSections()
{
    ReadReport r = sampleReport({{u"requests.new_received.total"_s, u"7"_s}});
    Section &five = r.report.sections[4];
    QCOMPARE(five.number, 5);
    const QString said = u"全年收到政府信息公开申请8件。\n"_s;
    r.document.text.insert(five.body.begin, said);
    five.body.end += said.size();
    const QList<Finding> findings = check(Dossier{r.report, r.document}, *knowledge().rules);
    const auto it = std::find_if(findings.begin(), findings.end(), [](const Finding &f) { return f.rule == "narrative.mismatch"_L1; });
    QVERIFY(it != findings.end());
    QCOMPARE(it->place, u"第五部分正文"_s);
}

QTEST_GUILESS_MAIN(TestNarrative)
#include "tst_narrative.moc"
