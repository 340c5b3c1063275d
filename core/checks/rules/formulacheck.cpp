// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/operands.h"
#include "checks/rules/formulavalue.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString relationText(qint64 difference, Formula::Relation relation)
{
    return relation == Formula::Relation::NotEqual ? u"＝"_s
        : relation == Formula::Relation::Equal     ? u"≠"_s
        : difference > 0                           ? u">"_s
        : difference < 0                           ? u"<"_s
                                                   : u"＝"_s;
}

/// A demand of a rule that is not met.
struct Failure {
    const FormulaCase *demand = nullptr;
    SideValue left;
    SideValue right;
    Severity severity = Severity::Error;
};

class FormulaTeller {
public:
    explicit FormulaTeller(CheckRun &run)
        : m_run(run)
        , m_reader(run.dossier())
    {
    }

    void judge(const Rule &rule);

private:
    bool holds(const Formula &formula, const Tolerance &tolerance, bool ifUnknown) const;
    void tell(const Rule &rule, const QList<Failure> &failures);
    QString noteText(const QList<Failure> &failures) const;
    void addCulprits(const Failure &failure, Finding &finding) const;

    CheckRun &m_run;
    FormulaReader m_reader;
};

bool FormulaTeller::holds(const Formula &formula, const Tolerance &tolerance, bool ifUnknown) const
{
    const std::optional<Decimal> left = m_reader.quick(formula.left);
    const std::optional<Decimal> right = left ? m_reader.quick(formula.right) : std::nullopt;
    return right ? compares(*left, *right, formula.relation, tolerance) : ifUnknown;
}

void FormulaTeller::judge(const Rule &rule)
{
    QList<Failure> failures;
    for (const FormulaCase &demand : rule.cases) {
        if (holds(demand.formula, demand.tolerance, true) || m_run.isExplained(&demand))
            continue;
        if (!std::all_of(demand.when.begin(), demand.when.end(), [&](const Formula &f) { return holds(f, {}, false); }))
            continue;
        Failure failure{&demand, m_reader.read(demand.formula.left), m_reader.read(demand.formula.right), demand.severity};
        // A blank was tried as 0 (contract); what was read in doubt accuses nobody before a person has looked.
        if (!failure.left.blanks.isEmpty() || !failure.right.blanks.isEmpty())
            failure.severity = std::max(failure.severity, Severity::Warning);
        if (!failure.left.doubtful.isEmpty() || !failure.right.doubtful.isEmpty())
            failure.severity = Severity::Hint;
        if (!rule.merge)
            tell(rule, {failure});
        else
            failures << failure;
    }
    std::stable_sort(failures.begin(), failures.end(), [](const Failure &a, const Failure &b) { return a.severity < b.severity; });
    if (!failures.isEmpty())
        tell(rule, failures);
}

QString FormulaTeller::noteText(const QList<Failure> &failures) const
{
    QString note;
    QStringList others;
    for (const Failure &other : failures.mid(1, 6))
        others << other.demand->place + u' ' + other.left.value.toString() + u' '
                + relationText((other.left.value - other.right.value).units(), other.demand->formula.relation) + u' '
                + other.right.value.toString();
    if (!others.isEmpty())
        note = u"；同时"_s + others.join(u"、"_s);
    const QStringList doubtful = failures.first().left.doubtful + failures.first().right.doubtful;
    if (!doubtful.isEmpty())
        note += u"；其中"_s + listText(doubtful, 4) + u"的读数有疑，请先核对原文"_s;
    return note;
}

/// The cells of the report itself that alone would make the two sides equal, with the value they would then have.
void FormulaTeller::addCulprits(const Failure &failure, Finding &finding) const
{
    const Formula &formula = failure.demand->formula;
    if (formula.relation != Formula::Relation::Equal)
        return;
    const qint64 difference = (failure.left.value - failure.right.value).units();
    constexpr qsizetype Most = 6;
    for (const QList<FormulaTerm> *side : {&formula.left, &formula.right}) {
        for (const FormulaTerm &term : *side) {
            const bool one = term.factor == Decimal(1);
            if (term.scope != FormulaScope::Own || term.kind != FormulaTerm::Kind::Sum || term.cells.size() != 1
                || (!one && term.factor != Decimal(-1)))
                continue;
            const qint64 sign = (side == &formula.left) == one ? -1 : 1;
            const Decimal value = Decimal::fromUnits(operand(m_run.report(), term.cells.first()).value.units() + sign * difference);
            if (!value.isNegative() && finding.candidates.size() < Most)
                finding.candidates << Culprit{term.cells.first(), value, {}};
        }
    }
}

void FormulaTeller::tell(const Rule &rule, const QList<Failure> &failures)
{
    const Failure &main = failures.first();
    const Formula &formula = main.demand->formula;
    const Decimal difference = main.left.value - main.right.value;
    const QStringList blanks = main.left.blanks + main.right.blanks;
    const QString blank = blanks.isEmpty() ? QString() : u"若空白按 0 计（空白："_s + listText(blanks, 4) + u"），则"_s;
    const FormulaWords words(formula, m_run.report().catalogue());
    const QString amount = Decimal::fromUnits(difference.isNegative() ? -difference.units() : difference.units()).toString();
    Finding &finding = m_run.add(rule, main.demand->message,
        {{"place"_L1, main.demand->place}, {"left"_L1, words.text(formula.left, main.left, m_reader)},
            {"right"_L1, words.text(formula.right, main.right, m_reader)},
            {"relation"_L1, relationText(difference.units(), formula.relation)}, {"difference"_L1, amount}, {"blank"_L1, blank},
            {"note"_L1, noteText(failures)}});
    finding.severity = main.severity;
    finding.place = main.demand->place;
    const bool isAsked
        = std::any_of(formula.right.begin(), formula.right.end(), [](const FormulaTerm &term) { return !term.cells.isEmpty(); });
    if (formula.relation == Formula::Relation::Equal && isAsked) { // a bare number, such as 0, is what calls for a look, no correction
        finding.found = main.left.value.toString();
        finding.expected = main.right.value.toString();
    }
    finding.blame = main.left.doubtful.isEmpty() && main.right.doubtful.isEmpty() ? Blame::Report : Blame::Reading;
    addCulprits(main, finding);
    for (const Culprit &culprit : finding.candidates)
        finding.cells << culprit.cell;
    for (const Failure &failure : failures) {
        for (const CellId id : failure.left.cells + failure.right.cells) {
            if (!finding.cells.contains(id))
                finding.cells << id;
        }
    }
}

} // namespace

void checkFormulas(CheckRun &run)
{
    FormulaTeller teller(run);
    for (const Rule &rule : run.rules().rules()) {
        if (!rule.cases.isEmpty() && run.applies(rule))
            teller.judge(rule);
    }
}

} // namespace gouji
