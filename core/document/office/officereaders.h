// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

namespace gouji {

/// Read what LibreOffice makes of a file (officeprogram.h). The notes say that it was converted, and by what.
/// Errors: those of the conversion and of the reader of what it became; encrypted.
Result<SourceDocument> readDoc(const ReaderInput &input);
Result<SourceDocument> readRtf(const ReaderInput &input);
Result<SourceDocument> readXls(const ReaderInput &input);
Result<SourceDocument> readOds(const ReaderInput &input);
/// Of Office 2003, OpenDocument without its archive, UOF.
Result<SourceDocument> readXmlDocument(const ReaderInput &input);
Result<SourceDocument> readXmlSheet(const ReaderInput &input);
/// Any other compound file: says why it is not read.
Result<SourceDocument> refuseOle(const ReaderInput &input);

} // namespace gouji
