// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/recorder.h"

#include <cstdlib>
#include <new>
#include <numeric>

namespace overlap::recording {

namespace {

/// Two cores may read the clock a little differently.
constexpr core::Nanoseconds clockGrace = 1'000'000;

} // namespace

LaneWriter& Recorder::addLane(std::string name, core::LaneKind kind)
{
    return addLane(std::move(name), kind, m_capacity);
}

LaneWriter& Recorder::addLane(std::string name, core::LaneKind kind, std::uint32_t capacity)
{
    // Not zeroed: pages of a ring that is never filled are never touched.
    void* memory = std::aligned_alloc(64, (laneBytes(capacity) + 63) / 64 * 64);
    if (!memory)
        throw std::bad_alloc();
    return add(std::move(name), kind, std::shared_ptr<void>(memory, &std::free), capacity);
}

LaneWriter& Recorder::addLane(std::string name, core::LaneKind kind, std::shared_ptr<void> memory)
{
    return add(std::move(name), kind, std::move(memory), m_capacity);
}

LaneWriter& Recorder::add(std::string name, core::LaneKind kind, std::shared_ptr<void> memory,
                          std::uint32_t capacity)
{
    LaneHeader* lane = makeLane(memory.get(), capacity);
    LaneInfo info{std::move(name), kind, 0};
    m_lanes.push_back(LaneSlot{std::move(info), std::move(memory), LaneWriter(lane), LaneReader(lane)});
    return m_lanes.back().writer;
}

LaneWriter& Recorder::addTrack(std::string name, std::uint32_t limit)
{
    LaneWriter& writer = addLane(std::move(name), core::LaneKind::track);
    m_lanes.back().info.limit = limit;
    return writer;
}

std::vector<Record> Recorder::take(std::size_t lane, std::size_t items)
{
    std::vector<Record> records;
    m_lanes[lane].reader.drain(
        [&](std::span<const Record> part) { records.insert(records.end(), part.begin(), part.end()); });
    if (m_lanes[lane].info.kind == core::LaneKind::track)
        return records; // of this process, and its numbers are no items
    const core::Nanoseconds latest = core::monotonicNow() + clockGrace;
    std::erase_if(records, [&](const Record& record) {
        const bool endsTask = (record.flags & recordTaskEnd) != 0;
        return static_cast<std::size_t>(record.state) >= core::stateCount || record.time < m_made ||
               record.time > latest || (record.item >= items && (record.item != core::noItem || endsTask)) ||
               (record.waker >= m_lanes.size() && record.waker != core::noLane);
    });
    return records;
}

std::array<core::Nanoseconds, core::stateCount> Recorder::totals(std::size_t lane) const
{
    const auto totals = m_lanes[lane].reader.totals(0);
    const core::Nanoseconds claimed = std::accumulate(totals.begin(), totals.end(), core::Nanoseconds{0});
    if (claimed > core::monotonicNow() + clockGrace - origin())
        return {};
    return totals;
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
