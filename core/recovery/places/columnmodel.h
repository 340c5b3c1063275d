// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/places/tokenedge.h"
#include "recovery/rows/rowaligner.h"

#include <optional>
#include <utility>
#include <vector>

namespace gouji {

/// Where the columns of a table stand in this document, learned from the rows that are full: the field index on delimited
/// lines, an edge of the characters on spaced ones. Columns may drift, so a row is measured against its neighbours.
/// On delimited lines the distance from a row's wording to its first value is learned as well: a line that lost its
/// leading fields moved as a whole.
class ColumnModel {
public:
    ColumnModel(const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens);

    /// Delimited rows whose places are settled add where their first cells' fields are: pairs of lane and field. False where all of
    /// them were known.
    bool learnRows(const std::vector<std::pair<int, int>> &starts);

    /// How far a token stands from where the column of a lane's cell stands: in fields (times two) or in characters.
    /// Nothing where the model knows no columns for the lane.
    /// `shift`: fields by which the lane's line as a whole may be off, on delimited lines.
    class Around;
    std::optional<float> distance(const Around &around, int cell, const Token &token, int shift = 0) const;
    Around around(size_t lane) const; ///< what a lane is measured against
    /// The greatest distance at which a token still stands in its column.
    float tolerance() const { return m_tolerance; }
    /// What is known of where a lane's values stand.
    enum class Support {
        None, ///< nothing, or the evidence disagrees
        One, ///< one kind of evidence, from one side
        Settled, ///< the rows around agree, and so does the distance from the row's own wording where it has any
    };
    Support support(size_t lane) const;
    /// The field of a lane's first cell that the evidence asks for; -1 without support. Delimited lines only.
    int expectedStart(size_t lane) const;
    /// How many fields the lane's line has more than the lines of the table usually have from their first cell on: where it
    /// has fewer, some were lost on the way or ran together. 0 where lines end anywhere.
    int spareFields(size_t lane) const;
    /// The columns of a spaced layout stand at the same place in every full row.
    bool isExact() const { return m_exact; }

private:
    struct Reference {
        int lane = -1; ///< -1: the column heads
        int line = 0;
        bool delimited = false;
        int startField = 0; ///< delimited: the field of the first cell
        std::vector<const Token *> cells; ///< not delimited: what stands in each cell
    };
    /// A lane's own wording on a delimited line.
    struct RowHead {
        int end = -1; ///< the last field of the line, also where there is no wording
        int field = -1; ///< -1: none
        int kind = 0; ///< the way it is numbered; rows of a kind stand equally deep in the form
        bool inside = false; ///< wording stands among the values: their fields say nothing
    };
    /// Where the form draws a row.
    struct Drawn {
        int start = -1; ///< column of its first cell; -1: not drawn with wording of its own
        int fromWording = 0; ///< columns from its wording to there
    };
    struct Start {
        int field = -1;
        Support support = Support::None;
    };
    bool learnRow(int lane, int startField);
    void findHeads(QStringView text);
    void measureLines();
    void countFields();
    Start startOf(size_t lane) const;
    void measureDrawing(const FormTable &table);
    static bool isSpread(const Reference &r);
    void learnHeads(const FormTable &table, QStringView text);
    void chooseEdge();

public:
    /// The nearest rows above and below a lane that show its columns; of spaced lines, and of delimited ones.
    class Around {
        friend class ColumnModel;
        const Reference *above[2] = {nullptr, nullptr};
        const Reference *below[2] = {nullptr, nullptr};
    };

private:
    const Alignment &m_alignment;
    const std::vector<Token> &m_tokens;
    std::vector<Reference> m_references;
    std::vector<RowHead> m_heads; ///< by lane
    std::vector<Drawn> m_drawn; ///< by lane
    bool m_startsVary = false; ///< merged cells leave no field, so that deeper rows start elsewhere
    int m_usualSpan = -1; ///< fields from a row's first cell to the end of its line; -1: lines end anywhere
    TokenEdge m_edge = TokenEdge::Left;
    float m_tolerance = 0.5f;
    bool m_exact = false;
};

} // namespace gouji
