// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/recorder.h"

#include <cstdlib>
#include <new>

namespace overlap::recording {

LaneWriter& Recorder::addLane(std::string name, core::LaneKind kind)
{
    // Not zeroed: pages of a ring that is never filled are never touched.
    void* memory = std::aligned_alloc(64, (laneBytes(m_capacity) + 63) / 64 * 64);
    if (!memory)
        throw std::bad_alloc();
    return addLane(std::move(name), kind, std::shared_ptr<void>(memory, &std::free));
}

LaneWriter& Recorder::addLane(std::string name, core::LaneKind kind, std::shared_ptr<void> memory)
{
    LaneHeader* lane = makeLane(memory.get(), m_capacity);
    m_lanes.push_back(
        LaneSlot{{std::move(name), kind}, std::move(memory), LaneWriter(lane), LaneReader(lane)});
    return m_lanes.back().writer;
}

std::vector<LaneInfo> Recorder::lanes() const
{
    std::vector<LaneInfo> infos;
    for (const LaneSlot& lane : m_lanes)
        infos.push_back(lane.info);
    return infos;
}

void Recorder::begin(core::Nanoseconds origin)
{
    for (LaneSlot& lane : m_lanes)
        lane.writer.open(origin, core::State::idle);
    m_origin.store(origin, std::memory_order_release);
}

} // namespace overlap::recording
