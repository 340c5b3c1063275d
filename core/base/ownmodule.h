// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFunctionPointer>

class QString;

namespace gouji {

/// A function of one of the program's own modules: parts that bring large libraries along, and which only those load who use them.
/// `module` is a name without "lib" and ".so". Null where it is not installed. What was loaded stays.
QFunctionPointer functionOfModule(const QString &module, const char *function);

} // namespace gouji
