// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/run_state.h"

#include <algorithm>
#include <functional>

namespace overlap::analysis {

using core::Nanoseconds;
using core::Span;
using core::Track;

namespace {

// Spans do not overlap, so neither their begins nor their ends go back.

template <class Moments>
void keepFirstAfter(std::optional<Nanoseconds>& earliest, const Moments& moments, auto timeOf,
                    Nanoseconds time)
{
    const auto next = std::ranges::upper_bound(moments, time, {}, timeOf);
    if (next != moments.end())
        earliest = std::min(earliest.value_or(std::invoke(timeOf, *next)), std::invoke(timeOf, *next));
}

template <class Moments>
void keepLastBefore(std::optional<Nanoseconds>& latest, const Moments& moments, auto timeOf, Nanoseconds time)
{
    const auto next = std::ranges::lower_bound(moments, time, {}, timeOf);
    if (next != moments.begin())
        latest =
            std::max(latest.value_or(std::invoke(timeOf, *(next - 1))), std::invoke(timeOf, *(next - 1)));
}

} // namespace

RunState stateAt(const core::Timeline& timeline, Nanoseconds time)
{
    RunState run;
    run.lanes.reserve(timeline.lanes.size());
    for (const core::Lane& lane : timeline.lanes) {
        LaneState state;
        const auto after = std::ranges::upper_bound(lane.spans, time, {}, &Span::begin);
        if (after != lane.spans.begin() && time < (after - 1)->end) {
            const Span& span = *(after - 1);
            state = {span.state, span.item, span.stage, span.begin, (span.flags & core::spanLost) != 0};
        }
        run.lanes.push_back(state);
    }
    for (const Track& track : timeline.tracks) {
        const auto after = std::ranges::upper_bound(track.points, time, {}, &Track::Point::time);
        run.tracks.push_back(after == track.points.begin() ? 0 : (after - 1)->value);
    }
    const auto ended = std::ranges::upper_bound(timeline.tasks, time, {}, &core::TaskRow::end);
    run.tasksEnded = static_cast<std::size_t>(ended - timeline.tasks.begin());
    run.over = time >= timeline.end;
    return run;
}

std::optional<Nanoseconds> nextEvent(const core::Timeline& timeline, Nanoseconds time)
{
    std::optional<Nanoseconds> earliest;
    for (const core::Lane& lane : timeline.lanes) {
        keepFirstAfter(earliest, lane.spans, &Span::begin, time);
        keepFirstAfter(earliest, lane.spans, &Span::end, time);
    }
    for (const Track& track : timeline.tracks)
        keepFirstAfter(earliest, track.points, &Track::Point::time, time);
    return earliest;
}

std::optional<Nanoseconds> previousEvent(const core::Timeline& timeline, Nanoseconds time)
{
    std::optional<Nanoseconds> latest;
    for (const core::Lane& lane : timeline.lanes) {
        keepLastBefore(latest, lane.spans, &Span::begin, time);
        keepLastBefore(latest, lane.spans, &Span::end, time);
    }
    for (const Track& track : timeline.tracks)
        keepLastBefore(latest, track.points, &Track::Point::time, time);
    return latest;
}

} // namespace overlap::analysis
