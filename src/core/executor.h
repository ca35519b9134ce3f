// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"
#include "core/workload.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace overlap::core {

/// How another process makes the same workload: found in the catalogue by its id, made of the parameters,
/// attached to what prepare() has left behind.
struct WorkloadRecipe
{
    std::string id;
    Value parameters;
    WorkloadSetting setting; ///< without its stop: a process is ended, not asked
};

/// What an executor is given to do. Everything pointed to outlives the run.
struct Job
{
    const Workload* workload = nullptr;
    std::uint64_t seed = 0;
    double timeScale = 1.0;
    Nanoseconds feedInterval =
        0; ///< unscaled: an item starts no earlier than t0 + index × interval × time scale
    FetcherFactory makeFetcher;
    MultiFetcherFactory makeMultiFetcher; ///< for who has many items in flight on one thread
    WorkloadRecipe recipe;
    int niceness = 0; ///< of this run's workers, where they do not inherit it
};

/// The fate of one item: done with the value of its last stage, failed with its error, or cancelled.
struct ItemResult
{
    TaskStatus status = TaskStatus::pending;
    Value value;
    Message error;
    LaneIndex lane = noLane;
    Nanoseconds begin = 0; ///< relative to t = 0, as measured by the worker
    Nanoseconds end = 0;
};

/// Indices of the items that were done or failed, by their end; what was cancelled never finished.
std::vector<ItemIndex> orderOfFinishing(const std::vector<ItemResult>& items);

struct RunResult
{
    std::vector<ItemResult> items; ///< by input order
    Nanoseconds origin = 0;        ///< t = 0 on the monotonic clock
    /// From t = 0 to the end of the last item, its result included; to the leaving of the last worker where
    /// workers end by themselves (pipeline).
    Nanoseconds wall = 0;
};

enum class ShutdownMode { wait, cancelPending };

/// Implements a strategy. Made afresh for every run; prepare(), run() and shutdown() are called once each, in
/// that order, on one thread, which is the engine's.
class Executor
{
public:
    virtual ~Executor() = default;

    /// Start-up: spawns and handshakes. Timed apart. Throws Error where it cannot start; nothing is left
    /// behind.
    virtual void prepare(const Job& job) = 0;
    /// Runs every item; returns when all have ended, one way or another. After a stop request it returns
    /// within 250 ms with the items that did not finish marked cancelled. Throws Error where no worker can be
    /// started, and after shutdown().
    virtual RunResult run(const Job& job, std::stop_token stop) = 0;
    /// Returns when nothing of this executor runs any more. Also after a failed prepare().
    virtual void shutdown(ShutdownMode mode) = 0;
    /// CPU time that the workers used, user and system; asked after shutdown().
    virtual Nanoseconds cpuTime() const = 0;
    /// The most that the processes which it started held in memory, together; asked after shutdown(). What
    /// runs in this process is not in it.
    virtual std::int64_t peakMemoryBytes() const { return 0; }
};

} // namespace overlap::core
