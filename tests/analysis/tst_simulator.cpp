// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each strategy makes of a few tasks, computed by hand.
#include "core/random.h"
#include "simulated_work.h"

#include <gtest/gtest.h>

using namespace overlap::core;
using namespace overlap::testing;
using overlap::analysis::Simulation;
using overlap::analysis::SimulationSetting;

namespace {

constexpr double exact = 1e-9;

/// On so many cores, and nothing but the work takes time.
SimulationSetting on(int cores, Nanoseconds feedInterval = 0)
{
    SimulationSetting setting;
    setting.cores = cores;
    setting.feedInterval = feedInterval;
    return setting;
}

double wallOf(const WorkProfile& profile, const std::string& strategy, const SimulationSetting& setting)
{
    return simulated(profile, strategy, setting).wallSeconds;
}

/// Eight items through stages of 0.3, 0.4 and 0.2 s: the assembly line of the lesson.
WorkProfile assemblyLine()
{
    return workOf(8, {{waiting(300 * ms)}, {waiting(400 * ms)}, {waiting(200 * ms)}});
}

} // namespace

TEST(Simulator, OneAfterTheOtherIsTheSum)
{
    const WorkProfile work = workOf(3, {{computing(100 * ms), waiting(200 * ms)}, {computing(50 * ms)}});
    EXPECT_NEAR(wallOf(work, "sequential", on(4)), 1.05, exact);
    EXPECT_NEAR(wallOf(work, "python-sequential", on(1)), 1.05, exact);
}

TEST(Simulator, NoItemStartsBeforeItIsFed)
{
    const WorkProfile work = workOf(3, {{waiting(100 * ms)}});
    EXPECT_NEAR(wallOf(work, "sequential", on(1, 500 * ms)), 1.1, exact);
    EXPECT_NEAR(wallOf(work, "threads:3", on(1, 500 * ms)), 1.1, exact);
    EXPECT_NEAR(wallOf(work, "work-stealing:3", on(1, 500 * ms)), 1.1, exact);
    EXPECT_NEAR(wallOf(work, "processes:3", on(1, 500 * ms)), 1.1, exact);
    EXPECT_NEAR(wallOf(work, "event-loop:3", on(1, 500 * ms)), 1.1, exact);
    EXPECT_NEAR(wallOf(work, "pipeline:3", on(1, 500 * ms)), 1.1, exact);
}

TEST(Simulator, FiveWaitsOnThreeWorkersTakeTwoRounds)
{
    const WorkProfile work = workOf(5, {{waiting(1000 * ms)}});
    for (const char* strategy : {"threads:3", "gil-threads:3", "processes:3", "work-stealing:3",
                                 "event-loop:3", "pipeline:3", "python-threads:3", "python-processes:3"})
        EXPECT_NEAR(wallOf(work, strategy, on(1)), 2, exact) << strategy;
    EXPECT_NEAR(wallOf(work, "threads:5", on(1)), 1, exact);
}

TEST(Simulator, UnderALockComputingTakesTheSum)
{
    const WorkProfile work = workOf(2, {{computing(1000 * ms)}});
    EXPECT_NEAR(wallOf(work, "threads:2", on(4)), 1, exact);
    EXPECT_NEAR(wallOf(work, "processes:2", on(4)), 1, exact);
    const Simulation locked = simulated(work, "gil-threads:2", on(4));
    EXPECT_NEAR(locked.wallSeconds, 2, exact);
    EXPECT_NEAR(secondsIn(locked, State::computing), 2, exact);
    // The first has waited 0.995 s when it ends, 5 ms before the other, which has waited 1 s.
    EXPECT_NEAR(secondsIn(locked, State::gilWait), 1.995, exact);
    EXPECT_NEAR(wallOf(work, "python-threads:2", on(4)), 2, exact);
    SimulationSetting free = on(4);
    free.costs.strategies.push_back({.strategy = "python-threads", .freeThreaded = true});
    EXPECT_NEAR(wallOf(work, "python-threads:2", free), 1, exact);
}

TEST(Simulator, NativeCallsRunBesideTheLock)
{
    const WorkProfile work = workOf(2, {{{Need::native, 1000 * ms}, computing(100 * ms)}});
    EXPECT_NEAR(wallOf(work, "gil-threads:2", on(2)), 1.2, exact);
    EXPECT_NEAR(wallOf(work, "threads:2", on(2)), 1.1, exact);
}

TEST(Simulator, BlockingCallsGiveTheLockBack)
{
    const WorkProfile work = workOf(2, {{computing(100 * ms), {Need::blocking, 1000 * ms}}});
    EXPECT_NEAR(wallOf(work, "gil-threads:2", on(1)), 1.2, exact);
}

TEST(Simulator, WhoComesBackFromAWaitAsksAfterAnInterval)
{
    // One computes 100 ms; the other comes after 10 ms for 1 ms of the lock.
    WorkProfile work = workOf(2, {{computing(100 * ms)}});
    work.sample[1].tasks[0].segments = {waiting(10 * ms), computing(1 * ms)};
    const auto endOfSecond = [&](const char* strategy) {
        const Simulation simulation = simulated(work, strategy, on(2));
        EXPECT_NEAR(simulation.wallSeconds, 0.101, exact) << strategy;
        return simulation.timeline.tasks.front().end;
    };
    EXPECT_EQ(endOfSecond("gil-threads:2"), 16 * ms);
    EXPECT_EQ(endOfSecond("gil-threads:2@switch=20ms"), 31 * ms);
    EXPECT_EQ(endOfSecond("python-threads:2@switch=20ms"), 31 * ms);
    // Asked itself after half of what it has to do.
    EXPECT_EQ(endOfSecond("gil-threads:2@switch=0.5ms"), 12 * ms);
}

TEST(Simulator, MoreThreadsThanCoresShareThem)
{
    const WorkProfile work = workOf(4, {{computing(1000 * ms)}});
    const Simulation shared = simulated(work, "threads:4", on(2));
    EXPECT_NEAR(shared.wallSeconds, 2, exact);
    EXPECT_NEAR(secondsIn(shared, State::computing), 4, exact);
    EXPECT_NEAR(secondsIn(shared, State::coreWait), 4, exact);
    EXPECT_NEAR(wallOf(work, "threads:4", on(4)), 1, exact);
    // Three at two thirds of a core, then the fourth alone.
    EXPECT_NEAR(wallOf(work, "threads:3", on(2)), 2.5, exact);
}

TEST(Simulator, WhoWakesGoesFirstForASlice)
{
    // Four threads that wait twice as long as they compute come out of step and fill two cores: after the
    // first item, whose computing they share, nobody waits for a core twice.
    const WorkProfile turns = workOf(40, {{computing(1 * ms), waiting(4 * ms)}});
    EXPECT_NEAR(wallOf(turns, "threads:2", on(2)), 20 * 0.005, exact);
    EXPECT_NEAR(wallOf(turns, "threads:4", on(2)), 10 * 0.005 + 0.001, 0.0011);
    // Ten of them keep both cores busy nearly all the time: 40 ms of computing on two.
    const double ten = wallOf(workOf(400, {{computing(1 * ms), waiting(4 * ms)}}), "threads:10", on(2));
    EXPECT_GE(ten, 0.2);
    EXPECT_LE(ten, 0.212);
    // One that computes for long gives way to one that comes back from a wait, and no more than it needs.
    WorkProfile two = workOf(2, {{computing(100 * ms)}});
    two.sample[1].tasks[0].segments = {waiting(10 * ms), computing(2 * ms), waiting(10 * ms),
                                       computing(10 * ms)};
    const Simulation late = simulated(two, "threads:2", on(1));
    EXPECT_NEAR(late.wallSeconds, 0.112, exact);
    // Its second computing takes a slice alone and shares the core for the rest: 3 ms and twice 7 ms.
    EXPECT_EQ(late.timeline.tasks.front().item, 1U);
    EXPECT_EQ(late.timeline.tasks.front().end, 39 * ms);
}

TEST(Simulator, CoresThatSlowEachOtherDownGiveTheCeiling)
{
    SimulationSetting setting = on(2);
    setting.costs.ceiling = {1, 1.6};
    const WorkProfile work = workOf(2, {{computing(800 * ms)}});
    EXPECT_NEAR(wallOf(work, "threads:2", setting), 1, exact);
    EXPECT_NEAR(wallOf(work, "sequential", setting), 1.6, exact);
    // Beyond the cores that were measured each gives as much as those did.
    setting.cores = 4;
    EXPECT_NEAR(wallOf(workOf(4, {{computing(800 * ms)}}), "threads:4", setting), 1, exact);
    // A wait for a core is told from a core that is slow.
    EXPECT_NEAR(secondsIn(simulated(work, "threads:2", setting), State::coreWait), 0, exact);
}

TEST(Simulator, WhatOthersTakeIsAWaitForACore)
{
    SimulationSetting setting = on(2);
    setting.otherThreads = 3;
    const Simulation busy =
        simulated(workOf(1, {{computing(100 * ms), waiting(100 * ms)}}), "sequential", setting);
    EXPECT_NEAR(busy.wallSeconds, 0.3, exact);
    EXPECT_NEAR(secondsIn(busy, State::coreWait), 0.1, exact);
}

TEST(Simulator, TheAssemblyLineOfTheLesson)
{
    const Simulation line = simulated(assemblyLine(), "pipeline:1,1,1@queues=3/3/0", on(2, 100 * ms));
    EXPECT_NEAR(line.wallSeconds, 3.7, exact);
    EXPECT_NEAR(secondsIn(line, State::queueFull, LaneKind::feeder), 0.5, exact);
    EXPECT_NEAR(wallOf(assemblyLine(), "pipeline:2,2,1@queues=3/3/0", on(2, 100 * ms)), 2.3, exact);
    EXPECT_NEAR(wallOf(assemblyLine(), "sequential", on(2, 100 * ms)), 7.2, exact);
}

TEST(Simulator, AFullQueueHoldsUpWhoPuts)
{
    const WorkProfile work = workOf(4, {{waiting(100 * ms)}, {waiting(300 * ms)}});
    const Simulation bounded = simulated(work, "pipeline:1,1@queues=0/1", on(1));
    EXPECT_NEAR(bounded.wallSeconds, 1.3, exact);
    EXPECT_NEAR(secondsIn(bounded, State::queueFull), 0.3,
                exact); // 0.1 s with the third, 0.2 s with the last
    const Simulation unbounded = simulated(work, "pipeline:1,1", on(1));
    EXPECT_NEAR(unbounded.wallSeconds, 1.3, exact);
    EXPECT_NEAR(secondsIn(unbounded, State::queueFull), 0, exact);
}

TEST(Simulator, PatienceEndsAPipelineLate)
{
    const WorkProfile work = workOf(2, {{waiting(100 * ms)}, {waiting(100 * ms)}});
    EXPECT_NEAR(wallOf(work, "pipeline:1,1", on(1)), 0.3, exact);
    EXPECT_NEAR(wallOf(work, "pipeline:1,1@timeout=2s", on(1)), 2.3, exact);
    SimulationSetting scaled = on(1);
    scaled.timeScale = 0.5;
    EXPECT_NEAR(wallOf(work, "pipeline:1,1@timeout=2s", scaled), 1.3, exact);
    // Too impatient for the first item: what is put is taken by nobody, and nobody is held up for ever.
    EXPECT_NEAR(wallOf(work, "pipeline:1,1@queues=0/1,timeout=50ms", on(1)), 0.2, exact);
}

TEST(Simulator, ATaskThatFailsDoesNotReachTheNextStage)
{
    WorkProfile work = workOf(3, {{waiting(100 * ms)}, {waiting(1000 * ms)}});
    for (ItemProfile& item : work.sample)
        item.tasks.resize(1);
    for (const char* strategy : {"sequential", "pipeline:1,1"})
        EXPECT_NEAR(wallOf(work, strategy, on(1)), 0.3, exact) << strategy;
}

TEST(Simulator, InAnEventLoopComputingAndBlockingHoldUpTheOthers)
{
    const WorkProfile work = workOf(3, {{computing(100 * ms), waiting(500 * ms), computing(100 * ms)}});
    const Simulation loop = simulated(work, "event-loop:3", on(2));
    EXPECT_NEAR(loop.wallSeconds, 0.9, exact);
    EXPECT_NEAR(secondsIn(loop, State::computing), 0.6, exact);
    EXPECT_NEAR(secondsIn(loop, State::waiting), 0.3, exact);
    EXPECT_NEAR(wallOf(work, "event-loop:1", on(2)), 2.1, exact);
    const WorkProfile blocks =
        workOf(3, {{computing(100 * ms), {Need::blocking, 500 * ms}, computing(100 * ms)}});
    EXPECT_NEAR(wallOf(blocks, "event-loop:3", on(2)), 2.1, exact);
    EXPECT_NEAR(wallOf(blocks, "threads:3", on(3)), 0.7, exact);
}

TEST(Simulator, PermitsAreHeldToTheEndOfTheTask)
{
    const WorkProfile work = workOf(4, {{{Need::permit, 2}, waiting(1000 * ms)}});
    const Simulation shared = simulated(work, "threads:4", on(1));
    EXPECT_NEAR(shared.wallSeconds, 2, exact);
    EXPECT_NEAR(secondsIn(shared, State::lockWait), 2, exact);
    EXPECT_NEAR(wallOf(work, "event-loop:4", on(1)), 2, exact);
    EXPECT_NEAR(wallOf(work, "processes:4", on(1)), 1, exact); // each process has permits of its own
}

TEST(Simulator, PayloadsTravelOnBothSides)
{
    WorkProfile work = workOf(2, {{computing(1000 * ms)}});
    for (ItemProfile& item : work.sample)
        item.bytesThere = 1'000'000;
    SimulationSetting setting = on(2);
    setting.costs.strategies.push_back(
        {.strategy = "processes", .startUp = 3 * ms, .startUpEach = 1 * ms, .byteThere = 1.0});
    // 1 ms to write and 1 ms to read; the second is written while the first is read.
    const Simulation travelled = simulated(work, "processes:2", setting);
    EXPECT_NEAR(travelled.wallSeconds, 1.003, exact);
    EXPECT_NEAR(secondsIn(travelled, State::transfer), 0.002, exact);
    EXPECT_NEAR(travelled.startUpSeconds, 0.004, exact);
    EXPECT_EQ(travelled.timeline.lanes.front().spans.front().state, State::starting);
    EXPECT_EQ(travelled.timeline.start, -4 * ms);
    EXPECT_NEAR(wallOf(work, "threads:2", setting), 1, exact);
}

TEST(Simulator, ChunksCostFewerMessages)
{
    const WorkProfile work = workOf(100, {{computing(1000)}});
    SimulationSetting setting = on(1);
    setting.costs.strategies.push_back({.strategy = "processes", .message = 20'000, .inMessage = 2'000});
    // On one core all that is done adds up: of each message and item both sides.
    EXPECT_NEAR(wallOf(work, "processes:1", setting), 100 * (40e-6 + 4e-6 + 1e-6), exact);
    EXPECT_NEAR(wallOf(work, "processes:1@chunk=25", setting), 4 * 40e-6 + 100 * (4e-6 + 1e-6), exact);
}

TEST(Simulator, ThreadsStartOneAfterTheOtherAndDispatchCosts)
{
    SimulationSetting setting = on(2);
    setting.costs.strategies.push_back({.strategy = "threads", .threadStart = 1 * ms, .dispatch = 2 * ms});
    EXPECT_NEAR(wallOf(workOf(2, {{waiting(1000 * ms)}}), "threads:2", setting), 1.004, exact);
    // No more threads than items.
    EXPECT_NEAR(wallOf(workOf(1, {{waiting(1000 * ms)}}), "threads:8", setting), 1.003, exact);
}

TEST(Simulator, WorkStealingEvensOut)
{
    const WorkProfile equal = workOf(8, {{computing(1000 * ms)}});
    EXPECT_NEAR(wallOf(equal, "work-stealing:4", on(4)), 2, exact);
    // The first half has all the work: whoever is done takes from it.
    WorkProfile uneven = workOf(8, {{computing(1000 * ms)}});
    for (std::size_t i = 4; i < 8; ++i)
        uneven.sample[i].tasks[0].segments = {computing(1 * ms)};
    EXPECT_NEAR(wallOf(uneven, "work-stealing:2", on(2)), 2.004, 0.005);
}

namespace {

/// Something of everything, drawn from a seed.
WorkProfile mixedWork(std::uint64_t seed)
{
    WorkProfile work;
    work.items = 60;
    work.stages = {"a", "b"};
    Random random(seed);
    for (std::size_t i = 0; i < work.items; ++i) {
        ItemProfile item{{}, static_cast<std::int64_t>(random.below(100'000)), 50};
        for (int stage = 0; stage < 2; ++stage) {
            TaskProfile task;
            const auto segments = random.below(5);
            if (random.below(3) == 0)
                task.segments.push_back({Need::permit, 2});
            for (std::uint64_t s = 0; s < segments; ++s) {
                task.segments.push_back(
                    {static_cast<Need>(random.below(4)), static_cast<std::int64_t>(random.below(20 * ms))});
            }
            item.tasks.push_back(std::move(task));
        }
        if (random.below(10) == 0)
            item.tasks.resize(1);
        work.sample.push_back(std::move(item));
    }
    return work;
}

} // namespace

class EveryStrategy : public ::testing::TestWithParam<const char*>
{};

TEST_P(EveryStrategy, ClosesItsLedgerAndComesOutTheSameAgain)
{
    SimulationSetting setting = on(3);
    setting.costs.ceiling = {1, 1.8, 2.5};
    for (const auto& strategy : knownStrategies())
        setting.costs.strategies.push_back(
            {.strategy = strategy.name, .threadStart = 30'000, .dispatch = 2'000, .message = 9'000});
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const WorkProfile work = mixedWork(seed);
        setting.feedInterval = seed % 3 == 0 ? 5 * ms : 0;
        setting.spans = true;
        const Simulation run = simulated(work, GetParam(), setting);
        std::size_t tasks = 0;
        Nanoseconds needed = 0;
        for (const ItemProfile& item : work.sample) {
            tasks += item.tasks.size();
            for (const TaskProfile& task : item.tasks) {
                for (const Segment& segment : task.segments) {
                    if (segment.need == Need::computing || segment.need == Need::native)
                        needed += segment.amount;
                }
            }
        }
        EXPECT_EQ(run.tasks, tasks);
        EXPECT_EQ(run.timeline.tasks.size(), tasks);
        EXPECT_GE(secondsIn(run, State::computing), toSeconds(needed) - 1e-6) << "cores are never faster";
        for (const Lane& lane : run.timeline.lanes) {
            if (lane.kind != LaneKind::worker)
                continue;
            const Nanoseconds sum = std::accumulate(lane.totals.begin(), lane.totals.end(), Nanoseconds{0});
            EXPECT_NEAR(static_cast<double>(sum), static_cast<double>(run.timeline.end), 2) << lane.name;
            Nanoseconds last = run.timeline.start;
            for (const Span& span : lane.spans) {
                EXPECT_GE(span.begin, last) << lane.name;
                EXPECT_GT(span.end, span.begin) << lane.name;
                last = span.end;
            }
        }
        EXPECT_EQ(simulated(work, GetParam(), setting).timeline.tasks, run.timeline.tasks);
        setting.spans = false;
        const Simulation bare = simulated(work, GetParam(), setting);
        EXPECT_EQ(bare.wallSeconds, run.wallSeconds);
        EXPECT_TRUE(bare.timeline.lanes.front().spans.empty());
    }
}

INSTANTIATE_TEST_SUITE_P(Strategies, EveryStrategy,
                         ::testing::Values("sequential", "threads:4", "gil-threads:4@switch=1ms",
                                           "processes:4@chunk=3", "pipeline:2,3@queues=1/2", "event-loop:5",
                                           "work-stealing:4", "python-sequential", "python-threads:3",
                                           "python-processes:3"));
