// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace gouji {

/// One of the program's line icons (resources/icons/NAME.svg), drawn in the text colour of the moment and sharp at any
/// scale. Severity icons keep a colour of their own.
QIcon icon(const QString &name);

} // namespace gouji
