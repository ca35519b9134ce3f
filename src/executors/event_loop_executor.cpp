// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/event_loop_executor.h"

#include "executors/event_loop.h"

#include <algorithm>
#include <bit>
#include <string>

namespace overlap::executors {

namespace {

/// One thread writes all lanes, so what thousands of slots are given together need not grow with them.
std::uint32_t recordsOfASlot(int slots, std::uint32_t most)
{
    constexpr std::uint32_t together = 1 << 19;
    return std::min(most, std::max(64u, std::bit_floor(together / static_cast<std::uint32_t>(slots))));
}

} // namespace

EventLoopExecutor::EventLoopExecutor(int slots, recording::Recorder& recorder)
    : m_recorder(recorder)
    , m_writer(recorder.addLane(OVERLAP_TR_NOOP("Lanes", "event loop")))
{
    for (int i = 0; i < slots; ++i)
        m_slots.push_back(&recorder.addLane(
            core::Message(OVERLAP_TR_NOOP("Lanes", "slot %1"), {std::to_string(i + 1)}).english(),
            core::LaneKind::slot, recordsOfASlot(slots, recorder.capacity())));
}

void EventLoopExecutor::prepare(const core::Job&) {}

core::RunResult EventLoopExecutor::run(const core::Job& job, std::stop_token stop)
{
    if (m_closed)
        throw core::Error(core::Message(
            OVERLAP_TR_NOOP("Messages", "new tasks cannot be submitted after the executor was shut down")));
    core::RunResult result;
    result.items.resize(job.workload->itemCount());
    const core::Nanoseconds cpuBefore = core::threadCpuNow();
    result.origin = core::monotonicNow();
    m_recorder.begin(result.origin);
    EventLoop(job, m_writer, m_slots, result.origin, std::move(stop)).run(result.items);
    for (const core::ItemResult& item : result.items)
        result.wall = std::max(result.wall, item.end);
    m_writer.retire();
    for (recording::LaneWriter* const slot : m_slots)
        slot->retire();
    m_cpuTime = core::threadCpuNow() - cpuBefore;
    return result;
}

void EventLoopExecutor::shutdown(core::ShutdownMode)
{
    m_closed = true;
}

} // namespace overlap::executors
