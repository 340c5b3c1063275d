// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"
#include "report/form.h"

#include <QStringView>

namespace gouji {

/// A table's part of the text may hold it twice: a page has it for wide screens and for narrow ones, a report repeats last year's
/// above or below its own. Returns the part with one of them: the first of two that say the same, or the one whose caption says this
/// year where the other's says last year; the whole zone where it cannot be told. `year`: of the report, 0 where it is not known.
TextRange withoutTableCopy(const FormTable &table, QStringView text, TextRange zone, int year);

} // namespace gouji
