// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkrun.h"

#include "checks/companions.h"

namespace gouji {

using namespace Qt::StringLiterals;

const Rule *CheckRun::rule(const QString &id) const
{
    const Rule *found = m_rules.rule(id);
    return found && applies(*found) ? found : nullptr;
}

bool CheckRun::applies(const Rule &rule) const
{
    if (!rule.forms.isEmpty() && !rule.forms.contains(report().form))
        return false;
    if (rule.exceptAgencies.pattern().isEmpty())
        return true;
    // whose name is in doubt may be one of them
    const bool known = report().agencyStatus == FieldStatus::Read || report().agencyStatus == FieldStatus::Corrected;
    return known && !rule.exceptAgencies.match(report().agency).hasMatch();
}

const ProseReading &CheckRun::prose()
{
    if (m_dossier.prose)
        return *m_dossier.prose;
    if (!m_prose)
        m_prose = ProseReading::of(document(), report(), m_rules.words());
    return *m_prose;
}

TextFindings *CheckRun::keptFindings()
{
    if (m_kept)
        return *m_kept;
    m_kept = nullptr;
    if (!m_dossier.prose)
        return nullptr;
    TextFindings *kept = m_dossier.prose->findings.get();
    const Report &r = report();
    const qsizetype places = m_dossier.companions ? m_dossier.companions->places.size() : 0;
    const QString whose = u"%1 %2 %3 %4 %5 %6 %7"_s.arg(r.agency, r.form)
                              .arg(int(r.agencyStatus))
                              .arg(r.year)
                              .arg(int(r.yearStatus))
                              .arg(r.sections.size())
                              .arg(places);
    if (kept->rules != &m_rules || kept->whose != whose)
        *kept = TextFindings{&m_rules, whose, {}};
    m_kept = kept;
    return kept;
}

void CheckRun::explain(const void *demand, TextRange number)
{
    if (demand)
        m_explainedDemands << demand;
    if (number.isValid())
        m_explainedNumbers << number;
}

Finding &CheckRun::add(const Rule &rule, const QString &message, Places places)
{
    Finding finding;
    finding.rule = rule.id;
    finding.severity = rule.severity;
    finding.title = rule.title;
    finding.basis = rule.basis;
    qsizetype length = message.size();
    for (const auto &[key, value] : places)
        length += value.size();
    finding.message.reserve(length);
    qsizetype at = 0;
    while (at < message.size()) {
        const qsizetype open = message.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : message.indexOf(u'}', open);
        if (close < 0) {
            finding.message += QStringView(message).mid(at);
            break;
        }
        finding.message += QStringView(message).mid(at, open - at);
        const QStringView name = QStringView(message).mid(open + 1, close - open - 1);
        for (const auto &[key, value] : places) {
            if (name == key)
                finding.message += value;
        }
        at = close + 1;
    }
    m_findings.append(std::move(finding));
    return m_findings.last();
}

} // namespace gouji
