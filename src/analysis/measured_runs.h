// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

#include <functional>
#include <vector>

namespace overlap::analysis {

/// Whether a run enters any figure: warm-ups and replaced runs are kept and shown only.
inline bool isMeasured(const core::RunReport& run)
{
    return !run.warmup && !run.replaced;
}

/// What the experiment's statement speaks of: the warm time, or start-up included. Seconds.
inline double statedSeconds(const core::RunReport& run, core::Timing timing)
{
    return timing == core::Timing::cold ? run.startupSeconds + run.wallSeconds : run.wallSeconds;
}

inline double statedSeconds(const core::StrategyReport& report, core::Timing timing)
{
    return timing == core::Timing::cold ? report.coldWallSeconds : report.medianWallSeconds;
}

inline const std::optional<core::Interval>& statedInterval(const core::StrategyReport& report,
                                                           core::Timing timing)
{
    return timing == core::Timing::cold ? report.coldInterval95 : report.wallInterval95;
}

/// The measured runs, in the order in which they were made: one per block.
std::vector<const core::RunReport*> measuredRuns(const std::vector<core::RunReport>& runs);

/// Their stated times.
std::vector<double> statedTimes(const std::vector<core::RunReport>& runs, core::Timing timing);

/// The stated times of two strategies in the blocks that both have.
struct PairedTimes
{
    std::vector<double> first;
    std::vector<double> second;
};
PairedTimes pairedTimes(const std::vector<core::RunReport>& first, const std::vector<core::RunReport>& second,
                        core::Timing timing);
/// The same of any other figure of a run.
PairedTimes pairedFigures(const std::vector<core::RunReport>& first,
                          const std::vector<core::RunReport>& second,
                          const std::function<double(const core::RunReport&)>& figure);

/// First ÷ second, block by block; empty where a time is not above 0.
std::vector<double> ratiosOf(const PairedTimes& pairs);

} // namespace overlap::analysis
