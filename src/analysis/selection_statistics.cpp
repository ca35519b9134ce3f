// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/selection_statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <ranges>
#include <span>

namespace overlap::analysis {

using core::Nanoseconds;
using core::Span;

namespace {

std::span<const Span> spansOf(const core::Lane& lane, const TimeInterval& stretch)
{
    // Neither begins nor ends go back from span to span.
    const auto first =
        std::ranges::partition_point(lane.spans, [&](const Span& span) { return span.end <= stretch.begin; });
    const auto last = std::partition_point(first, lane.spans.end(),
                                           [&](const Span& span) { return span.begin < stretch.end; });
    return {first, last};
}

} // namespace

DurationStatistics statisticsOf(std::vector<Nanoseconds>& durations)
{
    DurationStatistics statistics;
    statistics.count = durations.size();
    if (durations.empty())
        return statistics;
    const auto ranked = [&](double share) {
        const auto rank = static_cast<std::ptrdiff_t>(
            std::max(1.0, std::ceil(share * static_cast<double>(durations.size()))));
        const auto at = durations.begin() + rank - 1;
        std::nth_element(durations.begin(), at, durations.end());
        return *at;
    };
    const auto [least, most] = std::ranges::minmax(durations);
    statistics.min = least;
    statistics.max = most;
    statistics.median = ranked(0.5);
    statistics.p95 = ranked(0.95);
    statistics.total = std::accumulate(durations.begin(), durations.end(), Nanoseconds{0});
    return statistics;
}

std::size_t spansIn(const core::Timeline& timeline, const TimeInterval& stretch)
{
    std::size_t count = 0;
    for (const core::Lane& lane : timeline.lanes) {
        if (lane.kind == core::LaneKind::worker)
            count += spansOf(lane, stretch).size();
    }
    return count;
}

std::optional<SelectionStatistics> selectionStatisticsOf(const core::Timeline& timeline,
                                                         const TimeInterval& stretch,
                                                         const std::stop_token& stop)
{
    const TimeInterval lived{std::max(stretch.begin, timeline.start), std::min(stretch.end, timeline.end)};
    SelectionStatistics statistics;
    statistics.length = std::max<Nanoseconds>(0, lived.length());
    std::array<std::vector<Nanoseconds>, core::stateCount> durations;
    for (const core::Lane& lane : timeline.lanes) {
        if (lane.kind != core::LaneKind::worker)
            continue;
        if (stop.stop_requested())
            return std::nullopt;
        ++statistics.workers;
        for (const Span& span : spansOf(lane, lived)) {
            const Nanoseconds part = std::min(span.end, lived.end) - std::max(span.begin, lived.begin);
            if ((span.flags & core::spanLost) == 0 && part > 0) // what was lost has no state
                durations[static_cast<std::size_t>(span.state)].push_back(part);
        }
    }
    Nanoseconds known = 0;
    for (std::size_t state = 0; state < core::stateCount; ++state) {
        if (stop.stop_requested())
            return std::nullopt;
        statistics.states[state] = statisticsOf(durations[state]);
        known += statistics.states[state].total;
        durations[state] = {};
    }
    statistics.states[static_cast<std::size_t>(core::State::idle)].total +=
        statistics.workers * statistics.length - known;

    // In order of finishing.
    std::vector<Nanoseconds> tasks;
    const auto first = std::ranges::lower_bound(timeline.tasks, lived.begin, {}, &core::TaskRow::end);
    for (auto task = first; task != timeline.tasks.end() && task->end <= lived.end; ++task)
        tasks.push_back(task->end - task->begin);
    statistics.tasks = statisticsOf(tasks);
    return statistics;
}

} // namespace overlap::analysis
