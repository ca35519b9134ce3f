// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/live_event.h"

#include <mutex>
#include <string>

namespace overlap::cli {

/// One line on standard error that says what runs, where standard error is a terminal.
class Progress
{
public:
    explicit Progress(bool enabled);
    ~Progress();

    /// May be called from the engine's and the collector's thread.
    void tell(const engine::LiveEvent& event);
    /// "opening: 40 %"
    void tell(const char* what, std::uint64_t done, std::uint64_t of);

private:
    void show(const std::string& text);

    bool m_enabled;
    std::mutex m_mutex; // protects everything below and the line itself
    engine::Plan m_plan;
    std::size_t m_done = 0;
    std::size_t m_running = 0;
    std::size_t m_tasks = 0;
    core::Nanoseconds m_lastShown = 0;
};

} // namespace overlap::cli
