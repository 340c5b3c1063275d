// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/wording/ocrsigns.h"

#include "report/labelindex.h"

#include <algorithm>
#include <map>

namespace gouji {

namespace {

/// The piece stands in the wording but for one or two characters that were replaced.
bool isSubstituted(QStringView piece, QStringView wording)
{
    constexpr int MostReplaced = 2;
    for (qsizetype at = 0; at + piece.size() <= wording.size(); ++at) {
        int replaced = 0;
        for (qsizetype i = 0; i < piece.size() && replaced <= MostReplaced; ++i)
            replaced += piece[i] != wording[at + i];
        if (replaced > 0 && replaced <= MostReplaced && replaced * 4 <= piece.size())
            return true;
    }
    return false;
}

/// A digit stands beside a character that could not be decoded: a converter that cut labels amid their bytes wrote over numbers.
bool isDamaged(QStringView piece)
{
    return piece.contains(QChar::ReplacementCharacter) && std::any_of(piece.begin(), piece.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

int countOcrSigns(const FormTable &table, QStringView text, const std::vector<Token> &tokens)
{
    const LabelIndex &labels = *table.labels;
    int signs = 0;
    std::map<QString, int> scraps;
    size_t lineEnd = 0;
    bool values = false; // on the token's line
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &t = tokens[i];
        if (i >= lineEnd) {
            values = false;
            for (lineEnd = i; lineEnd < tokens.size() && tokens[lineEnd].line == t.line; ++lineEnd)
                values = values || tokens[lineEnd].kind == Token::Number;
        }
        if (t.kind == Token::Number && t.lookalike)
            signs += 2;
        else if (t.unreadable && isDamaged(text.mid(t.range.begin, t.range.length())))
            ++signs;
        else if (t.kind == Token::Blank && t.noise && values) // on a line without numbers it may be markup
            ++signs;
        if (t.kind != Token::Text || t.range.length() > 60)
            continue;
        if (text.mid(t.range.begin, t.range.length()).contains(u'丨'))
            signs += 2; // a drawn rule; no word has this character
        const LabelIndex::Content content = LabelIndex::contentOf(text.mid(t.range.begin, t.range.length()));
        const QStringView piece(content.data(), content.size());
        const LabelIndex::Known known = labels.known(piece);
        if (piece.isEmpty() || (known == LabelIndex::Known::All && labels.bears(piece)))
            continue;
        if (piece.size() >= 4 && known != LabelIndex::Known::None && isSubstituted(piece, labels.wording()))
            ++signs;
        else if (t.delimited && !t.alone && piece.size() < 12)
            ++scraps[piece.toString()]; // a scrap that belongs to nothing, in the midst of a row; one that repeats is a unit or a remark
    }
    return signs + int(std::count_if(scraps.begin(), scraps.end(), [](const auto &scrap) { return scrap.second == 1; }));
}

} // namespace gouji
