// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/text/fieldfill.h"

namespace gouji {

namespace {

constexpr size_t Least = 40; // a table has hundreds of fields; a stray mark before a bar is a scan's

} // namespace

std::vector<TextRange> findFieldFill(QStringView text)
{
    std::vector<TextRange> out;
    for (qsizetype at = text.indexOf(u'_'); at >= 0 && at + 1 < text.size(); at = text.indexOf(u'_', at + 1)) {
        if (text[at + 1] != u'|')
            continue;
        qsizetype begin = at;
        while (begin > 0 && text[begin - 1] == u'_')
            --begin;
        out.push_back({begin, at + 1});
    }
    if (out.size() < Least)
        out.clear();
    return out;
}

} // namespace gouji
