// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/time_axis.h"
#include "core/timeline.h"

#include <array>
#include <optional>
#include <stop_token>
#include <vector>

namespace overlap::analysis {

/// Durations in nanoseconds. Percentiles are by nearest rank: values that were measured, not means of two.
struct DurationStatistics
{
    std::size_t count = 0;
    core::Nanoseconds min = 0;
    core::Nanoseconds median = 0;
    core::Nanoseconds p95 = 0;
    core::Nanoseconds max = 0;
    core::Nanoseconds total = 0;

    bool operator==(const DurationStatistics&) const = default;
};

/// All zero without values; changes their order. O(n).
DurationStatistics statisticsOf(std::vector<core::Nanoseconds>& durations);

/// What the workers did in a stretch of time.
struct SelectionStatistics
{
    int workers = 0;
    core::Nanoseconds length = 0; ///< of the stretch, as far as the run reaches
    /// By core::State, of the spans of all workers that lie in the stretch: of one that reaches beyond it the
    /// part within. What no span covers is idle, in `total` alone, so that the totals of all states are
    /// workers × length.
    std::array<DurationStatistics, core::stateCount> states;
    /// Of the tasks that ended in the stretch, with their whole duration; failed and cancelled ones, too.
    DurationStatistics tasks;

    bool operator==(const SelectionStatistics&) const = default;
};

/// Spans of workers that the stretch touches. O(lanes · log n).
std::size_t spansIn(const core::Timeline& timeline, const TimeInterval& stretch);

/// O(spans in the stretch + log n). Empty when `stop` came first.
std::optional<SelectionStatistics> selectionStatisticsOf(const core::Timeline& timeline,
                                                         const TimeInterval& stretch,
                                                         const std::stop_token& stop = {});

} // namespace overlap::analysis
