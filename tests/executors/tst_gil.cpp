// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the lock one by one; what they add up to is in tst_gil_model.cpp. Where a step is left out by
// GilRules, the same observation comes out the other way.
#include "executors/gil.h"

#include "recording/recorder.h"
#include "support/gate.h"

#include <deque>
#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <thread>

using namespace overlap;
using namespace overlap::core;
using executors::Gil;
using executors::GilRules;
using executors::GilThread;
using overlap::testing::eventually;
using overlap::testing::Gate;
using overlap::testing::Watchdog;

namespace {

constexpr Nanoseconds ms = 1'000'000;
constexpr Nanoseconds longest = nanosecondsPerSecond;

/// A thread that waits for the lock, has it for a moment, and ends.
class Waiter
{
public:
    explicit Waiter(Gil& gil, std::function<void()> inside = {})
        : m_thread([this, &gil, inside = std::move(inside)](std::stop_token stop) {
            GilThread thread(gil);
            m_waits.open();
            if (thread.take(stop)) {
                m_had = true;
                if (inside)
                    inside();
            }
            thread.finish();
            m_ended.open();
        })
    {
        m_waits.wait();
    }

    bool had() const { return m_had; }
    void stop() { m_thread.request_stop(); }
    bool ended() { return m_ended.wait(); }

private:
    Gate m_waits;
    Gate m_ended;
    std::atomic<bool> m_had = false;
    std::jthread m_thread;
};

class GilSteps : public ::testing::Test
{
protected:
    Watchdog watchdog{"the lock"};
};

} // namespace

TEST_F(GilSteps, OneHoldsItAndOnlyAnotherThreadIsASwitch)
{
    Gil gil(longest);
    GilThread first(gil);
    GilThread second(gil);
    EXPECT_TRUE(first.tryTake());
    EXPECT_TRUE(first.holds());
    EXPECT_FALSE(second.tryTake());
    first.release();
    EXPECT_FALSE(first.holds());
    EXPECT_TRUE(first.take());
    EXPECT_EQ(gil.switches(), 1u);
    first.release();
    first.release(); // nothing to give back
    EXPECT_TRUE(second.take());
    EXPECT_EQ(gil.switches(), 2u);
    second.finish();
    EXPECT_TRUE(first.tryTake());
    EXPECT_EQ(gil.requests(), 0u) << "nobody had to wait";
}

TEST_F(GilSteps, AWaiterAsksAfterTheIntervalAndNotBefore)
{
    for (const Nanoseconds interval : {2 * ms, 30 * ms}) {
        Gil gil(interval);
        GilThread holder(gil);
        holder.take();
        const Nanoseconds begin = monotonicNow();
        Waiter waiter(gil);
        ASSERT_TRUE(eventually([&] { return holder.asked(); }));
        EXPECT_GE(monotonicNow() - begin, interval);
        EXPECT_FALSE(waiter.had()) << "asking is not taking";
        holder.release();
        EXPECT_TRUE(waiter.ended());
    }
}

TEST_F(GilSteps, WhoWasAskedGoesOnOnlyAfterASwitch)
{
    Gil gil(Gil::shortestInterval);
    GilThread holder(gil);
    for (int round = 0; round < 200; ++round) {
        holder.take();
        Waiter waiter(gil);
        ASSERT_TRUE(eventually([&] { return holder.asked(); }));
        const std::uint64_t before = gil.switches();
        holder.release();
        EXPECT_EQ(gil.switches(), before + 1);
        EXPECT_TRUE(waiter.ended());
    }
    EXPECT_EQ(gil.rescued(), 0u);
}

TEST_F(GilSteps, WithoutForcedSwitchingItTakesTheLockBackAtOnce)
{
    Gil gil(Gil::shortestInterval, nullptr, {.forcesSwitch = false});
    GilThread holder(gil);
    int takenBack = 0;
    for (int round = 0; round < 50; ++round) {
        holder.take();
        Waiter waiter(gil);
        ASSERT_TRUE(eventually([&] { return holder.asked(); }));
        holder.release();
        takenBack += holder.tryTake() ? 1 : 0;
        holder.release();
        EXPECT_TRUE(waiter.ended());
    }
    EXPECT_GT(takenBack, 0);
}

TEST_F(GilSteps, ThereIsNoQueue)
{
    const auto bargedPast = [](GilRules rules) {
        Gil gil(longest, nullptr, rules);
        GilThread holder(gil);
        int barged = 0;
        for (int round = 0; round < 50; ++round) {
            holder.take();
            Waiter waiter(gil);
            // Nobody knows from outside when a thread has begun to wait.
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            holder.release(); // as around a call that returns at once
            barged += holder.tryTake() && !waiter.had() ? 1 : 0;
            holder.release();
            EXPECT_TRUE(waiter.ended());
        }
        return barged;
    };
    EXPECT_GT(bargedPast({}), 0);
    EXPECT_EQ(bargedPast({.inOrder = true}), 0);
}

TEST_F(GilSteps, ASwitchStartsTheClocksOfAllWaitersAnew)
{
    // Eight threads wait; two others hand the lock to each other every third of an interval. Each time one of
    // the eight is woken for nothing, so most of them wait their interval undisturbed. The shortest time from
    // a switch to a request:
    const auto shortestQuiet = [](GilRules rules) {
        constexpr Nanoseconds interval = 30 * ms;
        Gil gil(interval, nullptr, rules);
        GilThread pair[] = {GilThread(gil), GilThread(gil)};
        Nanoseconds switched = monotonicNow();
        pair[0].take();
        std::deque<Waiter> waiters;
        for (int i = 0; i < 8; ++i)
            waiters.emplace_back(gil);
        Nanoseconds shortest = longest;
        const Nanoseconds end = switched + 5 * interval;
        for (std::size_t turn = 0; monotonicNow() < end; ++turn) {
            GilThread& holder = pair[turn % 2];
            GilThread& next = pair[(turn + 1) % 2];
            while (monotonicNow() - switched < interval / 3 && !holder.asked())
                std::this_thread::sleep_for(std::chrono::microseconds(100));
            if (holder.asked()) {
                shortest = std::min(shortest, monotonicNow() - switched);
                holder.finish();
                break;
            }
            holder.release();
            switched = monotonicNow(); // before the switch, so that what is measured is never too short
            if (!next.tryTake())
                break; // a waiter was quicker
        }
        for (GilThread& thread : pair)
            thread.finish();
        for (Waiter& waiter : waiters)
            EXPECT_TRUE(waiter.ended());
        return shortest;
    };
    for (int round = 0; round < 3; ++round)
        EXPECT_GE(shortestQuiet({}), 30 * ms);
    Nanoseconds without = longest;
    for (int round = 0; round < 20 && without >= 30 * ms; ++round)
        without = shortestQuiet({.asksOnlyAfterQuiet = false});
    EXPECT_LT(without, 30 * ms);
}

TEST_F(GilSteps, AWaiterThatLeavesTakesBackWhatItAsked)
{
    Gil gil(2 * ms);
    GilThread holder(gil);
    holder.take();
    Waiter waiter(gil);
    ASSERT_TRUE(eventually([&] { return holder.asked(); }));
    waiter.stop();
    ASSERT_TRUE(waiter.ended());
    EXPECT_FALSE(waiter.had());
    EXPECT_FALSE(holder.asked());
    holder.release(); // and waits for nobody
    EXPECT_TRUE(holder.tryTake());
    EXPECT_EQ(gil.switches(), 1u);

    Waiter leaving(gil);
    Waiter staying(gil);
    leaving.stop();
    ASSERT_TRUE(leaving.ended());
    ASSERT_TRUE(eventually([&] { return holder.asked(); })) << "the other asks again";
    holder.release();
    EXPECT_TRUE(staying.ended());
    EXPECT_TRUE(staying.had());
}

TEST_F(GilSteps, AThreadThatEndsWaitsForNoSwitch)
{
    // Where the wake-up is lost, a release() would take a second and say so.
    Gil gil(2 * ms, nullptr, {.losesSwitchSignal = true});
    GilThread holder(gil);
    holder.take();
    Waiter waiter(gil);
    ASSERT_TRUE(eventually([&] { return holder.asked(); }));
    holder.finish();
    EXPECT_EQ(gil.rescued(), 0u);
    EXPECT_TRUE(waiter.ended());
    EXPECT_TRUE(waiter.had());
}

TEST_F(GilSteps, ALostWakeUpCostsASecondAndIsCounted)
{
    Gil gil(2 * ms, nullptr, {.losesSwitchSignal = true});
    GilThread holder(gil);
    holder.take();
    Waiter waiter(gil);
    ASSERT_TRUE(eventually([&] { return holder.asked(); }));
    const Nanoseconds begin = monotonicNow();
    holder.release();
    // Unless the waiter was so quick that nothing had to be waited for.
    if (monotonicNow() - begin > nanosecondsPerSecond / 2) {
        EXPECT_EQ(gil.rescued(), 1u);
    }
    EXPECT_EQ(gil.switches(), 2u);
    EXPECT_TRUE(waiter.ended());
}

TEST_F(GilSteps, ComputingThreadsNeverMeet)
{
    Gil gil(50'000);
    int inside = 0; // nothing but the lock protects them
    std::int64_t steps = 0;
    std::atomic<int> met = 0;
    constexpr int threads = 6;
    constexpr int rounds = 50'000;
    {
        std::vector<std::jthread> running;
        for (int i = 0; i < threads; ++i) {
            running.emplace_back([&, i] {
                GilThread thread(gil);
                thread.take();
                for (int round = 0; round < rounds; ++round) {
                    met += inside++ != 0 ? 1 : 0;
                    ++steps;
                    --inside;
                    if (thread.asked() || round % 97 == i) {
                        thread.release();
                        thread.take();
                    }
                }
                thread.finish();
            });
        }
    }
    EXPECT_EQ(met, 0);
    EXPECT_EQ(steps, threads * rounds);
}

TEST_F(GilSteps, TheHoldersLaneSaysWhoAndWithWhat)
{
    recording::Recorder recorder;
    recording::LaneWriter& lane = recorder.addLane("lock holder", LaneKind::holder);
    recorder.begin(monotonicNow());
    Gil gil(longest, &lane);
    GilThread first(gil, 3);
    GilThread second(gil, 4);
    first.begin(7);
    first.take();
    first.begin(8); // goes on with the next without letting go
    first.end();
    second.begin(9); // does not hold it
    first.release();
    second.take();
    second.finish();
    std::string records;
    recorder.reader(0).drain([&](std::span<const recording::Record> some) {
        for (const recording::Record& record : some) {
            records += std::string(stateName(record.state));
            if (record.item != noItem)
                records += " #" + std::to_string(record.item);
            if (record.waker != noLane)
                records += " by " + std::to_string(record.waker);
            records += "\n";
        }
    });
    EXPECT_EQ(records,
              "computing #7 by 3\ncomputing #8 by 3\ndispatch by 3\nidle\ncomputing #9 by 4\nidle\n");
}

TEST_F(GilSteps, AnIntervalOfNothingIsTheShortest)
{
    EXPECT_EQ(Gil(0).interval(), Gil::shortestInterval);
    EXPECT_EQ(Gil(-5).interval(), Gil::shortestInterval);
    EXPECT_EQ(Gil(5 * ms).interval(), 5 * ms);
}

// Threads of a pool leave while others still want the lock.
TEST(Gil, WhoHadItLastMayHaveEnded)
{
    Gil gil(5 * ms);
    auto first = std::make_unique<GilThread>(gil, core::LaneIndex{3});
    ASSERT_TRUE(first->take());
    first->release();
    first.reset();
    GilThread second(gil, 1);
    ASSERT_TRUE(second.take());
    EXPECT_EQ(second.releasedBy(), 3);
    second.release();
    ASSERT_TRUE(second.take());
    EXPECT_EQ(second.releasedBy(), core::noLane) << "it had the lock last itself";
    second.release();
}
