// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/textrange.h"

#include <QStringView>

#include <vector>

namespace gouji {

class NormalizedText;

/// The smallest thing recovery works with: a piece of wording, a number, or an empty place, in reading order, whatever
/// kind of file or garbling it came from. Ranges are offsets into the normalised text.
struct Token {
    enum Kind : quint8 {
        Text, ///< wording: a label, a piece of one, or noise
        Number, ///< stands by itself as a value
        Blank, ///< an empty place between delimiters, or / - — 无
        Gap, ///< an empty line: an empty place only where the document puts one cell on a line
    };
    /// Of equal neighbours written once: how it was told in how many places it stands.
    enum Unfolding : quint8 { Own, BySum, Open };
    Kind kind = Text;
    Unfolding unfolding = Own;
    bool lookalike = false; ///< Number: some characters only look like digits (O, l, 〇)
    bool pageMark = false; ///< Number: reads like a page number
    bool alone = false; ///< nothing else but empty places on its line
    bool glued = false; ///< Number: touches wording with no separator, so its cut is not certain
    bool several = false; ///< Number: more than one value by its look (00, 5/3)
    bool cut = false; ///< Number: a part of a glued run, as one way to cut it has it
    bool noise = false; ///< Blank: a stray mark (. _ |) stands in it
    bool unreadable = false; ///< Blank: characters stand in it that are no number and no wording
    bool loose = false; ///< stands outside the table's part of the text
    bool delimited = false; ///< the line has visible delimiters (tab, |, │)
    int line = 0; ///< from 0
    int page = 0; ///< of the text, from 0, where it keeps its form feeds: converters lay out each page by itself
    int field = 0; ///< index of the delimited field, or of the piece on its line
    int left = 0; ///< display column of the token's edges, East Asian wide characters counting two; of its field's edges between rules
    int right = 0;
    int leftUnit = 0; ///< the same counted in characters: some converters align so
    int rightUnit = 0;
    TextRange range;
    Decimal value; ///< Number
};

/// A table's part of the text has a few hundred tokens; what comes behind this many is not read, so that time and memory
/// stay bounded whatever the text is.
constexpr size_t MostTokens = 12000;

/// Cuts a range of normalised text into at most MostTokens tokens, in whole lines; `original` is the text it was made
/// from, `sign` what parts its fields where nothing else does (see LineFields::ownSign). Linear in the text; knows no table
/// and no form.
std::vector<Token> tokenize(const NormalizedText &text, QStringView original, TextRange zone, QChar sign = {});

} // namespace gouji
