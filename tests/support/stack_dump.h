// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <execinfo.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

namespace overlap::testing {

namespace detail {

inline std::atomic<int> stacksWritten = 0;

// backtrace() is not promised to be safe in a handler; this program ends right after it.
inline void writeOwnStack(int)
{
    void* frames[64];
    backtrace_symbols_fd(frames, backtrace(frames, 64), STDERR_FILENO);
    ++stacksWritten;
}

inline std::string firstLineOf(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

} // namespace detail

/// Writes to standard error what every thread of this process does: name, state, where the kernel has it, and
/// its stack. For a program that is about to end.
inline void dumpAllThreads()
{
    const int number = SIGRTMIN + 5;
    std::signal(number, &detail::writeOwnStack);
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/task")) {
        const auto thread = static_cast<pid_t>(std::atol(entry.path().filename().c_str()));
        const std::string stat = detail::firstLineOf(entry.path() / "stat");
        const std::string state = stat.substr(std::min(stat.size(), stat.rfind(')') + 2), 1);
        std::fprintf(stderr, "thread %d “%s”, state %s, %s\n", thread,
                     detail::firstLineOf(entry.path() / "comm").c_str(), state.c_str(),
                     detail::firstLineOf(entry.path() / "wchan").c_str());
        const int before = detail::stacksWritten;
        syscall(SYS_tgkill, getpid(), thread, number);
        for (int i = 0; i < 200 && detail::stacksWritten == before; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

} // namespace overlap::testing
