// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gouji::test {

/// The file that a text of the corpus stands for: the body of a Word document ("<w:tbl>…"), the data of a sheet
/// ("<sheetData>…"), the content of an OFD page ("<ofd:Content>…") or the operators of a PDF page ("%page…") packed as such, anything
/// else as it is. Bytes changed at random hardly ever unpack any more; packed
/// afterwards, they reach the readers.
QByteArray packaged(const QByteArray &text);

} // namespace gouji::test
