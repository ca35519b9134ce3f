// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/bootstrap.h"

#include <map>
#include <optional>

namespace overlap::analysis {

/// The same resampled blocks for every figure of as many blocks. Not for two threads at once: it keeps what
/// it draws.
class Bootstraps
{
public:
    explicit Bootstraps(std::uint64_t seed) : m_seed(seed) {}

    const Bootstrap& of(std::size_t blocks)
    {
        return m_byBlocks.try_emplace(blocks, m_seed, blocks).first->second;
    }

private:
    std::uint64_t m_seed;
    std::map<std::size_t, Bootstrap> m_byBlocks;
};

/// Median of the baseline's stated times ÷ median of the strategy's, over all measured runs of each. The
/// interval is that of the median ratio within the blocks that both have (Bootstrap::ofMedian), reaching to
/// the value where that lies outside. So what a block's moment did to both cancels: where the machine is now
/// faster and now slower, the medians of both sides come from different moments, and their ratio is uncertain
/// although each block knows better (tests/analysis/tst_false_alarms.cpp). Null where one has no measured run
/// or the strategy's median is 0; without interval below blocksForInterval and where a time is 0.
std::optional<core::Speedup> speedupOf(const std::vector<core::RunReport>& baseline,
                                       const std::vector<core::RunReport>& strategy, core::Timing timing,
                                       Bootstraps& bootstraps);

} // namespace overlap::analysis
