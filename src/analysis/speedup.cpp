// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/speedup.h"

#include "analysis/measured_runs.h"
#include "analysis/statistics.h"

#include <algorithm>

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
    core::Speedup speedup{median(above) / time, {}};
    const auto ratios = ratiosOf(pairs);
    if (!ratios.empty()) {
        if (const auto interval = bootstraps.of(ratios.size()).ofMedian(ratios))
            speedup.interval95 = {std::min(interval->low, speedup.value),
                                  std::max(interval->high, speedup.value)};
    }
    return speedup;
}

} // namespace overlap::analysis
