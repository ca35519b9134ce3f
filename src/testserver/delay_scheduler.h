// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <cstdint>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace overlap::testserver {

/// Who is to be woken when: any number of delays behind one kernel timer, so that a delay costs no thread.
/// Knows nothing of connections. One thread.
class DelayScheduler
{
public:
    using Token = std::uint64_t;

    /// Throws std::system_error where the kernel gives no timer.
    DelayScheduler();
    ~DelayScheduler();
    DelayScheduler(const DelayScheduler&) = delete;
    DelayScheduler& operator=(const DelayScheduler&) = delete;

    /// Readable as soon as a delay is due, for poll and epoll. Owned by the scheduler.
    int descriptor() const noexcept { return m_timer; }

    /// `deadline` is on the monotonic clock; one in the past is due at once. Precondition: the token is not
    /// waiting.
    void add(core::Nanoseconds deadline, Token token);
    /// False where the token is not waiting (any more).
    bool remove(Token token);
    /// Removes and returns what is due at `now`, by deadline and among equals by token.
    std::vector<Token> takeDue(core::Nanoseconds now);
    /// Removes and returns everything, in the same order.
    std::vector<Token> takeAll();

    std::optional<core::Nanoseconds> next() const;
    std::size_t size() const noexcept { return m_deadlines.size(); }

private:
    void arm();

    int m_timer = -1;
    core::Nanoseconds m_armedFor = 0; ///< 0 where the timer is off
    std::set<std::pair<core::Nanoseconds, Token>> m_queue;
    std::unordered_map<Token, core::Nanoseconds> m_deadlines;
};

} // namespace overlap::testserver
