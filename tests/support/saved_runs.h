// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saved_run.h"

#include <algorithm>
#include <string>

namespace overlap::testing {

/// A run that nobody has run, with everything that lanes can hold: all kinds of lanes, all states, marks,
/// wakers, gaps, spans of no length, tracks, tasks of every status. The same for the same arguments.
inline std::shared_ptr<core::Timeline> syntheticTimeline(std::size_t lanes, std::size_t spansPerLane,
                                                         std::uint64_t seed = 1)
{
    auto timeline = std::make_shared<core::Timeline>();
    core::ItemIndex item = 0;
    // Marks stay visible from however far away, so a long run has no more of them than a short one.
    const std::uint64_t rare = std::max<std::uint64_t>(1, spansPerLane / 5'000);
    std::uint64_t drawn = seed * 0x9E3779B97F4A7C15U;
    const auto draw = [&drawn](std::uint64_t below) {
        drawn = drawn * 6364136223846793005U + 1442695040888963407U;
        return (drawn >> 33) % below;
    };
    timeline->start = -3'000'001;
    for (std::size_t i = 0; i < lanes; ++i) {
        core::Lane lane;
        const bool plain = i + 5 < lanes || lanes < 8;
        lane.kind = plain ? core::LaneKind::worker : static_cast<core::LaneKind>(i + 5 - lanes);
        lane.name = "worker " + std::to_string(i + 1);
        lane.lostRecords = i == 1 ? 3 : 0;
        lane.spans.reserve(spansPerLane);
        core::Nanoseconds at = i % 2 == 0 ? timeline->start : 0;
        bool inTask = false;
        core::TaskRow task;
        for (std::size_t n = 0; n < spansPerLane; ++n) {
            core::Span span;
            at += draw(4) == 0 ? static_cast<core::Nanoseconds>(draw(20'000)) : 0;
            span.begin = at;
            at += draw(50) == 0 ? 0
                                : static_cast<core::Nanoseconds>(draw(4) == 0 ? draw(900'000) : draw(3'000));
            span.end = at;
            span.state = static_cast<core::State>(draw(core::stateCount));
            if (!inTask && draw(3) == 0) {
                inTask = true;
                task = {item++,
                        static_cast<core::StageIndex>(draw(3)),
                        static_cast<core::LaneIndex>(i),
                        core::TaskStatus::running,
                        span.begin,
                        span.begin};
            }
            if (inTask) {
                span.item = task.item;
                span.stage = task.stage;
                if (draw(3) == 0) {
                    const std::uint64_t fate = draw(10 * rare);
                    task.status = fate == 0   ? core::TaskStatus::failed
                                  : fate == 1 ? core::TaskStatus::cancelled
                                              : core::TaskStatus::done;
                    span.flags = fate == 0 ? core::spanFailed : fate == 1 ? core::spanCancelled : 0;
                    task.end = span.end;
                    timeline->tasks.push_back(task);
                    inTask = false;
                }
            }
            if (draw(5) == 0)
                span.waker = static_cast<core::LaneIndex>(draw(lanes));
            if (draw(40 * rare) == 0)
                span.flags |= draw(2) == 0 ? core::spanLost : core::spanKilled;
            span.blocking = draw(8) == 0;
            span.permits = draw(9) == 0 ? static_cast<std::uint8_t>(draw(256)) : std::uint8_t{0};
            span.nativeMicroseconds = draw(9) == 0 ? static_cast<std::uint32_t>(draw(1U << 31)) : 0;
            lane.totals[static_cast<std::size_t>(span.state)] += span.duration();
            lane.spans.push_back(span);
        }
        timeline->end = std::max(timeline->end, at);
        timeline->lanes.push_back(std::move(lane));
    }
    std::ranges::stable_sort(timeline->tasks, {}, &core::TaskRow::end);
    for (int i = 0; i < 3; ++i) {
        core::Track track{
            "queue " + std::to_string(i / 2 + 1), i * 8, {}, i == 1 ? 7U : 0U}; // two of one name
        core::Nanoseconds at = 0;
        const std::size_t points = i == 2 ? 0 : 2 + lanes * spansPerLane / 10;
        for (std::size_t n = 0; n < points; ++n)
            track.points.push_back(
                {at += static_cast<core::Nanoseconds>(draw(40'000)), static_cast<std::int64_t>(draw(9))});
        timeline->tracks.push_back(std::move(track));
    }
    timeline->ended = true;
    return timeline;
}

inline core::SavedRun syntheticRun(std::size_t bands, std::size_t lanes, std::size_t spansPerLane)
{
    core::SavedRun run;
    run.title = "Nobody’s run";
    run.program = "Overlap 0";
    run.experiment = core::Value::object();
    run.experiment.set("id", "nobodys-run");
    run.environment = core::Value::object();
    run.environment.set("cores", 2);
    run.stages = {"download", "parse", "write"};
    for (int i = 0; i < 50; ++i)
        run.items.push_back("page " + std::to_string(i + 1));
    for (std::size_t i = 0; i < bands; ++i) {
        core::SavedBand band;
        band.strategy.name = i % 2 == 0 ? "threads" : "python-threads";
        band.strategy.runtime = i % 2 == 0 ? core::Runtime::native : core::Runtime::python;
        band.strategy.counts = {static_cast<int>(i) + 1};
        if (i == 1)
            band.strategy.options["switch"] = "5ms";
        band.point = i == 2 ? "seconds = 0.5" : "";
        band.startupSeconds = 0.25;
        band.stopped = i == 1;
        band.timeline = syntheticTimeline(lanes, spansPerLane, i + 1);
        run.bands.push_back(std::move(band));
    }
    return run;
}

/// Where two runs differ first; empty where they are equal in everything that a file keeps.
inline std::string difference(const core::SavedRun& left, const core::SavedRun& right)
{
    if (left.title != right.title || left.program != right.program)
        return "title or program: " + left.title + ", " + right.title;
    if (!(left.experiment == right.experiment) || !(left.environment == right.environment))
        return "experiment or environment";
    if (left.items != right.items || left.stages != right.stages)
        return "labels of items or names of stages";
    if (left.bands.size() != right.bands.size())
        return std::to_string(left.bands.size()) + " bands, " + std::to_string(right.bands.size());
    for (std::size_t i = 0; i < left.bands.size(); ++i) {
        const core::SavedBand& a = left.bands[i];
        const core::SavedBand& b = right.bands[i];
        const std::string band = "band " + std::to_string(i);
        if (!(a.strategy == b.strategy) || a.strategy.runtime != b.strategy.runtime ||
            a.strategy.countsWorkers != b.strategy.countsWorkers)
            return band + ": strategy " + a.strategy.text() + ", " + b.strategy.text();
        if (a.point != b.point || a.startupSeconds != b.startupSeconds || a.stopped != b.stopped)
            return band + ": point, start-up or stopped";
        const core::Timeline& one = *a.timeline;
        const core::Timeline& other = *b.timeline;
        if (one.start != other.start || one.end != other.end || one.ended != other.ended)
            return band + ": " + std::to_string(one.start) + "-" + std::to_string(one.end) + ", " +
                   std::to_string(other.start) + "-" + std::to_string(other.end);
        if (one.tasks != other.tasks)
            return band + ": tasks, " + std::to_string(one.tasks.size()) + " and " +
                   std::to_string(other.tasks.size());
        if (one.lanes.size() != other.lanes.size() || one.tracks.size() != other.tracks.size())
            return band + ": number of lanes or tracks";
        for (std::size_t lane = 0; lane < one.lanes.size(); ++lane) {
            const core::Lane& x = one.lanes[lane];
            const core::Lane& y = other.lanes[lane];
            const std::string where = band + ", lane " + std::to_string(lane);
            if (x.name != y.name || x.kind != y.kind || x.totals != y.totals ||
                x.lostRecords != y.lostRecords)
                return where + ": what the lane is";
            if (x.spans.size() != y.spans.size())
                return where + ": " + std::to_string(x.spans.size()) + " spans, " +
                       std::to_string(y.spans.size());
            for (std::size_t n = 0; n < x.spans.size(); ++n) {
                if (!(x.spans[n] == y.spans[n]))
                    return where + ", span " + std::to_string(n);
            }
        }
        for (std::size_t track = 0; track < one.tracks.size(); ++track) {
            const core::Track& x = one.tracks[track];
            const core::Track& y = other.tracks[track];
            if (x.name != y.name || x.limit != y.limit || x.points != y.points ||
                x.lostRecords != y.lostRecords)
                return band + ", track " + std::to_string(track);
        }
    }
    return {};
}

} // namespace overlap::testing
