// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/item_flow.h"

#include <gtest/gtest.h>
#include <sstream>

using namespace overlap::analysis;
using namespace overlap::core;

namespace {

Span span(Nanoseconds begin, Nanoseconds end, State state, ItemIndex item = noItem, StageIndex stage = 0,
          std::uint8_t flags = 0)
{
    Span result;
    result.begin = begin;
    result.end = end;
    result.state = state;
    result.item = item;
    result.stage = stage;
    result.flags = flags;
    return result;
}

Lane lane(LaneKind kind, std::vector<Span> spans)
{
    Lane result;
    result.kind = kind;
    result.spans = std::move(spans);
    return result;
}

std::string described(const std::vector<FlowStep>& steps)
{
    std::ostringstream text;
    for (const FlowStep& step : steps) {
        text << "lane " << step.lane << " stage " << step.stage << ' ' << step.begin << ".." << step.end;
        if (step.blocked > 0)
            text << " blocked " << step.blocked;
        text << (step.open ? " open\n" : "\n");
    }
    return text.str();
}

TEST(ItemFlow, fromLaneToLane)
{
    Timeline timeline;
    timeline.lanes = {
        lane(LaneKind::worker, {span(0, 10, State::computing, 0), span(10, 11, State::dispatch),
                                span(11, 20, State::waiting, 1), span(20, 30, State::computing, 1),
                                span(30, 31, State::dispatch), span(31, 45, State::queueFull),
                                span(45, 46, State::dispatch), span(46, 60, State::computing, 2)}),
        lane(LaneKind::worker, {span(0, 12, State::queueEmpty), span(12, 40, State::computing, 0, 1),
                                span(50, 70, State::computing, 1, 1, spanOpen)}),
        lane(LaneKind::holder, {span(11, 30, State::computing, 1)}),
    };
    EXPECT_EQ(described(flowOf(timeline, 1)), "lane 0 stage 0 11..30 blocked 14\n"
                                              "lane 1 stage 1 50..70 open\n");
    EXPECT_EQ(described(flowOf(timeline, 0)), "lane 0 stage 0 0..10\n"
                                              "lane 1 stage 1 12..40\n");
    EXPECT_EQ(described(flowOf(timeline, 2)), "lane 0 stage 0 46..60\n");
    EXPECT_TRUE(flowOf(timeline, 9).empty());
    EXPECT_TRUE(flowOf(timeline, noItem).empty());
}

TEST(ItemFlow, stagesOnOneLaneAreSteps)
{
    Timeline timeline;
    timeline.lanes = {
        lane(LaneKind::worker, {span(0, 10, State::waiting, 3, 0), span(10, 11, State::dispatch),
                                span(11, 20, State::computing, 3, 1), span(20, 30, State::gilWait, 3, 1)})};
    EXPECT_EQ(described(flowOf(timeline, 3)), "lane 0 stage 0 0..10\n"
                                              "lane 0 stage 1 11..30\n");
}

TEST(ItemFlow, ofAnEventLoopItIsTheSlot)
{
    Timeline timeline;
    timeline.lanes = {
        lane(LaneKind::worker, {span(0, 2, State::computing, 0), span(9, 10, State::computing, 0)}),
        lane(LaneKind::slot, {span(0, 2, State::computing, 0), span(2, 9, State::waiting, 0),
                              span(9, 10, State::computing, 0)})};
    EXPECT_EQ(described(flowOf(timeline, 0)), "lane 1 stage 0 0..10\n");
}

} // namespace
