// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"
#include "report/form.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// A number, or a sign that stands for an empty cell.
inline bool isValue(const Token &t) { return t.kind == Token::Number || (t.kind == Token::Blank && t.range.length() > 0 && !t.noise); }

/// The token in a field of a line that the text does not draw: where it stood says nothing of its column any more.
Token inField(Token token, int line, int field);

/// Of pieces of wording that name a row equally well.
enum class Pick { First, Last };

/// By row of the table: the piece of wording before `end` that names it best; -1 where none does.
std::vector<int> labelsOf(const FormTable &table, QStringView text, const std::vector<Token> &tokens, size_t end, Pick pick = Pick::First);

/// The rows of a table, each on a line of its own with its wording before its values, behind `front`. `labels` and `values` are
/// indices into `tokens`, by row; every cell has its value, so that the places are known.
std::vector<Token> rowLines(std::vector<Token> front, const std::vector<Token> &tokens, const std::vector<int> &labels,
    const std::vector<std::vector<size_t>> &values);

} // namespace gouji
