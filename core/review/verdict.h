// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/finding.h"
#include "document/sourcedocument.h"
#include "report/report.h"

namespace gouji {

/// What a person thinks of a finding (判断).
enum class Judgement {
    None,
    Confirmed, ///< the report is wrong there
    Dismissed, ///< it is not; with a reason
    Returned, ///< sent back to the body, which has to mend it
};

/// A person's word on one finding. It rests on values, and lapses when one of them changes.
struct Verdict {
    QString subject; ///< which finding: its rule and cells, and the passage where it is about prose
    QString basis; ///< the values that it was given for
    Judgement judgement = Judgement::None;
    QString reason; ///< may be empty unless dismissed

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// A verdict before and after an act; both are about the same finding. Judgement::None: there is none.
struct VerdictChange {
    Verdict before;
    Verdict after;
    friend bool operator==(const VerdictChange &, const VerdictChange &) = default;
};

/// How a finding of now stands to what was said of it.
struct FindingVerdict {
    Judgement judgement = Judgement::None;
    QString reason;
    bool lapsed = false; ///< said of other values than those of now
    friend bool operator==(const FindingVerdict &, const FindingVerdict &) = default;
};

/// A person looked and said that it is no problem, and nothing has changed since.
inline bool isDismissed(const FindingVerdict &verdict) { return verdict.judgement == Judgement::Dismissed && !verdict.lapsed; }

QString judgementName(Judgement judgement); ///< "none", "confirmed", "dismissed", "returned"
Judgement judgementFrom(const QString &name);
QString judgementLabel(Judgement judgement); ///< 「属实」, 「不是问题」, 「退回单位」
/// 「不是问题：文件清理」, 「原判断“属实”已失效，数值有变化」; empty where there is none.
QString verdictText(const FindingVerdict &verdict);

/// What a verdict on the finding would be about, and would rest on.
Verdict unjudged(const Finding &finding, const Report &report, const SourceDocument &document);

/// The findings that are still open: those that nobody has dismissed. `verdicts` as verdictsOn() gives them.
QList<Finding> openFindings(const QList<Finding> &findings, const QList<FindingVerdict> &verdicts);

/// For each finding of a report what was said of it. A verdict whose finding is gone, while another finding of its rule
/// shares a cell with it, is told there as lapsed.
QList<FindingVerdict> verdictsOn(
    const QList<Finding> &findings, const QList<Verdict> &verdicts, const Report &report, const SourceDocument &document);

} // namespace gouji
