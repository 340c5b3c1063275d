// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/finding.h"
#include "checks/rules/formula.h"

#include <QJsonObject>

namespace gouji {

/// One demand of a rule written as data, ready to be judged: placeholders filled, names resolved.
struct FormulaCase {
    QString text; ///< as written, placeholders filled
    Formula formula;
    QList<Formula> when; ///< judged only where all of these hold
    Tolerance tolerance;
    Severity severity = Severity::Error;
    QString message; ///< template
    QString place; ///< 「表三总计列」

    bool needsOthers() const; ///< takes numbers of another report
};

/// Reads the keys `formula`, `each`, `when`, `tolerance`, `severity`, `message` of one object of a rule file; what it does
/// not say itself is taken from `out`. Appends a case for every row or column it is asked of. The answer says what is
/// wrong, empty where nothing is.
QString readFormulaCases(const QJsonObject &o, const FormCatalogue &forms, const FormulaCase &inherited, QList<FormulaCase> &out);

/// Names that a message template of a formula may contain.
const QStringList &formulaPlaceholders();

} // namespace gouji
