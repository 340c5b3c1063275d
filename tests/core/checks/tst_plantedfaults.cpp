// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance.h"
#include "checks/checker.h"
#include "checks/sums/equations.h"
#include "modeldocument.h"
#include "samplereport.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 700; ///< of each kind of fault

const FormCatalogue &forms() { return *knowledge().forms; }

/// What was done to a consistent report: the cells that are wrong now, and what they should be.
struct Planted {
    QString kind;
    QList<QPair<CellId, Decimal>> was;
    QString narrative;
    qsizetype table = 1;
};

/// One way to make all sums of a table hold: cells and values, sorted by cell.
using Way = QList<QPair<int, qint64>>;

QString wayText(const Way &way)
{
    QStringList out;
    for (const auto &[cell, units] : way)
        out << forms().name(CellId{cell}) + u'=' + Decimal::fromUnits(units).toString();
    return out.join(u' ');
}

/// Finds the culprits by trying: every single cell; where none will do, every two cells. Slow, and sure: it knows nothing of
/// how the checks look for causes.
class Oracle {
public:
    Oracle(const Report &report, qsizetype table)
        : m_report(report)
        , m_equations(evaluate(report))
    {
        m_equations.erase(
            std::remove_if(m_equations.begin(), m_equations.end(), [&](const Equation &e) { return e.table != table; }), m_equations.end());
        for (const Equation &e : m_equations)
            m_residuals << e.residual();
    }

    QSet<Way> ways() const
    {
        QSet<Way> out;
        QList<CellId> cells;
        QSet<qint64> steps;
        for (qsizetype e = 0; e < m_residuals.size(); ++e) {
            if (m_residuals[e] == 0)
                continue;
            steps << m_residuals[e] << -m_residuals[e];
            for (const CellId id : m_equations[size_t(e)].identity->left + m_equations[size_t(e)].identity->right) {
                if (!cells.contains(id))
                    cells << id;
            }
        }
        for (const CellId id : std::as_const(cells)) {
            for (const qint64 step : std::as_const(steps))
                tryAll({{id.index, step}}, out);
        }
        if (!out.isEmpty())
            return out;
        for (qsizetype a = 0; a < cells.size(); ++a) {
            for (qsizetype b = a + 1; b < cells.size(); ++b) {
                for (const qint64 first : std::as_const(steps)) {
                    for (const qint64 second : std::as_const(steps))
                        tryAll({{cells[a].index, first}, {cells[b].index, second}}, out);
                }
            }
        }
        return out;
    }

private:
    static int sign(const Identity &identity, int cell)
    {
        return identity.left.contains(CellId{cell}) ? 1 : identity.right.contains(CellId{cell}) ? -1 : 0;
    }

    void tryAll(const Way &changes, QSet<Way> &out) const
    {
        for (qsizetype e = 0; e < m_residuals.size(); ++e) {
            qint64 sum = m_residuals[e];
            for (const auto &[cell, step] : changes)
                sum += sign(*m_equations[size_t(e)].identity, cell) * step;
            if (sum != 0)
                return;
        }
        Way way;
        for (const auto &[cell, step] : changes) {
            const qint64 value = m_report.cell(CellId{cell}).value->units() + step;
            if (value < 0)
                return;
            way << QPair(cell, value);
        }
        std::sort(way.begin(), way.end());
        out << way;
    }

    const Report &m_report;
    std::vector<Equation> m_equations;
    QList<qint64> m_residuals;
};

QList<Finding> serious(const QList<Finding> &findings)
{
    QList<Finding> out;
    for (const Finding &f : findings) {
        if (f.severity == Severity::Error || (f.severity == Severity::Warning && !f.rule.startsWith("proactive."_L1)))
            out << f;
    }
    return out;
}

/// The remedies that a finding offers.
QList<Way> waysOf(const Finding &finding)
{
    QList<Way> out;
    QHash<int, qsizetype> together;
    for (const Culprit &c : finding.candidates) {
        const QPair<int, qint64> one(c.cell.index, c.value ? c.value->units() : -1);
        if (c.way >= 0 && together.contains(c.way)) {
            out[together[c.way]] << one;
            continue;
        }
        if (c.way >= 0)
            together[c.way] = out.size();
        out << Way{one};
    }
    for (Way &way : out)
        std::sort(way.begin(), way.end());
    return out;
}

} // namespace

/// Faults planted in invented reports whose sums all hold: each has to be told by one finding that names its culprit, first
/// where arithmetic leaves no other.
class TestPlantedFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void consistentReportsAreSilent();
    void oneFault_data();
    void oneFault();
    void twoFaultsTwoFindings();
    void numberInTheProse();

private:
    static Truth truthOf(quint64 seed);
    static ReadReport reportOf(const Truth &truth, const QString &narrative = {});
    static bool plant(const QString &kind, Truth &truth, Chance &chance, Planted &out);
};

Truth TestPlantedFaults::truthOf(quint64 seed)
{
    Chance chance(seed);
    Truth truth = randomTruth(forms(), chance);
    // Table two has no sums of its own: no more is issued than is in force.
    for (const QString &row : {u"proactive.regulations."_s, u"proactive.normative_documents."_s}) {
        const CellId inForce = forms().cell(row + u"in_force"_s);
        if (truth.values.contains(inForce))
            truth.values[inForce] += truth.values.value(forms().cell(row + u"issued"_s));
    }
    return truth;
}

ReadReport TestPlantedFaults::reportOf(const Truth &truth, const QString &narrative)
{
    QHash<QString, QString> values;
    for (auto at = truth.values.begin(); at != truth.values.end(); ++at)
        values.insert(forms().name(at.key()), at.value().toString());
    return sampleReport(values, narrative, truth.forms[1]->id);
}

/// Writes one fault into a consistent truth; false where it has no place for it.
bool TestPlantedFaults::plant(const QString &kind, Truth &truth, Chance &chance, Planted &out)
{
    const FormTable &requests = *truth.forms[1]->table(u"requests"_s);
    const FormTable &remedies = *truth.forms[1]->table(u"remedies"_s);
    const qsizetype items = requests.rows.size() - 4; // between carried over and the total
    const qint64 by = chance.between(1, 9) * (chance.percent(50) ? 1 : -1);
    const auto change = [&](CellId id) {
        const Decimal was = truth.values.value(id);
        const Decimal now = was + Decimal(by);
        if (now.isNegative())
            return false;
        out.was << QPair(id, was);
        truth.values[id] = now;
        return true;
    };
    const FormRow &item = requests.rows[2 + chance.below(int(items))];
    const int column = chance.below(6);
    out.kind = kind;
    if (kind == "item"_L1)
        return change(item.cells[column]);
    if (kind == "item and its total"_L1)
        return change(item.cells[column]) && change(item.cells[6]);
    if (kind == "total of a row"_L1)
        return change(requests.rows[chance.below(int(requests.rows.size()))].cells[6]);
    if (kind == "any cell"_L1)
        return change(requests.rows[chance.below(int(requests.rows.size()))].cells[chance.below(7)]);
    if (kind == "sum of the results"_L1)
        return change(requests.rows[requests.rows.size() - 2].cells[column]);
    if (kind == "carried over and its total"_L1)
        return change(requests.rows[1].cells[column]) && change(requests.rows[1].cells[6]);
    if (kind == "carried forward and its total"_L1)
        return change(requests.rows.last().cells[column]) && change(requests.rows.last().cells[6]);
    out.table = 2;
    if (kind == "outcome"_L1 || kind == "total of a group"_L1) {
        const FormRow &row = remedies.rows[chance.below(int(remedies.rows.size()))];
        const qsizetype at = kind == "outcome"_L1 ? chance.below(4) : 4;
        return at < row.cells.size() && change(row.cells[at]);
    }
    return false;
}

void TestPlantedFaults::consistentReportsAreSilent()
{
    for (quint64 seed = 0; seed < Rounds; ++seed) {
        const Truth truth = truthOf(seed);
        if (truth.forms[0] != truth.forms[1])
            continue;
        const QList<Finding> findings = serious(reportOf(truth).findings);
        QVERIFY2(findings.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(findings.value(0).message)));
    }
}

void TestPlantedFaults::oneFault_data()
{
    QTest::addColumn<QString>("rule"); // the id it is told by where it is always the same
    for (const char *kind : {"item", "total of a row", "any cell", "sum of the results"})
        QTest::newRow(kind) << QString();
    QTest::newRow("item and its total") << u"requests.handled_total"_s;
    QTest::newRow("carried over and its total") << u"requests.balance"_s;
    QTest::newRow("carried forward and its total") << u"requests.balance"_s;
    QTest::newRow("outcome") << u"remedies.total"_s;
    QTest::newRow("total of a group") << u"remedies.total"_s;
}

void TestPlantedFaults::oneFault()
{
    QFETCH(QString, rule);
    int planted = 0;
    int unique = 0;
    for (quint64 seed = 0; seed < Rounds; ++seed) {
        Truth truth = truthOf(seed);
        if (truth.forms[0] != truth.forms[1])
            continue;
        Chance chance(seed, 1);
        Planted fault;
        if (!plant(QString::fromLatin1(QTest::currentDataTag()), truth, chance, fault))
            continue;
        ++planted;
        const ReadReport read = reportOf(truth);
        const QList<Finding> findings = serious(read.findings);
        const QString where = u"seed %1, %2"_s.arg(seed).arg(forms().name(fault.was.first().first));
        QVERIFY2(findings.size() == 1, qPrintable(where + u": %1 findings"_s.arg(findings.size())));
        const Finding &finding = findings.first();
        QVERIFY2(rule.isEmpty() || finding.rule == rule, qPrintable(where + u": "_s + finding.rule));
        QCOMPARE(finding.severity, Severity::Error);
        QCOMPARE(finding.blame, Blame::Report);
        Way truthWay;
        for (const auto &[id, was] : std::as_const(fault.was))
            truthWay << QPair(id.index, was.units());
        std::sort(truthWay.begin(), truthWay.end());
        const QList<Way> told = waysOf(finding);
        const QSet<Way> possible = Oracle(read.report, fault.table).ways();
        // all that arithmetic leaves, and nothing else
        QVERIFY2(QSet<Way>(told.begin(), told.end()) == possible,
            qPrintable(u"%1: told %2 of %3 ways; %4"_s.arg(where).arg(told.size()).arg(possible.size()).arg(finding.message)));
        QVERIFY2(told.contains(truthWay), qPrintable(where + u": "_s + wayText(truthWay) + u" is not among: "_s + finding.message));
        const bool open = finding.message.contains(u"仅凭算术不能断定"_s);
        QCOMPARE(open, possible.size() > 1);
        if (open)
            continue;
        ++unique;
        QCOMPARE(told.first(), truthWay);
        QVERIFY(!finding.cells.isEmpty() && finding.cells.first().index == finding.candidates.first().cell.index);
    }
    qInfo("%d faults, %d with one culprit that arithmetic leaves", planted, unique);
    QVERIFY(planted > Rounds / 3);
}

void TestPlantedFaults::twoFaultsTwoFindings()
{
    int planted = 0;
    for (quint64 seed = 0; seed < Rounds; ++seed) {
        Truth truth = truthOf(seed);
        if (truth.forms[0] != truth.forms[1])
            continue;
        Chance chance(seed, 2);
        Planted first;
        Planted second;
        if (!plant(u"item"_s, truth, chance, first) || !plant(u"outcome"_s, truth, chance, second))
            continue;
        ++planted;
        const QList<Finding> findings = serious(reportOf(truth).findings);
        QVERIFY2(findings.size() == 2, qPrintable(u"seed %1: %2 findings"_s.arg(seed).arg(findings.size())));
        for (const Planted &fault : {first, second}) {
            const bool told = std::any_of(findings.begin(), findings.end(), [&](const Finding &f) {
                return std::any_of(f.candidates.begin(), f.candidates.end(),
                    [&](const Culprit &c) { return c.cell == fault.was.first().first && c.value == fault.was.first().second; });
            });
            QVERIFY2(told, qPrintable(u"seed %1: %2"_s.arg(seed).arg(forms().name(fault.was.first().first))));
        }
    }
    QVERIFY(planted > Rounds / 3);
}

/// The prose says another number than the table, whose sums hold: one finding, and its cell is the one of the verb.
void TestPlantedFaults::numberInTheProse()
{
    struct Phrase {
        QString text;
        QString cell;
    };
    const QList<Phrase> phrases = {{u"本年新收政府信息公开申请%1件。"_s, u"requests.new_received.total"_s},
        {u"共办结政府信息公开申请%1件。"_s, u"requests.total_handled.total"_s},
        {u"收到政府信息公开申请后依法办理，结转下年度继续办理%1件。"_s, u"requests.carried_forward.total"_s},
        {u"因政府信息公开被申请行政复议%1件。"_s, u"remedies.review.total"_s}};
    int planted = 0;
    for (quint64 seed = 0; seed < Rounds; ++seed) {
        const Truth truth = truthOf(seed);
        if (truth.forms[0] != truth.forms[1])
            continue;
        Chance chance(seed, 3);
        const Phrase &phrase = chance.pick(phrases);
        const CellId cell = forms().cell(phrase.cell);
        const Decimal right = truth.values.value(cell);
        QVERIFY2(
            serious(reportOf(truth, phrase.text.arg(right.toString())).findings).isEmpty(), qPrintable(phrase.text.arg(right.toString())));
        // far from every sum that the word could mean, too
        const Decimal wrong = truth.values.value(forms().cell(u"requests.new_received.total"_s))
            + truth.values.value(forms().cell(u"requests.carried_over.total"_s)) + right + Decimal(chance.between(1, 9));
        ++planted;
        const QList<Finding> findings = serious(reportOf(truth, phrase.text.arg(wrong.toString())).findings);
        QVERIFY2(findings.size() == 1, qPrintable(u"seed %1: %2 findings"_s.arg(seed).arg(findings.size())));
        QCOMPARE(findings[0].rule, u"narrative.mismatch"_s);
        QCOMPARE(findings[0].severity, Severity::Error);
        QCOMPARE(findings[0].cells.value(0).index, cell.index);
        QCOMPARE(findings[0].found, wrong.toString());
    }
    QVERIFY(planted > Rounds / 3);
}

QTEST_GUILESS_MAIN(TestPlantedFaults)
#include "tst_plantedfaults.moc"
