// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include <cstdio>
#include <unistd.h>

namespace overlap::cli {

Progress::Progress(bool enabled) : m_enabled(enabled && isatty(STDERR_FILENO) == 1) {}

Progress::~Progress()
{
    if (m_enabled)
        show("");
}

void Progress::tell(const engine::LiveEvent& event)
{
    if (!m_enabled)
        return;
    const std::lock_guard lock(m_mutex);
    if (const auto* made = std::get_if<engine::PlanMade>(&event)) {
        m_plan = made->plan;
        m_done = 0;
        return;
    }
    if (const auto* extended = std::get_if<engine::PlanExtended>(&event)) {
        m_plan.runs.insert(m_plan.runs.end(), extended->runs.begin(), extended->runs.end());
        return;
    }
    if (const auto* shortened = std::get_if<engine::PlanShortened>(&event)) {
        m_plan.runs.resize(shortened->runs);
        return;
    }
    if (const auto* preparing = std::get_if<engine::RunPreparing>(&event)) {
        m_running = preparing->index;
        m_tasks = 0;
        m_lastShown = 0;
    } else if (const auto* records = std::get_if<engine::RecordsArrived>(&event)) {
        for (const recording::Record& record : records->records)
            m_tasks += record.flags & recording::recordTaskEnd ? 1 : 0;
    } else if (std::holds_alternative<engine::RunEnded>(event)) {
        ++m_done;
        return;
    }
    const core::Nanoseconds now = core::monotonicNow();
    if (now - m_lastShown < 100'000'000)
        return;
    m_lastShown = now;
    const engine::PlannedRun& run = m_plan.runs[m_running];
    show("[" + std::to_string(m_done + 1) + "/" + std::to_string(m_plan.runs.size()) + "] " +
         m_plan.strategies[run.strategy].strategy.text() + (run.warmup ? " (warm-up)" : "") + ": " +
         std::to_string(m_tasks) + " tasks done");
}

void Progress::tell(const char* what, std::uint64_t done, std::uint64_t of)
{
    if (!m_enabled || of == 0)
        return;
    const std::lock_guard lock(m_mutex);
    const core::Nanoseconds now = core::monotonicNow();
    if (now - m_lastShown < 100'000'000)
        return;
    m_lastShown = now;
    show(std::string(what) + ": " + std::to_string(done * 100 / of) + " %");
}

void Progress::show(const std::string& text)
{
    std::fprintf(stderr, "\r%s\x1b[K", text.c_str());
    std::fflush(stderr);
}

} // namespace overlap::cli
