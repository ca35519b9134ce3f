// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state.h"
#include "core/value.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace overlap::core {

struct TaskCounts
{
    std::size_t done = 0;
    std::size_t failed = 0; ///< all of them
    std::size_t cancelled = 0;
    std::size_t meant = 0; ///< of the failed: those that were there to fail
    std::size_t lost = 0;  ///< of the failed: errors that nobody asked for

    /// Failures that are trouble.
    std::size_t notMeant() const { return failed - meant; }
};

/// A named moment of a run, in seconds from t = 0, such as the end of the last item.
struct Mark
{
    std::string name;
    double seconds = 0;
};

/// What else the machine did while a block ran.
enum class DisturbanceKind {
    load,      ///< others kept cores busy; value: cores
    steal,     ///< the hypervisor ran somebody else; value: share of all CPU time
    throttled, ///< the cgroup's quota was used up; value: seconds
    clockGap,  ///< the machine slept or was stopped; value: seconds
};

inline constexpr std::array<std::string_view, 4> disturbanceNames = {"load", "steal", "throttled",
                                                                     "clock-gap"};

struct Disturbance
{
    DisturbanceKind kind = DisturbanceKind::load;
    double value = 0;
    bool operator==(const Disturbance&) const = default;
};

/// What the workers of one stage of a pipeline did in one run: raw samples.
struct StageSample
{
    std::string name;                        ///< English, context "Workloads"
    std::vector<std::size_t> tasksPerWorker; ///< tasks that were done, one number for each worker
    std::vector<double> taskSeconds;         ///< of the same tasks, without waiting for room behind
};

/// Seconds. A percentile p is told only from 10 / (1 − p) samples on.
struct Latency
{
    double p50 = 0;
    std::optional<double> p95;
    std::optional<double> p99;
    double max = 0;
    double first = 0; ///< from t = 0 to the end of the first item to finish
};

/// One strategy executed once: the raw sample.
struct RunReport
{
    int block = 0;
    int order = 0; ///< position within the block
    bool warmup = false;
    bool replaced = false; ///< its block was disturbed and ran anew: kept, and left out of every figure
    bool outlier = false;  ///< far from the strategy's other runs: marked, and part of every figure
    std::vector<Disturbance> disturbances; ///< of its block
    double startupSeconds = 0;
    double wallSeconds = 0;
    double cpuSeconds = 0;
    std::int64_t peakMemoryBytes = 0; ///< of this process while it ran, and of its workers
    TaskCounts tasks;
    std::array<double, stateCount> ledgerSeconds{}; ///< over all workers; sums to workers × wall
    std::string resultDigest;
    std::vector<Mark> marks;
    Value summary;                      ///< of the workload over all results; may be null
    std::vector<double> latencySeconds; ///< of the items that were done, in input order
    std::optional<Latency> latency;     ///< of the same items; null where none was done
    std::vector<StageSample> stages;    ///< of a pipeline; empty where workers belong to no stage
    std::uint64_t records = 0;          ///< state changes that were recorded, lost ones included
    std::uint64_t lostRecords = 0;
};

} // namespace overlap::core
