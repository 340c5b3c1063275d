// SPDX-License-Identifier: GPL-3.0-or-later
// One small report of an invented agency, in every shape and with every local custom that is known, read by recover().
// Never wrong in silence is asserted first; then how many cells are certain, and what the rest is.
#include "base/normalizedtext.h"
#include "layouts.h"
#include "recovery/recovery.h"
#include "samplereport.h"

#include <unicode/translit.h>

#include <QTest>

using namespace gouji;
using namespace gouji::test;
using namespace Qt::StringLiterals;

using GridEdit = std::function<void(ModelDocument &)>;
using TextEdit = std::function<void(QString &)>;

struct RecoveryCase {
    QString forms = u"2021 2021 2021"_s; ///< of the three tables
    Layout layout = Layout::Tabs;
    GridEdit grid = {};
    TextEdit text = {};
    int doubtful = 0; ///< most cells that may be left to a person
    PrintStyle style = {};
    const char *known = nullptr; ///< why it is wrong today
};
Q_DECLARE_METATYPE(RecoveryCase)

class TestRecovery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void document_data();
    void document();
    void printedNumbersStayAsTheyAre();
    void leftoversAreShown();
    void sameTextSameReport();
    void nothingOfTheForm_data();
    void nothingOfTheForm();
};

namespace {

const FormCatalogue &forms() { return *knowledge().forms; }

/// "row column=value …" of the cells that are not 0.
Truth smallTruth(const QString &formIds)
{
    Truth out;
    out.agency = u"云岭市水务局"_s;
    const QStringList ids = formIds.split(u' ');
    out.year = ids[1] == u"2019"_s ? 2020 : 2023;
    qsizetype i = 0;
    for (const QString &id : ids) {
        out.forms << forms().form(id);
        for (const CellId cell : out.forms.last()->tables[i].cellIds())
            out.values[cell] = Decimal();
        ++i;
    }
    const auto row = [&](const char *name, const QList<qint64> &values) {
        for (qsizetype t = 0; t < out.forms.size(); ++t) {
            for (const FormRow &r : out.forms[t]->tables[t].rows) {
                if (out.forms[t]->tables[t].id + u'.' + r.id != QLatin1StringView(name) || r.cells.size() != values.size())
                    continue;
                for (qsizetype c = 0; c < values.size(); ++c)
                    out.values[r.cells[c]] = Decimal(values[c]);
            }
        }
    };
    row("requests.new_received", {9, 2, 0, 0, 1, 0, 12});
    row("requests.carried_over", {1, 0, 0, 0, 0, 0, 1});
    row("requests.granted", {3, 1, 0, 0, 0, 0, 4});
    row("requests.partially_granted", {1, 0, 0, 0, 0, 0, 1});
    row("requests.denied_third_party", {0, 1, 0, 0, 0, 0, 1});
    row("requests.unable_not_held", {2, 0, 0, 0, 1, 0, 3});
    row("requests.refused_repeat", {1, 0, 0, 0, 0, 0, 1});
    row("requests.other_no_correction", {1, 0, 0, 0, 0, 0, 1});
    row("requests.other_handling", {1, 0, 0, 0, 0, 0, 1});
    row("requests.total_handled", {8, 2, 0, 0, 1, 0, 11});
    row("requests.carried_forward", {2, 0, 0, 0, 0, 0, 2});
    row("remedies.review", {1, 0, 0, 1, 2});
    row("remedies.litigation_after_review", {0, 3, 0, 0, 3});
    if (ids[0] == u"2021"_s) {
        row("proactive.regulations", {0, 0, 2});
        row("proactive.normative_documents", {3, 1, 16});
        row("proactive.licensing", {1234});
        row("proactive.penalties", {56});
        out.values[forms().cell(u"proactive.fees.amount"_s)] = *Decimal::fromString(u"12.3456");
    } else {
        row("proactive.regulations", {1, 1, 5});
        row("proactive.normative_documents", {2, 2, 30});
        row("proactive.licensing", {10, -2, 1234});
        row("proactive.other_services", {3, 0, 7});
        row("proactive.penalties", {4, 1, 56});
        row("proactive.coercive_measures", {2, 0, 0});
        row("proactive.fees", {5, -1});
        row("proactive.procurement", {8, 120});
    }
    return out;
}

GridRow &rowOf(ModelDocument &d, const QString &label)
{
    for (Grid &grid : d.tables) {
        for (GridRow &row : grid.rows) {
            for (const Field &f : std::as_const(row.fields)) {
                if (row.hasValues() && f.text.contains(label))
                    return row;
            }
        }
    }
    qFatal("no such row: %s", qPrintable(label));
}

Field &labelOf(ModelDocument &d, const QString &label)
{
    for (Grid &grid : d.tables) {
        for (GridRow &row : grid.rows) {
            for (Field &f : row.fields) {
                if (!f.cell.isValid() && f.text.contains(label))
                    return f;
            }
        }
    }
    qFatal("no such label: %s", qPrintable(label));
}

GridEdit relabel(const QList<std::pair<QString, QString>> &changes)
{
    return [changes](ModelDocument &d) {
        for (const auto &[from, to] : changes)
            labelOf(d, from).text = to;
    };
}

void leaveOut(ModelDocument &d, int table)
{
    for (const GridRow &row : std::as_const(d.tables[table].rows)) {
        for (const int f : row.valueFields())
            d.bears.remove(row.fields[f].cell.index);
    }
    d.tables[table].rows.clear();
}

/// Prints other characters in a cell, and says what they bear.
void print(ModelDocument &d, const char *cell, const QString &text, std::optional<Decimal> bears)
{
    const CellId id = forms().cell(QString::fromLatin1(cell));
    for (Grid &grid : d.tables) {
        for (GridRow &row : grid.rows) {
            for (Field &f : row.fields) {
                if (f.cell == id)
                    f.text = text;
            }
        }
    }
    d.bear(id, {bears});
}

GridRow rowOfWords(const QStringList &words)
{
    GridRow row;
    for (const QString &word : words) {
        Field field;
        field.text = word;
        row.fields << field;
    }
    return row;
}

/// The one printed row of reviews and lawsuits drawn in another shape; `draw` is given its values.
GridEdit groupsApart(const std::function<QList<GridRow>(const QList<Field> &values)> &draw)
{
    return [draw](ModelDocument &d) {
        QList<Field> values;
        for (const Field &f : std::as_const(d.tables[2].rows.back().fields)) {
            if (f.isValue())
                values << f;
        }
        d.tables[2].rows = draw(values);
    };
}

const QStringList Outcomes{u"结果维持"_s, u"结果纠正"_s, u"其他结果"_s, u"尚未审结"_s, u"总计"_s};
const QStringList Groups{u"行政复议"_s, u"行政诉讼（未经复议直接起诉）"_s, u"行政诉讼（复议后起诉）"_s};

GridRow rawRow(const QString &text)
{
    GridRow row;
    row.raw = text;
    return row;
}

QString traditional(const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> to(icu::Transliterator::createInstance("Hans-Hant", UTRANS_FORWARD, status));
    icu::UnicodeString s(text.utf16(), int32_t(text.size()));
    to->transliterate(s);
    return QString::fromUtf16(s.getBuffer(), s.length());
}

SourceDocument documentOf(const QString &text)
{
    SourceDocument out;
    out.fileName = u"case.txt"_s;
    out.fileKind = u"txt"_s;
    out.encoding = u"UTF-8"_s;
    out.text = text;
    return out;
}

QString shown(const std::optional<Decimal> &value) { return value ? value->toString() : u"(empty)"_s; }

} // namespace

void TestRecovery::document_data()
{
    QTest::addColumn<RecoveryCase>("c");
    const auto add = [](const char *name, const RecoveryCase &c) { QTest::newRow(name) << c; };
    const int All = 1000;

    // Every layout as it stands. Where empty cells leave no trace nothing is empty here.
    add("tabs", {});
    add("pipes", {.layout = Layout::Pipes});
    add("box drawing", {.layout = Layout::Box});
    add("a cell a line", {.layout = Layout::CellLines});
    add("a cell a line, no indent", {.layout = Layout::BareLines});
    add("columns of blanks, ideographs two wide", {.layout = Layout::SpacedWide});
    add("columns of blanks, ideographs one wide", {.layout = Layout::SpacedNarrow});
    add("page text", {.layout = Layout::PageText, .doubtful = All});
    add("rows of words and numbers", {.layout = Layout::RowText});
    add("everything glued", {.layout = Layout::Glued, .doubtful = All});

    PrintStyle empties;
    empties.blankZeros = 100;
    add("zeros left empty, tabs", {.style = empties});
    add("zeros left empty, pipes", {.layout = Layout::Pipes, .style = empties});
    add("zeros left empty, box drawing", {.layout = Layout::Box, .style = empties});
    add("zeros left empty, a cell a line", {.layout = Layout::CellLines, .style = empties});
    add("zeros left empty, an empty line for each", {.layout = Layout::GapLines, .doubtful = All, .style = empties});
    add("zeros left empty, columns of blanks", {.layout = Layout::SpacedWide, .doubtful = All, .style = empties});
    add("zeros left empty without a trace", {.layout = Layout::BareLines, .doubtful = All, .style = empties});
    for (const QString &mark : {u"/"_s, u"-"_s, u"—"_s, u"无"_s}) {
        empties.blankMark = mark;
        QTest::newRow(qPrintable(u"zeros printed as "_s + mark)) << RecoveryCase{.style = empties};
    }
    add("thousands separators", {.style = {.thousands = true}});
    add("full-width digits", {.style = {.fullWidth = true}});

    // Editions.
    add("2019", {.forms = u"2019 2019 2019"_s});
    add("2019, pipes", {.forms = u"2019 2019 2019"_s, .layout = Layout::Pipes});
    add("2019, a cell a line", {.forms = u"2019 2019 2019"_s, .layout = Layout::CellLines});
    add("2019, columns of blanks", {.forms = u"2019 2019 2019"_s, .layout = Layout::SpacedWide});
    add("mixed: section two of 2021, three (six) in one row", {.forms = u"2021 2019 2021"_s});
    add("mixed, pipes", {.forms = u"2021 2019 2021"_s, .layout = Layout::Pipes});
    add("mixed, a cell a line", {.forms = u"2021 2019 2021"_s, .layout = Layout::CellLines});

    // What agencies do to the form.
    for (int table = 0; table < 3; ++table)
        QTest::newRow(qPrintable(u"table %1 left out"_s.arg(table + 2)))
            << RecoveryCase{.grid = [table](ModelDocument &d) { leaveOut(d, table); }};
    add("the head of table three is missing", {.grid = [](ModelDocument &d) { d.tables[1].rows.remove(0, 3); }});
    add("headings two to four are missing", {.grid = [](ModelDocument &d) { d.lostHeadings = {2, 3, 4}; }});
    add("a row of the agency's own",
        {.grid = [](ModelDocument &d) { d.tables[0].rows.insert(4, rawRow(u"其他主动公开文件\t5\t1\t9"_s)); }, .doubtful = 3});
    add("short labels",
        {.grid = relabel({{u"逾期不补正"_s, u"1.逾期不补正"_s}, {u"逾期未按"_s, u"2.逾期未缴费"_s}, {u"重新出具"_s, u"5.要求确认"_s}}),
            .doubtful = 14});
    add("合计 for 总计", {.grid = [](ModelDocument &d) {
        for (Grid &grid : d.tables) {
            for (GridRow &row : grid.rows) {
                for (Field &f : row.fields)
                    f.text.replace(u"总计"_s, u"合计"_s);
            }
        }
    }});
    add("a note behind a label",
        {.grid = relabel(
             {{u"行政规范性文件"_s, u"行政规范性文件（含废止失效的）"_s}, {u"予以公开"_s, u"（一）予以公开（含已主动公开的）"_s}})});
    add("a note inside a cell",
        {.grid = [](ModelDocument &d) { print(d, "proactive.normative_documents.in_force", u"16（含历年）"_s, Decimal(16)); },
            .doubtful = 3});
    add("instructions left in a cell",
        {.grid = [](ModelDocument &d) { print(d, "requests.granted.research", u"填写件数"_s, std::nullopt); }, .doubtful = 7});
    add("no total column",
        {.grid =
                [](ModelDocument &d) {
                    for (GridRow &row : d.tables[1].rows) {
                        const QList<int> values = row.valueFields();
                        if (!values.isEmpty()) {
                            d.bears.remove(row.fields[values.last()].cell.index);
                            row.fields.removeAt(values.last());
                        }
                    }
                    d.tables[1].rows[1].fields.last().text.clear();
                },
            .doubtful = 175});
    add("group and row label glued",
        {.grid = relabel({{u"属于国家秘密"_s, u"（三）不予公开1.属于国家秘密"_s}, {u"重复申请"_s, u"（五）不予处理2.重复申请"_s}}),
            .known = "a group's title before a row's label casts doubt on the row"});
    add("traditional characters", {.text = [](QString &t) { t = traditional(t); }});
    add("pinyin in brackets",
        {.text = [](QString &t) { t.replace(u"规章\t"_s, u"规(guī)章(zhāng)\t"_s).replace(u"重复申请"_s, u"重(chóng)复申请"_s); },
            .known = "pinyin behind a character hides the label"});
    add("sections renumbered", {.text = [](QString &t) {
        t.replace(u"四、政府"_s, u"五、政府"_s).replace(u"三、收到"_s, u"四、收到"_s).replace(u"二、主动"_s, u"三、主动"_s);
    }});
    add("sections numbered by digits", {.text = [](QString &t) {
        t.replace(u"二、主动"_s, u"2、主动"_s).replace(u"三、收到"_s, u"3. 收到"_s).replace(u"六、其他"_s, u"6、 其他"_s);
    }});
    add("a preamble names the sections", {.text = [](QString &t) {
        t.replace(u"一、总体情况"_s,
            u"本报告包括：\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n一、总体情况"_s);
    }});

    // What happens on the way.
    add("indents lost and rows shifted", {.grid = [](ModelDocument &d) {
        rowOf(d, u"信访举报"_s).trim = true;
        rowOf(d, u"国家秘密"_s).trim = true;
        rowOf(d, u"予以公开"_s).fields.insert(0, Field());
        rowOf(d, u"（七）"_s).fields.insert(1, Field());
    }});
    add("a row moved to the left, pipes", {.layout = Layout::Pipes, .grid = [](ModelDocument &d) {
                                               GridRow &row = rowOf(d, u"掌握"_s);
                                               row.fields.removeIf([](const Field &f) { return f.text.isEmpty(); });
                                               row.added = 3;
                                           }});
    add("labels broken over lines, bookmarks",
        {.layout = Layout::CellLines,
            .grid = relabel({{u"三安全"_s, u"3.危及“三\n安全一稳定”"_s}, {u"重复申请"_s, u"[bookmark: _Hlk12345678]2.重复\n申请"_s},
                {u"规章"_s, u"[bookmark: _Hlk87654321]规章"_s}})});
    add("the table cut by a page", {.grid = [](ModelDocument &d) {
        for (int r = 14; r < d.tables[1].rows.size(); ++r)
            d.tables[1].rows[r].fields.prepend(Field());
        d.tables[1].rows.insert(14, rawRow(u""_s));
    }});
    add("page numbers, running heads, a repeated head",
        {.grid =
                [](ModelDocument &d) {
                    const QList<GridRow> head = d.tables[1].rows.mid(0, 3);
                    for (qsizetype i = 0; i < head.size(); ++i)
                        d.tables[1].rows.insert(15 + i, head[i]);
                    d.tables[1].rows.insert(15, rawRow(u"\f云岭市水务局2023年政府信息公开工作年度报告"_s));
                    d.tables[1].rows.insert(15, rawRow(u"— 3 —"_s));
                    d.tables[1].rows.insert(8, rawRow(u"第 2 页 共 6 页"_s));
                    d.tables[0].rows.insert(6, rawRow(u"2"_s));
                },
            .doubtful = 1});
    add("a recognised scan",
        {.grid =
                [](ModelDocument &d) {
                    relabel({{u"予以公开"_s, u"（一）予以分开"_s}, {u"国家秘密"_s, u"1.属于国 家秘密"_s},
                        {u"新收"_s, u"一、本年新收政府信患公开中请数量"_s}, {u"（七）"_s, u"（七）怠计"_s}})(d);
                    print(d, "requests.granted.natural_person", u"3"_s, Decimal(3));
                    print(d, "requests.granted.business", u"l"_s, Decimal(1));
                    print(d, "requests.granted.research", u"O"_s, Decimal());
                },
            .doubtful = 60});
    add("a look-alike the sums confirm",
        {.grid = [](ModelDocument &d) { print(d, "requests.total_handled.total", u"ll"_s, Decimal(11)); }, .doubtful = 1});
    add("a number stuck to its label",
        {.grid =
                [](ModelDocument &d) {
                    GridRow &row = rowOf(d, u"行政事业性收费"_s);
                    row.fields[0].text += row.fields[1].text;
                    row.fields.remove(1, row.fields.size() - 1);
                },
            .doubtful = 1});
    add("a small table for each kind of case", {.grid = groupsApart([](const QList<Field> &values) {
        QList<GridRow> rows;
        for (int g = 0; g < 3; ++g) {
            rows << rowOfWords({Groups[g]}) << rowOfWords(Outcomes) << GridRow();
            rows.back().fields = values.mid(g * 5, 5);
        }
        return rows;
    })});
    add("kinds of cases below each other", {.grid = groupsApart([](const QList<Field> &values) {
        QList<GridRow> rows{rowOfWords(QStringList{u"类型"_s} + Outcomes)};
        for (int g = 0; g < 3; ++g) {
            rows << rowOfWords({Groups[g]});
            rows.back().fields += values.mid(g * 5, 5);
        }
        return rows;
    })});
    const auto outcomesBelow = groupsApart([](const QList<Field> &values) {
        QList<GridRow> rows{rowOfWords({u"结果"_s, u"行政复议"_s, u"未经复议直接起诉"_s, u"复议后起诉"_s})};
        for (int o = 0; o < 5; ++o) {
            rows << rowOfWords({Outcomes[o]});
            rows.back().fields << values[o] << values[5 + o] << values[10 + o];
        }
        return rows;
    });
    add("outcomes of cases below each other", {.grid = outcomesBelow});
    // One of the numbers is lost: not one of the others may stand under a head it was not printed under.
    add("outcomes of cases below each other, and a value is lost",
        {.layout = Layout::RowText,
            .grid =
                [outcomesBelow](ModelDocument &d) {
                    outcomesBelow(d);
                    d.tables[2].rows[4].fields.removeLast();
                },
            .doubtful = 15});
    // A column of the agency's own is found where rows have empty cells, too: by the field its head, or nothing but its values, stands in.
    const auto ownColumn = [](int at, int headLine, const QString &head) {
        return [=](ModelDocument &d) {
            QList<GridRow> &rows = d.tables[1].rows;
            for (int r = 0; r < rows.size(); ++r) {
                Field field;
                field.text = r == headLine ? head : rows[r].hasValues() ? QString::number(r % 3) : QString();
                rows[r].fields.insert(at < 0 ? rows[r].fields.size() : at, field);
            }
        };
    };
    add("subtotals of the organisations, zeros left empty", {.grid = ownColumn(4, 2, u"小计"_s), .doubtful = 7, .style = empties});
    add("last year's totals behind, zeros left empty", {.grid = ownColumn(-1, 0, u"上年总计"_s), .doubtful = 7, .style = empties});
    const auto withCopy = [](const QString &above, const QString &below, bool first, bool changed) {
        return [=](ModelDocument &d) {
            QList<GridRow> copy = d.tables[1].rows;
            for (GridRow &row : copy) {
                for (Field &f : row.fields)
                    f.text = changed && f.isValue() ? QString::number(f.text.toInt() + 1) : f.text;
            }
            QList<GridRow> &rows = d.tables[1].rows;
            const QList<GridRow> own = rows;
            rows = QList<GridRow>{rawRow(above)} + (first ? own : copy) + QList<GridRow>{rawRow(below)} + (first ? copy : own);
        };
    };
    add("the same table twice", {.grid = withCopy({}, {}, true, false)});
    add("last year's table below", {.grid = withCopy({}, u"附：上年度情况"_s, true, true)});
    add("last year's table above", {.grid = withCopy(u"2022年度："_s, u"2023年度："_s, false, true)});
    add("another table below, nobody says whose", {.grid = withCopy({}, {}, true, true), .doubtful = All});
    // The field too many is none of the row's: of a zero among empty cells no sum says so.
    add("a label in two fields, zeros left empty",
        {.grid =
                [](ModelDocument &d) {
                    print(d, "requests.denied_state_secret.research", u"0"_s, Decimal());
                    GridRow &row = rowOf(d, u"国家秘密"_s);
                    const int label = row.labelField();
                    row.fields[label].text = u"1.属于国家"_s;
                    Field half;
                    half.text = u"秘密"_s;
                    row.fields.insert(label + 1, half);
                },
            .doubtful = 7,
            .style = empties});
    add("two rows in the other order", {.grid = [](ModelDocument &d) { d.tables[1].rows.swapItemsAt(18, 19); }, .doubtful = 14});
    add("a row is not printed", {.grid = [](ModelDocument &d) { d.tables[1].rows.removeAt(19); }, .doubtful = 21});
    add("a value is lost with its place", {.grid = [](ModelDocument &d) { rowOf(d, u"掌握"_s).fields.removeAt(5); }, .doubtful = 7});
}

void TestRecovery::document()
{
    QFETCH(RecoveryCase, c);
    const Truth truth = smallTruth(c.forms);
    Chance chance(7);
    ModelDocument model = modelOf(truth, forms(), c.style, chance);
    if (c.grid)
        c.grid(model);
    QString text = test::print(model, c.layout, chance);
    if (c.text)
        c.text(text);
    const Report report = recover(documentOf(text), knowledge().forms);

    QStringList silent;
    QStringList doubtful;
    QStringList broken;
    QSet<int> seen;
    for (const CellId id : report.cellIds()) {
        const Cell &cell = report.cell(id);
        seen << id.index;
        const auto bears = model.bears.value(id.index).certain;
        const QString line = u"%1: %2 %3, printed %4"_s.arg(
            report.catalogue().name(id), statusName(cell.status), shown(cell.value), bears.isEmpty() ? u"nothing"_s : shown(bears.first()));
        bool right = bears.contains(cell.value);
        if (losesBlanks(c.layout) && !bears.isEmpty() && (!bears.first() || bears.first()->isZero()))
            right = right || !cell.value || cell.value->isZero();
        const bool certain = cell.status == CellStatus::Read || cell.status == CellStatus::Blank;
        if (certain && !right)
            silent << line;
        if (!certain && !bears.isEmpty())
            doubtful << line;
        if (cell.source.isValid() && normalized(text.mid(cell.source.begin, cell.source.length())) != normalized(cell.text))
            broken << line;
    }
    QStringList absent;
    for (auto it = model.bears.cbegin(); it != model.bears.cend(); ++it) {
        if (!seen.contains(it.key()))
            absent << report.catalogue().name(CellId{it.key()});
    }
    QStringList wrong;
    if (!silent.isEmpty())
        wrong << u"certain and wrong:"_s << silent;
    if (!broken.isEmpty())
        wrong << u"characters that do not stand there:"_s << broken;
    if (!absent.isEmpty())
        wrong << u"printed, but not in the report:"_s << absent;
    if (doubtful.size() > c.doubtful)
        wrong << u"%1 cells in doubt:"_s.arg(doubtful.size()) << doubtful;
    if (!wrong.isEmpty() && !c.known)
        qInfo().noquote() << text;
    if (c.known)
        QEXPECT_FAIL("", c.known, Abort);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QCOMPARE(report.agency, c.text && text.contains(u"雲"_s) ? traditional(truth.agency) : truth.agency);
    QCOMPARE(report.year, truth.year);
    QCOMPARE(report.form, truth.forms[2]->id);
}

/// What the report says is never tidied: a total that does not add up is read as it stands.
void TestRecovery::printedNumbersStayAsTheyAre()
{
    for (const Layout layout : {Layout::Tabs, Layout::Pipes, Layout::Box, Layout::CellLines, Layout::SpacedWide}) {
        Chance chance(7);
        ModelDocument model = modelOf(smallTruth(u"2021 2021 2021"_s), forms(), {}, chance);
        print(model, "requests.granted.total", u"5"_s, Decimal(5));
        print(model, "requests.carried_forward.natural_person", u"7"_s, Decimal(7));
        print(model, "remedies.review.total", u"9"_s, Decimal(9));
        const Report report = recover(documentOf(test::print(model, layout, chance)), knowledge().forms);
        for (const auto &[name, value] : {std::pair(u"requests.granted.total"_s, 5),
                 std::pair(u"requests.carried_forward.natural_person"_s, 7), std::pair(u"remedies.review.total"_s, 9)}) {
            const Cell &cell = report.cell(forms().cell(name));
            QCOMPARE(cell.value, Decimal(value));
            // Between delimiters a place is a place; elsewhere a sum that fails may cast doubt on where the value stands.
            if (isDelimited(layout))
                QCOMPARE(cell.status, CellStatus::Read);
            QVERIFY(cell.status == CellStatus::Read || cell.status == CellStatus::Suspect);
            QCOMPARE(cell.text, QString::number(value));
        }
    }
}

/// A number inside a table that no cell uses is shown as such.
void TestRecovery::leftoversAreShown()
{
    Chance chance(7);
    ModelDocument model = modelOf(smallTruth(u"2021 2021 2021"_s), forms(), {}, chance);
    model.tables[0].rows.insert(4, rawRow(u"其他主动公开文件\t555\t111\t999"_s));
    const QString text = test::print(model, Layout::Tabs, chance);
    const Report report = recover(documentOf(text), knowledge().forms);
    QStringList left;
    for (const TextRange &range : report.leftovers)
        left << text.mid(range.begin, range.length());
    QCOMPARE(left.join(u' '), u"555 111 999"_s);
}

void TestRecovery::sameTextSameReport()
{
    for (const Layout layout : test::allLayouts()) {
        Chance chance(7);
        const QString text = test::print(modelOf(smallTruth(u"2021 2021 2021"_s), forms(), {}, chance), layout, chance);
        const SourceDocument document = documentOf(text);
        QVERIFY2(recover(document, knowledge().forms) == recover(document, knowledge().forms), qPrintable(test::layoutName(layout)));
    }
}

void TestRecovery::nothingOfTheForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank lines") << u"\n\n\t\n"_s;
    QTest::newRow("a letter") << u"各科室：\n请于2023年12月31日前报送材料，联系电话6612345。\n"_s;
    QTest::newRow("numbers") << u"1\t2\t3\n4\t5\t6\n"_s.repeated(60);
    QTest::newRow("another table") << u"项目\t收入\t支出\n水费\t12\t3\n电费\t4\t5\n合计\t16\t8\n"_s;
    QTest::newRow("a report older than the form")
        << u"云岭市水务局2016年政府信息公开工作年度报告\n一、主动公开政府信息数\n主动公开政府信息数\t条\t312\n其中：主动公开规范性文件数\t条\t5\n二、回应解读情况\n回应公众关注热点或重大舆情数\t次\t2\n"_s;
    QTest::newRow("NULs and lone surrogates") << QString(QChar(0)).repeated(40) + QString(QChar(0xd800)) + u"规章\t"_s
            + QString(QChar(0xdc00));
}

/// No number is certain where nothing of the form stands.
void TestRecovery::nothingOfTheForm()
{
    QFETCH(QString, text);
    const Report report = recover(documentOf(text), knowledge().forms);
    QStringList read;
    for (const CellId id : report.cellIds()) {
        if (report.cell(id).status != CellStatus::Missing)
            read << report.catalogue().name(id) + u' ' + statusName(report.cell(id).status);
    }
    QVERIFY2(read.isEmpty(), qPrintable(read.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
