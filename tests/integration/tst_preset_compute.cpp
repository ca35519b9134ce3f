// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The presets that compute: what must come out of them, on whatever machine.
#include "cli_process.h"
#include "core/file.h"
#include "core/json.h"
#include "core/paths.h"
#include "preset_report.h"
#include "support/temp_folder.h"

#include <algorithm>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <vector>

using namespace overlap;
using core::Value;
using overlap::testing::CliOutcome;
using overlap::testing::expectSound;
using overlap::testing::isDisturbed;
using overlap::testing::measures;
using overlap::testing::meetsItsExpectations;
using overlap::testing::runCli;
using overlap::testing::secondsIn;
using overlap::testing::strategyOf;
using ::testing::AllOf;
using ::testing::HasSubstr;

namespace {

Value reportOf(std::vector<std::string> arguments)
{
    arguments.insert(arguments.end(), {"--json", "-"});
    const CliOutcome outcome = runCli(std::move(arguments));
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return core::parseJson(outcome.out);
}

double speedupOf(const Value& report, std::string_view strategy)
{
    return strategyOf(report, strategy).find("speedup")->find("value")->asNumber();
}

std::vector<std::string> namesOf(const Value& report)
{
    std::vector<std::string> names;
    for (const Value& strategy : report.find("strategies")->asArray())
        names.push_back(strategy.find("strategy")->asString());
    return names;
}

/// Python has its own amount of work, and tests of its own.
std::vector<Value> nativeOf(const Value& report)
{
    std::vector<Value> strategies;
    for (const Value& strategy : report.find("strategies")->asArray()) {
        if (*strategy.find("runtime") == Value("native"))
            strategies.push_back(strategy);
    }
    return strategies;
}

/// What the first run of a strategy came to.
const Value& summaryOf(const Value& strategy)
{
    return *strategy.find("runs")->asArray().front().find("summary");
}

enum class Times { hold, doNotHold, unknown };

/// Runs an experiment until what its times must say holds, at most three times. A disturbed block says
/// nothing.
Times timesOf(const std::vector<std::string>& arguments, const std::function<void(const Value&)>& always,
              const std::function<bool(const Value&)>& holds)
{
    Times times = Times::unknown;
    for (int attempt = 0; attempt < 3; ++attempt) {
        const Value report = reportOf(arguments);
        always(report);
        if (!measures)
            return Times::hold;
        if (isDisturbed(report))
            continue;
        if (holds(report))
            return Times::hold;
        times = Times::doNotHold;
    }
    return times;
}

void expectTimes(Times times, const std::string& said)
{
    if (times == Times::unknown)
        GTEST_SKIP() << "something else kept this machine busy every time";
    EXPECT_EQ(times, Times::hold) << said;
}

struct Preset
{
    const char* id;
    int items;
    std::vector<std::string> strategies;
    const char* quick; ///< for builds in which every step takes many times as long
};

void PrintTo(const Preset& preset, std::ostream* stream)
{
    *stream << preset.id;
}

std::vector<Preset> shipped()
{
    return {{"two-sums",
             2,
             {"sequential", "gil-threads:2", "threads:2", "processes:2", "python-sequential",
              "python-threads:2", "python-processes:2"},
             "count=1000000"},
            {"heavy-chunks",
             4,
             {"sequential", "gil-threads:4", "threads:4", "processes:4", "python-sequential",
              "python-processes:4"},
             "items=100000"},
            {"data-chunks", 5, {"sequential", "threads:4", "processes:4"}, "items=100000"},
            {"tiny-tasks",
             10,
             {"sequential", "threads:4", "processes:4", "python-sequential", "python-threads:4",
              "python-processes:4"},
             "count=1000"},
            {"batched-tiny",
             100,
             {"sequential", "processes:4", "processes:4@chunk=25", "python-sequential", "python-processes:4",
              "python-processes:4@chunk=25"},
             "tasks=100"},
            {"big-payload", 8, {"sequential", "threads:4", "processes:4"}, "bytes=1000000"},
            {"ml-predictions", 48, {"sequential", "threads:N", "processes:N"}, "samples=100"}};
}

} // namespace

class ComputePresets : public ::testing::TestWithParam<Preset>
{};

TEST_P(ComputePresets, ComeOutAsTheySay)
{
    const Preset& preset = GetParam();
    std::vector<std::string> arguments{"run", preset.id};
    if (!measures)
        arguments.insert(arguments.end(), {"--set", preset.quick});
    std::string missed;
    const auto sound = [&preset](const Value& report) {
        expectSound(report, preset.id, preset.items, 0, "computing");
        const std::string cores = std::to_string(report.find("environment")->find("cores")->asInteger());
        std::vector<std::string> expected = preset.strategies;
        for (std::string& name : expected) {
            if (name.ends_with(":N"))
                name.replace(name.size() - 1, 1, cores);
        }
        if (report.find("environment")->find("python")->isNull()) // this machine has none
            std::erase_if(expected, [](const std::string& name) { return name.starts_with("python-"); });
        EXPECT_EQ(namesOf(report), expected);
    };
    expectTimes(timesOf(arguments, sound,
                        [&missed](const Value& report) { return meetsItsExpectations(report, missed); }),
                missed);
}

INSTANTIATE_TEST_SUITE_P(Shipped, ComputePresets, ::testing::ValuesIn(shipped()), [](const auto& instance) {
    std::string name = instance.param.id;
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST(HeavyChunks, EveryChunkUnderEveryStrategyHasTheSameSum)
{
    const Value report = reportOf({"run", "heavy-chunks", "--set", "items=100000"});
    std::set<double> sums;
    for (const Value& strategy : nativeOf(report))
        sums.insert(summaryOf(strategy).find("sum")->asNumber());
    EXPECT_EQ(sums.size(), 1U);
    EXPECT_GT(*sums.begin(), 0);
}

TEST(DataChunks, TheLessonsSizeHasTheLessonsMean)
{
    const Value report = reportOf({"run", "data-chunks", "--set", "items=100000"});
    expectSound(report, "data-chunks", 5, 0, "computing");
    for (const Value& strategy : report.find("strategies")->asArray()) {
        const Value& summary = summaryOf(strategy);
        EXPECT_NEAR(summary.find("mean")->asNumber(), 83'333'083'333.50, 0.005);
        EXPECT_EQ(*summary.find("partial"), Value(false));
        // No run is faster from its first chunk's start to its last one's end than its own wall time says.
        const Value& run = strategy.find("runs")->asArray().front();
        EXPECT_GE(summary.find("valuesPerSecond")->asNumber() * run.find("wallSeconds")->asNumber(),
                  0.999 * 500'000);
    }
    EXPECT_THAT(runCli({"run", "data-chunks", "--set", "items=100000"}).out,
                HasSubstr("processes:4: mean of all values: 83333083333.50; "));
}

TEST(DataChunks, OneChunkThatFailsLeavesTheOthersAndAPartialMean)
{
    const std::vector<std::string> arguments{"run",          "data-chunks", "--set",
                                             "items=100000", "--set",       "failingChunk=2"};
    const Value report = reportOf(arguments);
    expectSound(report, "data-chunks", 5, 1, "computing");
    for (const Value& strategy : report.find("strategies")->asArray()) {
        EXPECT_EQ(*summaryOf(strategy).find("partial"), Value(true));
        EXPECT_EQ(*summaryOf(strategy).find("count"), Value(400'000));
    }
    const std::string out = runCli(arguments).out;
    for (const std::string strategy : {"sequential", "threads:4", "processes:4"}) {
        EXPECT_THAT(out, AllOf(HasSubstr(strategy + ": partial mean (4 of 5 chunks): "),
                               HasSubstr(strategy + ", item 2 failed: chunk 2 was told to fail\n")));
    }
}

TEST(TinyTasks, AreSlowerOnProcessesFromAColdStart)
{
    const auto sound = [](const Value& report) {
        EXPECT_EQ(*report.find("experiment")->find("timing"), Value("cold"));
        const Value& processes = strategyOf(report, "processes:4");
        EXPECT_GT(processes.find("startupSeconds")->asNumber(), 0);
        EXPECT_GT(processes.find("coldWallSeconds")->asNumber(),
                  strategyOf(report, "sequential").find("coldWallSeconds")->asNumber())
            << "starting processes takes longer than ten tiny sums";
    };
    // By a large factor: thousands of times where nothing else runs.
    expectTimes(timesOf({"run", "tiny-tasks"}, sound,
                        [](const Value& report) { return speedupOf(report, "processes:4") < 0.05; }),
                "processes are no help for tiny tasks");
}

TEST(BatchedTiny, BatchesNeedLessDispatchAndTransfer)
{
    const auto carried = [](const Value& report, std::string_view strategy) {
        const Value& one = strategyOf(report, strategy);
        return secondsIn(one, "transfer") + secondsIn(one, "dispatch");
    };
    const auto sound = [](const Value& report) {
        EXPECT_EQ(*report.find("digestsEqual"), Value(true));
        EXPECT_GT(secondsIn(strategyOf(report, "processes:4"), "transfer"), 0);
    };
    // Of five blocks, because each lasts less than a millisecond.
    expectTimes(timesOf({"run", "batched-tiny", "--repeats", "5"}, sound,
                        [&](const Value& report) {
                            return carried(report, "processes:4@chunk=25") < carried(report, "processes:4");
                        }),
                "100 tasks in 4 batches need 4 messages, not 100");
}

TEST(BigPayload, TheCopyShowsAsTransferAndEatsTheGain)
{
    const auto sound = [](const Value& report) {
        expectSound(report, "big-payload", 8, 0, "computing");
        EXPECT_GT(secondsIn(strategyOf(report, "processes:4"), "transfer"), 0);
        for (const char* strategy : {"sequential", "threads:4"})
            EXPECT_EQ(secondsIn(strategyOf(report, strategy), "transfer"), 0) << strategy;
        for (const Value& strategy : report.find("strategies")->asArray())
            EXPECT_EQ(*summaryOf(strategy).find("bytes"), Value(64'000'000));
        if (!measures)
            return;
        // Copying is work, however many cores share it.
        EXPECT_GT(strategyOf(report, "processes:4").find("cpuSeconds")->asNumber(),
                  strategyOf(report, "threads:4").find("cpuSeconds")->asNumber());
    };
    expectTimes(timesOf({"run", "big-payload"}, sound,
                        [](const Value& report) {
                            return speedupOf(report, "processes:4") < speedupOf(report, "threads:4");
                        }),
                "threads are handed what processes copy");
}

namespace {

constexpr std::int64_t pictures = 12;

/// The preset of thumbnails as a file in `folder`, and beside what it says itself that these strategies reach
/// 0.85 of what so many pictures can gain on so many cores: whole rounds, measured against the ceiling.
std::string thumbnailsNearTheCeiling(const std::vector<std::string>& strategies, std::int64_t cores,
                                     const overlap::testing::TempFolder& folder)
{
    const std::int64_t rounds = (pictures + cores - 1) / cores;
    const double used = static_cast<double>(pictures) / static_cast<double>(rounds * cores);
    Value experiment = core::parseJson(
        core::readFile(core::Paths::ofThisProgram().experiments() / "306-image-resize.json", 100'000));
    Value expectations = Value::array();
    for (const std::string& strategy : strategies) {
        Value bounds = Value::object();
        bounds.set("ofCeiling", 0.85 * used);
        Value expectation = Value::object();
        expectation.set("strategy", strategy);
        expectation.set("speedup", std::move(bounds));
        expectations.append(std::move(expectation));
    }
    experiment.set("expect", std::move(expectations));
    const std::filesystem::path file = folder / "thumbnails.overlap.json";
    core::writeFile(file, core::writeJson(experiment));
    return file.string();
}

std::int64_t coresHere()
{
    return reportOf({"run", "two-waits", "--time-scale", "0.02"})
        .find("environment")
        ->find("cores")
        ->asInteger();
}

} // namespace

TEST(ImageResize, ThreadsAndProcessesAreNearTheCeiling)
{
    const overlap::testing::TempFolder folder;
    const std::int64_t cores = coresHere();
    const std::string file = thumbnailsNearTheCeiling({"threads:cores", "processes:cores"}, cores, folder);
    const auto sound = [cores](const Value& report) {
        expectSound(report, "image-resize", pictures);
        const std::string count = std::to_string(cores);
        EXPECT_EQ(namesOf(report),
                  (std::vector<std::string>{"sequential", "gil-threads:" + count, "threads:" + count,
                                            "processes:" + count, "pipeline:" + count + ",1,1,1"}));
    };
    std::string missed;
    // A sanitizer makes drawing and decoding many times as slow, and nothing is measured under it.
    expectTimes(timesOf({"run", file, "--set", measures ? "megapixels=12" : "megapixels=1"}, sound,
                        [&missed](const Value& report) { return meetsItsExpectations(report, missed); }),
                missed);
}

TEST(ImageResize, ACodecThatKeepsTheGilLeavesThreadsUnderItNoGain)
{
    const overlap::testing::TempFolder folder;
    const std::int64_t cores = coresHere();
    if (cores < 2)
        GTEST_SKIP() << "one core is no faster with any strategy";
    const std::string threads = "gil-threads:" + std::to_string(cores);
    const std::vector<std::string> arguments{
        "run",        thumbnailsNearTheCeiling({"gil-threads:cores"}, cores, folder),
        "--strategy", "sequential",
        "--strategy", threads,
        "--set",      measures ? "megapixels=12" : "megapixels=1"};
    const auto sound = [](const Value& report) { expectSound(report, "image-resize", pictures); };

    std::vector<std::string> kept = arguments;
    kept.insert(kept.end(), {"--set", "codecKeepsGil=true"});
    double speedup = 0;
    const auto waits = [&](const Value& report) {
        sound(report);
        EXPECT_GT(secondsIn(strategyOf(report, threads), "gil-wait"), 0);
    };
    const Times whenKept = timesOf(kept, waits, [&](const Value& report) {
        speedup = speedupOf(report, threads);
        return speedup > 0.75 && speedup < 1.25;
    });
    expectTimes(whenKept, "with the lock kept: " + std::to_string(speedup));

    std::vector<std::string> given = arguments;
    given.insert(given.end(), {"--set", "codecKeepsGil=false"});
    std::string missed;
    const Times whenGiven = timesOf(
        given, sound, [&missed](const Value& report) { return meetsItsExpectations(report, missed); });
    expectTimes(whenGiven, "with the lock given back: " + missed);
}
