// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "executors/in_place_context.h"
#include "executors/thread_pool.h"
#include "recording/recorder.h"

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace overlap::executors {

/// What the threads of a pool have of their own; workers count from 0. Outlives the executor.
class WorkerThreads
{
public:
    virtual ~WorkerThreads() = default;

    /// What tasks meet on this worker. On its thread, before its first task.
    virtual std::unique_ptr<InPlaceContext> makeContext(const core::Job& job, recording::LaneWriter& writer,
                                                        core::LaneIndex worker, core::Nanoseconds origin,
                                                        std::stop_token stop);
    /// The worker goes to wait for work. On its thread, under the mutex of the pool: submitters wait for it.
    virtual void rest(std::size_t) {}
    /// The worker's last act. On its thread.
    virtual void leave(std::size_t) {}
};

/// n threads over one queue. An item runs with all its stages on one thread. Threads start lazily inside the
/// run; the system's tools show them under the names of their lanes.
class ThreadsExecutor final : public core::Executor
{
public:
    /// Throws core::Error where no pool can have so many workers.
    ThreadsExecutor(int workers, recording::Recorder& recorder);
    ThreadsExecutor(int workers, recording::Recorder& recorder, WorkerThreads& threads);

    void prepare(const core::Job& job) override;
    core::RunResult run(const core::Job& job, std::stop_token stop) override;
    void shutdown(core::ShutdownMode mode) override;
    core::Nanoseconds cpuTime() const override { return m_cpuTime.load(std::memory_order_relaxed); }

private:
    ThreadPool::Hooks hooks();

    recording::Recorder& m_recorder;
    WorkerThreads& m_threads;
    std::vector<recording::LaneWriter*> m_writers;
    std::atomic<core::Nanoseconds> m_cpuTime{0}; // each thread adds its own as it leaves
    ThreadPool m_pool;                           // goes first: its threads use what stands above
};

} // namespace overlap::executors
