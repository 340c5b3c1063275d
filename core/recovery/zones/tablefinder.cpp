// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/zones/tablefinder.h"

#include "recovery/wording/wording.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr qsizetype LongestPiece = 60; // prose is no wording of a table
constexpr int Least = 5; // pieces of its wording that a table shows
constexpr int Strangers = 2; // pieces of another table's wording among them

/// A piece of wording that is one table's.
struct Vote {
    size_t token = 0;
    int table = -1;
};

struct Stretch {
    size_t from = 0; ///< votes
    size_t to = 0; ///< behind the last
    int votes = 0;
};

std::vector<Vote> votesOf(const Form &form, QStringView text, const std::vector<Token> &tokens)
{
    std::vector<Vote> out;
    LabelScores scratch;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &t = tokens[i];
        if (t.kind != Token::Text || t.range.length() > LongestPiece)
            continue;
        Vote vote{i, -1};
        float best = NamesRow;
        for (int table = 0; table < form.tables.size(); ++table) {
            const LabelScores &scores = form.tables[table].labels->match(text.mid(t.range.begin, t.range.length()), scratch);
            if (scores.best() > best) {
                best = scores.best();
                vote.table = table;
            } else if (scores.best() == best) {
                vote.table = -1; // 「总计」 is in two of them
            }
        }
        if (vote.table >= 0)
            out.push_back(vote);
    }
    return out;
}

Stretch longestOf(int table, const std::vector<Vote> &votes)
{
    Stretch best;
    for (size_t i = 0; i < votes.size(); ++i) {
        if (votes[i].table != table || (i > 0 && votes[i - 1].table == table))
            continue;
        Stretch here{i, i, 0};
        int strangers = 0;
        for (size_t k = i; k < votes.size() && strangers <= Strangers; ++k) {
            strangers = votes[k].table == table ? 0 : strangers + 1;
            if (votes[k].table == table) {
                ++here.votes;
                here.to = k + 1;
            }
        }
        if (here.votes > best.votes)
            best = here;
    }
    return best;
}

} // namespace

std::vector<TextRange> findTables(const Form &form, QStringView text, const std::vector<Token> &tokens)
{
    const std::vector<Vote> votes = votesOf(form, text, tokens);
    std::vector<TextRange> out(size_t(form.tables.size()));
    for (int table = 0; table < form.tables.size(); ++table) {
        const Stretch stretch = longestOf(table, votes);
        if (stretch.votes < Least)
            continue;
        const qsizetype begin = tokens[votes[stretch.from].token].range.begin;
        out[size_t(table)].begin = text.left(begin).lastIndexOf(u'\n') + 1;
        out[size_t(table)].end = stretch.to < votes.size() ? tokens[votes[stretch.to].token].range.begin : text.size();
    }
    for (TextRange &range : out) { // a table's last values end where the next begins
        for (const TextRange &other : out) {
            if (range.isValid() && other.isValid() && other.begin > range.begin)
                range.end = std::min(range.end, other.begin);
        }
    }
    return out;
}

} // namespace gouji
