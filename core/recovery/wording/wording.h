// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"
#include "report/form.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// Wording that names a row beyond chance, in matched characters.
constexpr float NamesRow = 2.5f;
/// More characters say no more.
constexpr float LabelCap = 8;

/// The way a piece of wording is numbered: 0 not at all, 1 （一）, 2 1., 3 一、 — rows of a kind stand equally deep in a form.
int numberingKind(QStringView piece);

/// What the wording among a table's tokens says: which rows a piece may name, and which piece stands before a value.
class TableWording {
public:
    struct Name {
        qint16 row = -1;
        float score = 0; ///< in matched characters, at most LabelCap
        float full = 0; ///< the same without a cap, to tell long labels apart
        float cover = 0; ///< how much of the row's wording the piece holds, from 0 to 1
    };

    TableWording(const FormTable &table, QStringView text, const std::vector<Token> &tokens);

    const std::vector<Name> &names(size_t token) const { return m_pieces[token].names; }
    float nameOf(size_t token, int row) const;
    float coverOf(size_t token, int row) const;
    /// How much of it is a column's or a group's head.
    float head(size_t token) const { return m_pieces[token].head; }
    /// The wording before a token with no number between; -1 where there is none.
    int before(size_t token) const { return m_before[token]; }
    /// The first piece of wording since the last number before a token; -1 where there is none.
    int runBefore(size_t token) const { return m_run[token]; }
    /// Whose a value is by the wording it stands behind, with nothing but values between.
    enum class Claim {
        Open, ///< of a row that the wording names, or nothing is said
        Another, ///< of a group, not of a row
        Nobody, ///< of a row that the table does not have
    };
    Claim claim(size_t token) const;
    int owner(size_t token) const { return m_owner[token]; } ///< the wording it stands behind; -1 where there is none
    bool isForeign(size_t token) const { return m_owner[token] >= 0 && m_pieces[size_t(m_owner[token])].foreign; } ///< nobody's
    float recognised() const { return m_recognised; } ///< of the table at all, in matched characters
    int rowsNamed() const { return m_rowsNamed; } ///< different rows that some wording names best

private:
    struct Piece {
        std::vector<Name> names;
        float head = 0;
        bool foreign = false; ///< the label of a row that the table does not have
        bool heading = false; ///< names a group, and no row
    };
    void forgetHeads(const std::vector<Token> &tokens);
    bool isHead(size_t piece) const;
    bool namedOnLine(size_t piece, const std::vector<Token> &tokens) const;

    std::vector<Piece> m_pieces;
    std::vector<int> m_before;
    std::vector<int> m_run;
    std::vector<int> m_owner;
    float m_recognised = 0;
    int m_rowsNamed = 0;
};

} // namespace gouji
