// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "core/experiment.h"
#include "core/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap;
using namespace overlap::cli;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

namespace {

Options parsed(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "overlap-cli");
    std::vector<char*> argv;
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    return parseOptions(static_cast<int>(arguments.size()), argv.data());
}

RunOptions run(std::vector<std::string> arguments)
{
    return std::get<RunOptions>(parsed(std::move(arguments)));
}

std::string complaint(std::vector<std::string> arguments)
{
    try {
        parsed(std::move(arguments));
        return {};
    } catch (const core::Error& error) {
        return error.what();
    }
}

} // namespace

TEST(Options, EveryOptionOfRunIsRead)
{
    const RunOptions options = run({"run",
                                    "two-waits",
                                    "--strategy",
                                    "threads:2",
                                    "--strategy=threads:4",
                                    "--set",
                                    "tasks=5",
                                    "--set",
                                    "urls=a=b c",
                                    "--repeats",
                                    "10",
                                    "--time-scale",
                                    "0.5",
                                    "--until-sure",
                                    "5%",
                                    "--seed",
                                    "42",
                                    "--json",
                                    "-",
                                    "--csv",
                                    "out.csv",
                                    "--chart",
                                    "gantt=a.png",
                                    "--chart",
                                    "timings=b=c.svg",
                                    "--quiet"});
    EXPECT_EQ(options.experiment, "two-waits");
    EXPECT_THAT(options.strategies, ElementsAre("threads:2", "threads:4"));
    EXPECT_THAT(options.settings, ElementsAre(Pair("tasks", "5"), Pair("urls", "a=b c")));
    EXPECT_EQ(options.repeats, 10);
    EXPECT_EQ(options.precision, 0.05);
    EXPECT_EQ(options.timeScale, 0.5);
    EXPECT_EQ(options.seed, 42u);
    EXPECT_EQ(options.jsonFile, "-");
    EXPECT_EQ(options.csvFile, "out.csv");
    ASSERT_EQ(options.charts.size(), 2u);
    EXPECT_EQ(options.charts[0].kind, "gantt");
    EXPECT_EQ(options.charts[1].file, "b=c.svg");
    EXPECT_TRUE(options.quiet);
}

TEST(Options, WhatIsNotGivenIsNotSet)
{
    const RunOptions options = run({"run", "x"});
    EXPECT_FALSE(options.repeats || options.timeScale || options.seed || options.jsonFile || options.csvFile);
    EXPECT_FALSE(options.precision);
    EXPECT_FALSE(options.quiet);
    EXPECT_TRUE(options.strategies.empty());
}

TEST(Options, OptionsMayStandBeforeTheWords)
{
    EXPECT_EQ(run({"--quiet", "run", "--seed", "1", "x"}).experiment, "x");
    EXPECT_EQ(run({"run", "--", "--odd-name"}).experiment, "--odd-name");
}

TEST(Options, OtherCommands)
{
    EXPECT_TRUE(std::holds_alternative<ListOptions>(parsed({"list"})));
    EXPECT_EQ(std::get<ListOptions>(parsed({"list", "--json", "x"})).jsonFile, "x");
    EXPECT_FALSE(std::get<DoctorOptions>(parsed({"doctor"})).gil);
    EXPECT_TRUE(std::get<DoctorOptions>(parsed({"doctor", "--gil"})).gil);
    EXPECT_TRUE(std::holds_alternative<HelpOptions>(parsed({"--help"})));
    EXPECT_TRUE(std::holds_alternative<HelpOptions>(parsed({"run", "x", "-h"})));
    EXPECT_TRUE(std::holds_alternative<VersionOptions>(parsed({"--version"})));
}

TEST(Options, LanesAreSavedByRunAndSweepAndOpenedByTrace)
{
    const RunOptions options = run({"run", "x", "--timeline", "a.timeline", "--trace=b.json"});
    EXPECT_EQ(options.timelineFile, "a.timeline");
    EXPECT_EQ(options.traceFile, "b.json");
    EXPECT_TRUE(run({"run", "x"}).timelineFile.empty());
    EXPECT_EQ(run({"sweep", "x", "--over", "strategy.workers=1,2", "--trace", "b"}).traceFile, "b");
    const auto trace =
        std::get<TraceOptions>(parsed({"trace", "run.timeline", "--json", "-", "--csv", "c", "--chart",
                                       "lanes=l.png", "--timeline", "t", "--trace", "j", "--quiet"}));
    EXPECT_EQ(trace.file, "run.timeline");
    EXPECT_EQ(trace.jsonFile, "-");
    EXPECT_EQ(trace.csvFile, "c");
    ASSERT_EQ(trace.charts.size(), 1u);
    EXPECT_EQ(trace.charts[0].kind, "lanes");
    EXPECT_EQ(trace.timelineFile, "t");
    EXPECT_EQ(trace.traceFile, "j");
    EXPECT_TRUE(trace.quiet);
    EXPECT_THAT(complaint({"trace"}), HasSubstr("trace needs a file"));
    EXPECT_EQ(complaint({"trace", "a", "b"}), "“b” is one word too many");
    EXPECT_EQ(complaint({"trace", "a", "--seed", "1"}), "trace takes no option --seed");
    EXPECT_EQ(complaint({"predict", "a", "--trace", "b"}), "predict takes no option --trace");
    EXPECT_EQ(complaint({"crossover", "a", "--timeline", "b"}), "crossover takes no option --timeline");
    EXPECT_EQ(complaint({"run", "a", "--trace="}), "--trace needs a value");
}

TEST(Options, AdviseReadsADescriptionAndWhatIsKnownOfTheWork)
{
    const auto bare = std::get<AdviseOptions>(parsed({"advise", "Download pages"}));
    EXPECT_EQ(bare.description, "Download pages");
    EXPECT_FALSE(bare.runtime || bare.durationSeconds || bare.data || bare.jsonFile);
    const auto full = std::get<AdviseOptions>(parsed(
        {"advise", "--runtime", "native", "x", "--duration", "0.05", "--data", "large", "--json", "a.json"}));
    EXPECT_EQ(full.description, "x");
    EXPECT_EQ(full.runtime, core::Runtime::native);
    EXPECT_EQ(full.durationSeconds, 0.05);
    EXPECT_EQ(full.data, analysis::DataSize::large);
    EXPECT_EQ(full.jsonFile, "a.json");
}

TEST(Options, AdviseReadsWhatToMeasureAndWhatCounts)
{
    const auto bare = std::get<AdviseOptions>(parsed({"advise", "--measure", "image-resize"}));
    ASSERT_TRUE(bare.measure);
    EXPECT_EQ(bare.measure->experiment, "image-resize");
    EXPECT_EQ(bare.counts, analysis::Cost::time);
    EXPECT_EQ(bare.description, "");
    const auto full =
        std::get<AdviseOptions>(parsed({"advise", "--measure=x.json", "--for", "memory", "--strategy",
                                        "threads:2", "--set", "a=1", "--repeats", "12", "--time-scale", "0.5",
                                        "--seed", "7", "--python", "p", "--json", "-", "--quiet"}));
    EXPECT_EQ(full.counts, analysis::Cost::memory);
    EXPECT_EQ(full.jsonFile, "-");
    ASSERT_TRUE(full.measure);
    EXPECT_EQ(full.measure->experiment, "x.json");
    EXPECT_THAT(full.measure->strategies, ElementsAre("threads:2"));
    EXPECT_EQ(full.measure->repeats, 12);
    EXPECT_EQ(full.measure->seed, 7u);
    EXPECT_TRUE(full.measure->quiet);
    EXPECT_FALSE(std::get<AdviseOptions>(parsed({"advise", "Download pages"})).measure);
}

TEST(Options, EveryOptionOfPredictIsRead)
{
    const auto options = std::get<PredictOptions>(
        parsed({"predict", "two-waits", "--cores", "256", "--from", "r.json", "--strategy", "threads:8",
                "--set", "tasks=5", "--seed", "42", "--json", "-", "--check", "--repeats", "5", "--quiet"}));
    EXPECT_EQ(options.run.experiment, "two-waits");
    EXPECT_EQ(options.cores, 256);
    EXPECT_EQ(options.from, "r.json");
    EXPECT_TRUE(options.check && options.run.quiet);
    EXPECT_EQ(options.run.repeats, 5);
    EXPECT_THAT(options.run.strategies, ElementsAre("threads:8"));
    EXPECT_FALSE(std::get<PredictOptions>(parsed({"predict", "x"})).cores);
    EXPECT_EQ(std::get<PredictOptions>(parsed({"predict", "--from", "r.json"})).run.experiment, "");
}

TEST(Options, CrossoverReadsARangeAndABudget)
{
    const auto options = std::get<CrossoverOptions>(parsed(
        {"crossover", "worth-it", "--over", "workload.work=0.001,0.1", "--strategy", "sequential",
         "--strategy", "threads:2", "--points", "12", "--repeats", "20", "--chart", "crossover=a.svg"}));
    EXPECT_EQ(options.run.experiment, "worth-it");
    EXPECT_EQ(options.run.over, "workload.work=0.001,0.1");
    EXPECT_THAT(options.run.strategies, ElementsAre("sequential", "threads:2"));
    EXPECT_EQ(options.points, 12);
    EXPECT_EQ(options.run.repeats, 20);
    EXPECT_EQ(options.run.charts.at(0).kind, "crossover");
    EXPECT_FALSE(options.run.sweep);
    EXPECT_FALSE(std::get<CrossoverOptions>(parsed({"crossover", "x"})).points);
}

TEST(Options, MistakesNameTheOption)
{
    const struct
    {
        std::vector<std::string> arguments;
        const char* mentioned;
    } table[] = {
        {{}, "list, run, sweep, crossover, predict, advise, doctor or trace"},
        {{"walk"}, "“walk”"},
        {{"run"}, "preset"},
        {{"run", "x", "y"}, "“y” is one word too many"},
        {{"list", "x"}, "“x” is one word too many"},
        {{"list", "--seed", "1"}, "list takes no option --seed"},
        {{"doctor", "--json", "x"}, "doctor takes no option --json"},
        {{"list", "--gil"}, "list takes no option --gil"},
        {{"run", "x", "--gil"}, "run takes no option --gil"},
        {{"run", "x", "--over", "a=1"}, "run takes no option --over"},
        {{"sweep", "x", "--runtime", "native"}, "sweep takes no option --runtime"},
        {{"advise", "x", "--csv", "y"}, "advise takes no option --csv"},
        {{"advise"}, "advise needs a description"},
        {{"advise", "x", "--measure", "y"}, "advise takes a description or --measure, not both: “x”"},
        {{"advise", "--measure", "y", "x", "z"}, "advise takes a description or --measure, not both: “x”"},
        {{"advise", "--measure"}, "--measure needs a value"},
        {{"advise", "--measure", ""}, "--measure needs a value"},
        {{"advise", "--measure", "x", "--data", "tiny"},
         "--data goes with a description, not with --measure"},
        {{"advise", "x", "--for", "time"}, "--for goes with --measure, not with a description"},
        {{"advise", "x", "--repeats", "5"}, "--repeats goes with --measure"},
        {{"advise", "--measure", "x", "--for", "money"},
         "--for: there is no cost “money”; there are: time, cpu, memory, latency"},
        {{"advise", "--measure", "x", "--csv", "y"}, "advise takes no option --csv"},
        {{"advise", "--measure", "x", "--over", "a=1"}, "advise takes no option --over"},
        {{"run", "x", "--measure", "y"}, "run takes no option --measure"},
        {{"run", "x", "--for", "cpu"}, "run takes no option --for"},
        {{"advise", "x", "--runtime", "Python"}, "--runtime: there is no runtime “Python”"},
        {{"advise", "x", "--data", "big"}, "--data: there is no data size “big”"},
        {{"advise", "x", "--duration", "2s"}, "--duration: “duration” must be a number"},
        {{"run", "x", "--cores", "4"}, "run takes no option --cores"},
        {{"sweep", "x", "--from", "r.json"}, "sweep takes no option --from"},
        {{"list", "--check"}, "list takes no option --check"},
        {{"crossover"}, "crossover needs the id of a preset"},
        {{"crossover", "x", "--cores", "4"}, "crossover takes no option --cores"},
        {{"crossover", "x", "--points", "31"}, "--points: “points” must be between 5 and 30"},
        {{"crossover", "x", "--points", "ten"}, "--points: “points” must be a whole number"},
        {{"sweep", "x", "--points", "8"}, "sweep takes no option --points"},
        {{"predict", "x", "--points", "8"}, "predict takes no option --points"},
        {{"predict"}, "predict needs the id of a preset"},
        {{"predict", "x", "y"}, "“y” is one word too many"},
        {{"predict", "x", "--csv", "a.csv"}, "predict takes no option --csv"},
        {{"predict", "x", "--chart", "gantt=a.svg"}, "predict takes no option --chart"},
        {{"predict", "x", "--over", "a=1"}, "predict takes no option --over"},
        {{"predict", "x", "--gil"}, "predict takes no option --gil"},
        {{"predict", "x", "--repeats", "5"}, "predict takes no option --repeats"},
        {{"predict", "x", "--cores", "0"}, "--cores: “cores” must be between 1 and 256"},
        {{"predict", "x", "--cores", "257"}, "--cores: “cores” must be between 1 and 256"},
        {{"predict", "x", "--cores", "many"}, "--cores: “cores” must be a whole number"},
        {{"predict", "x", "--from", ""}, "--from needs a value"},
        {{"--bogus"}, "there is no option --bogus"},
        {{"run", "x", "--bogus"}, "there is no option --bogus"},
        {{"run", "--bogus", "x"}, "there is no option --bogus"},
        {{"run", "x", "-q"}, "-q"},
        {{"run", "x", "--json"}, "--json needs a value"},
        {{"--json"}, "--json needs a value"},
        {{"run", "x", "--set", "a"}, "--set takes NAME=VALUE, not “a”"},
        {{"run", "x", "--set", "=a"}, "--set takes NAME=VALUE"},
        {{"run", "x", "--chart", "gantt"}, "--chart takes NAME=VALUE"},
        {{"run", "x", "--repeats", "many"}, "--repeats: “repeats” must be a whole number"},
        {{"run", "x", "--repeats", "1.5"}, "--repeats"},
        {{"run", "x", "--seed", "18446744073709551616"}, "--seed: “seed” must be a whole number"},
        {{"run", "x", "--seed", "1e3"}, "--seed"},
        {{"run", "x", "--until-sure", "soon"}, "--until-sure: “precision” must be a number"},
        {{"run", "x", "--until-sure", "%"}, "--until-sure: “precision” must be a number"},
        {{"predict", "x", "--until-sure", "5%", "--check"}, "predict takes no option --until-sure"},
        {{"run", "x", "--time-scale", "0,5"}, "--time-scale: “timeScale” must be a number"},
    };
    for (const auto& row : table)
        EXPECT_THAT(complaint(row.arguments), HasSubstr(row.mentioned));
}

TEST(Options, AValueForAnOptionThatTakesNoneIsSaidToBeSo)
{
    const std::string text = complaint({"run", "x", "--quiet=3"});
    EXPECT_THAT(text, HasSubstr("--quiet"));
    EXPECT_THAT(text, ::testing::Not(HasSubstr("needs a value")));
}

TEST(Options, NumbersThatAreTooWideStayOutOfRange)
{
    EXPECT_GT(run({"run", "x", "--repeats", "9223372036854775807"}).repeats, 1000);
    EXPECT_LT(run({"run", "x", "--repeats", "-9223372036854775808"}).repeats, 1);
    EXPECT_NE(complaint({"run", "x", "--repeats", "9223372036854775808"}), "");
    EXPECT_GT(run({"run", "x", "--seed", "-1"}).seed, core::maximumSeed) << "which the validator refuses";
}

TEST(Options, APrecisionIsAShareOrSoManyPercent)
{
    EXPECT_EQ(run({"run", "x", "--until-sure", "0.05"}).precision, 0.05);
    EXPECT_EQ(run({"sweep", "x", "--until-sure", "12.5%"}).precision, 0.125);
    EXPECT_EQ(run({"run", "x", "--until-sure", "-5%"}).precision, -0.05) << "which the validator refuses";
}

TEST(Options, ParsingTwiceGivesTheSame)
{
    EXPECT_EQ(run({"run", "a", "--seed", "5"}).seed, 5u);
    EXPECT_NE(complaint({"--bogus"}), "");
    EXPECT_EQ(run({"run", "a", "--seed", "5"}).seed, 5u);
}

TEST(Options, UsageTellsEveryOption)
{
    for (const char* option : {"--strategy", "--set", "--repeats", "--until-sure", "--time-scale", "--seed",
                               "--json", "--csv", "--chart", "--quiet", "--runtime", "--duration", "--data",
                               "--cores", "--from", "--check", "--points"})
        EXPECT_THAT(usage(), HasSubstr(option));
}
