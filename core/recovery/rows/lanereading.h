// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/rows/rownames.h"

namespace gouji {

/// Fills in what an alignment says of each lane: where it stands, what is missing, what speaks against it.
void describeLanes(Alignment &alignment, const FormTable &table, QStringView text, const TableWording &wording, const RowNames &names,
    const std::vector<Token> &tokens);

/// Digits on the line of a label, also such as are buried in its wording: the row is not empty, whatever was read.
bool numberOnLine(QStringView text, const std::vector<Token> &tokens, size_t label);

} // namespace gouji
