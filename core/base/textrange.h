// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gouji {

/// A half-open range of a SourceDocument's text, in UTF-16 code units. A range with begin < 0 is "nowhere".
struct TextRange {
    qsizetype begin = -1;
    qsizetype end = -1;

    bool isValid() const { return begin >= 0 && end >= begin; }
    qsizetype length() const { return isValid() ? end - begin : 0; }
    bool contains(qsizetype position) const { return begin <= position && position < end; }
    bool intersects(const TextRange &other) const { return begin < other.end && other.begin < end; }
    friend bool operator==(const TextRange &a, const TextRange &b) { return a.begin == b.begin && a.end == b.end; }
    friend bool operator!=(const TextRange &a, const TextRange &b) { return !(a == b); }
};

} // namespace gouji
