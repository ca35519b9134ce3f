// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/python_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

namespace overlap::executors {

using core::Message;
using core::Nanoseconds;

namespace {

/// A child that is dead or was killed is reaped at once; this long only where the kernel is busy.
constexpr Nanoseconds reapingPatience = core::nanosecondsPerSecond / 10;

timespec timespecOf(Nanoseconds time)
{
    const Nanoseconds positive = std::max<Nanoseconds>(time, 0);
    return {static_cast<time_t>(positive / core::nanosecondsPerSecond),
            static_cast<long>(positive % core::nanosecondsPerSecond)};
}

void setNonBlocking(int fd)
{
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

} // namespace

std::vector<std::string> pythonEnvironment()
{
    constexpr std::array names{
        "PATH", "HOME", "TMPDIR",          "LANG",       "LC_ALL",        "LC_CTYPE",
        "TZ",   "USER", "LD_LIBRARY_PATH", "PYENV_ROOT", "PYENV_VERSION", "ASDF_DATA_DIR"};
    std::vector<std::string> variables;
    for (const char* name : names) {
        if (const char* value = std::getenv(name))
            variables.push_back(std::string(name) + "=" + value);
    }
    return variables;
}

bool PrintedText::readFrom(int fd)
{
    constexpr std::size_t kept = 2048;
    constexpr int mostReads = 16;
    std::array<char, 65536> buffer; // NOLINT(*-member-init): read() fills it
    for (int i = 0; i < mostReads; ++i) {
        const ssize_t got = ::read(fd, buffer.data(), buffer.size());
        if (got <= 0)
            return got < 0 && (errno == EAGAIN || errno == EINTR);
        m_bytes += static_cast<std::uint64_t>(got);
        m_tail.append(buffer.data(), static_cast<std::size_t>(got));
        if (m_tail.size() > kept)
            m_tail.erase(0, m_tail.size() - kept);
    }
    return true;
}

std::string PrintedText::lastLine() const
{
    const auto end = m_tail.find_last_not_of(" \t\r\n");
    if (end == std::string::npos)
        return {};
    const auto begin = m_tail.rfind('\n', end);
    return m_tail.substr(begin == std::string::npos ? 0 : begin + 1,
                         end - (begin == std::string::npos ? std::string::npos : begin));
}

PythonProcess::PythonProcess(ipc::Launcher& launcher, const std::filesystem::path& interpreter,
                             const std::filesystem::path& file)
    : m_lastSign(core::monotonicNow())
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        char buffer[128];
        throw core::Error(Message(OVERLAP_TR_NOOP("Messages", "the program %1 cannot be started: %2"),
                                  {interpreter.string(), strerror_r(errno, buffer, sizeof buffer)}));
    }
    m_socket = ipc::Descriptor(ends[0]);
    const ipc::Descriptor theirs(ends[1]);
    m_child = launcher.spawn({.program = interpreter,
                              .arguments = {"-I", "-X", "utf8", file.string()},
                              .pipeOutput = true,
                              .descriptors = {theirs.get()},
                              .environment = pythonEnvironment(),
                              .errorsToOutput = true});
    setNonBlocking(m_socket.get());
    setNonBlocking(m_child.output().get());
}

void PythonProcess::write()
{
    while (m_sent < m_out.size()) {
        const ssize_t count =
            ::send(m_socket.get(), m_out.data() + m_sent, m_out.size() - m_sent, MSG_NOSIGNAL);
        if (count >= 0)
            m_sent += static_cast<std::size_t>(count);
        else if (errno == EAGAIN)
            return;
        else if (errno != EINTR)
            break; // it does not read any more: its end is told by its answers
    }
    m_out.clear();
    m_sent = 0;
}

void PythonProcess::poll(Nanoseconds limit, int bell)
{
    const auto events = static_cast<short>(POLLIN | (m_sent < m_out.size() ? POLLOUT : 0));
    std::array<pollfd, 4> polled{{{m_over ? -1 : m_socket.get(), events, 0},
                                  {m_printing ? m_child.output().get() : -1, POLLIN, 0},
                                  {m_child.pidfd(), POLLIN, 0},
                                  {bell, POLLIN, 0}}};
    const timespec timeout = timespecOf(limit);
    if (ppoll(polled.data(), polled.size(), &timeout, nullptr) <= 0)
        return;
    if ((polled[0].revents & POLLOUT) != 0)
        write();
    if (polled[1].revents != 0)
        m_printing = m_printed.readFrom(m_child.output().get());
    if ((polled[0].revents & ~POLLOUT) != 0) {
        const long got = m_frames.readFrom(m_socket.get());
        if (got > 0)
            m_lastSign = core::monotonicNow();
        else if (got == 0 || errno != EAGAIN)
            m_over = true;
    } else if (polled[2].revents != 0) {
        m_over = true; // dead, and nothing left to read; somebody else may hold its end
    }
}

Message PythonProcess::causeOfDeath() const
{
    const std::string process = std::to_string(pid());
    if (m_status.signal == SIGKILL) {
        return Message(OVERLAP_TR_NOOP("Messages", "the Python process %1 was killed (signal 9): by hand, or "
                                                   "because the memory ran out"),
                       {process});
    }
    if (m_status.signal != 0) {
        const char* name = sigdescr_np(m_status.signal);
        return Message(OVERLAP_TR_NOOP("Messages", "the Python process %1 was ended by signal %2 (%3)"),
                       {process, std::to_string(m_status.signal), name ? name : "?"});
    }
    if (const std::string words = m_printed.lastLine(); !words.empty()) {
        return Message(OVERLAP_TR_NOOP("Messages", "the Python process %1 ended on its own with exit code %2 "
                                                   "and last said “%3”"),
                       {process, std::to_string(m_status.code), words});
    }
    return Message(OVERLAP_TR_NOOP("Messages", "the Python process %1 ended on its own with exit code %2"),
                   {process, std::to_string(m_status.code)});
}

Message PythonProcess::bury(std::optional<Message> reason)
{
    m_over = true;
    if (reason) {
        m_status = m_child.stop(0);
        return *reason;
    }
    if (const auto status = m_child.wait(reapingPatience)) {
        m_status = *status;
        m_printed.readFrom(m_child.output().get());
        return causeOfDeath();
    }
    m_status = m_child.stop(0);
    if (m_status.signal != SIGKILL)
        return causeOfDeath(); // it only took its time
    return Message(OVERLAP_TR_NOOP("Messages", "the Python process %1 hung up and was ended"),
                   {std::to_string(pid())});
}

void PythonProcess::finish(Nanoseconds patience)
{
    if (m_child.running())
        m_status = m_child.wait(patience).value_or(ipc::ExitStatus{});
    if (m_child.running())
        m_status = m_child.stop(0);
    m_over = true;
}

} // namespace overlap::executors
