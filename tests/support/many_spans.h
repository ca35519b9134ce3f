// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

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
        span.state = states[below(6)];
        span.waker = static_cast<core::LaneIndex>(below(4));
        if (below(5'000) == 0)
            span.flags = below(2) == 0 ? core::spanFailed : core::spanLost;
        lane.totals[static_cast<std::size_t>(span.state)] += span.duration();
        lane.spans.push_back(span);
        now = span.end + (below(8) == 0 ? below(1'500) : 0) + (below(20'000) == 0 ? 600'000 : 0);
    }
    return lane;
}

/// Whole, with tasks and an index.
inline core::Timeline manyLanes(std::size_t lanes, std::size_t spansPerLane)
{
    core::Timeline timeline;
    for (std::size_t i = 0; i < lanes; ++i) {
        timeline.lanes.push_back(manySpans(spansPerLane, static_cast<std::uint32_t>(i + 1)));
        timeline.lanes.back().name = "worker " + std::to_string(i + 1);
        timeline.end = std::max(timeline.end, timeline.lanes.back().spans.back().end);
    }
    timeline.ended = true;
    indexSpans(timeline);
    return timeline;
}

} // namespace overlap::testing
