// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rules/formularule.h"

#include "checks/operands.h"

#include <QJsonArray>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// What {row} or {column} stands for, one after the other.
struct Each {
    QString name;
    QStringList values;
    bool all = false; ///< "*": every one for which the formula names cells that exist
};

QStringList everyPart(const FormCatalogue &forms, const QString &name)
{
    QStringList out;
    for (int i = 0; i < forms.cellCount(); ++i) {
        const CellInfo &info = forms.info(CellId{i});
        const QString &part = name == "row"_L1 ? info.row : info.column;
        if (!out.contains(part))
            out << part;
    }
    return out;
}

QString readEach(const QJsonValue &v, const FormCatalogue &forms, QList<Each> &out)
{
    if (v.isUndefined())
        return {};
    const QJsonObject o = v.toObject();
    if (!v.isObject() || o.isEmpty())
        return u"each 应为一个对象，如 {\"row\": [\"regulations\"]}"_s;
    for (const QString &name : o.keys()) {
        Each each{name, {}, o.value(name).toString() == "*"_L1};
        if (name != "row"_L1 && name != "column"_L1)
            return u"each 里的“%1”不认识，可用的是 row 和 column"_s.arg(name);
        for (const QJsonValue &item : o.value(name).toArray())
            each.values << item.toString();
        if (each.all)
            each.values = everyPart(forms, name);
        if (each.values.isEmpty() || each.values.contains(QString()))
            return u"each 的“%1”应为名称的列表，或 \"*\""_s.arg(name);
        out << each;
    }
    return {};
}

/// 「表二“规章”行」, 「表三总计列」, or the tables where cells of several rows and columns take part.
QString placeOf(const Formula &formula, const FormCatalogue &forms)
{
    QStringList tables;
    QStringList rows;
    QStringList columns;
    const auto note = [](QStringList &list, const QString &part) {
        if (!list.contains(part))
            list << part;
    };
    for (const QList<FormulaTerm> *side : {&formula.left, &formula.right}) {
        for (const FormulaTerm &term : *side) {
            for (const CellId id : term.cells) {
                const CellInfo &info = forms.info(id);
                note(tables, info.tableLabel);
                note(rows, info.rowLabel);
                note(columns, info.columnLabel.section(u'（', 0, 0));
            }
        }
    }
    if (tables.size() == 1 && rows.size() == 1)
        return tables.first() + quoted(rows.first()) + (columns.size() == 1 ? columns.first() : u"行"_s);
    if (tables.size() == 1 && columns.size() == 1)
        return tables.first() + columns.first() + u"列"_s;
    return tables.join(u'、');
}

QString readCase(const QString &text, const QStringList &when, const FormCatalogue &forms, FormulaCase &out)
{
    if (const QString fault = Formula::parse(text, forms, out.formula); !fault.isEmpty())
        return u"式子“%1”：%2"_s.arg(text, fault);
    out.text = text;
    for (const QString &condition : when) {
        Formula formula;
        if (const QString fault = Formula::parse(condition, forms, formula); !fault.isEmpty())
            return u"条件“%1”：%2"_s.arg(condition, fault);
        out.when << formula;
    }
    out.place = placeOf(out.formula, forms);
    return out.place.isEmpty() ? u"式子“%1”里没有单元格"_s.arg(text) : QString();
}

QStringList filled(QStringList texts, const QString &name, const QString &value)
{
    return texts.replaceInStrings(u'{' + name + u'}', value);
}

} // namespace

bool FormulaCase::needsOthers() const
{
    const auto other = [](const FormulaTerm &term) { return term.scope != FormulaScope::Own && !term.cells.isEmpty(); };
    const auto any = [&](const Formula &f) {
        return std::any_of(f.left.begin(), f.left.end(), other) || std::any_of(f.right.begin(), f.right.end(), other);
    };
    return any(formula) || std::any_of(when.begin(), when.end(), any);
}

const QStringList &formulaPlaceholders()
{
    static const QStringList names = {u"place"_s, u"left"_s, u"right"_s, u"relation"_s, u"difference"_s, u"blank"_s, u"note"_s};
    return names;
}

QString readFormulaCases(const QJsonObject &o, const FormCatalogue &forms, const FormulaCase &inherited, QList<FormulaCase> &out)
{
    QStringList texts = {o.value("formula"_L1).toString()};
    if (texts.first().isEmpty())
        return u"“formula”应为非空文字"_s;
    const QJsonValue when = o.value("when"_L1);
    for (const QJsonValue &item : when.isString() ? QJsonArray{when} : when.toArray())
        texts << item.toString();
    if (!when.isUndefined() && (texts.size() < 2 || texts.contains(QString())))
        return u"when 应为式子，或式子的列表"_s;
    FormulaCase one = inherited;
    if (const QJsonValue v = o.value("tolerance"_L1); !v.isUndefined()) {
        const std::optional<Tolerance> tolerance = Tolerance::fromString(v.toString());
        if (!tolerance)
            return u"tolerance 应为数或百分比的文字，如 \"0.01\"、\"5%\""_s;
        one.tolerance = *tolerance;
    }
    QList<Each> loops;
    if (const QString fault = readEach(o.value("each"_L1), forms, loops); !fault.isEmpty())
        return fault;
    QList<QStringList> all = {texts};
    bool optional = false;
    for (const Each &each : loops) {
        QList<QStringList> more;
        for (const QString &value : each.values) {
            for (const QStringList &some : all)
                more << filled(some, each.name, value);
        }
        all = more;
        optional = optional || each.all;
    }
    constexpr qsizetype Most = 2000;
    if (all.size() > Most)
        return u"each 展开后有 %1 个式子，太多"_s.arg(all.size());
    QString firstFault;
    const qsizetype before = out.size();
    for (const QStringList &some : all) {
        FormulaCase next = one;
        const QString fault = readCase(some.first(), some.mid(1), forms, next);
        if (!fault.isEmpty() && !optional)
            return fault;
        if (fault.isEmpty())
            out << next;
        else if (firstFault.isEmpty())
            firstFault = fault;
    }
    return out.size() == before ? firstFault : QString();
}

} // namespace gouji
