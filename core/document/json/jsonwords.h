// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/json/jsonvalue.h"
#include "document/placed/placedtext.h"

namespace gouji {

/// Words with their places in a JSON text: objects with text and a box, lists as PyMuPDF (x0, y0, x1, y1, word, …) and programs that
/// recognise pictures (corners, text, how sure) write them.
struct JsonWords {
    PlacedText text;
    bool recognised = false; ///< it is told how sure each is

    explicit JsonWords(const std::vector<JsonValue> &values);

private:
    bool add(const JsonValue &value); ///< false where there are none
    bool addObject(const JsonValue &object);
    bool addList(const JsonValue &list);
    bool addLists(const JsonValue &object);
};

} // namespace gouji
