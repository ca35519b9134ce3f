// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "executors/python_protocol.h"
#include "ipc/launcher.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace overlap::executors {

/// All that a Python is started with: what a program needs to find its own, and what a version manager's
/// script asks for. No PYTHON…, no proxy, nothing that is secret.
std::vector<std::string> pythonEnvironment();

/// What a program prints that nobody asked for: read so that it never waits for us, all but the end of it
/// forgotten.
class PrintedText
{
public:
    static constexpr std::uint64_t mostBytes = 16 * 1024 * 1024;

    /// Reads what there is from a descriptor that does not block, not without end; false at its end.
    bool readFrom(int fd);
    bool tooMuch() const noexcept { return m_bytes > mostBytes; }
    /// The last line that is not empty; empty where it said nothing.
    std::string lastLine() const;

private:
    std::string m_tail;
    std::uint64_t m_bytes = 0;
};

/// An interpreter that runs a file, in a process group of its own, with a socket for orders and answers, its
/// descriptor 3, and a pipe for what it prints. Nothing here waits for it but poll(), and that with a limit.
/// One thread.
class PythonProcess
{
public:
    /// Throws core::Error where it cannot be started.
    PythonProcess(ipc::Launcher& launcher, const std::filesystem::path& interpreter,
                  const std::filesystem::path& file);
    /// Ends it with all that is in its group.
    ~PythonProcess() = default;
    PythonProcess(const PythonProcess&) = delete;
    PythonProcess& operator=(const PythonProcess&) = delete;

    pid_t pid() const noexcept { return m_child.pid(); }
    void order(PythonOrder type, std::string_view payload) { appendOrder(m_out, type, payload); }

    /// Writes what it takes, reads what it says, for at most `limit`; earlier where something came, or where
    /// `bell` became readable (-1 for none). Throws core::Error where it says what is no frame.
    void poll(core::Nanoseconds limit, int bell = -1);
    /// The next whole answer, or nothing until poll() has read more.
    std::optional<ipc::Frame> next() { return m_frames.next(); }
    /// It says nothing any more: it has ended, or closed its end.
    bool over() const noexcept { return m_over; }
    bool printedTooMuch() const noexcept { return m_printed.tooMuch(); }
    /// The moment at which something came last.
    core::Nanoseconds lastSign() const noexcept { return m_lastSign; }

    /// Ends it. The sentence about its death names it and quotes what it printed last; where we had a reason
    /// of our own to end it, that reason.
    core::Message bury(std::optional<core::Message> reason = std::nullopt);
    /// Waits for its own end, then ends it with what is left in its group.
    void finish(core::Nanoseconds patience);
    /// Signals its whole group.
    void kill() noexcept { m_child.signal(9); }

    core::Nanoseconds cpuTime() const noexcept { return m_status.cpuTime; }
    std::int64_t peakMemoryBytes() const noexcept { return m_status.peakMemoryBytes; }

private:
    void write();
    core::Message causeOfDeath() const;

    ipc::Descriptor m_socket;
    ipc::ChildProcess m_child;
    ipc::FrameReader m_frames{largestPythonFrame};
    PrintedText m_printed;
    std::string m_out; // orders that it has not taken
    std::size_t m_sent = 0;
    core::Nanoseconds m_lastSign = 0;
    ipc::ExitStatus m_status;
    bool m_printing = true;
    bool m_over = false;
};

} // namespace overlap::executors
