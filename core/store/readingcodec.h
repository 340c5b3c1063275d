// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline.h"

namespace gouji {

/// Bytes, compressed, and back; an empty optional where they cannot be what compressed() made.
QByteArray compressed(const QByteArray &bytes);
std::optional<QByteArray> decompressed(const QByteArray &packed);

/// A reading (document and report, without its findings) as one compact value: compressed CBOR with a version inside.
QByteArray packReading(const ReadReport &read);

struct UnpackedReading {
    ReadReport read; ///< findings are made by the caller
    QStringList unknownCells; ///< names the catalogue does not know any more
};
/// Error codes: "store-damaged", "newer-store" (packed by a newer program), "unknown-form".
Result<UnpackedReading> unpackReading(const QByteArray &packed, const std::shared_ptr<const FormCatalogue> &forms);

} // namespace gouji
