// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/text/textreader.h"

namespace gouji {

using namespace Qt::StringLiterals;

Result<SourceDocument> readText(const ReaderInput &input)
{
    SourceDocument d;
    d.text = input.text.text;
    d.encoding = input.text.encoding;
    d.encodingGuessed = input.text.guessed;
    d.notes = notesOn(input.text);
    return d;
}

} // namespace gouji
