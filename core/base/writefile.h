// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFileDevice>

namespace gouji {

/// The whole file or nothing of it. The error (code "unwritable") names the file and says why, in Chinese whatever the system speaks.
Status writeWhole(const QString &path, const QByteArray &bytes);

/// Why a file could not be written, as the end of a sentence.
QString whyNotWritten(const QFileDevice &file, const QString &path);

} // namespace gouji
