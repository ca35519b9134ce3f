// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The application's own end and its own standstill (row 36; F12, F40): a pool inside overlap-test-app, which
// is killed or stopped from here.
#include "process_pool.h"

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;

namespace {

constexpr Nanoseconds patience = 30 * nanosecondsPerSecond;

class ProcessOrphans : public ProcessPool
{
protected:
    ipc::ChildProcess application(const std::vector<std::string>& arguments)
    {
        return launcher.spawn(
            {.program = std::filesystem::path(OVERLAP_BUILD_ROOT) / "tests/bin/overlap-test-app",
             .arguments = arguments,
             .pipeOutput = true});
    }
};

} // namespace

TEST_F(ProcessOrphans, NoWorkerOutlivesAKilledApplication)
{
    for (const char* act : {"wait", "spin", "hang", "nothing", "echo"}) {
        for (const int moment : {0, 30}) {
            SCOPED_TRACE(act);
            // 20 000 of nothing are done in 60 ms, before a busy machine comes to kill it.
            const char* count = std::string_view(act) == "nothing" ? "200000" : "20000";
            ipc::ChildProcess app = application({"4", "10000", count, act, "100000"});
            ASSERT_EQ(app.readLine(patience), "ready");
            const std::set<pid_t> workers = childrenOf(app.pid());
            EXPECT_EQ(workers.size(), 4u);
            std::this_thread::sleep_for(std::chrono::milliseconds(moment));
            kill(app.pid(), SIGKILL);
            const Nanoseconds begin = monotonicNow();
            EXPECT_TRUE(eventually([&] { return std::ranges::none_of(workers, &isAlive); },
                                   std::chrono::seconds(10)));
            EXPECT_LT(monotonicNow() - begin, nanosecondsPerSecond);
            EXPECT_EQ(app.wait(patience)->signal, SIGKILL);
            for (const pid_t worker : workers) {
                if (isAlive(worker))
                    kill(worker, SIGKILL);
            }
        }
    }
}

// In the middle of its start, too, when workers have not asked for the signal of its death yet.
TEST_F(ProcessOrphans, NoWorkerOutlivesAnApplicationKilledWhileItStarts)
{
    core::Random random(20261124);
    const int rounds = isSoak() ? 1000 : 20;
    for (int round = 0; round < rounds; ++round) {
        ipc::ChildProcess app = application({"16", "10000", "100", "wait", "100000"});
        std::this_thread::sleep_for(std::chrono::microseconds(random.below(30'000)));
        app.signal(SIGSTOP); // so that the list of its children is whole
        EXPECT_TRUE(eventually([&] { return processLine(app.pid()).state == 'T'; }));
        const std::set<pid_t> workers = childrenOf(app.pid());
        app.signal(SIGKILL);
        EXPECT_TRUE(
            eventually([&] { return std::ranges::none_of(workers, &isAlive); }, std::chrono::seconds(2)))
            << "round " << round << " with " << workers.size() << " workers";
        app.stop(0);
    }
}

// Nobody hangs because nobody got a core: stopped for longer than the patience, all of it goes on.
TEST_F(ProcessOrphans, AStandstillOfEverythingIsNoHang)
{
    // They are in a long native call and have given no sign before.
    ipc::ChildProcess app = application({"3", "2000", "6", "native", "600"});
    ASSERT_EQ(app.readLine(patience), "ready");
    const std::set<pid_t> workers = childrenOf(app.pid());
    std::this_thread::sleep_for(std::chrono::milliseconds(400));
    kill(app.pid(), SIGSTOP);
    for (const pid_t worker : workers)
        kill(worker, SIGSTOP);
    std::this_thread::sleep_for(std::chrono::milliseconds(2500));
    // The application looks first, at workers that have not moved since.
    kill(app.pid(), SIGCONT);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    for (const pid_t worker : workers)
        kill(worker, SIGCONT);
    EXPECT_EQ(app.readLine(patience), "done 6");
    EXPECT_EQ(app.wait(patience)->code, 0);
}
