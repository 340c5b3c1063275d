// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/dossier.h"
#include "checks/rules/rulebook.h"

namespace gouji {

/// How one rule fares on one report, demand by demand, with what it calculated with: for whoever writes a rule or wants to
/// know why it says something, or nothing.
struct RuleTrial {
    enum class Outcome { Holds, Fails, NotJudged };

    struct Operand {
        CellId cell; ///< invalid where it is another report's
        QString label; ///< 「“予以公开”总计」, 「2022年“结转下年”总计」
        QString value; ///< 「5」, 「空白（按 0 计）」, 「没有找到」
        bool doubtful = false;
    };
    struct Demand {
        Outcome outcome = Outcome::Holds;
        QString text; ///< with numbers where they are known: 「自然人列：9 = 9」
        QString why; ///< why it is not judged; empty otherwise
        QList<Operand> operands;
    };

    Outcome outcome = Outcome::Holds; ///< the worst of its demands
    QString why; ///< one sentence: what came of it
    QList<Demand> demands;
};

/// `findings` are those of check() on the same dossier: rules that are code are tried by what they found.
RuleTrial tryRule(const Rule &rule, const Dossier &dossier, const RuleBook &rules, const QList<Finding> &findings);

QString outcomeText(RuleTrial::Outcome outcome); ///< 「成立」, 「不成立」, 「不判断」

} // namespace gouji
