// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "engine/disturbance_watch.h"

#include <utility>
#include <vector>

namespace overlap::testing {

/// A machine that does as it is told: one entry for every block, the warm-up first; behind them it is quiet.
class FakeMachine
{
public:
    explicit FakeMachine(std::vector<bool> disturbed) : m_disturbed(std::move(disturbed)) { m_now.cpus = 2; }

    engine::MachineProbe probe()
    {
        return [this] {
            m_now.time += core::nanosecondsPerSecond;
            // The first sample is taken before the first block.
            if (m_taken > 0 && m_taken - 1 < m_disturbed.size() && m_disturbed[m_taken - 1])
                m_now.busy += 2 * core::nanosecondsPerSecond;
            ++m_taken;
            return m_now;
        };
    }

private:
    std::vector<bool> m_disturbed;
    std::size_t m_taken = 0;
    engine::MachineSample m_now;
};

} // namespace overlap::testing
