// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "output/sheet.h"

namespace gouji::cli {

/// Error codes "unwritable", and "unsupported" where the module that prints was not built or not installed.
/// Makes a QGuiApplication of its own: there must be no other application object.
Status writePdf(const Sheet &sheet, const QString &path);

} // namespace gouji::cli
