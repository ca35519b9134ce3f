// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "recording/recorder.h"

#include <memory>
#include <vector>

namespace overlap::executors {

/// n threads of oneTBB: each has a queue of its own, splits what is to be done, and takes from the queue of
/// another where its own is empty. An item runs with all its stages on one thread; the items of one thread
/// keep their order, and nothing else does. Threads start inside the run and are gone after shutdown(). One
/// at a time in a process: the limit on oneTBB's threads belongs to the process.
class WorkStealingExecutor final : public core::Executor
{
public:
    static constexpr int maximumWorkers = 1024;

    /// `workers` from 1 to maximumWorkers.
    WorkStealingExecutor(int workers, recording::Recorder& recorder);
    ~WorkStealingExecutor() override;

    /// Throws core::Error where the system has no room for so many threads.
    void prepare(const core::Job& job) override;
    core::RunResult run(const core::Job& job, std::stop_token stop) override;
    void shutdown(core::ShutdownMode mode) override;
    core::Nanoseconds cpuTime() const override { return m_cpuTime; }

private:
    class Scheduler;

    recording::Recorder& m_recorder;
    std::vector<recording::LaneWriter*> m_writers;
    std::unique_ptr<Scheduler> m_scheduler; // from prepare() to shutdown()
    core::Nanoseconds m_cpuTime = 0;
};

} // namespace overlap::executors
