// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "checks/finding.h"

#include <QHash>

#include <memory>

namespace gouji {

/// One rule as data: everything but the function that applies it.
struct Rule {
    QString id; ///< "requests.balance"
    Severity severity = Severity::Error;
    QString title;
    QString message; ///< template; {name} places are filled by the check
    QString basis;
    QString check; ///< "identity", or the name of the function that applies it
};

/// The rules in the order they are printed, read at start-up from a resource file.
class RuleBook
{
public:
    /// Error code "bad-rule": the message names the file, the rule and the reason.
    static Result<std::shared_ptr<const RuleBook>> load(const QString &file); ///< ":/rules/rules.json" is the shipped one

    const QList<Rule> &rules() const { return m_rules; }
    const Rule *rule(const QString &id) const; ///< null where unknown

private:
    QList<Rule> m_rules;
};

} // namespace gouji
