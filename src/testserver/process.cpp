// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testserver/process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <system_error>
#include <unistd.h>

namespace overlap::testserver {

namespace {

// True where nothing more will ever come. What does come has no meaning here.
bool inputHasEnded()
{
    std::array<char, 4096> ignored;
    const ssize_t count = read(STDIN_FILENO, ignored.data(), ignored.size());
    return count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR);
}

} // namespace

unsigned connectionsWithinLimits(unsigned wanted)
{
    // Standard streams, listening socket, epoll, timers, and room to spare.
    constexpr rlim_t ownDescriptors = 32;
    const rlim_t needed = wanted + ownDescriptors;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    if (limit.rlim_cur < needed) {
        const rlimit raised{std::min(needed, limit.rlim_max), limit.rlim_max};
        if (setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit = raised;
    }
    if (limit.rlim_cur >= needed)
        return wanted;
    return limit.rlim_cur > ownDescriptors ? static_cast<unsigned>(limit.rlim_cur - ownDescriptors) : 1;
}

EndWatch::EndWatch()
{
    sigset_t ends;
    sigemptyset(&ends);
    for (const int signal : {SIGTERM, SIGINT}) {
        sigaddset(&ends, signal);
        // A signal that was inherited as ignored would never arrive.
        std::signal(signal, SIG_DFL);
    }
    sigprocmask(SIG_BLOCK, &ends, nullptr);
    m_signals = signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK);
    if (m_signals < 0)
        throw std::system_error(errno, std::generic_category(), "signalfd");
}

EndWatch::~EndWatch()
{
    close(m_signals);
}

bool EndWatch::wait(int descriptor, int milliseconds)
{
    // poll, not epoll: standard input may be a file or /dev/null, which epoll refuses.
    std::array<pollfd, 3> watched{
        {{m_signals, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}, {descriptor, POLLIN, 0}}};
    if (poll(watched.data(), watched.size(), milliseconds) <= 0)
        return false;
    if (watched[0].revents != 0)
        return true;
    return watched[1].revents != 0 && inputHasEnded();
}

} // namespace overlap::testserver
