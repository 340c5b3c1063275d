// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gouji::test {

/// UTF-8 text with one thing done to its lines, its fields or its numbers, drawn by the seed.
QByteArray garbled(const QByteArray &text, unsigned seed);

} // namespace gouji::test
