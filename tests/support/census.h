// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/gate.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <sys/types.h>
#include <unistd.h>

namespace overlap::testing {

/// One line of /proc/PID/stat: who the parent is, which group it belongs to, and its state letter.
struct ProcessLine
{
    char state = '?';
    pid_t parent = 0;
    pid_t group = 0;
};

inline ProcessLine processLine(pid_t pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string text;
    std::getline(file, text);
    ProcessLine line;
    // The name stands in brackets and may hold anything, brackets too.
    std::istringstream rest(text.substr(std::min(text.size(), text.rfind(')') + 2)));
    rest >> line.state >> line.parent >> line.group;
    return line;
}

/// True while the process runs; a zombie is over.
inline bool isAlive(pid_t pid)
{
    const char state = processLine(pid).state;
    return state != '?' && state != 'Z' && state != 'X';
}

/// Children of a process, zombies included.
inline std::set<pid_t> childrenOf(pid_t parent = getpid())
{
    std::set<pid_t> children;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos)
            continue;
        const pid_t pid = static_cast<pid_t>(std::stol(name));
        if (processLine(pid).parent == parent)
            children.insert(pid);
    }
    return children;
}

/// All that belong to a process group and run, its first process included.
inline std::set<pid_t> membersOf(pid_t group)
{
    std::set<pid_t> members;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos)
            continue;
        const pid_t pid = static_cast<pid_t>(std::stol(name));
        if (processLine(pid).group == group && isAlive(pid))
            members.insert(pid);
    }
    return members;
}

inline std::size_t openDescriptors()
{
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd"))
        ++count;
    return count;
}

/// Names of the threads of this process, as the system's tools show them.
inline std::multiset<std::string> threadNames()
{
    std::multiset<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/task")) {
        std::string name;
        std::getline(std::ifstream(entry.path() / "comm"), name);
        names.insert(name);
    }
    return names;
}

/// True once there are at most so many threads. The system still lists a thread for a moment after it was
/// joined, so a count that was taken then is one too high, and one that is taken once may be.
inline bool noThreadMoreThan(std::size_t count)
{
    return eventually([count] { return threadNames().size() <= count; }, std::chrono::seconds(5));
}

inline std::size_t residentBytes()
{
    std::size_t all = 0;
    std::size_t resident = 0;
    std::ifstream("/proc/self/statm") >> all >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

/// What a process holds; taken before and after, it shows what was left behind.
struct Census
{
    std::size_t threads = threadNames().size();
    std::size_t descriptors = openDescriptors();
    std::size_t children = childrenOf().size();
    std::size_t resident = residentBytes();
};

/// A test in its long form, as `./dev soak` runs it.
inline bool isSoak()
{
    return std::getenv("OVERLAP_SOAK") != nullptr;
}

} // namespace overlap::testing
