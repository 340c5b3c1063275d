// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/zerocells.h"

#include "recovery/sums/digitcuts.h"
#include "recovery/sums/tablesums.h"

#include <optional>

namespace gouji {

namespace {

constexpr qint64 Effort = 15'000'000; // in steps of about a nanosecond
constexpr int FailingRows = 2; // whose sums no cut satisfies: so many are no mistake of the author's
constexpr int FewRows = 5; // that show whether zeros are printed

} // namespace

ZeroCells zeroCellsOf(const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens)
{
    std::optional<TableSums> sums;
    qint64 effort = Effort;
    int full = 0;
    int failing = 0;
    int unprinted = 0;
    for (size_t l = 0; l < alignment.lanes.size(); ++l) {
        const Lane &lane = alignment.lanes[l];
        if (lane.length < 2)
            continue;
        if (!alignment.readings[l].glued) {
            for (int c = 0; c < lane.length; ++c) {
                const int t = alignment.tokenOfCell[size_t(lane.first + c)];
                unprinted += t < 0 || tokens[size_t(t)].kind != Token::Number;
            }
            continue;
        }
        const TextRange range = tokens[size_t(alignment.tokenOfCell[size_t(lane.first)])].range;
        const QStringView run = text.mid(range.begin, range.length());
        if (run.size() - run.count(u' ') < lane.length)
            return ZeroCells::LeftEmpty;
        ++full;
        bool overflow = false;
        constexpr size_t NoMore = 0; // than one way: the question is whether there is any
        const CutTask task{run, {lane.length, true, false, false}, 0, int(run.size()), nullptr, false, NoMore};
        if (!sums)
            sums.emplace(table);
        if (lane.rows.size() == 1 && sums->hasTotal(lane.rows.front()))
            failing += cutDigits(task, effort, overflow).empty() && !overflow;
    }
    if (failing >= FailingRows)
        return ZeroCells::LeftEmpty;
    return full >= FewRows && unprinted == 0 && !table.across ? ZeroCells::Printed : ZeroCells::Unknown;
}

} // namespace gouji
