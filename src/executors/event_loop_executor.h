// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "recording/recorder.h"

#include <vector>

namespace overlap::executors {

/// One thread, which is the engine's own, with several items in flight: whatever waits lets the others go on.
class EventLoopExecutor final : public core::Executor
{
public:
    static constexpr int maximumSlots = 10'000;

    /// `slots` from 1 to maximumSlots.
    EventLoopExecutor(int slots, recording::Recorder& recorder);

    void prepare(const core::Job& job) override;
    core::RunResult run(const core::Job& job, std::stop_token stop) override;
    void shutdown(core::ShutdownMode mode) override;
    core::Nanoseconds cpuTime() const override { return m_cpuTime; }

private:
    recording::Recorder& m_recorder;
    recording::LaneWriter& m_writer;
    std::vector<recording::LaneWriter*> m_slots;
    core::Nanoseconds m_cpuTime = 0;
    bool m_closed = false;
};

} // namespace overlap::executors
