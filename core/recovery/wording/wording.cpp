// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/wording/wording.h"

#include "recovery/wording/foreignwording.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr float ForeignShare = 0.3f; // of a piece's characters: what names less of it, names something else

/// 1. to 9. count rows; 一 and （一） count groups as well, whose titles are torn into the wording of rows.
bool isItemNumber(char16_t number) { return number >= u'1' && number <= u'9'; }

/// 「9.其他」 is not 「3.其他」: of a few characters the number is half.
bool numberedOtherwise(const FormRow &row, QStringView piece)
{
    constexpr qsizetype Few = 4;
    const char16_t number = LabelIndex::numbering(piece);
    const char16_t theirs = LabelIndex::numbering(row.label);
    return isItemNumber(number) && theirs && number != theirs && LabelIndex::content(piece).size() <= Few;
}

/// Where a remark in brackets begins behind a label; -1 where there is none. It is longer than what it remarks on.
qsizetype remarkAt(QStringView piece)
{
    const qsizetype at = piece.indexOf(u'(', 2);
    return at > 0 && LabelIndex::content(piece.left(at)).size() >= 2 ? at : -1;
}

/// A value stands right behind the piece: on its line, or, where it stands alone, on the lines below.
bool valueFollows(const std::vector<Token> &tokens, size_t piece)
{
    for (size_t i = piece + 1; i < tokens.size(); ++i) {
        if (tokens[i].kind == Token::Text || (tokens[i].line != tokens[piece].line && !tokens[piece].alone))
            return false;
        if (tokens[i].kind == Token::Number)
            return !tokens[i].pageMark && !tokens[i].loose;
    }
    return false;
}

/// How well the parts of a piece are heads of columns, where most of them are; otherwise 0.
float headsOf(const FormTable &table, QStringView piece)
{
    float out = 0;
    int heads = 0;
    int parts = 0;
    LabelScores scratch;
    for (const QStringView part : piece.tokenize(u' ', Qt::SkipEmptyParts)) {
        const LabelScores &scores = table.labels->match(part, scratch);
        float best = std::max(scores.heading, table.across ? scores.bestRowScore : 0.f);
        for (const float s : scores.columns)
            best = std::max(best, s);
        heads += best >= 1;
        ++parts;
        out += best;
    }
    return parts > 1 && heads * 2 > parts ? std::min(LabelCap, out) : 0;
}

} // namespace

TableWording::TableWording(const FormTable &table, QStringView text, const std::vector<Token> &tokens)
    : m_pieces(tokens.size())
    , m_before(tokens.size(), -1)
    , m_run(tokens.size(), -1)
    , m_owner(tokens.size(), -1)
{
    LabelScores scratch;
    int wording = -1;
    int run = -1;
    int owner = -1;
    std::vector<bool> named(size_t(table.rows.size()), false);
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &t = tokens[i];
        m_before[i] = wording;
        m_run[i] = run;
        m_owner[i] = owner;
        if (t.kind == Token::Number)
            wording = run = -1;
        if (t.kind != Token::Text)
            continue;
        run = run < 0 ? int(i) : run;
        owner = int(i);
        const QStringView wordingOf = text.mid(t.range.begin, t.range.length());
        const LabelScores *whole = &table.labels->match(wordingOf, scratch);
        if (const qsizetype remark = whole->best() < NamesRow ? remarkAt(wordingOf) : -1; remark > 0)
            whole = &table.labels->match(wordingOf.left(remark), scratch);
        const LabelScores &scores = *whole;
        float columns = 0;
        for (const float s : scores.columns)
            columns = std::max(columns, s);
        Piece &piece = m_pieces[i];
        // heads of a line with single spaces between them are one piece
        const float heads = table.across && scores.best() < 1 && wordingOf.contains(u' ') ? headsOf(table, wordingOf) : 0;
        piece.head = std::min(LabelCap, std::max({columns, scores.heading, table.across ? scores.bestRowScore : 0.f, heads}));
        m_recognised += std::min(LabelCap, std::max(scores.best(), heads));
        if (table.across) {
            wording = int(i);
            continue;
        }
        const float rival = scores.heading;
        for (size_t r = 0; r < scores.rows.size(); ++r) {
            const float s = scores.rows[r];
            if (s >= 1.f && s >= rival && s >= scores.bestRowScore * 0.5f && !numberedOtherwise(table.rows[qsizetype(r)], wordingOf))
                piece.names.push_back({qint16(r), std::min(LabelCap, s), s, scores.cover[r]});
        }
        if (scores.bestRowScore >= NamesRow && scores.bestRowScore >= scores.heading)
            named[size_t(scores.bestRow)] = true;
        piece.heading = scores.heading >= NamesRow && piece.names.empty();
        const bool unknown = scores.best() < std::max(1.f, ForeignShare * float(wordingOf.size()))
            || (piece.names.empty() && !piece.heading && isItemNumber(LabelIndex::numbering(wordingOf)));
        piece.foreign = unknown && valueFollows(tokens, i) && !namedOnLine(i, tokens) && namesForeignRow(table, wordingOf);
        if (piece.foreign)
            piece.names.clear();
        if (wording < 0 || !piece.names.empty() || piece.foreign)
            wording = int(i);
    }
    m_rowsNamed = int(std::count(named.begin(), named.end(), true));
    if (!table.across)
        forgetHeads(tokens);
}

/// 「其他」 and 「总计」 among column heads name no row.
void TableWording::forgetHeads(const std::vector<Token> &tokens)
{
    constexpr int HeadsOfLine = 2;
    for (size_t from = 0; from < tokens.size();) {
        size_t to = from;
        int heads = 0;
        bool values = false;
        for (; to < tokens.size() && tokens[to].line == tokens[from].line; ++to) {
            heads += isHead(to);
            values = values || tokens[to].kind == Token::Number;
        }
        for (size_t i = from; i < to && heads >= HeadsOfLine && !values; ++i) {
            if (isHead(i))
                m_pieces[i].names.clear();
        }
        from = to;
    }
}

bool TableWording::isHead(size_t piece) const
{
    float best = 0;
    for (const Name &name : m_pieces[piece].names)
        best = std::max(best, name.full);
    return m_pieces[piece].head >= NamesRow - 0.5f && m_pieces[piece].head >= best;
}

int numberingKind(QStringView piece)
{
    const char16_t number = LabelIndex::numbering(piece);
    return number == 0 ? 0 : piece.front() == u'(' ? 1 : number < u'A' ? 2 : 3;
}

/// Another piece on the line, before it, names a row.
bool TableWording::namedOnLine(size_t piece, const std::vector<Token> &tokens) const
{
    for (size_t i = piece; i-- > 0 && tokens[i].line == tokens[piece].line;) {
        if (!m_pieces[i].names.empty())
            return true;
    }
    return false;
}

TableWording::Claim TableWording::claim(size_t token) const
{
    const int owner = m_owner[token];
    if (owner < 0)
        return Claim::Open;
    const Piece &piece = m_pieces[size_t(owner)];
    return piece.foreign ? Claim::Nobody : piece.heading ? Claim::Another : Claim::Open;
}

float TableWording::coverOf(size_t token, int row) const
{
    for (const Name &name : m_pieces[token].names) {
        if (name.row == row)
            return name.cover;
    }
    return 0;
}

float TableWording::nameOf(size_t token, int row) const
{
    for (const Name &name : m_pieces[token].names) {
        if (name.row == row)
            return name.score;
    }
    return 0;
}

} // namespace gouji
