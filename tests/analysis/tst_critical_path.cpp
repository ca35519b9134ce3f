// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/critical_path.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <sstream>

using namespace overlap::analysis;
using namespace overlap::core;

namespace {

Span span(Nanoseconds begin, Nanoseconds end, State state, LaneIndex waker = noLane, ItemIndex item = noItem)
{
    Span result;
    result.begin = begin;
    result.end = end;
    result.state = state;
    result.waker = waker;
    result.item = item;
    return result;
}

Timeline timelineOf(Nanoseconds end, std::vector<std::vector<Span>> lanes)
{
    Timeline timeline;
    timeline.end = end;
    timeline.ended = true;
    for (std::vector<Span>& spans : lanes) {
        timeline.lanes.emplace_back();
        timeline.lanes.back().spans = std::move(spans);
    }
    return timeline;
}

/// "0: 0..10 computing" by line.
std::string described(const std::vector<PathSegment>& path)
{
    static constexpr const char* reasons[] = {"", " (hand-over)", " (unknown)", " (ending)"};
    std::ostringstream text;
    for (const PathSegment& segment : path) {
        if (segment.lane == noLane)
            text << "nobody";
        else
            text << segment.lane;
        text << ": " << segment.begin << ".." << segment.end << ' ' << stateName(segment.state)
             << reasons[static_cast<std::size_t>(segment.reason)] << '\n';
    }
    return text.str();
}

/// Covers [0, end) once and nothing else, with parts that are some time long.
void expectWhole(const std::vector<PathSegment>& path, const Timeline& timeline)
{
    Nanoseconds reached = 0;
    Nanoseconds sum = 0;
    for (const PathSegment& segment : path) {
        EXPECT_EQ(segment.begin, reached);
        EXPECT_GT(segment.duration(), 0);
        reached = segment.end;
        sum += segment.duration();
    }
    EXPECT_EQ(reached, std::max<Nanoseconds>(timeline.end, 0));
    EXPECT_EQ(sum, std::max<Nanoseconds>(timeline.end, 0));
}

void expectPath(const Timeline& timeline, const std::string& expected)
{
    const auto path = criticalPathOf(timeline);
    EXPECT_EQ(described(path), expected);
    expectWhole(path, timeline);
}

} // namespace

TEST(CriticalPath, OfOneLaneIsAllThatItDid)
{
    expectPath(timelineOf(200, {{span(-5, 0, State::starting), span(0, 100, State::computing),
                                 span(100, 102, State::dispatch), span(102, 200, State::waiting)}}),
               "0: 0..100 computing\n0: 100..102 dispatch\n0: 102..200 waiting\n");
}

TEST(CriticalPath, OfLanesThatKnowNothingOfEachOtherIsTheOneThatEndsLast)
{
    expectPath(timelineOf(150, {{span(0, 100, State::computing)},
                                {span(1, 90, State::computing), span(90, 150, State::coreWait)},
                                {span(0, 10, State::starting), span(10, 120, State::computing)}}),
               "1: 0..1 idle (unknown)\n1: 1..90 computing\n1: 90..150 core-wait\n");
}

TEST(CriticalPath, FollowsAProducerThatWaitedForRoomToWhoMadeIt)
{
    expectPath(
        timelineOf(200, {{span(0, 10, State::computing, noLane, 0), span(10, 20, State::computing, noLane, 1),
                          span(20, 50, State::queueFull), span(50, 51, State::dispatch, 1),
                          span(51, 200, State::computing, noLane, 2)},
                         {span(0, 10, State::queueEmpty), span(10, 50, State::waiting, 0, 0),
                          span(50, 90, State::waiting, noLane, 1)}}),
        "0: 0..10 computing\n1: 10..50 waiting\n0: 50..51 dispatch\n0: 51..200 computing\n");
}

TEST(CriticalPath, GoesThroughAPipelineFromStageToStage)
{
    // Two items; the second stage is the slow one, the third waits for it.
    expectPath(
        timelineOf(115, {{span(0, 20, State::waiting, noLane, 0), span(20, 40, State::waiting, noLane, 1)},
                         {span(0, 20, State::queueEmpty), span(20, 60, State::waiting, 0, 0),
                          span(60, 100, State::waiting, noLane, 1)},
                         {span(0, 60, State::queueEmpty), span(60, 70, State::waiting, 1, 0),
                          span(70, 100, State::queueEmpty), span(100, 110, State::waiting, 1, 1),
                          span(110, 115, State::dispatch)}}),
        "0: 0..20 waiting\n1: 20..60 waiting\n1: 60..100 waiting\n2: 100..110 waiting\n2: 110..115 "
        "dispatch\n");
}

TEST(CriticalPath, ChangesLanesWithTheInterpretersLock)
{
    // Who gives the lock up has to wait itself; the other goes on a little later.
    expectPath(timelineOf(204, {{span(0, 50, State::computing), span(50, 102, State::gilWait),
                                 span(102, 152, State::computing, 1)},
                                {span(0, 52, State::gilWait), span(52, 100, State::computing, 0),
                                 span(100, 154, State::gilWait), span(154, 204, State::computing, 0)}}),
               "0: 0..50 computing\n1: 50..52 gil-wait (hand-over)\n1: 52..100 computing\n0: 100..102 "
               "gil-wait (hand-over)\n0: 102..152 computing\n1: 152..154 gil-wait (hand-over)\n1: 154..204 "
               "computing\n");
}

TEST(CriticalPath, FollowsALockToWhoHadIt)
{
    expectPath(timelineOf(100, {{span(0, 60, State::computing), span(60, 70, State::dispatch)},
                                {span(0, 10, State::starting), span(10, 60, State::lockWait),
                                 span(60, 100, State::computing, 0)}}),
               "0: 0..60 computing\n1: 60..100 computing\n");
}

TEST(CriticalPath, AWaitOfWhichNobodyIsKnownToHaveEndedItIsOnThePath)
{
    const std::vector<Span> waits{span(0, 10, State::computing), span(10, 40, State::queueEmpty),
                                  span(40, 60, State::computing)};
    expectPath(timelineOf(60, {waits}),
               "0: 0..10 computing\n0: 10..40 queue-empty (unknown)\n0: 40..60 computing\n");
    // A waker that did nothing meanwhile cannot have been it, nor one that does not exist, nor itself.
    for (const LaneIndex waker : {LaneIndex{0}, LaneIndex{1}, LaneIndex{2}, LaneIndex{7}}) {
        Timeline timeline =
            timelineOf(60, {waits, {span(0, 8, State::computing)}, {span(0, 60, State::waiting)}});
        timeline.lanes[2].kind = LaneKind::holder;
        timeline.lanes[0].spans[2].waker = waker;
        expectPath(timeline, "0: 0..10 computing\n0: 10..40 queue-empty (unknown)\n0: 40..60 computing\n");
    }
}

TEST(CriticalPath, TwoThatWaitForEachOtherEndTheWalkNever)
{
    expectPath(timelineOf(20, {{span(0, 10, State::queueFull), span(10, 20, State::computing, 1)},
                               {span(0, 10, State::queueEmpty), span(10, 19, State::computing, 0)}}),
               "0: 0..10 queue-full (unknown)\n0: 10..20 computing\n");
}

TEST(CriticalPath, WhatComesBehindAllWorkIsTheEnding)
{
    expectPath(timelineOf(50, {{span(0, 40, State::computing), span(40, 50, State::idle)}}),
               "0: 0..40 computing\n0: 40..50 idle (ending)\n");
    expectPath(timelineOf(50, {{}, {}}), "nobody: 0..50 idle (ending)\n");
    expectPath(timelineOf(50, {}), "nobody: 0..50 idle (ending)\n");
    expectPath(timelineOf(0, {{span(-9, 0, State::starting)}}), "");
}

TEST(CriticalPath, OfAnEventLoopIsTheLoopsOwnLane)
{
    Timeline timeline = timelineOf(30, {{span(0, 5, State::computing, noLane, 0), span(5, 25, State::waiting),
                                         span(25, 30, State::computing, 1, 0)},
                                        {span(0, 30, State::waiting, noLane, 0)}});
    timeline.lanes[1].kind = LaneKind::slot;
    expectPath(timeline, "0: 0..5 computing\n0: 5..25 waiting\n0: 25..30 computing\n");
}

TEST(CriticalPath, AddsUpToTheWallTimeWhateverWasRecorded)
{
    std::mt19937_64 random(20'260'101); // NOLINT(*-msc51-cpp): the same every time
    const auto asFarAs = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    for (int round = 0; round < 3000; ++round) {
        SCOPED_TRACE(round);
        Timeline timeline;
        timeline.ended = true;
        timeline.end = asFarAs(400);
        timeline.lanes.resize(static_cast<std::size_t>(asFarAs(6)));
        const auto lanes = static_cast<int>(timeline.lanes.size());
        for (Lane& lane : timeline.lanes) {
            lane.kind = asFarAs(8) == 0 ? static_cast<LaneKind>(asFarAs(5)) : LaneKind::worker;
            Nanoseconds time = asFarAs(4) == 0 ? -asFarAs(30) : asFarAs(30);
            while (time < timeline.end && asFarAs(40) != 0) {
                const Nanoseconds end = std::min<Nanoseconds>(time + asFarAs(25), timeline.end);
                const auto waker = asFarAs(2) == 0 ? noLane : static_cast<LaneIndex>(asFarAs(lanes + 1));
                lane.spans.push_back(span(time, end, static_cast<State>(asFarAs(stateCount)), waker,
                                          static_cast<ItemIndex>(asFarAs(9))));
                time = end + (asFarAs(3) == 0 ? asFarAs(12) : 0);
            }
        }
        const auto path = criticalPathOf(timeline);
        expectWhole(path, timeline);
        for (const PathSegment& segment : path) {
            if (segment.reason != PathReason::work)
                continue;
            const auto& spans = timeline.lanes.at(segment.lane).spans;
            EXPECT_TRUE(std::ranges::any_of(spans, [&](const Span& each) {
                return each.begin <= segment.begin && each.end >= segment.end &&
                       each.state == segment.state && each.item == segment.item;
            })) << "what the path says the lane did is what it did";
            EXPECT_FALSE(isHeldUp(segment.state));
        }
        if (HasFailure())
            break;
    }
}
