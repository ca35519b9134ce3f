// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment.h"

#include "support/fake_workload.h"
#include "support/small_catalogue.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::core;
using overlap::testing::smallCatalogue;
using overlap::testing::smallExperiment;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

namespace {

const std::string complete = R"({
  "schema": "overlap.experiment/1",
  "id": "an-experiment", "title": "An experiment", "chapter": "2 Thread pools",
  "workload": {"id": "nap", "parameters": {"tasks": 5, "seconds": 0.5}},
  "strategies": ["sequential", "threads"],
  "repeats": 7, "precision": 0.05, "seed": 42, "timeScale": 0.5, "feedSeconds": 0.1, "timing": "cold",
  "sweep": {"over": "strategy.workers", "values": [1, 2, 4]},
  "expect": [{"strategy": "threads:4", "speedup": {"atLeast": 1.5, "atMost": 2.5, "ofCeiling": 0.85}}]
})";

struct Outcome
{
    Experiment experiment;
    std::vector<std::string> pointers;
    std::vector<std::string> sentences;
};

Outcome read(const std::string& text)
{
    Outcome outcome;
    std::vector<Problem> problems;
    outcome.experiment = experimentFromValue(parseJson(text), smallCatalogue(), 2, problems);
    for (const Problem& problem : problems) {
        outcome.pointers.push_back(problem.pointer);
        outcome.sentences.push_back(problem.message.english());
    }
    return outcome;
}

/// The complete experiment with one text replaced by another.
Outcome readWith(const std::string& from, const std::string& to)
{
    std::string text = complete;
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return read(text.replace(at, from.size(), to));
}

std::vector<std::string> problemsOf(Experiment experiment)
{
    std::vector<Problem> problems;
    validateExperiment(experiment, smallCatalogue(), 2, problems);
    std::vector<std::string> pointers;
    for (const Problem& problem : problems)
        pointers.push_back(problem.pointer);
    return pointers;
}

} // namespace

TEST(Experiment, EveryKeyIsRead)
{
    const Outcome outcome = read(complete);
    ASSERT_THAT(outcome.pointers, IsEmpty()) << outcome.sentences.front();
    const Experiment& e = outcome.experiment;
    EXPECT_EQ(e.id, "an-experiment");
    EXPECT_EQ(e.title, "An experiment");
    EXPECT_EQ(e.chapter, "2 Thread pools");
    EXPECT_EQ(e.workload, "nap");
    EXPECT_EQ(*e.parameters.find("tasks"), Value(5));
    EXPECT_THAT(e.strategies, ElementsAre("sequential", "threads"));
    EXPECT_EQ(e.repeats, 7);
    EXPECT_EQ(e.precision, 0.05);
    EXPECT_EQ(e.seed, 42u);
    EXPECT_EQ(e.timeScale, 0.5);
    EXPECT_EQ(e.feedSeconds, 0.1);
    EXPECT_EQ(e.timing, Timing::cold);
    ASSERT_TRUE(e.sweep);
    EXPECT_EQ(e.sweep->over, "strategy.workers");
    EXPECT_EQ(e.sweep->values.size(), 3u);
    ASSERT_EQ(e.expect.size(), 1u);
    EXPECT_EQ(e.expect[0].speedupAtLeast, 1.5);
    EXPECT_EQ(e.expect[0].speedupAtMost, 2.5);
    EXPECT_EQ(e.expect[0].speedupOfCeiling, 0.85);
}

TEST(Experiment, WhatIsWrittenReadsBackEqual)
{
    const Experiment first = read(complete).experiment;
    const Outcome second = read(writeJson(experimentToValue(first)));
    EXPECT_THAT(second.pointers, IsEmpty());
    EXPECT_EQ(second.experiment, first);
    EXPECT_EQ(writeJson(experimentToValue(second.experiment)), writeJson(experimentToValue(first)));
}

TEST(Experiment, APrecisionIsAShare)
{
    EXPECT_THAT(readWith("0.05", "1").pointers, IsEmpty());
    EXPECT_FALSE(readWith("\"precision\": 0.05,", "").experiment.precision) << "nobody has to ask";
    for (const char* wrong : {"0", "-0.1", "1.01", "5"}) {
        const Outcome outcome = readWith("\"precision\": 0.05", std::string("\"precision\": ") + wrong);
        EXPECT_THAT(outcome.pointers, ElementsAre("/precision")) << wrong;
        EXPECT_EQ(outcome.sentences.at(0),
                  std::string("“precision” must be above 0 and at most 1, but is ") + wrong);
    }
    EXPECT_THAT(readWith("0.05", "\"5%\"").sentences, ElementsAre("“precision” must be a number"));
}

TEST(Experiment, TheLeastThatAnExperimentNeeds)
{
    const Outcome outcome = read(R"({"schema": "overlap.experiment/1", "id": "x", "title": "X",
        "workload": {"id": "nap"}, "strategies": ["sequential"]})");
    ASSERT_THAT(outcome.pointers, IsEmpty());
    EXPECT_EQ(outcome.experiment.repeats, 1);
    EXPECT_EQ(outcome.experiment.timeScale, 1.0);
    EXPECT_EQ(outcome.experiment.timing, Timing::warm);
    EXPECT_EQ(*outcome.experiment.parameters.find("tasks"), Value(2)) << "defaults are filled in";
}

TEST(Experiment, UnknownKeysAreErrorsAtEveryLevel)
{
    EXPECT_THAT(readWith(R"("seed")", R"("sead")").pointers, ElementsAre("/sead"));
    EXPECT_THAT(readWith(R"("id": "nap")", R"("id": "nap", "kind": 1)").pointers,
                ElementsAre("/workload/kind"));
    EXPECT_THAT(readWith(R"("tasks": 5)", R"("task": 5)").pointers, ElementsAre("/workload/parameters/task"));
    EXPECT_THAT(readWith(R"("over")", R"("step": 1, "over")").pointers, ElementsAre("/sweep/step"));
    EXPECT_THAT(readWith(R"([{"strategy")", R"([{"x": 1, "strategy")").pointers, ElementsAre("/expect/0/x"));
    EXPECT_THAT(readWith(R"("atMost")", R"("atmost")").pointers, ElementsAre("/expect/0/speedup/atmost"));
}

TEST(Experiment, WrongKindsAreErrorsWhereTheyStand)
{
    EXPECT_THAT(readWith(R"("id": "an-experiment")", R"("id": 5)").pointers, Contains("/id"));
    EXPECT_THAT(readWith(R"("repeats": 7)", R"("repeats": 7.5)").pointers, ElementsAre("/repeats"));
    EXPECT_THAT(readWith(R"("repeats": 7)", R"("repeats": "7")").pointers, ElementsAre("/repeats"));
    EXPECT_THAT(readWith(R"("seed": 42)", R"("seed": null)").pointers, ElementsAre("/seed"));
    EXPECT_THAT(readWith(R"("timeScale": 0.5)", R"("timeScale": "1")").pointers, ElementsAre("/timeScale"));
    EXPECT_THAT(readWith(R"("timing": "cold")", R"("timing": "hot")").pointers, ElementsAre("/timing"));
    EXPECT_THAT(readWith(R"(["sequential", "threads"])", R"("sequential")").pointers,
                Contains("/strategies"));
    EXPECT_THAT(readWith(R"("sequential", )", "5, ").pointers, ElementsAre("/strategies/0"));
    EXPECT_THAT(readWith(R"({"id": "nap", "parameters": {"tasks": 5, "seconds": 0.5}})", "[]").pointers,
                Contains("/workload"));
    EXPECT_THAT(readWith(R"({"tasks": 5, "seconds": 0.5})", "3").pointers,
                ElementsAre("/workload/parameters"));
    EXPECT_THAT(readWith(R"({"atLeast": 1.5, "atMost": 2.5, "ofCeiling": 0.85})", "2").pointers,
                ElementsAre("/expect/0/speedup"));
    EXPECT_THAT(readWith(R"("atLeast": 1.5)", R"("atLeast": "much")").pointers,
                ElementsAre("/expect/0/speedup/atLeast"));
    EXPECT_THAT(readWith(R"([1, 2, 4])", "3").pointers, Contains("/sweep/values"));
    EXPECT_THAT(readWith(R"(, "values": [1, 2, 4])", "").pointers, Contains("/sweep/values"));
    EXPECT_THAT(read("[]").pointers, ElementsAre(""));
    EXPECT_THAT(read("null").pointers, ElementsAre(""));
}

TEST(Experiment, MissingKeysAreNamed)
{
    EXPECT_THAT(read("{}").pointers, Contains("/schema"));
    EXPECT_THAT(readWith(R"("title": "An experiment",)", "").pointers, Contains("/title"));
    EXPECT_THAT(readWith(R"("strategy": "threads:4",)", "").pointers, Contains("/expect/0/strategy"));
}

TEST(Experiment, AnotherSchemaIsRefusedWithOneSentence)
{
    const Outcome outcome = readWith("overlap.experiment/1", "overlap.experiment/2");
    EXPECT_THAT(outcome.pointers, ElementsAre("/schema"));
    EXPECT_THAT(outcome.sentences,
                ElementsAre("“overlap.experiment/2” is not a version of experiment files that is known here; "
                            "overlap.experiment/1 is"));
}

TEST(Experiment, SeveralProblemsAreToldAtOnce)
{
    const Outcome outcome = read(R"({"schema": "overlap.experiment/1", "id": "Bad Id", "title": "",
        "workload": {"id": "nap", "parameters": {"tasks": 0}}, "strategies": ["threads:0", "sequential", "sequential"],
        "repeats": 0, "seed": -1, "timeScale": 1000, "feedSeconds": -1, "extra": 1})");
    EXPECT_THAT(outcome.pointers, UnorderedElementsAre("/id", "/title", "/workload/parameters/tasks",
                                                       "/strategies/0", "/strategies/2", "/repeats", "/seed",
                                                       "/timeScale", "/feedSeconds", "/extra"));
}

TEST(Experiment, NumbersOutOfRangeSaturateIntoAComplaint)
{
    EXPECT_THAT(readWith(R"("repeats": 7)", R"("repeats": 9223372036854775807)").pointers,
                ElementsAre("/repeats"));
    EXPECT_THAT(readWith(R"("repeats": 7)", R"("repeats": 1000)").pointers, IsEmpty());
    EXPECT_THAT(readWith(R"("timeScale": 0.5)", R"("timeScale": 1e308)").pointers, ElementsAre("/timeScale"));
    EXPECT_THAT(readWith(R"("timeScale": 0.5)", R"("timeScale": 0)").pointers, ElementsAre("/timeScale"));
    EXPECT_THAT(readWith(R"("seed": 42)", R"("seed": 9223372036854775807)").pointers, IsEmpty());
}

TEST(Experiment, IdsAndTitlesHaveLimits)
{
    const auto withId = [](std::string id) {
        Experiment experiment = smallExperiment();
        experiment.id = std::move(id);
        return problemsOf(experiment);
    };
    EXPECT_THAT(withId(std::string(64, 'a')), IsEmpty());
    EXPECT_THAT(withId(std::string(65, 'a')), ElementsAre("/id"));
    for (const char* id : {"", "A", "a b", "a/b", "../x", "é", "a_b"})
        EXPECT_THAT(withId(id), ElementsAre("/id")) << id;
    const auto withTitle = [](std::string title) {
        Experiment experiment = smallExperiment();
        experiment.title = std::move(title);
        return problemsOf(experiment);
    };
    EXPECT_THAT(withTitle(std::string(200, 'x')), IsEmpty());
    EXPECT_THAT(withTitle(std::string(201, 'x')), ElementsAre("/title"));
}

TEST(Experiment, ATitleIsMeasuredInCharacters)
{
    Experiment experiment = smallExperiment();
    experiment.title.clear();
    for (int i = 0; i < 150; ++i)
        experiment.title += "ж";
    EXPECT_THAT(problemsOf(experiment), IsEmpty()) << "the message speaks of 1 to 200 characters";
}

TEST(Experiment, StrategiesAreComparedAsTheyResolve)
{
    EXPECT_THAT(problemsOf(smallExperiment({"threads:2", "threads:cores"})), ElementsAre("/strategies/1"));
    EXPECT_THAT(problemsOf(smallExperiment({"threads:3", "threads:cores"})), IsEmpty());
    EXPECT_THAT(problemsOf(smallExperiment({})), ElementsAre("/strategies"));
    EXPECT_THAT(problemsOf(smallExperiment({"threads"})), ElementsAre("/strategies/0"));
    Experiment swept = smallExperiment({"threads"});
    swept.sweep = Sweep{"strategy.workers", {Value(1), Value(2)}};
    EXPECT_THAT(problemsOf(swept), IsEmpty()) << "a bare name is valid with a sweep over workers";
}

TEST(Experiment, TheWorkloadsOwnCheckIsAsked)
{
    const Outcome outcome = readWith(R"("tasks": 5)", R"("tasks": 13)");
    EXPECT_THAT(outcome.pointers, ElementsAre("/workload/parameters/tasks"));
    EXPECT_THAT(outcome.sentences, ElementsAre("thirteen is refused"));
}

TEST(Experiment, AnUnknownWorkloadIsToldWithTheKnown)
{
    const Outcome outcome = readWith(R"("id": "nap")", R"("id": "sleep")");
    EXPECT_THAT(outcome.pointers, ElementsAre("/workload/id"));
    EXPECT_THAT(outcome.sentences, ElementsAre("no workload is called “sleep”; there are: nap"));
}

TEST(Experiment, ASweepHasATargetAndValuesThatFitIt)
{
    const auto swept = [](const std::string& sweep) {
        std::string text = complete;
        const auto put = [&](const std::string& from, const std::string& to) {
            text.replace(text.find(from), from.size(), to);
        };
        put(R"({"over": "strategy.workers", "values": [1, 2, 4]})", sweep);
        if (sweep.find("workload.") != std::string::npos)
            put("\"threads\"", "\"threads:2\"");
        return read(text);
    };
    EXPECT_THAT(swept(R"({"over": "workload.seconds", "values": [1, 2.5]})").pointers, IsEmpty());
    EXPECT_THAT(swept(R"({"over": "workload.tasks", "values": [1, 2.5, "3", 0]})").pointers,
                ElementsAre("/sweep/values/1", "/sweep/values/2", "/sweep/values/3"));
    EXPECT_THAT(swept(R"({"over": "workload.tasks", "values": [12, 13]})").sentences,
                ElementsAre("thirteen is refused"));
    EXPECT_THAT(swept(R"({"over": "workload.seconds", "values": [1, 2, 1.0]})").sentences,
                ElementsAre("the value 1 stands twice in the sweep"));
    EXPECT_THAT(swept(R"({"over": "strategy.workers", "values": [0, 1025, 1e308]})").sentences,
                ElementsAre("“strategy.workers” must be between 1 and 1024, but is 0",
                            "“strategy.workers” must be between 1 and 1024, but is 1025",
                            "“strategy.workers” must be a whole number"));
    EXPECT_THAT(swept(R"({"over": "strategy.workers", "values": []})").sentences,
                ElementsAre("“values” must have between 1 and 100 entries, but has 0"));
    for (const char* over : {"", "workers", "workload.", "workload.naps", "strategy.chunk", "repeats"}) {
        EXPECT_THAT(
            swept(R"({"over": ")" + std::string(over) + R"(", "values": [1]})").sentences,
            ElementsAre("“" + std::string(over) +
                        "” cannot be swept; there are: strategy.workers, workload.tasks, workload.seconds"));
    }
}

TEST(Experiment, StrategiesAreNotTooMany)
{
    std::vector<std::string> texts;
    for (std::size_t i = 1; i <= maximumStrategies; ++i)
        texts.push_back("threads:" + std::to_string(i));
    EXPECT_THAT(problemsOf(smallExperiment(texts)), IsEmpty());
    texts.push_back("sequential");
    EXPECT_THAT(problemsOf(smallExperiment(texts)), ElementsAre("/strategies"));
}

TEST(Experiment, AHundredThousandProblemsAreToldAsTheFirstHundred)
{
    std::string keys;
    for (int i = 0; i < 100'000; ++i)
        keys += ",\"key-" + std::to_string(i) + "\": 0";
    const Outcome outcome = readWith(R"(, "timing": "cold")", keys);
    EXPECT_EQ(outcome.pointers.size(), maximumProblems);
    EXPECT_EQ(outcome.pointers.front(), "/key-0");
    std::string parameters = R"({"tasks": 5)" + keys + "}";
    EXPECT_EQ(readWith(R"({"tasks": 5, "seconds": 0.5})", parameters).pointers.size(), maximumProblems);
    std::string many = "[0";
    for (int i = 0; i < 100'000; ++i)
        many += ",0";
    EXPECT_EQ(readWith(R"(["sequential", "threads"])", many + "]").pointers.size(), maximumProblems);
    EXPECT_LE(
        readWith(
            R"([{"strategy": "threads:4", "speedup": {"atLeast": 1.5, "atMost": 2.5, "ofCeiling": 0.85}}])",
            many + "]")
            .pointers.size(),
        maximumProblems);
}

TEST(Experiment, TextsHaveNoControlCharactersAndAreUtf8)
{
    EXPECT_THAT(readWith("An experiment", "An\\u0000experiment").sentences,
                ElementsAre("“title” must not have control characters"));
    EXPECT_THAT(readWith("2 Thread pools", "2\\nThread pools").pointers, ElementsAre("/chapter"));
    EXPECT_THAT(readWith("2 Thread pools", std::string(201, 'x')).pointers, ElementsAre("/chapter"));
    Experiment experiment = smallExperiment();
    experiment.title = "\xff";
    EXPECT_THAT(problemsOf(experiment), ElementsAre("/title")) << "as a command line may bring it";
}

TEST(Experiment, ASeedThatNoFileCouldHoldIsRefused)
{
    Experiment experiment = smallExperiment();
    experiment.seed = maximumSeed;
    EXPECT_THAT(problemsOf(experiment), IsEmpty());
    experiment.seed = maximumSeed + 1;
    EXPECT_THAT(problemsOf(experiment), ElementsAre("/seed"));
    EXPECT_THAT(readWith(R"("seed": 42)", R"("seed": -1)").sentences,
                ElementsAre("“seed” must be between 0 and 9223372036854775807"));
}

TEST(Experiment, NumbersThatAreNoneAreRefusedInMemory)
{
    for (const double odd : {std::nan(""), HUGE_VAL, -HUGE_VAL, 1e308, -0.0}) {
        Experiment experiment = smallExperiment();
        experiment.timeScale = odd;
        EXPECT_THAT(problemsOf(experiment), ElementsAre("/timeScale")) << odd;
        experiment = smallExperiment();
        experiment.expect = {{"threads:2", odd, {}}};
        if (odd != 0) {
            EXPECT_THAT(problemsOf(experiment), ElementsAre("/expect/0/speedup/atLeast")) << odd;
        }
    }
}

TEST(Experiment, AShareOfTheCeilingIsAboveNothingAndAtMostOneAndAHalf)
{
    const std::string share = R"("ofCeiling": 0.85)";
    for (const char* fitting : {"0.001", "1", "1.5"})
        EXPECT_THAT(readWith(share, std::string("\"ofCeiling\": ") + fitting).pointers, IsEmpty());
    for (const std::string odd : {"0", "-1", "1.51", "1e+308"}) {
        const Outcome outcome = readWith(share, "\"ofCeiling\": " + odd);
        EXPECT_THAT(outcome.pointers, ElementsAre("/expect/0/speedup/ofCeiling"));
        EXPECT_THAT(outcome.sentences,
                    ElementsAre("“ofCeiling” must be above 0 and at most 1.5, but is " + odd));
    }
    EXPECT_THAT(readWith(share, R"("ofCeiling": "most")").sentences,
                ElementsAre("“ofCeiling” must be a number"));
    Experiment experiment = smallExperiment();
    experiment.expect = {{"threads:2", {}, {}, std::nan("")}};
    EXPECT_THAT(problemsOf(experiment), ElementsAre("/expect/0/speedup/ofCeiling"));
}

TEST(Experiment, HostileNamesAreShownEscapedAndShort)
{
    const std::string name(100'000, 'x');
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"overlap.experiment/1", name},
                                   {"\"nap\"", "\"" + name + "\""},
                                   {"\"threads\"", "\"" + name + "\""},
                                   {"\"seed\"", "\"" + name + "\""},
                                   {"\"tasks\"", "\"" + name + "\""},
                                   {"\"strategy.workers\"", "\"" + name + "\""}}) {
        const Outcome outcome = readWith(from, to);
        ASSERT_EQ(outcome.sentences.size(), 1u) << from;
        EXPECT_LT(outcome.sentences.front().size(), 250u) << from;
    }
    EXPECT_THAT(readWith("\"nap\"", "\"n\\u0430p\\u202e\\n\"").sentences,
                ElementsAre("no workload is called “n\\u0430p\\u202E\\u000A”; there are: nap"));
}

TEST(Experiment, TypedParametersBecomeValuesOfTheirKind)
{
    Experiment experiment = smallExperiment();
    setParameterFromText(experiment, smallCatalogue(), "tasks", "5");
    setParameterFromText(experiment, smallCatalogue(), "seconds", "0.5");
    setParameterFromText(experiment, smallCatalogue(), "naps", "5");
    EXPECT_EQ(*experiment.parameters.find("tasks"), Value(5));
    EXPECT_EQ(*experiment.parameters.find("seconds"), Value(0.5));
    EXPECT_THAT(problemsOf(experiment), ElementsAre("/workload/parameters/naps"));
}

TEST(Experiment, ATypedSweepIsReadAsNumbersAndTheRestAsTexts)
{
    EXPECT_EQ(sweepFromText("strategy.workers=1,2,4"),
              (Sweep{"strategy.workers", {Value(1), Value(2), Value(4)}}));
    EXPECT_EQ(sweepFromText("workload.seconds=0.5,1e3,two,"),
              (Sweep{"workload.seconds", {Value(0.5), Value(1000.0), Value("two"), Value("")}}));
    EXPECT_THROW(sweepFromText("=1"), Error);
    EXPECT_EQ(sweepFromText("strategy.workers=1..4,8"), sweepFromText("strategy.workers=1,2,3,4,8"));
    EXPECT_EQ(sweepFromText("strategy.workers=2..9..3"), sweepFromText("strategy.workers=2,5,8"));
    EXPECT_EQ(sweepFromText("strategy.chunk=3..1"), sweepFromText("strategy.chunk=3,2,1"));
    EXPECT_EQ(sweepFromText("workload.tasks=1..1000000000000").values.size(), maximumSweepValues + 1);
    EXPECT_EQ(sweepFromText("workload.tasks=-9223372036854775808..9223372036854775807..9223372036854775807")
                  .values.size(),
              3U);
    for (const char* none : {"1..", "..3", "1..2..0", "1..2..3..4", "0.5..2", "1...3"})
        EXPECT_EQ(sweepFromText(std::string("workload.tasks=") + none).values,
                  std::vector<Value>{Value(none)})
            << none;
    EXPECT_THROW(sweepFromText("strategy.workers"), Error);
}

TEST(Experiment, ASweepOverWorkersNeedsABareName)
{
    for (const std::vector<std::string>& fixed : {std::vector<std::string>{"sequential"}, {"threads:2"}}) {
        Experiment experiment = smallExperiment(fixed);
        experiment.sweep = Sweep{"strategy.workers", {Value(1), Value(2)}};
        EXPECT_THAT(problemsOf(experiment), ElementsAre("/sweep/over"));
    }
    Experiment experiment = smallExperiment({"sequential", "threads", "threads:4", "python-threads"});
    experiment.sweep = Sweep{"strategy.workers", {Value(2), Value(4)}};
    EXPECT_THAT(problemsOf(experiment), ElementsAre("/sweep/values/1")) << "threads:4 would be there twice";
}

TEST(Experiment, PythonStrategiesNeedATwinOfTheWork)
{
    Catalogue catalogue = smallCatalogue();
    catalogue.workloads.front().hasPythonTwin = false;
    Experiment experiment = smallExperiment({"python-sequential", "threads:2", "python-threads:2"});
    std::vector<Problem> problems;
    validateExperiment(experiment, catalogue, 2, problems);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems.front().pointer, "/strategies/0");
    EXPECT_EQ(problems.back().pointer, "/strategies/2");
    EXPECT_EQ(problems.front().message.english(), "there is no Python twin of this work");
    EXPECT_THAT(problemsOf(experiment), IsEmpty()) << "where it has one";
}

namespace {

/// The nap in as many stages as a parameter says.
Catalogue catalogueWithStages()
{
    Catalogue catalogue = smallCatalogue();
    catalogue.workloads.front().make = [](const Value& parameters) {
        return std::make_unique<overlap::testing::FakeWorkload>(
            1, nullptr, static_cast<std::size_t>(parameters.find("tasks")->asInteger()));
    };
    catalogue.strategies.push_back(
        {.name = "pipeline", .counts = CountShape::perStage, .maximumCount = 1024, .title = {}, .help = {}});
    return catalogue;
}

std::vector<Problem> problemsOf(int stages, const std::string& strategy)
{
    Experiment experiment = smallExperiment({"sequential", strategy});
    experiment.parameters.set("tasks", stages);
    std::vector<Problem> problems;
    validateExperiment(experiment, catalogueWithStages(), 2, problems);
    return problems;
}

} // namespace

TEST(Experiment, APipelineHasANumberForEachStageOfTheWork)
{
    EXPECT_THAT(problemsOf(3, "pipeline:1,2,1"), IsEmpty());
    EXPECT_THAT(problemsOf(1, "pipeline:4"), IsEmpty());
    const auto wrong = problemsOf(3, "pipeline:1,2");
    ASSERT_EQ(wrong.size(), 1u);
    EXPECT_EQ(wrong[0].pointer, "/strategies/1");
    EXPECT_EQ(wrong[0].message.english(), "“pipeline:1,2” has numbers of workers for 2 stages, but this work "
                                          "has 3: write one for each");
    const auto unknown = problemsOf(1000, "pipeline:1,2");
    ASSERT_EQ(unknown.size(), 1u) << "where the work itself is wrong, its stages are not known";
    EXPECT_EQ(unknown[0].pointer, "/workload/parameters/tasks");
}
