// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measured_runs.h"

#include <map>

namespace overlap::analysis {

std::vector<const core::RunReport*> measuredRuns(const std::vector<core::RunReport>& runs)
{
    std::vector<const core::RunReport*> measured;
    for (const core::RunReport& run : runs) {
        if (isMeasured(run))
            measured.push_back(&run);
    }
    return measured;
}

std::vector<double> statedTimes(const std::vector<core::RunReport>& runs, core::Timing timing)
{
    std::vector<double> times;
    for (const core::RunReport* run : measuredRuns(runs))
        times.push_back(statedSeconds(*run, timing));
    return times;
}

PairedTimes pairedTimes(const std::vector<core::RunReport>& first, const std::vector<core::RunReport>& second,
                        core::Timing timing)
{
    return pairedFigures(first, second,
                         [timing](const core::RunReport& run) { return statedSeconds(run, timing); });
}

PairedTimes pairedFigures(const std::vector<core::RunReport>& first,
                          const std::vector<core::RunReport>& second,
                          const std::function<double(const core::RunReport&)>& figure)
{
    std::map<int, double> byBlock;
    for (const core::RunReport* run : measuredRuns(second))
        byBlock[run->block] = figure(*run);
    PairedTimes pairs;
    for (const core::RunReport* run : measuredRuns(first)) {
        const auto other = byBlock.find(run->block);
        if (other == byBlock.end())
            continue;
        pairs.first.push_back(figure(*run));
        pairs.second.push_back(other->second);
    }
    return pairs;
}

std::vector<double> ratiosOf(const PairedTimes& pairs)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < pairs.first.size(); ++i) {
        if (pairs.first[i] <= 0 || pairs.second[i] <= 0)
            return {};
        ratios.push_back(pairs.first[i] / pairs.second[i]);
    }
    return ratios;
}

} // namespace overlap::analysis
