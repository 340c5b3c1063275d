// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "checks/finding.h"

#include <QList>

#include <memory>

namespace gouji {

class NarrativeWords;

/// One rule as data: everything but the function that applies it.
struct Rule {
    QString id; ///< "requests.balance"
    Severity severity = Severity::Error;
    QString title;
    QString message; ///< template; {name} places are filled by the check
    QString basis;
    QString check; ///< "identity", or the name of the function that applies it
    QStringList forms; ///< Form::id of the editions it applies to; empty: all
};

/// The rules in the order they are printed, read at start-up from a resource file.
class RuleBook {
public:
    /// Reads a rule file and the word list it names, which lies beside it.
    /// Error code "bad-rule": the message names the file, the rule and the reason.
    static Result<std::shared_ptr<const RuleBook>> load(const QString &file); ///< ":/rules/rules.json" is the shipped one
    /// The same from bytes; `file` is for messages and for finding the word list.
    static Result<std::shared_ptr<const RuleBook>> parse(const QByteArray &json, const QString &file);

    int version() const { return m_version; }
    const QList<Rule> &rules() const { return m_rules; }
    const Rule *rule(const QString &id) const; ///< null where unknown
    qsizetype indexOf(const QString &id) const; ///< -1 where unknown
    /// The words by which prose names cells; null where the file names no word list (then prose is not read).
    const NarrativeWords *words() const { return m_words.get(); }

private:
    int m_version = 0;
    QList<Rule> m_rules;
    std::shared_ptr<const NarrativeWords> m_words;
};

} // namespace gouji
