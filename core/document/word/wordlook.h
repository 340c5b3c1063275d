// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gouji {

/// The XML of a Word part without most of what only says how it looks (borders, fonts, indents): two thirds of a table, which the
/// parser would read letter by letter to no purpose. XML that is written in an unusual way is given back as it is.
QByteArray withoutLook(const QByteArray &xml);

} // namespace gouji
