// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"
#include "report/form.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// A table's part of a text.
struct TablePart {
    const FormTable *table = nullptr; ///< of the oldest edition that has it
    TextRange zone;
    std::vector<Token> *tokens = nullptr;
    bool open = false; ///< set where rows whose values are not named stand among the others
};

/// Text that names the column of each value right before it ("…申请数量：自然人 5，商业企业 0", records of JSON or YAML, a list
/// of 行 / 列: 值): the values are put into rows under the heads of their columns, as everything else expects them. What a row does
/// not name, or names twice, is left open. Nothing happens where values are not named throughout.
void readNamedValues(QStringView text, std::vector<TablePart> &parts);

} // namespace gouji
