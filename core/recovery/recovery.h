// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"
#include "report/report.h"

#include <vector>

namespace gouji {

/// Recovers the filled form from a document. A pure function of text and catalogue: the same input gives the same report.
/// A document in which nothing of the form is found gives a report whose tables are all not found.
Report recover(const SourceDocument &document, const std::shared_ptr<const FormCatalogue> &catalogue);

/// The same for several documents, every step of a recovery for all of them before the next one: the code of a step, more than
/// the processor keeps at hand of all of them, is then fetched once. The reports come in the order of the documents.
std::vector<Report> recoverAll(const std::vector<const SourceDocument *> &documents, const std::shared_ptr<const FormCatalogue> &catalogue);

} // namespace gouji
