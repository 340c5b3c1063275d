// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/sums/evidence.h"

#include "checks/checkrun.h"
#include "checks/narrative/narrativecells.h"
#include "checks/rules/formulavalue.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

bool meets(const QList<CellId> &a, const QList<CellId> &b)
{
    return std::any_of(a.begin(), a.end(), [&](CellId id) { return b.contains(id); });
}

/// A demand like B(now) = D(last year): cells of the report on one hand, known numbers of other reports on the other.
std::optional<Witness> witnessOf(const FormulaCase &demand, const Rule &rule, const FormulaReader &reader)
{
    if (demand.formula.relation != Formula::Relation::Equal || !demand.needsOthers() || !demand.when.isEmpty())
        return std::nullopt;
    Witness out;
    QList<FormulaTerm> others;
    for (const QList<FormulaTerm> *side : {&demand.formula.left, &demand.formula.right}) {
        for (FormulaTerm term : *side) {
            const bool left = side == &demand.formula.left;
            if (term.scope != FormulaScope::Own || term.cells.isEmpty()) {
                term.factor = left ? Decimal() - term.factor : term.factor;
                others << term;
                continue;
            }
            const bool plus = term.factor == Decimal(1);
            if (term.kind != FormulaTerm::Kind::Sum || (!plus && term.factor != Decimal(-1)))
                return std::nullopt;
            (plus == left ? out.plus : out.minus) << term.cells;
        }
    }
    const auto value = reader.quick(others);
    const SideValue said = reader.read(others);
    if (!value || !said.blanks.isEmpty() || !said.doubtful.isEmpty())
        return std::nullopt;
    out.value = *value;
    out.rule = rule.id;
    out.demand = &demand;
    out.text = FormulaWords(demand.formula, reader.dossier().report.catalogue()).text(others, said, reader);
    return out;
}

void addYears(CheckRun &run, const QList<CellId> &cells, QList<Witness> &out)
{
    const FormulaReader reader(run.dossier());
    for (const Rule &rule : run.rules().rules()) {
        if (!rule.needsOthers || rule.cases.isEmpty() || !run.applies(rule))
            continue;
        for (const FormulaCase &demand : rule.cases) {
            if (auto witness = witnessOf(demand, rule, reader); witness && meets(witness->plus + witness->minus, cells))
                out << *witness;
        }
    }
}

void addSentences(CheckRun &run, const QList<CellId> &cells, QList<Witness> &out)
{
    const NarrativeWords *words = run.rules().words();
    const Rule *rule = run.rule(u"narrative.mismatch"_s);
    if (!words || !rule)
        return;
    const NarrativeCells named(run.report());
    for (const NarrativeClaim &claim : run.claims()) {
        if (!claim.matched() || claim.kind != NarrativeClaim::Kind::Number || !claim.exact || claim.widerScope)
            continue;
        const NamedCells preferred = named.resolve(words->entry(claim.entry).cells, claim.groups);
        if (!preferred.printed || !meets(preferred.all(), cells))
            continue;
        const QString quote = run.document().at(claim.phrase).toString().simplified();
        out << Witness{preferred.plus, preferred.minus, claim.said, rule->id, u"正文“%1”"_s.arg(quote), nullptr, claim.source};
    }
}

} // namespace

QList<Witness> witnessesOn(CheckRun &run, const QList<CellId> &cells)
{
    QList<Witness> out;
    if (run.dossier().last || !run.dossier().children.isEmpty())
        addYears(run, cells, out);
    addSentences(run, cells, out);
    QList<Witness> clear;
    for (Witness &w : out) {
        const OperandSum plus = sumOf(run.report(), w.plus);
        const OperandSum minus = sumOf(run.report(), w.minus);
        w.contradicts = plus.value - minus.value != w.value;
        const bool copied = w.source.isValid() && !w.contradicts;
        if (plus.known && minus.known && plus.blanks.isEmpty() && minus.blanks.isEmpty() && !copied)
            clear << w;
    }
    return clear;
}

bool agreesAfter(const Witness &witness, const Remedy &remedy, const Report &report)
{
    const auto value = [&](CellId id) {
        const qsizetype at = remedy.cells.indexOf(id);
        return at >= 0 ? remedy.values[at] : operand(report, id).value;
    };
    Decimal sum;
    for (const CellId id : witness.plus)
        sum += value(id);
    for (const CellId id : witness.minus)
        sum = sum - value(id);
    return sum == witness.value;
}

} // namespace gouji
