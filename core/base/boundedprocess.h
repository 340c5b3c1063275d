// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/stopflag.h"

#include <QStringList>

namespace gouji {

/// A program that works on a file nobody vouches for: how it is started, and what it may use at the most.
///
/// It gets an environment of its own (PATH, and `folder` as its home and place for temporary files), nothing to read
/// and nowhere to speak to, and no network where the system lets a process give that up.
struct BoundedProcess {
    QString program; ///< absolute path
    QStringList arguments;
    QString folder; ///< its current folder
    QStringList environment; ///< NAME=value, besides those above
    int milliseconds = 60'000;
    StopFlag stop = {}; ///< ends it before its time
    qint64 memory = 0; ///< bytes of address space; 0: no bound of its own
    qint64 largestFile = 0; ///< bytes that it may write into one file; 0: no bound of its own
};

enum class ProcessEnd {
    Exited, ///< by itself, whatever it says about its success
    Crashed, ///< by a signal, its own fault or a bound of the system's
    Stopped, ///< by its StopFlag, like one that timed out
    TimedOut, ///< and was killed, with every process it started that stayed in its group
    NotStarted,
};

struct ProcessOutcome {
    ProcessEnd end = ProcessEnd::NotStarted;
    int code = 0; ///< exit code, or the signal that ended it
};

/// Runs it and waits for its end. What it left running is ended as well.
ProcessOutcome runBounded(const BoundedProcess &process);

} // namespace gouji
