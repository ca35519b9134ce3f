// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/stack_dump.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>

namespace overlap::testing {

/// Closed at first; whoever waits goes on once it is opened. Instead of sleeping.
class Gate
{
public:
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }

    /// False where it stayed closed for a time after which something must hang.
    bool wait(std::chrono::seconds patience = std::chrono::seconds(30))
    {
        std::unique_lock lock(m_mutex);
        const auto until = std::chrono::steady_clock::now() + patience;
        // Steps that are no part of a second, and a last one that ends when the patience does: when a
        // Watchdog looks at what waits here, it sleeps.
        constexpr std::chrono::milliseconds step(300);
        for (auto now = std::chrono::steady_clock::now(); !m_open && now < until;
             now = std::chrono::steady_clock::now())
            m_changed.wait_until(lock, std::min(until, now + step));
        return m_open;
    }

private:
    std::mutex m_mutex; // protects m_open
    std::condition_variable m_changed;
    bool m_open = false;
};

/// Waits until something holds, looking again and again; false after the patience.
template <class Condition>
bool eventually(Condition holds, std::chrono::seconds patience = std::chrono::seconds(30))
{
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > until)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

/// Ends the test program where a test that could hang does hang, and says what and where.
class Watchdog
{
public:
    explicit Watchdog(std::string what, std::chrono::seconds patience = std::chrono::seconds(60))
        : m_thread([this, what = std::move(what), patience] {
            if (!m_done.wait(patience)) {
                std::fprintf(stderr, "watchdog: %s has not ended within %lld s\n", what.c_str(),
                             static_cast<long long>(patience.count()));
                dumpAllThreads();
                std::abort();
            }
        })
    {}
    ~Watchdog()
    {
        m_done.open();
        m_thread.join();
    }
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

private:
    Gate m_done;
    std::thread m_thread;
};

} // namespace overlap::testing
