// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "recording/recorder.h"

namespace overlap::executors {

/// Item after item with all its stages, on one lane, which is the engine's own thread.
class SequentialExecutor final : public core::Executor
{
public:
    explicit SequentialExecutor(recording::Recorder& recorder);

    void prepare(const core::Job& job) override;
    core::RunResult run(const core::Job& job, std::stop_token stop) override;
    void shutdown(core::ShutdownMode mode) override;
    core::Nanoseconds cpuTime() const override { return m_cpuTime; }

private:
    recording::Recorder& m_recorder;
    recording::LaneWriter& m_writer;
    core::Nanoseconds m_cpuTime = 0;
    bool m_closed = false;
};

} // namespace overlap::executors
