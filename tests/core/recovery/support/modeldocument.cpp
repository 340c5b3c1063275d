// SPDX-License-Identifier: GPL-3.0-or-later
#include "modeldocument.h"

namespace gouji::test {

using namespace Qt::StringLiterals;

bool GridRow::hasValues() const
{
    return std::any_of(fields.begin(), fields.end(), [](const Field &f) { return f.cell.isValid(); });
}

bool GridRow::printsValues() const
{
    return std::any_of(fields.begin(), fields.end(), [](const Field &f) { return f.isValue(); });
}

QList<int> GridRow::valueFields() const
{
    QList<int> out;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (fields[i].cell.isValid())
            out << int(i);
    }
    return out;
}

int GridRow::labelField() const
{
    int out = -1;
    for (qsizetype i = 0; i < fields.size() && !fields[i].isValue(); ++i) {
        if (!fields[i].text.isEmpty())
            out = int(i);
    }
    return out;
}

PrintStyle PrintStyle::random(Chance &chance)
{
    PrintStyle s;
    s.blankZeros = chance.pick(QList<int>{0, 0, 0, 0, 5, 40, 100});
    s.blankMark = chance.pick(QList<QString>{{}, {}, {}, u"/"_s, u"—"_s, u"-"_s, u"无"_s});
    s.thousands = chance.percent(10);
    s.fullWidth = chance.percent(5);
    s.counters = chance.percent(4);
    s.variants = chance.percent(40);
    return s;
}

namespace {

QString separated(QString digits)
{
    const qsizetype point = digits.indexOf(u'.');
    for (qsizetype i = (point < 0 ? digits.size() : point) - 3; i > (digits.startsWith(u'-') ? 1 : 0); i -= 3)
        digits.insert(i, u',');
    return digits;
}

QString printed(Decimal value, const PrintStyle &style)
{
    QString out = value.toString();
    if (style.thousands)
        out = separated(out);
    if (style.fullWidth) {
        for (QChar &c : out) {
            if (c > u' ' && c < u'\x7f')
                c = QChar(c.unicode() + 0xfee0);
        }
    }
    return out;
}

QString worded(const QString &label, const PrintStyle &style, Chance &chance)
{
    if (!style.variants)
        return label;
    QString out = label;
    switch (chance.below(4)) {
    case 0:
        out.replace(u'（', u'(').replace(u'）', u')');
        break;
    case 1:
        if (out.size() > 2 && out[1] == u'.')
            out.insert(2, u' ');
        break;
    case 2:
        if (out.size() > 2 && out[1] == u'.')
            out[1] = u'．';
        break;
    default:
        break;
    }
    return out;
}

Grid gridOf(const FormTable &table, const Truth &truth, const PrintStyle &style, Chance &chance, ModelDocument &document)
{
    Grid grid;
    grid.section = table.section;
    for (int r = 0; r < table.layout.rows; ++r) {
        GridRow row;
        row.fields.fill(Field{{}, {}, true, false, false}, table.layout.columns);
        grid.rows << row;
    }
    for (const LayoutCell &cell : table.layout.cells) {
        Field field;
        field.cell = cell.cell;
        if (!cell.cell.isValid()) {
            field.text = worded(cell.text, style, chance);
        } else {
            const Decimal value = truth.values[cell.cell];
            if (value.isZero() && chance.percent(style.blankZeros)) {
                field.text = style.blankMark;
                document.bear(cell.cell, {std::nullopt});
            } else {
                field.text = printed(value, style) + (style.counters && chance.percent(50) ? u"件"_s : QString());
                document.bear(cell.cell, {value});
            }
        }
        grid.rows[cell.row].fields[cell.column] = field;
        for (int r = cell.row + 1; r < cell.row + cell.rowSpan; ++r) {
            for (int c = cell.column; c < cell.column + cell.columnSpan; ++c)
                grid.rows[r].fields[c].above = true;
        }
    }
    return grid;
}

} // namespace

ModelDocument modelOf(const Truth &truth, const FormCatalogue &catalogue, const PrintStyle &style, Chance &chance)
{
    Q_UNUSED(catalogue)
    ModelDocument out;
    out.title = u"%1%2年政府信息公开工作年度报告"_s.arg(truth.agency).arg(truth.year);
    out.sections = truth.forms.first()->sections;
    out.narrative = {u"%1年，%2认真落实《中华人民共和国政府信息公开条例》，各项工作有序开展。"_s.arg(truth.year).arg(truth.agency),
        u"（一）主动公开情况。全年公开政府信息%1条，召开发布会%2场。"_s.arg(chance.below(3000)).arg(chance.below(9)),
        u"（二）依申请公开情况。收到的申请均按期办理。"_s, u"（三）监督保障情况。组织培训%1次。"_s.arg(chance.between(1, 9))};
    for (qsizetype i = 0; i < truth.forms.size(); ++i)
        out.tables << gridOf(truth.forms[i]->tables[i], truth, style, chance, out);
    return out;
}

} // namespace gouji::test
