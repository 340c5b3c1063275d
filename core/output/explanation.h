// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/dossier.h"
#include "checks/finding.h"
#include "checks/sums/equations.h"
#include "output/rowwording.h"
#include "output/sourceexcerpt.h"
#include "review/act.h"

namespace gouji {

class ReviewSession;

/// A few words of an explanation; those that name a cell can be followed to it.
struct ExplainedWords {
    QString text;
    CellId cell; ///< invalid where the words name none
};

/// One equation the cell takes part in, with this report's numbers.
struct ExplainedEquation {
    enum class Verdict { Holds, Fails, Open };
    QString name; ///< 「自然人列收办平衡」
    QString rule; ///< id of the rule that reports a failure: "requests.balance"
    Verdict verdict = Verdict::Open; ///< Open: an operand is missing or cannot be read
    QList<ExplainedWords> words; ///< 「本年新收 9」「 + 」「上年结转 0」「 = 」…
    QString judgement; ///< 「成立」, 「不成立：9 ≠ 8」, 「无法判断：缺“上年结转”总计」
    std::optional<Decimal> wanted; ///< what the cell would have to be for it to hold; nothing where that is no possible value
};

/// What a person did to the cell.
struct ExplainedAct {
    QString text; ///< of the act
    QString who;
    QDateTime when; ///< UTC
    QString before; ///< 「8」, 「空」
    QString after;
};

/// Everything the program can say about one cell and how its value was found; made for every screen, sheet and terminal
/// in this one place. Sentences are Chinese and plain text.
struct CellExplanation {
    CellId cell;
    QString name; ///< "requests.granted.total"
    QString place; ///< 「表三 予以公开 · 总计」
    QString order; ///< 「本行第 3 格，共 7 格」; empty for a row of one cell
    Cell now;
    std::optional<Cell> read; ///< as the program read it, where a person changed it since
    SourceExcerpt source;
    RowWording wording;
    QString rowReason; ///< why the values of its row could not be placed; empty where they could
    QList<Placement> placements; ///< the ways to lay that row, best first
    QList<ExplainedEquation> equations;
    QList<Finding> findings; ///< those that name the cell
    QList<ExplainedAct> acts; ///< oldest first
};

CellExplanation explain(CellId cell, const Dossier &dossier, const QList<Finding> &findings);
/// With what a person did to the cell.
CellExplanation explain(CellId cell, const ReviewSession &session);

/// 「8」, or in words what stands there instead: 「空白」, 「缺失」, 「“八”（未读作数字）」.
QString valueText(const Cell &cell);
/// 「存疑」, 「推定，已确认」.
QString statusText(const Cell &cell);
/// Both at once: 「8，存疑」; 「缺失」 alone where there is nothing else to say.
QString standingText(const Cell &cell);
/// The values of a row as one of its placements lays them: 「1 0 □ 3」.
QString placementText(const Placement &placement);
/// What the text near the values says of the row's name, as one sentence.
QString wordingText(const RowWording &wording);
QString equationText(const ExplainedEquation &equation); ///< the words and the judgement

} // namespace gouji
