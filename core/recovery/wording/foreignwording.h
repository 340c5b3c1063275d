// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/form.h"

#include <QStringView>

namespace gouji {

/// The piece reads like the label of a row, and of none that the table has: an agency's own row, whose values belong to
/// nobody. Torn and misread pieces of the table's own wording are not meant, nor remarks, dates and running heads.
bool namesForeignRow(const FormTable &table, QStringView piece);

} // namespace gouji
