// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Messages larger than any buffer between two processes (rows 44 to 46; F15): no deadlock with both ends
// full, no hang where one end dies in the middle, and memory for what travels, not for what waits.
#include "process_pool.h"

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;
using ::testing::HasSubstr;

namespace {

class LargeMessages : public ProcessPool
{};

std::int64_t peakResidentBytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::strtoll(line.c_str() + 6, nullptr, 10) * 1024;
    }
    return 0;
}

} // namespace

TEST_F(LargeMessages, ThereAndBackAtOnce)
{
    const std::int64_t bytes = isSoak() ? 500'000'000 : 100'000'000;
    const int workers = 2;
    const std::size_t count = isSoak() ? 12 : 4;
    std::ofstream("/proc/self/clear_refs") << "5";
    const std::int64_t resident = peakResidentBytes();
    const PoolRun run = live(rulesFor(workers), repeated(count, heavyAct("mirror", bytes)));
    const std::int64_t grown = peakResidentBytes() - resident;
    const std::string expected = patternOf(static_cast<std::size_t>(bytes));
    for (std::size_t i = 0; i < count; ++i) {
        ASSERT_EQ(run.result.items[i].status, TaskStatus::done) << run.error(i);
        EXPECT_TRUE(run.result.items[i].value.asString() == expected);
    }
    expectLaws(run);
#ifndef OVERLAP_SANITIZED
    // The results, and for each worker what goes out and, in a buffer of at most twice its size, what comes
    // in.
    const std::int64_t sensible = (static_cast<std::int64_t>(count) + 4 * workers) * bytes;
    EXPECT_LT(grown, sensible);
#endif
    if (isSoak())
        std::printf("soak: %zu × %lld MB: %lld MB at most\n", count,
                    static_cast<long long>(bytes / 1'000'000), static_cast<long long>(grown / 1'000'000));
}

// Short tasks are handed out ahead, large ones are not: ten thousand that wait would fill the memory.
TEST_F(LargeMessages, WhatAWorkerDoesNotTakeIsNotMade)
{
    std::ofstream("/proc/self/clear_refs") << "5";
    const std::int64_t resident = peakResidentBytes();
    std::vector<Value> items = repeated(4, act("do", "nothing"));
    items.resize(104, heavyAct("nothing", 5'000'000));
    const PoolRun run = live(rulesFor(2, 1, 1000), items);
    EXPECT_EQ(run.count(TaskStatus::done), 104u);
#ifndef OVERLAP_SANITIZED
    EXPECT_LT(peakResidentBytes() - resident, 250'000'000) << "of 500 MB, and as much again on the wire";
#endif
}

// Row 44: the worker dies with half a message in its socket. It is stopped first, so that it takes no more
// than the socket holds.
TEST_F(LargeMessages, TheReaderDiesInTheMiddle)
{
    for (const int inFlight : {1, 4}) {
        std::jthread killer;
        const PoolRun run = live(rulesFor(2, 1, inFlight), repeated(6, heavyAct("nothing", 20'000'000)),
                                 {.beforeRun =
                                      [&](const std::vector<pid_t>& workers) {
                                          kill(workers[0], SIGSTOP);
                                          killer = std::jthread([worker = workers[0]] {
                                              std::this_thread::sleep_for(std::chrono::milliseconds(100));
                                              kill(worker, SIGKILL);
                                          });
                                      },
                                  .afterRun = [&] { killer = {}; }});
        EXPECT_EQ(run.count(TaskStatus::done), 5u);
        EXPECT_EQ(run.count(TaskStatus::failed), 1u);
        EXPECT_TRUE(run.isKilled(0));
        expectLaws(run);
    }
}

TEST_F(LargeMessages, TheWriterDiesInTheMiddle)
{
    for (const std::int64_t promised : {100'000LL, 1'500'000LL, 1LL << 30}) {
        std::vector<Value> items = repeated(6, heavyAct("mirror", 1'000'000));
        items[2] = act("do", "promise", promised);
        const PoolRun run = live(rulesFor(2), items);
        EXPECT_EQ(run.count(TaskStatus::done), 5u);
        EXPECT_THAT(run.error(2), HasSubstr("ended on its own with exit code 3"));
        expectLaws(run);
    }
}

// Row 46.
TEST_F(LargeMessages, WhatCannotBeSentBlocksNobody)
{
    for (const int chunk : {1, 7, 100}) {
        std::vector<Value> items = repeated(100, unmadeAct());
        items.resize(200, act("do", "pid"));
        const PoolRun run = live(rulesFor(2, chunk), items);
        EXPECT_EQ(run.count(TaskStatus::failed), 100u);
        EXPECT_EQ(run.count(TaskStatus::done), 100u);
        EXPECT_EQ(run.error(99), "the task could not be sent: not to be made");
        EXPECT_EQ(run.result.items[100].status, TaskStatus::done);
        expectLaws(run);
    }
    const PoolRun none = live(rulesFor(2), repeated(50, unmadeAct()));
    EXPECT_EQ(none.count(TaskStatus::failed), 50u);
}

// More than the largest frame, there and back, fails its own task. In the long form only: it takes gigabytes.
TEST_F(LargeMessages, AboveTheCapATaskFailsAlone)
{
    if (!isSoak())
        GTEST_SKIP() << "takes gigabytes";
    const std::int64_t tooMuch = (1LL << 30) + 1;
    const PoolRun run = live(rulesFor(1), {act("do", "pid"), heavyAct("nothing", tooMuch), act("do", "pid"),
                                           act("do", "echo", tooMuch), act("do", "pid")});
    EXPECT_EQ(run.count(TaskStatus::done), 3u);
    for (const std::size_t item : {1, 3})
        EXPECT_EQ(run.error(item), "1073 MB are too much for another process; at most 1073 MB are sent");
}
