// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every figure of a saved report follows from its raw samples: checked by a script that shares no code with
// the program, and the script by planting wrong figures.
#include "cli_process.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>

using overlap::testing::CliOutcome;
using overlap::testing::runCli;
using overlap::testing::TempFolder;

namespace {

int script(const std::string& arguments)
{
    const std::string command = "python3 '" OVERLAP_RECOMPUTE "' " + arguments + " >&2";
    return std::system(command.c_str());
}

std::string quoted(const std::string& file)
{
    return "'" + file + "'";
}

void makeReport(std::vector<std::string> arguments, const std::string& file)
{
    arguments.insert(arguments.end(), {"--quiet", "--json", file});
    const CliOutcome outcome = runCli(std::move(arguments));
    ASSERT_EQ(outcome.code, 0) << outcome.err;
}

} // namespace

TEST(Recompute, TenBlocksAndMoreGiveEveryFigureBack)
{
    const TempFolder folder;
    const std::string file = folder / "report.json";
    makeReport({"run", "two-waits", "--time-scale", "0.01", "--repeats", "12", "--strategy", "threads:2",
                "--strategy", "threads:4", "--seed", "7"},
               file);
    EXPECT_EQ(script(quoted(file)), 0);
    EXPECT_EQ(script("--planted " + quoted(file)), 0) << "a planted figure must be found";
}

TEST(Recompute, CeilingsAndWhatIsHeldAgainstThemToo)
{
    const TempFolder folder;
    const std::string asked = folder / "asked.overlap.json";
    std::ofstream(asked) << R"({"schema": "overlap.experiment/1", "id": "asked", "title": "Asked",
        "workload": {"id": "wait", "parameters": {"tasks": 4, "seconds": 0.01}},
        "strategies": ["sequential", "threads:2", "threads:4"], "repeats": 6,
        "expect": [{"strategy": "threads:4", "speedup": {"ofCeiling": 0.5}},
                   {"strategy": "sequential", "speedup": {"ofCeiling": 0.5}},
                   {"strategy": "threads:2", "speedup": {"atLeast": 0.1, "atMost": 100, "ofCeiling": 1.5}}]})";
    const std::string file = folder / "report.json";
    makeReport({"run", asked}, file);
    EXPECT_EQ(script(quoted(file)), 0);
    EXPECT_EQ(script("--planted " + quoted(file)), 0) << "a planted figure must be found";
}

TEST(Recompute, TheBottleneckOfAPipelineToo)
{
    const TempFolder folder;
    const std::string file = folder / "report.json";
    makeReport({"run", "assembly-line", "--time-scale", "0.02", "--repeats", "3", "--strategy", "sequential",
                "--strategy", "pipeline:1,1,1@queues=3/3/0", "--strategy", "pipeline:4,5,3"},
               file);
    EXPECT_EQ(script(quoted(file)), 0);
    EXPECT_EQ(script("--planted " + quoted(file)), 0) << "a planted figure must be found";
}

TEST(Recompute, FewBlocksAndSweepsToo)
{
    const TempFolder folder;
    const std::string few = folder / "few.json";
    makeReport({"run", "two-waits", "--time-scale", "0.01", "--repeats", "3"}, few);
    EXPECT_EQ(script(quoted(few)), 0);
    const std::string sweep = folder / "sweep.json";
    makeReport(
        {"sweep", "two-waits", "--time-scale", "0.01", "--repeats", "10", "--over", "strategy.workers=1,2"},
        sweep);
    EXPECT_EQ(script(quoted(sweep)), 0);
}

TEST(Recompute, LawsOfScalingAndBestValuesToo)
{
    const TempFolder folder;
    const std::string workers = folder / "workers.json";
    makeReport({"sweep", "two-waits", "--time-scale", "0.01", "--repeats", "6", "--set", "tasks=8", "--over",
                "strategy.workers=1,2,4,8"},
               workers);
    EXPECT_EQ(script(quoted(workers)), 0);
    EXPECT_EQ(script("--planted " + quoted(workers)), 0) << "a planted figure must be found";
    const std::string option = folder / "option.json";
    makeReport({"sweep", "two-waits", "--time-scale", "0.01", "--repeats", "5", "--strategy", "processes:2",
                "--strategy", "gil-threads:2", "--over", "strategy.chunk=1,2"},
               option);
    EXPECT_EQ(script(quoted(option)), 0);
    EXPECT_EQ(script("--planted " + quoted(option)), 0) << "a planted figure must be found";
    const std::string work = folder / "work.json";
    makeReport(
        {"sweep", "two-waits", "--time-scale", "0.01", "--repeats", "5", "--over", "workload.tasks=2,4"},
        work);
    EXPECT_EQ(script(quoted(work)), 0);
}
