// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

namespace gouji {

/// Reads a web page, saved or from the clipboard: what a browser shows of it, without menus. Nothing is fetched.
Result<SourceDocument> readHtml(const ReaderInput &input);

/// The same for pages within one file, shown one after the other.
Result<SourceDocument> readPages(const QList<DecodedText> &pages);

/// The character set a page names in <meta> or in its XML declaration; empty where it names none.
QByteArray declaredEncoding(const QByteArray &page);

} // namespace gouji
