// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Row 49: the system gives no more threads: a clear error or fewer threads, never a hang and never an abort.
#include "executors/thread_pool.h"
#include "strategy_run.h"
#include "support/gate.h"

#include <fstream>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <thread>
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

/// While it lives the user of this process may have no more threads: clone() says EAGAIN. Root is bound by no
/// such limit, so a process of root becomes nobody's for good, which is one more reason for a process of its
/// own.
class NoThreadsAllowed
{
public:
    NoThreadsAllowed()
    {
        constexpr uid_t nobody = 65534;
        if (geteuid() == 0 && setresuid(nobody, nobody, nobody) != 0)
            std::abort();
        getrlimit(RLIMIT_NPROC, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 0;
        setrlimit(RLIMIT_NPROC, &none);
    }
    ~NoThreadsAllowed() { setrlimit(RLIMIT_NPROC, &m_before); }
    NoThreadsAllowed(const NoThreadsAllowed&) = delete;
    NoThreadsAllowed& operator=(const NoThreadsAllowed&) = delete;

private:
    rlimit m_before{};
};

template <class Test>
void inOwnProcess(Test test)
{
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
#ifdef OVERLAP_SANITIZED
    GTEST_SKIP() << "a sanitizer needs the address space";
#endif
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
#ifdef OVERLAP_SANITIZED
    GTEST_SKIP() << "a sanitizer needs the address space";
#endif
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

class ThreadRefusalOf : public ::testing::TestWithParam<std::string>
{};

INSTANTIATE_TEST_SUITE_P(Strategies, ThreadRefusalOf,
                         ::testing::ValuesIn(overlap::testing::strategiesInThisProcess({1, 4, 1024})),
                         overlap::testing::testName);

// Every strategy: the run ends with all that could be done without a new thread, or with one sentence;
// afterwards, with threads again, a fresh one works.
TEST_P(ThreadRefusalOf, ARunThatGetsNoThreadIsAnErrorOrDoesWithout)
{
    inOwnProcess([] {
        const overlap::testing::FakeWorkload workload(
            5, [](core::StageIndex, core::TaskContext&, core::Value input) -> core::Stage<core::Value> {
                co_return input;
            });
        const core::Job job = overlap::testing::jobOf(workload);
        const auto allDone = [](const core::RunResult& result) {
            return std::ranges::count(result.items, core::TaskStatus::done, &core::ItemResult::status) == 5;
        };
        const core::Strategy strategy = overlap::testing::strategyOf(GetParam());
        const auto live = [&] {
            recording::Recorder recorder(256);
            const auto executor = executors::makeExecutor(strategy, recorder);
            try {
                executor->prepare(job);
                EXPECT_TRUE(allDone(executor->run(job, {})));
            } catch (const core::Error& error) {
                executor->shutdown(core::ShutdownMode::cancelPending);
                return std::string(error.what());
            }
            executor->shutdown(core::ShutdownMode::wait);
            return std::string();
        };
        {
            const NoThreadsAllowed none;
            EXPECT_THROW(std::thread([] {}).join(), std::system_error) << "else nothing is tested here";
            const std::string sentence = live();
            const bool needsNobody = GetParam() == "sequential" || GetParam().starts_with("event-loop");
            if (!needsNobody)
                EXPECT_EQ(sentence, "no thread can be started: Resource temporarily unavailable");
            else
                EXPECT_EQ(sentence, "");
        }
        EXPECT_EQ(live(), "");
    });
}
