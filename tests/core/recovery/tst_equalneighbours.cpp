// SPDX-License-Identifier: GPL-3.0-or-later
// Equal neighbours written once get their places back where a sum leaves one way, and are in doubt where it leaves several.
#include "recovery/mending/equalneighbours.h"

#include "base/normalizedtext.h"
#include "report/formcatalogue.h"
#include "samplereport.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestEqualNeighbours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_data();
    void rows();
};

void TestEqualNeighbours::rows_data()
{
    QTest::addColumn<QString>("line"); // among others that are short
    QTest::addColumn<QString>("values"); // ? behind those in doubt
    QTest::newRow("one way") << u"重复申请\t570\t35\t2\t1\t0\t609"_s << u"570 35 2 1 1 0 609"_s;
    QTest::newRow("two places") << u"重复申请\t1039\t119\t7\t14\t1193"_s << u"1039 119 7 7 7 14 1193"_s;
    QTest::newRow("nothing but 0") << u"重复申请\t0"_s << u"0 0 0 0 0 0 0"_s;
    QTest::newRow("whole") << u"重复申请\t7\t1\t0\t2\t0\t1\t11"_s << u"7 1 0 2 0 1 11"_s;
    QTest::newRow("several ways") << u"重复申请\t1\t0\t2\t0\t3"_s << u"1? 0? 2? 0? 0? 0? 3?"_s;
    QTest::newRow("a wrong sum") << u"重复申请\t5\t0\t6"_s << u"5? 0? 6?"_s;
    QTest::newRow("equal neighbours") << u"重复申请\t5\t0\t0\t5"_s << u"5 0 0 5"_s;
}

void TestEqualNeighbours::rows()
{
    QFETCH(QString, line);
    QFETCH(QString, values);
    const FormTable &table = *test::knowledge().forms->newest().table(u"requests"_s);
    const QString text = u"予以公开\t12\t0\t12\n"_s.repeated(8) + line + u'\n';
    std::vector<Token> tokens = tokenize(NormalizedText::of(text), text, {0, text.size()});
    unfoldEqualNeighbours(table, tokens);
    QStringList found;
    for (const Token &t : tokens) {
        if (t.kind == Token::Number && t.line == 8)
            found << t.value.toString() + (t.unfolding == Token::Open ? u"?"_s : QString());
    }
    QCOMPARE(found.join(u' '), values);
}

QTEST_GUILESS_MAIN(TestEqualNeighbours)
#include "tst_equalneighbours.moc"
