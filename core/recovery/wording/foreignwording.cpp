// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/wording/foreignwording.h"

#include "report/labelindex.h"

#include <algorithm>
#include <vector>

namespace gouji {

namespace {

constexpr qsizetype LongestLabel = 24;
constexpr float OwnWording = 0.55f; // of a piece's character pairs that the table's wording has as well
constexpr float Misread = 0.6f; // of the characters that a piece and a label have in common
constexpr float MisreadWithNumber = 0.4f; // where the numbering is the same

/// What may be the label of a row: a few words, no sentence, no remark, no date and no running head.
bool readsLikeLabel(QStringView piece)
{
    qsizetype ideographs = 0;
    for (const QChar c : piece) {
        ideographs += c >= u'\u4e00' && c <= u'\u9fff';
        if (c == u'。' || c == u'；' || c == u';' || c == u'年')
            return false;
    }
    const bool remark = (piece.startsWith(u'(') && !LabelIndex::numbering(piece)) || piece.startsWith(u'注') || piece.endsWith(u',')
        || piece.endsWith(u'、');
    return ideographs >= 2 && piece.size() <= LongestLabel && !remark && !piece.contains(u"报告");
}

/// Characters in the order in which both have them, as a share of both.
float alike(QStringView a, QStringView b)
{
    std::vector<int> row(size_t(b.size()) + 1, 0);
    for (const QChar c : a) {
        int before = 0;
        for (size_t j = 1; j < row.size(); ++j) {
            const int here = row[j];
            row[j] = c == b[qsizetype(j) - 1] ? before + 1 : std::max(row[j], row[j - 1]);
            before = here;
        }
    }
    return 2.f * float(row.back()) / float(std::max<qsizetype>(1, a.size() + b.size()));
}

} // namespace

bool namesForeignRow(const FormTable &table, QStringView piece)
{
    if (table.across || !readsLikeLabel(piece))
        return false;
    const QString own = LabelIndex::content(piece);
    const char16_t number = LabelIndex::numbering(piece);
    const auto misread = [&](const QString &wording) {
        const QString label = LabelIndex::content(wording);
        const char16_t theirs = LabelIndex::numbering(wording);
        if (label.size() < 2 || (number && theirs && number != theirs))
            return false;
        return alike(own, label) >= (number && number == theirs ? MisreadWithNumber : Misread);
    };
    for (const FormRow &row : table.rows) {
        if (misread(row.label) || std::any_of(row.variants.begin(), row.variants.end(), misread))
            return false;
    }
    return (number >= u'1' && number <= u'9') || table.labels->knownShare(own) < OwnWording;
}

} // namespace gouji
