// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the lanes show of the real interpreter's lock: threads that compute take turns, and the turns are
// seen; processes have a lock each. Shares and ratios alone, in pairs that run one after the other.
#include "python_pool.h"

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;

namespace {

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

/// Stretches of computing, in seconds.
std::vector<double> slicesOf(const Timeline& timeline)
{
    std::vector<double> slices;
    for (const Lane& lane : timeline.lanes) {
        for (const Span& span : lane.spans) {
            if (span.state == State::computing)
                slices.push_back(toSeconds(span.duration()));
        }
    }
    return slices;
}

/// How long two lanes compute at the same moment, as a share of the run.
double together(const Timeline& timeline)
{
    Nanoseconds sum = 0;
    for (const Span& a : timeline.lanes[0].spans) {
        for (const Span& b : timeline.lanes[1].spans) {
            if (a.state == State::computing && b.state == State::computing)
                sum += std::max<Nanoseconds>(0, std::min(a.end, b.end) - std::max(a.begin, b.begin));
        }
    }
    return static_cast<double>(sum) / static_cast<double>(timeline.end);
}

} // namespace

class PythonLock : public PythonPool
{
protected:
    void SetUp() override
    {
        PythonPool::SetUp();
        if (std::thread::hardware_concurrency() < 2)
            GTEST_SKIP() << "one core shows nothing";
    }
};

TEST_F(PythonLock, ComputingThreadsTakeTurnsAndTheTurnsAreSeen)
{
    const TwinWorkload workload = heavyChunks(4, 500'000);
    std::vector<double> threads;
    std::vector<double> processes;
    std::vector<double> gilShares;
    std::vector<double> overlaps;
    std::vector<double> slices;
    constexpr int blocks = 3;
    constexpr int mostBlocks = 6;
    for (int block = 0; block < mostBlocks && threads.size() < blocks; ++block) {
        const PythonLife alone = live(pythonRules(Pool::sequential), jobOf(workload));
        const PythonLife two = live(pythonRules(Pool::threads, 2), jobOf(workload));
        const PythonLife apart = live(pythonRules(Pool::processes, 2), jobOf(workload));
        for (const PythonLife* life : {&alone, &two, &apart})
            expectPythonLaws(*life);
        // Who had no core here says nothing of the lock.
        const bool disturbed = alone.share(State::coreWait) > 0.05 || apart.share(State::coreWait) > 0.1;
        EXPECT_EQ(alone.share(State::gilWait), 0.0);
        EXPECT_EQ(apart.share(State::gilWait), 0.0);
        if (disturbed)
            continue;
        threads.push_back(toSeconds(alone.result.wall) / toSeconds(two.result.wall));
        processes.push_back(toSeconds(alone.result.wall) / toSeconds(apart.result.wall));
        gilShares.push_back(two.share(State::gilWait));
        overlaps.push_back(together(two.timeline));
        slices.push_back(medianOf(slicesOf(two.timeline)));
        std::printf("wall %.3f %.3f %.3f s, start-up %.3f %.3f %.3f s, threads x%.2f, processes x%.2f, "
                    "gil-wait %.2f, computing %.2f, at once %.3f, turn %.2f ms, core-wait %.2f %.2f\n",
                    toSeconds(alone.result.wall), toSeconds(two.result.wall), toSeconds(apart.result.wall),
                    toSeconds(alone.startup), toSeconds(two.startup), toSeconds(apart.startup),
                    threads.back(), processes.back(), gilShares.back(), two.share(State::computing),
                    overlaps.back(), slices.back() * 1000, alone.share(State::coreWait),
                    apart.share(State::coreWait));
    }
    if (threads.size() < blocks)
        GTEST_SKIP() << "disturbed: something else had the cores";
    EXPECT_GT(medianOf(threads), 0.75);
    EXPECT_LT(medianOf(threads), 1.15);
    EXPECT_GT(medianOf(gilShares), 0.35) << "each of two waits about half of the time";
    EXPECT_LT(medianOf(gilShares), 0.65);
    EXPECT_LT(medianOf(overlaps), 0.1) << "two threads of one lock never compute at once";
    // An interval of 5 ms falls on the scheduler's ticks; one thread after the other would give hundreds.
    EXPECT_GT(medianOf(slices), 0.003);
    EXPECT_LT(medianOf(slices), 0.040);
    EXPECT_GT(medianOf(processes), 1.3 * medianOf(threads));
}

TEST_F(PythonLock, RecordsArriveWhileThingsHappen)
{
    const TwinWorkload workload = heavyChunks(2, 1'000'000);
    for (const Pool pool : {Pool::sequential, Pool::threads}) {
        Nanoseconds first = 0;
        const std::size_t started = pool == Pool::sequential ? 2 : 4; // starting and ready, before t = 0
        const PythonLife life = live(pythonRules(pool, pool == Pool::sequential ? 1 : 2), jobOf(workload),
                                     {.whileRun = [&](std::size_t came) {
                                         if (came > started && first == 0)
                                             first = monotonicNow();
                                     }});
        std::printf("first records after %.3f s of %.3f s\n", toSeconds(first - life.result.origin),
                    toSeconds(life.result.wall));
        EXPECT_GT(first, life.result.origin);
        EXPECT_LT(first - life.result.origin, life.result.wall / 2);
    }
}
