// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/active_workers.h"

#include <gtest/gtest.h>
#include <random>
#include <sstream>

using namespace overlap::analysis;
using namespace overlap::core;

namespace {

Lane lane(LaneKind kind, std::vector<Span> spans)
{
    Lane result;
    result.kind = kind;
    result.spans = std::move(spans);
    return result;
}

Span span(Nanoseconds begin, Nanoseconds end, State state, std::uint8_t flags = 0)
{
    Span result;
    result.begin = begin;
    result.end = end;
    result.state = state;
    result.flags = flags;
    return result;
}

std::string described(const Track& track)
{
    std::ostringstream text;
    for (const Track::Point& point : track.points)
        text << point.time << ':' << point.value << ' ';
    text << "of " << track.limit;
    return text.str();
}

TEST(ActiveWorkers, whatCountsAsActive)
{
    for (std::size_t i = 0; i < stateCount; ++i) {
        const auto state = static_cast<State>(i);
        EXPECT_EQ(isActive(span(0, 1, state)),
                  state != State::idle && state != State::queueEmpty && state != State::starting)
            << stateName(state);
    }
    EXPECT_FALSE(isActive(span(0, 1, State::computing, spanLost)));
}

TEST(ActiveWorkers, stepsOfTwoWorkers)
{
    Timeline timeline;
    timeline.lanes = {
        lane(LaneKind::worker, {span(0, 10, State::starting), span(10, 50, State::computing),
                                span(50, 52, State::dispatch), span(52, 90, State::waiting)}),
        lane(LaneKind::feeder, {span(0, 90, State::waiting)}),
        lane(LaneKind::worker, {span(0, 30, State::queueEmpty), span(30, 60, State::computing),
                                span(60, 70, State::queueFull), span(70, 95, State::queueEmpty)}),
    };
    EXPECT_EQ(described(activeLanes(timeline)), "10:1 30:2 70:1 90:0 of 2");
    EXPECT_EQ(described(activeLanes(timeline, LaneKind::feeder)), "0:1 90:0 of 1");
    EXPECT_EQ(described(activeLanes(timeline, LaneKind::slot)), "of 0");
}

TEST(ActiveWorkers, aHandOverIsNoChange)
{
    Timeline timeline;
    timeline.lanes = {lane(LaneKind::worker, {span(0, 10, State::computing)}),
                      lane(LaneKind::worker, {span(10, 20, State::computing)})};
    EXPECT_EQ(described(activeLanes(timeline)), "0:1 20:0 of 2");
}

TEST(ActiveWorkers, whatIsOpenHasNoEndYet)
{
    Timeline timeline;
    timeline.lanes = {
        lane(LaneKind::worker, {span(0, 10, State::queueEmpty), span(10, 40, State::computing, spanOpen)})};
    EXPECT_EQ(described(activeLanes(timeline)), "10:1 of 1");
}

/// Timelines as a builder lets them grow: spans are appended, the open one is stretched, closed, or taken
/// back where it was a wait that led to nothing.
TEST(ActiveWorkers, growingIsTheSameAsFromScratch)
{
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        auto timeline = std::make_shared<Timeline>();
        const std::size_t workers = 1 + random() % 5;
        for (std::size_t i = 0; i < workers; ++i)
            timeline->lanes.push_back(lane(LaneKind::worker, {}));
        timeline->lanes.push_back(lane(LaneKind::holder, {}));
        ActiveLanes growing;
        Nanoseconds now = 0;
        for (int look = 0; look < 40; ++look) {
            const Nanoseconds before = now;
            now += 20;
            for (Lane& each : timeline->lanes) {
                Nanoseconds time = before;
                if (!each.spans.empty() && (each.spans.back().flags & spanOpen) != 0) {
                    Span& open = each.spans.back();
                    if (random() % 4 == 0) {
                        open.end = now; // it goes on
                        continue;
                    }
                    if (open.state == State::queueEmpty && random() % 4 == 0) {
                        each.spans.pop_back();
                    } else {
                        // Its end may lie a little before the last look, which came after the records.
                        time = std::max(open.begin, before - static_cast<Nanoseconds>(random() % 3));
                        open.end = time;
                        open.flags = 0;
                    }
                }
                while (random() % 3 != 0) {
                    const Nanoseconds begin = time + static_cast<Nanoseconds>(random() % 3);
                    const Nanoseconds end = begin + static_cast<Nanoseconds>(random() % 6);
                    if (end > now)
                        break;
                    each.spans.push_back(span(begin, end, static_cast<State>(random() % stateCount)));
                    time = end;
                }
                if (time < now && random() % 2 == 0)
                    each.spans.push_back(
                        span(time, now, static_cast<State>(random() % stateCount), spanOpen));
            }
            timeline->end = now;
            ASSERT_EQ(described(*growing.look(timeline)), described(activeLanes(*timeline)))
                << "round " << round << ", look " << look;
        }
        timeline->ended = true;
        for (Lane& each : timeline->lanes) {
            if (!each.spans.empty())
                each.spans.back().flags = 0;
        }
        EXPECT_EQ(described(*growing.look(timeline)), described(activeLanes(*timeline)));
        EXPECT_EQ(described(*growing.look(nullptr)), "of 0");
    }
}

} // namespace
