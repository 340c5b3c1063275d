// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rules/ruletrial.h"

#include "checks/checkrun.h"
#include "checks/companions.h"
#include "checks/rules/formulavalue.h"
#include "checks/sums/equations.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

using Outcome = RuleTrial::Outcome;

QString valueText(const Operand &o)
{
    if (!o.known)
        return u"没有可用的数"_s;
    return o.blank ? u"空白（按 0 计）"_s : o.value.toString();
}

/// Tries one rule.
class Trial {
public:
    Trial(const Rule &rule, const Dossier &dossier, const RuleBook &rules)
        : m_rule(rule)
        , m_dossier(dossier)
        , m_forms(dossier.report.catalogue())
        , m_run(dossier, rules)
        , m_reader(dossier)
    {
    }

    RuleTrial run(const QList<Finding> &findings);

private:
    QString bar() const;
    RuleTrial::Operand operandOf(const Report &report, CellId id, const QString &whose) const;
    void tryIdentities(RuleTrial &out) const;
    RuleTrial::Demand tryCase(const FormulaCase &demand) const;
    void addOperands(const QList<FormulaTerm> &side, RuleTrial::Demand &out) const;
    QString gap(const Formula &formula) const;
    void tryCode(const QList<Finding> &findings, RuleTrial &out) const;
    void conclude(RuleTrial &out) const;

    const Rule &m_rule;
    const Dossier &m_dossier;
    const FormCatalogue &m_forms;
    CheckRun m_run;
    FormulaReader m_reader;
};

/// Why the rule is not asked at all of this report; empty where it is.
QString Trial::bar() const
{
    const Report &report = m_dossier.report;
    if (!m_rule.forms.isEmpty() && !m_rule.forms.contains(report.form))
        return u"只用于 %1 年格式，这份报告用 %2 年格式"_s.arg(m_rule.forms.join(u"、"_s), report.form);
    if (!m_run.applies(m_rule))
        return report.agency.isEmpty() ? u"机关名称没有确定"_s : u"不用于“%1”这样的机关"_s.arg(report.agency);
    if (!m_rule.needsOthers || !m_rule.cases.isEmpty()) // a formula tells itself what it lacks
        return {};
    const QString area = m_rule.id.section(u'.', 0, 0);
    const Companions *others = m_dossier.companions;
    if (area == "region"_L1 && m_dossier.children.isEmpty() && (!others || others->missing.isEmpty()))
        return u"名单上没有它的所属单位"_s;
    if (area == "copy"_L1 && (!others || (others->copies.isEmpty() && others->versions.isEmpty() && others->changedFile.isEmpty())))
        return u"没有同一报告的其他文件"_s;
    if (area == "year"_L1 && !m_dossier.last)
        return u"没有上年的报告"_s;
    return {};
}

RuleTrial::Operand Trial::operandOf(const Report &report, CellId id, const QString &whose) const
{
    const Operand o = operand(report, id);
    const bool own = &report == &m_dossier.report;
    return {own ? id : CellId(), whose + cellText(m_forms, id), valueText(o), o.doubtful};
}

void Trial::tryIdentities(RuleTrial &out) const
{
    for (const Equation &equation : evaluate(m_dossier.report)) {
        if (equation.identity->rule != m_rule.id)
            continue;
        RuleTrial::Demand demand;
        demand.outcome = !equation.assessable ? Outcome::NotJudged : equation.failed() ? Outcome::Fails : Outcome::Holds;
        demand.text = equationName(equation);
        if (equation.assessable)
            demand.text += u"："_s + equation.left.toString() + (equation.failed() ? u" ≠ "_s : u" = "_s) + equation.right.toString();
        else
            demand.why = u"有的单元格没有可用的数"_s;
        for (const CellId id : equation.identity->left + equation.identity->right)
            demand.operands << operandOf(m_dossier.report, id, {});
        out.demands << demand;
    }
}

void Trial::addOperands(const QList<FormulaTerm> &side, RuleTrial::Demand &out) const
{
    constexpr qsizetype Most = 400; // of a government with hundreds of departments, the first will do
    const auto add = [&](const Report &report, const QString &whose, const FormulaTerm &term) {
        for (const CellId id : term.cells) {
            if (out.operands.size() < Most && !(term.open && !FormulaReader::prints(report, id)))
                out.operands << operandOf(report, id, whose);
        }
    };
    for (const FormulaTerm &term : side) {
        if (term.scope == FormulaScope::Own)
            add(m_dossier.report, {}, term);
        else if (term.scope == FormulaScope::Last && m_dossier.last)
            add(*m_dossier.last, lastYearText(m_dossier), term);
        for (const Report *child : term.scope == FormulaScope::Children ? m_dossier.children : QList<const Report *>())
            add(*child, child->agency, term);
    }
}

/// Why a formula has no value; empty where it has one.
QString Trial::gap(const Formula &formula) const
{
    for (const QList<FormulaTerm> *side : {&formula.left, &formula.right}) {
        for (const FormulaTerm &term : *side) {
            if (term.cells.isEmpty() || m_reader.quick(term))
                continue;
            if (term.scope == FormulaScope::Last && !m_dossier.last)
                return u"没有上年的报告"_s;
            if (term.scope == FormulaScope::Children && m_dossier.children.isEmpty())
                return u"没有所属单位的报告"_s;
            return cellText(m_forms, term.cells.first()) + (term.cells.size() > 1 ? u"等格没有可用的数"_s : u"没有可用的数"_s);
        }
    }
    return m_reader.quick(formula.left) && m_reader.quick(formula.right) ? QString() : u"数太大"_s;
}

RuleTrial::Demand Trial::tryCase(const FormulaCase &demand) const
{
    RuleTrial::Demand out;
    const Formula &formula = demand.formula;
    out.text = demand.text;
    addOperands(formula.left, out);
    addOperands(formula.right, out);
    out.why = gap(formula);
    for (const Formula &condition : demand.when) {
        addOperands(condition.left, out);
        addOperands(condition.right, out);
        const auto left = m_reader.quick(condition.left);
        const auto right = m_reader.quick(condition.right);
        if (out.why.isEmpty() && (!left || !right))
            out.why = u"前提不能判断："_s + gap(condition);
        else if (out.why.isEmpty() && !compares(*left, *right, condition.relation, {}))
            out.why = u"前提不成立（%1 与 %2）"_s.arg(left->toString(), right->toString());
    }
    if (!out.why.isEmpty()) {
        out.outcome = Outcome::NotJudged;
        return out;
    }
    const Decimal left = *m_reader.quick(formula.left);
    const Decimal right = *m_reader.quick(formula.right);
    out.outcome = compares(left, right, formula.relation, demand.tolerance) ? Outcome::Holds : Outcome::Fails;
    const FormulaWords words(formula, m_forms);
    const QString joint = out.outcome == Outcome::Fails ? u"；不满足 "_s : u"；满足 "_s;
    out.text = demand.place + u"："_s + words.text(formula.left, m_reader.read(formula.left), m_reader) + u" 与 "_s
        + words.text(formula.right, m_reader.read(formula.right), m_reader) + joint + demand.text;
    return out;
}

/// Code says only what it found.
void Trial::tryCode(const QList<Finding> &findings, RuleTrial &out) const
{
    for (const Finding &finding : findings) {
        if (finding.rule != m_rule.id)
            continue;
        RuleTrial::Demand demand;
        demand.outcome = Outcome::Fails;
        demand.text = finding.message;
        for (const CellId id : finding.cells)
            demand.operands << operandOf(m_dossier.report, id, {});
        out.demands << demand;
    }
}

void Trial::conclude(RuleTrial &out) const
{
    const auto count = [&](Outcome outcome) {
        return std::count_if(out.demands.begin(), out.demands.end(), [&](const RuleTrial::Demand &d) { return d.outcome == outcome; });
    };
    const qsizetype fails = count(Outcome::Fails);
    const qsizetype open = count(Outcome::NotJudged);
    const bool code = m_rule.cases.isEmpty() && !m_rule.checks.contains(u"identity"_s);
    if (fails > 0)
        out.outcome = Outcome::Fails;
    else
        out.outcome = !out.demands.isEmpty() && open == out.demands.size() ? Outcome::NotJudged : Outcome::Holds;
    if (code)
        out.why = fails > 0 ? u"有 %1 处问题"_s.arg(fails) : u"没有发现问题"_s;
    else
        out.why = u"共 %1 式：成立 %2，不成立 %3，不判断 %4"_s.arg(out.demands.size()).arg(count(Outcome::Holds)).arg(fails).arg(open);
}

RuleTrial Trial::run(const QList<Finding> &findings)
{
    RuleTrial out;
    if (const QString reason = bar(); !reason.isEmpty()) {
        out.outcome = Outcome::NotJudged;
        out.why = reason;
        return out;
    }
    if (!m_rule.cases.isEmpty()) {
        for (const FormulaCase &demand : m_rule.cases)
            out.demands << tryCase(demand);
    } else if (m_rule.checks.contains(u"identity"_s)) {
        tryIdentities(out);
    } else {
        tryCode(findings, out);
    }
    conclude(out);
    return out;
}

} // namespace

RuleTrial tryRule(const Rule &rule, const Dossier &dossier, const RuleBook &rules, const QList<Finding> &findings)
{
    return Trial(rule, dossier, rules).run(findings);
}

QString outcomeText(RuleTrial::Outcome outcome)
{
    static constexpr const char *Texts[] = {"成立", "不成立", "不判断"};
    return QString::fromUtf8(Texts[int(outcome)]);
}

} // namespace gouji
