// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "checks/finding.h"
#include "checks/rules/formularule.h"

#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QSet>

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
    QStringList checks; ///< names of the functions that apply it: "identity", "formula", …
    QStringList forms; ///< Form::id of the editions it applies to; empty: all
    QRegularExpression exceptAgencies; ///< bodies it does not apply to, by name; empty: none
    QList<FormulaCase> cases; ///< of a formula: what it demands, ready to be judged
    bool merge = false; ///< all cases that fail are one finding
    bool needsOthers = false; ///< can only be judged beside another report: last year's, a department's, a copy
    QJsonObject settings; ///< what a region may set: dates, lengths, names; the functions say which
    int version = 0; ///< of the file that said something of it last
    QString changedBy; ///< name of that file where it is not the shipped one
    bool own = false; ///< the shipped file does not have it
};

/// The rules in the order they are printed, read at start-up.
class RuleBook {
public:
    /// Reads rule files one after the other, and the word list that one of them names, which lies beside it. The first is
    /// the shipped one (":/rules/rules.json"). What a later file says of a rule that is there already changes only what it
    /// says, of `settings` only those it names; `"off": true` strikes it out. Error code "bad-rule": the message names the file, the line,
    /// the rule and the reason.
    static Result<std::shared_ptr<const RuleBook>> load(const QStringList &files, const FormCatalogue &forms);
    /// The same from bytes; `file` is for messages and for finding the word list.
    static Result<std::shared_ptr<const RuleBook>> parse(const QByteArray &json, const QString &file, const FormCatalogue &forms);

    int version() const { return m_version; } ///< of the first file
    const QList<Rule> &rules() const { return m_rules; }
    const Rule *rule(const QString &id) const; ///< null where unknown
    qsizetype indexOf(const QString &id) const { return m_byId.value(id, -1); } ///< -1 where unknown
    bool asks(const QString &check) const { return m_checks.contains(check); } ///< some rule is applied by this function
    /// The words by which prose names cells; null where the file names no word list (then prose is not read).
    const NarrativeWords *words() const { return m_words.get(); }

private:
    Status add(const QByteArray &json, const QString &file, const FormCatalogue &forms);
    void makeIndex(); ///< when all files are read
    QString addRule(const QJsonObject &said, const FormCatalogue &forms, int version, const QString &ownFile);

    int m_version = 0;
    int m_files = 0; ///< read so far; the first is the shipped one
    QList<Rule> m_rules;
    QHash<QString, qsizetype> m_byId;
    QSet<QString> m_checks; ///< of all rules
    QList<QJsonObject> m_sources; ///< of each rule: as the files say it
    std::shared_ptr<const NarrativeWords> m_words;
};

} // namespace gouji
