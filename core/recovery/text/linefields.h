// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace gouji {

class NormalizedText;

/// What one pass over a line tells of it.
struct LineLook {
    bool tab = false;
    bool box = false;
    bool blank = true; ///< nothing but white space
    bool rule = true; ///< nothing but strokes
    int strokes = 0;
    int level = 0; ///< strokes that draw a rule rather than a bar
    int pipes = 0;
    int commas = 0;
    int semicolons = 0;
    int signs = 0; ///< of the text's own sign
    int wrappers = 0; ///< what a list of cells puts before each of them
    bool list = false; ///< "['行政许可', '22', None]", "[22] [0] []": most pieces of the line stand in quotes or brackets
};

/// How the lines of a text are parted into fields: by tabs, bars, commas, semicolons, another sign that stands in line after
/// line, or as lists of quoted cells. Ranges are offsets into the normalised text.
class LineFields {
public:
    /// Both outlive this; `original` is the text that `text` was made from; `sign`: what parts its fields where nothing else
    /// does (ownSign, jointSign), null where it has none.
    LineFields(const NormalizedText &text, QStringView original, QChar sign = {});

    /// & → ^ …: a sign that no wording needs, and that parts values on line after line of the whole text; null where none does.
    QChar ownSign() const;

    LineLook look(qsizetype begin, qsizetype end) const;
    /// Lines are asked for in order. A null character where nothing parts the line, │ for any drawn bar.
    QChar delimiterOf(const LineLook &look, qsizetype begin, qsizetype end);
    bool isDelimiter(QChar delimiter, qsizetype at) const;
    /// "- 3 -", "— 3 —", "第 3 页", "3 / 6": a page's own number, by the look of the whole line.
    bool isPageNumber(qsizetype begin, qsizetype end) const;
    /// "- - - - - - -": the marks of a row of empty cells, and no rule.
    bool isMarks(qsizetype begin, qsizetype end) const;
    static QStringView unquoted(QStringView field);

private:
    bool isList(const LineLook &look, qsizetype begin, qsizetype end) const;
    bool headsValues(QChar separator, int count, qsizetype end) const;
    bool separatesValues(QChar separator, qsizetype begin, qsizetype end) const;
    bool isSeparator(QChar separator, qsizetype at) const;
    int separatorsIn(QChar separator, qsizetype begin, qsizetype end) const;
    bool endsInValue(qsizetype begin, qsizetype end) const;
    bool groupsDigits(qsizetype begin, qsizetype end) const;
    bool partsCells(qsizetype begin, qsizetype end) const;
    bool marksEmptyCells(QChar dash) const;

    const NormalizedText &m_normalized;
    QStringView m_original;
    QStringView m_text;
    QChar m_sign;
    QChar m_plainSign; ///< as it stands in the normalised text
    int m_commas = 0; ///< of the comma-separated line above
    mutable QChar m_dash; ///< the one that was last asked for
    mutable int m_dashes = 0; ///< lines that are nothing else, as far as they were counted
};

} // namespace gouji
