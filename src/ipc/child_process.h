// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "core/time.h"
#include "ipc/descriptor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <sys/types.h>

namespace overlap::ipc {

/// How a child ended.
struct ExitStatus
{
    int code = 0;                  ///< where it exited
    int signal = 0;                ///< where a signal ended it, else 0
    core::Nanoseconds cpuTime = 0; ///< that it used in its life, user and system
    std::int64_t peakMemoryBytes = 0;

    /// "exit code 3", "signal 11 (Segmentation fault)".
    std::string describe() const;
};

/// One child process with the pipes it was given. Move-only; one thread at a time. The destructor ends the
/// child and its process group and reaps it, so nothing runs on.
class ChildProcess
{
public:
    ChildProcess() = default;
    ChildProcess(pid_t pid, Descriptor pidfd, Descriptor input, Descriptor output);
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    ~ChildProcess();

    pid_t pid() const noexcept { return m_pid; }
    /// Readable once it has ended; for poll().
    int pidfd() const noexcept { return m_pidfd.get(); }
    bool running() const noexcept { return m_pid > 0 && !m_status; }

    /// Our end of its standard input; closing it is the polite way to end a child.
    Descriptor& input() noexcept { return m_input; }
    /// Our end of its standard output.
    Descriptor& output() noexcept { return m_output; }

    /// One line of its standard output without the line end; throws Error naming the child where it ends,
    /// says too much or nothing within the time.
    std::string readLine(core::Nanoseconds timeout);

    /// Waits for the end, which ends its whole process group; nothing where it did not come in time.
    std::optional<ExitStatus> wait(core::Nanoseconds timeout);
    /// Sends a signal to the child's process group; harmless after its end.
    void signal(int number) noexcept;
    /// Closes its input, waits, and kills what is still there after the time.
    ExitStatus stop(core::Nanoseconds patience);

private:
    pid_t m_pid = -1;
    Descriptor m_pidfd;
    Descriptor m_input;
    Descriptor m_output;
    std::optional<ExitStatus> m_status;
};

} // namespace overlap::ipc
