// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gouji::cli {

/// Exit statuses of every verb (contract of the command line).
enum ExitStatus {
    AllGood = 0, ///< all read, no error finding
    ErrorsFound = 1, ///< all read, at least one error finding
    NotRead = 2, ///< at least one file could not be read or written, or wrong usage
};

/// One word of the command line, one file of source.
struct Verb {
    const char *name;
    const char *usage; ///< Chinese, UTF-8, what follows the name
    const char *summary; ///< Chinese, UTF-8, one line; null where the verb is not for people
    const char *help; ///< Chinese, UTF-8, the options, one a line
    bool ownApplication; ///< makes its application object itself: printing needs another kind of it
    int (*run)(const QStringList &arguments); ///< arguments after the verb; returns an ExitStatus
};

int runRecover(const QStringList &arguments);
int runRecognise(const QStringList &arguments);
int runSummary(const QStringList &arguments);
int runImport(const QStringList &arguments);
int runCheck(const QStringList &arguments);
int runExport(const QStringList &arguments);
int runVerify(const QStringList &arguments);

} // namespace gouji::cli
