// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/item_index.h"

#include <gtest/gtest.h>
#include <random>

using namespace overlap::analysis;
using namespace overlap::core;

namespace {

constexpr ItemIndex items = 12;

/// Lanes of every kind whose spans follow no rule but that they do not overlap: what goes on, what is
/// interrupted by moments that belong to nobody, and gaps.
Timeline anyRun(unsigned seed, int spansPerLane, bool slots)
{
    std::mt19937 dice(seed);
    const auto roll = [&](int sides) { return static_cast<int>(dice() % static_cast<unsigned>(sides)); };
    Timeline timeline;
    timeline.ended = true;
    for (const LaneKind kind :
         {LaneKind::feeder, LaneKind::worker, LaneKind::worker, slots ? LaneKind::slot : LaneKind::worker,
          LaneKind::collector, LaneKind::holder}) {
        Lane lane;
        lane.kind = kind;
        Nanoseconds now = roll(20);
        Span span;
        for (int i = 0; i < spansPerLane; ++i) {
            span.begin = now;
            span.end = now += roll(4);
            const int what = roll(10);
            if (what < 4) {
                span.item = static_cast<ItemIndex>(roll(items));
                span.stage = static_cast<StageIndex>(roll(2));
            }
            const bool nobody = what >= 7;
            Span own = span;
            own.item = nobody ? noItem : span.item;
            own.state = nobody ? (roll(3) == 0   ? State::queueFull
                                  : roll(3) == 0 ? State::idle
                                                 : State::dispatch)
                               : State::computing;
            lane.spans.push_back(own);
            now += roll(2);
        }
        timeline.lanes.push_back(std::move(lane));
    }
    return timeline;
}

TEST(ItemStays, findsTheSameAsAScan)
{
    for (unsigned seed = 0; seed < 60; ++seed) {
        const Timeline timeline = anyRun(seed, 80, seed % 2 == 1);
        ItemStays index;
        EXPECT_TRUE(index.look(timeline));
        EXPECT_GT(index.stays(), 20U);
        for (ItemIndex item = 0; item < items + 2; ++item)
            EXPECT_EQ(index.flowOf(timeline, item), flowOf(timeline, item))
                << "seed " << seed << " item " << item;
        EXPECT_TRUE(index.flowOf(timeline, noItem).empty());
    }
}

TEST(ItemStays, takesInNoMoreAtOnceThanItIsGiven)
{
    const Timeline timeline = anyRun(7, 80, false);
    ItemStays index;
    int looks = 1;
    std::size_t before = 0;
    while (!index.look(timeline, 16)) {
        EXPECT_LE(index.stays(), before + 16);
        before = index.stays();
        ++looks;
    }
    EXPECT_GE(looks, 400 / 16);
    for (ItemIndex item = 0; item < items; ++item)
        EXPECT_EQ(index.flowOf(timeline, item), flowOf(timeline, item));
    EXPECT_TRUE(index.look(timeline, 0)); // nothing is new
}

TEST(ItemStays, growsWithARun)
{
    const Timeline whole = anyRun(3, 120, false);
    Timeline live = whole;
    live.ended = false;
    for (Lane& lane : live.lanes)
        lane.spans.clear();
    std::mt19937 dice(5);
    ItemStays index;
    for (bool grows = true; grows;) {
        grows = false;
        for (std::size_t i = 0; i < whole.lanes.size(); ++i) {
            auto& spans = live.lanes[i].spans;
            const auto& all = whole.lanes[i].spans;
            // The last one may have been another until now.
            if (!spans.empty()) {
                spans.pop_back();
                spans.push_back(all[spans.size()]);
            }
            for (unsigned more = dice() % 4; more > 0 && spans.size() < all.size(); --more)
                spans.push_back(all[spans.size()]);
            grows = grows || spans.size() < all.size();
            if (!spans.empty() && spans.size() < all.size() && dice() % 2 == 0) {
                spans.back().flags = spanOpen;
                spans.back().item = static_cast<ItemIndex>(dice() % items);
            }
        }
        EXPECT_TRUE(index.look(live));
        for (ItemIndex item = 0; item < items; ++item)
            ASSERT_EQ(index.flowOf(live, item), flowOf(live, item));
    }
}

TEST(ItemStays, aLongStayIsNotWalked)
{
    // One item under an interpreter's lock: a million slices, which a look at its way must not count again.
    Timeline timeline;
    timeline.ended = true;
    timeline.lanes.emplace_back();
    constexpr Nanoseconds slices = 1'000'000;
    for (Nanoseconds i = 0; i < slices; ++i) {
        Span span;
        span.begin = i;
        span.end = i + 1;
        span.item = 0;
        timeline.lanes[0].spans.push_back(span);
    }
    ItemStays index;
    index.look(timeline);
    EXPECT_EQ(index.stays(), 1U);
    EXPECT_LE(index.bytes(), 64U);
    const std::vector<FlowStep> way = index.flowOf(timeline, 0);
    ASSERT_EQ(way.size(), 1U);
    EXPECT_EQ(way[0].end, slices);
}

} // namespace
