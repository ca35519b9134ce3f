// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/speedup.h"

#include "analysis/measured_runs.h"
#include "analysis/statistics.h"

namespace overlap::analysis {

std::optional<core::Speedup> speedupOf(const std::vector<core::RunReport>& baseline,
                                       const std::vector<core::RunReport>& strategy, core::Timing timing,
                                       Bootstraps& bootstraps)
{
    const auto above = statedTimes(baseline, timing);
    const auto below = statedTimes(strategy, timing);
    if (above.empty() || below.empty())
        return std::nullopt;
    const double time = median(below);
    if (time <= 0)
        return std::nullopt;
    const PairedTimes pairs = pairedTimes(baseline, strategy, timing);
    return core::Speedup{median(above) / time,
                         bootstraps.of(pairs.first.size()).ofRatio(pairs.first, pairs.second)};
}

} // namespace overlap::analysis
