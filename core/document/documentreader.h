// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/stopflag.h"
#include "document/sourcedocument.h"

namespace gouji {

/// The largest file that is read at all; a report is a few hundred kilobytes.
constexpr qint64 MaxFileBytes = 64 * 1024 * 1024;

/// What becomes of pictures that lie in a document among its text. To recognise them takes seconds each; a file that is nothing but
/// pictures is always recognised.
enum class Pictures { Leave, Recognise };

/// Reads a file of any supported kind, to look at it and no more: the document has no sha256, which would cost as much as
/// all the rest of the reading. Never throws, never blocks on anything but the disk.
/// Errors: unreadable (missing, a folder, no permission), empty, too-large, unsupported (binary, or a kind not read yet).
Result<SourceDocument> readDocument(const QString &path, Pictures pictures = Pictures::Leave);

/// The same for bytes at hand, which may be kept with the document: it has their sha256. `name` is only shown. Error, besides:
/// stopped, where recognition or conversion was under way when a stop was asked for.
Result<SourceDocument> readDocument(
    const QByteArray &bytes, const QString &name, Pictures pictures = Pictures::Leave, const StopFlag &stop = {});

/// The bytes of a file under the same bounds and errors, for callers that keep the original as well. Of all that takes a path
/// this is the door: `a.zip!b.docx` is the file b.docx in an archive (packed/reportarchive.h).
Result<QByteArray> readBytes(const QString &path);

} // namespace gouji
