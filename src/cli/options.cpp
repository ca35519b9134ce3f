// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "analysis/forecast.h"
#include "core/crossover.h"
#include "core/message.h"
#include "core/shown.h"
#include "core/text.h"

#include <algorithm>
#include <getopt.h>

namespace overlap::cli {

using core::Error;
using core::Message;

namespace {

enum Option {
    optJson = 1000,
    optCsv,
    optChart,
    optStrategy,
    optSet,
    optOver,
    optRepeats,
    optUntilSure,
    optTimeScale,
    optSeed,
    optPython,
    optQuiet,
    optGil,
    optRuntime,
    optDuration,
    optData,
    optCores,
    optFrom,
    optCheck,
    optPoints,
    optMeasure,
    optFor,
    optHelp,
    optVersion
};

const option longOptions[] = {{"json", required_argument, nullptr, optJson},
                              {"csv", required_argument, nullptr, optCsv},
                              {"chart", required_argument, nullptr, optChart},
                              {"strategy", required_argument, nullptr, optStrategy},
                              {"set", required_argument, nullptr, optSet},
                              {"over", required_argument, nullptr, optOver},
                              {"repeats", required_argument, nullptr, optRepeats},
                              {"until-sure", required_argument, nullptr, optUntilSure},
                              {"time-scale", required_argument, nullptr, optTimeScale},
                              {"seed", required_argument, nullptr, optSeed},
                              {"python", required_argument, nullptr, optPython},
                              {"quiet", no_argument, nullptr, optQuiet},
                              {"gil", no_argument, nullptr, optGil},
                              {"runtime", required_argument, nullptr, optRuntime},
                              {"duration", required_argument, nullptr, optDuration},
                              {"data", required_argument, nullptr, optData},
                              {"cores", required_argument, nullptr, optCores},
                              {"from", required_argument, nullptr, optFrom},
                              {"check", no_argument, nullptr, optCheck},
                              {"points", required_argument, nullptr, optPoints},
                              {"measure", required_argument, nullptr, optMeasure},
                              {"for", required_argument, nullptr, optFor},
                              {"help", no_argument, nullptr, optHelp},
                              {"version", no_argument, nullptr, optVersion},
                              {nullptr, 0, nullptr, 0}};

std::pair<std::string, std::string> nameAndValue(std::string_view option, std::string_view text)
{
    const auto equals = text.find('=');
    if (equals == 0 || equals == std::string_view::npos) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 takes NAME=VALUE, not “%2”"),
                            {std::string(option), core::shown(text)}));
    }
    return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

// What is wrong with a value is said as it is of a file, with the option for the place.

std::int64_t integerOf(std::string_view option, std::string_view key, std::string_view text)
{
    const auto number = core::integerFromText(text);
    if (!number)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” must be a whole number"), {std::string(key)}),
                    std::string(option));
    return *number;
}

double numberOf(std::string_view option, std::string_view key, std::string_view text)
{
    const auto number = core::numberFromText(text);
    if (!number)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” must be a number"), {std::string(key)}),
                    std::string(option));
    return *number;
}

/// "0.05" or "5%".
double shareOf(std::string_view option, std::string_view key, std::string_view text)
{
    const bool percent = text.ends_with('%');
    if (percent)
        text.remove_suffix(1);
    return numberOf(option, key, text) / (percent ? 100 : 1);
}

/// Where an integer of the file would be too wide for an int, the validator still has to see that it is out
/// of range.
int saturated(std::int64_t number)
{
    return static_cast<int>(std::min<std::int64_t>(std::max<std::int64_t>(number, -1), 1'000'000'000));
}

core::Runtime runtimeOf(std::string_view text)
{
    if (text == "python")
        return core::Runtime::python;
    if (text != "native") {
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "there is no runtime “%1”; there are: native, python"),
                    {core::shown(text)}),
            "--runtime");
    }
    return core::Runtime::native;
}

analysis::DataSize dataSizeOf(std::string_view text)
{
    const auto size = analysis::dataSizeFromName(text);
    if (!size) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "there is no data size “%1”; there are: tiny, small, "
                                                        "medium, large"),
                            {core::shown(text)}),
                    "--data");
    }
    return *size;
}

analysis::Cost costOf(std::string_view text)
{
    const auto cost = analysis::costFromName(text);
    if (!cost) {
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "there is no cost “%1”; there are: time, cpu, memory, "
                                                "latency"),
                    {core::shown(text)}),
            "--for");
    }
    return *cost;
}

/// What each command takes; run, sweep and crossover take what belongs to no other. `measures`: predict
/// --check, advise
/// --measure.
bool takes(std::string_view command, std::string_view option, bool measures)
{
    const auto isOneOf = [option](std::initializer_list<std::string_view> options) {
        return std::ranges::find(options, option) != options.end();
    };
    if (command == "list")
        return option == "--json";
    if (command == "doctor")
        return isOneOf({"--gil", "--python"});
    if (command == "advise")
        return measures ? !isOneOf({"--runtime", "--duration", "--data", "--gil", "--over", "--csv",
                                    "--chart", "--cores", "--from", "--check", "--points"})
                        : isOneOf({"--runtime", "--duration", "--data", "--json"});
    if (isOneOf({"--gil", "--runtime", "--duration", "--data", "--measure", "--for"}))
        return false;
    if (command == "predict")
        return !isOneOf({"--over", "--csv", "--chart", "--points", "--until-sure"}) &&
               (measures || option != "--repeats");
    if (isOneOf({"--cores", "--from", "--check"}))
        return false;
    if (command == "crossover")
        return option != "--until-sure";
    return option != "--points" && (command == "sweep" || option != "--over");
}

void refuse(std::string_view command, std::string_view option, bool measures)
{
    if (command == "advise" && takes(command, option, !measures)) {
        throw Error(measures ? Message(OVERLAP_TR_NOOP("Messages", "%1 goes with a description, not with "
                                                                   "--measure"),
                                       {std::string(option)})
                             : Message(OVERLAP_TR_NOOP("Messages", "%1 goes with --measure, not with a "
                                                                   "description"),
                                       {std::string(option)}));
    }
    throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 takes no option %2"),
                        {std::string(command), std::string(option)}));
}

} // namespace

std::string usage()
{
    return R"(overlap-cli: run concurrency experiments and compare the ways to run them

overlap-cli list [--json FILE|-]
overlap-cli run PRESET|FILE.overlap.json [options]
overlap-cli sweep PRESET|FILE.overlap.json --over NAME=VALUE,VALUE,... [options]
overlap-cli crossover PRESET|FILE.overlap.json --over workload.NAME=LOW,HIGH [--points N] [options]
overlap-cli predict PRESET|FILE.overlap.json [--cores N] [--from REPORT.json] [--check] [options]
overlap-cli doctor [--gil] [--python PATH]
overlap-cli advise "DESCRIPTION" [--runtime native|python] [--duration SECONDS]
            [--data tiny|small|medium|large] [--json FILE|-]
overlap-cli advise --measure PRESET|FILE.overlap.json [--for time|cpu|memory|latency] [options]

Options of advise
  --runtime R        native or python; without, the answer is for Python, and native code's beside it
  --duration SECONDS of all the work, one task after the other
  --data SIZE        what a task is given: tiny, small, medium or large
  --json FILE|-      the answer, with the path through the decision tree
  --measure WORK     instead of a description: profile this work, forecast what each strategy would take,
                     run them all (10 blocks) and recommend one. Without --strategy, others than the
                     experiment's own are tried as well.
  --for COST         what counts: time (without this option), cpu, memory or latency; with --measure
  --strategy, --set, --repeats, --until-sure, --time-scale, --seed, --python, --quiet: as for run, with
                     --measure

Options of crossover
  --over NAME=L,H    a parameter of the workload, workload.NAME, and the ends of the range in which to look;
                     not needed for a file that has a sweep over one
  --strategy S       twice: the two to compare; without, the experiment's first beside its baseline
  --points N         measure at most so many values, 5 to 30; without, 10
  --chart crossover=FILE, --repeats (10, if no more are asked for), --set, --time-scale, --seed, --python,
                     --json, --csv, --quiet: as for run

Options of predict
  --cores N          forecast for a machine with so many cores, 1 to 256; without, this one
  --from REPORT      take the profile of the work from a report of run --json; without, the work is run
                     once, one item after the other. PRESET or FILE may then be left out.
  --check            then run the strategies and tell how far each forecast was off, and the score of
                     all forecasts that were ever checked
  --strategy, --set, --time-scale, --seed, --python, --json, --quiet: as for run; --repeats with --check

Options of doctor
  --gil              how faithful the model of Python's lock is to the Python of this machine
  --python PATH      the Python to ask, as for run and sweep

Options of run and sweep
  --strategy S       instead of the experiment's own; may be given several times (sequential, threads:4)
  --set NAME=VALUE   a parameter of the workload; may be given several times
  --over NAME=V,V    what sweep varies: strategy.workers (strategies are then written without a
                     number: threads), strategy.OPTION (strategy.switch=50us,5ms) or workload.NAME;
                     not needed for a file that has a sweep; 1..8 are all integers, 2..20..3 every third
  --repeats N        measured blocks, each strategy once per block
  --until-sure P     stop when the 95 % interval of every speed-up is no wider than this share of it, such
                     as 0.05 or 5%; --repeats is the limit then, 100 blocks where it is not given
  --time-scale X     multiplies simulated waits and the delays of our own server
  --seed N           of every random figure
  --python PATH      the interpreter of the python strategies; without, what OVERLAP_PYTHON names, then
                     /usr/bin/python3, then the first python3 in PATH
  --json FILE|-      the report
  --csv FILE|-       one line per run
  --chart KIND=FILE  gantt, timings, ledger or latencies, of a sweep scaling, as .png, .svg or .pdf; may be
                     given several times
  --quiet            no tables, no progress

Exit status: 0 done, 1 some tasks failed, 2 bad usage or file, 3 cancelled (partial results are kept).
)";
}

Options parseOptions(int argc, char** argv)
{
    RunOptions run;
    DoctorOptions doctor;
    AdviseOptions advise;
    PredictOptions predict;
    std::optional<int> crossoverPoints;
    std::vector<std::string> given;
    opterr = 0;
    optind = 0; // start afresh: tests parse more than once
    while (true) {
        const int found = getopt_long(argc, argv, ":h", longOptions, nullptr);
        if (found == -1)
            break;
        const std::string value = optarg ? optarg : "";
        switch (found) {
        case optJson:
            run.jsonFile = value;
            given.push_back("--json");
            break;
        case optCsv:
            run.csvFile = value;
            given.push_back("--csv");
            break;
        case optChart: {
            auto [kind, file] = nameAndValue("--chart", value);
            run.charts.push_back({std::move(kind), std::move(file)});
            given.push_back("--chart");
            break;
        }
        case optStrategy:
            run.strategies.push_back(value);
            given.push_back("--strategy");
            break;
        case optSet:
            run.settings.push_back(nameAndValue("--set", value));
            given.push_back("--set");
            break;
        case optOver:
            run.over = value;
            given.push_back("--over");
            break;
        case optRepeats:
            run.repeats = saturated(integerOf("--repeats", "repeats", value));
            given.push_back("--repeats");
            break;
        case optUntilSure:
            run.precision = shareOf("--until-sure", "precision", value);
            given.push_back("--until-sure");
            break;
        case optTimeScale:
            run.timeScale = numberOf("--time-scale", "timeScale", value);
            given.push_back("--time-scale");
            break;
        case optSeed:
            // A negative one is beyond the maximum, which the validator says.
            run.seed = static_cast<std::uint64_t>(integerOf("--seed", "seed", value));
            given.push_back("--seed");
            break;
        case optPython:
            if (value.empty())
                throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 needs a value"), {"--python"}));
            run.python = doctor.python = value;
            given.push_back("--python");
            break;
        case optQuiet:
            run.quiet = true;
            given.push_back("--quiet");
            break;
        case optGil:
            doctor.gil = true;
            given.push_back("--gil");
            break;
        case optRuntime:
            advise.runtime = runtimeOf(value);
            given.push_back("--runtime");
            break;
        case optDuration:
            advise.durationSeconds = numberOf("--duration", "duration", value);
            given.push_back("--duration");
            break;
        case optData:
            advise.data = dataSizeOf(value);
            given.push_back("--data");
            break;
        case optCores: {
            const std::int64_t cores = integerOf("--cores", "cores", value);
            if (cores < 1 || cores > analysis::mostForecastCores)
                throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” must be between %2 and %3"),
                                    {"cores", "1", std::to_string(analysis::mostForecastCores)}),
                            "--cores");
            predict.cores = static_cast<int>(cores);
            given.push_back("--cores");
            break;
        }
        case optFrom:
            if (value.empty())
                throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 needs a value"), {"--from"}));
            predict.from = value;
            given.push_back("--from");
            break;
        case optCheck:
            predict.check = true;
            given.push_back("--check");
            break;
        case optPoints: {
            const std::int64_t points = integerOf("--points", "points", value);
            if (points < core::fewestCrossoverPoints || points > core::mostCrossoverPoints)
                throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” must be between %2 and %3"),
                                    {"points", std::to_string(core::fewestCrossoverPoints),
                                     std::to_string(core::mostCrossoverPoints)}),
                            "--points");
            crossoverPoints = static_cast<int>(points);
            given.push_back("--points");
            break;
        }
        case optMeasure:
            if (value.empty())
                throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 needs a value"), {"--measure"}));
            advise.measure.emplace();
            run.experiment = value;
            given.push_back("--measure");
            break;
        case optFor:
            advise.counts = costOf(value);
            given.push_back("--for");
            break;
        case 'h':
        case optHelp:
            return HelpOptions{};
        case optVersion:
            return VersionOptions{};
        case ':':
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 needs a value"), {argv[optind - 1]}));
        default: {
            // getopt has moved the words about; what it stumbled over is the one before the next.
            const std::string option = core::shown(core::split(argv[optind - 1], '=').front());
            throw Error(optopt >= optJson
                            ? Message(OVERLAP_TR_NOOP("Messages", "%1 takes no value"), {option})
                            : Message(OVERLAP_TR_NOOP("Messages", "there is no option %1"), {option}));
        }
        }
    }
    if (optind >= argc)
        throw Error(Message(OVERLAP_TR_NOOP(
            "Messages", "say what to do: list, run, sweep, crossover, predict, advise or doctor "
                        "(--help tells more)")));
    const std::string command = argv[optind];
    std::vector<std::string> rest(argv + optind + 1, argv + argc);

    if (command == "run" || command == "sweep" || command == "crossover" || command == "predict") {
        const bool predicts = command == "predict";
        if (rest.empty() && (!predicts || predict.from.empty()))
            throw Error(Message(
                OVERLAP_TR_NOOP("Messages",
                                "%1 needs the id of a preset or a file (overlap-cli list shows the presets)"),
                {command}));
        run.sweep = command == "sweep";
        if (!rest.empty()) {
            run.experiment = rest.front();
            rest.erase(rest.begin());
        }
    } else if (command == "advise") {
        if (advise.measure && !rest.empty())
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "advise takes a description or --measure, not "
                                                            "both: “%1” is one word too many"),
                                {core::shown(rest.front())}));
        if (!advise.measure && rest.empty())
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "advise needs a description of the work, in "
                                                            "quotes, or --measure with a preset or a file")));
        if (!advise.measure) {
            advise.description = rest.front();
            rest.erase(rest.begin());
        }
    } else if (command != "list" && command != "doctor") {
        throw Error(Message(
            OVERLAP_TR_NOOP("Messages",
                            "there is no command “%1”; there are: list, run, sweep, crossover, predict, "
                            "advise, doctor"),
            {core::shown(command)}));
    }
    const bool measures = command == "advise" ? advise.measure.has_value() : predict.check;
    for (const std::string& option : given) {
        if (!takes(command, option, measures))
            refuse(command, option, measures);
    }
    if (!rest.empty())
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "“%1” is one word too many"), {core::shown(rest.front())}));
    if (command == "list")
        return ListOptions{run.jsonFile};
    if (command == "doctor")
        return doctor;
    if (command == "advise") {
        advise.jsonFile = run.jsonFile;
        if (advise.measure)
            advise.measure = std::move(run);
        return advise;
    }
    if (command == "predict") {
        predict.run = std::move(run);
        return predict;
    }
    if (command == "crossover")
        return CrossoverOptions{std::move(run), crossoverPoints};
    return run;
}

} // namespace overlap::cli
