// SPDX-License-Identifier: GPL-3.0-or-later
// Documents garbled by converters, with gold values, kept outside the project: GOUJI_GARBLED_DIR, or ../shared/bench/dev
// beside the source tree. Used where it exists. Only text files; what counts as silent is what the set's own scorer says.
#include "samplereport.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestGarbledSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shape_data();
    void shape();
    void cutDigits();

private:
    QString m_folder;
    QMap<QString, QList<QJsonObject>> m_golds; ///< by shape
};

namespace {

constexpr qsizetype FewCells = 60; ///< a finding about more cells than this warns of none of them

std::optional<Decimal> number(const QJsonValue &value) { return Decimal::fromString(value.toString()); }

QSet<QString> strings(const QJsonValue &list)
{
    QSet<QString> out;
    const QJsonArray array = list.toArray();
    for (const auto &entry : array)
        out << entry.toString();
    return out;
}

/// Cells that some finding tells a reviewer to look at.
QSet<QString> named(const ReadReport &reading)
{
    static const QStringList doubts{u"cell.suspect"_s, u"cell.missing"_s, u"cell.invalid"_s, u"row.ambiguous"_s};
    QSet<QString> out;
    for (const Finding &finding : reading.findings) {
        if (!doubts.contains(finding.rule) && (finding.severity != Severity::Error || finding.cells.size() > FewCells))
            continue;
        for (const CellId id : finding.cells)
            out << reading.report.catalogue().name(id);
    }
    return out;
}

/// Cells that are wrong, and nothing says so.
QStringList silentErrors(const ReadReport &reading, const QJsonObject &gold)
{
    QStringList out;
    const bool knowsBlanks = gold["blank"_L1].isArray();
    const QSet<QString> blank = strings(gold["blank"_L1]);
    const QSet<QString> warned = named(reading);
    QList<QRegularExpression> open; // the text itself leaves these open
    for (const QString &pattern : strings(gold["ambiguous_in_text"_L1]))
        open << QRegularExpression::fromWildcard(pattern);
    const QJsonObject cells = gold["cells"_L1].toObject();
    for (auto it = cells.begin(); it != cells.end(); ++it) {
        const QString name = it.key();
        if (std::any_of(open.begin(), open.end(), [&](const QRegularExpression &p) { return p.match(name).hasMatch(); }))
            continue;
        const auto want = number(it.value());
        const CellId id = reading.report.catalogue().cell(name);
        const Cell cell = id.isValid() ? reading.report.cell(id) : Cell();
        const bool flagged
            = cell.status == CellStatus::Suspect || cell.status == CellStatus::Missing || cell.status == CellStatus::Repaired;
        bool right = cell.value == want;
        if (!knowsBlanks && want)
            right = right || (want->isZero() && !cell.value && cell.status == CellStatus::Blank);
        else if (!want || blank.contains(name))
            right = (!cell.value && cell.status != CellStatus::Read)
                || (cell.value && cell.value->isZero() && cell.status == CellStatus::Repaired);
        if (!right && !flagged && !warned.contains(name))
            out << u"%1: gold %2, %3 %4"_s.arg(
                name, it.value().toString(u"(empty)"_s), statusName(cell.status), cell.value ? cell.value->toString() : u"(empty)"_s);
    }
    return out;
}

} // namespace

void TestGarbledSet::initTestCase()
{
    m_folder = qEnvironmentVariable("GOUJI_GARBLED_DIR", QStringLiteral(GOUJI_SOURCE_DIR) + u"/../shared/bench/dev"_s);
    const QStringList files = QDir(m_folder).entryList({u"*.gold.json"_s}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        QSKIP(qPrintable(u"no garbled documents in %1; set GOUJI_GARBLED_DIR to a folder of them"_s.arg(QDir::cleanPath(m_folder))));
    for (const QString &name : files) {
        QFile json(m_folder + u'/' + name);
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonObject gold = QJsonDocument::fromJson(json.readAll()).object();
        const QString file = gold["file"_L1].toString();
        if (file.endsWith(u".txt"_s) || file.endsWith(u".md"_s))
            m_golds[gold["shape"_L1].toString()] << gold;
    }
    QVERIFY(m_golds.size() >= 2);
}

void TestGarbledSet::shape_data()
{
    QTest::addColumn<QString>("name");
    for (auto it = m_golds.cbegin(); it != m_golds.cend(); ++it)
        QTest::newRow(qPrintable(it.key())) << it.key();
}

void TestGarbledSet::shape()
{
    QFETCH(QString, name);
    QStringList silent;
    QStringList failed;
    for (const QJsonObject &gold : std::as_const(m_golds[name])) {
        const QString file = gold["file"_L1].toString();
        const Result<ReadReport> reading = readReport(m_folder + u'/' + file, test::knowledge());
        if (!reading) {
            failed << file + u": "_s + reading.error().message;
            continue;
        }
        for (const QString &cell : silentErrors(*reading, gold))
            silent << file + u' ' + cell;
        const Result<ReadReport> again = readReport(m_folder + u'/' + file, test::knowledge());
        QVERIFY2(again && again->report == reading->report, qPrintable(file + u" is read in two ways"_s));
    }
    if (!silent.isEmpty())
        qInfo().noquote() << silent.join(u'\n');
    QVERIFY2(silent.isEmpty(), qPrintable(u"%1 cells wrong in silence, first: %2"_s.arg(silent.size()).arg(silent.value(0))));
    QVERIFY2(failed.isEmpty(), qPrintable(failed.join(u'\n')));
}

/// Runs of digits: of the cells that the characters and the sums leave exactly one value, nearly all are right.
void TestGarbledSet::cutDigits()
{
    int claimed = 0;
    int right = 0;
    int open = 0;
    for (const QJsonObject &gold : std::as_const(m_golds[u"glued"_s])) {
        const Result<ReadReport> reading = readReport(m_folder + u'/' + gold["file"_L1].toString(), test::knowledge());
        QVERIFY(reading.ok());
        const QJsonObject cells = gold["cells"_L1].toObject();
        for (auto it = cells.begin(); it != cells.end(); ++it) {
            const CellId id = reading->report.catalogue().cell(it.key());
            const Cell cell = id.isValid() ? reading->report.cell(id) : Cell();
            QVERIFY2(cell.status != CellStatus::Read, qPrintable(gold["file"_L1].toString() + u' ' + it.key()));
            claimed += cell.status == CellStatus::Repaired;
            right += cell.status == CellStatus::Repaired && cell.value == number(it.value());
            open += cell.status == CellStatus::Suspect || cell.status == CellStatus::Missing;
        }
    }
    qInfo().noquote() << u"%1 cells have exactly one possible value, %2 of them right; %3 stay open"_s.arg(claimed).arg(right).arg(open);
    QVERIFY2(right * 100 >= claimed * 99, "cuts that were taken for certain are wrong");
}

QTEST_GUILESS_MAIN(TestGarbledSet)
#include "tst_garbledset.moc"
