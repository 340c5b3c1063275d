// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that put each cell on lines of its own, as programs make them of one small table: its rows have to stand on lines again,
// or its empty cells on one line each.
#include "recovery/text/cellbreaks.h"

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

const QList<QStringList> Table{{u"行政许可"_s, u"22"_s, u"3"_s, u""_s, u"4"_s}, {u"行政处罚"_s, u""_s, u"7"_s, u"12"_s, u"5"_s},
    {u"行政强制"_s, u"1"_s, u"0"_s, u"31"_s, u"9"_s}, {u"行政收费"_s, u"6"_s, u""_s, u""_s, u"8"_s}};

QString printed(const QString &beforeRow, const QString &beforeCell, const QString &behindCell, const QString &between)
{
    QString out;
    for (const QStringList &row : Table) {
        QStringList cells;
        for (const QString &cell : row)
            cells << beforeCell + cell + behindCell;
        out += beforeRow + cells.join(between) + u'\n';
    }
    return out;
}

QStringList rowsOf(QString text)
{
    for (const TextRange &range : findCellBreaks(text)) {
        for (qsizetype i = range.begin; i < range.end; ++i)
            text[i] = u' ';
    }
    QStringList out;
    for (const QString &line : text.split(u'\n'))
        out << line.trimmed();
    return out;
}

} // namespace

class TestCellBreaks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tabsOnLinesOfTheirOwn()
    {
        const QStringList rows = rowsOf(printed(u"\n"_s, u"\n"_s, u"\n"_s, u"\t"_s));
        for (const QStringList &row : Table) {
            const auto isRow = [&row](const QString &line) { return line.startsWith(row.first()) && line.count(u'\t') == row.size() - 1; };
            QCOMPARE(std::count_if(rows.begin(), rows.end(), isRow), 1);
        }
    }

    /// Far apart, as in a table that is nearly empty: not the even steps of a page's source.
    void tabsBeforeCells()
    {
        QString text;
        for (int row = 0; row < 20; ++row)
            text += u"\t行政许可\n\t\n\t\n\t\n\t%1\n\t\n\n"_s.arg(row % 2);
        QVERIFY(findCellBreaks(text).empty());
    }

    void barsBehindCells()
    {
        const QStringList rows = rowsOf(printed(u"\n"_s, {}, u" |"_s, u"\n"_s));
        for (const QStringList &row : Table) {
            const auto isRow = [&row](const QString &line) { return line.startsWith(row.first()) && line.count(u'|') == row.size(); };
            QCOMPARE(std::count_if(rows.begin(), rows.end(), isRow), 1);
        }
    }

    void listsOverLines()
    {
        QString text = printed(u" [\n"_s, u"  \""_s, u"\""_s, u",\n"_s).replace(u"\"\n"_s, u"\"\n ],\n"_s).repeated(2);
        for (const QStringList &row : Table) {
            const QStringList rows = rowsOf(text);
            const auto isRow = [&row](const QString &line) { return line.contains(row.first()) && line.count(u',') >= row.size() - 1; };
            QCOMPARE(std::count_if(rows.begin(), rows.end(), isRow), 2);
        }
    }

    /// An empty cell keeps one line of its own.
    void linesOfThePagesSource_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("behind");
        QTest::newRow("tabs") << u"\n\t\t\t"_s << u"\n\t\t\n"_s;
        QTest::newRow("blanks") << u"\n      "_s << u"\n    \n"_s;
        QTest::newRow("nothing") << u"\n\n"_s << u"\n"_s;
    }
    void linesOfThePagesSource()
    {
        QFETCH(QString, before);
        QFETCH(QString, behind);
        const QStringList rows = rowsOf(printed({}, before, behind, {}));
        for (const QStringList &row : Table) {
            qsizetype at = rows.indexOf(row.first());
            QVERIFY(at >= 0);
            for (const QString &cell : row)
                QCOMPARE(rows.value(at++), cell);
        }
    }

    void otherTextsStayAsTheyAre()
    {
        QVERIFY(findCellBreaks(u"行政许可\t1\t2\n行政处罚\t3\t4\n"_s.repeated(20)).empty());
        QVERIFY(findCellBreaks(u"行政许可\n1\n2\n行政处罚\n\n3\n"_s.repeated(20)).empty());
        QVERIFY(findCellBreaks(u"\t行政许可\n\t1\n\t2\n\t\n"_s.repeated(20)).empty());
    }
};

QTEST_GUILESS_MAIN(TestCellBreaks)
#include "tst_cellbreaks.moc"
