// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/collector.h"

#include <chrono>

namespace overlap::engine {

Collector::Collector(recording::Recorder& recorder, std::size_t runIndex, std::size_t items, LiveSink sink)
    : m_recorder(recorder)
    , m_items(items)
    , m_runIndex(runIndex)
    , m_sink(std::move(sink))
    , m_thread([this](std::stop_token stop) { collect(std::move(stop)); })
{}

void Collector::collect(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        look();
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

void Collector::look()
{
    const core::Nanoseconds origin = m_recorder.origin();
    if (origin == 0)
        return;
    if (!m_builder) {
        m_builder.emplace(m_recorder.lanes(), origin);
        if (m_sink)
            m_sink(RunStarted{m_runIndex, origin, m_recorder.lanes()});
    }
    for (std::size_t lane = 0; lane < m_recorder.laneCount(); ++lane) {
        std::vector<recording::Record> fresh = m_recorder.take(lane, m_items);
        if (fresh.empty())
            continue;
        m_records += fresh.size();
        m_builder->append(static_cast<core::LaneIndex>(lane), fresh);
        if (m_sink)
            m_sink(RecordsArrived{m_runIndex, static_cast<core::LaneIndex>(lane), std::move(fresh)});
    }
}

std::shared_ptr<const core::Timeline> Collector::finish(core::Nanoseconds wall, core::Nanoseconds startup)
{
    m_thread.request_stop();
    m_thread.join();
    look();
    if (!m_builder) // the run never came to t = 0
        m_builder.emplace(m_recorder.lanes(), core::monotonicNow());
    const auto timeline = m_builder->mutableTimeline();
    for (std::size_t track = 0; track < timeline->tracks.size(); ++track) {
        const std::uint64_t lost = m_recorder.reader(timeline->lanes.size() + track).lost();
        timeline->tracks[track].lostRecords = lost;
        m_records += lost;
    }
    for (std::size_t lane = 0; lane < timeline->lanes.size(); ++lane) {
        timeline->lanes[lane].totals = m_recorder.totals(lane);
        timeline->lanes[lane].lostRecords = m_recorder.reader(lane).lost();
        m_records += timeline->lanes[lane].lostRecords;
        // A process that went astray may claim any.
        const core::Nanoseconds gap = m_recorder.reader(lane).openGap();
        if (gap > 0 && gap <= core::monotonicNow()) {
            recording::Record lost;
            lost.time = gap;
            lost.flags = recording::recordGap;
            m_builder->append(static_cast<core::LaneIndex>(lane), std::span(&lost, 1));
        }
    }
    m_builder->finish(wall, -startup);
    return timeline;
}

} // namespace overlap::engine
