// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A stop of a pool of processes (rows 31, 34, 61; F3, F37): soon, whatever the workers are at, with what was
// done kept and nothing left running.
#include "process_pool.h"

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;

namespace {

class ProcessStop : public ProcessPool
{
protected:
    /// Seconds from the stop to the return of run(), which `moment` after its beginning is stopped.
    double stopped(const executors::ProcessRules& rules, const std::vector<Value>& items,
                   std::chrono::microseconds moment, PoolRun* kept = nullptr)
    {
        std::stop_source stop;
        std::atomic<Nanoseconds> asked = 0;
        Nanoseconds returned = 0;
        std::jthread stopper;
        PoolRun run = live(rules, items,
                           {.stop = stop.get_token(),
                            .beforeRun =
                                [&](const auto&) {
                                    stopper = std::jthread([&] {
                                        std::this_thread::sleep_for(moment);
                                        asked = monotonicNow();
                                        stop.request_stop();
                                    });
                                },
                            .afterRun =
                                [&] {
                                    returned = monotonicNow();
                                    stopper = {};
                                }});
        EXPECT_EQ(run.count(TaskStatus::done) + run.count(TaskStatus::failed) +
                      run.count(TaskStatus::cancelled),
                  items.size());
        expectLaws(run);
        for (const pid_t worker : run.workers)
            EXPECT_FALSE(isAlive(worker));
        const double late = toSeconds(returned - asked);
        if (kept)
            *kept = std::move(run);
        return late;
    }
};

} // namespace

TEST_F(ProcessStop, ComesSoonWhateverTheWorkersAreAt)
{
    const std::pair<const char*, Value> kinds[] = {{"waiting", act("do", "wait", 1'000'000)},
                                                   {"computing", act("do", "spin", 1'000'000)},
                                                   {"hanging", act("do", "hang")},
                                                   {"stopped", act("do", "signal", SIGSTOP)},
                                                   {"hanging while it reads", act("decode", "hang")},
                                                   {"hanging while it answers", act("encode", "hang")},
                                                   {"large", act("do", "memory", 1)}};
    for (const auto& [name, item] : kinds) {
        SCOPED_TRACE(name);
        std::vector<double> late;
        for (int i = 0; i < 5; ++i) {
            PoolRun run;
            // 20 items for four workers: some were begun, some wait in a worker, some were never handed out.
            late.push_back(
                stopped(rulesFor(4, i % 2 + 1), repeated(20, item), std::chrono::milliseconds(20), &run));
            if (std::string(name) != "large") {
                EXPECT_EQ(run.count(TaskStatus::cancelled), 20u);
            }
        }
        std::ranges::sort(late);
        EXPECT_LT(late[2], 0.25);
        EXPECT_LT(late.back(), 3.0) << "the machine may be busy with other tests";
    }
}

TEST_F(ProcessStop, BeforeTheRunNothingIsDone)
{
    std::stop_source stop;
    stop.request_stop();
    const PoolRun run = live(rulesFor(2), repeated(10, act("do", "pid")), {.stop = stop.get_token()});
    EXPECT_EQ(run.count(TaskStatus::cancelled), 10u);
    expectLaws(run);
}

// What was done counts, also in a chunk that never ended.
TEST_F(ProcessStop, WhatWasDoneIsKept)
{
    std::vector<Value> items = repeated(30, act("do", "wait", 2));
    items.resize(34, act("do", "hang"));
    PoolRun run;
    stopped(rulesFor(2, 17), items, std::chrono::milliseconds(500), &run);
    EXPECT_EQ(run.count(TaskStatus::done), 30u);
    EXPECT_EQ(run.count(TaskStatus::cancelled), 4u);
}

// 100 MB in each of many workers take the kernel a while to take apart, all of them at once.
TEST_F(ProcessStop, LargeWorkersGoTogether)
{
    std::vector<Value> items;
    for (int i = 0; i < 8; ++i)
        items.push_back(heavyAct("hang", 20'000'000));
    const double late = stopped(rulesFor(8), items, std::chrono::milliseconds(300));
#ifdef OVERLAP_SANITIZED
    EXPECT_LT(late, 20.0); // its shadow memory takes the kernel much longer
#else
    EXPECT_LT(late, 1.0);
#endif
}

TEST_F(ProcessStop, AtRandomMomentsItLeavesNothing)
{
    core::Random random(20261123);
    std::vector<Value> items;
    for (int i = 0; i < 300; ++i) {
        items.push_back(i % 10 == 0   ? act("do", "throw")
                        : i % 7 == 0  ? act("do", "wait", 3)
                        : i % 5 == 0  ? heavyAct("mirror", 100'000)
                        : i % 47 == 0 ? act("do", "exit", 1)
                                      : act("do", "nothing"));
    }
    std::vector<double> late;
    const int rounds = isSoak() ? 1000 : 20;
    for (int round = 0; round < rounds; ++round) {
        SCOPED_TRACE(round);
        const auto moment = std::chrono::microseconds(random.below(40'000));
        late.push_back(stopped(rulesFor(1 + round % 6, 1 + round % 5), items, moment));
        ASSERT_FALSE(HasFailure());
    }
    std::ranges::sort(late);
    EXPECT_LT(late[late.size() / 2], 0.25);
    EXPECT_LT(late.back(), 3.0);
    if (isSoak())
        std::printf("soak: %zu stops, median %.2f ms, slowest %.2f ms\n", late.size(),
                    late[late.size() / 2] * 1e3, late.back() * 1e3);
}
