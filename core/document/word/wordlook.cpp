// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/word/wordlook.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace gouji {

namespace {

// Sorted. None of them holds text, or another of its own name, or anything that wordflow.cpp asks for.
constexpr std::string_view Look[] = {"w:adjustRightInd", "w:autoSpaceDE", "w:autoSpaceDN", "w:b", "w:bCs", "w:bidi", "w:color", "w:ind",
    "w:jc", "w:keepNext", "w:kern", "w:lang", "w:overflowPunct", "w:pBdr", "w:pStyle", "w:rFonts", "w:shd", "w:snapToGrid", "w:spacing",
    "w:suppressAutoHyphens", "w:suppressLineNumbers", "w:sz", "w:szCs", "w:tblBorders", "w:tblCellMar", "w:tcBorders", "w:tcMar", "w:tcW",
    "w:textAlignment", "w:vAlign", "w:widowControl"};
static_assert(std::is_sorted(std::begin(Look), std::end(Look)));

/// Comments and the like may hold what looks like a tag.
bool isPlain(const QByteArray &xml)
{
    return !xml.contains("<!") && xml.indexOf("<?", 1) < 0 && !xml.startsWith("\xff\xfe") && !xml.startsWith("\xfe\xff");
}

/// The '>' that ends a tag; values may hold one.
const char *endOfTag(const char *at, const char *end)
{
    for (char quote = 0; at < end && (quote || *at != '>'); ++at) {
        if (quote ? *at == quote : *at == '"' || *at == '\'')
            quote = quote ? '\0' : *at;
    }
    return at;
}

} // namespace

QByteArray withoutLook(const QByteArray &xml)
{
    if (!isPlain(xml))
        return xml;
    QByteArray out;
    out.reserve(xml.size());
    const char *kept = xml.constData();
    const char *const end = kept + xml.size();
    const char *at = kept;
    while ((at = static_cast<const char *>(memchr(at, '<', size_t(end - at))))) {
        const char *const begin = at++;
        const char *const nameEnd = std::find_if(at, std::min(end, at + 32), [](char c) { return c == ' ' || c == '/' || c == '>'; });
        const std::string_view name(at, size_t(nameEnd - at));
        if (name.empty() || !std::binary_search(std::begin(Look), std::end(Look), name))
            continue;
        const char *close = endOfTag(nameEnd, end);
        if (close == end)
            break;
        if (close[-1] != '/') {
            const QByteArray tag = "</" + QByteArray(name.data(), qsizetype(name.size())) + '>';
            const qsizetype found = xml.indexOf(tag, close - xml.constData());
            if (found < 0)
                return xml;
            close = xml.constData() + found + tag.size() - 1;
        }
        out.append(kept, begin - kept);
        at = kept = close + 1;
    }
    return out.append(kept, end - kept);
}

} // namespace gouji
