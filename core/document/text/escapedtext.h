// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace gouji {

/// A text whose characters are written as a program writes them into its own files: "\u516c\u5f00", lines and fields parted by "\n" and
/// "\t" in letters, "&#20844;", "&nbsp;", a page whose tags are "&lt;td&gt;". Returns it as it was before that; null where it is not
/// written so throughout.
QString withoutEscapes(QStringView text);

} // namespace gouji
