// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis.h"
#include "core/environment.h"
#include "core/executor.h"
#include "core/experiment.h"
#include "core/interval.h"
#include "core/profile.h"
#include "core/run_report.h"
#include "core/sweep_report.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace overlap::core {

inline constexpr std::string_view reportSchema = "overlap.report/1";

struct Speedup
{
    double value = 0;
    std::optional<Interval> interval95;
};

/// Where the times of a strategy went while the blocks of the experiment ran, from first to last.
struct Drift
{
    double share = 0;    ///< of the median time; 0.1: the last block takes 10 % of it longer than the first
    Interval interval95; ///< of the share
    double p = 1;        ///< how often equal moments look like a trend as clear as this one
    bool beyondNoise = false; ///< p is small and the share beyond the noise floor: worth a word
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
    std::optional<Drift> drift; ///< null where there are too few blocks to tell
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

/// How far the blocks of an experiment came that repeats until it is sure.
struct Stopping
{
    int blocks = 0;               ///< measured ones
    int limit = 0;                ///< of measured blocks, fixed before the first
    std::optional<double> widest; ///< of the intervals of all speed-ups, as a share of the speed-up
    bool sure = false;            ///< the widest is as narrow as asked
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
    std::optional<Stopping> stopping; ///< null where the experiment has no precision, or compares nothing
    std::vector<Message> hints;       ///< outliers, disturbed blocks, slow first runs: advice in words
    std::vector<Diagnosis> diagnoses; ///< what happened, by strategy; of a sweep none

    const StrategyReport* strategy(std::string_view text) const;
    Value toValue() const;
};

} // namespace overlap::core
