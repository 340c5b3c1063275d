// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "batch.h"

namespace gouji::cli {

/// What --jobs asks for; as many threads as there are processors where it asks for nothing. Error code "usage".
Result<BatchOptions> batchOptions(const Arguments &arguments, qsizetype fileCount);

/// --progress, and by itself where folders or archives, expanded to `files`, are read at a terminal.
bool wantsProgress(const Arguments &arguments, const QStringList &files);

} // namespace gouji::cli
