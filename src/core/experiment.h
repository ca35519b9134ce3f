// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "core/strategy.h"
#include "core/workload.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace overlap::core {

enum class Timing { warm, cold };

/// A statement about the outcome that a preset makes and its test holds. All that is given has to hold. A
/// sweep's expectations are kept, but not held against its points.
struct Expectation
{
    std::string strategy;
    std::optional<double> speedupAtLeast;
    std::optional<double> speedupAtMost;
    /// In (0, 1.5]: at least this share of what plain threads that spin gain in the same blocks, as many as
    /// the strategy has workers and at most one for each core.
    std::optional<double> speedupOfCeiling = {};
    bool operator==(const Expectation&) const = default;
};

struct Sweep
{
    std::string over; ///< strategy.workers, strategy.<key> or workload.<name>
    /// Numbers; of workers also "2xcores", of an option what stands behind its "=".
    std::vector<Value> values;
    bool operator==(const Sweep&) const = default;
};

/// A question: a workload with its parameters, ways to run it, how often. A value; saved as *.overlap.json.
struct Experiment
{
    std::string id;    ///< [a-z0-9-], at most 64
    std::string title; ///< English where it is a preset's (context "Experiments"), else as the user wrote it
    std::string chapter; ///< English (context "Experiments"), such as "2 Thread pools"
    std::string workload;
    Value parameters = Value::object();  ///< complete and in schema order after validation
    std::vector<std::string> strategies; ///< as written; `cores` is resolved when planned
    int repeats = 1;
    /// In (0, 1]: stop when the 95 % interval of every speed-up is no wider (high − low) than this share of
    /// the speed-up. `repeats` is the limit then.
    std::optional<double> precision;
    std::uint64_t seed = 1;
    double timeScale = 1.0;
    double feedSeconds = 0.0;
    Timing timing = Timing::warm;
    std::optional<Sweep> sweep;
    std::vector<Expectation> expect;

    bool operator==(const Experiment&) const = default;
};

/// What experiments may name. A value made once by the engine from the explicit lists.
struct Catalogue
{
    std::vector<WorkloadDescriptor> workloads;
    std::vector<StrategyDescriptor> strategies;

    const WorkloadDescriptor* workload(std::string_view id) const;
    const StrategyDescriptor* strategy(std::string_view name) const;
};

inline constexpr std::string_view experimentSchema = "overlap.experiment/1";
inline constexpr int maximumRepeats = 1000;
inline constexpr std::size_t maximumItems = 10'000'000;
inline constexpr std::size_t maximumStrategies = 64;
inline constexpr std::size_t maximumSweepValues = 100;
/// Files know signed integers of 64 bits alone.
inline constexpr std::uint64_t maximumSeed = INT64_MAX;

/// The one validator, for window, file and command line. Appends the problems found, in the order of the
/// keys, up to maximumProblems; the result is usable only where there is none.
Experiment experimentFromValue(const Value& document, const Catalogue& catalogue, int cores,
                               std::vector<Problem>& problems);
/// The same for an experiment that was changed in memory. Completes its parameters.
void validateExperiment(Experiment& experiment, const Catalogue& catalogue, int cores,
                        std::vector<Problem>& problems);

/// What is said of a strategy whose counts are one per stage, where the work has another number of stages.
Message wrongStageCount(std::string_view strategy, std::size_t counts, std::size_t stages);
/// What the validator says of a python strategy for a workload without a twin.
Message noPythonTwin();

// What somebody typed. None of these complains of values: validateExperiment() does, in the same sentences
// whichever way a value came.

/// `--set NAME=VALUE`.
void setParameterFromText(Experiment& experiment, const Catalogue& catalogue, std::string_view name,
                          std::string_view text);
/// `--over NAME=VALUE,VALUE,…`, where a VALUE may be a range of integers, FIRST..LAST or FIRST..LAST..STEP.
/// Throws Error without place where the text has not this shape.
Sweep sweepFromText(std::string_view text);

/// The document that experimentFromValue reads back to an equal experiment.
Value experimentToValue(const Experiment& experiment);

/// Reads and validates a file. Throws Error whose place is "FILE:LINE:COLUMN: POINTER" of the first problem,
/// the file alone where it cannot be read. Never blocks, whatever the path names.
Experiment loadExperiment(const std::filesystem::path& path, const Catalogue& catalogue, int cores);
void saveExperiment(const std::filesystem::path& path, const Experiment& experiment);

} // namespace overlap::core
