// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readerinput.h"

namespace gouji {

/// What recognising one file may use. A page takes ten seconds and 300 MB.
struct ScanLimits {
    int milliseconds = 600'000;
    qint64 memory = 4LL * 1024 * 1024 * 1024;
};

/// Reads a picture, or a PDF whose pages are pictures, by character recognition. That is done by another process
/// (gouji-cli beside this program), so that no picture can do more than not be read. The document says that it was
/// recognised, and which words two ways to recognise them do not agree on.
/// Errors: converter-missing (the recognition or its data are not installed), timeout, unreadable, too-large.
Result<SourceDocument> readScan(const ReaderInput &input);
Result<SourceDocument> readScanWith(const QString &program, const ReaderInput &input, const ScanLimits &limits = {});

} // namespace gouji
