// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace overlap::core {

/// What a kind of strategy costs on a machine beside the work itself. Times are CPU time where nothing else
/// is said.
struct RunCosts
{
    std::string strategy;        ///< its name, without counts
    Nanoseconds startUp = 0;     ///< before t = 0, elapsed, with one worker
    Nanoseconds startUpEach = 0; ///< … and for each further one
    Nanoseconds threadStart = 0; ///< within the run: one thread after the other, elapsed
    Nanoseconds dispatch = 0;    ///< on the worker, for each item
    Nanoseconds message = 0;     ///< of worker processes: for each message, on each of the two sides
    Nanoseconds inMessage = 0;   ///< … and for each item in it
    double byteThere = 0;        ///< ns for each byte to a worker, for each of the two sides
    double byteBack = 0;         ///< … and back
    bool freeThreaded = false;   ///< a Python without its lock
};

/// Measured by engine::measureMachineCosts(), or all zero for a machine where only the work costs.
struct MachineCosts
{
    std::vector<RunCosts> strategies;
    /// [n − 1]: how much more n cores compute together than one. Beyond the last, each further core gains as
    /// much as it gave each of those; empty: cores gain in full.
    std::vector<double> ceiling;

    /// All zero for a strategy that was not measured.
    RunCosts of(std::string_view strategy) const
    {
        for (const RunCosts& costs : strategies) {
            if (costs.strategy == strategy)
                return costs;
        }
        return {};
    }
    /// How fast each of `busy` ≥ 1 cores computes, as a share of what one alone does; in (0, 1].
    double shareOfEach(int busy) const
    {
        if (ceiling.empty())
            return 1;
        const auto known = busy < static_cast<int>(ceiling.size()) ? busy : static_cast<int>(ceiling.size());
        const double share = ceiling[static_cast<std::size_t>(known - 1)] / known;
        return share > 1 || share <= 0 ? 1 : share;
    }
};

} // namespace overlap::core
