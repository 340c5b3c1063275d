// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace gouji {

/// A text with tags that are no page's (<row><cell>…</cell></row>): records of a program, or rows copied out of such a file. Returns it
/// with a row on a line and tabulators between its cells; names of elements that say what a cell is stand above the rows. Null where the
/// text is nothing of the kind.
QString withoutTags(QStringView text);

} // namespace gouji
