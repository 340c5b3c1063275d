// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/stopflag.h"
#include "document/sourcedocument.h"
#include "document/textdecoder.h"

namespace gouji {

/// What a reader of one kind of file is given. It fills in text, tables, pages, boxes, encoding and notes; what is the
/// same for every kind (name, kind, checksum) is added by the door (documentreader.h).
struct ReaderInput {
    const QByteArray &bytes;
    DecodedText text; ///< of the kinds that are text
    bool recognise = false; ///< pictures within the document, too, which takes seconds each
    StopFlag stop = {}; ///< for what takes long
};

} // namespace gouji
