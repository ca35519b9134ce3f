// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc/child_process.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace overlap::ipc {

struct SpawnRequest
{
    std::filesystem::path program;
    std::vector<std::string> arguments = {}; ///< without the program's own name
    bool pipeInput = false;                  ///< without, its standard input is empty
    bool pipeOutput = false; ///< without, nobody reads its standard output: ours may be a report's JSON
    std::vector<int> descriptors = {}; ///< of ours, which the child has as 3, 4, …
    /// "NAME=value" each: all that it has; without, it inherits ours.
    std::optional<std::vector<std::string>> environment = {};
    bool errorsToOutput = false; ///< its standard error goes where its standard output goes
};

/// Spawns every child of the program, from one thread that lives from main's start to its end: the
/// parent-death signal that a child asks for fires when the *thread* that spawned it ends. Made in main
/// before other threads, destroyed after all children. spawn() from any thread.
class Launcher
{
public:
    Launcher();
    ~Launcher();
    Launcher(const Launcher&) = delete;
    Launcher& operator=(const Launcher&) = delete;

    /// A process group of its own, signals at their defaults, no descriptor but 0 to 2 and those asked for;
    /// killed where this process ends first, from its first moment on. Throws Error naming the program and
    /// the cause.
    ChildProcess spawn(const SpawnRequest& request);

private:
    struct Order
    {
        const SpawnRequest& request;
        ChildProcess child;
        std::exception_ptr error;
        bool finished = false;
    };

    void serve(std::stop_token stop);

    std::mutex m_mutex; // protects m_orders and their `finished`
    std::condition_variable_any m_changed;
    std::deque<Order*> m_orders;
    std::jthread m_thread;
};

} // namespace overlap::ipc
