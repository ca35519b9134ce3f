// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where one strategy overtakes another, on the command line: a crossing that is known by construction, what
// is kept of it, and how it ends.
#include "cli_process.h"
#include "core/file.h"
#include "core/json.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <gmock/gmock.h>
#include <thread>

using namespace overlap;
using core::Value;
using overlap::testing::CliOutcome;
using overlap::testing::CliProcess;
using overlap::testing::runCli;
using overlap::testing::TempFolder;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

namespace {

const std::string line = "pipeline:1,1@queues=0/5,timeout=45ms";

/// One after the other n items take 10 ms each. On a line of two stages they take 5 ms each, 5 ms for the
/// first and 45 ms until the consumer gives up: as long where n is 10, and whatever every wait takes longer
/// makes it fewer.
CliOutcome crossover(std::vector<std::string> more)
{
    std::vector<std::string> arguments{"crossover",  "producer-consumer",
                                       "--strategy", "sequential",
                                       "--strategy", line,
                                       "--set",      "produceLeast=0.005",
                                       "--set",      "produceMost=0.005",
                                       "--set",      "consumeLeast=0.005",
                                       "--set",      "consumeMost=0.005",
                                       "--over",     "workload.items=2,30"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runCli(std::move(arguments));
}

void expectRefused(std::vector<std::string> arguments, const char* sentence)
{
    arguments.insert(arguments.begin(), "crossover");
    const CliOutcome outcome = runCli(std::move(arguments));
    EXPECT_EQ(outcome.code, 2) << sentence;
    EXPECT_THAT(outcome.err, AllOf(StartsWith("overlap-cli: "), HasSubstr(sentence)));
    EXPECT_EQ(std::ranges::count(outcome.err, '\n'), 1) << outcome.err;
    EXPECT_THAT(outcome.out, IsEmpty());
}

int recomputed(const std::string& arguments)
{
    return std::system(("python3 '" OVERLAP_RECOMPUTE "' " + arguments + " >&2").c_str());
}

} // namespace

TEST(Crossover, AKnownPlaceIsFoundAndEveryFigureFollowsFromTheRuns)
{
    const TempFolder folder;
    const std::string file = folder / "crossover.json";
    const std::string csv = folder / "runs.csv";
    const CliOutcome outcome = crossover({"--repeats", "5", "--points", "8", "--json", file, "--csv", csv});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, AllOf(HasSubstr(line + " overtakes sequential where workload.items is between"),
                                   HasSubstr("98.8 %"), HasSubstr("5 blocks at each")));
    EXPECT_THAT(outcome.err, HasSubstr("workload.items = 2: " + line));

    const Value document = core::parseJson(core::readFile(file, 64 * 1024 * 1024));
    EXPECT_EQ(document.find("schema")->asString(), "overlap.crossover/1");
    const Value& answer = *document.find("answer");
    EXPECT_EQ(answer.find("outcome")->asString(), "crossing") << outcome.out;
    const auto& crossings = answer.find("crossings")->asArray();
    ASSERT_EQ(crossings.size(), 1u);
    EXPECT_EQ(crossings[0].find("faster")->asString(), line);
    EXPECT_LE(crossings[0].find("low")->asInteger(), 11);
    EXPECT_GE(crossings[0].find("high")->asInteger(), 7);
    EXPECT_TRUE(crossings[0].find("taskSeconds")->isNull()) << "the number of tasks is what varies";
    EXPECT_LE(document.find("points")->asArray().size(), 8u);
    EXPECT_EQ(recomputed("'" + file + "'"), 0);
    EXPECT_EQ(recomputed("--planted '" + file + "'"), 0) << "a planted figure must be found";
    EXPECT_THAT(core::readFile(csv, 64 * 1024 * 1024), HasSubstr(",outlier,value\r\n"));
}

TEST(Crossover, TheRangeMayComeFromASweepOverTheWork)
{
    // From a thousandth of a second of work to two, none of which waits for the largest value.
    CliProcess cli({"crossover", "worth-it", "--points", "5", "--json", "-"});
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    cli.signal(SIGINT);
    const CliOutcome outcome = cli.wait();
    EXPECT_EQ(outcome.code, 3) << "stopped: " << outcome.err;
    const Value document = core::parseJson(outcome.out);
    EXPECT_TRUE(document.find("cancelled")->asBoolean());
    EXPECT_EQ(document.find("over")->asString(), "workload.work");
    const auto& ends = document.find("experiment")->find("sweep")->find("values")->asArray();
    EXPECT_EQ(ends.at(0).asNumber(), 0.001);
    EXPECT_EQ(ends.at(1).asNumber(), 1.0);
    EXPECT_EQ(document.find("between")->asArray()[0].asString(), "sequential");
    EXPECT_EQ(document.find("experiment")->find("repeats")->asInteger(), 10);
    EXPECT_THAT(document.find("answer")->find("sentence")->asString(), HasSubstr("stopped before both ends"));
}

TEST(Crossover, WhatIsWrongIsSaidBeforeAnythingRuns)
{
    expectRefused({}, "crossover needs the id of a preset or a file");
    expectRefused({"stores"}, "say where to look: --over workload.NAME=LOW,HIGH");
    expectRefused({"worth-it", "--over", "workload.work=0.1,0.01"},
                  "/sweep/values: the lower end of the range, 0.1, must be below the upper one, 0.01");
    expectRefused({"worth-it", "--over", "workload.work=1,2,3"}, "between two values, LOW,HIGH; here are 3");
    expectRefused({"worth-it", "--over", "strategy.workers=1,2"}, "not over “strategy.workers”");
    expectRefused({"worth-it", "--over", "workload.work=0,1"}, "“work” must be between 0.0001 and 600");
    expectRefused({"worth-it", "--over", "workload.length=1,2"}, "“workload.length” cannot be swept");
    expectRefused({"worth-it", "--over", "workload.work"}, "NAME=VALUE");
    expectRefused({"worth-it", "--repeats", "4"}, "“repeats” must be between 5 and 1000");
    expectRefused({"worth-it", "--points", "4"}, "--points: “points” must be between 5 and 30");
    expectRefused(
        {"worth-it", "--strategy", "sequential", "--strategy", "threads:2", "--strategy", "threads:3"},
        "between two strategies; here are 3");
    expectRefused({"worth-it", "--json", "-", "--csv", "-"}, "only one of --json and --csv");
#ifdef OVERLAP_HEADLESS
    expectRefused({"worth-it", "--chart", "crossover=a.svg"}, "draws no charts");
#else
    expectRefused({"worth-it", "--chart", "gantt=a.svg"},
                  "of a crossover there is the chart “crossover” alone");
    expectRefused({"worth-it", "--chart", "crossover=a.gif"}, "“a.gif” does not end in .png, .svg or .pdf");
#endif
}

#ifndef OVERLAP_HEADLESS
TEST(Crossover, HasAChart)
{
    const TempFolder folder;
    const std::string svg = folder / "crossover.svg";
    const CliOutcome outcome =
        crossover({"--repeats", "5", "--points", "5", "--quiet", "--chart", "crossover=" + svg});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_THAT(outcome.out + outcome.err, IsEmpty());
    EXPECT_THAT(core::readFile(svg, 8 * 1024 * 1024), HasSubstr("<svg"));
}
#endif
