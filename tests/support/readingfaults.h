// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline.h"

#include <QString>

namespace gouji::test {

/// What no reading may do, whatever the text was; nothing here knows what the text says. The first fault found, for a
/// developer; empty where there is none.
/// - every range lies inside the document, sections follow each other, and no cell is claimed twice;
/// - a cell's value, text, source and status agree, and a certain value is the whole of the digits that stand there;
/// - a certain value does not stand on a line that names another row and nothing else, nor in a row that two lines print
///   with other numbers;
/// - sums of certain values that fail are told, and so are cells that are not certain.
QString faultOf(const ReadReport &read);

/// Reads bytes as a file would be: errors have a code and a sentence, the reading has no fault, its JSON is what it
/// says, the output for people exists, it comes back from the store as it went in, and a second reading is the same, as is one in another encoding.
QString faultIn(const QByteArray &bytes, const Knowledge &knowledge);

} // namespace gouji::test
