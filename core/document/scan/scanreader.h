// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/pagecontent.h"
#include "document/readerinput.h"
#include "document/scan/scanpages.h"

namespace gouji {

/// What recognising one file may use. A page takes ten seconds and 300 MB.
struct ScanLimits {
    int milliseconds = 600'000;
    qint64 memory = 4LL * 1024 * 1024 * 1024;
    StopFlag stop = {}; ///< ends it at once
};

/// Reads a picture, or a PDF whose pages are pictures, by character recognition. That is done by another process
/// (gouji-cli beside this program), so that no picture can do more than not be read. The document says that it was
/// recognised, and which words two ways to recognise them do not agree on.
/// Errors: converter-missing (the recognition or its data are not installed), timeout, stopped, unreadable, too-large.
Result<SourceDocument> readScan(const ReaderInput &input);
Result<SourceDocument> readScanWith(const QString &program, const ReaderInput &input, const ScanLimits &limits = {});

/// The recognition alone, for readers of files that hold pictures beside text. `program` empty: gouji-cli beside this program.
Result<std::vector<ScanPage>> recogniseScan(
    const QString &program, const QByteArray &bytes, const ScanWish &wish, const ScanLimits &limits = {});

/// A recognised page as any page, its words moved out of it; `doubtful` takes the boxes of those that are not sure.
PageContent contentOf(ScanPage &page, int index, std::vector<QRectF> &doubtful);

/// Words that are not sure, as places of the text; for each page of the boxes, where they are.
QList<TextRange> doubtsIn(const SourceDocument &document, const std::vector<std::vector<QRectF>> &doubtful);

/// Moves boxes back to where they stand on the pages as they were scanned; `angles` of all pages, as ScanPage has them.
void turnBack(SourceDocument &document, const std::vector<double> &angles);

} // namespace gouji
