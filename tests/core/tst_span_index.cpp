// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/many_spans.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

using namespace overlap::core;
using overlap::testing::manySpans;

namespace {

Nanoseconds stretchOf(const std::vector<Span>& spans, std::size_t i)
{
    return std::max(spans[i].duration(), i > 0 ? spans[i].begin - spans[i - 1].end : 0);
}

} // namespace

TEST(SpanIndex, SumsAreThoseOfTheSpansBefore)
{
    const Lane lane = manySpans(10'003);
    SpanIndex index;
    index.extend(lane.spans, lane.spans.size());
    EXPECT_EQ(index.size(), 10'000U);
    ASSERT_EQ(index.keys(), stateCount - 1);
    std::array<double, stateCount> sums{};
    for (std::size_t i = 0; i <= index.size(); ++i) {
        if (i % index.blockSpans() == 0) {
            const std::size_t block = i / index.blockSpans();
            for (std::size_t key = 0; key < index.keys(); ++key)
                ASSERT_EQ(index.sums(block)[key], sums[key]) << i << ' ' << key;
            if (block < index.blocks()) {
                ASSERT_EQ(index.begin(block), lane.spans[i].begin);
            }
        }
        sums[static_cast<std::size_t>(lane.spans[i].state)] += static_cast<double>(lane.spans[i].duration());
    }
}

TEST(SpanIndex, FindsTheNextLongSpanOrGap)
{
    const Lane lane = manySpans(40'000);
    SpanIndex index;
    index.extend(lane.spans, lane.spans.size());
    for (const Nanoseconds length :
         {Nanoseconds{1}, Nanoseconds{1'500}, Nanoseconds{2'199}, Nanoseconds{300'000}, Nanoseconds{600'000},
          Nanoseconds{601'000}, nanosecondsPerSecond}) {
        std::size_t expected = index.size();
        for (std::size_t from = index.size(); from-- > 0;) {
            if (stretchOf(lane.spans, from) >= length)
                expected = from;
            if (from % 7 == 0 || from < 100) {
                ASSERT_EQ(index.nextStretch(lane.spans, from, length), expected) << from << ' ' << length;
            }
        }
        EXPECT_EQ(index.nextStretch(lane.spans, index.size(), length), index.size());
    }
}

TEST(SpanIndex, KnowsWhatIsNeverFoldedAway)
{
    const Lane lane = manySpans(50'000);
    SpanIndex index;
    index.extend(lane.spans, lane.spans.size());
    std::size_t marked = 0;
    for (const SpanIndex::Marked& each : index.marked()) {
        EXPECT_TRUE(std::ranges::is_sorted(each.spans));
        for (const std::uint32_t span : each.spans)
            EXPECT_EQ(lane.spans[span].flags, each.flags);
        marked += each.spans.size();
    }
    const auto flagged =
        std::count_if(lane.spans.begin(), lane.spans.end(), [](const Span& span) { return span.flags != 0; });
    EXPECT_GT(flagged, 0);
    EXPECT_EQ(marked, static_cast<std::size_t>(flagged));
}

TEST(SpanIndex, GrowsToWhatItIsWhenMadeAtOnce)
{
    const Lane lane = manySpans(5'000);
    SpanIndex atOnce;
    atOnce.extend(lane.spans, lane.spans.size());
    SpanIndex grown;
    for (std::size_t count = 0; count <= lane.spans.size(); count += 37)
        grown.extend(std::span(lane.spans).first(count), count);
    grown.extend(lane.spans, lane.spans.size());
    const auto expectSame = [&](const SpanIndex& index) {
        ASSERT_EQ(index.blocks(), atOnce.blocks());
        EXPECT_EQ(index.bytes(), atOnce.bytes());
        EXPECT_TRUE(std::equal(index.sums(0), index.sums(index.blocks()) + index.keys(), atOnce.sums(0)));
        for (std::size_t from = 0; from < index.size(); from += 11)
            EXPECT_EQ(index.nextStretch(lane.spans, from, 2'000),
                      atOnce.nextStretch(lane.spans, from, 2'000));
    };
    expectSame(grown);
    // A live lane may take its last spans back.
    grown.extend(lane.spans, 1'000);
    EXPECT_EQ(grown.size(), 1'000U);
    grown.extend(lane.spans, lane.spans.size());
    expectSame(grown);
}

TEST(SpanIndex, HoldersAreKnownAsTheyTurnUp)
{
    std::vector<Span> spans(1'000);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        spans[i].begin = static_cast<Nanoseconds>(i) * 10;
        spans[i].end = spans[i].begin + 10;
        spans[i].state = State::computing;
        spans[i].waker = static_cast<LaneIndex>(i / 400);
    }
    spans[0].waker = noLane;
    SpanIndex index(SpanIndex::Key::waker);
    for (const std::size_t count : {std::size_t{200}, std::size_t{500}, spans.size()})
        index.extend(spans, count);
    ASSERT_EQ(index.size(), 960U);
    ASSERT_EQ(index.keys(), 3U);
    const double* const sums = index.sums(index.blocks());
    EXPECT_EQ(sums[0], 4'000);
    EXPECT_EQ(sums[1], 4'000);
    EXPECT_EQ(sums[2], 1'600);
}

TEST(SpanIndex, ASpanWithItsShareOfTheIndexTakesNoMoreThan64Bytes)
{
    const Lane lane = manySpans(100'000);
    SpanIndex index;
    index.extend(lane.spans, lane.spans.size());
    const double each = sizeof(Span) + static_cast<double>(index.bytes()) / static_cast<double>(index.size());
    EXPECT_LE(each, 48) << "64 with what vectors keep as room to grow";
}

TEST(SpanIndex, WhatMayStillChangeIsLeftOut)
{
    Timeline timeline = overlap::testing::manyLanes(2, 800);
    timeline.ended = false;
    for (Lane& lane : timeline.lanes)
        lane.index = {};
    indexSpans(timeline);
    EXPECT_EQ(timeline.lanes[0].index.size(), 792U);
    timeline.ended = true;
    indexSpans(timeline);
    EXPECT_EQ(timeline.lanes[0].index.size(), 800U);
}
