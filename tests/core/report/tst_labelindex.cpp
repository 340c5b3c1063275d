// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/labelindex.h"

#include "report/formcatalogue.h"

#include <unicode/translit.h>

#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestLabelIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyWordingFindsItsOwn_data() { eachTable(); }
    void everyWordingFindsItsOwn();
    void tornHalves_data() { eachTable(); }
    void tornHalves();
    void lookalikeCharacters_data() { eachTable(); }
    void lookalikeCharacters();
    void traditionalCharacters_data() { eachTable(); }
    void traditionalCharacters();
    void everyTraditionalCharacterIsKnown();
    void content_data();
    void content();
    void numbering_data();
    void numbering();
    void noLabel_data();
    void noLabel();

private:
    void eachTable() const;
    QString traditional(const QString &text) const;
    std::shared_ptr<const FormCatalogue> m_forms;
    std::unique_ptr<icu::Transliterator> m_traditional;
};

namespace {

/// Its own row is the best; another may be as good where the piece is a part of both wordings.
bool isFirst(const LabelScores &scores, qsizetype row, float tie = 0)
{
    return scores.rows[size_t(row)] > 0 && scores.rows[size_t(row)] + tie >= scores.bestRowScore;
}

QStringList wordings(const FormRow &row)
{
    return QStringList {row.label} + row.variants;
}

} // namespace

void TestLabelIndex::initTestCase()
{
    auto loaded = FormCatalogue::load(u":/forms"_s);
    QVERIFY(loaded.ok());
    m_forms = *loaded;
    UErrorCode status = U_ZERO_ERROR;
    m_traditional.reset(icu::Transliterator::createInstance("Hans-Hant", UTRANS_FORWARD, status));
    QVERIFY(U_SUCCESS(status));
}

void TestLabelIndex::eachTable() const
{
    QTest::addColumn<const FormTable *>("table");
    for (const Form &form : m_forms->forms()) {
        for (const FormTable &table : form.tables)
            QTest::newRow(qPrintable(form.id + u' ' + table.id)) << &table;
    }
}

QString TestLabelIndex::traditional(const QString &text) const
{
    icu::UnicodeString s(text.utf16(), int32_t(text.size()));
    m_traditional->transliterate(s);
    return QString::fromUtf16(s.getBuffer(), s.length());
}

void TestLabelIndex::everyWordingFindsItsOwn()
{
    QFETCH(const FormTable *, table);
    LabelScores scratch;
    QStringList wrong;
    for (qsizetype r = 0; r < table->rows.size(); ++r) {
        for (const QString &wording : wordings(table->rows[r])) {
            const LabelScores &scores = table->labels->match(wording, scratch);
            if (!isFirst(scores, r) || scores.bestRow != r)
                wrong += wording;
        }
    }
    for (qsizetype c = 0; c < table->columns.size(); ++c) {
        for (const QString &wording : QStringList {table->columns[c].label} + table->columns[c].variants) {
            const LabelScores &scores = table->labels->match(wording, scratch);
            const float own = scores.columns[size_t(c)];
            if (own <= 0 || own < *std::max_element(scores.columns.begin(), scores.columns.end()))
                wrong += wording;
        }
    }
    for (const QString &heading : table->headings) {
        const LabelScores &scores = table->labels->match(heading, scratch);
        if (scores.heading <= 0 || scores.heading < scores.best())
            wrong += heading;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u' ')));
}

/// A label torn over two lines: neither half points at another row more than at its own.
void TestLabelIndex::tornHalves()
{
    QFETCH(const FormTable *, table);
    constexpr qsizetype Least = 4; // two pairs and more; less is no evidence
    LabelScores scratch;
    QStringList wrong;
    for (qsizetype r = 0; r < table->rows.size(); ++r) {
        const QString &label = table->rows[r].label;
        for (qsizetype cut = Least; cut + Least <= label.size(); ++cut) {
            for (const QString &half : {label.left(cut), label.mid(cut)}) {
                if (LabelIndex::content(half).size() < Least)
                    continue;
                const LabelScores &scores = table->labels->match(half, scratch);
                if (!isFirst(scores, r, 1.5f))
                    wrong += u"%1 (of %2) is taken for %3"_s.arg(half, table->rows[r].id, scores.bestRow < 0 ? u"nothing"_s : table->rows[scores.bestRow].id);
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestLabelIndex::lookalikeCharacters()
{
    QFETCH(const FormTable *, table);
    static constexpr QStringView printed = u"公未结机日已申处总项提息政府行信理请其不本予";
    static constexpr QStringView misread = u"分末绪杌曰己中外怠顶堤患攻俯仃倌埋清甚木木子";
    static_assert(printed.size() == misread.size());
    LabelScores scratch;
    QStringList wrong;
    for (qsizetype r = 0; r < table->rows.size(); ++r) {
        const QString &label = table->rows[r].label;
        for (qsizetype i = 0; i < label.size(); ++i) {
            const qsizetype at = printed.indexOf(label[i]);
            if (at < 0 || LabelIndex::content(label).size() < 6)
                continue;
            QString noisy = label;
            noisy[i] = misread[at];
            const LabelScores &scores = table->labels->match(noisy, scratch);
            if (!isFirst(scores, r) || scores.bestRow != r)
                wrong += noisy;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestLabelIndex::traditionalCharacters()
{
    QFETCH(const FormTable *, table);
    LabelScores scratch;
    QStringList wrong;
    for (qsizetype r = 0; r < table->rows.size(); ++r) {
        const LabelScores &scores = table->labels->match(traditional(table->rows[r].label), scratch);
        if (!isFirst(scores, r) || scores.bestRow != r)
            wrong += traditional(table->rows[r].label);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// The table of traditional characters is two parallel strings: a character out of step would turn wording into other
/// wording. ICU's table is the judge.
void TestLabelIndex::everyTraditionalCharacterIsKnown()
{
    QSet<QString> changed;
    QSet<QString> unknown;
    for (const Form &form : m_forms->forms()) {
        for (const FormTable &table : form.tables) {
            QStringList all = table.headings;
            for (const FormRow &row : table.rows)
                all += wordings(row);
            for (const FormColumn &column : table.columns)
                all += column.label;
            for (const QString &wording : std::as_const(all)) {
                for (const QChar c : wording) {
                    const QString there = traditional(QString(c));
                    if (there == c || c.script() != QChar::Script_Han)
                        continue;
                    // Two characters on each side keep a numeral from being taken for numbering.
                    const QString back = LabelIndex::content(u"甲"_s + there + u"乙"_s);
                    if (back == u"甲"_s + c + u"乙"_s)
                        changed += there;
                    else
                        unknown += there + u'→' + back.mid(1, 1);
                }
            }
        }
    }
    QVERIFY(changed.size() >= 20);
    QStringList wrong(unknown.begin(), unknown.end());
    wrong.sort();
    QStringList moved; // made into another character than the one it stands for
    for (const QString &pair : std::as_const(wrong)) {
        if (pair.front() != pair.back())
            moved += pair;
    }
    QVERIFY2(moved.isEmpty(), qPrintable(moved.join(u' ')));
    if (!wrong.isEmpty())
        qInfo().noquote() << "traditional characters of the form's wording that stay as they are:" << wrong.join(u' ');
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u' ')));
}

void TestLabelIndex::content_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("numeral and mark") << u"一、本年新收"_s << u"本年新收"_s;
    QTest::newRow("numeral in brackets") << u"（七）总计"_s << u"总计"_s;
    QTest::newRow("half-width brackets and spaces") << u"(二) 部分 公开"_s << u"部分公开"_s;
    QTest::newRow("digit") << u"1.重复申请"_s << u"重复申请"_s;
    QTest::newRow("a numeral that is wording stays") << u"三安全一稳定"_s << u"三安全一稳定"_s;
    QTest::newRow("quotation marks") << u"3.危及“三安全一稳定”"_s << u"危及三安全一稳定"_s;
    QTest::newRow("traditional") << u"總計"_s << u"总计"_s;
    QTest::newRow("nothing") << u"12,3 —"_s << QString();
}

void TestLabelIndex::content()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(LabelIndex::content(text), expected);
}

void TestLabelIndex::numbering_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("expected");
    QTest::newRow("一、") << u"一、本年"_s << QChar(u'一');
    QTest::newRow("（一）") << u"（一）予以公开"_s << QChar(u'一');
    QTest::newRow("(一)") << u"(一)予以公开"_s << QChar(u'一');
    QTest::newRow("1.") << u"1.属于"_s << QChar(u'1');
    QTest::newRow("1、") << u"1、属于"_s << QChar(u'1');
    QTest::newRow("1．") << u"1．属于"_s << QChar(u'1');
    QTest::newRow("6 、") << u"6 、其他"_s << QChar(u'6');
    QTest::newRow("wording") << u"三安全一稳定"_s << QChar();
    QTest::newRow("a number") << u"12"_s << QChar();
    QTest::newRow("nothing") << QString() << QChar();
}

void TestLabelIndex::numbering()
{
    QFETCH(QString, text);
    QFETCH(QChar, expected);
    QCOMPARE(QChar(LabelIndex::numbering(text)), expected);
}

void TestLabelIndex::noLabel_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("one character") << u"计"_s;
    QTest::newRow("number") << u"1234"_s;
    QTest::newRow("other wording") << u"组织业务培训六次"_s;
    QTest::newRow("paragraph") << u"本年新收政府信息公开申请数量"_s.repeated(20);
}

void TestLabelIndex::noLabel()
{
    QFETCH(QString, text);
    LabelScores scratch;
    const LabelScores &scores = m_forms->newest().table(u"requests"_s)->labels->match(text, scratch);
    QCOMPARE(scores.best(), 0.f);
    QCOMPARE(scores.bestRow, -1);
}

QTEST_GUILESS_MAIN(TestLabelIndex)
#include "tst_labelindex.moc"
