// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The machine's CPython does its items under each strategy: order, failures, states, a stop, nothing left.
#include "python_pool.h"

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;

namespace {

const std::vector<executors::PythonRules> everyStrategy{
    pythonRules(Pool::sequential), pythonRules(Pool::threads, 1), pythonRules(Pool::threads, 3),
    pythonRules(Pool::processes, 1), pythonRules(Pool::processes, 2)};

} // namespace

using Python = PythonPool;

TEST_F(Python, EveryStrategyDoesEveryItemAndAnswersInOrder)
{
    const TwinWorkload workload = sums(7, 1000);
    for (const executors::PythonRules& rules : everyStrategy) {
        const PythonLife life = live(rules, jobOf(workload));
        std::fputs(timelineText(life.timeline).c_str(), stdout);
        expectPythonLaws(life);
        ASSERT_EQ(life.count(TaskStatus::done), 7u);
        for (std::size_t i = 0; i < 7; ++i) {
            EXPECT_EQ(*life.result.items[i].value.find("task"), Value(i + 1));
            EXPECT_EQ(*life.result.items[i].value.find("sum"), Value("332833500"));
        }
        EXPECT_EQ(life.timeline.lanes.size(), static_cast<std::size_t>(rules.workers));
        EXPECT_EQ(life.timeline.tasks.size(), 7u);
        EXPECT_EQ(life.timeline.lostRecords(), 0u);
        EXPECT_LT(life.timeline.start, 0) << "start-up lies left of zero";
        EXPECT_GT(life.cpuTime, 0);
    }
}

TEST_F(Python, WaitsTakePlaceAtOnceOnThreads)
{
    const TwinWorkload workload = waits(4, 0.2);
    const PythonLife alone = live(pythonRules(Pool::sequential), jobOf(workload));
    const PythonLife together = live(pythonRules(Pool::threads, 4), jobOf(workload));
    std::fputs(timelineText(together.timeline).c_str(), stdout);
    EXPECT_GE(alone.result.wall, 4 * fromSeconds(0.2));
    EXPECT_LT(together.result.wall, alone.result.wall / 2);
    EXPECT_GT(alone.share(State::waiting), 0.9);
}
