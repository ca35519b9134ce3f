// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

#include <algorithm>
#include <string>

namespace overlap::testing {

/// A lane of a run that nobody ran, the same every time: short spans in several states with now and then a
/// long one, a gap, a task that failed and a stretch of which records were lost.
inline core::Lane manySpans(std::size_t spans, std::uint32_t seed = 1)
{
    core::Lane lane;
    lane.spans.reserve(spans);
    std::uint32_t dice = seed * 2654435761U;
    const auto below = [&dice](std::uint32_t limit) {
        dice = dice * 1664525 + 1013904223;
        return static_cast<std::uint32_t>(std::uint64_t{dice} * limit >> 32);
    };
    core::Nanoseconds now = 0;
    while (lane.spans.size() < spans) {
        core::Span span;
        span.begin = now;
        span.end = now + 200 + below(2'000);
        if (below(10'000) == 0)
            span.end += 400'000;
        span.item = static_cast<core::ItemIndex>(lane.spans.size() / 3);
        constexpr core::State states[] = {core::State::computing, core::State::computing,
                                          core::State::waiting,   core::State::gilWait,
                                          core::State::coreWait,  core::State::transfer};
        // Phases, so that a picture of the whole shows something.
        const bool calm = lane.spans.size() * 7 / spans % 2 == 1;
        span.state = calm && below(4) != 0 ? core::State::waiting : states[below(6)];
        span.waker = static_cast<core::LaneIndex>(below(4));
        if (below(5'000) == 0)
            span.flags = below(2) == 0 ? core::spanFailed : core::spanLost;
        lane.totals[static_cast<std::size_t>(span.state)] += span.duration();
        lane.spans.push_back(span);
        now = span.end + (below(8) == 0 ? below(1'500) : 0) + (below(20'000) == 0 ? 600'000 : 0);
    }
    return lane;
}

/// Whole, with a task for every three spans, a number that goes up and down, and an index.
inline core::Timeline manyLanes(std::size_t lanes, std::size_t spansPerLane)
{
    core::Timeline timeline;
    core::ItemIndex items = 0;
    for (std::size_t i = 0; i < lanes; ++i) {
        core::Lane lane = manySpans(spansPerLane, static_cast<std::uint32_t>(i + 1));
        lane.name = "worker " + std::to_string(i + 1);
        for (std::size_t first = 0; first + 3 <= lane.spans.size(); first += 3) {
            core::TaskRow task;
            task.item = items++;
            task.lane = static_cast<core::LaneIndex>(i);
            task.begin = lane.spans[first].begin;
            task.end = lane.spans[first + 2].end;
            task.status = core::TaskStatus::done;
            for (std::size_t span = first; span < first + 3; ++span) {
                lane.spans[span].item = task.item;
                if ((lane.spans[span].flags & core::spanFailed) != 0)
                    task.status = core::TaskStatus::failed;
            }
            timeline.tasks.push_back(task);
        }
        timeline.end = std::max(timeline.end, lane.spans.back().end);
        timeline.lanes.push_back(std::move(lane));
    }
    std::ranges::stable_sort(timeline.tasks, {}, &core::TaskRow::end);
    core::Track queue{"queue", 8, {}, 0};
    for (std::size_t i = 0; i < lanes * spansPerLane / 100; ++i)
        queue.points.push_back({static_cast<core::Nanoseconds>(i) * timeline.end /
                                    static_cast<core::Nanoseconds>(lanes * spansPerLane / 100),
                                static_cast<std::int64_t>(i * i % 9)});
    timeline.tracks.push_back(std::move(queue));
    timeline.ended = true;
    indexSpans(timeline);
    return timeline;
}

} // namespace overlap::testing
