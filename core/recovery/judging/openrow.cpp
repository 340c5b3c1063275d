// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/openrow.h"

#include "base/normalizedtext.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t MostOffered = 12; // ways to read a row

Candidate candidateOf(const LaidTable &laid, const NormalizedText &text, int token, const QString &why)
{
    Candidate out;
    out.why = why;
    if (token >= 0) {
        const Token &t = laid.tokens[size_t(token)];
        out.source = text.original(t.range);
        if (t.kind == Token::Number)
            out.value = t.value;
    }
    return out;
}

Placement placementOf(const LaidTable &laid, const NormalizedText &text, const RowPlacement &p, const QString &why)
{
    Placement out;
    out.why = why;
    for (const int t : p.tokens)
        out.cells << candidateOf(laid, text, t, {});
    return out;
}

} // namespace

void openRow(Report &report, const LaidTable &laid, size_t l, const NormalizedText &text)
{
    const Lane &lane = laid.alignment.lanes[l];
    const QList<CellId> ids = laid.table.cellIds();
    const PlacedRow &row = laid.placed[l];
    OpenRow open;
    for (int c = 0; c < lane.length; ++c)
        open.cells << ids[lane.first + c];
    int numbers = 0;
    for (const int t : row.chosen.tokens) {
        if (t < 0)
            continue;
        const TextRange at = text.original(laid.tokens[size_t(t)].range);
        open.source = {open.source.begin < 0 ? at.begin : std::min(open.source.begin, at.begin), std::max(open.source.end, at.end)};
        numbers += laid.tokens[size_t(t)].kind == Token::Number;
    }
    open.reason = row.cut                     ? u"这一行的数字连在一起，断开的办法不止一种。"_s
        : row.exact || numbers == lane.length ? u"这一行的数值与行名对应不确定，合计也不能证实。"_s
                                              : u"这一行应有 %1 个数值，读到 %2 个，位置不能确定。"_s.arg(lane.length).arg(numbers);
    open.placements << placementOf(laid, text, row.chosen, row.cut ? u"一种断法"_s : u"与版面最相符"_s);
    for (size_t i = 0; i < row.others.size() && i < MostOffered; ++i) {
        const RowPlacement &other = row.others[i];
        open.placements << placementOf(laid, text, other,
            row.cut                          ? u"另一种断法"_s
                : other.sum == RowSum::Holds ? u"同行合计成立"_s
                                             : u"同样可能"_s);
    }
    report.openRows << open;
    for (const RowPlacement &other : row.others) {
        for (int c = 0; c < lane.length; ++c) {
            Cell &cell = report.cell(ids[lane.first + c]);
            const Candidate candidate = candidateOf(laid, text, other.tokens[size_t(c)], row.cut ? u"另一种断法"_s : u"另一种放法"_s);
            if (candidate.value != cell.value && !cell.candidates.contains(candidate))
                cell.candidates << candidate;
        }
    }
}

} // namespace gouji
