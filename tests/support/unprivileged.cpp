// SPDX-License-Identifier: GPL-3.0-or-later
#include "unprivileged.h"

#include <unistd.h>

namespace gouji::test {

bool unprivileged(const std::function<void()> &work)
{
    constexpr uid_t Nobody = 65534;
    if (geteuid() != 0) {
        work();
        return true;
    }
    if (seteuid(Nobody) != 0)
        return false;
    work();
    return seteuid(0) == 0;
}

} // namespace gouji::test
