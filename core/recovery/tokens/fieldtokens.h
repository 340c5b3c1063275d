// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/text/linepieces.h"
#include "recovery/tokens/tokens.h"

#include <vector>

namespace gouji {

/// Reads the fields of lines into tokens, at most MostTokens: a field is what stands between two delimiters, or a whole line
/// that has none. Lines and their fields are given in order, as ranges of the normalised text.
class FieldTokens {
public:
    FieldTokens(QStringView text, std::vector<Token> &out); ///< `out` outlives this

    /// Where the line goes on: a bookmark that began on an earlier one may reach into it.
    qsizetype beginLine(qsizetype begin, qsizetype end);
    void endLine(); ///< drops the tokens of a line that did not fit
    bool isFull() const { return m_full; }
    int line() const { return m_line; }

    void setDelimiter(QChar delimiter) { m_delimiter = delimiter; } ///< of the line at hand; null where it has none
    QChar delimiter() const { return m_delimiter; }
    int number() const { return m_field; } ///< of the field at hand, from 0
    void setNumber(int field) { m_field = field; }
    void nextField() { ++m_field; }
    /// Edges of the field at hand: the text between the bars around it; 0 elsewhere.
    void setBars(qsizetype begin, qsizetype end)
    {
        m_barBegin = int(begin);
        m_barEnd = int(end);
    }
    /// … and its display columns, where a rule draws them.
    void setDrawn(int left, int right)
    {
        m_drawnLeft = left;
        m_drawnRight = right;
    }

    /// One field: an empty one, and one that bears nothing but a mark, is a place as well.
    void field(qsizetype begin, qsizetype end);
    /// Text whose own white space parts it: numbers and blank marks that stand by themselves become tokens, the wording between
    /// stays together over single spaces, because labels are often torn by one.
    void pieces(qsizetype begin, qsizetype end);
    Token &blank(qsizetype begin, qsizetype end); ///< an empty place
    void gap(qsizetype begin); ///< an empty line

private:
    Token &put(const Token &t);
    Token &emitToken(Token::Kind kind, qsizetype begin, qsizetype end);
    bool isNumeral(QStringView body) const;
    void joinUnreadable(size_t from, TextRange whole);
    /// A lone letter is a digit misread only where numbers stand beside it.
    bool amongNumbers(qsizetype stop, qsizetype end) const;
    /// Wording with digits stuck to it ("…数量640020470二、…"): the digits are values whose cut is unknown.
    void text(qsizetype begin, qsizetype end);
    void touching(const TextRange &range, bool glued);
    /// Characters without a single ideograph are no label: something unreadable stands in a cell's place.
    static bool isNoteMark(QStringView piece);
    void wording(qsizetype begin, qsizetype end);
    /// Fields are counted by the delimiter where there is one.
    void nextPiece() { m_field += m_delimiter.isNull(); }
    void markAlone();

    QStringView m_text;
    LinePieces m_pieces;
    std::vector<Token> &m_out;
    QChar m_delimiter;
    int m_line = 0;
    int m_field = 0;
    int m_barBegin = 0;
    int m_barEnd = 0;
    int m_drawnLeft = 0;
    int m_drawnRight = 0;
    qsizetype m_resume = 0; ///< behind a bookmark that began on an earlier line
    size_t m_first = 0; ///< token of the line
    bool m_full = false;
    Token m_surplus; ///< the one that no longer went in
};

} // namespace gouji
