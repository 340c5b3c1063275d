// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparison/figures.h"

namespace gouji {

enum class ChartKind {
    Requests, ///< received and handled
    Outcomes,
    Denials, ///< reasons of 不予公开
    Refusals, ///< reasons of 无法提供 and 不予处理
    Applicants,
    Remedies,
    RemedyOutcomes,
};

struct FigureSeries {
    QString label;
    QList<Figure> figures; ///< one a place
};

/// A share with its formula; every rate that is shown shows how it was found.
struct Rate {
    QString label; ///< 「办结率」
    QString formula; ///< 「办结总计 ÷（本年新收 ＋ 上年结转）」
    QList<Figure> numerators; ///< one a place
    QList<Figure> denominators;

    bool isDoubtful(qsizetype place) const { return numerators[place].doubtful || denominators[place].doubtful; }
    QString text(qsizetype place) const; ///< 「83.3%」, with a question mark where it is doubtful; 「—」 where there is none
    QString working(qsizetype place) const; ///< 「10 ÷ 12」; or why there is none
};

/// What one chart shows, by numbers alone.
struct ReportChart {
    ChartKind kind = ChartKind::Requests;
    QString title;
    bool stacked = false; ///< the series add up to something
    QList<ChartPlace> places;
    QList<FigureSeries> series; ///< stacked ones that are 0 at all places are left out, unless all are
    QList<Rate> rates;

    bool isEmpty() const; ///< no number at any place
    bool isDoubtful() const;
};

const QList<ChartKind> &chartKinds();
QString chartTitle(ChartKind kind); ///< 「申请的收到与办理」
ReportChart chartOf(ChartKind kind, const Figures &figures);

} // namespace gouji
