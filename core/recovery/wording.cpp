// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/wording.h"

#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

TableWording::TableWording(const FormTable &table, QStringView text, const std::vector<Token> &tokens)
    : m_pieces(tokens.size())
    , m_before(tokens.size(), -1)
    , m_run(tokens.size(), -1)
{
    LabelScores scores;
    int wording = -1;
    int run = -1;
    std::vector<bool> named(size_t(table.rows.size()), false);
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &t = tokens[i];
        m_before[i] = wording;
        m_run[i] = run;
        if (t.kind == Token::Number)
            wording = run = -1;
        if (t.kind != Token::Text)
            continue;
        run = run < 0 ? int(i) : run;
        table.labels->match(text.mid(t.range.begin, t.range.length()), scores);
        float columns = 0;
        for (const float s : scores.columns)
            columns = std::max(columns, s);
        Piece &piece = m_pieces[i];
        piece.head = std::min(LabelCap, std::max({columns, scores.heading, table.across ? scores.bestRowScore : 0.f}));
        m_recognised += std::min(LabelCap, scores.best());
        if (table.across) {
            wording = int(i);
            continue;
        }
        const float rival = scores.heading;
        for (size_t r = 0; r < scores.rows.size(); ++r) {
            const float s = scores.rows[r];
            if (s >= 1.f && s >= rival && s >= scores.bestRowScore * 0.5f)
                piece.names.push_back({qint16(r), std::min(LabelCap, s), s, scores.cover[r]});
        }
        if (scores.bestRowScore >= NamesRow && scores.bestRowScore >= scores.heading)
            named[size_t(scores.bestRow)] = true;
        if (wording < 0 || !piece.names.empty())
            wording = int(i);
    }
    m_rowsNamed = int(std::count(named.begin(), named.end(), true));
}

int numberingKind(QStringView piece)
{
    const char16_t number = LabelIndex::numbering(piece);
    return number == 0 ? 0 : piece.front() == u'(' ? 1 : number < u'A' ? 2 : 3;
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
