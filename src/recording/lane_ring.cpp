// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/lane_ring.h"

#include <new>

namespace overlap::recording {

namespace {

Record* recordsOf(LaneHeader* lane)
{
    return reinterpret_cast<Record*>(lane + 1);
}

/// Of a duration or a moment that a process wrote which may have gone astray: no machine runs so long, and
/// the sum over all states does not overflow.
bool isPlausible(core::Nanoseconds time)
{
    constexpr core::Nanoseconds tenYears = 10LL * 366 * 86'400 * core::nanosecondsPerSecond;
    return time >= 0 && time < tenYears;
}

} // namespace

LaneHeader* makeLane(void* memory, std::uint32_t capacity)
{
    auto* lane = new (memory) LaneHeader;
    lane->capacity = capacity;
    return lane;
}

LaneWriter::LaneWriter(LaneHeader* lane)
    : m_lane(lane)
    , m_records(recordsOf(lane))
    , m_capacity(lane->capacity)
    , m_mask(lane->capacity - 1)
{
    resume();
}

void LaneWriter::resume() noexcept
{
    m_written = m_lane->written.load(std::memory_order_acquire);
    m_readSeen = m_lane->read.load(std::memory_order_acquire);
    m_since =
        std::clamp<core::Nanoseconds>(m_lane->since.load(std::memory_order_relaxed), 0, core::monotonicNow());
    m_gapBegin = m_lane->gapBegin.load(std::memory_order_relaxed);
    m_gap = m_gapBegin != 0;
    m_lost = m_lane->lost.load(std::memory_order_relaxed);
    m_state = m_lane->state.load(std::memory_order_relaxed);
    if (static_cast<std::size_t>(m_state) >= core::stateCount)
        m_state = core::State::idle;
    for (std::size_t i = 0; i < core::stateCount; ++i) {
        const core::Nanoseconds total = m_lane->totals[i].load(std::memory_order_relaxed);
        m_totals[i] = isPlausible(total) ? total : 0;
    }
}

void LaneWriter::open(core::Nanoseconds time, core::State state) noexcept
{
    m_since = time;
    m_state = state;
    m_totals.fill(0);
    for (auto& total : m_lane->totals)
        total.store(0, std::memory_order_relaxed);
    m_lane->since.store(time, std::memory_order_relaxed);
    m_lane->state.store(state, std::memory_order_relaxed);
}

void LaneWriter::retire() noexcept
{
    const core::Nanoseconds now = core::monotonicNow();
    m_state = core::State::idle;
    enterAt(now, core::State::idle, core::noItem, 0, recordRetire, core::noLane);
}

void LaneWriter::pushGap() noexcept
{
    m_records[m_written & m_mask] =
        Record{m_gapBegin, core::noItem, 0, core::noLane, core::State::idle, recordGap};
    ++m_written;
    m_gap = false;
    m_lane->gapBegin.store(0, std::memory_order_relaxed);
}

void LaneWriter::lose(const Record& record) noexcept
{
    if (!m_gap) {
        m_gap = true;
        m_gapBegin = record.time;
        m_lane->gapBegin.store(record.time, std::memory_order_relaxed);
    }
    m_lane->lost.store(++m_lost, std::memory_order_relaxed);
}

LaneReader::LaneReader(LaneHeader* lane)
    : m_lane(lane)
    , m_records(recordsOf(lane))
    , m_capacity(lane->capacity)
{}

std::array<core::Nanoseconds, core::stateCount> LaneReader::totals(core::Nanoseconds until) const noexcept
{
    std::array<core::Nanoseconds, core::stateCount> result{};
    for (std::size_t i = 0; i < core::stateCount; ++i) {
        const core::Nanoseconds total = m_lane->totals[i].load(std::memory_order_relaxed);
        result[i] = isPlausible(total) ? total : 0;
    }
    const core::Nanoseconds since = m_lane->since.load(std::memory_order_relaxed);
    const auto state = static_cast<std::size_t>(m_lane->state.load(std::memory_order_relaxed));
    if (isPlausible(since) && until > since && state < core::stateCount)
        result[state] += until - since;
    return result;
}

} // namespace overlap::recording
