// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/live_event.h"
#include "recording/timeline_builder.h"

#include <memory>
#include <optional>
#include <thread>

namespace overlap::engine {

/// Reads all lanes of one run every 10 ms on a thread of its own, builds the timeline and passes the records
/// on. Every 10 ms, because a ring holds 4,096 records and the window draws at most 60 pictures a second.
class Collector
{
public:
    /// `items` are those of the run.
    Collector(recording::Recorder& recorder, std::size_t runIndex, std::size_t items, LiveSink sink);

    /// After the executor's shutdown: takes what is left and ends the timeline, which `startup`
    /// preceded. Once.
    std::shared_ptr<const core::Timeline> finish(core::Nanoseconds wall, core::Nanoseconds startup = 0);

    /// State changes seen so far, lost ones included. After finish().
    std::uint64_t records() const { return m_records; }

private:
    void collect(std::stop_token stop);
    void look();

    recording::Recorder& m_recorder;
    std::size_t m_items;
    std::size_t m_runIndex;
    LiveSink m_sink;
    std::optional<recording::TimelineBuilder> m_builder; // from t = 0 on
    std::uint64_t m_records = 0;
    std::jthread m_thread;
};

} // namespace overlap::engine
