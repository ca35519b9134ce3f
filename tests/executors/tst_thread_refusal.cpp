// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The system gives no more threads: a clear error or fewer threads, never a hang and never an abort.
#include "executors/thread_pool.h"
#include "executors/threads_executor.h"
#include "strategy_run.h"
#include "support/gate.h"

#include <fstream>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace overlap;
using executors::ThreadPool;
using overlap::testing::eventually;
using overlap::testing::Gate;
using overlap::testing::Watchdog;

namespace {

/// While it lives there is no room for another thread's stack. Stacks of earlier threads would be used again,
/// so each test runs in a process of its own.
class NoRoomForThreads
{
public:
    NoRoomForThreads()
    {
        getrlimit(RLIMIT_AS, &m_before);
        std::size_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        rlimit small = m_before;
        small.rlim_cur = pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) + 2 * 1024 * 1024;
        setrlimit(RLIMIT_AS, &small);
    }
    ~NoRoomForThreads() { setrlimit(RLIMIT_AS, &m_before); }
    NoRoomForThreads(const NoRoomForThreads&) = delete;
    NoRoomForThreads& operator=(const NoRoomForThreads&) = delete;

private:
    rlimit m_before{};
};

template <class Test>
void inOwnProcess(Test test)
{
#ifdef OVERLAP_SANITIZED
    GTEST_SKIP() << "a sanitizer needs the address space";
#endif
    ::testing::FLAGS_gtest_death_test_style = "threadsafe";
    EXPECT_EXIT(
        {
            const Watchdog watchdog("a refused thread");
            test();
            _exit(::testing::Test::HasFailure() ? 1 : 0);
        },
        ::testing::ExitedWithCode(0), "");
}

} // namespace

TEST(ThreadRefusal, TheFirstThreadIsAnErrorAndTheTaskIsNotKept)
{
    inOwnProcess([] {
        int starting = 0;
        int refused = 0;
        ThreadPool::Hooks hooks;
        hooks.starting = [&](std::size_t) { ++starting; };
        hooks.refused = [&](std::size_t) { ++refused; };
        std::atomic<int> ran = 0;
        ThreadPool pool(4, hooks);
        {
            const NoRoomForThreads noRoom;
            try {
                pool.submit([&](std::size_t) { ran += 100; });
                ADD_FAILURE() << "a thread was started all the same";
            } catch (const core::Error& error) {
                EXPECT_THAT(error.what(), ::testing::HasSubstr("no thread can be started"));
            }
        }
        EXPECT_EQ(starting, 1);
        EXPECT_EQ(refused, 1);
        pool.submit([&](std::size_t) { ++ran; });
        pool.shutdown();
        EXPECT_EQ(ran, 1);
    });
}

TEST(ThreadRefusal, WithFewerThreadsThanAskedForTheWorkGoesOn)
{
    inOwnProcess([] {
        Gate gate;
        Gate inside;
        std::atomic<int> ran = 0;
        std::atomic<int> refused = 0;
        ThreadPool::Hooks hooks;
        hooks.refused = [&](std::size_t) { ++refused; };
        ThreadPool pool(4, hooks);
        pool.submit([&](std::size_t) {
            inside.open();
            gate.wait();
            ++ran;
        });
        ASSERT_TRUE(inside.wait());
        {
            const NoRoomForThreads noRoom;
            for (int i = 0; i < 10; ++i)
                pool.submit([&](std::size_t) { ++ran; });
        }
        EXPECT_EQ(pool.threadCount(), 1u);
        EXPECT_EQ(refused, 10);
        gate.open();
        pool.shutdown();
        EXPECT_EQ(ran, 11);
    });
}

TEST(ThreadRefusal, ARunThatGetsNoThreadIsAnError)
{
    inOwnProcess([] {
        const overlap::testing::FakeWorkload workload(
            5, [](core::StageIndex, core::TaskContext&, core::Value input) -> core::Stage<core::Value> {
                co_return input;
            });
        const core::Job job = overlap::testing::jobOf(workload);
        recording::Recorder recorder;
        executors::ThreadsExecutor executor(4, recorder);
        executor.prepare(job);
        {
            const NoRoomForThreads noRoom;
            EXPECT_THROW(executor.run(job, {}), core::Error);
        }
        executor.shutdown(core::ShutdownMode::cancelPending);
    });
}
