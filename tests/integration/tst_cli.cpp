// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as scripts use it: what it prints where, and how it ends.
#include "cli_process.h"
#include "core/json.h"
#include "core/text.h"
#include "support/census.h"
#include "support/gate.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

using namespace overlap;
using core::Value;
using overlap::testing::childrenOf;
using overlap::testing::CliOutcome;
using overlap::testing::CliProcess;
using overlap::testing::eventually;
using overlap::testing::isAlive;
using overlap::testing::runCli;
using overlap::testing::TempFolder;
using ::testing::ContainsRegex;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

/// Bad input: code 2, one sentence on standard error, nothing on standard output.
void expectRefused(std::vector<std::string> arguments, const std::string& mentioned)
{
    std::string shown;
    for (const std::string& argument : arguments)
        shown += " " + argument;
    SCOPED_TRACE(shown);
    const CliOutcome outcome = runCli(std::move(arguments));
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, StartsWith("overlap-cli: "));
    EXPECT_THAT(outcome.err, HasSubstr(mentioned));
    EXPECT_EQ(std::ranges::count(outcome.err, '\n'), 1) << outcome.err;
}

const std::vector<std::string> quickRun{"run", "two-waits", "--time-scale", "0.02"};

std::vector<std::string> with(std::vector<std::string> arguments, std::vector<std::string> more)
{
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

} // namespace

TEST(Cli, PrintsItsVersionAndHelp)
{
    const CliOutcome version = runCli({"--version"});
    EXPECT_EQ(version.code, 0);
    EXPECT_EQ(version.out, "overlap-cli " OVERLAP_VERSION "\n");
    for (const char* option : {"--help", "-h"}) {
        const CliOutcome help = runCli({option});
        EXPECT_EQ(help.code, 0);
        for (const char* word : {"run", "list", "doctor", "advise", "--runtime", "--duration", "--data",
                                 "--strategy", "--json", "--csv", "--time-scale", "Exit status"})
            EXPECT_THAT(help.out, HasSubstr(word));
    }
}

TEST(Cli, ListsThePresets)
{
    const CliOutcome table = runCli({"list"});
    EXPECT_EQ(table.code, 0);
    for (const char* id : {"two-waits", "web-requests", "five-seconds", "stores", "2 Thread pools"})
        EXPECT_THAT(table.out, HasSubstr(id));
    const CliOutcome json = runCli({"list", "--json", "-"});
    const Value document = core::parseJson(json.out);
    EXPECT_GE(document.find("experiments")->asArray().size(), 4u);
    EXPECT_FALSE(document.find("workloads")->asArray().empty());
    EXPECT_FALSE(document.find("strategies")->asArray().empty());
}

TEST(Cli, PrintsATableOfResults)
{
    const CliOutcome outcome = runCli(with(quickRun, {"--strategy", "threads:2", "--strategy", "threads:3"}));
    EXPECT_EQ(outcome.code, 0);
    EXPECT_EQ(outcome.err, "") << "no progress where standard error is no terminal";
    for (const char* text : {"Two waits", "time scale 0.02", "sequential", "baseline (added)", "threads:3",
                             "finished in the order"})
        EXPECT_THAT(outcome.out, HasSubstr(text));
    EXPECT_EQ(runCli(with(quickRun, {"--quiet"})).out, "");
}

TEST(Cli, JsonOnStandardOutputIsPureJson)
{
    const CliOutcome outcome = runCli(with(quickRun, {"--json", "-", "--seed", "77", "--set", "tasks=3"}));
    ASSERT_EQ(outcome.code, 0);
    const Value report = core::parseJson(outcome.out);
    EXPECT_EQ(*report.find("experiment")->find("seed"), Value(77));
    EXPECT_EQ(*report.find("experiment")->find("workload")->find("parameters")->find("tasks"), Value(3));
    EXPECT_EQ(report.find("strategies")->asArray().size(), 2u);
}

TEST(Cli, CsvOnStandardOutputIsPureCsv)
{
    const CliOutcome outcome = runCli(with(quickRun, {"--csv", "-", "--repeats", "5"}));
    ASSERT_EQ(outcome.code, 0);
    EXPECT_THAT(outcome.out, StartsWith("experiment,strategy,runtime,workers,"));
    EXPECT_THAT(outcome.out, EndsWith("\r\n"));
    // A block that the machine disturbed runs anew; the disturbed one is in the file as well, and marked.
    const auto lines = core::split(outcome.out, '\n');
    const auto replaced = std::ranges::count_if(lines, [](const std::string& line) {
        return line.find(",1,1,0\r") != line.npos || line.ends_with(",1,1,1\r");
    });
    EXPECT_EQ(lines.size() - static_cast<std::size_t>(replaced), 1u + 12u + 1u)
        << "a header, five blocks and the warm-up of two strategies";
}

TEST(Cli, WritesFiles)
{
    const TempFolder folder;
    const CliOutcome outcome = runCli(
        with(quickRun, {"--json", (folder / "r.json").string(), "--csv", (folder / "r.csv").string()}));
    ASSERT_EQ(outcome.code, 0);
    EXPECT_THAT(outcome.out, HasSubstr("sequential")) << "the table is printed as well";
    const Value report = core::parseJson(overlap::testing::bytesOf(folder / "r.json"));
    EXPECT_EQ(*report.find("schema"), Value("overlap.report/1"));
    EXPECT_EQ(core::split(overlap::testing::bytesOf(folder / "r.csv"), '\n').size(), 4u);
    EXPECT_EQ(folder.entries(), 2u);
}

TEST(Cli, ASweepTellsItsTimeBeforehandAndItsPointsAfterwards)
{
    const std::vector<std::string> sweep{
        "sweep", "two-waits", "--time-scale", "0.02", "--over", "strategy.workers=1,2,4", "--repeats", "2"};
    const CliOutcome outcome = runCli(sweep);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("This sweep takes about"));
    EXPECT_THAT(outcome.err, HasSubstr("8 runs")) << "sequential once in a block, threads at three values";
    for (const char* text : {"strategy.workers", "threads:1", "threads:4", "median of 2 blocks"})
        EXPECT_THAT(outcome.out, HasSubstr(text));
    const CliOutcome quiet = runCli(with(sweep, {"--quiet", "--csv", "-"}));
    EXPECT_EQ(quiet.err, "");
    EXPECT_EQ(core::split(quiet.out, '\n').size(), 1u + 3u * 2u * 2u + 1u);
    EXPECT_THAT(quiet.out, HasSubstr(",value\r\n"));
}

TEST(Cli, AFileWithASweepRunsAsOne)
{
    const TempFolder folder;
    const auto file =
        folder.write("mine.overlap.json", R"({"schema": "overlap.experiment/1", "id": "mine", "title": "Mine",
        "workload": {"id": "wait", "parameters": {"tasks": 2, "seconds": 0.02}}, "strategies": ["threads:2"],
        "sweep": {"over": "workload.tasks", "values": [2, 4]}})");
    for (const char* command : {"run", "sweep"}) {
        const CliOutcome outcome = runCli({command, file.string(), "--quiet", "--json", "-"});
        ASSERT_EQ(outcome.code, 0) << outcome.err;
        const Value report = core::parseJson(outcome.out);
        EXPECT_TRUE(report.find("strategies")->asArray().empty());
        const auto& points = report.find("points")->asArray();
        ASSERT_EQ(points.size(), 2u);
        EXPECT_EQ(*points[1].find("value"), Value(4));
        EXPECT_EQ(*points[1].find("strategies")->asArray().at(0).find("items"), Value(4));
    }
}

TEST(Cli, SweepsThatCannotBeAreCodeTwo)
{
    expectRefused({"sweep", "two-waits"}, "--over");
    expectRefused({"sweep", "two-waits", "--over", "strategy.workers"}, "strategy.workers");
    expectRefused({"sweep", "two-waits", "--over", "strategy.workers=0"}, "/sweep/values/0");
    expectRefused({"sweep", "two-waits", "--over", "workload.speed=1,2"}, "workload.speed");
    expectRefused({"sweep", "two-waits", "--over", "workload.tasks=2,2"}, "twice");
    expectRefused({"sweep", "two-waits", "--over", "workload.tasks=many"}, "tasks");
    expectRefused({"run", "two-waits", "--over", "workload.tasks=1,2"}, "--over");
    expectRefused({"sweep", "two-waits", "--over", "strategy.workers=1,2", "--strategy", "threads:3"},
                  "a strategy without a number");
}

TEST(Cli, SaysTheCeilingAndWhatWasHeldAgainstIt)
{
    const TempFolder folder;
    const std::string file = folder / "asked.overlap.json";
    std::ofstream(file) << R"({"schema": "overlap.experiment/1", "id": "asked", "title": "Asked",
        "workload": {"id": "wait", "parameters": {"tasks": 4, "seconds": 0.02}},
        "strategies": ["sequential", "threads:2"],
        "expect": [{"strategy": "threads:2", "speedup": {"ofCeiling": 0.1}}]})";
    const std::string out = runCli({"run", file}).out;
    EXPECT_THAT(out,
                ContainsRegex("\nexpected of threads:2: at least 0.1 of the ceiling of [0-9.]+ ×, met\n"));
    // One core has nothing to measure.
    if (out.find("ceiling of 1.00 ×") == std::string::npos) {
        EXPECT_THAT(out,
                    ContainsRegex("\nceiling of this machine: [0-9.]+ × with 2 threads [(]spinning, same "
                                  "blocks[)]\n"));
    }
    EXPECT_EQ(runCli(quickRun).out.find("ceiling"), std::string::npos) << "nobody asked for it";
}

TEST(Cli, AReportFitsItsSchema)
{
    if (std::system("python3 -c 'import jsonschema' >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "python3-jsonschema is not here";
    const TempFolder folder;
    const std::string file = folder / "report.json";
    const std::string command =
        "python3 -c 'import json,sys,jsonschema; jsonschema.validate(json.load(open(sys.argv[1])), "
        "json.load(open(sys.argv[2])))' '" +
        file + "' '" OVERLAP_TEST_DATA "/report.schema.json'";
    ASSERT_EQ(runCli(with(quickRun, {"--quiet", "--json", file})).code, 0);
    EXPECT_EQ(std::system(command.c_str()), 0);
    const std::vector<std::string> sweep{"sweep",   "two-waits", "--time-scale", "0.01", "--set",
                                         "tasks=8", "--quiet",   "--json",       file,   "--repeats",
                                         "5",       "--over"};
    for (const std::string over : {"strategy.workers=1,2,4,8", "workload.tasks=2,4"}) {
        ASSERT_EQ(runCli(with(sweep, {over})).code, 0);
        EXPECT_EQ(std::system(command.c_str()), 0) << over;
    }
}

TEST(Cli, ASweepOverWorkersNamesTheLawAndTheCeiling)
{
    const std::vector<std::string> sweep{"sweep", "two-waits", "--time-scale", "0.02",
                                         "--set", "tasks=16",  "--over"};
    const std::string out = runCli(with(sweep, {"strategy.workers=1,2,4,8", "--repeats", "2"})).out;
    EXPECT_THAT(out, ContainsRegex("\nstrategy +speed-up .*ceiling"));
    EXPECT_THAT(out, ContainsRegex("\n(Amdahl|Gustafson|USL): rate [0-9.]+ .*AICc -?[0-9.]+\n"));
    EXPECT_THAT(out, ContainsRegex("\nThe fastest was threads:8 with [0-9.]+ ×; .*\n"));
    EXPECT_THAT(runCli(with(sweep, {"strategy.workers=1,2"})).out,
                HasSubstr("a law of scaling needs more blocks or more numbers of workers.\n"));
    // Counts in cores, as strategies write them.
    const std::string cores =
        runCli(with(sweep, {"strategy.workers=cores,2xcores", "--quiet", "--csv", "-"})).out;
    EXPECT_THAT(cores, HasSubstr("threads:"));
}

TEST(Cli, ASweepOverAnOptionNamesTheBestValue)
{
    const std::vector<std::string> sweep{"sweep",      "two-waits",     "--time-scale", "0.02",
                                         "--strategy", "gil-threads:2", "--over"};
    const std::string out = runCli(with(sweep, {"strategy.switch=50us,5ms,50ms"})).out;
    EXPECT_THAT(out, ContainsRegex("\nstrategy.switch  strategy"));
    EXPECT_THAT(out, ContainsRegex("\n +50us  gil-threads:2@switch=50us "));
    EXPECT_THAT(
        out,
        ContainsRegex("\ngil-threads:2[^ ]* took least, .*, at strategy.switch = [0-9]+.s; too few blocks"));
    EXPECT_EQ(out.find("ceiling"), std::string::npos) << "workers are not swept";
    expectRefused(with(sweep, {"strategy.switch=5"}), "write the option “switch” like this: switch=5ms");
    expectRefused(with(sweep, {"strategy.switch=1h"}), "/sweep/values/0");
    expectRefused(with(sweep, {"strategy.switch=2s"}), "must be between");
    expectRefused(with(sweep, {"strategy.chunk=1,25"}), "cannot be swept");
    expectRefused(with(sweep, {"strategy.switch=5ms,5ms"}), "stands twice");
}

TEST(Cli, TasksThatFailAreCodeOne)
{
    const CliOutcome outcome = runCli({"run", "web-requests", "--set", "urls=/json /status/503"});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_THAT(outcome.out, HasSubstr("item 2 failed: the server answered with status 503"));
}

TEST(Cli, BadUsageIsCodeTwoAndOneSentence)
{
    expectRefused({}, "list, run, sweep, crossover, predict, advise, doctor or trace");
    expectRefused({"walk"}, "walk");
    expectRefused({"run"}, "preset");
    expectRefused({"run", "no-such-preset"}, "no-such-preset");
    expectRefused({"run", "two-waits", "again"}, "again");
    expectRefused({"run", "two-waits", "--strategy", "threads:0"}, "threads:0");
    expectRefused({"run", "two-waits", "--strategy", "magic"}, "magic");
    expectRefused({"run", "two-waits", "--strategy", "threads:10000000"}, "1024");
    expectRefused({"run", "two-waits", "--set", "tasks=0"}, "tasks");
    expectRefused({"run", "two-waits", "--set", "tasks=many"}, "tasks");
    expectRefused({"run", "two-waits", "--set", "speed=1"}, "speed");
    expectRefused({"run", "two-waits", "--set", "tasks"}, "--set");
    expectRefused({"run", "two-waits", "--repeats", "0"}, "repeats");
    expectRefused({"run", "two-waits", "--repeats", "99999999999"}, "repeats");
    expectRefused({"run", "two-waits", "--time-scale", "nan"}, "timeScale");
    expectRefused({"run", "two-waits", "--time-scale", "0"}, "timeScale");
    expectRefused({"run", "two-waits", "--seed", "-1"}, "seed");
    expectRefused({"run", "two-waits", "--bogus"}, "--bogus");
    expectRefused({"run", "two-waits", "--json"}, "--json");
    expectRefused({"list", "--seed", "1"}, "--seed");
    expectRefused({"run", "web-requests", "--set", "urls=ftp://x/"}, "ftp://x/");
    expectRefused({"run", "web-requests", "--set", "urls=/price/[9-1]"}, "[9-1]");
}

TEST(Cli, AdviceThatCannotBeGivenIsCodeTwoAndOneSentence)
{
    expectRefused({"advise"}, "description");
    expectRefused({"advise", ""}, "description");
    expectRefused({"advise", std::string(2000, 'x')}, "1 to 1000 characters");
    expectRefused({"advise", "a\nb"}, "one line");
    expectRefused({"advise", "\xff"}, "UTF-8");
    expectRefused({"advise", "Download", "pages"}, "pages");
    expectRefused({"advise", "x", "--runtime", "java"}, "--runtime");
    expectRefused({"advise", "x", "--duration", "long"}, "--duration");
    expectRefused({"advise", "x", "--duration", "-1"}, "duration");
    expectRefused({"advise", "x", "--duration", "1e99"}, "duration");
    expectRefused({"advise", "x", "--data", "some"}, "--data");
    expectRefused({"advise", "x", "--data"}, "--data");
    expectRefused({"advise", "x", "--repeats", "5"}, "--repeats");
    expectRefused({"run", "two-waits", "--duration", "5"}, "--duration");
    const TempFolder folder;
    expectRefused({"advise", "x", "--json", (folder / "none" / "x.json").string()}, "x.json");
}

TEST(Cli, AdviceShowsTheWayAndTheLessonsAnswerBesideIt)
{
    const CliOutcome text = runCli({"advise", "Resize 1000 images to create thumbnails"});
    EXPECT_EQ(text.code, 0) << text.err;
    for (const char* part :
         {"Use processes, one for each core. In Overlap: python-processes:",
          "In native code (--runtime native): Use threads", "● What takes the time?", "▸ computing",
          "The lesson's answer: Unclear:", "Why it differs: ", "To be surer, say how long all of it takes"})
        EXPECT_THAT(text.out, HasSubstr(part));

    const CliOutcome json = runCli({"advise", "Quick database lookup", "--runtime", "native", "--duration",
                                    "0.05", "--data", "tiny", "--json", "-"});
    EXPECT_EQ(json.code, 0) << json.err;
    const core::Value advice = core::parseJson(json.out);
    EXPECT_EQ(*advice.find("schema"), core::Value("overlap.advice/1"));
    EXPECT_EQ(*advice.find("family"), core::Value("sequential"));
    EXPECT_EQ(*advice.find("lessonFamily"), core::Value("sequential"));
    EXPECT_EQ(*advice.find("strategy"), core::Value("sequential"));
    EXPECT_EQ(advice.find("path")->asArray().size(), 1U);
    EXPECT_FALSE(advice.find("reasons")->asArray().empty());
}

TEST(Cli, BadFilesAreCodeTwoAndNamed)
{
    const TempFolder folder;
    ASSERT_EQ(mkfifo((folder / "fifo.json").c_str(), 0600), 0);
    expectRefused({"run", folder.path().string()}, folder.path().string());
    expectRefused({"run", (folder / "fifo.json").string()}, "fifo.json");
    expectRefused({"run", (folder / "missing.json").string()}, "missing.json");
    expectRefused({"run", "/dev/zero"}, "/dev/zero");
    expectRefused({"run", folder.write("empty.json", "").string()}, "empty.json");
    expectRefused({"run", folder.write("bytes.json", "\xff\xfe").string()}, "bytes.json");
    expectRefused({"run", folder.write("deep.json", std::string(100'000, '[')).string()}, "deeper than 64");
    expectRefused({"run", folder.write("list.json", "[]").string()}, "list.json");
}

TEST(Cli, AFileRunsLikeAPreset)
{
    const TempFolder folder;
    const auto file =
        folder.write("mine.overlap.json", R"({"schema": "overlap.experiment/1", "id": "mine", "title": "Mine",
        "workload": {"id": "wait", "parameters": {"tasks": 3, "seconds": 0.02}}, "strategies": ["threads:cores"]})");
    const CliOutcome outcome = runCli({"run", file.string(), "--json", "-"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const Value report = core::parseJson(outcome.out);
    EXPECT_EQ(*report.find("strategies")->asArray().at(0).find("addedBaseline"), Value(true));
    EXPECT_EQ(*report.find("experiment")->find("id"), Value("mine"));
}

TEST(Cli, OutputThatCannotBeWrittenIsCodeTwo)
{
    const TempFolder folder; // whose name nobody else makes a folder of
    const CliOutcome file = runCli(with(quickRun, {"--quiet", "--json", folder / "nowhere/r.json"}));
    EXPECT_EQ(file.code, 2);
    EXPECT_THAT(file.err, HasSubstr("nowhere/r.json"));
    EXPECT_EQ(runCli(with(quickRun, {"--quiet", "--csv", "/dev/full"})).code, 2);
}

TEST(Cli, AFullStandardOutputIsNoSuccess)
{
    EXPECT_NE(CliProcess(with(quickRun, {"--json", "-"}), "/dev/full").wait().code, 0);
    EXPECT_NE(CliProcess({"list"}, "/dev/full").wait().code, 0);
    EXPECT_NE(CliProcess(quickRun, "/dev/full").wait().code, 0);
}

TEST(Cli, AnInterruptKeepsPartialResultsAndLeavesNothingBehind)
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        SCOPED_TRACE(number);
        const TempFolder folder;
        const std::string file = folder / "partial.json";
        CliProcess cli(
            {"run", "stores", "--time-scale", "1", "--strategy", "sequential", "--quiet", "--json", file});
        std::set<pid_t> children;
        ASSERT_TRUE(eventually([&] { return !(children = childrenOf(cli.pid())).empty(); }))
            << "the server comes up";
        // Long enough for the first of the fifty requests of one second each.
        std::this_thread::sleep_for(std::chrono::milliseconds(1500));
        const core::Nanoseconds sent = core::monotonicNow();
        cli.signal(number);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        cli.signal(number); // as timeout(1) does
        const CliOutcome outcome = cli.wait();
        EXPECT_LT(core::toSeconds(core::monotonicNow() - sent), 5.0);
        EXPECT_EQ(outcome.code, 3);
        const Value report = core::parseJson(overlap::testing::bytesOf(file));
        EXPECT_EQ(*report.find("cancelled"), Value(true));
        const Value& tasks = *report.find("strategies")->asArray().at(0).find("tasks");
        EXPECT_GE(tasks.find("done")->asInteger(), 1);
        EXPECT_GE(tasks.find("cancelled")->asInteger(), 1);
        for (const pid_t child : children)
            EXPECT_TRUE(eventually([&] { return !isAlive(child); }));
    }
}

TEST(Cli, AnInterruptIsNotToldAsDifferentResults)
{
    CliProcess cli({"run", "two-waits", "--set", "tasks=400", "--set", "seconds=0.05", "--strategy",
                    "threads:400", "--strategy", "sequential"});
    // threads:400 is over in a moment, sequential takes twenty seconds.
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    cli.signal(SIGINT);
    const CliOutcome outcome = cli.wait();
    EXPECT_EQ(outcome.code, 3);
    EXPECT_THAT(outcome.out, HasSubstr("Stopped early"));
    EXPECT_THAT(outcome.out, ::testing::Not(HasSubstr("different results")));
}

TEST(Cli, EvenKilledItLeavesNoServerBehind)
{
    CliProcess cli({"run", "stores", "--time-scale", "1", "--quiet"});
    std::set<pid_t> children;
    ASSERT_TRUE(eventually([&] { return !(children = childrenOf(cli.pid())).empty(); }));
    cli.signal(SIGKILL);
    EXPECT_EQ(cli.wait().code, 128 + SIGKILL);
    for (const pid_t child : children)
        EXPECT_TRUE(eventually([&] { return !isAlive(child); }));
}

TEST(Cli, DoctorTellsTheMachine)
{
    const CliOutcome outcome = runCli({"doctor"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    for (const char* word : {"Cores", "usable of", "Virtual machine", "noise floor", "against itself",
                             "reading the clock", "recording a state change", "an HTTP request"})
        EXPECT_THAT(outcome.out, HasSubstr(word));
}

TEST(Cli, DoctorSaysWhyThereIsNoPythonToCompareWith)
{
    const TempFolder folder;
    const auto fake = folder.write("python", "#!/bin/sh\necho no Python\n");
    std::filesystem::permissions(fake, std::filesystem::perms::owner_all);
    for (const std::string& interpreter : {fake.string(), (folder / "none").string()}) {
        ::setenv("OVERLAP_PYTHON", interpreter.c_str(), 1);
        expectRefused({"doctor", "--gil"}, interpreter);
    }
    ::unsetenv("OVERLAP_PYTHON");
}

#ifdef OVERLAP_HEADLESS
TEST(Cli, TheHeadlessBuildKnowsNoQt)
{
    FILE* pipe = popen("ldd " OVERLAP_BUILD_ROOT "/bin/overlap-cli 2>&1", "r");
    ASSERT_TRUE(pipe);
    std::string libraries;
    char line[512];
    while (std::fgets(line, sizeof line, pipe))
        libraries += line;
    ASSERT_EQ(pclose(pipe), 0);
    EXPECT_THAT(libraries, HasSubstr("libc.so"));
    EXPECT_THAT(libraries, ::testing::Not(HasSubstr("Qt")));
    EXPECT_THAT(libraries, ::testing::Not(HasSubstr("qcustomplot")));
}

TEST(Cli, TheHeadlessBuildSaysThatItDrawsNoCharts)
{
    expectRefused({"run", "two-waits", "--chart", "gantt=x.png"}, "draws no charts");
}
#else
TEST(Cli, AChartBelongsToASweepOrToARun)
{
    expectRefused({"run", "two-waits", "--chart", "scaling=x.png"}, "the chart “scaling” needs a sweep");
    expectRefused({"sweep", "two-waits", "--over", "workload.tasks=2,3", "--chart", "timings=x.png"},
                  "of a sweep there is the chart “scaling” alone");
}
#endif
