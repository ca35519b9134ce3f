// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

#include <optional>
#include <vector>

namespace overlap::engine {

/// What this machine can tell apart, and how much its cores give together.
struct MachineMeasurement
{
    int pairs = 0;          ///< of loops: 10 to 24
    double loopSeconds = 0; ///< median of the loop that is measured against itself
    double ratio = 1;       ///< of the medians of two equal series, alternating
    std::optional<core::Interval> ratioInterval95;
    double noiseFloor = 0; ///< fraction, see analysis/noise_floor.h
    struct Ceiling
    {
        int threads = 1;
        double speedup = 1; ///< work done together, over that of one thread in the same rounds
    };
    /// Plain threads that compute without sharing anything: nothing on this machine should gain more.
    std::vector<Ceiling> ceilings;
};

/// Takes about two seconds of computing on the calling thread and on up to `cores` others: up to 24 pairs of
/// a loop of about 20 ms, then the median of 3 ceilings for each of 2, 4 … `cores` threads.
MachineMeasurement measureMachine(int cores);

} // namespace overlap::engine
