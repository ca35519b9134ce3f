// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/advice_in_words.h"
#include "analysis/recommendation.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace overlap::cli {

/// `--chart KIND=FILE`
struct ChartRequest
{
    std::string kind;
    std::filesystem::path file;
};

/// Of `run` and of `sweep`, which is a run over several values.
struct RunOptions
{
    bool sweep = false;              ///< the command was `sweep`
    std::optional<std::string> over; ///< --over NAME=VALUE,VALUE,…; not with `run`
    std::string experiment;          ///< preset id or file
    std::vector<std::string> strategies;
    std::vector<std::pair<std::string, std::string>> settings; ///< --set name=value
    std::optional<int> repeats;
    std::optional<double> precision; ///< --until-sure, as a fraction
    std::optional<double> timeScale;
    std::optional<std::uint64_t> seed;
    std::optional<std::string> jsonFile; ///< "-" is standard output
    std::optional<std::string> csvFile;
    std::vector<ChartRequest> charts;
    std::filesystem::path timelineFile; ///< --timeline; empty: none, as below
    std::filesystem::path traceFile;    ///< --trace
    std::filesystem::path python; ///< --python; empty: what OVERLAP_PYTHON names, or what this machine has
    bool quiet = false;
};

/// Of `predict`: of a run what says which work and which strategies.
struct PredictOptions
{
    RunOptions run;             ///< its experiment may be empty where there is a report
    std::optional<int> cores;   ///< --cores: of the machine that is forecast; else this one's
    std::filesystem::path from; ///< --from: a report with a profile of the work; empty: measure one
    bool check = false;         ///< --check: run it all and tell the errors
};

/// Of `crossover`: of a run what says which work and which two strategies; `over` names the range.
struct CrossoverOptions
{
    RunOptions run;
    std::optional<int> points; ///< --points: at most so many values are measured
};

struct ListOptions
{
    std::optional<std::string> jsonFile;
};

struct DoctorOptions
{
    bool gil = false; ///< --gil: only how faithful the model of Python's lock is
    std::filesystem::path python;
};

/// Of `advise`: somebody's work in their own words, or one to be measured.
struct AdviseOptions
{
    std::string description;                      ///< empty where there is something to measure
    std::optional<RunOptions> measure;            ///< --measure: its experiment, and of a run what says how
    analysis::Cost counts = analysis::Cost::time; ///< --for; only with --measure
    std::optional<core::Runtime> runtime;         ///< where none is given, the answer is for Python
    std::optional<double> durationSeconds;
    std::optional<analysis::DataSize> data;
    std::optional<std::string> jsonFile;
};

/// Of `trace`: a file that lanes were saved to, or a trace of another program.
struct TraceOptions
{
    std::filesystem::path file;
    std::optional<std::string> jsonFile; ///< "-" is standard output, as below
    std::optional<std::string> csvFile;
    std::vector<ChartRequest> charts;
    std::filesystem::path timelineFile; ///< empty: none, as below
    std::filesystem::path traceFile;
    bool quiet = false;
};

struct HelpOptions
{};
struct VersionOptions
{};

using Options = std::variant<HelpOptions, VersionOptions, ListOptions, RunOptions, PredictOptions,
                             CrossoverOptions, DoctorOptions, AdviseOptions, TraceOptions>;

/// Reads the command line. Throws core::Error that names the option.
Options parseOptions(int argc, char** argv);

/// What --help prints.
std::string usage();

} // namespace overlap::cli
