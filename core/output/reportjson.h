// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline.h"
#include "review/verdict.h"

#include <QByteArray>

namespace gouji {

/// The contract's JSON of one file: one line, no line end. `reading` is given where `report` carries corrections, for `was`;
/// `document` where it has pages, for `page` and `box`; `verdicts`, one a finding, where people said something of them.
QByteArray reportJson(const QString &file, const Report &report, const QList<Finding> &findings, const Report *reading = nullptr,
    const SourceDocument *document = nullptr, const QList<FindingVerdict> *verdicts = nullptr);

/// The contract's JSON of a file that could not be read.
QByteArray errorJson(const QString &file, const Error &error);

} // namespace gouji
