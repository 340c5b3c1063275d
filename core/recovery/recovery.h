// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"
#include "report/report.h"

namespace gouji {

/// Recovers the filled form from a document. A pure function of text and catalogue: the same input gives the same report.
/// A document in which nothing of the form is found gives a report whose tables are all not found.
Report recover(const SourceDocument &document, const std::shared_ptr<const FormCatalogue> &catalogue);

} // namespace gouji
