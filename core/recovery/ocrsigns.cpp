// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/ocrsigns.h"

#include "report/labelindex.h"

namespace gouji {

namespace {

QString allWording(const FormTable &table)
{
    QString out;
    const auto add = [&](const QString &s) { out += LabelIndex::content(s) + u'\n'; };
    for (const FormRow &r : table.rows) {
        add(r.label);
        for (const QString &v : r.variants)
            add(v);
    }
    for (const FormColumn &c : table.columns) {
        add(c.label);
        for (const QString &v : c.variants)
            add(v);
    }
    for (const QString &h : table.headings)
        add(h);
    return out;
}

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

} // namespace

int countOcrSigns(const FormTable &table, QStringView text, const std::vector<Token> &tokens)
{
    const QString wording = allWording(table);
    int signs = 0;
    for (const Token &t : tokens) {
        if (t.kind == Token::Number && t.lookalike)
            signs += 2;
        else if (t.kind == Token::Blank && t.noise)
            ++signs;
        if (t.kind != Token::Text || t.range.length() > 60)
            continue;
        const QString piece = LabelIndex::content(text.mid(t.range.begin, t.range.length()));
        if (piece.isEmpty() || wording.contains(piece))
            continue;
        if (piece.size() >= 4 && isSubstituted(piece, wording))
            ++signs;
        else if (t.delimited && !t.alone && piece.size() < 12)
            ++signs; // a scrap that belongs to nothing, in the midst of a row
    }
    return signs;
}

} // namespace gouji
