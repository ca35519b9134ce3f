// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testserver/delay_scheduler.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <sys/timerfd.h>
#include <system_error>
#include <unistd.h>

namespace overlap::testserver {

using core::Nanoseconds;

DelayScheduler::DelayScheduler() : m_timer(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK))
{
    if (m_timer < 0)
        throw std::system_error(errno, std::generic_category(), "timerfd_create");
}

DelayScheduler::~DelayScheduler()
{
    close(m_timer);
}

void DelayScheduler::add(Nanoseconds deadline, Token token)
{
    m_deadlines.emplace(token, deadline);
    m_queue.emplace(deadline, token);
    arm();
}

bool DelayScheduler::remove(Token token)
{
    const auto found = m_deadlines.find(token);
    if (found == m_deadlines.end())
        return false;
    m_queue.erase({found->second, token});
    m_deadlines.erase(found);
    arm();
    return true;
}

std::vector<DelayScheduler::Token> DelayScheduler::takeDue(Nanoseconds now)
{
    std::vector<Token> due;
    while (!m_queue.empty() && m_queue.begin()->first <= now) {
        due.push_back(m_queue.begin()->second);
        m_deadlines.erase(due.back());
        m_queue.erase(m_queue.begin());
    }
    // An expired timer stays readable until it is set again, also for the same time.
    m_armedFor = -1;
    arm();
    return due;
}

std::vector<DelayScheduler::Token> DelayScheduler::takeAll()
{
    return takeDue(std::numeric_limits<Nanoseconds>::max());
}

std::optional<Nanoseconds> DelayScheduler::next() const
{
    if (m_queue.empty())
        return {};
    return m_queue.begin()->first;
}

void DelayScheduler::arm()
{
    // 0 would switch the timer off.
    const Nanoseconds wanted = m_queue.empty() ? 0 : std::max<Nanoseconds>(m_queue.begin()->first, 1);
    if (wanted == m_armedFor)
        return;
    itimerspec setting{};
    setting.it_value.tv_sec = wanted / core::nanosecondsPerSecond;
    setting.it_value.tv_nsec = wanted % core::nanosecondsPerSecond;
    timerfd_settime(m_timer, TFD_TIMER_ABSTIME, &setting, nullptr);
    m_armedFor = wanted;
}

} // namespace overlap::testserver
