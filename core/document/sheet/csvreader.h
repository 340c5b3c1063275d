// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

namespace gouji {

/// What parts the fields of a text that is delimited values (RFC 4180: a comma, or a semicolon or tabulator in its place;
/// fields in quotes may hold anything); null where the text is no such file.
///
/// A tabulator alone does not make one: text with tabulators is text. Neither do commas where prose has them as well.
QChar csvDelimiterOf(QStringView text);

/// Reads delimited values as a spreadsheet without frames.
/// Errors: too-large (more columns or cells than DocumentBuilder takes).
Result<SourceDocument> readCsv(const ReaderInput &input);

} // namespace gouji
