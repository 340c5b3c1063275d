// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/sourceplace.h"

#include <algorithm>

namespace gouji {

std::optional<SourceBox> placeOf(const SourceDocument &document, const TextRange &range)
{
    if (!range.isValid())
        return std::nullopt;
    // Boxes follow each other in the text, so their ends are in order as well.
    const auto first = std::lower_bound(document.boxes.begin(), document.boxes.end(), range.begin,
        [](const SourceBox &box, qsizetype begin) { return box.text.end < begin; });
    std::optional<SourceBox> place;
    for (auto box = first; box != document.boxes.end() && box->text.begin <= range.end; ++box) {
        if (range.length() > 0 ? !box->text.intersects(range) : box->text != range)
            continue;
        if (!place)
            place = SourceBox{range, box->page, box->box};
        else if (place->page == box->page)
            place->box |= box->box;
    }
    return place;
}

TextRange textAt(const SourceDocument &document, int page, QPointF point)
{
    TextRange empty;
    for (const SourceBox &box : document.boxes) {
        if (box.page != page || !box.box.contains(point))
            continue;
        if (box.text.length() > 0)
            return box.text;
        empty = box.text;
    }
    return empty;
}

} // namespace gouji
