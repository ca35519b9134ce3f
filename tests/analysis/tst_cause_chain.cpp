// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cause_chain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::analysis;
using namespace overlap::core;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

constexpr Nanoseconds ms = 1'000'000;

Span span(Nanoseconds begin, Nanoseconds end, State state, LaneIndex waker = noLane)
{
    Span result;
    result.begin = begin * ms;
    result.end = end * ms;
    result.state = state;
    result.waker = waker;
    return result;
}

Lane lane(std::string name, std::vector<Span> spans, LaneKind kind = LaneKind::worker)
{
    Lane result;
    result.name = std::move(name);
    result.kind = kind;
    result.spans = std::move(spans);
    return result;
}

Timeline timelineOf(Nanoseconds end, std::vector<Lane> lanes)
{
    Timeline timeline;
    timeline.end = end * ms;
    timeline.ended = true;
    timeline.lanes = std::move(lanes);
    return timeline;
}

std::vector<std::string> sentences(const Timeline& timeline, LaneIndex lane, Nanoseconds time)
{
    std::vector<std::string> texts;
    for (const CauseLink& link : causeChainOf(timeline, lane, time * ms))
        texts.push_back(link.sentence.english());
    return texts;
}

/// inspect starves, because prepare could not put down what it had, because assemble was slow.
Timeline line()
{
    return timelineOf(
        100, {lane("prepare 1", {span(0, 20, State::computing), span(20, 50, State::queueFull),
                                 span(50, 60, State::dispatch, 1)}),
              lane("assemble 1", {span(0, 10, State::queueEmpty), span(10, 50, State::computing, 0)}),
              lane("inspect 1", {span(16, 50, State::queueEmpty), span(50, 100, State::waiting, 0)})});
}

} // namespace

TEST(CauseChain, GoesFromLaneToLaneUntilOneWasAtWork)
{
    const Timeline timeline = line();
    EXPECT_THAT(sentences(timeline, 2, 30),
                ElementsAre("inspect 1 waited 34.0 ms for work: its queue was empty.",
                            "prepare 1 was held up for 30.0 ms: the queue behind it was full.",
                            "assemble 1 was computing for 30.0 ms."));
    const auto chain = causeChainOf(timeline, 2, 30 * ms);
    ASSERT_EQ(chain.size(), 3U);
    EXPECT_EQ(chain[0].lane, 2);
    EXPECT_EQ(chain[0].begin, 16 * ms);
    EXPECT_EQ(chain[0].end, 50 * ms);
    EXPECT_EQ(chain[0].state, State::queueEmpty);
    EXPECT_EQ(chain[1].lane, 0);
    EXPECT_EQ(chain[1].begin, 20 * ms);
    EXPECT_EQ(chain[1].end, 50 * ms);
    EXPECT_EQ(chain[1].state, State::queueFull);
    EXPECT_EQ(chain[2].lane, 1);
    EXPECT_EQ(chain[2].begin, 10 * ms);
    EXPECT_EQ(chain[2].state, State::computing);
}

TEST(CauseChain, OfALaneAtWorkIsWhatItDoes)
{
    EXPECT_THAT(sentences(line(), 0, 5), ElementsAre("prepare 1 was computing for 20.0 ms."));
    EXPECT_THAT(sentences(line(), 2, 100),
                ElementsAre("inspect 1 waited 50.0 ms for an answer: that is its task, and takes no core."))
        << "the end of the run still belongs to the last span";
}

TEST(CauseChain, OneThatIsDoneLeadsToTheLastAtWork)
{
    EXPECT_THAT(sentences(line(), 1, 80),
                ElementsAre("assemble 1 had nothing left to do for 50.0 ms.",
                            "inspect 1 waited 50.0 ms for an answer: that is its task, and takes no core."));
    const Timeline pool =
        timelineOf(40, {lane("worker 1", {span(0, 30, State::computing), span(30, 40, State::coreWait)}),
                        lane("worker 2", {span(0, 10, State::starting), span(10, 30, State::computing)}),
                        lane("worker 3", {})});
    EXPECT_THAT(sentences(pool, 1, 35),
                ElementsAre("worker 2 had nothing left to do for 10.0 ms.",
                            "worker 1 had no core for 10.0 ms; other workers that computed: 0."));
    EXPECT_THAT(sentences(pool, 2, 35), ElementsAre("worker 3 had nothing to do in the whole run.",
                                                    "worker 1 was computing for 30.0 ms."));
}

TEST(CauseChain, ManyTasksInOneWaitAreOneLink)
{
    std::vector<Span> tasks;
    for (Nanoseconds begin = 0; begin < 40; begin += 4) {
        tasks.push_back(span(begin, begin + 3, State::computing));
        tasks.push_back(span(begin + 3, begin + 4, State::dispatch));
    }
    const Timeline timeline =
        timelineOf(50, {lane("worker 1", tasks),
                        lane("worker 2", {span(8, 40, State::lockWait), span(40, 50, State::computing, 0)})});
    EXPECT_THAT(sentences(timeline, 1, 20),
                ElementsAre("worker 2 waited 32.0 ms for a lock.", "worker 1 was computing for 24.0 ms."));
    const auto chain = causeChainOf(timeline, 1, 20 * ms);
    EXPECT_EQ(chain[1].begin, 8 * ms) << "all of them are to be highlighted";
    EXPECT_EQ(chain[1].end, 40 * ms);
}

TEST(CauseChain, TheInterpretersLockLeadsToWhoHadItTheLongest)
{
    Timeline timeline =
        timelineOf(60, {lane("worker 1", {span(0, 50, State::gilWait), span(50, 60, State::computing, 1)}),
                        lane("worker 2", {span(0, 5, State::computing), span(5, 45, State::gilWait),
                                          span(45, 50, State::computing, 2)}),
                        lane("worker 3", {span(0, 5, State::gilWait), span(5, 45, State::computing, 1)}),
                        lane("GIL",
                             {span(0, 5, State::computing, 1), span(5, 45, State::computing, 2),
                              span(45, 50, State::computing, 1)},
                             LaneKind::holder)});
    EXPECT_THAT(sentences(timeline, 0, 20), ElementsAre("worker 1 waited 50.0 ms for the interpreter's lock.",
                                                        "worker 3 was computing for 40.0 ms."));
    timeline.lanes.pop_back();
    EXPECT_THAT(sentences(timeline, 0, 20), ElementsAre("worker 1 waited 50.0 ms for the interpreter's lock.",
                                                        "worker 2 waited 40.0 ms for the interpreter's lock.",
                                                        "worker 3 was computing for 40.0 ms."))
        << "without such a lane the waker is all that is known";
}

TEST(CauseChain, ASlotThatCouldGoOnLeadsToTheLoop)
{
    const Timeline timeline = timelineOf(
        30, {lane("loop", {span(0, 20, State::computing), span(20, 30, State::waiting)}),
             lane("slot 1", {span(0, 5, State::waiting), span(5, 20, State::dispatch)}, LaneKind::slot)});
    EXPECT_THAT(sentences(timeline, 1, 10),
                ElementsAre("slot 1 could have gone on, but the loop had no time for it for 15.0 ms.",
                            "loop was computing for 15.0 ms."));
}

TEST(CauseChain, EndsWhereNobodyIsKnown)
{
    const Timeline timeline = timelineOf(
        60, {lane("process 1", {span(0, 10, State::computing), span(10, 40, State::queueEmpty),
                                span(40, 60, State::computing)}),
             lane("process 2", {span(20, 30, State::computing), span(35, 60, State::computing, 9)})});
    EXPECT_THAT(sentences(timeline, 0, 20),
                ElementsAre("process 1 waited 30.0 ms for work: its queue was empty."));
    EXPECT_THAT(sentences(timeline, 1, 5), ElementsAre("process 2 had not begun yet for 20.0 ms."));
    EXPECT_THAT(sentences(timeline, 1, 33), ElementsAre("process 2 had nothing to do for 5.00 ms."));
}

TEST(CauseChain, EndsWhereItComesBackToWhatWasTold)
{
    const Timeline timeline =
        timelineOf(60, {lane("a", {span(0, 50, State::queueFull), span(50, 60, State::computing, 1)}),
                        lane("b", {span(0, 50, State::queueEmpty), span(50, 60, State::computing, 0)})});
    EXPECT_EQ(causeChainOf(timeline, 0, 10 * ms).size(), 2U);
    EXPECT_EQ(causeChainOf(timeline, 1, 10 * ms).size(), 2U);
}

TEST(CauseChain, IsBounded)
{
    // Each waits for the one behind it a little longer.
    std::vector<Lane> lanes;
    constexpr int count = 20;
    for (int i = 0; i < count; ++i) {
        lanes.push_back(lane("l" + std::to_string(i),
                             {span(0, 100 + i, State::lockWait),
                              span(100 + i, 200, State::computing, static_cast<LaneIndex>(i + 1))}));
    }
    EXPECT_EQ(causeChainOf(timelineOf(200, lanes), 0, 50 * ms).size(), longestChain);
}

TEST(CauseChain, SaysWhatWasNotRecordedAndNothingOfWhatIsNotThere)
{
    Timeline timeline = timelineOf(20, {lane("worker 1", {span(0, 20, State::idle)})});
    timeline.lanes[0].spans[0].flags = spanLost;
    EXPECT_THAT(sentences(timeline, 0, 5), ElementsAre("What worker 1 did for 20.0 ms was not recorded."));
    EXPECT_THAT(sentences(timeline, 1, 5), IsEmpty());
    EXPECT_THAT(sentences(timeline, 0, 21), IsEmpty());
    EXPECT_THAT(sentences(timeline, 0, -1), IsEmpty());
    EXPECT_THAT(sentences(Timeline(), 0, 0), IsEmpty());
}

TEST(CauseChain, TheFeederHasNoMoreThanItGets)
{
    const Timeline timeline = timelineOf(
        60, {lane("feeder", {span(0, 30, State::waiting), span(30, 31, State::dispatch)}, LaneKind::feeder),
             lane("prepare 1", {span(0, 30, State::queueEmpty), span(30, 60, State::computing, 0)})});
    EXPECT_THAT(sentences(timeline, 1, 3),
                ElementsAre("prepare 1 waited 30.0 ms for work: its queue was empty.",
                            "feeder had no item to bring for 30.0 ms: they come one by one."));
}
