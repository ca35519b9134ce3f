// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "executors/gil.h"
#include "executors/threads_executor.h"

#include <deque>
#include <optional>

namespace overlap::executors {

/// n threads over one queue that compute one at a time, under a lock like CPython's. One lane more, behind
/// those of the workers, shows which of them holds it: computing while one does (dispatch between two of its
/// items), with the holder's item, and the holder's lane as `waker`.
class GilThreadsExecutor final : public core::Executor
{
public:
    /// `interval` is the switch interval. Throws core::Error where no pool can have so many workers.
    GilThreadsExecutor(int workers, core::Nanoseconds interval, recording::Recorder& recorder);

    void prepare(const core::Job& job) override { m_executor.prepare(job); }
    core::RunResult run(const core::Job& job, std::stop_token stop) override
    {
        return m_executor.run(job, std::move(stop));
    }
    void shutdown(core::ShutdownMode mode) override { m_executor.shutdown(mode); }
    core::Nanoseconds cpuTime() const override { return m_executor.cpuTime(); }

private:
    /// Worker n is thread n of the lock.
    struct Threads final : WorkerThreads
    {
        std::unique_ptr<InPlaceContext> makeContext(const core::Job& job, recording::LaneWriter& writer,
                                                    core::LaneIndex worker, core::Nanoseconds origin,
                                                    std::stop_token stop) override;
        // Who was asked for the lock waits for a switch here, with the mutex of the pool. Nobody needs that
        // mutex to take the lock, which ends this wait.
        void rest(std::size_t worker) override { list[worker].release(); }
        void leave(std::size_t worker) override { list[worker].finish(); }

        std::optional<Gil> lock; // made behind the lanes of the workers, so that the holder's is the last
        std::deque<GilThread> list;
    };

    Threads m_threads;
    ThreadsExecutor m_executor; // goes first: its threads use the lock
};

} // namespace overlap::executors
