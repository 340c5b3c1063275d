// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace gouji {

/// Asks work that is under way to end; copies share one flag, which any thread may set.
class StopFlag {
public:
    void stop() { m_stopped->store(true); }
    bool isStopped() const { return m_stopped->load(); }

private:
    std::shared_ptr<std::atomic_bool> m_stopped = std::make_shared<std::atomic_bool>(false);
};

} // namespace gouji
