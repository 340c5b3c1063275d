// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/textrange.h"
#include "report/cellid.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gouji {

enum class Severity { Error, Warning, Hint };

/// Whose mistake it is: the report's (clean characters, and the sum fails) or our reading's (doubtful cells take part).
enum class Blame { Open, Report, Reading };

/// A cell that would explain a finding, and the value that would reconcile everything.
struct Culprit {
    CellId cell;
    std::optional<Decimal> value;
    QString why;
    int way = -1; ///< cells with the same one explain it only together; -1: this one does alone
    friend bool operator==(const Culprit &, const Culprit &) = default;
};

/// One thing a reviewer should know; made by the checks, never edited.
struct Finding {
    QString rule; ///< id of contract rules: "requests.balance"
    Severity severity = Severity::Error;
    QString title; ///< of the rule: 「勾稽：新收＋结转＝办结＋结转下年」
    QString place; ///< section, table, row, column for lists: 「表三 · 总计列」
    QList<CellId> cells; ///< candidate culprits first, then the operands
    QString message; ///< one Chinese sentence with the numbers
    QString expected; ///< plain numbers where one value is expected and found, else empty
    QString found;
    QString basis; ///< what the rule rests on
    QStringList also; ///< rule ids of other failed identities the same cause explains
    QList<Culprit> candidates;
    Blame blame = Blame::Open;
    QList<TextRange> sources; ///< the sentence, the number

    friend bool operator==(const Finding &, const Finding &) = default;
};

QString severityName(Severity severity); ///< "error", "warning", "hint"
QString severityLabel(Severity severity); ///< 「错误」, 「警告」, 「提示」
QString blameName(Blame blame); ///< "open", "report", "reading"

} // namespace gouji
