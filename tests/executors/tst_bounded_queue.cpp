// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The queue that joins the stages of a pipeline, by itself. "Row n" as in tst_contract.cpp.
#include "executors/bounded_queue.h"
#include "recording/recorder.h"
#include "support/gate.h"

#include <algorithm>
#include <atomic>
#include <gtest/gtest.h>
#include <memory>
#include <numeric>
#include <random>
#include <thread>

using namespace overlap;
using core::noLane;
using executors::BoundedQueue;
using overlap::testing::eventually;
using overlap::testing::Gate;
using overlap::testing::Watchdog;

namespace {

using Queue = BoundedQueue<int>;
using Put = Queue::Put;
using Take = Queue::Take;

constexpr auto noWait = [] { ADD_FAILURE() << "it had to wait"; };
constexpr auto mayWait = [] {};

Put putOne(Queue& queue, int value, core::LaneIndex lane = 0)
{
    return queue.put(value, lane, noWait).outcome;
}

std::vector<int> takeAll(Queue& queue)
{
    std::vector<int> taken;
    while (true) {
        const auto result = queue.take(0, 1, mayWait);
        if (result.outcome != Take::entry)
            return taken;
        taken.push_back(*result.entry);
    }
}

} // namespace

class BoundedQueueTest : public ::testing::Test
{
    Watchdog watchdog{"the bounded queue", std::chrono::seconds(60)};
};

TEST_F(BoundedQueueTest, FirstInFirstOutAndNobodyWaitsWithoutNeed)
{
    Queue queue(3);
    for (int value : {1, 2, 3})
        EXPECT_EQ(putOne(queue, value), Put::done);
    for (const int value : {1, 2, 3}) {
        const auto taken = queue.take(7, 0, noWait);
        EXPECT_EQ(taken.outcome, Take::entry);
        EXPECT_EQ(taken.entry, value);
        EXPECT_EQ(taken.waker, noLane) << "who did not wait was not woken";
    }
}

TEST_F(BoundedQueueTest, WhoWaitedForAPlaceLearnsWhoFreedIt)
{
    Queue queue(1);
    ASSERT_EQ(putOne(queue, 1), Put::done);
    Gate waits;
    Queue::PutResult put{};
    std::jthread putter([&] {
        int second = 2;
        put = queue.put(second, 3, [&] { waits.open(); });
    });
    ASSERT_TRUE(waits.wait());
    EXPECT_EQ(queue.take(9, 0, noWait).entry, 1);
    putter.join();
    EXPECT_EQ(put.outcome, Put::done);
    EXPECT_EQ(put.waker, 9);
    EXPECT_EQ(queue.take(9, 0, noWait).entry, 2);
}

TEST_F(BoundedQueueTest, WhoWaitedForAnEntryLearnsWhoPutIt)
{
    Queue queue(1);
    Gate waits;
    Queue::TakeResult taken{};
    std::jthread taker([&] { taken = queue.take(9, 0, [&] { waits.open(); }); });
    ASSERT_TRUE(waits.wait());
    EXPECT_EQ(putOne(queue, 5, 3), Put::done);
    taker.join();
    EXPECT_EQ(taken.entry, 5);
    EXPECT_EQ(taken.waker, 3);
}

// Row 33: the marks take no place, so a full queue is no obstacle.
TEST_F(BoundedQueueTest, EndMarksGoBehindEverythingAndNeverWait)
{
    Queue queue(2);
    EXPECT_EQ(putOne(queue, 1), Put::done);
    EXPECT_EQ(putOne(queue, 2), Put::done);
    queue.end(2, 4);
    EXPECT_EQ(queue.take(0, 0, noWait).entry, 1);
    EXPECT_EQ(queue.take(0, 0, noWait).entry, 2);
    EXPECT_EQ(queue.take(0, 0, noWait).outcome, Take::endMark);
    EXPECT_EQ(queue.take(0, 0, noWait).outcome, Take::endMark);
    EXPECT_EQ(queue.take(0, 1'000'000, mayWait).outcome, Take::timedOut) << "each mark is for one";
}

TEST_F(BoundedQueueTest, PatienceEnds)
{
    Queue queue(0);
    const core::Nanoseconds begin = core::monotonicNow();
    EXPECT_EQ(queue.take(0, 20'000'000, mayWait).outcome, Take::timedOut);
    EXPECT_GE(core::monotonicNow() - begin, 20'000'000);
    EXPECT_EQ(putOne(queue, 1), Put::done);
    EXPECT_EQ(queue.take(0, 1, noWait).entry, 1) << "what is there needs no patience";
}

// Row 63.
TEST_F(BoundedQueueTest, ClosingWakesEverybody)
{
    Queue full(1);
    Queue empty(1);
    ASSERT_EQ(putOne(full, 0), Put::done);
    std::atomic<int> waiting = 0;
    std::atomic<int> closed = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            int value = 1;
            closed += full.put(value, 0, [&] { ++waiting; }).outcome == Put::closed ? 1 : 0;
        });
        threads.emplace_back(
            [&] { closed += empty.take(0, 0, [&] { ++waiting; }).outcome == Take::closed ? 1 : 0; });
    }
    ASSERT_TRUE(eventually([&] { return waiting == 8; }));
    full.close();
    empty.close();
    threads.clear();
    EXPECT_EQ(closed, 8);
    EXPECT_EQ(putOne(empty, 1), Put::closed) << "and nothing goes in any more";
    EXPECT_EQ(full.leftOver(), std::vector<int>{0});
}

TEST_F(BoundedQueueTest, AStopTokenClosesIt)
{
    Queue queue(1);
    std::stop_source stop;
    const std::stop_callback close(stop.get_token(), [&] { queue.close(); });
    Gate waits;
    std::jthread taker([&] { EXPECT_EQ(queue.take(0, 0, [&] { waits.open(); }).outcome, Take::closed); });
    ASSERT_TRUE(waits.wait());
    stop.request_stop();
}

TEST_F(BoundedQueueTest, WhereNobodyTakesNobodyWaits)
{
    Queue queue(2);
    ASSERT_EQ(putOne(queue, 1), Put::done);
    ASSERT_EQ(putOne(queue, 2), Put::done);
    Gate waits;
    Queue::PutResult put{};
    int third = 3;
    std::jthread putter([&] { put = queue.put(third, 0, [&] { waits.open(); }); });
    ASSERT_TRUE(waits.wait());
    queue.abandon();
    putter.join();
    EXPECT_EQ(put.outcome, Put::refused);
    EXPECT_EQ(put.waker, noLane);
    EXPECT_EQ(queue.leftOver(), (std::vector<int>{1, 2}));
    EXPECT_EQ(putOne(queue, 4), Put::done) << "free places can still be filled";
}

TEST_F(BoundedQueueTest, WhatIsRefusedStaysTheCallers)
{
    BoundedQueue<std::unique_ptr<int>> queue(1);
    auto first = std::make_unique<int>(1);
    auto second = std::make_unique<int>(2);
    EXPECT_EQ(queue.put(first, 0, mayWait).outcome, BoundedQueue<std::unique_ptr<int>>::Put::done);
    EXPECT_FALSE(first);
    queue.abandon();
    EXPECT_EQ(queue.put(second, 0, mayWait).outcome, BoundedQueue<std::unique_ptr<int>>::Put::refused);
    ASSERT_TRUE(second);
    EXPECT_EQ(*second, 2);
}

// Rows 62 and 63: every number of putters and takers, every small size, far more entries than places, so that
// each place is used again and again; nothing is lost, nothing doubled, and what one thread puts stays in
// order.
TEST_F(BoundedQueueTest, NothingIsLostOrDoubled)
{
    for (const std::size_t places : {0, 1, 2, 3, 7}) {
        for (const int putters : {1, 2, 4}) {
            for (const int takers : {1, 2, 4}) {
                SCOPED_TRACE(::testing::Message()
                             << places << " places, " << putters << " putters, " << takers << " takers");
                constexpr int each = 400;
                Queue queue(places);
                std::vector<std::vector<int>> taken(static_cast<std::size_t>(takers));
                {
                    std::vector<std::jthread> threads;
                    for (auto& mine : taken) {
                        threads.emplace_back([&] {
                            while (true) {
                                const auto result = queue.take(0, 0, mayWait);
                                if (result.outcome != Take::entry)
                                    break;
                                mine.push_back(*result.entry);
                            }
                        });
                    }
                    std::vector<std::jthread> sources;
                    for (int putter = 0; putter < putters; ++putter) {
                        sources.emplace_back([&queue, putter] {
                            for (int i = 0; i < each; ++i) {
                                int value = putter * each + i;
                                queue.put(value, 0, mayWait);
                            }
                        });
                    }
                    sources.clear();
                    queue.end(static_cast<std::size_t>(takers), 0);
                }
                std::vector<int> all;
                for (const auto& mine : taken) {
                    all.insert(all.end(), mine.begin(), mine.end());
                    for (int putter = 0; putter < putters; ++putter) {
                        int last = -1;
                        for (const int value : mine) {
                            if (value / each != putter)
                                continue;
                            ASSERT_GT(value, last) << "overtaken";
                            last = value;
                        }
                    }
                }
                std::ranges::sort(all);
                std::vector<int> expected(static_cast<std::size_t>(putters * each));
                std::iota(expected.begin(), expected.end(), 0);
                ASSERT_EQ(all, expected);
            }
        }
    }
}

TEST_F(BoundedQueueTest, DepthIsATrackWithinItsLimit)
{
    recording::Recorder recorder;
    recording::LaneWriter& track = recorder.addTrack("queue 1", 3);
    Queue queue(3, &track);
    {
        std::jthread putter([&] {
            for (int i = 0; i < 500; ++i)
                queue.put(i, 0, mayWait);
            queue.end(1, 0);
        });
        while (queue.take(0, 0, mayWait).outcome == Take::entry) {
        }
    }
    const std::vector<recording::Record> points = recorder.take(0, 0);
    ASSERT_EQ(points.size(), 1000u) << "each change is a point";
    std::uint32_t before = 0;
    core::Nanoseconds last = 0;
    for (const recording::Record& point : points) {
        EXPECT_LE(point.item, 3u);
        EXPECT_EQ(point.item > before ? point.item - before : before - point.item, 1u);
        EXPECT_GE(point.time, last);
        before = point.item;
        last = point.time;
    }
    EXPECT_EQ(before, 0u);
}

// Row 64, at random: takers that give up, putters that are refused, a close at any moment. Whatever was put
// is taken or left over, once.
TEST_F(BoundedQueueTest, ClosedAtRandomMomentsNothingIsLost)
{
    std::mt19937 random(7);
    for (int round = 0; round < 150; ++round) {
        Queue queue(1 + random() % 3);
        std::atomic<int> put = 0;
        std::atomic<int> taken = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 3; ++i) {
                threads.emplace_back([&] {
                    for (int value = 0; queue.put(value, 0, mayWait).outcome == Put::done; ++value)
                        ++put;
                });
                threads.emplace_back([&] {
                    Queue::TakeResult result{};
                    do {
                        result = queue.take(0, 100'000, mayWait);
                        taken += result.outcome == Take::entry ? 1 : 0;
                    } while (result.outcome != Take::closed);
                });
            }
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 2000));
            queue.close();
        }
        ASSERT_EQ(static_cast<std::size_t>(put), static_cast<std::size_t>(taken) + queue.leftOver().size());
    }
}

TEST_F(BoundedQueueTest, LeftOverIsTakenOnce)
{
    Queue queue(0);
    for (int value : {1, 2, 3})
        putOne(queue, value);
    EXPECT_EQ(queue.leftOver().size(), 3u);
    EXPECT_TRUE(queue.leftOver().empty());
    EXPECT_TRUE(takeAll(queue).empty());
}
