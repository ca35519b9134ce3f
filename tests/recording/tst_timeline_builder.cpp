// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/timeline_builder.h"

#include "core/random.h"
#include "support/timeline_laws.h"
#include "support/timeline_text.h"

#include <gtest/gtest.h>

using namespace overlap::core;
using namespace overlap::recording;
using overlap::testing::brokenLaw;
using overlap::testing::timelineText;

namespace {

constexpr Nanoseconds origin = 1000;

/// Times are written relative to t = 0, as the goldens show them.
Record at(Nanoseconds time, State state, ItemIndex item = noItem, unsigned flags = 0, StageIndex stage = 0)
{
    return Record{origin + time, item, stage, noLane, state, static_cast<std::uint8_t>(flags)};
}

class Builder
{
public:
    explicit Builder(int lanes = 1) : m_builder(makeLanes(lanes), origin) {}
    Builder& add(std::vector<Record> records, LaneIndex lane = 0)
    {
        m_builder.append(lane, records);
        return *this;
    }
    Builder& look(Nanoseconds time)
    {
        m_builder.look(origin + time);
        return *this;
    }
    Builder& finish(Nanoseconds wall)
    {
        m_builder.finish(wall);
        return *this;
    }
    std::string text() const { return timelineText(*m_builder.timeline()); }
    const Timeline& timeline() const { return *m_builder.timeline(); }

private:
    static std::vector<LaneInfo> makeLanes(int count)
    {
        std::vector<LaneInfo> lanes;
        for (int i = 0; i < count; ++i)
            lanes.push_back({"w" + std::to_string(i + 1), LaneKind::worker});
        return lanes;
    }
    TimelineBuilder m_builder;
};

const std::vector<Record> oneTask{at(0, State::computing, 7, recordTaskBegin), at(10, State::waiting, 7),
                                  at(90, State::computing, 7), at(95, State::dispatch, 7, recordTaskEnd)};

} // namespace

TEST(TimelineBuilder, ATaskBecomesSpansAndARow)
{
    EXPECT_EQ(Builder().add(oneTask).add({at(97, State::queueEmpty)}).finish(97).text(),
              "w1: 0-10 computing 7/0, 10-90 waiting 7/0, 90-95 computing 7/0, 95-97 dispatch\n"
              "task 7/0 w1 0-95 done\n"
              "end 97\n");
}

TEST(TimelineBuilder, ATrackBecomesPointsAndLanesKeepTheirIndex)
{
    TimelineBuilder builder({{"w1", LaneKind::worker}, {"queue", LaneKind::track, 3}}, origin);
    Record gap;
    gap.time = origin + 30;
    gap.flags = recordGap;
    Record one = at(20, State::idle, 1);
    Record three = at(40, State::idle, 3);
    builder.append(0, oneTask);
    builder.append(1, std::vector<Record>{one, gap, three});
    builder.look(origin + 50);
    builder.finish(95);
    const Timeline& timeline = *builder.timeline();
    ASSERT_EQ(timeline.lanes.size(), 1u);
    ASSERT_EQ(timeline.tracks.size(), 1u);
    EXPECT_EQ(timeline.tracks[0].name, "queue");
    EXPECT_EQ(timeline.tracks[0].limit, 3);
    EXPECT_EQ(timeline.tracks[0].points, (std::vector<Track::Point>{{20, 1}, {40, 3}}));
    EXPECT_EQ(timeline.tasks.size(), 1u);
}

TEST(TimelineBuilder, ItMakesNoDifferenceHowTheRecordsCome)
{
    const std::string whole = Builder().add(oneTask).finish(95).text();
    Builder single;
    for (const Record& record : oneTask)
        single.add({record});
    EXPECT_EQ(single.finish(95).text(), whole);
    Builder watched;
    for (const Record& record : oneTask) {
        watched.add({record});
        watched.look(record.time - origin + 3).look(record.time - origin + 4);
    }
    EXPECT_EQ(watched.finish(95).text(), whole) << "live looks leave no trace";
}

TEST(TimelineBuilder, FailuresAndCancellationsAreMarkedWhereTheyEnd)
{
    EXPECT_EQ(
        Builder()
            .add({at(0, State::computing, 0, recordTaskBegin),
                  at(10, State::dispatch, 0, recordTaskEnd | recordFailed),
                  at(12, State::computing, 1, recordTaskBegin), at(15, State::waiting, 1),
                  at(40, State::dispatch, 1, recordTaskEnd | recordCancelled)})
            .finish(40)
            .text(),
        "w1: 0-10 computing 0/0 failed, 10-12 dispatch, 12-15 computing 1/0, 15-40 waiting 1/0 cancelled\n"
        "task 0/0 w1 0-10 failed\n"
        "task 1/0 w1 12-40 cancelled\n"
        "end 40\n");
}

TEST(TimelineBuilder, AFailureAtOnceIsSeenAllTheSame)
{
    EXPECT_EQ(Builder()
                  .add({at(5, State::computing, 0, recordTaskBegin),
                        at(5, State::dispatch, 0, recordTaskEnd | recordFailed)})
                  .finish(9)
                  .text(),
              "w1: 5-5 computing 0/0 failed, 5-9 dispatch\n"
              "task 0/0 w1 5-5 failed\n"
              "end 9\n");
}

TEST(TimelineBuilder, StagesHaveRowsOfTheirOwn)
{
    EXPECT_EQ(Builder()
                  .add({at(0, State::computing, 3, recordTaskBegin, 0),
                        at(10, State::dispatch, 3, recordTaskEnd, 0),
                        at(10, State::computing, 3, recordTaskBegin, 1),
                        at(30, State::dispatch, 3, recordTaskEnd, 1)})
                  .finish(30)
                  .text(),
              "w1: 0-10 computing 3/0, 10-30 computing 3/1\n"
              "task 3/0 w1 0-10 done\n"
              "task 3/1 w1 10-30 done\n"
              "end 30\n");
}

// The parent ends the task of a dead process: it knows the item, not the stage, and the record that began the
// task may be the one that was never published.
TEST(TimelineBuilder, ADeadProcessEndsTheTaskThatItWasAt)
{
    constexpr unsigned killed = recordTaskEnd | recordFailed | recordKilled;
    EXPECT_EQ(Builder()
                  .add({at(0, State::computing, 3, recordTaskBegin, 1), at(10, State::waiting, 3, 0, 1),
                        at(30, State::idle, 3, killed)})
                  .finish(30)
                  .text(),
              "w1: 0-10 computing 3/1, 10-30 waiting 3/1 failed killed\n"
              "task 3/1 w1 0-30 failed\n"
              "end 30\n");
    EXPECT_EQ(Builder()
                  .add({at(0, State::computing, 3, recordTaskBegin),
                        at(10, State::transfer, 3, recordTaskEnd), at(30, State::idle, 4, killed)})
                  .finish(30)
                  .text(),
              "w1: 0-10 computing 3/0, 10-30 transfer failed killed\n"
              "task 3/0 w1 0-10 done\n"
              "task 4/0 w1 30-30 failed\n"
              "end 30\n");
}

TEST(TimelineBuilder, WhoDiesIdleIsShown)
{
    EXPECT_EQ(Builder().add({at(20, State::idle, noItem, recordKilled)}).finish(50).text(),
              "w1: 20-20 idle killed\nend 50\n");
}

TEST(TimelineBuilder, TimeThatGoesBackStandsStill)
{
    EXPECT_EQ(Builder()
                  .add({at(-5, State::starting), at(20, State::computing, 1, recordTaskBegin),
                        at(10, State::waiting, 1), at(30, State::idle, 1, recordTaskEnd)})
                  .finish(30)
                  .text(),
              "w1: -5-20 starting, 20-30 waiting 1/0\n"
              "task 1/0 w1 20-30 done\n"
              "end 30\n");
}

TEST(TimelineBuilder, AGapIsShownAsOne)
{
    EXPECT_EQ(Builder()
                  .add({at(0, State::computing, 0, recordTaskBegin), at(10, State::idle, noItem, recordGap),
                        at(50, State::waiting, 4), at(60, State::dispatch, 4, recordTaskEnd)})
                  .finish(60)
                  .text(),
              "w1: 0-10 computing 0/0, 10-50 idle lost, 50-60 waiting 4/0\n"
              "task 4/0 w1 10-60 done\n"
              "end 60\n");
}

TEST(TimelineBuilder, AGapStaysOneUnderLiveLooks)
{
    const std::vector<Record> gap{at(0, State::computing, 0, recordTaskBegin),
                                  at(10, State::idle, noItem, recordGap)};
    EXPECT_EQ(Builder().add(gap).look(20).text(), "w1: 0-10 computing 0/0, 10-20 idle lost open\nnow 20\n");
    EXPECT_EQ(Builder().add(gap).look(20).look(30).text(),
              "w1: 0-10 computing 0/0, 10-30 idle lost open\nnow 30\n");
    EXPECT_EQ(Builder().add(gap).look(20).finish(40).text(),
              "w1: 0-10 computing 0/0, 10-40 idle lost\nend 40\n");
}

TEST(TimelineBuilder, ALiveLookLetsOpenSpansReachToNow)
{
    Builder builder(2);
    builder.add({at(0, State::computing, 0, recordTaskBegin)}).add({at(5, State::queueEmpty)}, 1);
    EXPECT_EQ(builder.look(20).text(), "w1: 0-20 computing 0/0 open\nw2: 5-20 queue-empty open\nnow 20\n");
    EXPECT_EQ(builder.look(30).text(), "w1: 0-30 computing 0/0 open\nw2: 5-30 queue-empty open\nnow 30\n");
    // The record was made before the look, but came after it.
    builder.add({at(25, State::dispatch, 0, recordTaskEnd)});
    EXPECT_EQ(builder.text(),
              "w1: 0-25 computing 0/0\nw2: 5-30 queue-empty open\ntask 0/0 w1 0-25 done\nnow 30\n");
    builder.add({at(31, State::idle, noItem, recordRetire)})
        .add({at(31, State::idle, noItem, recordRetire)}, 1);
    EXPECT_EQ(builder.finish(25).text(), "w1: 0-25 computing 0/0\nw2:\ntask 0/0 w1 0-25 done\nend 25\n");
}

TEST(TimelineBuilder, AnIdleLaneIsAnEmptyLane)
{
    EXPECT_EQ(Builder(2).add({at(5, State::idle)}).look(10).finish(20).text(), "w1:\nw2:\nend 20\n");
}

TEST(TimelineBuilder, ATrailingWaitForWorkBecomesIdle)
{
    const std::vector<Record> records{at(0, State::queueEmpty), at(10, State::computing, 0, recordTaskBegin),
                                      at(20, State::queueEmpty, 0, recordTaskEnd)};
    const std::string expected =
        "w1: 0-10 queue-empty, 10-20 computing 0/0\ntask 0/0 w1 10-20 done\nend 60\n";
    EXPECT_EQ(Builder().add(records).finish(60).text(), expected);
    EXPECT_EQ(Builder().add(records).look(50).finish(60).text(), expected);
    EXPECT_EQ(Builder().add(records).add({at(70, State::idle, noItem, recordRetire)}).finish(60).text(),
              expected);
}

TEST(TimelineBuilder, WhatLiesBehindTheWallIsCutOff)
{
    EXPECT_EQ(
        Builder(2)
            .add({at(0, State::computing, 0, recordTaskBegin), at(40, State::dispatch, 0, recordTaskEnd),
                  at(60, State::computing), at(80, State::dispatch)})
            .add({at(0, State::starting), at(45, State::dispatch), at(55, State::dispatch)}, 1)
            .finish(50)
            .text(),
        "w1: 0-40 computing 0/0, 40-50 dispatch\n"
        "w2: 0-45 starting, 45-50 dispatch\n"
        "task 0/0 w1 0-40 done\n"
        "end 50\n");
}

TEST(TimelineBuilder, NothingIsOpenInATimelineThatHasEnded)
{
    Builder builder;
    builder.add({at(0, State::computing, 0, recordTaskBegin), at(40, State::dispatch, 0, recordTaskEnd)});
    builder.look(50).finish(40);
    EXPECT_EQ(brokenLaw(builder.timeline()), "");
    EXPECT_EQ(builder.text(), "w1: 0-40 computing 0/0\ntask 0/0 w1 0-40 done\nend 40\n");
}

TEST(TimelineBuilder, TasksStandInOrderOfFinishing)
{
    // Each lane comes as a whole, lane 1 first, although lane 2 was done earlier.
    EXPECT_EQ(
        Builder(2)
            .add({at(0, State::computing, 0, recordTaskBegin), at(30, State::dispatch, 0, recordTaskEnd)})
            .add({at(0, State::computing, 1, recordTaskBegin), at(20, State::dispatch, 1, recordTaskEnd)}, 1)
            .finish(30)
            .text(),
        "w1: 0-30 computing 0/0\nw2: 0-20 computing 1/0, 20-30 dispatch\n"
        "task 1/0 w2 0-20 done\ntask 0/0 w1 0-30 done\nend 30\n");
}

TEST(TimelineBuilder, TheWakerIsKept)
{
    Builder builder(2);
    builder.add({Record{origin + 3, 0, 0, 1, State::computing, recordTaskBegin}});
    EXPECT_EQ(builder.finish(9).text(), "w1: 3-9 computing 0/0 woken by 1\nw2:\nend 9\n");
}

TEST(TimelineBuilder, AKilledLaneIsMarkedWhereItEndsAndEmptyAfterwards)
{
    Builder busy;
    busy.add({at(0, State::computing, 3, recordTaskBegin)}).look(30);
    busy.add({at(40, State::idle, 3, recordTaskEnd | recordFailed | recordKilled)}).look(60).finish(100);
    EXPECT_EQ(busy.text(), "w1: 0-40 computing 3/0 failed killed\ntask 3/0 w1 0-40 failed\nend 100\n");
    EXPECT_EQ(brokenLaw(busy.timeline()), "");
    // One that had nothing to do leaves no span but the mark.
    Builder idle;
    idle.add({at(0, State::computing, 3, recordTaskBegin), at(20, State::dispatch, 3, recordTaskEnd),
              at(25, State::idle)});
    idle.look(30).add({at(40, State::idle, noItem, recordKilled)}).look(60).finish(100);
    EXPECT_EQ(idle.text(), "w1: 0-20 computing 3/0, 20-25 dispatch, 40-40 idle killed\n"
                           "task 3/0 w1 0-20 done\nend 100\n");
}

TEST(TimelineBuilder, StartUpIsThereFromTheFirstLookOn)
{
    Builder builder(2);
    builder.add({at(-12, State::starting)}).add({at(-9, State::starting)}, 1).look(1);
    EXPECT_EQ(builder.text(), "w1: -12-1 starting open\nw2: -9-1 starting open\nnow 1\n");
    EXPECT_EQ(builder.timeline().start, -12);
    builder.add({at(0, State::queueEmpty)}).look(2).finish(5);
    EXPECT_EQ(builder.timeline().start, -12);
}

TEST(TimelineBuilder, LawsHoldForRandomRuns)
{
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        Builder builder(3);
        Nanoseconds wall = 0;
        ItemIndex item = 0;
        for (LaneIndex lane = 0; lane < 3; ++lane) {
            Nanoseconds time = 0;
            const auto step = [&] { return time += static_cast<Nanoseconds>(random.below(50)); };
            for (std::uint64_t tasks = random.below(6); tasks > 0; --tasks) {
                if (random.below(3) == 0)
                    builder.add({at(step(), State::queueEmpty)}, lane);
                builder.add({at(step(), State::computing, item, recordTaskBegin)}, lane);
                if (random.below(2) == 0)
                    builder.add({at(step(), State::waiting, item), at(step(), State::computing, item)}, lane);
                if (random.below(3) == 0)
                    builder.look(time + static_cast<Nanoseconds>(random.below(100)));
                const unsigned fate[] = {0, recordFailed, recordCancelled};
                builder.add({at(step(), State::dispatch, item, recordTaskEnd | fate[random.below(3)])}, lane);
                wall = std::max(wall, time);
                ++item;
            }
            if (random.below(2) == 0)
                builder.add({at(step(), State::queueEmpty)}, lane);
            if (random.below(2) == 0)
                builder.add({at(step(), State::idle, noItem, recordRetire)}, lane);
        }
        builder.finish(wall);
        ASSERT_EQ(brokenLaw(builder.timeline()), "") << builder.text();
        ASSERT_EQ(builder.timeline().tasks.size(), item);
    }
}
