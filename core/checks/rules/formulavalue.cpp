// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rules/formulavalue.h"

#include "checks/exactmath.h"
#include "checks/operands.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

bool compares(Decimal left, Decimal right, Formula::Relation relation, const Tolerance &tolerance)
{
    Decimal free = tolerance.value;
    if (tolerance.percent)
        free = times(right, Decimal::fromUnits(tolerance.value.units() / 100)).value_or(Decimal());
    const qint64 slack = free.isNegative() ? -free.units() : free.units();
    const qint64 over = (left - right).units();
    switch (relation) {
    case Formula::Relation::Equal:
        return over <= slack && over >= -slack;
    case Formula::Relation::NotEqual:
        return over > slack || over < -slack;
    case Formula::Relation::AtLeast:
        return over >= -slack;
    case Formula::Relation::AtMost:
        return over <= slack;
    case Formula::Relation::More:
        return over > -slack;
    case Formula::Relation::Less:
        break;
    }
    return over < slack;
}

bool FormulaReader::prints(const Report &report, CellId id)
{
    for (qsizetype t = 0; t < report.tables.size(); ++t) {
        if (report.formTable(t).placeOf(id) >= 0)
            return true;
    }
    return false;
}

std::optional<Decimal> FormulaReader::of(const Report &report, const FormulaTerm &term) const
{
    std::optional<Decimal> out;
    for (const CellId id : term.cells) {
        const Operand o = operand(report, id);
        if (!o.known) {
            if (term.open && !prints(report, id))
                continue;
            return std::nullopt;
        }
        if (!out)
            out = o.value;
        else
            out = term.kind == FormulaTerm::Kind::Max ? std::max(*out, o.value) : *out + o.value;
    }
    return out;
}

std::optional<Decimal> FormulaReader::quick(const FormulaTerm &term) const
{
    if (term.cells.isEmpty())
        return term.factor;
    std::optional<Decimal> value;
    switch (term.scope) {
    case FormulaScope::Own:
        value = of(m_dossier.report, term);
        break;
    case FormulaScope::Last:
        value = m_dossier.last ? of(*m_dossier.last, term) : std::nullopt;
        break;
    case FormulaScope::Children:
        for (const Report *child : m_dossier.children) {
            const std::optional<Decimal> one = of(*child, term);
            if (term.kind == FormulaTerm::Kind::Max) {
                // the largest of those that are known is at most too small: what it proves stays proved
                if (one)
                    value = value ? std::max(*value, *one) : *one;
            } else if (!one) {
                return std::nullopt;
            } else {
                value = value.value_or(Decimal()) + *one;
            }
        }
        break;
    }
    return value ? times(*value, term.factor) : std::nullopt;
}

std::optional<Decimal> FormulaReader::quick(const QList<FormulaTerm> &side) const
{
    Decimal sum;
    for (const FormulaTerm &term : side) {
        const std::optional<Decimal> value = quick(term);
        if (!value)
            return std::nullopt;
        sum += *value;
    }
    return sum;
}

SideValue FormulaReader::read(const QList<FormulaTerm> &side) const
{
    SideValue out;
    out.value = quick(side).value_or(Decimal());
    const auto look = [&](const Report &report, const QString &whose, const FormulaTerm &term) {
        for (const CellId id : term.cells) {
            const Operand o = operand(report, id);
            if (term.open && !o.known)
                continue;
            const QString name = whose + cellText(report.catalogue(), id);
            if (o.blank && !out.blanks.contains(name))
                out.blanks << name;
            if (o.doubtful && !out.doubtful.contains(name))
                out.doubtful << name;
            if (term.scope == FormulaScope::Own && !out.cells.contains(id))
                out.cells << id;
        }
    };
    for (const FormulaTerm &term : side) {
        if (term.scope == FormulaScope::Own)
            look(m_dossier.report, {}, term);
        if (term.scope == FormulaScope::Last && m_dossier.last)
            look(*m_dossier.last, lastYearText(m_dossier), term);
        for (const Report *child : term.scope == FormulaScope::Children ? m_dossier.children : QList<const Report *>())
            look(*child, child->agency, term);
    }
    return out;
}

FormulaWords::FormulaWords(const Formula &formula, const FormCatalogue &forms)
    : m_forms(forms)
{
    const CellInfo *first = nullptr;
    for (const QList<FormulaTerm> *side : {&formula.left, &formula.right}) {
        for (const FormulaTerm &term : *side) {
            for (const CellId id : term.cells) {
                const CellInfo &info = forms.info(id);
                first = first ? first : &info;
                m_oneRow = m_oneRow && info.row == first->row && info.table == first->table;
                m_oneColumn = m_oneColumn && info.column == first->column && info.table == first->table;
            }
        }
    }
}

QString FormulaWords::label(const FormulaTerm &term) const
{
    static constexpr const char *Whose[] = {"", "", "各单位"};
    QString out = QString::fromUtf8(Whose[int(term.scope)]);
    const CellInfo &info = m_forms.info(term.cells.first());
    const QString column = info.columnLabel.section(u'（', 0, 0);
    const bool sameRow = std::all_of(term.cells.begin(), term.cells.end(), [&](CellId id) { return m_forms.info(id).row == info.row; });
    if (term.cells.size() > 1)
        out += sameRow ? quoted(info.rowLabel) + u"各项"_s : u"各项"_s;
    else
        out += m_oneRow ? column : m_oneColumn ? quoted(info.rowLabel) : quoted(info.rowLabel) + column;
    if (term.kind == FormulaTerm::Kind::Max)
        return out + u"中最大的"_s;
    return term.cells.size() > 1 || term.scope == FormulaScope::Children ? out + u"之和"_s : out;
}

QString FormulaWords::text(const QList<FormulaTerm> &side, const SideValue &value, const FormulaReader &reader) const
{
    QString out;
    for (const FormulaTerm &term : side) {
        const bool minus = term.factor.isNegative();
        const Decimal factor = minus ? Decimal() - term.factor : term.factor;
        if (!out.isEmpty() || minus)
            out += minus ? u" − "_s : u" + "_s;
        if (term.cells.isEmpty()) {
            out += factor.toString();
            continue;
        }
        FormulaTerm plain = term;
        plain.factor = Decimal(1);
        if (term.scope == FormulaScope::Last)
            out += lastYearText(reader.dossier());
        out += label(term) + u' ' + reader.quick(plain).value_or(Decimal()).toString()
            + (factor == Decimal(1) ? QString() : u" × "_s + factor.toString());
    }
    const bool plain = side.size() == 1 && (side.first().cells.isEmpty() || side.first().factor == Decimal(1));
    return plain ? out : out + u" = "_s + value.value.toString();
}

} // namespace gouji
