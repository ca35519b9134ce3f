// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lane_arrangement.h"

#include <gtest/gtest.h>

using namespace overlap;
using namespace overlap::analysis;
using core::State;

namespace {

core::Span task(core::Nanoseconds begin, core::Nanoseconds end, core::StageIndex stage,
                State state = State::computing)
{
    core::Span span;
    span.begin = begin;
    span.end = end;
    span.item = 1;
    span.stage = stage;
    span.state = state;
    return span;
}

/// A feeder, four workers, of which the last is idle and has no task, and a collector.
core::Timeline line()
{
    core::Timeline timeline;
    const auto lane = [&](const char* name, core::LaneKind kind, std::vector<core::Span> spans) {
        core::Lane& added = timeline.lanes.emplace_back();
        added.name = name;
        added.kind = kind;
        added.spans = std::move(spans);
    };
    core::Span idle;
    idle.end = 1000;
    lane("feeder", core::LaneKind::feeder, {task(0, 1, 0)});
    lane("cutter 10", core::LaneKind::worker,
         {task(5, 10, 0, State::queueEmpty), task(10, 30, 0), task(30, 40, 0)});
    lane("sewer 1", core::LaneKind::worker, {task(20, 60, 1)});
    lane("cutter 2", core::LaneKind::worker, {task(0, 15, 0)});
    lane("helper", core::LaneKind::worker, {task(40, 50, 1), task(50, 55, 0)});
    lane("spare", core::LaneKind::worker, {idle});
    lane("collector", core::LaneKind::collector, {});
    return timeline;
}

std::string arranged(const LaneChoices& choices)
{
    const core::Timeline timeline = line();
    return describe(timeline, arrange(timeline, choices));
}

TEST(LaneArrangement, asRecordedWithoutChoices)
{
    EXPECT_EQ(arranged({}), "cutter 10\nsewer 1\ncutter 2\nhelper\nspare\n");
}

TEST(LaneArrangement, sorted)
{
    EXPECT_EQ(arranged({.order = LaneOrder::name}), "cutter 2\ncutter 10\nhelper\nsewer 1\nspare\n");
    EXPECT_EQ(arranged({.order = LaneOrder::busy}), "sewer 1\ncutter 10\ncutter 2\nhelper\nspare\n");
    EXPECT_EQ(arranged({.order = LaneOrder::firstStart}), "cutter 2\ncutter 10\nsewer 1\nhelper\nspare\n");
}

TEST(LaneArrangement, hiddenAndPinned)
{
    LaneChoices choices;
    choices.hidden = {"sewer 1", "nobody"};
    choices.pinned = {"spare", "cutter 2"};
    EXPECT_EQ(arranged(choices), "cutter 2 pinned\nspare pinned\ncutter 10\nhelper\n");
    choices.order = LaneOrder::name;
    choices.pinned = {"helper", "cutter 10"};
    EXPECT_EQ(arranged(choices), "cutter 10 pinned\nhelper pinned\ncutter 2\nspare\n");
    choices.hidden = {"cutter 10", "cutter 2", "helper", "sewer 1", "spare"};
    EXPECT_EQ(arranged(choices), "");
}

TEST(LaneArrangement, byStage)
{
    LaneChoices choices;
    choices.grouping = LaneGrouping::stage;
    EXPECT_EQ(arranged(choices),
              "cutter 10 stage 0\ncutter 2 stage 0\nsewer 1 stage 1\nhelper several stages\nspare\n");
    choices.order = LaneOrder::name;
    choices.pinned = {"sewer 1"};
    EXPECT_EQ(arranged(choices),
              "sewer 1 pinned stage 1\ncutter 2 stage 0\ncutter 10 stage 0\nhelper several "
              "stages\nspare\n");
}

TEST(LaneArrangement, namesCountAsPeopleDo)
{
    EXPECT_TRUE(comesBefore("worker 2", "worker 10"));
    EXPECT_FALSE(comesBefore("worker 10", "worker 2"));
    EXPECT_FALSE(comesBefore("worker 2", "worker 2"));
    EXPECT_TRUE(comesBefore("worker", "worker 1"));
    EXPECT_TRUE(comesBefore("2 b", "a"));
    EXPECT_TRUE(comesBefore("p2 q10", "p2 q11"));
    EXPECT_FALSE(comesBefore("w 007", "w 7"));
    EXPECT_TRUE(comesBefore("w 7", "w 10000000000000000000000000"));
}

} // namespace
