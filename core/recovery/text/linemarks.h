// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"

#include <QStringView>

#include <vector>

namespace gouji {

/// "> " before every line of a quoted mail, "* " before every line of a list: the sign that nearly all lines of a text begin with.
std::vector<TextRange> findLineMarks(QStringView text);

} // namespace gouji
