// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

inline std::size_t openDescriptors()
{
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd"))
        ++count;
    return count;
}

} // namespace overlap::testing
