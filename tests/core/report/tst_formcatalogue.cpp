// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/formcatalogue.h"

#include "report/formloader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace gouji;
using namespace Qt::StringLiterals;

class TestFormCatalogue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void order();
    void names_data();
    void names();
    void oneNameOneId();
    void kinds();
    void identities_data();
    void identities();
    void identityOperands();
    void layout_data();
    void layout();
    void sections();
    void malformed_data();
    void malformed();
    void syntaxError();
    void emptyFolder();
    void speed();

private:
    std::shared_ptr<const FormCatalogue> m_forms;
};

/// The ids of the published contract, written out by hand.
static QStringList expectedNames(const QString &form)
{
    const bool is2021 = form == "2021"_L1;
    QStringList out;
    const auto add = [&](const QString &table, const QStringList &rows, const QStringList &columns) {
        for (const QString &row : rows) {
            for (const QString &column : columns)
                out << table + u'.' + row + u'.' + column;
        }
    };
    const QString proactive = u"proactive"_s;
    if (is2021) {
        add(proactive, {u"regulations"_s, u"normative_documents"_s}, {u"issued"_s, u"repealed"_s, u"in_force"_s});
        add(proactive, {u"licensing"_s, u"penalties"_s, u"coercive_measures"_s}, {u"decisions"_s});
        add(proactive, {u"fees"_s}, {u"amount"_s});
    } else {
        add(proactive, {u"regulations"_s, u"normative_documents"_s}, {u"made"_s, u"newly_disclosed"_s, u"total_disclosed"_s});
        add(proactive, {u"licensing"_s, u"other_services"_s, u"penalties"_s, u"coercive_measures"_s},
            {u"prior_year"_s, u"change"_s, u"decisions"_s});
        add(proactive, {u"fees"_s}, {u"prior_year"_s, u"change"_s});
        add(proactive, {u"procurement"_s}, {u"count"_s, u"amount"_s});
    }
    const QStringList otherHandling
        = is2021 ? QStringList{u"other_no_correction"_s, u"other_no_payment"_s, u"other_other"_s} : QStringList{u"other_handling"_s};
    const QStringList rows
        = QStringList{u"new_received"_s, u"carried_over"_s, u"granted"_s, u"partially_granted"_s, u"denied_state_secret"_s,
              u"denied_law_prohibits"_s, u"denied_security_stability"_s, u"denied_third_party"_s, u"denied_internal_affairs"_s,
              u"denied_process_info"_s, u"denied_enforcement_file"_s, u"denied_admin_query"_s, u"unable_not_held"_s,
              u"unable_needs_creation"_s, u"unable_unclear"_s, u"refused_petition"_s, u"refused_repeat"_s, u"refused_publication"_s,
              u"refused_excessive"_s, u"refused_confirmation"_s}
        + otherHandling + QStringList{u"total_handled"_s, u"carried_forward"_s};
    add(u"requests"_s, rows,
        {u"natural_person"_s, u"business"_s, u"research"_s, u"public_interest"_s, u"legal_service"_s, u"other"_s, u"total"_s});
    add(u"remedies"_s, {u"review"_s, u"litigation_direct"_s, u"litigation_after_review"_s},
        {u"upheld"_s, u"corrected"_s, u"other"_s, u"pending"_s, u"total"_s});
    return out;
}

static QStringList namesOf(const FormCatalogue &forms, const Form &form)
{
    QStringList out;
    for (const FormTable &table : form.tables) {
        for (const CellId id : table.cellIds())
            out << forms.name(id);
    }
    return out;
}

void TestFormCatalogue::initTestCase()
{
    const auto loaded = FormCatalogue::load(u":/forms"_s);
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
    m_forms = *loaded;
}

void TestFormCatalogue::order()
{
    QCOMPARE(m_forms->forms().size(), 2);
    QCOMPARE(m_forms->forms()[0].id, u"2019"_s);
    QCOMPARE(m_forms->newest().id, u"2021"_s);
    QCOMPARE(m_forms->form(u"2021"_s)->firstYear, 2021);
    QCOMPARE(m_forms->form(u"2019"_s)->lastYear, 2020);
    QVERIFY(!m_forms->form(u"2014"_s));
}

void TestFormCatalogue::names_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<int>("count");
    QTest::newRow("2021") << u"2021"_s << 200;
    QTest::newRow("2019") << u"2019"_s << 198;
}

void TestFormCatalogue::names()
{
    QFETCH(QString, form);
    QFETCH(int, count);
    const QStringList names = namesOf(*m_forms, *m_forms->form(form));
    QCOMPARE(names.size(), count);
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), count);
    QCOMPARE(names, expectedNames(form));
}

void TestFormCatalogue::oneNameOneId()
{
    for (int i = 0; i < m_forms->cellCount(); ++i)
        QCOMPARE(m_forms->cell(m_forms->name(CellId{i})), CellId{i});
    QVERIFY(!m_forms->cell(u"requests.granted"_s).isValid());
    const CellId shared = m_forms->cell(u"requests.granted.total"_s);
    for (const Form &form : m_forms->forms())
        QVERIFY(form.table(u"requests"_s)->cellIds().contains(shared));
}

void TestFormCatalogue::kinds()
{
    QStringList changes;
    QStringList amounts;
    for (int i = 0; i < m_forms->cellCount(); ++i) {
        const CellInfo &info = m_forms->info(CellId{i});
        if (info.kind == CellKind::Change)
            changes << info.name;
        if (info.kind == CellKind::Amount)
            amounts << info.name;
    }
    changes.sort();
    amounts.sort();
    QCOMPARE(changes,
        QStringList({u"proactive.coercive_measures.change"_s, u"proactive.fees.change"_s, u"proactive.licensing.change"_s,
            u"proactive.other_services.change"_s, u"proactive.penalties.change"_s}));
    QCOMPARE(amounts, QStringList({u"proactive.fees.amount"_s, u"proactive.procurement.amount"_s}));
}

void TestFormCatalogue::identities_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<int>("rows");
    QTest::newRow("2021") << u"2021"_s << 25;
    QTest::newRow("2019") << u"2019"_s << 23;
}

void TestFormCatalogue::identities()
{
    QFETCH(QString, form);
    QFETCH(int, rows);
    QMap<QString, int> count;
    for (const FormTable &table : m_forms->form(form)->tables) {
        for (const Identity &identity : table.identities) {
            ++count[identity.rule];
            QVERIFY(!identity.place.isEmpty());
        }
    }
    QCOMPARE(count,
        (QMap<QString, int>{
            {u"requests.row_total"_s, rows}, {u"requests.handled_total"_s, 7}, {u"requests.balance"_s, 7}, {u"remedies.total"_s, 3}}));
}

void TestFormCatalogue::identityOperands()
{
    const auto names = [&](const QList<CellId> &cells) {
        QStringList out;
        for (const CellId id : cells)
            out << m_forms->name(id).section(u'.', 1);
        return out;
    };
    const FormTable &requests = *m_forms->form(u"2021"_s)->table(u"requests"_s);
    int seen = 0;
    for (const Identity &identity : requests.identities) {
        const QStringList left = names(identity.left);
        const QStringList right = names(identity.right);
        if (identity.rule == "requests.balance"_L1 && left.contains(u"new_received.total"_s)) {
            ++seen;
            QCOMPARE(left, QStringList({u"new_received.total"_s, u"carried_over.total"_s}));
            QCOMPARE(right, QStringList({u"total_handled.total"_s, u"carried_forward.total"_s}));
        } else if (identity.rule == "requests.handled_total"_L1 && right.contains(u"total_handled.other"_s)) {
            ++seen;
            QCOMPARE(left.size(), 21);
            QVERIFY(!left.contains(u"new_received.other"_s));
            QCOMPARE(right.size(), 1);
        } else if (identity.rule == "requests.row_total"_L1 && right.contains(u"granted.total"_s)) {
            ++seen;
            QCOMPARE(left.size(), 6);
            QCOMPARE(right.size(), 1);
        }
    }
    QCOMPARE(seen, 3);
}

void TestFormCatalogue::layout_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("table");
    for (const Form &form : m_forms->forms()) {
        for (const FormTable &table : form.tables)
            QTest::addRow("%s %s", qPrintable(form.id), qPrintable(table.id)) << form.id << table.id;
    }
}

/// Every place is covered once, every cell is drawn once, and every row's label stands in its line.
void TestFormCatalogue::layout()
{
    QFETCH(QString, form);
    QFETCH(QString, table);
    const FormTable &t = *m_forms->form(form)->table(table);
    QList<int> covered(t.layout.rows * t.layout.columns, 0);
    QList<CellId> drawn;
    for (const LayoutCell &cell : t.layout.cells) {
        QVERIFY(cell.row + cell.rowSpan <= t.layout.rows);
        QVERIFY(cell.column + cell.columnSpan <= t.layout.columns);
        QVERIFY(cell.cell.isValid() != !cell.text.isEmpty());
        for (int r = cell.row; r < cell.row + cell.rowSpan; ++r) {
            for (int c = cell.column; c < cell.column + cell.columnSpan; ++c)
                ++covered[r * t.layout.columns + c];
        }
        if (cell.cell.isValid())
            drawn << cell.cell;
    }
    QCOMPARE(covered, QList<int>(covered.size(), 1));
    QCOMPARE(drawn, t.cellIds());
}

void TestFormCatalogue::sections()
{
    for (const Form &form : m_forms->forms()) {
        QCOMPARE(form.sections.size(), 6);
        QCOMPARE(form.table(u"proactive"_s)->section, 2);
        QCOMPARE(form.table(u"requests"_s)->section, 3);
        QCOMPARE(form.table(u"remedies"_s)->section, 4);
        QVERIFY(!form.notice.isEmpty());
        QVERIFY(!form.marks.isEmpty());
    }
}

using Spoil = std::function<void(QJsonObject &)>;
Q_DECLARE_METATYPE(Spoil)

/// Changes one object inside the form: path of keys and indices, then what to do to it.
static Spoil at(const QList<QVariant> &path, const Spoil &spoil)
{
    return [=](QJsonObject &root) {
        std::function<QJsonValue(QJsonValue, qsizetype)> walk = [&](QJsonValue value, qsizetype depth) -> QJsonValue {
            if (depth == path.size()) {
                QJsonObject o = value.toObject();
                spoil(o);
                return o;
            }
            if (path[depth].typeId() == QMetaType::Int) {
                QJsonArray array = value.toArray();
                array[path[depth].toInt()] = walk(array[path[depth].toInt()], depth + 1);
                return array;
            }
            QJsonObject o = value.toObject();
            o[path[depth].toString()] = walk(o[path[depth].toString()], depth + 1);
            return o;
        };
        root = walk(root, 0).toObject();
    };
}

void TestFormCatalogue::malformed_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QStringList>("named");
    const auto row = [](const char *name, const Spoil &spoil, const QStringList &named) { QTest::newRow(name) << spoil << named; };
    const auto set = [](const QString &key, const QJsonValue &value) { return [=](QJsonObject &o) { o[key] = value; }; };
    const QVariant tables = u"tables"_s;
    row("no id", [](QJsonObject &o) { o.remove("id"_L1); }, {u"id"_s});
    row("no tables", [](QJsonObject &o) { o.remove("tables"_L1); }, {u"tables"_s});
    row("years the wrong way round", set(u"lastYear"_s, 2000), {u"lastYear"_s});
    row("id in use", set(u"id"_s, u"2019"_s), {u"2019"_s});
    row("sections out of order", at({u"sections"_s, 2}, set(u"number"_s, 9)), {u"number"_s});
    row("the same table twice", at({tables, 1}, set(u"id"_s, u"proactive"_s)), {u"proactive"_s});
    row("the same row twice", at({tables, 1, u"rows"_s, 1}, set(u"id"_s, u"new_received"_s)),
        {u"requests"_s, u"new_received"_s, u"重复"_s});
    row("the same column twice", at({tables, 1, u"columns"_s, 1}, set(u"id"_s, u"natural_person"_s)), {u"requests"_s, u"natural_person"_s});
    row("unknown kind", at({tables, 0, u"columns"_s, 4}, set(u"kind"_s, u"money"_s)), {u"proactive"_s, u"money"_s});
    row("row without label", at({tables, 1, u"rows"_s, 3}, set(u"label"_s, QString())), {u"partially_granted"_s, u"label"_s});
    row("row with an unknown column", at({tables, 0, u"rows"_s, 0}, set(u"columns"_s, QJsonArray{u"issued"_s, u"lost"_s})),
        {u"regulations"_s, u"lost"_s});
    row("identity of an unknown row", at({tables, 1, u"identities"_s, 0}, set(u"left"_s, QJsonArray{u"nothing"_s})),
        {u"identities"_s, u"nothing"_s});
    row("identity neither by row nor by column", at({tables, 1, u"identities"_s, 0}, set(u"each"_s, u"cell"_s)),
        {u"identities"_s, u"each"_s});
    row("kind differs from the other form", at({tables, 1, u"columns"_s, 0}, set(u"kind"_s, u"amount"_s)),
        {u"requests.new_received.natural_person"_s});
    row("layout draws too few cells",
        [](QJsonObject &o) {
            at({u"tables"_s, 1}, [](QJsonObject &t) {
                QJsonArray layout = t["layout"_L1].toArray();
                layout.removeLast();
                t["layout"_L1] = layout;
            })(o);
        },
        {u"requests"_s, u"layout"_s, u"carried_forward"_s});
    row("layout is ragged",
        [](QJsonObject &o) {
            at({u"tables"_s, 1}, [](QJsonObject &t) {
                QJsonArray layout = t["layout"_L1].toArray();
                QJsonArray line = layout[4].toArray();
                line.append(QJsonObject{{u"text"_s, u"多"_s}});
                layout[4] = line;
                t["layout"_L1] = layout;
            })(o);
        },
        {u"requests"_s, u"layout"_s});
    row("layout with an absurd span",
        [](QJsonObject &o) {
            at({u"tables"_s, 1}, [](QJsonObject &t) {
                QJsonArray layout = t["layout"_L1].toArray();
                QJsonArray line = layout[0].toArray();
                line[0] = QJsonObject{{u"text"_s, u"宽"_s}, {u"columns"_s, 1000000}};
                layout[0] = line;
                t["layout"_L1] = layout;
            })(o);
        },
        {u"requests"_s, u"layout"_s});
}

void TestFormCatalogue::malformed()
{
    QFETCH(Spoil, spoil);
    QFETCH(QStringList, named);
    const auto read = [](const QString &id) {
        QFile file(u":/forms/%1.json"_s.arg(id));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    FormLoader loader;
    QVERIFY(loader.add(u"2019.json"_s, read(u"2019"_s)).ok());
    QJsonObject form = QJsonDocument::fromJson(read(u"2021"_s)).object();
    spoil(form);
    const Status status = loader.add(u"spoilt.json"_s, QJsonDocument(form).toJson());
    QVERIFY(!status.ok());
    QCOMPARE(status.error().code, u"bad-form"_s);
    for (const QString &word : named + QStringList{u"spoilt.json"_s})
        QVERIFY2(status.error().message.contains(word), qPrintable(word + u" | "_s + status.error().message));
}

void TestFormCatalogue::syntaxError()
{
    FormLoader loader;
    const Status status = loader.add(u"a.json"_s, "{\n\"id\": \"x\",\n]\n");
    QVERIFY(!status.ok());
    QVERIFY2(
        status.error().message.contains(u"a.json"_s) && status.error().message.contains(u"第 3 行"_s), qPrintable(status.error().message));
    FormLoader other;
    QVERIFY(!other.add(u"a.json"_s, "[]").ok());
}

void TestFormCatalogue::emptyFolder()
{
    QTemporaryDir folder;
    const auto loaded = FormCatalogue::load(folder.path());
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, u"bad-form"_s);
}

void TestFormCatalogue::speed()
{
    QBENCHMARK { QVERIFY(FormCatalogue::load(u":/forms"_s).ok()); }
}

QTEST_APPLESS_MAIN(TestFormCatalogue)
#include "tst_formcatalogue.moc"
