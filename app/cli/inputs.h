// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gouji::cli {

/// The files a command line names, in its order; a folder stands for all files below it in path order. Hidden files and
/// folders, and links to folders, are passed over. What does not exist stays in the list: reading it tells why.
struct Inputs {
    QStringList files;
    bool hasFolder = false;
};
Inputs expandInputs(const QStringList &named);

} // namespace gouji::cli
