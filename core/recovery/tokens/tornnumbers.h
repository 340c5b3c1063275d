// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// Numbers that were cut in two on their way into the text. What is put together again, or may be a half, is marked as no
/// more than looking like its value. All are linear in the tokens.

/// A label torn behind its number ("3" on one line, ".其他" on the next) leaves a number that is none.
void rejoinNumbering(QStringView text, std::vector<Token> &tokens);

/// "1 1" in a field where every other field of the line holds one value, and no field of it is lost: a number torn in two.
void joinTornFields(QStringView text, std::vector<Token> &tokens);

/// A tab leads each cell on a line of its own, and a line without one goes on in the cell above: two halves of a number.
void joinTornCells(QStringView text, std::vector<Token> &tokens);

/// ",471" begins the line after a number: its thousands end the line above. Or they stand a blank apart from "471".
void markCutNumbers(QStringView text, std::vector<Token> &tokens);

/// Lines cut at a fixed width: the values of a row go on in the next line, and become one line again. What ends one and what
/// begins the next may be halves of a number. The columns of the tokens are measured.
void unfold(std::vector<Token> &tokens);

} // namespace gouji
