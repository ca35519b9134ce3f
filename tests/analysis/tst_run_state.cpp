// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/run_state.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

using namespace overlap::analysis;
using namespace overlap::core;

namespace {

Timeline anyRun(unsigned seed)
{
    std::mt19937 dice(seed);
    Timeline timeline;
    timeline.ended = true;
    timeline.end = 2000;
    for (int lane = 0; lane < 4; ++lane) {
        timeline.lanes.emplace_back();
        for (Nanoseconds now = dice() % 30; now < 1900;) {
            Span span;
            span.begin = now;
            span.end = now + dice() % 20; // some have no length
            span.state = static_cast<State>(dice() % 10);
            span.item = static_cast<overlap::core::ItemIndex>(dice() % 50);
            timeline.lanes.back().spans.push_back(span);
            now = span.end + (dice() % 3 == 0 ? dice() % 9 : 0);
        }
    }
    timeline.tracks.emplace_back();
    for (Nanoseconds now = 3; now < 1900; now += 1 + dice() % 90)
        timeline.tracks[0].points.push_back({now, static_cast<std::int64_t>(dice() % 5)});
    for (Nanoseconds now = 10; now < 1900; now += dice() % 40)
        timeline.tasks.push_back({0, 0, 0, TaskStatus::done, now - 5, now});
    return timeline;
}

/// The same by looking at everything.
RunState scannedAt(const Timeline& timeline, Nanoseconds time)
{
    RunState run;
    for (const Lane& lane : timeline.lanes) {
        LaneState state;
        for (const Span& span : lane.spans) {
            if (span.begin <= time && time < span.end)
                state = {span.state, span.item, span.stage, span.begin, false};
        }
        run.lanes.push_back(state);
    }
    for (const Track& track : timeline.tracks) {
        run.tracks.push_back(0);
        for (const Track::Point& point : track.points) {
            if (point.time <= time)
                run.tracks.back() = point.value;
        }
    }
    for (const TaskRow& task : timeline.tasks)
        run.tasksEnded += task.end <= time ? 1 : 0;
    run.over = time >= timeline.end;
    return run;
}

TEST(RunState, isWhatAllSpansSay)
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        const Timeline timeline = anyRun(seed);
        for (Nanoseconds time = -5; time < 2010; time += 7)
            ASSERT_EQ(stateAt(timeline, time), scannedAt(timeline, time))
                << "seed " << seed << " at " << time;
    }
}

TEST(RunState, stepsLeadThroughEveryEventAndBackThroughTheSame)
{
    const Timeline timeline = anyRun(4);
    std::vector<Nanoseconds> forth;
    for (auto time = nextEvent(timeline, -1); time; time = nextEvent(timeline, *time))
        forth.push_back(*time);
    EXPECT_GT(forth.size(), 500U);
    EXPECT_TRUE(std::ranges::is_sorted(forth));
    std::vector<Nanoseconds> back;
    for (auto time = previousEvent(timeline, 5000); time; time = previousEvent(timeline, *time))
        back.insert(back.begin(), *time);
    EXPECT_EQ(forth, back);
    // Between two neighbouring events nothing changes.
    for (std::size_t i = 1; i < forth.size(); ++i) {
        const RunState begun = stateAt(timeline, forth[i - 1]);
        for (Nanoseconds time = forth[i - 1]; time < forth[i]; ++time) {
            RunState now = stateAt(timeline, time);
            now.tasksEnded = begun.tasksEnded; // tasks of this run end where they like
            ASSERT_EQ(now, begun);
        }
    }
}

} // namespace
