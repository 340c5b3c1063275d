// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"
#include "report/report.h"

#include <QCborMap>

/// Values of a report as CBOR, which turns into JSON as it is. Cells, tables and forms go by name, never by index, so
/// that what is kept outlives a changed catalogue. Defaults are left out; every value comes back equal.
namespace gouji::codec {

QCborValue pack(const TextRange &range);
TextRange rangeFrom(const QCborValue &value);

QCborMap pack(const Cell &cell);
Cell cellFrom(const QCborMap &map);

QCborMap pack(const SourceDocument &document);
SourceDocument documentFrom(const QCborMap &map);

QCborMap pack(const Report &report);
/// Cells the catalogue does not know are named in `unknown`; an unknown edition of the form is an Error ("unknown-form").
Result<Report> reportFrom(const QCborMap &map, const std::shared_ptr<const FormCatalogue> &forms, QStringList *unknown);

QString fieldStatusName(FieldStatus status);
FieldStatus fieldStatusFrom(const QString &name);

} // namespace gouji::codec
