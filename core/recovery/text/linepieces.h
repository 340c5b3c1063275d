// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace gouji {

/// What a piece of a line is by what stands around it: pieces are parted by white space, and reach from `i` to before `stop`
/// on a line, or in a field of it, that ends before `end`. Offsets into the normalised text.
class LinePieces {
public:
    explicit LinePieces(QStringView text);

    /// "13684. 26", "13684 .26": a decimal with a space on one side of its point. Returns the end of it, or `stop` where it is none.
    qsizetype decimalEnd(qsizetype i, qsizetype stop, qsizetype end) const;
    /// "(12)" among values: no wording follows on the line that it could number.
    bool isBracketed(qsizetype i, qsizetype stop, qsizetype end, bool delimited) const;
    bool digitFollows(qsizetype stop, qsizetype end) const;
    /// "300- 11 -行政强制": dashes that touch what stands around them, in text without separators, frame a page's number.
    bool isPageMark(qsizetype i, qsizetype stop) const;
    /// "行政强制 l": the only piece behind the wording of a line.
    bool closesLine(qsizetype i, qsizetype stop, qsizetype end) const;
    /// "1.重复申请", "（五）…", "1. 属于国家秘密": a new label starts here although only a space parts it from the one before.
    bool startsLabel(QStringView piece, qsizetype stop, qsizetype end) const;
    /// "2023 年", "第 3 页", "共 6 页": the number belongs to the wording around it.
    bool isCounted(qsizetype stop, qsizetype end) const;
    /// Behind the mark of a bookmark or a picture, which may be torn over lines; `i` where none begins there.
    qsizetype bookmarkEnd(qsizetype i) const;
    /// Digits in front of wording are values where a numbered label follows; by themselves, where they are too many for a number.
    bool areValues(qsizetype begin, qsizetype stop, qsizetype end) const;
    /// "3.5万", "12车次" as a field: an amount in words that are not known, and no wording of a row or a head.
    static bool isMeasured(QStringView piece);
    /// Digits behind it touch wording.
    static bool closesWording(QChar c);

private:
    QStringView m_text;
};

} // namespace gouji
