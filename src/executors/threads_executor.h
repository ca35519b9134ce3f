// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "executors/thread_pool.h"
#include "recording/recorder.h"

#include <atomic>
#include <vector>

namespace overlap::executors {

/// n threads over one queue. An item runs with all its stages on one thread. Threads start lazily inside the
/// run; the system's tools show them under the names of their lanes.
class ThreadsExecutor final : public core::Executor
{
public:
    /// Throws core::Error where no pool can have so many workers.
    ThreadsExecutor(int workers, recording::Recorder& recorder);

    void prepare(const core::Job& job) override;
    core::RunResult run(const core::Job& job, std::stop_token stop) override;
    void shutdown(core::ShutdownMode mode) override;
    core::Nanoseconds cpuTime() const override { return m_cpuTime.load(std::memory_order_relaxed); }

private:
    ThreadPool::Hooks hooks();

    recording::Recorder& m_recorder;
    std::vector<recording::LaneWriter*> m_writers;
    std::atomic<core::Nanoseconds> m_cpuTime{0}; // each thread adds its own as it leaves
    ThreadPool m_pool;                           // goes first: its threads use what stands above
};

} // namespace overlap::executors
