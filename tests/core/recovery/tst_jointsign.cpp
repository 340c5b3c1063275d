// SPDX-License-Identifier: GPL-3.0-or-later
// A sign is what parts the cells of a text only where it stands between numbers on line after line.
#include "recovery/text/jointsign.h"

#include "base/normalizedtext.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestJointSign : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sign_data();
    void sign();
    void halves();
};

void TestJointSign::sign_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("sign"); // twice where two of them part cells
    QTest::newRow("dash") << u"予以公开-3916-413-20-39-38-64-4490"_s << u"-"_s;
    QTest::newRow("wide comma") << u"（区分处理的，只计），76，13，0，3，1，0，93"_s << u"，"_s;
    QTest::newRow("empty cells") << u"重复申请*60*7**1***68"_s << u"*"_s;
    QTest::newRow("blanks around it") << u"重复申请 · 60 · 7 ·  · 1 ·  ·  · 68"_s << u"·"_s;
    QTest::newRow("blank behind it") << u"重复申请、 60、 7、 0、 1、 0、 0、 68"_s << u"、"_s;
    QTest::newRow("two of them") << u"重复申请::60::7::::1::0::0::68"_s << u"::"_s;
    QTest::newRow("two bars") << u"重复申请||60||7||||1||0||0||68"_s << u"||"_s;
    QTest::newRow("bars") << u"重复申请|60|7|0|1|0|0|68"_s << QString();
    QTest::newRow("marks of empty cells") << u"重复申请 60 - - 7 - - - - 68"_s << QString();
    QTest::newRow("columns") << u"重复申请   60   -   7   -   1   -   68"_s << QString();
    QTest::newRow("thousands") << u"收费 1,234,567,890,123"_s << QString();
    QTest::newRow("a day") << u"2025-01-31"_s << QString();
    QTest::newRow("prose") << u"受理申请12件，答复11件，结转1件。"_s << QString();
}

void TestJointSign::sign()
{
    QFETCH(QString, line);
    QFETCH(QString, sign);
    const QString text = (line + u'\n').repeated(5);
    const JointSign found = jointSign(text);
    QCOMPARE(found.sign, sign.isEmpty() ? QChar() : sign.front());
    QCOMPARE(found.doubled, sign.size() == 2);
    const QString few = (line + u'\n').repeated(4);
    QVERIFY(jointSign(few).sign.isNull());
}

void TestJointSign::halves()
{
    NormalizedText text = NormalizedText::of(u"7::::1：：0"_s);
    halveSigns(text, u':');
    QCOMPARE(text.text(), u"7: : 1: 0"_s);
}

QTEST_GUILESS_MAIN(TestJointSign)
#include "tst_jointsign.moc"
