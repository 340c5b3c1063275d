// SPDX-License-Identifier: GPL-3.0-or-later
#include "customs.h"

#include "samplereport.h"

namespace gouji::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Proactive = 0;
constexpr int Requests = 1;
constexpr int Remedies = 2;

/// The row of a table whose wording holds `label`; -1 where there is none.
int rowAt(const Grid &grid, const QString &label)
{
    for (int r = 0; r < grid.rows.size(); ++r) {
        for (const Field &f : grid.rows[r].fields) {
            if (grid.rows[r].hasValues() && f.text.contains(label))
                return r;
        }
    }
    return -1;
}

int headAt(const Grid &grid, const QString &label, int *field)
{
    for (int r = 0; r < grid.rows.size(); ++r) {
        for (int f = 0; f < grid.rows[r].fields.size(); ++f) {
            if (!grid.rows[r].hasValues() && (label.size() > 2 ? grid.rows[r].fields[f].text.contains(label) : grid.rows[r].fields[f].text == label)) {
                *field = f;
                return r;
            }
        }
    }
    return -1;
}

int number(const Field &f)
{
    return int(Decimal::fromString(f.text).value_or(Decimal()).whole());
}

Field foreign(int value)
{
    Field f;
    f.text = QString::number(value);
    f.foreign = true;
    return f;
}

/// A row like the one at `model`, with values of its own; in table three they add up across.
GridRow rowLike(const GridRow &model, const QString &label, Chance &chance)
{
    GridRow row = model;
    const QList<int> values = row.valueFields();
    const bool zeros = chance.percent(30);
    int sum = 0;
    for (const int f : values) {
        const bool total = values.size() == 7 && f == values.last();
        const int value = total ? sum : zeros || chance.percent(50) ? 0 : chance.between(1, 30);
        sum += value;
        row.fields[f] = foreign(value);
    }
    for (int f = 0; f < values.first(); ++f) {
        if (f == row.labelField())
            row.fields[f].text = label;
        else
            row.fields[f] = Field {{}, {}, true, false};
    }
    return row;
}

/// Its own row behind the one that `behind` names. In table three the author may count it into the total or not.
Custom ownRow(int table, const QString &behind, const QString &label)
{
    return {u"own row %1 behind %2"_s.arg(label, behind), [=](ModelDocument &d, Chance &chance) {
        Grid &grid = d.tables[table];
        const int at = rowAt(grid, behind);
        if (at < 0)
            return false;
        GridRow row = rowLike(grid.rows[at], label, chance);
        if (table == Requests && chance.percent(50)) {
            GridRow &total = grid.rows[rowAt(grid, u"（七）"_s)];
            const QList<int> to = total.valueFields();
            const QList<int> from = grid.rows[at].valueFields();
            for (int i = 0; i < to.size(); ++i) {
                Field &f = total.fields[to[i]];
                const int sum = number(f) + number(row.fields[from[i]]);
                f.text = QString::number(sum);
                d.bear(f.cell, {Decimal(sum)});
            }
        }
        grid.rows.insert(at + 1, row);
        return true;
    }};
}

/// Sums of a group, in the row of its heading or behind its last row.
Custom groupSums(const QString &group, const QString &first, int rows, bool behind)
{
    return {u"sums of the group %1, %2"_s.arg(group, behind ? u"behind it"_s : u"before it"_s), [=](ModelDocument &d, Chance &chance) {
        Grid &grid = d.tables[Requests];
        const int at = rowAt(grid, first);
        if (at < 0 || at + rows > grid.rows.size())
            return false;
        GridRow row = rowLike(grid.rows[at], behind ? u"小计"_s : group, chance);
        for (const int f : grid.rows[at].valueFields()) {
            int sum = 0;
            for (int r = at; r < at + rows; ++r)
                sum += number(grid.rows[r].fields[f]);
            row.fields[f].text = QString::number(sum);
        }
        if (!behind) { // the group's title stands in its own row then
            for (Field &f : grid.rows[at].fields) {
                if (f.text == group)
                    f = Field {{}, {}, true, false};
            }
        }
        grid.rows.insert(behind ? at + rows : at, row);
        return true;
    }};
}

Custom resultsRow()
{
    return {u"the row 本年度办理结果 repeats the total"_s, [](ModelDocument &d, Chance &chance) {
        Grid &grid = d.tables[Requests];
        const int at = rowAt(grid, u"（一）"_s);
        GridRow row = rowLike(grid.rows[at], u"三、本年度办理结果"_s, chance);
        const GridRow &total = grid.rows[rowAt(grid, u"（七）"_s)];
        for (const int f : total.valueFields())
            row.fields[f].text = total.fields[f].text;
        for (Field &f : grid.rows[at].fields) {
            if (f.text == u"三、本年度办理结果"_s)
                f = Field {{}, {}, true, false};
        }
        grid.rows.insert(at, row);
        return true;
    }};
}

void forget(ModelDocument &d, const GridRow &row)
{
    for (const int f : row.valueFields())
        d.bears.remove(row.fields[f].cell.index);
}

/// Rows left out; what an agency leaves out is 0 in its sums or not.
Custom missingRows(int table, const QString &first, int rows)
{
    return {u"%1 rows missing from %2"_s.arg(rows).arg(first), [=](ModelDocument &d, Chance &) {
        Grid &grid = d.tables[table];
        const int at = rowAt(grid, first);
        if (at < 0 || at + rows > grid.rows.size())
            return false;
        for (int i = 0; i < rows; ++i) {
            forget(d, grid.rows[at]);
            grid.rows.removeAt(at);
        }
        return true;
    }};
}

/// Every value row of a table gets one more value, before the place `column` of its values (-1: behind them).
Custom ownColumn(int table, int column, const QString &head, const std::function<QString(int row, Chance &)> &value)
{
    return {u"own column %1 in table %2 at %3"_s.arg(head).arg(table + 2).arg(column), [=](ModelDocument &d, Chance &chance) {
        Grid &grid = d.tables[table];
        int place = -1;
        qsizetype longest = 0;
        for (const GridRow &row : std::as_const(grid.rows))
            longest = std::max(longest, row.valueFields().size());
        for (const GridRow &row : std::as_const(grid.rows)) {
            if (row.valueFields().size() == longest)
                place = column < 0 ? row.valueFields().last() + 1 : row.valueFields()[std::min<qsizetype>(column, longest - 1)];
        }
        bool headed = false;
        int n = 0;
        for (GridRow &row : grid.rows) {
            Field f;
            if (row.hasValues()) {
                f.text = value(++n, chance);
                f.foreign = true;
            } else if (!headed || (table == Proactive && std::any_of(row.fields.begin(), row.fields.end(), [](const Field &g) { return g.text == u"信息内容"_s; }))) {
                f.text = head;
                headed = true;
            } else {
                f.spanned = true;
            }
            row.fields.insert(place, f);
        }
        return true;
    }};
}

/// The running numbers of a list, before the labels.
Custom rowNumbers(int table)
{
    return {u"numbered rows in table %1"_s.arg(table + 2), [=](ModelDocument &d, Chance &) {
        int n = 0;
        for (GridRow &row : d.tables[table].rows) {
            Field f;
            f.text = row.hasValues() ? QString::number(++n) : n == 0 ? u"序号"_s : QString();
            f.foreign = row.hasValues();
            row.fields.insert(0, f);
        }
        return n > 1;
    }};
}

Custom missingColumn(const QString &head)
{
    return {u"column %1 missing"_s.arg(head), [=](ModelDocument &d, Chance &) {
        Grid &grid = d.tables[Requests];
        int field = -1;
        const int at = headAt(grid, head, &field);
        if (at < 0)
            return false;
        for (GridRow &row : grid.rows) {
            if (row.fields[field].cell.isValid())
                d.bears.remove(row.fields[field].cell.index);
            row.fields.removeAt(field);
        }
        return true;
    }};
}

/// Two columns in the other order, with their heads.
Custom swappedColumns(int table, const QString &a, const QString &b)
{
    return {u"columns %1 and %2 swapped"_s.arg(a, b), [=](ModelDocument &d, Chance &) {
        Grid &grid = d.tables[table];
        int left = -1;
        int right = -1;
        if (headAt(grid, a, &left) < 0 || headAt(grid, b, &right) < 0)
            return false;
        for (GridRow &row : grid.rows)
            row.fields.swapItemsAt(left, right);
        return true;
    }};
}

Custom swappedRows(int table, const QString &a, const QString &b)
{
    return {u"rows %1 and %2 swapped"_s.arg(a, b), [=](ModelDocument &d, Chance &) {
        Grid &grid = d.tables[table];
        const int x = rowAt(grid, a);
        const int y = rowAt(grid, b);
        if (x < 0 || y < 0)
            return false;
        const QList<int> from = grid.rows[x].valueFields();
        const QList<int> to = grid.rows[y].valueFields();
        if (from != to)
            return false;
        const int first = std::min(grid.rows[x].labelField(), grid.rows[y].labelField());
        if (grid.rows[x].labelField() != grid.rows[y].labelField())
            return false;
        for (int f = first; f <= to.last(); ++f)
            std::swap(grid.rows[x].fields[f], grid.rows[y].fields[f]);
        return true;
    }};
}

Custom relabelled(const QString &name, const QList<std::pair<QString, QString>> &changes)
{
    return {name, [=](ModelDocument &d, Chance &) {
        bool any = false;
        for (Grid &grid : d.tables) {
            for (GridRow &row : grid.rows) {
                for (Field &f : row.fields) {
                    for (const auto &[from, to] : changes) {
                        if (!f.isValue() && f.text.contains(from)) {
                            any = true;
                            f.text = to;
                            break;
                        }
                    }
                }
            }
        }
        return any;
    }};
}

Custom lines(const QString &name, int table, int at, const QStringList &texts)
{
    return {name, [=](ModelDocument &d, Chance &) {
        Grid &grid = d.tables[table];
        for (const QString &text : texts) {
            GridRow row;
            row.raw = text;
            if (at < 0)
                grid.rows << row;
            else
                grid.rows.insert(std::min<qsizetype>(at, grid.rows.size()), row);
        }
        return true;
    }};
}

Custom sections(const QString &name, const std::function<void(ModelDocument &)> &change)
{
    return {name, [=](ModelDocument &d, Chance &) {
        change(d);
        return true;
    }};
}

void number(ModelDocument &d, const QString &pattern, bool digits = false)
{
    static const QStringList numerals {u"一"_s, u"二"_s, u"三"_s, u"四"_s, u"五"_s, u"六"_s, u"七"_s};
    for (qsizetype i = 0; i < d.sections.size(); ++i)
        d.sections[i].numeral = pattern.isEmpty() ? QString() : pattern.arg(digits ? QString::number(i + 1) : numerals[i]);
}

Custom leftOut(int table, bool withSection)
{
    return {u"table %1 left out%2"_s.arg(table + 2).arg(withSection ? u" with its section"_s : QString()), [=](ModelDocument &d, Chance &) {
        for (const GridRow &row : std::as_const(d.tables[table].rows))
            forget(d, row);
        d.tables[table].rows.clear();
        if (withSection) {
            d.sections.removeAt(table + 1);
            number(d, u"%1"_s);
        }
        return true;
    }};
}

/// All three tables behind the prose, as annexes.
Custom annexes(const QString &caption, bool keepsTitles)
{
    return {u"tables as annexes, %1"_s.arg(caption), [=](ModelDocument &d, Chance &) {
        d.sections << FormSection {7, {}, u"附件："_s, {}};
        for (int t = 0; t < d.tables.size(); ++t) {
            d.tables[t].captions << caption.arg(t + 1) + (keepsTitles ? d.sections[t + 1].title : QString());
            d.tables[t].section = 7;
            d.sections[t + 1].title += u"（见附件%1）"_s.arg(t + 1);
        }
        return true;
    }};
}

QString nothing(int, Chance &) { return {}; }
QString small(int, Chance &chance) { return QString::number(chance.percent(50) ? 0 : chance.between(1, 30)); }
QString running(int n, Chance &) { return QString::number(n); }
QString slash(int, Chance &) { return u"/"_s; }

} // namespace

const QList<Custom> &allCustoms()
{
    static const QList<Custom> all {
        // rows of its own
        ownRow(Proactive, u"行政规范性文件"_s, u"其他主动公开文件"_s),
        ownRow(Proactive, u"行政规范性文件"_s, u"其他文件"_s),
        ownRow(Proactive, u"规章"_s, u"地方性法规"_s),
        ownRow(Proactive, u"行政许可"_s, u"行政确认"_s),
        ownRow(Proactive, u"行政强制"_s, u"行政检查"_s),
        ownRow(Proactive, u"行政处罚"_s, u"行政征收"_s),
        ownRow(Proactive, u"行政许可"_s, u"其他对外管理服务事项"_s),
        ownRow(Proactive, u"行政事业性收费"_s, u"政府集中采购"_s),
        ownRow(Requests, u"行政查询"_s, u"9.其他"_s),
        ownRow(Requests, u"行政查询"_s, u"9.属于商业秘密"_s),
        ownRow(Requests, u"仍不明确"_s, u"4.其他"_s),
        ownRow(Requests, u"已获取信息"_s, u"6.其他"_s),
        ownRow(Requests, u"3.其他"_s, u"4.申请人主动撤回申请"_s),
        ownRow(Requests, u"未按收费"_s, u"3.申请人撤回申请"_s),
        ownRow(Requests, u"部分公开"_s, u"（三）主动公开"_s),
        ownRow(Requests, u"继续办理"_s, u"五、其他"_s),
        ownRow(Requests, u"上年结转"_s, u"其中：当面申请"_s),
        groupSums(u"（三）不予公开"_s, u"国家秘密"_s, 8, false),
        groupSums(u"（三）不予公开"_s, u"国家秘密"_s, 8, true),
        groupSums(u"（四）无法提供"_s, u"不掌握"_s, 3, false),
        groupSums(u"（四）无法提供"_s, u"不掌握"_s, 3, true),
        groupSums(u"（五）不予处理"_s, u"信访"_s, 5, false),
        resultsRow(),
        // columns of its own
        ownColumn(Requests, 0, u"小计"_s, small),
        ownColumn(Requests, 6, u"小计"_s, small),
        ownColumn(Requests, 5, u"个体工商户"_s, small),
        ownColumn(Requests, -1, u"备注"_s, nothing),
        ownColumn(Requests, -1, u"备注"_s, slash),
        ownColumn(Requests, -1, u"同比"_s, small),
        ownColumn(Requests, 0, u"序号"_s, running),
        ownColumn(Proactive, -1, u"备注"_s, nothing),
        ownColumn(Proactive, -1, u"合计"_s, small),
        ownColumn(Proactive, 0, u"序号"_s, running),
        ownColumn(Proactive, 1, u"本年修改件数"_s, small),
        ownColumn(Remedies, -1, u"合计"_s, small),
        ownColumn(Remedies, 4, u"撤回"_s, small),
        rowNumbers(Proactive),
        rowNumbers(Requests),
        // left out
        missingColumn(u"总计"_s),
        missingColumn(u"其他"_s),
        missingColumn(u"法律服务机构"_s),
        missingRows(Requests, u"逾期不补正"_s, 3),
        missingRows(Requests, u"3.其他"_s, 1),
        missingRows(Requests, u"内部事务"_s, 3),
        missingRows(Requests, u"上年结转"_s, 1),
        missingRows(Requests, u"（七）"_s, 1),
        missingRows(Requests, u"继续办理"_s, 1),
        missingRows(Requests, u"信访"_s, 5),
        missingRows(Proactive, u"规章"_s, 1),
        missingRows(Proactive, u"行政强制"_s, 1),
        missingRows(Proactive, u"行政事业性收费"_s, 1),
        leftOut(Proactive, false), leftOut(Requests, false), leftOut(Remedies, false),
        leftOut(Proactive, true), leftOut(Requests, true), leftOut(Remedies, true),
        // another order
        swappedColumns(Requests, u"商业企业"_s, u"科研机构"_s),
        swappedColumns(Requests, u"自然人"_s, u"总计"_s),
        swappedColumns(Requests, u"社会公益组织"_s, u"法律服务机构"_s),
        swappedColumns(Proactive, u"制发件数"_s, u"废止件数"_s),
        swappedColumns(Proactive, u"废止件数"_s, u"现行有效"_s),
        swappedColumns(Remedies, u"结果维持"_s, u"结果纠正"_s),
        swappedColumns(Remedies, u"结果维持"_s, u"总计"_s),
        swappedRows(Requests, u"新收"_s, u"上年结转"_s),
        swappedRows(Requests, u"国家秘密"_s, u"其他法律"_s),
        swappedRows(Requests, u"信访"_s, u"2.重复申请"_s),
        swappedRows(Requests, u"执法案卷"_s, u"行政查询"_s),
        swappedRows(Proactive, u"规章"_s, u"行政规范性文件"_s),
        swappedRows(Proactive, u"行政处罚"_s, u"行政强制"_s),
        // wording
        relabelled(u"short labels"_s, {{u"逾期不补正"_s, u"1.逾期不补正"_s}, {u"逾期未按"_s, u"2.逾期不缴费"_s}, {u"重新出具"_s, u"5.要求确认"_s}, {u"部分公开"_s, u"（二）部分公开"_s}, {u"反复申请"_s, u"4.反复申请"_s}}),
        relabelled(u"notes in labels"_s, {{u"行政规范性文件"_s, u"行政规范性文件（指以本机关名义制发的，含废止失效的）"_s}, {u"予以公开"_s, u"（一）予以公开（含已主动公开的）"_s}, {u"行政许可"_s, u"行政许可（含取消、下放的事项）"_s}}),
        relabelled(u"units in labels"_s, {{u"规章"_s, u"规章（件）"_s}, {u"行政许可"_s, u"行政许可（件）"_s}, {u"新收"_s, u"一、本年新收政府信息公开申请数量（件）"_s}, {u"总计"_s, u"总计（件）"_s}}),
        relabelled(u"no numbering in table three"_s, {{u"新收"_s, u"本年新收政府信息公开申请数量"_s}, {u"上年结转"_s, u"上年结转政府信息公开申请数量"_s}, {u"予以公开"_s, u"予以公开"_s}, {u"国家秘密"_s, u"属于国家秘密"_s}, {u"重复申请"_s, u"重复申请"_s}, {u"3.其他"_s, u"其他"_s}, {u"（七）"_s, u"总计"_s}, {u"继续办理"_s, u"结转下年度继续办理"_s}}),
        // lines between
        lines(u"instructions"_s, Requests, 0, {u"填报说明：没有的填0，不得空项。"_s, u"单位：件"_s}),
        lines(u"a line of the unit"_s, Proactive, 0, {u"单位：件、万元"_s}),
        lines(u"a note with numbers"_s, Requests, -1, {u"注：1.本表数据截至2023年12月31日。"_s, u"2.含上年结转3件。"_s}),
        lines(u"a note between rows"_s, Requests, 8, {u"注：区分处理的只计这一情形"_s}),
        lines(u"the title of the table above it"_s, Remedies, 0, {u"表3 政府信息公开行政复议、行政诉讼情况统计表"_s}),
        lines(u"the title of table two above it"_s, Proactive, 0, {u"表1 主动公开政府信息情况统计表"_s}),
        lines(u"a row of dates"_s, Proactive, -1, {u"填报日期\t2024\t1\t15"_s}),
        lines(u"a row of a telephone"_s, Requests, -1, {u"联系电话\t6612345"_s}),
        lines(u"the body in charge under table four"_s, Remedies, -1, {u"填表人\t\t审核人\t"_s}),
        // sections
        sections(u"sections without numerals"_s, [](ModelDocument &d) { number(d, {}); }),
        sections(u"sections in brackets"_s, [](ModelDocument &d) { number(d, u"（%1）"_s); }),
        sections(u"sections as parts"_s, [](ModelDocument &d) { number(d, u"第%1部分 "_s); }),
        sections(u"sections in digits"_s, [](ModelDocument &d) { number(d, u"%1"_s, true); }),
        sections(u"section one missing"_s, [](ModelDocument &d) { d.sections.removeFirst(); number(d, u"%1"_s); }),
        sections(u"a list of contents"_s, [](ModelDocument &d) {
            d.opening << u"目录"_s;
            for (const FormSection &s : std::as_const(d.sections))
                d.opening << s.numeral + u'、' + s.title + u" ........ "_s + QString::number(s.number);
        }),
        sections(u"a list of contents without pages"_s, [](ModelDocument &d) {
            d.opening << u"目　录"_s;
            for (const FormSection &s : std::as_const(d.sections))
                d.opening << s.numeral + u'、' + s.title;
        }),
        sections(u"a preamble names the sections"_s, [](ModelDocument &d) {
            QStringList names;
            for (const FormSection &s : std::as_const(d.sections))
                names << s.title;
            d.opening << u"本报告由%1六部分组成。"_s.arg(names.join(u"、"_s));
        }),
        sections(u"section one numbered like the report"_s, [](ModelDocument &d) {
            d.narrative = {u"一、主动公开情况"_s, u"公开信息233条。"_s, u"二、依申请公开情况"_s, u"收到申请8件。"_s, u"三、政府信息管理情况"_s, u"清理文件3件。"_s, u"四、平台建设情况"_s, u"发布信息20条。"_s, u"五、监督保障情况"_s, u"培训2次。"_s};
        }),
        sections(u"headings of two to four lost"_s, [](ModelDocument &d) { d.lostHeadings = {2, 3, 4}; }),
        annexes(u"附件%1 "_s, true),
        annexes(u"附表%1"_s, false),
        sections(u"tables in the words of section one"_s, [](ModelDocument &d) {
            d.narrative << u"（四）收到和处理申请情况"_s << u"新收政府信息公开申请 7 件，上年结转 1 件。"_s << u"予以公开 3 件"_s << u"部分公开 2 件"_s << u"不予公开 1 件"_s << u"结转下年度继续办理 2 件"_s
                        << u"（五）行政复议、行政诉讼情况"_s << u"行政复议 3 件，结果维持 2 件，结果纠正 1 件"_s;
        }),
        sections(u"last year's table in section one"_s, [](ModelDocument &d) {
            d.narrative << u"去年情况如下："_s << u"行政许可\t12"_s << u"行政处罚\t7"_s << u"行政强制\t1"_s;
        }),
        {u"a second report behind it"_s, [](ModelDocument &, Chance &) { return true; }, [](QString &t, Layout layout, Chance &chance) {
             const FormCatalogue &catalogue = *knowledge().forms;
             const Truth other = randomTruth(catalogue, chance);
             t += print(modelOf(other, catalogue, {}, chance), layout, chance, signOf(t));
         }},
        {u"the title of another report before it"_s, [](ModelDocument &d, Chance &) {
             d.opening << u"上一篇：青川县民政局2020年政府信息公开工作年度报告"_s;
             return true;
         }},
        // script
        {u"pinyin in brackets"_s, [](ModelDocument &, Chance &) { return true; }, [](QString &t, Layout, Chance &) {
             t.replace(u"重复申请"_s, u"重(chóng)复申请"_s).replace(u"规章"_s, u"规(guī)章(zhāng)"_s).replace(u"勾稽"_s, u"勾稽(jī)"_s);
         }},
        {u"everything full-width"_s, [](ModelDocument &, Chance &) { return true; }, [](QString &t, Layout, Chance &) {
             for (QChar &c : t) {
                 if (c > u' ' && c < u'\x7f' && c != u'|' && c != u'-')
                     c = QChar(c.unicode() + 0xfee0);
             }
         }},
    };
    return all;
}

} // namespace gouji::test
