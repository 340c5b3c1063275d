// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/dossier.h"
#include "checks/finding.h"
#include "checks/narrative/prosereading.h"
#include "checks/rules/rulebook.h"

#include <initializer_list>
#include <optional>
#include <utility>

namespace gouji {

/// One run of the rule book over a dossier: what a check function reads from and reports to.
class CheckRun {
public:
    CheckRun(const Dossier &dossier, const RuleBook &rules)
        : m_dossier(dossier)
        , m_rules(rules)
    {
    }

    using Places = std::initializer_list<std::pair<QLatin1StringView, QString>>;

    const Report &report() const { return m_dossier.report; }
    const SourceDocument &document() const { return m_dossier.document; }
    const Dossier &dossier() const { return m_dossier; }
    const RuleBook &rules() const { return m_rules; }

    /// The rule if the book has it and it applies to this report's form, else null: then nothing is to be reported.
    const Rule *rule(const QString &id) const;
    bool applies(const Rule &rule) const; ///< to this report's form and body
    /// Adds a finding of the rule, with its severity, title, basis and filled message. The rest is the caller's.
    Finding &add(const Rule &rule, Places places) { return add(rule, rule.message, places); }
    Finding &add(const Rule &rule, const QString &message, Places places); ///< with a template of its own

    const ProseReading &prose(); ///< the dossier's, or read once a run
    const QList<NarrativeSentence> &sentences() { return prose().sentences; }
    const QList<NarrativeClaim> &claims() { return prose().narrative.claims; }

    QList<Finding> &findings() { return m_findings; }
    /// Runs a part of a check that looks at no cell, or repeats what it found where the dossier's prose was read before.
    template <typename Check> void onceAText(const QString &name, Check check)
    {
        TextFindings *kept = keptFindings();
        if (const auto known = kept ? kept->byCheck.constFind(name) : decltype(kept->byCheck.constFind(name))();
            kept && known != kept->byCheck.constEnd()) {
            m_findings << *known;
            return;
        }
        const qsizetype before = m_findings.size();
        check();
        if (kept)
            kept->byCheck.insert(name, m_findings.mid(before));
    }

    /// One cause, one finding: a finding told already explains why a formula's demand is not met, or what a number of the
    /// prose says.
    void explain(const void *demand, TextRange number);
    bool isExplained(const void *demand) const { return demand && m_explainedDemands.contains(demand); }
    bool isExplained(TextRange number) const { return number.isValid() && m_explainedNumbers.contains(number); }

private:
    TextFindings *keptFindings(); ///< of the dossier's prose, emptied where they are another report's; null where there is none

    std::optional<TextFindings *> m_kept;
    const Dossier &m_dossier;
    const RuleBook &m_rules;
    QList<Finding> m_findings;
    std::optional<ProseReading> m_prose;
    QList<const void *> m_explainedDemands;
    QList<TextRange> m_explainedNumbers;
};

} // namespace gouji
