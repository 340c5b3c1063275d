// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gouji {

/// What a compound file (OLE 2, [MS-CFB]) says of itself without being taken apart: its directory names its streams.

bool isDoc(const QByteArray &bytes); ///< Word 97 and later, and WPS texts
bool isXls(const QByteArray &bytes); ///< Excel 5 and later, and WPS sheets
bool isCutOff(const QByteArray &bytes); ///< its directory lies behind its end
bool isEncryptedDoc(const QByteArray &bytes); ///< [MS-DOC] 2.5.2, fEncrypted
bool isEncryptedXls(const QByteArray &bytes); ///< [MS-XLS] 2.4.117, FilePass

} // namespace gouji
