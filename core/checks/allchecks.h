// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace gouji {

class CheckRun;

/// What a rule may set for the code behind it.
struct RuleSetting {
    enum class Kind {
        Date, ///< "01-31", or "" for none
        Count, ///< 0 or more; 0: none
        Words, ///< a list of texts
    };
    QString name;
    Kind kind = Kind::Count;
};

/// Code behind a rule: its name in the rule file, and what its message template may contain.
/// One function may serve several rules; it runs once.
struct CheckFunction {
    QString name;
    void (*run)(CheckRun &run) = nullptr;
    QStringList placeholders;
    bool needsOthers = false; ///< judges a report beside others
    QList<RuleSetting> settings = {};
};

/// The one list of functions a rule file may name.
const QList<CheckFunction> &allChecks();
const CheckFunction *checkFunction(const QString &name); ///< null where unknown

// One file a rule area: what stands before the dot in the rule id.
void checkIdentities(CheckRun &run); ///< requests.*, remedies.*: every identity of the tables the report follows
void checkFormulas(CheckRun &run); ///< any area: rules that the rule file says as formulas
void checkDecimals(CheckRun &run); ///< proactive.fee_unit
void checkBlankCells(CheckRun &run);
void checkMissingCells(CheckRun &run);
void checkSuspectCells(CheckRun &run);
void checkInvalidCells(CheckRun &run);
void checkAmbiguousRows(CheckRun &run);
void checkNarrative(CheckRun &run);
void checkUnchanged(CheckRun &run);
void checkFormChange(CheckRun &run);
void checkTextReuse(CheckRun &run);
void checkGrowth(CheckRun &run);
void checkStale(CheckRun &run);
void checkRegion(CheckRun &run); ///< region.*
void checkCopies(CheckRun &run);
void checkChanges(CheckRun &run);
void checkProse(CheckRun &run); ///< narrative.*: what prose says without naming a cell of tables three and four
void checkFees(CheckRun &run); ///< fees.*
void checkForm(CheckRun &run); ///< form.*: titles, sections, dates, what the text must and must not hold

} // namespace gouji
