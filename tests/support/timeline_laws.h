// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

#include <algorithm>
#include <string>
#include <vector>

namespace overlap::testing {

/// What holds for every timeline that has ended. Empty where all is well, else what is wrong.
inline std::string brokenLaw(const core::Timeline& timeline)
{
    if (!timeline.ended)
        return "the timeline has not ended";
    for (const core::Lane& lane : timeline.lanes) {
        core::Nanoseconds last = timeline.start;
        for (const core::Span& span : lane.spans) {
            const std::string here = lane.name + " at " + std::to_string(span.begin);
            if (span.end < span.begin)
                return here + ": the end lies before the beginning";
            if (span.begin < last)
                return here + ": spans overlap";
            if (span.end > timeline.end)
                return here + ": the span reaches beyond the run";
            if (span.flags & core::spanOpen)
                return here + ": a span is still open";
            last = span.end;
        }
    }
    core::Nanoseconds lastEnd = timeline.start;
    std::vector<std::vector<const core::TaskRow*>> byLane(timeline.lanes.size());
    for (const core::TaskRow& task : timeline.tasks) {
        const std::string here = "task " + std::to_string(task.item) + "/" + std::to_string(task.stage);
        if (task.end < task.begin)
            return here + " ends before it begins";
        if (task.end < lastEnd)
            return here + " is not in order of finishing";
        if (task.end > timeline.end)
            return here + " ends after the run";
        lastEnd = task.end;
        byLane.at(task.lane).push_back(&task);
    }
    for (const auto& tasks : byLane) {
        for (std::size_t i = 1; i < tasks.size(); ++i) {
            if (tasks[i]->begin < tasks[i - 1]->end)
                return "two tasks at a time on " + timeline.lanes[tasks[i]->lane].name;
        }
    }
    return {};
}

} // namespace overlap::testing
