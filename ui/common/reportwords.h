// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/form.h"

#include <QString>

namespace gouji {

/// What a report's form and state of review are called in the language of the window. The store and the sheet keep the Chinese names.
QString formWord(const Form &form);
QString stateWord(const QString &id, const QString &title); ///< a state that only this store has keeps its title

} // namespace gouji
