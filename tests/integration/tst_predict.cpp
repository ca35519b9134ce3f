// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Forecasts on the command line: from one run, from a report, held against what then happens.
#include "cli_process.h"
#include "core/file.h"
#include "core/forecast_record.h"
#include "core/json.h"

#include <algorithm>
#include <gmock/gmock.h>

using namespace overlap;
using core::Value;
using overlap::testing::CliOutcome;
using overlap::testing::runCli;
using overlap::testing::TempFolder;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

namespace {

const std::vector<std::string> quickWaits{"--set", "tasks=8", "--time-scale", "0.05"};

CliOutcome predict(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "predict");
    return runCli(std::move(arguments));
}

Value predicted(std::vector<std::string> arguments)
{
    arguments.insert(arguments.end(), {"--json", "-"});
    const CliOutcome outcome = predict(std::move(arguments));
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return core::parseJson(outcome.out);
}

const Value& forecastOf(const Value& document, std::string_view strategy)
{
    const auto& list = document.find("forecasts")->asArray();
    const auto found = std::ranges::find_if(
        list, [&](const Value& forecast) { return forecast.find("strategy")->asString() == strategy; });
    if (found == list.end())
        throw std::runtime_error("no forecast of " + std::string(strategy));
    return *found;
}

double speedupOf(const Value& document, std::string_view strategy)
{
    return forecastOf(document, strategy).find("speedup")->asNumber();
}

void expectRefused(std::vector<std::string> arguments, const char* sentence)
{
    const CliOutcome outcome = predict(std::move(arguments));
    EXPECT_EQ(outcome.code, 2) << sentence;
    EXPECT_THAT(outcome.err, HasSubstr(sentence));
    EXPECT_EQ(std::ranges::count(outcome.err, '\n'), 1) << outcome.err;
    EXPECT_THAT(outcome.out, IsEmpty());
}

std::string reportOfWaits(const TempFolder& folder)
{
    const std::string file = folder / "report.json";
    std::vector<std::string> arguments{"run", "two-waits", "--quiet", "--json", file};
    arguments.insert(arguments.end(), quickWaits.begin(), quickWaits.end());
    EXPECT_EQ(runCli(arguments).code, 0);
    return file;
}

} // namespace

TEST(Predict, OneRunTellsWhatOtherNumbersOfWorkersWouldMakeOfIt)
{
    const Value document = predicted({"two-waits", "--set", "tasks=8", "--time-scale", "0.05", "--strategy",
                                      "threads:2", "--strategy", "threads:8", "--strategy", "event-loop:4"});
    EXPECT_NEAR(speedupOf(document, "threads:2"), 2, 0.1);
    EXPECT_NEAR(speedupOf(document, "threads:8"), 8, 0.8);
    EXPECT_NEAR(speedupOf(document, "event-loop:4"), 4, 0.2);
    EXPECT_TRUE(forecastOf(document, "sequential").find("baseline")->asBoolean());
    EXPECT_TRUE(forecastOf(document, "threads:2").find("measuredSeconds")->isNull());
    EXPECT_TRUE(document.find("medianError")->isNull());
}

TEST(Predict, AReportIsEnoughForAMachineWithOtherCores)
{
    const TempFolder folder;
    const std::string file = folder / "sums.json";
    ASSERT_EQ(runCli({"run", "two-sums", "--set", "count=40000000", "--strategy", "sequential", "--quiet",
                      "--json", file})
                  .code,
              0);
    const auto speedup = [&](const char* cores) {
        return speedupOf(predicted({"--from", file, "--cores", cores, "--strategy", "threads:2"}),
                         "threads:2");
    };
    EXPECT_NEAR(speedup("1"), 1, 0.05);
    EXPECT_GT(speedup("2"), 1.1); // cores may slow each other down here
    EXPECT_EQ(
        forecastOf(predicted({"--from", file, "--cores", "64", "--strategy", "threads:cores"}), "threads:64")
            .find("runtime")
            ->asString(),
        "native");
    expectRefused({"--from", file, "--strategy", "python-threads:2"}, "python-");
}

TEST(Predict, SaysThatItIsOneAndHoldsItAgainstWhatHappens)
{
    const CliOutcome alone = predict({"two-waits", "--time-scale", "0.05"});
    EXPECT_EQ(alone.code, 0);
    EXPECT_THAT(alone.out, AllOf(HasSubstr("A prediction, not a measurement"), HasSubstr("threads:2"),
                                 Not(HasSubstr("measured "))));
    const CliOutcome checked = predict({"two-waits", "--time-scale", "0.05", "--check"});
    EXPECT_EQ(checked.code, 0);
    EXPECT_THAT(checked.out, AllOf(HasSubstr("error as busy"), HasSubstr("The median error")));
    const Value document = predicted({"two-waits", "--time-scale", "0.05", "--check"});
    const Value& threads = forecastOf(document, "threads:2");
    EXPECT_NEAR(threads.find("error")->asNumber(),
                threads.find("wallSeconds")->asNumber() / threads.find("measuredSeconds")->asNumber() - 1,
                1e-9);
    EXPECT_NEAR(document.find("medianError")->asNumber(), std::abs(threads.find("error")->asNumber()), 1e-12);
}

// One score for all forecasts ever checked, whichever program and command checked them.
TEST(Predict, KeepsTheScoreOfAllForecastsThatWereChecked)
{
    const TempFolder folder;
    const std::string usual = std::getenv("XDG_STATE_HOME");
    setenv("XDG_STATE_HOME", folder.path().c_str(), 1);
    const core::ForecastRecord record(folder / "overlap/forecasts.tsv");
    ASSERT_TRUE(record.add({{"threads:8", 2, 1, false}, {"threads:9", 1, 1, true}}));

    EXPECT_TRUE(predicted({"two-waits", "--time-scale", "0.05"}).find("runningScore")->isNull());
    EXPECT_EQ(record.read().size(), 2u);
    const Value running = *predicted({"two-waits", "--time-scale", "0.05", "--check"}).find("runningScore");
    const auto all = record.read();
    EXPECT_EQ(running.find("of")->asInteger(), static_cast<std::int64_t>(all.size()));
    ASSERT_GT(all.size(), 2u);
    EXPECT_EQ(all.back().strategy, "threads:2");
    EXPECT_EQ(running.find("hits")->asInteger(), std::ranges::count(all, true, &core::CheckedForecast::hit));

    const CliOutcome advice = runCli({"advise", "--measure", "two-waits", "--time-scale", "0.02", "--repeats",
                                      "1", "--strategy", "sequential", "--strategy", "threads:2"});
    EXPECT_EQ(advice.code, 0) << advice.err;
    EXPECT_EQ(record.read().size(), all.size() + 1);
    EXPECT_THAT(advice.out, HasSubstr("of " + std::to_string(all.size() + 1) + " came true"));

    std::filesystem::remove_all(folder / "overlap");
    std::ofstream(folder / "overlap") << "no folder";
    const CliOutcome unkept = predict({"two-waits", "--time-scale", "0.05", "--check"});
    EXPECT_EQ(unkept.code, 0);
    EXPECT_THAT(unkept.out, HasSubstr("could not be added to " + record.file().string()));
    setenv("XDG_STATE_HOME", usual.c_str(), 1);
}

#ifndef OVERLAP_SANITIZED // times mean nothing there

/// Numbers of workers that nobody had tried, at most three times: other programs may come in between.
void expectWithin(double most, const char* error, const std::vector<std::string>& arguments)
{
    std::string missed;
    for (int attempt = 0; attempt < 3; ++attempt) {
        const Value document = predicted(arguments);
        missed.clear();
        for (const Value& forecast : document.find("forecasts")->asArray()) {
            const Value& off = *forecast.find(error);
            if (!off.isNumber() || std::abs(off.asNumber()) > most)
                missed += " " + core::writeJson(forecast, core::JsonStyle::compact);
        }
        if (missed.empty())
            return;
    }
    ADD_FAILURE() << missed;
}

TEST(Predict, ForecastsOfWaitsAreWithinFifteenPerCent)
{
    expectWithin(0.15, "error",
                 {"stores", "--time-scale", "0.05", "--strategy", "threads:3", "--strategy", "threads:7",
                  "--strategy", "event-loop:25", "--strategy", "processes:4", "--check"});
    expectWithin(0.15, "error",
                 {"assembly-line", "--time-scale", "0.2", "--strategy", "pipeline:1,2,1@queues=1/1/1",
                  "--strategy", "pipeline:3,3,2", "--check"});
}

TEST(Predict, ForecastsOfComputingAreWithinAQuarter)
{
    expectWithin(0.25, "errorAsBusy",
                 {"heavy-chunks", "--set", "items=8000000", "--set", "chunks=6", "--strategy", "threads:1",
                  "--strategy", "threads:3", "--strategy", "processes:2", "--strategy", "gil-threads:3",
                  "--check"});
}

#endif

TEST(Predict, WhatCannotBeForecastIsRefusedInOneSentence)
{
    const TempFolder folder;
    const std::string report = reportOfWaits(folder);
    expectRefused({"no-such-preset"}, "no-such-preset");
    expectRefused({"two-waits", "--cores", "300"}, "between 1 and 256");
    expectRefused({"two-waits", "--strategy", "threads:0"}, "threads:0");
    expectRefused({"two-waits", "--cores", "200", "--check"}, "only a forecast for as many can be checked");
    expectRefused({"--from", (folder / "missing.json").string()}, "missing.json");
    expectRefused({"--from", folder.write("list.json", "[]").string()}, "this is no report of an experiment");
    expectRefused({"--from", folder.write("deep.json", std::string(100'000, '[')).string()},
                  "deeper than 64");
    expectRefused({"two-waits", "--from", report}, "of other work");

    const auto changed = [&](const char* key, const Value& value) {
        Value document =
            core::parseJson(runCli({"run", "two-waits", "--time-scale", "0.05", "--json", "-"}).out);
        document.set(key, value);
        return folder.write("changed.json", core::writeJson(document)).string();
    };
    expectRefused({"--from", changed("profiles", Value::array())}, "this report has no profile of the work");
    expectRefused({"--from", changed("profiles", core::parseJson("[{}]"))}, "/profiles/0");
    expectRefused({"--from", changed("profiles", core::parseJson("[7]"))}, "no profile of a piece of work");
    const Value otherStages = core::parseJson(R"([{"runtime": "native", "strategy": "sequential",
        "stages": ["one"], "items": 1, "sample": [[0, 0, [0, 9000000]]]}])");
    expectRefused({"--from", changed("profiles", otherStages), "--strategy", "python-threads:2"}, "python-");
    const std::string line = folder / "line.json";
    ASSERT_EQ(runCli({"run", "assembly-line", "--time-scale", "0.02", "--strategy", "sequential", "--quiet",
                      "--json", line})
                  .code,
              0);
    Value document = core::parseJson(core::readFile(line, 1 << 20));
    document.set("profiles", otherStages);
    core::writeFile(line, core::writeJson(document));
    expectRefused({"--from", line, "--strategy", "pipeline:1,1,1"}, "no profile from which pipeline:1,1,1");
    expectRefused({"--from", changed("experiment", core::parseJson("{}"))}, "/experiment");
}

TEST(Predict, ASweepOverWorkersIsForecastAndOneOverTheWorkRefused)
{
    const TempFolder folder;
    const auto sweep = [&](const char* over, const char* strategies) {
        return folder
            .write("mine.overlap.json",
                   std::string(R"({"schema": "overlap.experiment/1", "id": "mine", "title": "Mine",
                        "workload": {"id": "wait", "parameters": {"tasks": 4, "seconds": 0.02}}, "strategies": [)") +
                       strategies + R"(], "sweep": )" + over + "}")
            .string();
    };
    const Value document =
        predicted({sweep(R"({"over": "strategy.workers", "values": [1, 2, 4]})", "\"threads\"")});
    EXPECT_NEAR(speedupOf(document, "threads:4"), 4, 0.5);
    EXPECT_NEAR(speedupOf(document, "threads:1"), 1, 0.1);
    expectRefused({sweep(R"({"over": "workload.tasks", "values": [1, 2]})", "\"threads:2\"")},
                  "a forecast is of one piece of work");
}
