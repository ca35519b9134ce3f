// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever dies first, nothing of it runs on for more than a second: the application, the interpreter, a
// worker of its pool (F12, F14). And a stop ends all of it in time.
#include "python_pool.h"

#include "core/random.h"

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;
using ::testing::AnyOf;
using ::testing::HasSubstr;

namespace {

constexpr Nanoseconds patience = 30 * nanosecondsPerSecond;

std::size_t sharedSemaphores()
{
    std::size_t count = 0;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator("/dev/shm", none))
        count += entry.path().filename().string().starts_with("sem.mp-") ? 1 : 0;
    return count;
}

} // namespace

class PythonDeaths : public PythonPool
{
protected:
    ipc::ChildProcess application(const std::string& pool, const std::string& act)
    {
        return launcher.spawn(
            {.program = std::filesystem::path(OVERLAP_BUILD_ROOT) / "tests/bin/overlap-test-python-app",
             .arguments = {interpreter.string(), runner.string(), pool, "2", act},
             .pipeOutput = true});
    }

    static bool gone(const std::set<pid_t>& processes)
    {
        return eventually([&] { return std::ranges::none_of(processes, &isAlive); }, std::chrono::seconds(1));
    }

    static void endThoseLeft(const std::set<pid_t>& processes)
    {
        for (const pid_t pid : processes) {
            if (isAlive(pid))
                kill(pid, SIGKILL);
        }
    }

    /// Kills somebody of a run after so long.
    PythonLife killed(const executors::PythonRules& rules, const Workload& workload, Nanoseconds after,
                      const std::function<pid_t(pid_t python)>& whom, int signal)
    {
        std::jthread killer;
        return live(rules, jobOf(workload), {.beforeRun = [&](pid_t python) {
                        killer = std::jthread([=] {
                            std::this_thread::sleep_for(std::chrono::nanoseconds(after));
                            if (const pid_t victim = whom(python); victim > 0)
                                kill(victim, signal);
                        });
                    }});
    }
};

TEST_F(PythonDeaths, NoPythonOutlivesAKilledApplication)
{
    for (const char* pool : {"sequential", "threads", "processes"}) {
        for (const char* act : {"wait", "compute"}) {
            SCOPED_TRACE(std::string(pool) + " " + act);
            const std::size_t semaphores = sharedSemaphores();
            ipc::ChildProcess app = application(pool, act);
            ASSERT_EQ(app.readLine(patience), "ready");
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            const auto runners = childrenOf(app.pid());
            ASSERT_EQ(runners.size(), 1u);
            const std::set<pid_t> family = membersOf(*runners.begin());
            EXPECT_GE(family.size(), pool == std::string("processes") ? 4u : 1u);
            kill(app.pid(), SIGKILL);
            EXPECT_TRUE(gone(family));
            endThoseLeft(family);
            EXPECT_LE(sharedSemaphores(), semaphores);
        }
    }
}

// Nobody else can end them: the application stands still, and the interpreter is dead.
TEST_F(PythonDeaths, WorkersOfAPoolEndWithTheInterpreterOnTheirOwn)
{
    for (const char* act : {"wait", "compute"}) {
        SCOPED_TRACE(act);
        ipc::ChildProcess app = application("processes", act);
        ASSERT_EQ(app.readLine(patience), "ready");
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        const auto runners = childrenOf(app.pid());
        ASSERT_EQ(runners.size(), 1u); // else nobody knows whom to kill
        const pid_t python = *runners.begin();
        const std::set<pid_t> family = membersOf(python);
        app.signal(SIGSTOP);
        EXPECT_TRUE(eventually([&] { return processLine(app.pid()).state == 'T'; }));
        kill(python, SIGKILL);
        EXPECT_TRUE(gone(family));
        endThoseLeft(family);
        app.stop(0);
    }
}

// Its own start-up code may sleep as long as it likes before it comes to our file.
TEST_F(PythonDeaths, NorOneThatNeverComesToOurFile)
{
    const TempFolder folder;
    interpreter = folder.write("python", "#!/bin/sh\nexec sleep 1000\n");
    chmod(interpreter.c_str(), 0700);
    ipc::ChildProcess app = application("sequential", "wait");
    EXPECT_TRUE(eventually([&] { return !childrenOf(app.pid()).empty(); }));
    const std::set<pid_t> family = childrenOf(app.pid());
    kill(app.pid(), SIGKILL);
    EXPECT_TRUE(gone(family));
    endThoseLeft(family);
    app.stop(0);
}

TEST_F(PythonDeaths, NorOneThatIsKilledWhileItStarts)
{
    core::Random random(20261122);
    const int rounds = isSoak() ? 300 : 8;
    for (int round = 0; round < rounds; ++round) {
        ipc::ChildProcess app = application("processes", "compute");
        std::this_thread::sleep_for(std::chrono::microseconds(random.below(400'000)));
        app.signal(SIGSTOP); // so that the list is whole
        EXPECT_TRUE(eventually([&] { return processLine(app.pid()).state == 'T'; }));
        std::set<pid_t> family;
        for (const pid_t python : childrenOf(app.pid()))
            family.merge(membersOf(python));
        app.signal(SIGKILL);
        EXPECT_TRUE(gone(family)) << "round " << round << " with " << family.size() << " processes";
        endThoseLeft(family);
        app.stop(0);
    }
}

TEST_F(PythonDeaths, AKilledInterpreterFailsItsItemsAndTakesItsPoolAlong)
{
    const TwinWorkload workload = waits(4, 5);
    for (const Pool pool : {Pool::sequential, Pool::threads, Pool::processes}) {
        std::set<pid_t> family;
        const auto whom = [&](pid_t python) {
            family = membersOf(python);
            return python;
        };
        const PythonLife life =
            killed(pythonRules(pool, pool == Pool::sequential ? 1 : 2), workload, 200'000'000, whom, SIGKILL);
        expectPythonLaws(life);
        EXPECT_EQ(life.count(TaskStatus::failed), 4u);
        EXPECT_THAT(life.error(0),
                    HasSubstr("was killed (signal 9): by hand, or because the memory ran out"));
        EXPECT_THAT(life.error(3), HasSubstr(pool == Pool::processes ? "was killed" : "no Python is left"));
        EXPECT_TRUE(gone(family));
    }
}

TEST_F(PythonDeaths, AKilledWorkerIsNamedAndThePoolGivesUp)
{
    const TwinWorkload workload = waits(6, 0.4);
    pid_t victim = 0;
    const auto whom = [&](pid_t python) {
        for (const pid_t pid : childrenOf(python)) {
            if (bytesOf("/proc/" + std::to_string(pid) + "/cmdline").find("spawn_main") != std::string::npos)
                victim = pid;
        }
        return victim;
    };
    for (const auto& [signal, words] :
         {std::pair{SIGKILL, "was killed (signal 9)"}, {SIGSEGV, "was ended by signal 11"}}) {
        const PythonLife life = killed(pythonRules(Pool::processes, 2), workload, 600'000'000, whom, signal);
        expectPythonLaws(life);
        EXPECT_EQ(life.count(TaskStatus::done), 2u) << "the first two had ended";
        ASSERT_EQ(life.count(TaskStatus::failed), 4u);
        const std::string first = "the worker process " + std::to_string(victim) + " ";
        int causes = 0;
        for (const ItemResult& item : life.result.items) {
            if (item.status != TaskStatus::failed)
                continue;
            EXPECT_THAT(
                item.error.english(),
                AnyOf(HasSubstr(first + words), HasSubstr(first + "died, and a pool of concurrent.futures")));
            causes += item.error.english().find(words) != std::string::npos ? 1 : 0;
        }
        EXPECT_EQ(causes, 1) << "the item that it was at";
    }
}

TEST_F(PythonDeaths, RandomMoments)
{
    core::Random random(20261123);
    const int rounds = isSoak() ? 300 : 9;
    const std::size_t semaphores = sharedSemaphores();
    for (int round = 0; round < rounds; ++round) {
        const Pool pool = std::array{Pool::sequential, Pool::threads, Pool::processes}[round % 3];
        const bool worker = random.below(2) == 0;
        const TwinWorkload workload = sums(60, 30'000);
        std::set<pid_t> family;
        const auto whom = [&](pid_t python) {
            family = membersOf(python);
            const auto children = childrenOf(python);
            return worker && !children.empty() ? *children.rbegin() : python;
        };
        const PythonLife life = killed(pythonRules(pool, pool == Pool::sequential ? 1 : 2), workload,
                                       static_cast<Nanoseconds>(random.below(120'000'000)), whom, SIGKILL);
        expectPythonLaws(life);
        EXPECT_TRUE(gone(family)) << "round " << round;
    }
    EXPECT_LE(sharedSemaphores(), semaphores);
}

TEST_F(PythonDeaths, AStopEndsAllOfItInTime)
{
    const TwinWorkload computing = sums(10, 50'000'000);
    const TwinWorkload waiting = waits(10, 20);
    for (const Pool pool : {Pool::sequential, Pool::threads, Pool::processes}) {
        for (const Workload* workload :
             {static_cast<const Workload*>(&computing), static_cast<const Workload*>(&waiting)}) {
            std::stop_source stop;
            Nanoseconds asked = 0;
            Nanoseconds returned = 0;
            std::set<pid_t> family;
            std::jthread stopper;
            const PythonLife life =
                live(pythonRules(pool, pool == Pool::sequential ? 1 : 2), jobOf(*workload),
                     {.stop = stop.get_token(),
                      .beforeRun =
                          [&](pid_t python) {
                              stopper = std::jthread([&, python] {
                                  std::this_thread::sleep_for(std::chrono::milliseconds(150));
                                  family = membersOf(python);
                                  asked = monotonicNow();
                                  stop.request_stop();
                              });
                          },
                      .afterRun = [&] { returned = monotonicNow(); }});
            expectPythonLaws(life);
            EXPECT_LT(returned - asked, 250'000'000);
            EXPECT_EQ(life.count(TaskStatus::cancelled), 10u);
            EXPECT_TRUE(gone(family));
        }
    }
}
