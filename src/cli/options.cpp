// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "analysis/forecast.h"
#include "cli/option_rules.h"
#include "cli/option_values.h"
#include "core/crossover.h"
#include "core/message.h"
#include "core/shown.h"
#include "core/text.h"

#include <getopt.h>

namespace overlap::cli {

using core::Error;
using core::Message;

namespace {

enum Option {
    optJson = 1000,
    optCsv,
    optChart,
    optTrace,
    optTimeline,
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
                              {"trace", required_argument, nullptr, optTrace},
                              {"timeline", required_argument, nullptr, optTimeline},
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

} // namespace

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
        case optTrace:
            run.traceFile = notEmpty("--trace", value);
            given.push_back("--trace");
            break;
        case optTimeline:
            run.timelineFile = notEmpty("--timeline", value);
            given.push_back("--timeline");
            break;
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
            run.python = doctor.python = notEmpty("--python", value);
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
        case optCores:
            predict.cores = integerBetween("--cores", "cores", value, 1, analysis::mostForecastCores);
            given.push_back("--cores");
            break;
        case optFrom:
            predict.from = notEmpty("--from", value);
            given.push_back("--from");
            break;
        case optCheck:
            predict.check = true;
            given.push_back("--check");
            break;
        case optPoints:
            crossoverPoints = integerBetween("--points", "points", value, core::fewestCrossoverPoints,
                                             core::mostCrossoverPoints);
            given.push_back("--points");
            break;
        case optMeasure:
            run.experiment = notEmpty("--measure", value);
            advise.measure.emplace();
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
            "Messages", "say what to do: list, run, sweep, crossover, predict, advise, doctor or "
                        "trace (--help tells more)")));
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
    } else if (command == "trace") {
        if (rest.empty())
            throw Error(Message(OVERLAP_TR_NOOP(
                "Messages", "trace needs a file: a timeline file of Overlap, or trace-event JSON")));
        run.experiment = rest.front();
        rest.erase(rest.begin());
    } else if (command != "list" && command != "doctor") {
        throw Error(Message(
            OVERLAP_TR_NOOP("Messages",
                            "there is no command “%1”; there are: list, run, sweep, crossover, predict, "
                            "advise, doctor, trace"),
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
    if (command == "trace")
        return TraceOptions{std::move(run.experiment),
                            std::move(run.jsonFile),
                            std::move(run.csvFile),
                            std::move(run.charts),
                            std::move(run.timelineFile),
                            std::move(run.traceFile),
                            run.quiet};
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
