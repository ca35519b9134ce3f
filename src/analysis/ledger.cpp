// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ledger.h"

#include "analysis/statistics.h"

#include <algorithm>
#include <numeric>

namespace overlap::analysis {

using core::State;

std::array<double, core::stateCount> ledgerSeconds(const std::vector<StateTimes>& lanes,
                                                   core::Nanoseconds wall)
{
    StateTimes sum{};
    for (StateTimes lane : lanes) {
        core::Nanoseconds beyond = std::accumulate(lane.begin(), lane.end(), core::Nanoseconds{0}) - wall;
        if (beyond < 0)
            lane[static_cast<std::size_t>(State::idle)] -= beyond;
        for (const State state :
             {State::idle, State::queueEmpty, State::transfer, State::dispatch, State::starting}) {
            auto& time = lane[static_cast<std::size_t>(state)];
            const core::Nanoseconds cut =
                std::clamp<core::Nanoseconds>(beyond, 0, std::max<core::Nanoseconds>(time, 0));
            time -= cut;
            beyond -= cut;
        }
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += lane[i];
    }
    std::array<double, core::stateCount> seconds{};
    std::ranges::transform(sum, seconds.begin(), core::toSeconds);
    return seconds;
}

std::array<double, core::stateCount> ledgerShares(const std::array<double, core::stateCount>& seconds)
{
    const double sum = std::accumulate(seconds.begin(), seconds.end(), 0.0);
    std::array<double, core::stateCount> shares{};
    if (sum > 0)
        std::ranges::transform(seconds, shares.begin(), [sum](double time) { return time / sum; });
    return shares;
}

std::array<double, core::stateCount> medianShares(const std::vector<const core::RunReport*>& runs)
{
    if (runs.empty())
        return {};
    std::array<double, core::stateCount> medians{};
    std::array<double, core::stateCount> sums{};
    std::vector<std::array<double, core::stateCount>> shares;
    for (const core::RunReport* run : runs)
        shares.push_back(ledgerShares(run->ledgerSeconds));
    for (std::size_t state = 0; state < core::stateCount; ++state) {
        std::vector<double> values;
        for (const auto& each : shares)
            values.push_back(each[state]);
        sums[state] = std::accumulate(values.begin(), values.end(), 0.0);
        medians[state] = median(std::move(values));
    }
    // Runs of which no two spent their time alike have no median; their mean is still the truth.
    const bool any = std::ranges::any_of(medians, [](double share) { return share > 0; });
    return ledgerShares(any ? medians : sums);
}

} // namespace overlap::analysis
