// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/child_process.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace overlap::ipc {

using core::Nanoseconds;

namespace {

/// poll() on one descriptor for reading, restarted after signals. True where something came.
bool readable(int fd, Nanoseconds deadline)
{
    while (true) {
        const Nanoseconds left = deadline - core::monotonicNow();
        if (left <= 0)
            return false;
        pollfd entry{fd, POLLIN, 0};
        timespec timeout{static_cast<time_t>(left / core::nanosecondsPerSecond),
                         static_cast<long>(left % core::nanosecondsPerSecond)};
        const int ready = ppoll(&entry, 1, &timeout, nullptr);
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
    }
}

Nanoseconds nanosecondsOf(const timeval& time)
{
    return time.tv_sec * core::nanosecondsPerSecond + time.tv_usec * Nanoseconds{1000};
}

core::Message endedTooEarly(pid_t pid, const std::optional<ExitStatus>& status)
{
    const std::string process = std::to_string(pid);
    if (!status)
        return core::Message(OVERLAP_TR_NOOP("Messages", "the process %1 closed its output too early"),
                             {process});
    if (status->signal == 0) {
        return core::Message(OVERLAP_TR_NOOP("Messages", "the process %1 ended too early with exit code %2"),
                             {process, std::to_string(status->code)});
    }
    return core::Message(OVERLAP_TR_NOOP("Messages", "the process %1 was ended too early by signal %2"),
                         {process, std::to_string(status->signal)});
}

} // namespace

std::string ExitStatus::describe() const
{
    if (signal == 0)
        return "exit code " + std::to_string(code);
    const char* name = sigdescr_np(signal);
    return "signal " + std::to_string(signal) + (name ? std::string(" (") + name + ")" : std::string());
}

ChildProcess::ChildProcess(pid_t pid, Descriptor pidfd, Descriptor input, Descriptor output)
    : m_pid(pid)
    , m_pidfd(std::move(pidfd))
    , m_input(std::move(input))
    , m_output(std::move(output))
{}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1))
    , m_pidfd(std::move(other.m_pidfd))
    , m_input(std::move(other.m_input))
    , m_output(std::move(other.m_output))
    , m_status(std::exchange(other.m_status, std::nullopt))
{}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept
{
    std::swap(m_pid, other.m_pid);
    std::swap(m_pidfd, other.m_pidfd);
    std::swap(m_input, other.m_input);
    std::swap(m_output, other.m_output);
    std::swap(m_status, other.m_status);
    return *this;
}

ChildProcess::~ChildProcess()
{
    if (running())
        stop(0);
}

std::string ChildProcess::readLine(Nanoseconds timeout)
{
    constexpr std::size_t longest = 4096;
    const Nanoseconds deadline = core::monotonicNow() + timeout;
    std::string line;
    while (line.size() < longest) {
        if (!readable(m_output.get(), deadline)) {
            throw core::Error(
                core::Message(OVERLAP_TR_NOOP("Messages", "the process %1 did not answer in time"),
                              {std::to_string(m_pid)}));
        }
        // One byte at a time: what follows the line is not ours to take, and this happens once per child.
        char c = 0;
        const ssize_t got = ::read(m_output.get(), &c, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            throw core::Error(endedTooEarly(m_pid, wait(core::nanosecondsPerSecond)));
        }
        if (c == '\n')
            return line;
        line += c;
    }
    throw core::Error(core::Message(
        OVERLAP_TR_NOOP("Messages", "the process %1 answered with something else than expected"),
        {std::to_string(m_pid)}));
}

std::optional<ExitStatus> ChildProcess::wait(Nanoseconds timeout)
{
    if (m_status || m_pid <= 0)
        return m_status;
    if (!readable(m_pidfd.get(), core::monotonicNow() + timeout))
        return std::nullopt;
    // What the child has left behind goes with it. As long as it is not reaped its group cannot be another's.
    ::kill(-m_pid, SIGKILL);
    int raw = 0;
    pid_t reaped = 0;
    rusage usage{};
    do {
        reaped = wait4(m_pid, &raw, 0, &usage);
    } while (reaped < 0 && errno == EINTR);
    ExitStatus status;
    if (reaped == m_pid) {
        status.cpuTime = nanosecondsOf(usage.ru_utime) + nanosecondsOf(usage.ru_stime);
        status.peakMemoryBytes = usage.ru_maxrss * std::int64_t{1024};
    }
    if (reaped == m_pid && WIFSIGNALED(raw))
        status.signal = WTERMSIG(raw);
    else if (reaped == m_pid)
        status.code = WEXITSTATUS(raw);
    m_status = status;
    return m_status;
}

void ChildProcess::signal(int number) noexcept
{
    if (running())
        ::kill(-m_pid, number);
}

ExitStatus ChildProcess::stop(Nanoseconds patience)
{
    m_input.reset();
    if (patience > 0 && wait(patience))
        return *m_status;
    signal(SIGKILL);
    while (!wait(core::nanosecondsPerSecond)) {
    }
    return *m_status;
}

} // namespace overlap::ipc
