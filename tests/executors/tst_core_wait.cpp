// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that all compute on one core: what is not CPU time of theirs is waiting for it. Everything here is
// an equation between two clocks, so it holds however busy the machine is besides.
#include "analysis/ledger.h"
#include "strategy_run.h"
#include "support/gate.h"

#include <gtest/gtest.h>
#include <numeric>
#include <sched.h>

using namespace overlap;
using namespace overlap::core;
using overlap::testing::FakeWorkload;
using overlap::testing::jobOf;
using overlap::testing::Watchdog;

namespace {

constexpr Nanoseconds ms = 1'000'000;
constexpr int workers = 4;
constexpr Nanoseconds cpuOfAnItem = 80 * ms;

/// Keeps this thread, and those that it starts, on one core.
class OneCore
{
public:
    OneCore()
    {
        sched_getaffinity(0, sizeof m_before, &m_before);
        cpu_set_t one;
        CPU_ZERO(&one);
        for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
            if (CPU_ISSET(cpu, &m_before)) {
                CPU_SET(cpu, &one);
                break;
            }
        }
        m_set = sched_setaffinity(0, sizeof one, &one) == 0;
    }
    ~OneCore() { sched_setaffinity(0, sizeof m_before, &m_before); }
    OneCore(const OneCore&) = delete;
    OneCore& operator=(const OneCore&) = delete;

    bool isSet() const { return m_set; }

private:
    cpu_set_t m_before;
    bool m_set = false;
};

/// An item computes for that much CPU time of its thread, with a checkpoint about every 20 µs or without any.
FakeWorkload computing(bool checkpoints)
{
    return FakeWorkload(workers, [checkpoints](StageIndex, TaskContext& context, Value) -> Stage<Value> {
        const Nanoseconds until = threadCpuNow() + cpuOfAnItem;
        while (threadCpuNow() < until) {
            volatile double value = 1;
            for (int i = 0; i < 5000; ++i)
                value = value * 1.0000001;
            if (checkpoints)
                context.checkpoint();
        }
        co_return Value();
    });
}

struct Measured
{
    Nanoseconds wall = 0;
    Nanoseconds cpu = 0;
    std::vector<analysis::StateTimes> lanes;
    std::uint64_t lost = 0;

    Nanoseconds total(State state) const
    {
        return std::accumulate(lanes.begin(), lanes.end(), Nanoseconds{0}, [&](Nanoseconds sum, auto& lane) {
            return sum + lane[static_cast<std::size_t>(state)];
        });
    }
    double ledgerSum() const
    {
        const auto seconds = analysis::ledgerSeconds(lanes, wall);
        return std::accumulate(seconds.begin(), seconds.end(), 0.0);
    }
};

/// A whole run with rings of that many records, which nobody reads while it goes on.
Measured run(const Workload& workload, std::uint32_t capacity)
{
    const Job job = jobOf(workload);
    recording::Recorder recorder(capacity);
    const auto executor =
        executors::makeExecutor(overlap::testing::strategyOf("threads:" + std::to_string(workers)), recorder);
    executor->prepare(job);
    const RunResult result = executor->run(job, {});
    executor->shutdown(ShutdownMode::wait);
    Measured measured;
    measured.wall = result.wall;
    measured.cpu = executor->cpuTime();
    for (std::size_t lane = 0; lane < recorder.laneCount(); ++lane) {
        measured.lanes.push_back(recorder.reader(lane).totals(0));
        measured.lost += recorder.reader(lane).lost();
    }
    return measured;
}

class CoreWait : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (!m_core.isSet())
            GTEST_SKIP() << "this machine does not let a program choose its core";
    }

    /// What the lanes call computing is CPU time, what they call core-wait is the rest of it.
    void expectBalanced(const Measured& measured)
    {
        const double wall = toSeconds(measured.wall);
        const double cpu = toSeconds(measured.cpu);
        const double computing = toSeconds(measured.total(State::computing));
        const double coreWait = toSeconds(measured.total(State::coreWait));
        EXPECT_GE(cpu, toSeconds(workers * cpuOfAnItem));
        EXPECT_GE(wall, 0.98 * cpu) << "or they were on more than one core";
        EXPECT_NEAR(computing, cpu, 0.03 * wall);
        // Threads start and end one after the other, which is no waiting for a core.
        double besides = 0;
        for (const State state : {State::starting, State::dispatch, State::queueEmpty, State::idle})
            besides += toSeconds(measured.total(state));
        EXPECT_LE(coreWait, workers * wall - cpu + 0.03 * wall);
        EXPECT_GE(coreWait, workers * wall - cpu - besides - 0.03 * wall);
        EXPECT_GE(coreWait, 0.75 * (workers * wall - cpu)) << "most of it is in sight of the meter";
        EXPECT_NEAR(measured.ledgerSum(), workers * wall, 0.01 * workers * wall);
    }

    const Watchdog m_watchdog{"threads on one core"};
    const OneCore m_core;
};

} // namespace

TEST_F(CoreWait, IsWhatIsLeftOfTheWallTime)
{
    const Measured measured = run(computing(true), 1 << 14);
    EXPECT_EQ(measured.lost, 0u);
    expectBalanced(measured);
}

TEST_F(CoreWait, IsFoundAtTheEndOfOneLongCall)
{
    expectBalanced(run(computing(false), 1 << 14));
}

TEST_F(CoreWait, DoesNotDependOnRecordsThatWereLost)
{
    const Measured measured = run(computing(true), 4);
    EXPECT_GT(measured.lost, 20u) << "else nothing was tried";
    expectBalanced(measured);
}
