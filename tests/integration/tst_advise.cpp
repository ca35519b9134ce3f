// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The measured advice on the command line, on presets made small.
#include "cli_process.h"
#include "core/file.h"
#include "core/json.h"
#include "preset_report.h"

#include <algorithm>
#include <gmock/gmock.h>

using namespace overlap;
using core::Value;
using overlap::testing::CliOutcome;
using overlap::testing::CliProcess;
using overlap::testing::measures;
using overlap::testing::runCli;
using overlap::testing::TempFolder;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

namespace {

CliOutcome advise(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), {"advise", "--measure"});
    return runCli(std::move(arguments));
}

Value advised(std::vector<std::string> arguments)
{
    arguments.insert(arguments.end(), {"--json", "-"});
    const CliOutcome outcome = advise(std::move(arguments));
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return core::parseJson(outcome.out);
}

std::vector<std::string> strategiesOf(const Value& document)
{
    std::vector<std::string> texts;
    for (const Value& strategy : document.find("strategies")->asArray())
        texts.push_back(strategy.find("strategy")->asString());
    return texts;
}

const Value& strategyOf(const Value& document, std::string_view text)
{
    const auto& list = document.find("strategies")->asArray();
    const auto found = std::ranges::find_if(
        list, [&](const Value& strategy) { return strategy.find("strategy")->asString() == text; });
    if (found == list.end())
        throw std::runtime_error("nothing of " + std::string(text));
    return *found;
}

/// What holds of every document, whatever the machine was busy with.
void expectSound(const Value& document)
{
    EXPECT_EQ(document.find("schema")->asString(), "overlap.advice/1");
    std::vector<std::string> dominated;
    for (const Value& text : document.find("dominated")->asArray())
        dominated.push_back(text.asString());
    std::size_t hits = 0;
    std::size_t of = 0;
    for (const Value& strategy : document.find("strategies")->asArray()) {
        EXPECT_GT(strategy.find("forecast")->find("seconds")->asNumber(), 0);
        EXPECT_GT(strategy.find("measured")->find("seconds")->asNumber(), 0);
        EXPECT_NEAR(strategy.find("error")->asNumber(),
                    strategy.find("forecast")->find("seconds")->asNumber() /
                            strategy.find("measured")->find("seconds")->asNumber() -
                        1,
                    1e-9);
        const bool isDominated = strategy.find("dominatedBy") && !strategy.find("dominatedBy")->isNull();
        EXPECT_EQ(isDominated, std::ranges::count(dominated, strategy.find("strategy")->asString()) > 0);
        EXPECT_EQ(strategy.find("hit")->isNull(), strategy.find("baseline")->asBoolean());
        if (strategy.find("hit")->isBoolean()) {
            ++of;
            hits += strategy.find("hit")->asBoolean() ? 1 : 0;
        }
    }
    EXPECT_EQ(document.find("score")->find("hits")->asInteger(), static_cast<std::int64_t>(hits));
    EXPECT_EQ(document.find("score")->find("of")->asInteger(), static_cast<std::int64_t>(of));
    if (!document.find("strategy")->isNull()) {
        EXPECT_EQ(std::ranges::count(dominated, document.find("strategy")->asString()), 0);
        EXPECT_NE(document.find("strategy")->asString(),
                  document.find("runnerUp")->find("strategy")->asString());
        EXPECT_FALSE(document.find("reasons")->asArray().empty());
    }
    EXPECT_FALSE(document.find("path")->asArray().empty());
}

void expectRefused(std::vector<std::string> arguments, const char* sentence)
{
    const CliOutcome outcome = advise(std::move(arguments));
    EXPECT_EQ(outcome.code, 2) << sentence;
    EXPECT_THAT(outcome.err, HasSubstr(sentence));
    EXPECT_EQ(std::ranges::count(outcome.err, '\n'), 1) << outcome.err;
    EXPECT_THAT(outcome.out, IsEmpty());
}

} // namespace

TEST(Advise, WaitsAreDoneSideBySide)
{
    const Value document = advised({"two-waits", "--time-scale", "0.1"});
    expectSound(document);
    EXPECT_EQ(document.find("counts")->asString(), "time");
    EXPECT_EQ(document.find("lessonFamily")->asString(), "threads");
    EXPECT_GT(document.find("works")->asArray().at(0).find("waiting")->asNumber(), 0.9);
    EXPECT_FALSE(strategyOf(document, "threads:2").find("added")->asBoolean());
    EXPECT_TRUE(strategyOf(document, "event-loop:2").find("added")->asBoolean());
    EXPECT_EQ(document.find("report")->find("experiment")->find("repeats")->asInteger(), 10);
    if (!document.find("report")->find("environment")->find("measurable")->asBoolean())
        return; // nothing is recommended there
    EXPECT_THAT(document.find("strategy")->asString(), ::testing::AnyOf("threads:2", "event-loop:2"));
    EXPECT_LT(document.find("measured")->find("seconds")->asNumber(), 0.19);
}

TEST(Advise, PicturesAreProfiledAsComputingAndEveryKindIsTried)
{
    const Value document =
        advised({"image-resize", "--set", "files=4", "--set", "megapixels=0.5", "--repeats", "2"});
    expectSound(document);
    EXPECT_GT(document.find("works")->asArray().at(0).find("computing")->asNumber(), 0.6);
    EXPECT_EQ(document.find("works")->asArray().at(0).find("stages")->asArray().size(), 4u);
    EXPECT_THAT(strategiesOf(document), ::testing::Contains(::testing::StartsWith("processes:")));
    EXPECT_THAT(strategiesOf(document), ::testing::Contains(::testing::StartsWith("pipeline:")));
    EXPECT_LE(strategiesOf(document).size(), 8u);
    EXPECT_TRUE(document.find("strategy")->isNull()) << "two blocks are too few";
    EXPECT_TRUE(document.find("matters")->isNull());
    EXPECT_THAT(strategyOf(document, "sequential").find("hit")->isNull(), true);
}

TEST(Advise, TheForecastsAreReadBeforeTheRunsEnd)
{
    const CliOutcome text = advise({"two-waits", "--time-scale", "0.05", "--repeats", "1"});
    EXPECT_EQ(text.code, 0) << text.err;
    EXPECT_THAT(text.out, AllOf(HasSubstr("Profile in native code: 2 items"),
                                HasSubstr("Forecasts, made before any of these has run:"),
                                HasSubstr("Now they run: 1 block"), HasSubstr("came true"),
                                HasSubstr(measures ? "Too few blocks for a recommendation"
                                                   : "This build is not for measurement"),
                                HasSubstr("What the lesson's tree says of this profile: ")));
    EXPECT_LT(text.out.find("Now they run"), text.out.find("came true"));
    // Standard output is the document, so they stand beside it.
    const CliOutcome json = advise({"two-waits", "--time-scale", "0.05", "--repeats", "1", "--json", "-"});
    EXPECT_THAT(json.err, HasSubstr("Now they run: 1 block"));
    EXPECT_THAT(json.out, Not(HasSubstr("Now they run")));
    const TempFolder folder;
    const std::string file = folder / "advice.json";
    const CliOutcome quiet =
        advise({"two-waits", "--time-scale", "0.05", "--repeats", "1", "--quiet", "--json", file});
    EXPECT_THAT(quiet.out + quiet.err, IsEmpty());
    EXPECT_EQ(core::parseJson(core::readFile(file, 1 << 24)).find("schema")->asString(), "overlap.advice/1");
}

TEST(Advise, OnlyWhatWasAskedForIsRunWhereSomebodySaysWhat)
{
    const Value document = advised({"two-waits", "--time-scale", "0.05", "--repeats", "1", "--strategy",
                                    "threads:1", "--for", "memory"});
    EXPECT_THAT(strategiesOf(document), ::testing::ElementsAre("sequential", "threads:1"));
    EXPECT_EQ(document.find("counts")->asString(), "memory");
    EXPECT_GT(strategyOf(document, "threads:1").find("costs")->find("memory")->find("value")->asNumber(),
              1e6);
}

TEST(Advise, AStopKeepsWhatWasMeasured)
{
    CliProcess process({"advise", "--measure", "two-waits", "--time-scale", "0.2", "--json", "-"});
    // Behind the profile, among the runs.
    timespec moment{3, 0};
    nanosleep(&moment, nullptr);
    process.signal(SIGINT);
    const CliOutcome outcome = process.wait();
    EXPECT_EQ(outcome.code, 3) << outcome.err;
    if (outcome.out.empty())
        return; // on a slow machine before the forecasts
    const Value document = core::parseJson(outcome.out);
    EXPECT_TRUE(document.find("cancelled")->asBoolean());
    EXPECT_FALSE(strategiesOf(document).empty());
    EXPECT_TRUE(document.find("strategy")->isNull());
    EXPECT_TRUE(document.find("recommendation")->isNull());
}

TEST(Advise, BadInputIsRefusedInOneSentence)
{
    expectRefused({"no-such-preset"}, "no-such-preset");
    expectRefused({"no/such/file"}, "no/such/file");
    expectRefused({"two-waits", "--strategy", "threads:0"}, "threads:0");
    expectRefused({"two-waits", "--set", "tasks=0"}, "tasks");
    expectRefused({"two-waits", "--repeats", "0"}, "repeats");
    expectRefused({"two-waits", "--for", "fun"}, "there are: time, cpu, memory, latency");
    expectRefused({"two-waits", "Download pages"}, "a description or --measure, not both");
    expectRefused({"two-waits", "--duration", "3"}, "goes with a description");
    expectRefused({"two-waits", "--python", "/no/python", "--strategy", "python-threads:2"}, "python");
}
