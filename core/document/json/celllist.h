// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/blocks.h"
#include "document/json/jsonvalue.h"

#include <optional>
#include <vector>

namespace gouji {

/// A cell that is told with its place, as programs list them that recognise tables.
struct ListedCell {
    GridPlace place;
    QString text;
};

/// Row and column that an address names: "B7", "R7C2"; counted from 0.
std::optional<GridPlace> placeOfAddress(QStringView address);

/// The cells of an array whose elements say where they stand ({"rowIndex": 2, "columnIndex": 0, "content": …}), under whatever names, or of
/// an object whose members are named by addresses. Empty where it is nothing of the kind.
std::vector<ListedCell> listedCells(const JsonValue &value);

} // namespace gouji
