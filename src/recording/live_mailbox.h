// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace overlap::recording {

/// The hand-over from engine and collector to the window: events are posted as they come, and a timer on the
/// window's side empties the box at frame rate. The lock is held for an append or a swap, never longer.
template <class Event>
class LiveMailbox
{
public:
    void post(Event event)
    {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(std::move(event));
    }

    std::vector<Event> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_events, {});
    }

private:
    std::mutex m_mutex; // protects m_events
    std::vector<Event> m_events;
};

} // namespace overlap::recording
