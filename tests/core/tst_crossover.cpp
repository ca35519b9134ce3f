// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossover.h"

#include "support/small_catalogue.h"

#include <gmock/gmock.h>

using namespace overlap::core;
using overlap::testing::smallCatalogue;
using overlap::testing::smallExperiment;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

namespace {

Experiment asked(std::string over, std::vector<Value> values,
                 std::vector<std::string> strategies = {"sequential", "threads:2"})
{
    Experiment experiment = smallExperiment(std::move(strategies));
    experiment.repeats = 10;
    experiment.sweep = Sweep{std::move(over), std::move(values)};
    return experiment;
}

/// What is wrong with it, with its place.
std::vector<std::string> sentencesOf(Experiment experiment)
{
    std::vector<Problem> problems;
    validateCrossover(experiment, smallCatalogue(), 2, problems);
    std::vector<std::string> sentences;
    for (const Problem& problem : problems)
        sentences.push_back(problem.pointer + ": " + problem.message.english());
    return sentences;
}

} // namespace

TEST(CrossoverQuestion, IsAnExperimentOfTwoStrategiesAndTheEndsOfARange)
{
    EXPECT_THAT(sentencesOf(asked("workload.seconds", {Value(0.1), Value(60)})), IsEmpty());
    EXPECT_THAT(sentencesOf(asked("workload.tasks", {Value(1), Value(100)}, {"threads:2", "threads:4"})),
                IsEmpty());
    Experiment completed = asked("workload.tasks", {Value(1), Value(100)});
    std::vector<Problem> problems;
    validateCrossover(completed, smallCatalogue(), 2, problems);
    EXPECT_EQ(completed.parameters.find("seconds")->asNumber(), 1.0);
}

TEST(CrossoverQuestion, WhatIsWrongIsOneSentenceWithItsPlace)
{
    EXPECT_THAT(sentencesOf(asked("strategy.workers", {Value(1), Value(2)})),
                ElementsAre("/sweep/over: a crossover is sought over a parameter of the work, workload.NAME, "
                            "not over “strategy.workers”"));
    Experiment nothing = asked("workload.tasks", {Value(1), Value(2)});
    nothing.sweep.reset();
    EXPECT_THAT(sentencesOf(nothing), ElementsAre(StartsWith("/sweep/over: ")));
    EXPECT_THAT(sentencesOf(asked("workload.seconds", {Value(1)})),
                ElementsAre("/sweep/values: a crossover is sought between two values, LOW,HIGH; here are 1"));
    EXPECT_THAT(
        sentencesOf(asked("workload.seconds", {Value(2.5), Value(2)})),
        ElementsAre("/sweep/values: the lower end of the range, 2.5, must be below the upper one, 2"));
    EXPECT_THAT(sentencesOf(asked("workload.seconds", {Value(2), Value(2.0)})),
                ElementsAre("/sweep/values: the lower end of the range, 2, must be below the upper one, 2"));
    EXPECT_THAT(sentencesOf(asked("workload.tasks", {Value(1), Value(2)}, {"sequential"})),
                ElementsAre("/strategies: a crossover is sought between two strategies; here are 1"));
    EXPECT_THAT(
        sentencesOf(asked("workload.tasks", {Value(1), Value(2)}, {"threads:2", "python-threads:2"})),
        ElementsAre("/strategies: threads:2 and python-threads:2 do different amounts of work, because one "
                    "runs native code and the other Python: choose two of the same kind"));
    Experiment few = asked("workload.tasks", {Value(1), Value(2)});
    few.repeats = 4;
    EXPECT_THAT(sentencesOf(few), ElementsAre("/repeats: “repeats” must be between 5 and 1000"));
}

TEST(CrossoverQuestion, TheRestSaysTheOneValidator)
{
    EXPECT_THAT(sentencesOf(asked("workload.tasks", {Value(0), Value(5)})),
                ElementsAre("/sweep/values/0: “tasks” must be between 1 and 100, but is 0"));
    EXPECT_THAT(sentencesOf(asked("workload.tasks", {Value(1), Value(13)})),
                ElementsAre("/sweep/values/1: thirteen is refused"));
    EXPECT_THAT(sentencesOf(asked("workload.tasks", {Value(1), Value(2.5)})),
                ElementsAre("/sweep/values/1: “tasks” must be a whole number"));
    EXPECT_THAT(sentencesOf(asked("workload.seconds", {Value("a"), Value(5)})),
                ElementsAre("/sweep/values/0: “seconds” must be a number of seconds"));
    EXPECT_THAT(sentencesOf(asked("workload.size", {Value(1), Value(5)})),
                ElementsAre(StartsWith("/sweep/over: “workload.size” cannot be swept")));
    EXPECT_THAT(sentencesOf(asked("workload.tasks", {Value(1), Value(2)}, {"sequential", "fibres:2"})),
                ElementsAre(StartsWith("/strategies/1: ")));
}

TEST(CrossoverQuestion, WhereNobodyChoseTwoTheFirstIsSetBesideItsBaseline)
{
    const Catalogue catalogue = smallCatalogue();
    const auto pair = [&](std::vector<std::string> strategies) {
        return crossoverStrategies(strategies, catalogue);
    };
    EXPECT_THAT(pair({"sequential", "threads:4", "threads:8"}), ElementsAre("sequential", "threads:4"));
    EXPECT_THAT(pair({"threads:4"}), ElementsAre("sequential", "threads:4"));
    EXPECT_THAT(pair({"python-sequential", "python-threads:2"}),
                ElementsAre("python-sequential", "python-threads:2"));
    EXPECT_THAT(pair({"sequential", "python-sequential", "python-threads:2@x=1"}),
                ElementsAre("python-sequential", "python-threads:2@x=1"));
    EXPECT_THAT(pair({"sequential"}), ElementsAre("sequential"));
    EXPECT_THAT(pair({"fibres"}), ElementsAre("fibres")) << "the validator's to refuse";
}
