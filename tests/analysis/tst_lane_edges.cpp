// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lane_edges.h"

#include <gtest/gtest.h>

using namespace overlap;
using namespace overlap::analysis;

namespace {

core::Span span(core::Nanoseconds begin, core::Nanoseconds end)
{
    core::Span one;
    one.begin = begin;
    one.end = end;
    return one;
}

/// A gap from 30 to 50, and an empty span at 80.
const std::vector<core::Span> lane{span(10, 20), span(20, 30), span(50, 80), span(80, 80), span(80, 100)};

std::string text(std::optional<core::Nanoseconds> edge)
{
    return edge ? std::to_string(*edge) : "none";
}

TEST(LaneEdges, oneAfterTheOther)
{
    std::string forwards;
    for (auto edge = edgeAfter(lane, -100); edge; edge = edgeAfter(lane, *edge))
        forwards += text(edge) + " ";
    EXPECT_EQ(forwards, "10 20 30 50 80 100 ");
    std::string backwards;
    for (auto edge = edgeBefore(lane, 1000); edge; edge = edgeBefore(lane, *edge))
        backwards += text(edge) + " ";
    EXPECT_EQ(backwards, "100 80 50 30 20 10 ");
    EXPECT_EQ(text(edgeAfter(lane, 55)), "80");
    EXPECT_EQ(text(edgeBefore(lane, 45)), "30");
    EXPECT_EQ(text(edgeAfter({}, 0)), "none");
    EXPECT_EQ(text(edgeBefore({}, 0)), "none");
}

TEST(LaneEdges, snapsWithinReach)
{
    EXPECT_EQ(text(nearestEdge(lane, 52, 5)), "50");
    EXPECT_EQ(text(nearestEdge(lane, 48, 5)), "50");
    EXPECT_EQ(text(nearestEdge(lane, 50, 0)), "50");
    EXPECT_EQ(text(nearestEdge(lane, 25, 5)), "20"); // as near as 30
    EXPECT_EQ(text(nearestEdge(lane, 26, 5)), "30");
    EXPECT_EQ(text(nearestEdge(lane, 65, 5)), "none");
    EXPECT_EQ(text(nearestEdge(lane, 3, 7)), "10");
    EXPECT_EQ(text(nearestEdge(lane, 108, 7)), "none");
    EXPECT_EQ(text(nearestEdge({}, 0, 1000)), "none");
}

TEST(LaneEdges, countsWhatLiesBetween)
{
    EXPECT_EQ(spansInside(lane, {10, 100}), 5U);
    EXPECT_EQ(spansInside(lane, {11, 100}), 4U);
    EXPECT_EQ(spansInside(lane, {20, 80}), 3U);
    EXPECT_EQ(spansInside(lane, {12, 18}), 0U);
    EXPECT_EQ(spansInside(lane, {31, 49}), 0U);
    core::Timeline timeline;
    for (const core::Nanoseconds end : {5, 20, 20, 70, 90})
        timeline.tasks.push_back({0, 0, 0, core::TaskStatus::done, 0, end});
    EXPECT_EQ(tasksEnded(timeline, {20, 90}), 2U);
    EXPECT_EQ(tasksEnded(timeline, {0, 100}), 5U);
    EXPECT_EQ(tasksEnded(timeline, {21, 69}), 0U);
}

} // namespace
