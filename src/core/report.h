// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis.h"
#include "core/environment.h"
#include "core/executor.h"
#include "core/experiment.h"
#include "core/interval.h"
#include "core/profile.h"
#include "core/sweep_report.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace overlap::core {

inline constexpr std::string_view reportSchema = "overlap.report/1";

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
    TaskCounts tasks;
    std::array<double, stateCount> ledgerSeconds{}; ///< over all workers; sums to workers × wall
    std::string resultDigest;
    std::vector<Mark> marks;
    Value summary;                      ///< of the workload over all results; may be null
    std::vector<double> latencySeconds; ///< of the items that were done, in input order
    std::vector<StageSample> stages;    ///< of a pipeline; empty where workers belong to no stage
    std::uint64_t records = 0;          ///< state changes that were recorded, lost ones included
    std::uint64_t lostRecords = 0;
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

struct Speedup
{
    double value = 0;
    std::optional<Interval> interval95;
};

/// What a stage of a pipeline lets through.
struct StageService
{
    std::string name;          ///< English, context "Workloads"
    int workers = 1;           ///< 0 for the feeder, which is no worker
    double taskSeconds = 0;    ///< mean time of a task, without waiting for room behind; median of the runs
    double secondsPerItem = 0; ///< ÷ workers
};

/// The stage that lets the fewest items through, or the feeder where it brings fewer still.
struct Bottleneck
{
    std::vector<StageService> stages; ///< in order; the feeder, where it has an interval, first
    std::size_t slowest = 0;          ///< into stages
    std::vector<std::size_t> tied;    ///< others that are as slow within a few per cent
    double leastSeconds = 0; ///< no run of these tasks on these workers ends before; median of the runs
};

/// What the runs allow to say about a strategy against its baseline.
enum class Judgement {
    none,         ///< a baseline, or nothing comparable
    tooFewBlocks, ///< below the number of blocks that a verdict needs
    noDifference, ///< "no measurable difference"
    faster,
    slower,
};

inline constexpr std::array<std::string_view, 5> judgementNames = {"none", "too-few-blocks", "no-difference",
                                                                   "faster", "slower"};

/// One strategy over all its measured runs.
struct StrategyReport
{
    Strategy strategy;
    std::string baseline;       ///< text of the strategy it is compared with; its own for a baseline
    bool addedBaseline = false; ///< was not asked for, added as the yardstick
    std::size_t items = 0;
    double medianWallSeconds = 0;
    std::optional<Interval> wallInterval95;
    double startupSeconds = 0;  ///< median
    double coldWallSeconds = 0; ///< median of start-up + wall
    std::optional<Interval> coldInterval95;
    double cpuSeconds = 0; ///< median
    std::int64_t peakMemoryBytes = 0;
    std::optional<Speedup> speedup; ///< null for a baseline
    Judgement judgement = Judgement::none;
    TaskCounts tasks; ///< of the measured run with the most trouble, so that none is hidden by the last
    std::optional<Latency> latency;          ///< null where no item was done
    std::optional<Bottleneck> bottleneck;    ///< of a pipeline whose every stage did something
    std::array<double, stateCount> ledger{}; ///< fractions, medians of the measured runs; sum 1
    std::string resultDigest;                ///< empty where the runs disagree
    bool comparable = true; ///< false where strategies of its runtime came to different results
    /// Of a baseline: how far it measures apart from itself, as a fraction; null where there are too few
    /// blocks to tell. Its runtime is judged by it.
    std::optional<double> noiseFloor;
    /// The recorder's cost as a share of workers × wall, largest of the measured runs; 0 where unknown.
    double recorderShare = 0;
    std::vector<RunReport> runs;
};

/// What the preset's expectation came to.
struct ExpectationResult
{
    Expectation expectation;
    bool met = false;
    std::optional<double> ceiling = {}; ///< what the share is of; null where none is expected
};

/// How much more so many spinning threads computed than one, in one block: the raw sample.
struct CeilingRun
{
    int block = 0;
    double value = 1;
    bool replaced = false; ///< like the runs of its block: kept, and left out of every figure
};

/// The ceiling of this machine for so many threads over all measured blocks.
struct CeilingReport
{
    int workers = 2;
    std::vector<CeilingRun> runs;
    double median = 1;
    std::optional<Interval> interval95;
};

/// How far two equal things measure apart here: a strategy's blocks against its own other blocks.
struct NoiseFloor
{
    double fraction = 0;  ///< 0.03: a ratio within 1 ± 3 % is no difference
    std::string strategy; ///< whose runs were compared with each other
};

/// The one statement that the report makes; only where there are enough blocks for one.
struct Verdict
{
    std::string strategy;
    Judgement judgement = Judgement::none; ///< faster, slower or noDifference
    Message sentence;
};

/// What a sweep found at one of its values.
struct PointReport
{
    Value value;
    std::vector<StrategyReport> strategies;
    bool digestsEqual = true;
    std::optional<NoiseFloor> noiseFloor;
    std::optional<Verdict> verdict;
};

struct Report
{
    Experiment experiment;
    Environment environment;
    std::vector<StrategyReport> strategies; ///< in the experiment's order; empty for a sweep
    std::vector<PointReport> points;        ///< of a sweep, in the order of its values
    bool cancelled = false;                 ///< stopped early: partial results
    bool digestsEqual = true;               ///< false voids the comparison in one runtime or both
    std::vector<CeilingReport> ceilings;    ///< by workers, where an expectation or a sweep asks for them
    std::vector<ExpectationResult> expectations;
    std::optional<NoiseFloor> noiseFloor; ///< of the native baseline, else Python's; null: too few blocks
    std::optional<Verdict> verdict;       ///< of native code, else Python's
    std::vector<ScalingReport> scaling;   ///< of a sweep over workers, one for each strategy that it varies
    std::vector<OptimumReport> optima;    ///< of any other sweep, one for each strategy that is no baseline
    std::vector<RuleVerdict> rules;       ///< of a sweep that tries a rule of thumb
    /// What the work consists of, of each runtime whose baseline was measured; none of a sweep.
    std::vector<std::shared_ptr<const WorkProfile>> profiles;
    std::vector<Message> hints;       ///< outliers, disturbed blocks, slow first runs: advice in words
    std::vector<Diagnosis> diagnoses; ///< what happened, by strategy; of a sweep none

    const StrategyReport* strategy(std::string_view text) const;
    Value toValue() const;
};

} // namespace overlap::core
