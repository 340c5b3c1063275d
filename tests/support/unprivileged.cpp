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
    // access() asks the real user, open() the effective one; the saved one is the way back.
    if (setresuid(Nobody, Nobody, 0) != 0)
        return false;
    work();
    return setresuid(0, 0, 0) == 0;
}

} // namespace gouji::test
