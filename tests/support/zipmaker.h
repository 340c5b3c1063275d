// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace gouji::test {

using ZipParts = QList<std::pair<QByteArray, QByteArray>>; ///< name, content

/// A ZIP file, packed; the first member is stored as it is where it is named "mimetype", as OpenDocument wants it.
QByteArray zip(const ZipParts &parts);

/// A Word document with this inside its body; more parts may be added or put in the place of its own.
QByteArray docx(const QByteArray &body, const ZipParts &more = {});

} // namespace gouji::test
