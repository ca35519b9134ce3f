// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pools that cannot be: no worker program, a wrong one, too few descriptors, processes or memory (rows 49,
// 51; F5 to F8): one sentence that names the cause, in bounded time, and nothing is left of half a pool.
#include "process_pool.h"

#include "support/ordinary_user.h"
#include "support/temp_folder.h"

#include <fcntl.h>
#include <sys/resource.h>

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;

namespace {

class ProcessStart : public ProcessPool
{
protected:
    /// A worker program made of a shell script; its socket is descriptor 3.
    std::string refusalOf(const std::string& script, int workers = 3)
    {
        program = m_folder.write("worker", "#!/bin/sh\n" + script + "\n");
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
        executors::ProcessRules rules = rulesFor(workers);
        rules.startPatience = 500'000'000;
        const Nanoseconds begin = monotonicNow();
        const std::string sentence = refusal(rules);
        EXPECT_LT(monotonicNow() - begin, 5 * nanosecondsPerSecond);
        return sentence;
    }

    TempFolder m_folder;
};

/// A limit of this process, back at its former value afterwards.
class Limit
{
public:
    Limit(__rlimit_resource resource, rlim_t value) : m_resource(resource)
    {
        getrlimit(resource, &m_before);
        rlimit small = m_before;
        small.rlim_cur = value;
        setrlimit(resource, &small);
    }
    ~Limit() { setrlimit(m_resource, &m_before); }
    Limit(const Limit&) = delete;
    Limit& operator=(const Limit&) = delete;

private:
    __rlimit_resource m_resource;
    rlimit m_before{};
};

/// The whole of a user's threads, as RLIMIT_NPROC counts them.
rlim_t threadsOf(uid_t user)
{
    rlim_t count = 0;
    for (const auto& process : std::filesystem::directory_iterator("/proc")) {
        struct stat status = {};
        if (stat(process.path().c_str(), &status) != 0 || status.st_uid != user)
            continue;
        std::error_code gone;
        for ([[maybe_unused]] const auto& thread :
             std::filesystem::directory_iterator(process.path() / "task", gone))
            ++count;
    }
    return count;
}

std::string refusalHere(ipc::Launcher& launcher, int workers)
{
    const Value parameters = actsParameters({act("do", "nothing")});
    const auto workload = actsWorkload().make(parameters);
    recording::Recorder recorder;
    executors::ProcessesExecutor executor(rulesFor(workers), recorder, {&launcher, testWorker()});
    std::string sentence = "nothing";
    try {
        executor.prepare(jobInProcesses(*workload, "acts", parameters));
    } catch (const std::exception& error) {
        sentence = error.what();
    }
    EXPECT_EQ(childrenOf().size(), sentence == "nothing" ? static_cast<std::size_t>(workers) : 0);
    executor.shutdown(ShutdownMode::wait);
    EXPECT_TRUE(childrenOf().empty());
    return sentence;
}

} // namespace

TEST_F(ProcessStart, AProgramThatIsNoneIsNamed)
{
    const std::string plain = m_folder.write("plain", "text");
    for (const auto& [path, cause] :
         {std::pair(std::string("/no/such/worker"), "No such file or directory"),
          std::pair(plain, "Permission denied"), std::pair(std::string("/"), "Permission denied")}) {
        program = path;
        EXPECT_THAT(refusal(rulesFor(3)), HasSubstr("the program " + path + " cannot be started: " + cause));
    }
}

TEST_F(ProcessStart, AProgramThatIsNoWorkerIsToldInBoundedTime)
{
    EXPECT_THAT(refusalOf("exit 0"),
                MatchesRegex("the worker process [0-9]+ ended on its own with exit code 0"));
    EXPECT_THAT(refusalOf("exit 7"), HasSubstr("exit code 7"));
    EXPECT_THAT(refusalOf("kill -SEGV $$"), HasSubstr("signal 11 (Segmentation fault)"));
    EXPECT_THAT(refusalOf("exec 3>&-; exec sleep 1000"), HasSubstr("hung up and was ended"));
    EXPECT_THAT(refusalOf("exec sleep 1000"),
                MatchesRegex("the worker process [0-9]+ was not ready in time"));
    EXPECT_THAT(refusalOf("kill -STOP $$"), HasSubstr("was not ready in time"));
    EXPECT_THAT(refusalOf("echo Good morning, this is no frame >&3; exec sleep 1000"),
                HasSubstr("what came is no message of a worker"));
    EXPECT_THAT(refusalOf("printf 'OV\\002\\000\\001\\000\\000\\000\\000\\000\\000\\000' | sed 's/OV/OV/' "
                          ">&3; exec sleep 9"),
                HasSubstr("another version of Overlap"));
    EXPECT_THAT(
        refusalOf("printf 'OV\\001\\000\\001\\000\\000\\000\\377\\377\\377\\377' >&3; exec sleep 1000"),
        HasSubstr("no message of a worker"));
    EXPECT_THAT(
        refusalOf("printf 'OV\\001\\000\\001\\000\\000\\000\\377\\000\\000\\000' >&3; exec sleep 1000"),
        HasSubstr("was not ready in time"))
        << "a frame that never becomes whole";
    EXPECT_THAT(
        refusalOf("while :; do printf 'OV\\001\\000\\001\\000\\000\\000\\000\\000\\000\\000'; done >&3"),
        HasSubstr("was not ready in time"))
        << "greetings for ever";
}

TEST_F(ProcessStart, AWorkloadThatTheWorkerDoesNotKnowIsNamed)
{
    const Value parameters = actsParameters({act("do", "nothing")});
    const auto workload = actsWorkload().make(parameters);
    recording::Recorder recorder;
    executors::ProcessesExecutor executor(rulesFor(2), recorder, {&launcher, program});
    try {
        executor.prepare(jobInProcesses(*workload, "unheard-of", parameters));
        ADD_FAILURE() << "it was found";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("there is no workload “unheard-of”"));
    }
    EXPECT_TRUE(childrenOf().empty());
}

// F8: counted before anything is started.
TEST_F(ProcessStart, TooFewDescriptorsAreCountedBeforehand)
{
    {
        const Limit few(RLIMIT_NOFILE, before.descriptors + 30);
        EXPECT_THAT(refusal(rulesFor(16)),
                    MatchesRegex("16 worker processes need 44 open files, but only [0-9]+ "
                                 "more may be opened"));
        EXPECT_EQ(live(rulesFor(8), repeated(16, act("do", "pid"))).count(TaskStatus::done), 16u)
            << "for these there are enough";
    }
    EXPECT_EQ(live(rulesFor(16), repeated(16, act("do", "pid"))).count(TaskStatus::done), 16u);
}

// F4: what a task may not have is the task's error, and the worker goes on.
TEST_F(ProcessStart, ATaskWithoutMemoryFailsAlone)
{
#ifdef OVERLAP_SANITIZED
    GTEST_SKIP() << "a sanitizer needs the address space";
#endif
    std::vector<Value> items = repeated(9, act("do", "pid"));
    items[1] = act("do", "memory", 2000);
    items[4] = act("do", "echo", 600'000'000); // does not fit into its answer
    items[7] = heavyAct("mirror", 200'000'000);
    const PoolRun run = live(rulesFor(1), items, {.beforeRun = [](const std::vector<pid_t>& workers) {
                                 for (const pid_t worker : workers) {
                                     const rlimit limit{800'000'000, 800'000'000};
                                     prlimit(worker, RLIMIT_AS, &limit, nullptr);
                                 }
                             }});
    EXPECT_EQ(run.error(1), "the memory does not suffice for this task");
    EXPECT_EQ(run.result.items[4].status, TaskStatus::failed);
    EXPECT_THAT(run.error(4), HasSubstr("could not be sent from the worker process"));
    for (const std::size_t item : {0, 2, 3, 5, 6, 8})
        EXPECT_EQ(run.result.items[item].status, TaskStatus::done) << item << run.error(item);
    EXPECT_FALSE(run.isKilled(0));
}

// F6: without a thread of their own, so that they can become another user.
TEST(ProcessStartRefused, TheSystemGivesFewerProcessesThanAskedFor)
{
    asOrdinaryUser([] {
        const Watchdog watchdog("processes refused");
        ipc::Launcher launcher;
        if (access(testWorker().c_str(), X_OK) != 0) {
            std::printf("the worker program is out of reach for this user\n");
            return;
        }
        for (const rlim_t more : {0, 1, 3}) {
            const Limit few(RLIMIT_NPROC, threadsOf(geteuid()) + more);
            const std::string sentence = refusalHere(launcher, 8);
            EXPECT_THAT(sentence,
                        HasSubstr("overlap-test-worker cannot be started: Resource temporarily unavailable"));
        }
        EXPECT_EQ(refusalHere(launcher, 8), "nothing");
    });
}

TEST(ProcessStartRefused, TheSystemGivesNoMemoryToShare)
{
#ifdef OVERLAP_SANITIZED
    GTEST_SKIP() << "a sanitizer needs the address space";
#endif
    asOrdinaryUser([] {
        const Watchdog watchdog("memory refused");
        ipc::Launcher launcher;
        EXPECT_EQ(refusalHere(launcher, 2), "nothing"); // and the allocator has what it needs
        std::size_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        const Limit few(RLIMIT_AS, pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) + 300'000);
        EXPECT_THAT(refusalHere(launcher, 16), HasSubstr("emory"));
    });
}
