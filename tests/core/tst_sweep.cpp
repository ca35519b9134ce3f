// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep.h"

#include "support/small_catalogue.h"

#include <gmock/gmock.h>

using namespace overlap::core;
using overlap::testing::smallCatalogue;
using overlap::testing::smallExperiment;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

/// The small catalogue with strategies that have options of every shape.
Catalogue catalogueWithOptions()
{
    Catalogue catalogue = smallCatalogue();
    catalogue.strategies.push_back(
        {.name = "batches",
         .counts = CountShape::one,
         .defaultCount = 4,
         .maximumCount = 256,
         .options =
             {{.name = "chunk", .title = {}, .help = {}, .defaultValue = 1, .minimum = 1, .maximum = 100},
              {.name = "pause",
               .kind = ParameterKind::seconds,
               .title = {},
               .help = {},
               .defaultValue = 0.005,
               .minimum = 0.00001,
               .maximum = 1}},
         .title = {},
         .help = {}});
    catalogue.strategies.push_back({.name = "line",
                                    .counts = CountShape::perStage,
                                    .maximumCount = 64,
                                    .options = {{.name = "queues",
                                                 .title = {},
                                                 .help = {},
                                                 .defaultValue = 0,
                                                 .maximum = 1000,
                                                 .perStage = true}},
                                    .title = {},
                                    .help = {}});
    return catalogue;
}

std::vector<std::string> sentencesOf(std::vector<std::string> strategies, std::string over,
                                     std::vector<Value> values)
{
    Experiment experiment = smallExperiment(std::move(strategies));
    experiment.sweep = Sweep{std::move(over), std::move(values)};
    std::vector<Problem> problems;
    validateExperiment(experiment, catalogueWithOptions(), 2, problems);
    std::vector<std::string> sentences;
    for (const Problem& problem : problems)
        sentences.push_back(problem.pointer + ": " + problem.message.english());
    return sentences;
}

} // namespace

TEST(Sweep, AnOptionIsSweptAsStrategiesWriteIt)
{
    EXPECT_THAT(sentencesOf({"batches:2", "threads:2"}, "strategy.chunk", {Value(1), Value(25), Value("50")}),
                IsEmpty());
    EXPECT_THAT(sentencesOf({"batches:2"}, "strategy.pause", {Value("50us"), Value("5ms"), Value("0.1s")}),
                IsEmpty());
    EXPECT_THAT(sentencesOf({"batches:2@chunk=7"}, "strategy.chunk", {Value(1), Value(7)}), IsEmpty())
        << "the value replaces its own";
    EXPECT_THAT(sentencesOf({"batches"}, "strategy.chunk", {Value(1)}),
                ElementsAre("/strategies/0: “batches” needs a number of workers, such as batches:4"));
    EXPECT_THAT(sentencesOf({"threads:2"}, "strategy.chunk", {Value(1)}),
                ElementsAre("/sweep/over: “strategy.chunk” cannot be swept; there are: strategy.workers, "
                            "workload.tasks, workload.seconds"));
    EXPECT_THAT(sentencesOf({"batches:2"}, "strategy.size", {Value(1)}),
                ElementsAre("/sweep/over: “strategy.size” cannot be swept; there are: strategy.workers, "
                            "strategy.chunk, strategy.pause, workload.tasks, workload.seconds"));
    EXPECT_THAT(sentencesOf({"batches:2@chunk=7", "batches:2"}, "strategy.chunk", {Value(3)}),
                ElementsAre("/sweep/values/0: batches:2@chunk=3 is listed twice: change one of them"));
}

TEST(Sweep, WhatNoOptionCanBeIsRefusedInItsOwnSentence)
{
    const std::string example = "/sweep/values/0: “batches”: write the option “chunk” like this: chunk=1";
    for (const Value& bad :
         {Value("many"), Value(""), Value(1.5), Value("25,pause=1ms"), Value("2@pause=1ms"), Value(),
          Value(true), Value::array(), Value::object(), Value("99999999999999999999"), Value("1/2")})
        EXPECT_THAT(sentencesOf({"batches:2"}, "strategy.chunk", {bad}), ElementsAre(example));
    const std::string range = "/sweep/values/0: “batches”: the option “chunk” must be between 1 and 100";
    for (const Value& bad : {Value(0), Value(-1), Value(101), Value("1000000000")})
        EXPECT_THAT(sentencesOf({"batches:2"}, "strategy.chunk", {bad}), ElementsAre(range));
    EXPECT_THAT(sentencesOf({"batches:2"}, "strategy.chunk", {Value(5), Value("5")}),
                ElementsAre("/sweep/values/1: the value 5 stands twice in the sweep"));
    EXPECT_THAT(sentencesOf({"batches:2"}, "strategy.pause", {Value(0.005)}).size(), 1u)
        << "without its unit";
    EXPECT_THAT(sentencesOf({"batches:2"}, "strategy.pause", {Value("1h")}).size(), 1u);
    EXPECT_THAT(sentencesOf({"batches:2"}, "strategy.chunk", {}).size(), 1u);
}

TEST(Sweep, WorkersAreSweptInCoresAsWell)
{
    EXPECT_THAT(sentencesOf({"threads"}, "strategy.workers", {Value(1), Value("cores"), Value("16xcores")}),
                IsEmpty());
    EXPECT_THAT(sentencesOf({"threads"}, "strategy.workers", {Value("2"), Value("cores")}), IsEmpty())
        << "on two cores the same is measured once, and no mistake: the file may come from another machine";
    for (const char* bad :
         {"corpses", "0xcores", "-1xcores", "9999xcores", "1:2", "2@chunk=3", "2,2", "", "\n"})
        EXPECT_THAT(sentencesOf({"threads"}, "strategy.workers", {Value(bad)}).size(), 1u) << bad;
    EXPECT_THAT(
        sentencesOf({"batches"}, "strategy.workers", {Value("2@chunk=3")}),
        ElementsAre("/sweep/values/0: “2@chunk=3” in “strategy.workers” is not a number of workers: write an "
                    "integer, cores or 2xcores"))
        << "although batches:2@chunk=3 is a strategy";
}

TEST(Sweep, AValueMakesAStrategyOfAnother)
{
    const Catalogue catalogue = catalogueWithOptions();
    const auto at = [&](const char* strategy, const char* over, const Value& value) {
        return strategyAt(strategy, over, value, catalogue, 2);
    };
    EXPECT_EQ(at("threads", "strategy.workers", Value(4)), "threads:4");
    EXPECT_EQ(at("batches@chunk=3", "strategy.workers", Value("2xcores")), "batches:4@chunk=3");
    EXPECT_EQ(at("batches", "strategy.workers", Value("200xcores")), "batches:256")
        << "no more than it takes";
    EXPECT_EQ(at("batches", "strategy.workers", Value("cores")), "batches:2");
    EXPECT_EQ(at("threads:3", "strategy.workers", Value(4)), "threads:3") << "it has a number";
    EXPECT_EQ(at("sequential", "strategy.workers", Value(4)), "sequential");
    EXPECT_EQ(at("batches:cores@chunk=3,pause=1ms", "strategy.chunk", Value(4)),
              "batches:2@chunk=4,pause=1ms");
    EXPECT_EQ(at("batches:2@chunk=3", "strategy.chunk", Value(1)), "batches:2")
        << "the default is not written";
    EXPECT_EQ(at("threads:3", "strategy.chunk", Value(4)), "threads:3") << "it has no such option";
    EXPECT_EQ(at("threads:3", "workload.tasks", Value(4)), "threads:3");
}

TEST(Sweep, OneNumberGoesToTheQueuesThatAreLimited)
{
    const Catalogue catalogue = catalogueWithOptions();
    const auto at = [&](const char* strategy, const Value& value) {
        return strategyAt(strategy, "strategy.queues", value, catalogue, 2);
    };
    EXPECT_EQ(at("line:1,2,1@queues=3/3/0", Value(8)), "line:1,2,1@queues=8/8/0");
    EXPECT_EQ(at("line:1,2,1@queues=0/5/0", Value("2")), "line:1,2,1@queues=0/2/0");
    EXPECT_EQ(at("line:1,2,1", Value(4)), "line:1,2,1@queues=4/4/4") << "none is limited: all of them";
    EXPECT_EQ(at("line:1,2,1@queues=3/3/0", Value("1/0/4")), "line:1,2,1@queues=1/0/4");
    EXPECT_EQ(at("line:1,2,1@queues=3/3/0", Value(0)), "line:1,2,1") << "0 is without limit";
    for (const Value& bad : {Value("1/2"), Value("1/2/3/4"), Value("1//3"), Value("/"), Value("a/b/c"),
                             Value(1.5), Value(-1), Value("1001"), Value("1/2/-3"), Value(), Value("3,3,0")})
        EXPECT_THROW(at("line:1,2,1@queues=3/3/0", bad), Error);
}
