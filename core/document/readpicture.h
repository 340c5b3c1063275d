// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/blocks.h"

#include <QSizeF>

#include <functional>

namespace gouji {

/// What a picture within a document says, by the name the document calls it by and the size it is shown in (points; empty where
/// nobody says). No blocks where it is not read; null where no picture is to be read at all.
using ReadPicture = std::function<std::vector<Block>(const QString &name, QSizeF shown)>;

} // namespace gouji
