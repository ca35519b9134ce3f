// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report.h"

#include "core/json.h"
#include "support/small_catalogue.h"
#include "support/temp_folder.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::core;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;

namespace {

std::vector<std::string> keysOf(const Value& object)
{
    std::vector<std::string> keys;
    for (const Member& member : object.asObject())
        keys.push_back(member.key);
    return keys;
}

Report sampleReport()
{
    Report report;
    report.experiment = overlap::testing::smallExperiment();
    report.environment.program = "Overlap 0.1.0";
    report.environment.compiler = "gcc 12.2";
    report.environment.kernel = "Linux 6.18.5-x";
    report.environment.cores = 2;
    for (const char* text : {"sequential", "threads:2"}) {
        StrategyReport strategy;
        strategy.strategy = parseStrategy(text, overlap::testing::smallCatalogue().strategies, 2);
        strategy.baseline = "sequential";
        strategy.items = 2;
        strategy.medianWallSeconds = 2;
        strategy.resultDigest = std::string(64, 'a');
        RunReport run;
        run.wallSeconds = 2;
        run.tasks.done = 2;
        run.latencySeconds = {1, 1};
        run.marks = {{"first-done", 1}, {"last-done", 2}};
        run.resultDigest = strategy.resultDigest;
        strategy.runs = {run};
        strategy.latency = Latency{.p50 = 1, .p95 = std::nullopt, .p99 = std::nullopt, .max = 1, .first = 1};
        report.strategies.push_back(strategy);
    }
    report.strategies[1].speedup = Speedup{2.0, Interval{1.5, 2.5}};
    report.ceilings = {{2, {{0, 1.9}, {1, 0.7, true}}, 1.9, std::nullopt}};
    report.expectations = {{Expectation{"threads:2", 1.9, std::nullopt}, true},
                           {Expectation{"threads:2", {}, {}, 0.85}, true, 1.9}};
    report.diagnoses = {{.kind = DiagnosisKind::gil,
                         .strategy = "threads:2",
                         .sentence = Message("%1 waited.", {"worker 1"}),
                         .figures = {{"share", 0.4}},
                         .states = {State::gilWait},
                         .place = LanePlace{1, "worker 2", 500'000'000, 1'500'000'000},
                         .remedy = {Message("Use processes."), "processes:2"}},
                        {.kind = DiagnosisKind::tinyTasks,
                         .strategy = "threads:2",
                         .sentence = Message("Tiny."),
                         .figures = {{"seconds", 1e-6}},
                         .states = {State::dispatch},
                         .place = std::nullopt,
                         .remedy = {Message("Make them larger."), {}}}};
    return report;
}

} // namespace

TEST(Report, TellsWhatHappenedWithItsEvidenceAndWhatToDo)
{
    const Value happened = *sampleReport().toValue().find("diagnoses");
    ASSERT_EQ(happened.asArray().size(), 2U);
    const Value& first = happened.asArray().front();
    EXPECT_THAT(keysOf(first),
                ElementsAre("kind", "strategy", "sentence", "figures", "states", "place", "remedy"));
    EXPECT_EQ(*first.find("kind"), Value("gil"));
    EXPECT_EQ(*first.find("sentence"), Value("worker 1 waited."));
    EXPECT_EQ(*first.find("figures")->find("share"), Value(0.4));
    EXPECT_EQ(first.find("states")->asArray(), Value::Array{Value("gil-wait")});
    EXPECT_EQ(*first.find("place")->find("lane"), Value("worker 2"));
    EXPECT_EQ(*first.find("place")->find("endSeconds"), Value(1.5));
    EXPECT_EQ(*first.find("remedy")->find("strategy"), Value("processes:2"));
    const Value& second = happened.asArray().back();
    EXPECT_TRUE(second.find("place")->isNull());
    EXPECT_TRUE(second.find("remedy")->find("strategy")->isNull());
    EXPECT_EQ(sampleReport().diagnoses.front().figure("share"), 0.4);
    EXPECT_FALSE(sampleReport().diagnoses.front().figure("seconds"));
}

TEST(Report, HasTheKeysThatScriptsRelyOn)
{
    const Value value = sampleReport().toValue();
    EXPECT_EQ(*value.find("schema"), Value("overlap.report/1"));
    EXPECT_THAT(keysOf(value),
                IsSupersetOf({"schema", "experiment", "environment", "strategies", "verdict"}));
    const Value& strategy = value.find("strategies")->asArray().at(1);
    EXPECT_THAT(keysOf(strategy), IsSupersetOf({"strategy", "runtime", "baseline", "items", "workers",
                                                "medianWallSeconds", "wallInterval95", "startupSeconds",
                                                "coldWallSeconds", "cpuSeconds", "peakMemoryBytes", "speedup",
                                                "tasks", "latency", "ledger", "resultDigest", "runs"}));
    EXPECT_THAT(keysOf(*strategy.find("speedup")), ElementsAre("value", "interval95"));
    EXPECT_THAT(keysOf(*strategy.find("tasks")), ElementsAre("done", "failed", "cancelled", "meant", "lost"));
    EXPECT_THAT(keysOf(*strategy.find("latency")), ElementsAre("p50", "p95", "p99", "max", "first"));
    EXPECT_THAT(keysOf(*strategy.find("ledger")),
                ElementsAre("computing", "waiting", "gil-wait", "lock-wait", "queue-empty", "queue-full",
                            "core-wait", "transfer", "dispatch", "starting", "idle"));
    EXPECT_THAT(keysOf(strategy.find("runs")->asArray().at(0)),
                IsSupersetOf({"block", "order", "warmup", "startupSeconds", "wallSeconds", "cpuSeconds",
                              "tasks", "ledgerSeconds", "resultDigest", "marks"}));
}

TEST(Report, WhatIsNotKnownIsNull)
{
    const Value value = sampleReport().toValue();
    const Value& baseline = value.find("strategies")->asArray().at(0);
    EXPECT_TRUE(baseline.find("speedup")->isNull());
    EXPECT_TRUE(baseline.find("wallInterval95")->isNull());
    EXPECT_TRUE(baseline.find("latency")->find("p95")->isNull());
    EXPECT_TRUE(value.find("verdict")->isNull());
    const Value interval = *value.find("strategies")->asArray().at(1).find("speedup")->find("interval95");
    EXPECT_EQ(interval, Value(Value::Array{Value(1.5), Value(2.5)}));
}

TEST(Report, KeepsTheCeilingsOfItsBlocksAndWhatWasHeldAgainstThem)
{
    const Value value = sampleReport().toValue();
    const Value& ceiling = value.find("ceilings")->asArray().at(0);
    EXPECT_THAT(keysOf(ceiling), ElementsAre("workers", "runs", "median", "interval95"));
    const Value& replaced = ceiling.find("runs")->asArray().at(1);
    EXPECT_THAT(keysOf(replaced), ElementsAre("block", "replaced", "value"));
    EXPECT_EQ(*replaced.find("replaced"), Value(true));
    const auto& results = value.find("expectations")->asArray();
    EXPECT_TRUE(results.at(0).find("ceiling")->isNull());
    EXPECT_EQ(*results.at(1).find("ceiling"), Value(1.9));
}

TEST(Report, FindsAStrategyByItsText)
{
    const Report report = sampleReport();
    ASSERT_TRUE(report.strategy("threads:2"));
    EXPECT_EQ(report.strategy("threads:2")->strategy.workers(), 2);
    EXPECT_EQ(report.strategy("threads:3"), nullptr);
}

TEST(Report, IsJsonThatReadsBack)
{
    const Value value = sampleReport().toValue();
    EXPECT_EQ(parseJson(writeJson(value)), value);
}

TEST(Report, FitsItsSchema)
{
    if (std::system("python3 -c 'import jsonschema' >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "python3-jsonschema is not here";
    const overlap::testing::TempFolder folder;
    const auto file = folder.write("report.json", writeJson(sampleReport().toValue()));
    const std::string command =
        "python3 -c 'import json,sys,jsonschema; jsonschema.validate(json.load(open(sys.argv[1])), "
        "json.load(open(sys.argv[2])))' '" +
        file.string() + "' '" OVERLAP_TEST_DATA "/report.schema.json'";
    EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(Environment, SaysUnknownWhereItIsAndSumsItselfUp)
{
    const Environment environment = sampleReport().environment;
    EXPECT_EQ(environment.summary().english(), "2 cores · gcc 12 · Linux 6.18");
    EXPECT_EQ(*environment.toValue().find("governor"), Value("unknown"));
    EXPECT_EQ(*environment.toValue().find("cores"), Value(2));
    Environment bare;
    EXPECT_EQ(bare.summary().english(), "1 core");
}

TEST(Environment, WarnsOfWhatCastsDoubtAndOfNothingElse)
{
    const auto warned = [](const Environment& environment) {
        std::vector<std::string> titles;
        for (const EnvironmentFact& fact : factsOf(environment)) {
            EXPECT_FALSE(fact.title.empty());
            EXPECT_FALSE(fact.value.english().empty()) << fact.title.english();
            if (!fact.warning.empty())
                titles.push_back(fact.title.english());
        }
        return titles;
    };
    Environment quiet;
    quiet.cores = 2;
    quiet.load1 = 0.3;
    quiet.governor = "performance";
    quiet.turbo = quiet.smt = quiet.onBattery = quiet.debugger = 0;
    quiet.stealShare = 0.001;
    EXPECT_THAT(warned(quiet), ElementsAre());
    EXPECT_THAT(warned(Environment{}), ElementsAre()) << "what is not known is no reproach";

    Environment doubtful = quiet;
    doubtful.measurable = false;
    doubtful.load1 = 1.8;
    doubtful.quota = 1.5;
    doubtful.throttledTimes = 12;
    doubtful.governor = "powersave";
    doubtful.turbo = doubtful.smt = doubtful.onBattery = doubtful.debugger = 1;
    doubtful.stealShare = 0.04;
    EXPECT_THAT(warned(doubtful),
                ElementsAre("Build", "Held back by the quota", "Two threads per core (SMT)", "Load",
                            "Time stolen by other machines", "Governor", "Turbo", "Power", "Debugger"));
}

TEST(Environment, SaysUnknownOfWhatTheMachineDoesNotTell)
{
    const Value value = Environment{}.toValue();
    for (const char* key :
         {"turbo", "smt", "virtualMachine", "tickHz", "onBattery", "stealShare", "libraries"})
        EXPECT_EQ(*value.find(key), Value("unknown")) << key;
    Environment known;
    known.virtualMachine = 1;
    known.turbo = 0;
    EXPECT_EQ(*known.toValue().find("virtualMachine"), Value(true));
    EXPECT_EQ(*known.toValue().find("turbo"), Value(false));
}
