// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/stopflag.h"
#include "checks/finding.h"
#include "checks/rules/rulebook.h"
#include "document/sourcedocument.h"
#include "report/report.h"

#include <vector>

namespace gouji {

/// What the program knows before it sees a file: forms and rules. Loaded once, shared, never changed.
struct Knowledge {
    std::shared_ptr<const FormCatalogue> forms;
    std::shared_ptr<const RuleBook> rules;

    /// From the resources, and where a file is named, with a user's own rules (see RuleBook::load). The error names file,
    /// place and reason.
    static Result<Knowledge> load(const QString &ownRules = {});
};

/// One file, read, recovered and checked.
struct ReadReport {
    SourceDocument document;
    Report report;
    QList<Finding> findings;
};

/// read → recover → check. Errors are those of readDocument, and no-tables, old-form. Whoever keeps or prints what was read
/// passes the bytes: only then the document has their sha256. A stop ends what takes long: recognition and conversion.
Result<ReadReport> readReport(const QString &path, const Knowledge &knowledge);
Result<ReadReport> readReport(const QByteArray &bytes, const QString &name, const Knowledge &knowledge, const StopFlag &stop = {});

/// Several files, each as readReport reads it, every step for all of them before the next one (see recoverAll): small files
/// take a fifth less time so. All of them are in memory together.
std::vector<Result<ReadReport>> readReports(const QStringList &paths, const Knowledge &knowledge);

} // namespace gouji
