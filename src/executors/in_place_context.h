// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "core/task_context.h"
#include "recording/lane_ring.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>

namespace overlap::executors {

/// Sleeps until a moment on the monotonic clock (false) or until a stop is requested (true).
bool sleepUntil(core::Nanoseconds deadline, std::stop_token stop);

/// The context of a lane whose thread does everything itself: waiting blocks the thread, so no stage ever
/// suspends. Belongs to one lane; used by the thread that owns the lane's writer.
class InPlaceContext final : public core::TaskContext
{
public:
    InPlaceContext(const core::Job& job, recording::LaneWriter& writer, core::LaneIndex lane,
                   core::Nanoseconds origin, std::stop_token stop);

    /// Runs one item through all its stages and records it; between items the lane is in `dispatch`.
    /// `waker` is the lane that handed the item over, where one did. Throws nothing.
    core::ItemResult runItem(core::ItemIndex item, core::LaneIndex waker = core::noLane);

    void checkpoint() override;
    bool cancelled() const noexcept override { return m_stop.stop_requested(); }

private:
    bool begin(WaitOperation& operation) override;
    bool begin(FetchOperation& operation) override;
    bool begin(AcquireOperation& operation) override;
    void enterBlocking() override { enter(core::State::waiting); }
    void leaveBlocking() override { enter(core::State::computing); }

    void enter(core::State state) { m_writer.enter(state, m_item, m_stage); }

    const core::Job& m_job;
    recording::LaneWriter& m_writer;
    core::LaneIndex m_lane;
    core::Nanoseconds m_origin;
    std::stop_token m_stop;
    std::unique_ptr<core::Fetcher> m_fetcher;
};

} // namespace overlap::executors
