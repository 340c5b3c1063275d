// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

#include <functional>

namespace gouji {

/// Reads a web page, saved or from the clipboard: what a browser shows of it, without menus. Nothing is fetched.
Result<SourceDocument> readHtml(const ReaderInput &input);

/// The same for pages within one file, shown one after the other. `pictureOf` finds a picture by its address, where those in the
/// file are to be recognised.
Result<SourceDocument> readPages(
    const QList<DecodedText> &pages, const std::function<QByteArray(const QString &src)> &pictureOf, const StopFlag &stop);

/// The picture that an address itself holds ("data:image/png;base64,…"); empty where it is another address.
QByteArray pictureIn(const QString &src);

/// The character set a page names in <meta> or in its XML declaration; empty where it names none.
QByteArray declaredEncoding(const QByteArray &page);

} // namespace gouji
