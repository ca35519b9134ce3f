// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_process.h"

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>

extern char** environ;

namespace overlap::testing {

CliProcess::CliProcess(std::vector<std::string> arguments, const std::string& output)
{
    std::string program = OVERLAP_BUILD_ROOT "/bin/overlap-cli";
    std::vector<char*> argv{program.data()};
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    const std::string out = output.empty() ? (m_folder / "out").string() : output;
    const std::string err = m_folder / "err";

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);
    // Whoever runs the tests may ignore some signals; the program is to have them all.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t all;
    sigfillset(&all);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    const int failure = posix_spawn(&m_pid, program.c_str(), &actions, &attributes, argv.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0)
        throw std::runtime_error(program + " cannot be started");
}

CliProcess::~CliProcess()
{
    if (!m_outcome) {
        signal(SIGKILL);
        wait();
    }
}

void CliProcess::signal(int number) const
{
    if (!m_outcome)
        ::kill(m_pid, number);
}

CliOutcome CliProcess::wait(core::Nanoseconds patience)
{
    if (m_outcome)
        return *m_outcome;
    const core::Nanoseconds deadline = core::monotonicNow() + patience;
    int status = 0;
    while (waitpid(m_pid, &status, WNOHANG) == 0) {
        if (core::monotonicNow() > deadline) {
            ::kill(m_pid, SIGKILL);
            waitpid(m_pid, &status, 0);
            break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    CliOutcome outcome;
    outcome.code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    outcome.out = bytesOf(m_folder / "out");
    outcome.err = bytesOf(m_folder / "err");
    m_outcome = outcome;
    return outcome;
}

CliOutcome runCli(std::vector<std::string> arguments)
{
    return CliProcess(std::move(arguments)).wait();
}

} // namespace overlap::testing
