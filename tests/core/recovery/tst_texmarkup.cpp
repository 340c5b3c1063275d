// SPDX-License-Identifier: GPL-3.0-or-later
// What TeX writes around the words of a table goes; its words, and the signs that part them, stay where they are.
#include "recovery/text/texmarkup.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestTexMarkup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
};

void TestTexMarkup::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("left");
    const QString table = u"\\begin{tabular}{|c|p{3cm}|}\n"_s;
    QTest::newRow("rules") << table + u"\\hline 行政许可 & 22 \\\\ \\cline{2-10}"_s << u"行政许可 & 22 \\\\"_s;
    QTest::newRow("spans") << table + u"\\multicolumn{7}{|c|}{法人} & \\multirow{2}{*}{总计}"_s << u"法人  & 总计"_s;
    QTest::newRow("options") << table + u"\\multirow[c]{2}{=}{自然人} \\cmidrule(lr){2-3}"_s << u"自然人"_s;
    QTest::newRow("signs") << table + u"占比 35\\% & \\textbf{12}"_s << u"占比 35 % & 12"_s;
    QTest::newRow("no end") << table + u"行政强制 & 3 \\multicolumn{7"_s << u"行政强制 & 3 7"_s;
    QTest::newRow("no table of TeX") << u"C:\\年报\\{1} 2"_s << u"C:\\年报\\{1} 2"_s;
}

void TestTexMarkup::words()
{
    QFETCH(QString, text);
    QFETCH(QString, left);
    for (const TextRange &range : findTexMarkup(text)) {
        for (qsizetype i = range.begin; i < range.end; ++i)
            text[i] = u' ';
    }
    QCOMPARE(text.simplified(), left.simplified());
}

QTEST_GUILESS_MAIN(TestTexMarkup)
#include "tst_texmarkup.moc"
