// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace gouji {

/// What a program printed of a row as it holds it: "['行政许可', 22, None]", "('行政许可', 22)" and "{'0': '行政许可', '1': 22}", the
/// last two without what is around them, a part of `line`; empty where it is no such thing.
QStringView literalRow(QStringView line);

/// How long the name of a place before its cell is: "'1':", "12:"; 0 where there is none.
qsizetype placeKey(QStringView item);

} // namespace gouji
