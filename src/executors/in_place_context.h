// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "core/task_context.h"
#include "executors/core_wait_meter.h"
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
class InPlaceContext : public core::TaskContext
{
public:
    /// `job` outlives the context.
    InPlaceContext(const core::Job& job, recording::LaneWriter& writer, core::LaneIndex lane,
                   core::Nanoseconds origin, std::stop_token stop);

    /// Runs one item through all its stages and records it; between items the lane is in `dispatch`.
    /// `waker` is the lane that handed the item over, where one did. Throws nothing.
    core::ItemResult runItem(core::ItemIndex item, core::LaneIndex waker = core::noLane);
    /// The same for an item that came from elsewhere.
    core::ItemResult runItem(core::ItemIndex item, core::Value input, core::LaneIndex waker = core::noLane);
    /// Runs and records one stage of an item; the result is that of the task. The item itself is made here
    /// for the first stage, whatever the input. Throws nothing.
    core::ItemResult runTask(core::ItemIndex item, core::StageIndex stage, core::Value input,
                             core::LaneIndex waker = core::noLane);
    /// The last task threw core::WorkerEnds.
    bool workerEnds() const noexcept { return m_workerEnds; }

    void checkpoint() override;
    bool cancelled() const noexcept override { return m_stop.stop_requested(); }

protected:
    /// Whoever computes only while holding a lock takes it where a task arrives, is admitted or resumes, and
    /// gives it back where it pauses.

    /// A task has come: the state in which it begins, which admit() ends unless it is computing.
    virtual core::State arrive() { return core::State::computing; }
    /// Waits until the task may compute. May throw core::Cancelled, before anything of the task was done.
    virtual void admit() {}
    /// Leaves computing for a state in which the thread needs nothing; returns that moment.
    virtual core::Nanoseconds pause(core::State state, std::uint8_t flags = 0);
    /// Computes again.
    virtual void resume();
    void enterNative() override { m_nativeSince = core::monotonicNow(); }
    void leaveNative() override { m_native += core::monotonicNow() - m_nativeSince; }

    /// Enters a state of the current task now, and returns that moment. What of computing was spent without a
    /// core becomes `core-wait`.
    core::Nanoseconds enter(core::State state, std::uint8_t flags = 0);
    /// The next state that is entered begins because of that lane.
    void wokenBy(core::LaneIndex lane) { m_wokenBy = lane; }

private:
    bool begin(WaitOperation& operation) override;
    bool begin(FetchOperation& operation) override;
    bool begin(AcquireOperation& operation) override;
    void enterBlocking() override { pause(core::State::waiting, recording::recordBlocking); }
    void leaveBlocking() override { resume(); }

    core::Nanoseconds settle();
    core::Value runStage(core::Value input);
    core::Value runStages(core::Value value);
    template <class Body>
    core::ItemResult record(core::ItemIndex item, core::StageIndex stage, core::LaneIndex waker,
                            const Body& body);

    const core::Job& m_job;
    recording::LaneWriter& m_writer;
    core::LaneIndex m_lane;
    core::Nanoseconds m_origin;
    std::stop_token m_stop;
    core::StageIndex m_stageCount;
    CoreWaitMeter m_meter;
    core::LaneIndex m_wokenBy = core::noLane;
    std::uint8_t m_permits = 0; // asked for since the last record
    core::Nanoseconds m_nativeSince = 0;
    core::Nanoseconds m_native = 0; // since the last record
    std::unique_ptr<core::Fetcher> m_fetcher;
    bool m_workerEnds = false;
};

} // namespace overlap::executors
