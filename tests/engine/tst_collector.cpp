// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/collector.h"

#include "support/gate.h"
#include "support/timeline_laws.h"
#include "support/timeline_text.h"

#include <gtest/gtest.h>

using namespace overlap;
using namespace overlap::core;
using overlap::testing::brokenLaw;
using overlap::testing::Gate;
using overlap::testing::timelineText;

namespace {
constexpr Nanoseconds wall = 100'000;
}

TEST(Collector, GathersEverythingThatWasWritten)
{
    const overlap::testing::Watchdog watchdog("collector");
    recording::Recorder recorder;
    recording::LaneWriter& writer = recorder.addLane("w1");
    engine::Collector collector(recorder, 3, 100, {});
    const Nanoseconds origin = monotonicNow();
    recorder.begin(origin);
    for (ItemIndex i = 0; i < 100; ++i) {
        writer.enterAt(origin + i * 100, State::computing, i, 0, recording::recordTaskBegin, noLane);
        writer.enterAt(origin + i * 100 + 50, State::dispatch, i, 0, recording::recordTaskEnd, noLane);
    }
    const auto timeline = collector.finish(wall);
    EXPECT_TRUE(timeline->ended);
    EXPECT_EQ(timeline->tasks.size(), 100u);
    EXPECT_EQ(timeline->lostRecords(), 0u);
    EXPECT_EQ(timeline->lanes[0].totals[static_cast<std::size_t>(State::computing)], 5000);
    EXPECT_EQ(brokenLaw(*timeline), "");
}

TEST(Collector, LossesAtTheEndAreShownAsAGap)
{
    const overlap::testing::Watchdog watchdog("collector");
    recording::Recorder recorder(16);
    recording::LaneWriter& writer = recorder.addLane("w1");
    Gate started;
    Gate written;
    engine::Collector collector(recorder, 0, 500, [&](engine::LiveEvent event) {
        if (std::holds_alternative<engine::RunStarted>(event)) {
            started.open();
            written.wait();
        }
    });
    const Nanoseconds origin = monotonicNow();
    recorder.begin(origin);
    ASSERT_TRUE(started.wait());
    // The last record that fits says "computing item 7"; all that follows is lost.
    for (ItemIndex i = 0; i < 500; ++i) {
        writer.enterAt(origin + i * 100, State::computing, i, 0, recording::recordTaskBegin, noLane);
        writer.enterAt(origin + i * 100 + 50, State::dispatch, i, 0, recording::recordTaskEnd, noLane);
    }
    written.open();
    const auto timeline = collector.finish(wall);
    ASSERT_EQ(timeline->lostRecords(), 984u);
    ASSERT_FALSE(timeline->lanes[0].spans.empty());
    EXPECT_TRUE(timeline->lanes[0].spans.back().flags & spanLost)
        << "what happened until the end is not known: " << timelineText(*timeline);
}

TEST(Collector, ARunThatNeverBeganIsAnEmptyTimeline)
{
    recording::Recorder recorder;
    recorder.addLane("w1");
    engine::Collector collector(recorder, 0, 0, {});
    const auto timeline = collector.finish(0);
    ASSERT_EQ(timeline->lanes.size(), 1u);
    EXPECT_TRUE(timeline->lanes[0].spans.empty());
    EXPECT_TRUE(timeline->ended);
}
