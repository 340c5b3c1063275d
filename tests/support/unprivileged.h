// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace gouji::test {

/// Runs something as a user whom file permissions bind: root reads and writes everything. False, and nothing was run,
/// where the program is root and cannot become another user. The user changes back afterwards.
bool unprivileged(const std::function<void()> &work);

} // namespace gouji::test
