// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"
#include "core/value.h"

#include <memory>
#include <string>
#include <vector>

namespace overlap::analysis {

/// One stage of the work.
struct StageShares
{
    std::string name;   ///< English, context "Workloads"
    double seconds = 0; ///< of one item, mean over those that came to it
    double waiting = 0; ///< share of that, 0 … 1
    bool waits() const { return waiting >= 0.5; }
};

/// What a piece of work is made of, whoever does it: what decides which strategy suits it. Shares are of
/// `seconds`, 0 … 1.
struct WorkShares
{
    core::Runtime runtime = core::Runtime::native;
    std::size_t items = 0;
    double seconds = 0;     ///< of all items, one after the other, without what a strategy adds
    double computing = 0;   ///< needs a core
    double waiting = 0;     ///< needs none; the rest of `seconds`
    double blocking = 0;    ///< the part of `waiting` that holds the thread, which an event loop cannot use
    double itemSeconds = 0; ///< mean
    double longestItemSeconds = 0;
    double bytesThere = 0; ///< that travel to a worker process with an item, mean; 0 where unknown (Python)
    double bytesBack = 0;
    std::vector<StageShares> stages;

    bool waits() const { return waiting >= 0.5; }
    core::Value toValue() const;
};

/// Precondition: the profile has a sample.
WorkShares sharesOf(const core::WorkProfile& profile);

/// Of each, in that order.
std::vector<WorkShares> sharesOf(const std::vector<std::shared_ptr<const core::WorkProfile>>& profiles);

} // namespace overlap::analysis
