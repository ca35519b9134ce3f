// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/task_rows.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace overlap;
using namespace overlap::analysis;

namespace {

core::Span span(core::Nanoseconds begin, core::Nanoseconds end, core::ItemIndex item)
{
    core::Span one;
    one.begin = begin;
    one.end = end;
    one.item = item;
    one.waker = 1;
    one.state = core::State::computing;
    return one;
}

std::string nameOf(core::ItemIndex item)
{
    return "item " + std::to_string(item);
}

/// "item 3: 0-10 20-30"
std::string text(const core::Timeline& rows)
{
    std::string all;
    for (const core::Lane& lane : rows.lanes) {
        all += lane.name + ":";
        for (const core::Span& one : lane.spans)
            all += " " + std::to_string(one.begin) + "-" + std::to_string(one.end);
        all += "\n";
    }
    return all;
}

core::Timeline twoWorkers()
{
    core::Timeline timeline;
    timeline.lanes.resize(3);
    timeline.lanes[0].spans = {span(0, 10, 7), span(10, 12, core::noItem), span(12, 20, 3), span(40, 50, 9)};
    timeline.lanes[1].spans = {span(5, 30, 9), span(30, 38, 7)};
    timeline.lanes[2].kind = core::LaneKind::holder;
    timeline.lanes[2].spans = {span(0, 50, 3)};
    timeline.end = 50;
    timeline.ended = true;
    return timeline;
}

TEST(TaskRows, aRowForEachItemInTheOrderOfBegin)
{
    TaskRows rows(nameOf);
    rows.look(twoWorkers());
    EXPECT_EQ(text(*rows.timeline()), "item 7: 0-10 30-38\nitem 9: 5-30 40-50\nitem 3: 12-20\n");
    EXPECT_TRUE(rows.timeline()->ended);
    EXPECT_EQ(rows.timeline()->end, 50);
    EXPECT_FALSE(rows.isCut());
    for (const core::Lane& lane : rows.timeline()->lanes) {
        EXPECT_EQ(lane.kind, core::LaneKind::worker);
        EXPECT_EQ(lane.spans[0].waker, core::noLane);
    }
}

TEST(TaskRows, growingComesToTheSameSpans)
{
    const core::Timeline whole = twoWorkers();
    TaskRows rows(nameOf);
    core::Timeline growing;
    growing.lanes.resize(3);
    for (core::Nanoseconds now = 1; now <= 50; ++now) {
        for (std::size_t lane = 0; lane < 3; ++lane) {
            growing.lanes[lane].kind = whole.lanes[lane].kind;
            growing.lanes[lane].spans.clear();
            for (core::Span one : whole.lanes[lane].spans) {
                if (one.begin >= now)
                    break;
                if (one.end > now)
                    one.flags |= core::spanOpen;
                one.end = std::min(one.end, now);
                growing.lanes[lane].spans.push_back(one);
            }
        }
        growing.end = now;
        growing.ended = now == 50;
        rows.look(growing);
        for (const core::Lane& lane : rows.timeline()->lanes)
            EXPECT_TRUE(std::ranges::is_sorted(lane.spans, {}, &core::Span::begin));
        if (now == 6) {
            EXPECT_EQ(text(*rows.timeline()), "item 7: 0-6\nitem 9: 5-6\n");
        }
    }
    EXPECT_EQ(text(*rows.timeline()), "item 7: 0-10 30-38\nitem 9: 5-30 40-50\nitem 3: 12-20\n");
}

TEST(TaskRows, theSlotsOfAnEventLoopTellOfTheItems)
{
    core::Timeline timeline;
    timeline.lanes.resize(2);
    timeline.lanes[0].spans = {span(0, 100, 1)};
    timeline.lanes[1].kind = core::LaneKind::slot;
    timeline.lanes[1].spans = {span(0, 40, 1), span(40, 90, 2)};
    timeline.ended = true;
    TaskRows rows(nameOf);
    rows.look(timeline);
    EXPECT_EQ(text(*rows.timeline()), "item 1: 0-40\nitem 2: 40-90\n");
}

TEST(TaskRows, theFirstOnesWhereThereAreTooMany)
{
    core::Timeline timeline;
    timeline.lanes.resize(2);
    // Lane 1 has the earlier half.
    for (core::ItemIndex i = 0; i < 5000; ++i) {
        timeline.lanes[0].spans.push_back(span(100'000 + i, 100'001 + i, 10'000 - i));
        timeline.lanes[1].spans.push_back(span(2 * i, 2 * i + 1, i));
    }
    timeline.ended = true;
    TaskRows rows(nameOf);
    rows.look(timeline);
    ASSERT_EQ(rows.timeline()->lanes.size(), TaskRows::most);
    EXPECT_TRUE(rows.isCut());
    for (core::ItemIndex i = 0; i < TaskRows::most; ++i)
        ASSERT_EQ(rows.timeline()->lanes[i].name, nameOf(i));
}

} // namespace
