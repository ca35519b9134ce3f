// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes leave and enter through the real command line.
#include "cli_process.h"
#include "core/json.h"
#include "exporting/run_file.h"
#include "support/saved_runs.h"
#include "support/timeline_laws.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap;
using overlap::testing::CliOutcome;
using overlap::testing::runCli;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

core::SavedRun opened(const std::filesystem::path& path)
{
    return exporting::openRunFile(path).value();
}

/// Every kind of lane that strategies make: workers, a holder, slots, feeder and collector, processes.
void runEverything(const std::filesystem::path& timeline, const std::filesystem::path& trace)
{
    const CliOutcome outcome =
        runCli({"run",         "two-waits",   "--strategy",    "sequential",      "--strategy",
                "threads:2",   "--strategy",  "gil-threads:2", "--strategy",      "event-loop:2",
                "--strategy",  "processes:2", "--strategy",    "pipeline:2",      "--time-scale",
                "0.05",        "--quiet",     "--timeline",    timeline.string(), "--trace",
                trace.string()});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
}

} // namespace

TEST(Trace, ARealRunComesBackFromBothFilesAlike)
{
    const overlap::testing::TempFolder folder;
    runEverything(folder / "run.timeline", folder / "run.json");
    const core::SavedRun fromTimeline = opened(folder / "run.timeline");
    ASSERT_EQ(fromTimeline.bands.size(), 6u);
    for (const core::SavedBand& band : fromTimeline.bands)
        EXPECT_EQ(overlap::testing::brokenLaw(*band.timeline), "") << band.strategy.text();
    EXPECT_EQ(overlap::testing::difference(fromTimeline, opened(folder / "run.json")), "");
    EXPECT_THAT(fromTimeline.program, StartsWith("Overlap"));
    EXPECT_FALSE(fromTimeline.items.empty());

    // And once more around, through the command itself.
    const CliOutcome converted =
        runCli({"trace", (folder / "run.json").string(), "--quiet", "--timeline",
                (folder / "again.timeline").string(), "--trace", (folder / "again.json").string()});
    ASSERT_EQ(converted.code, 0) << converted.err;
    EXPECT_EQ(overlap::testing::bytesOf(folder / "again.timeline"),
              overlap::testing::bytesOf(folder / "run.timeline"));
    EXPECT_EQ(overlap::testing::bytesOf(folder / "again.json"),
              overlap::testing::bytesOf(folder / "run.json"));
}

TEST(Trace, TellsLanesLedgerAndStatistics)
{
    const overlap::testing::TempFolder folder;
    runEverything(folder / "run.timeline", folder / "run.json");
    const CliOutcome told = runCli({"trace", (folder / "run.timeline").string()});
    EXPECT_EQ(told.code, 0) << told.err;
    EXPECT_THAT(told.out, HasSubstr("threads:2 · "));
    EXPECT_THAT(told.out, HasSubstr("worker 2"));
    EXPECT_THAT(told.out, HasSubstr("all workers"));
    EXPECT_THAT(told.out, HasSubstr("Tasks: 2 done; of those done, shortest "));

    const CliOutcome json = runCli({"trace", (folder / "run.timeline").string(), "--json", "-"});
    ASSERT_EQ(json.code, 0) << json.err;
    const core::Value document = core::parseJson(json.out);
    EXPECT_EQ(document.find("schema")->asString(), "overlap.lanes/1");
    for (const core::Value& band : document.find("bands")->asArray()) {
        double sum = 0;
        for (const auto& [state, share] : band.find("ledger")->asObject())
            sum += share.asNumber();
        EXPECT_NEAR(sum, 1, 1e-9) << band.find("name")->asString();
    }
    const CliOutcome csv = runCli({"trace", (folder / "run.timeline").string(), "--csv", "-"});
    EXPECT_THAT(csv.out, StartsWith("band,lane,kind,spans,lost_records,computing_s,waiting_s,"));
    EXPECT_THAT(csv.out, HasSubstr("\r\nevent-loop:2,"));
}

TEST(Trace, AFileOfAnotherProgramHasTheSameFigures)
{
    const overlap::testing::TempFolder folder;
    const auto file = folder.write("other.json", R"([
        {"ph":"M","name":"process_name","pid":1,"args":{"name":"server"}},
        {"ph":"X","name":"request","pid":1,"tid":1,"ts":0,"dur":1000},
        {"ph":"X","name":"poll","pid":1,"tid":1,"ts":250,"dur":500},
        {"ph":"X","name":"request","pid":1,"tid":2,"ts":0,"dur":500},
        {"ph":"i","name":"here","pid":1,"tid":2,"ts":3})");
    const CliOutcome told = runCli({"trace", file.string()});
    EXPECT_EQ(told.code, 0) << told.err;
    EXPECT_THAT(told.out, StartsWith("other\n\nserver:2 · 1.00 ms · 2 workers · 4 spans\n"));
    EXPECT_THAT(told.out, HasSubstr("all workers              4     50.0 %   25.0 %  25.0 %\n"));
    EXPECT_THAT(told.out,
                HasSubstr("Tasks: 2 done; of those done, shortest 500 µs, median 750 µs, longest 1.00 ms"));
    EXPECT_THAT(told.out, HasSubstr("Note: 1 event of a kind that lanes cannot show was left out."));
}

TEST(Trace, WhatCannotBeOpenedIsOneSentence)
{
    const overlap::testing::TempFolder folder;
    runEverything(folder / "run.timeline", folder / "run.json");
    const std::string timeline = overlap::testing::bytesOf(folder / "run.timeline");
    const std::string trace = overlap::testing::bytesOf(folder / "run.json");
    const std::vector<std::pair<std::string, std::string>> files{
        {timeline.substr(0, timeline.size() / 2), "at byte 16: the file had"},
        {trace.substr(0, trace.size() / 2), "the file ends too early"},
        {"{\"schema\":\"overlap.experiment/1\"}", "this is no trace"},
        {"", "the file ends too early"},
        {"\x89OVT\r\n\x1a\n", "the file ends too early"}};
    for (const auto& [bytes, sentence] : files) {
        const auto file = folder.write("broken", bytes);
        const CliOutcome outcome = runCli({"trace", file.string()});
        EXPECT_EQ(outcome.code, 2);
        EXPECT_THAT(outcome.err, HasSubstr(sentence));
        EXPECT_THAT(outcome.err, HasSubstr(file.string()));
        EXPECT_EQ(std::ranges::count(outcome.err, '\n'), 1);
        EXPECT_EQ(outcome.out, "");
    }
    EXPECT_EQ(runCli({"trace", (folder / "nowhere").string()}).code, 2);
}

#ifndef OVERLAP_HEADLESS
TEST(Trace, LanesAreDrawn)
{
    const overlap::testing::TempFolder folder;
    runEverything(folder / "run.timeline", folder / "run.json");
    const CliOutcome drawn = runCli({"trace", (folder / "run.timeline").string(), "--quiet", "--chart",
                                     "lanes=" + (folder / "lanes.svg").string()});
    EXPECT_EQ(drawn.code, 0) << drawn.err;
    EXPECT_THAT(overlap::testing::bytesOf(folder / "lanes.svg"), HasSubstr("</svg>"));
    EXPECT_THAT(runCli({"trace", (folder / "run.timeline").string(), "--chart", "timings=a.png"}).err,
                HasSubstr("there is the chart “lanes” alone"));
}
#endif
