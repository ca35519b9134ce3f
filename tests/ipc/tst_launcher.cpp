// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/launcher.h"

#include "support/census.h"
#include "support/gate.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>

using namespace overlap;
using core::nanosecondsPerSecond;
using ipc::ChildProcess;
using ipc::Descriptor;
using ipc::ExitStatus;
using ipc::Launcher;
using ipc::SpawnRequest;
using overlap::testing::childrenOf;
using overlap::testing::eventually;
using overlap::testing::isAlive;
using overlap::testing::openDescriptors;
using ::testing::HasSubstr;

namespace {

constexpr core::Nanoseconds patience = 30 * nanosecondsPerSecond;

class LauncherTest : public ::testing::Test
{
protected:
    ChildProcess shell(const std::string& script, bool input = false, bool output = false)
    {
        return launcher.spawn(SpawnRequest{"/bin/sh", {"-c", script}, input, output});
    }
    std::string endOf(const std::string& script)
    {
        ChildProcess child = shell(script);
        const auto status = child.wait(patience);
        return status ? status->describe() : "did not end";
    }
    std::string say(const std::string& script)
    {
        ChildProcess child = shell(script, false, true);
        return child.readLine(patience);
    }

    overlap::testing::Watchdog watchdog{"launcher"};
    Launcher launcher;
};

} // namespace

TEST_F(LauncherTest, TellsHowAChildEnded)
{
    EXPECT_EQ(launcher.spawn({"/bin/true", {}}).wait(patience)->describe(), "exit code 0");
    EXPECT_EQ(launcher.spawn({"/bin/false", {}}).wait(patience)->code, 1);
    EXPECT_EQ(endOf("exit 3"), "exit code 3");
    EXPECT_EQ(endOf("kill -SEGV $$"), "signal 11 (Segmentation fault)");
    EXPECT_EQ(endOf("kill -KILL $$"), "signal 9 (Killed)");
}

TEST_F(LauncherTest, SignalsAreAtTheirDefaults)
{
    // This process may ignore SIGPIPE and block signals; a child must not inherit either.
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    sigset_t set;
    sigset_t old;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, &old);
    Launcher blocked; // its thread inherits the mask
    ChildProcess piped = blocked.spawn({"/bin/sh", {"-c", "kill -PIPE $$; exit 5"}});
    EXPECT_EQ(piped.wait(patience)->signal, SIGPIPE);
    ChildProcess terminated = blocked.spawn({"/bin/sh", {"-c", "kill -TERM $$; exit 5"}});
    EXPECT_EQ(terminated.wait(patience)->signal, SIGTERM);
    pthread_sigmask(SIG_SETMASK, &old, nullptr);
    std::signal(SIGPIPE, before);
}

TEST_F(LauncherTest, AProgramThatIsNotThereIsNamed)
{
    for (const char* program : {"/no/such/program", "/", "/etc/hostname"}) {
        try {
            launcher.spawn({program, {}, true, true});
            ADD_FAILURE() << program << " was started";
        } catch (const core::Error& error) {
            EXPECT_THAT(error.what(),
                        HasSubstr("the program " + std::string(program) + " cannot be started: "));
        }
    }
    EXPECT_TRUE(childrenOf().empty());
    EXPECT_EQ(say("echo still here"), "still here");
}

TEST_F(LauncherTest, ArgumentsArriveUntouched)
{
    ChildProcess child =
        launcher.spawn({"/bin/sh",
                        {"-c", "printf '%s|' \"$@\"; echo", "name", "a b", "", "\"q\" $HOME *", "é", "-x"},
                        false,
                        true});
    EXPECT_EQ(child.readLine(patience), "a b||\"q\" $HOME *|é|-x|");
}

TEST_F(LauncherTest, PipesCarryBothWays)
{
    ChildProcess cat = launcher.spawn({"/bin/cat", {}, true, true});
    const std::string text = "first\nsecond\n";
    ASSERT_EQ(write(cat.input().get(), text.data(), text.size()), static_cast<ssize_t>(text.size()));
    EXPECT_EQ(cat.readLine(patience), "first");
    EXPECT_EQ(cat.readLine(patience), "second") << "nothing behind the first line was taken away";
    cat.input().reset();
    EXPECT_EQ(cat.wait(patience)->describe(), "exit code 0") << "the end of its input ends it";
}

TEST_F(LauncherTest, ReadingALineSaysWhatWentWrong)
{
    const auto complaint = [&](const std::string& script, core::Nanoseconds time) {
        ChildProcess child = shell(script, false, true);
        try {
            return "read " + child.readLine(time);
        } catch (const core::Error& error) {
            return std::string(error.what());
        }
    };
    EXPECT_THAT(complaint("exit 7", patience), HasSubstr("ended too early with exit code 7"));
    EXPECT_THAT(complaint("printf half; exit 0", patience), HasSubstr("ended too early with exit code 0"));
    EXPECT_THAT(complaint("kill -SEGV $$", patience), HasSubstr("signal 11"));
    EXPECT_THAT(complaint("exec sleep 1000", nanosecondsPerSecond / 50), HasSubstr("did not answer in time"));
    EXPECT_THAT(complaint("yes x | tr -d '\\n'", patience), HasSubstr("something else than expected"));
    EXPECT_TRUE(childrenOf().empty());
}

TEST_F(LauncherTest, AChildHasNoDescriptorsButThree)
{
    // A descriptor that some library opened without O_CLOEXEC.
    const int careless = open("/dev/null", O_RDONLY);
    ASSERT_GE(careless, 3);
    for (const bool input : {false, true}) {
        ChildProcess list = launcher.spawn({"/bin/ls", {"/proc/self/fd"}, input, true});
        std::string numbers;
        for (int i = 0; i < 4; ++i)
            numbers += list.readLine(patience) + " ";
        EXPECT_EQ(numbers, "0 1 2 3 ") << "the fourth is the folder that ls itself reads";
        EXPECT_THROW(list.readLine(patience), core::Error) << "there is a fifth";
    }
    close(careless);
}

TEST_F(LauncherTest, WithoutAPipeTheInputIsEmpty)
{
    EXPECT_EQ(say("cat | wc -c | tr -d ' '"), "0");
}

TEST_F(LauncherTest, WithoutAPipeTheOutputGoesNowhere)
{
    EXPECT_EQ(endOf("[ /proc/self/fd/1 -ef /dev/null ]"), "exit code 0") << "ours may be a report";
    EXPECT_EQ(endOf("echo words"), "exit code 0") << "and writing is no error";
}

// Whatever their numbers are here, also those that the child's own numbers take.
TEST_F(LauncherTest, DescriptorsArePassedInOrder)
{
    const auto holding = [](const char* text) {
        Descriptor file(memfd_create("passed", MFD_CLOEXEC));
        EXPECT_GT(write(file.get(), text, 2), 0);
        return file;
    };
    const std::size_t descriptors = openDescriptors();
    {
        // 3 and 4 are taken by whoever opened them first; so that they are ours, everything is tried.
        std::vector<Descriptor> files;
        for (const char* text : {"a\n", "b\n", "c\n", "d\n"})
            files.push_back(holding(text));
        std::vector<std::size_t> order{0, 1, 2, 3};
        do {
            SpawnRequest request{
                "/bin/sh", {"-c", "for n in 3 4 5 6; do cat /proc/self/fd/$n; done"}, false, true};
            std::string expected;
            for (const std::size_t i : order) {
                request.descriptors.push_back(files[i].get());
                expected += static_cast<char>('a' + i);
            }
            ChildProcess child = launcher.spawn(request);
            std::string got;
            for (int i = 0; i < 4; ++i)
                got += child.readLine(patience);
            EXPECT_EQ(got, expected);
        } while (std::ranges::next_permutation(order).found);
        ChildProcess list = launcher.spawn({.program = "/bin/ls",
                                            .arguments = {"/proc/self/fd"},
                                            .pipeOutput = true,
                                            .descriptors = {files[3].get(), files[0].get()}});
        std::string numbers;
        for (int i = 0; i < 6; ++i)
            numbers += list.readLine(patience) + " ";
        EXPECT_EQ(numbers, "0 1 2 3 4 5 ") << "the last is the folder that ls itself reads";
        EXPECT_THROW(list.readLine(patience), core::Error);
        EXPECT_THROW(launcher.spawn({.program = "/bin/true", .descriptors = {-1}}), core::Error);
    }
    EXPECT_EQ(openDescriptors(), descriptors);
    EXPECT_TRUE(childrenOf().empty());
}

TEST_F(LauncherTest, TellsWhatAChildUsed)
{
    const auto small = shell("exit 0").wait(patience);
    const auto busy = shell("i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done").wait(patience);
    const auto large = shell("exec dd if=/dev/zero of=/dev/null bs=80M count=1 2>/dev/null").wait(patience);
    EXPECT_GT(busy->cpuTime, small->cpuTime);
    EXPECT_GT(busy->cpuTime, nanosecondsPerSecond / 200);
    EXPECT_LT(busy->cpuTime, 20 * nanosecondsPerSecond);
    EXPECT_GT(large->peakMemoryBytes, 80'000'000);
    EXPECT_LT(large->peakMemoryBytes, 200'000'000);
    EXPECT_LT(small->peakMemoryBytes, 40'000'000);
    ChildProcess killed = shell("exec sleep 1000");
    const ExitStatus status = killed.stop(0);
    EXPECT_GT(status.peakMemoryBytes, 0);
    EXPECT_EQ(killed.wait(0)->peakMemoryBytes, status.peakMemoryBytes);
}

TEST_F(LauncherTest, AChildLeadsAGroupOfItsOwnInOurSession)
{
    ChildProcess child = shell("exec sleep 1000");
    EXPECT_EQ(getpgid(child.pid()), child.pid());
    EXPECT_EQ(getsid(child.pid()), getsid(0)) << "a new session would lift the niceness";
}

TEST_F(LauncherTest, StoppingKillsTheWholeGroup)
{
    ChildProcess child = shell("sleep 1000 & echo $!; wait", true, true);
    const pid_t grandchild = std::stoi(child.readLine(patience));
    ASSERT_TRUE(isAlive(grandchild));
    EXPECT_EQ(child.stop(0).signal, SIGKILL);
    EXPECT_TRUE(eventually([&] { return !isAlive(grandchild); }));
    EXPECT_FALSE(child.running());
    child.signal(SIGKILL); // harmless after its end
    EXPECT_EQ(child.stop(0).signal, SIGKILL);
}

TEST_F(LauncherTest, StoppingKillsWhatAPoliteLeaderLeavesInItsGroup)
{
    ChildProcess child = shell("sleep 1000 <&- & echo $!; cat >/dev/null; exit 0", true, true);
    const pid_t grandchild = std::stoi(child.readLine(patience));
    EXPECT_EQ(child.stop(patience).describe(), "exit code 0");
    EXPECT_TRUE(eventually([&] { return !isAlive(grandchild); }, std::chrono::seconds(3)))
        << "nothing runs on";
    kill(grandchild, SIGKILL);
}

TEST_F(LauncherTest, APoliteChildEndsByItselfAndAnotherIsKilled)
{
    EXPECT_EQ(shell("cat > /dev/null; exit 4", true).stop(patience).code, 4);
    EXPECT_EQ(shell("exec sleep 1000", true).stop(nanosecondsPerSecond / 50).signal, SIGKILL);
}

TEST_F(LauncherTest, TheDestructorLeavesNeitherProcessNorZombie)
{
    const std::size_t descriptors = openDescriptors();
    pid_t sleeper = 0;
    {
        const ChildProcess sleeping = shell("exec sleep 1000", true, true);
        const ChildProcess ended = shell("exit 0", true, true);
        sleeper = sleeping.pid();
        ChildProcess moved = shell("exec sleep 1000");
        moved = shell("exec sleep 1001");
    }
    EXPECT_FALSE(isAlive(sleeper));
    EXPECT_TRUE(childrenOf().empty());
    EXPECT_EQ(openDescriptors(), descriptors);
}

TEST_F(LauncherTest, WaitingGivesUpInTimeAndTellsTheSameTwice)
{
    ChildProcess child = shell("exec sleep 1000");
    EXPECT_EQ(child.wait(nanosecondsPerSecond / 100), std::nullopt);
    EXPECT_TRUE(child.running());
    child.signal(SIGTERM);
    EXPECT_EQ(child.wait(patience)->signal, SIGTERM);
    EXPECT_EQ(child.wait(0)->signal, SIGTERM);
    EXPECT_EQ(ChildProcess().wait(0), std::nullopt);
}

TEST_F(LauncherTest, ManyThreadsMaySpawn)
{
    std::atomic<int> good = 0;
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 15; ++i) {
                const int code = (thread * 15 + i) % 100;
                ChildProcess child =
                    shell("echo " + std::to_string(code) + "; exit " + std::to_string(code), true, true);
                const bool line = child.readLine(patience) == std::to_string(code);
                const auto status = child.wait(patience);
                good += line && status && status->code == code ? 1 : 0;
            }
        });
    }
    threads.clear();
    EXPECT_EQ(good, 120);
    EXPECT_TRUE(childrenOf().empty());
}

TEST_F(LauncherTest, WithoutFreeDescriptorsItRefusesAndGoesOn)
{
    const overlap::testing::Watchdog soon("spawning without free descriptors", std::chrono::seconds(15));
    // Filled up to the last number, so that even the handle of the child cannot be opened.
    for (const bool pipes : {false, true}) {
        SCOPED_TRACE(pipes);
        rlimit before{};
        ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
        rlimit small = before;
        small.rlim_cur = 64;
        ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &small), 0);
        std::vector<int> filling;
        for (int fd = open("/dev/null", O_RDONLY | O_CLOEXEC); fd >= 0;
             fd = open("/dev/null", O_RDONLY | O_CLOEXEC))
            filling.push_back(fd);
        std::string complaint;
        try {
            launcher.spawn({"/bin/sleep", {"1000"}, pipes, pipes});
        } catch (const core::Error& error) {
            complaint = error.what();
        }
        for (const int fd : filling)
            close(fd);
        ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &before), 0);
        EXPECT_THAT(complaint, HasSubstr("cannot be started: Too many open files"));
        EXPECT_TRUE(childrenOf().empty()) << "the child that could not be watched is gone";
    }
    EXPECT_EQ(say("echo again"), "again");
}

TEST_F(LauncherTest, AChildHasTheEnvironmentThatItIsGiven)
{
    ChildProcess child = launcher.spawn({.program = "/usr/bin/env",
                                         .pipeOutput = true,
                                         .environment = std::vector<std::string>{"ONLY=this"}});
    EXPECT_EQ(child.readLine(patience), "ONLY=this");
    EXPECT_THROW(child.readLine(patience), core::Error) << "and nothing else";
}

TEST_F(LauncherTest, ErrorsGoWhereTheOutputGoes)
{
    ChildProcess child = launcher.spawn({.program = "/bin/sh",
                                         .arguments = {"-c", "echo one >&2; echo two"},
                                         .pipeOutput = true,
                                         .errorsToOutput = true});
    EXPECT_EQ(child.readLine(patience), "one");
    EXPECT_EQ(child.readLine(patience), "two");
}
