// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/text/linemarks.h"

#include "recovery/text/characters.h"

namespace gouji {

std::vector<TextRange> findLineMarks(QStringView text)
{
    constexpr QStringView Marks = u">*+#\u2022\u25aa\u25a0\u25cf\u25c6\u203b";
    constexpr size_t LeastLines = 20;
    std::vector<TextRange> out;
    size_t lines = 0;
    QChar mark;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        qsizetype at = begin;
        while (at < end && isSpace(text[at]))
            ++at;
        if (at < end) {
            ++lines;
            const bool alone = at + 1 == end || isSpace(text[at + 1]);
            if (alone && (mark.isNull() ? Marks.contains(text[at]) : text[at] == mark)) {
                mark = text[at];
                out.push_back({at, at + 1});
            } else if (lines - out.size() > LeastLines && out.size() < lines) {
                return {}; // hardly a text begins its lines so
            }
        }
        begin = end + 1;
    }
    if (lines < LeastLines || out.size() * 10 < lines * 9)
        out.clear();
    return out;
}

} // namespace gouji
