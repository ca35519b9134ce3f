// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The measured advice from profile to recommendation, on work of a fraction of a second.
#include "engine/measured_advice.h"
#include "engine_fixture.h"

#include <algorithm>
#include <gmock/gmock.h>

using namespace overlap;
using core::Value;
using engine::Commitment;
using engine::MeasuredAdvice;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

class Advice : public overlap::testing::EngineTest
{
protected:
    core::Experiment waits(std::vector<std::string> strategies, int repeats = 1)
    {
        core::Experiment asked =
            experiment("wait", std::move(strategies), {{"tasks", Value(4)}, {"seconds", Value(1.5)}});
        asked.repeats = repeats;
        return asked;
    }

    MeasuredAdvice advise(const engine::AdviceRequest& request, std::stop_token stop = {},
                          const engine::LiveSink& sink = {})
    {
        const engine::MachineProbe quiet = [] { return engine::MachineSample{}; };
        const engine::EngineServices services{paths, launcher, catalogue, 0, quiet};
        return engine::measureAdvice(
            request, services, 2, std::move(stop),
            [this](const std::shared_ptr<const Commitment>& told) {
                committed = told;
                runsBefore = runs;
            },
            [this, &sink](const engine::LiveEvent& event) {
                if (std::holds_alternative<engine::RunEnded>(event))
                    ++runs;
                if (sink)
                    sink(event);
            });
    }

    std::shared_ptr<const Commitment> committed;
    int runs = 0;
    int runsBefore = 0; // the commitment
};

std::vector<std::string> textsOf(const std::vector<analysis::Forecast>& forecasts)
{
    std::vector<std::string> texts;
    for (const analysis::Forecast& forecast : forecasts)
        texts.push_back(forecast.strategy.text());
    return texts;
}

} // namespace

TEST_F(Advice, TheForecastsStandBeforeTheFirstCandidateRuns)
{
    const MeasuredAdvice advice = advise({waits({"threads:4"}), false});
    ASSERT_TRUE(committed);
    EXPECT_EQ(runsBefore, 1) << "the profile alone";
    EXPECT_EQ(runs, 3);
    EXPECT_EQ(advice.commitment, committed);
    EXPECT_THAT(textsOf(committed->forecasts), ElementsAre("sequential", "threads:4"));
    ASSERT_THAT(advice.forecasts, SizeIs(2));
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_FALSE(committed->forecasts[i].measuredSeconds);
        EXPECT_TRUE(advice.forecasts[i].measuredSeconds);
        EXPECT_EQ(committed->forecasts[i].wallSeconds, advice.forecasts[i].wallSeconds);
        EXPECT_EQ(committed->forecasts[i].startUpSeconds, advice.forecasts[i].startUpSeconds);
    }
    EXPECT_NEAR(committed->works.at(0).waiting, 1, 0.1);
    EXPECT_NEAR(committed->seconds, 0.15, 0.05) << "120 ms and 30 ms";
    EXPECT_EQ(advice.score.of, 1u);
}

TEST_F(Advice, CandidatesAreAddedAndToldFromWhatWasAskedFor)
{
    const MeasuredAdvice advice = advise({waits({"sequential", "threads:2"})});
    const auto texts = textsOf(advice.forecasts);
    EXPECT_THAT(texts, Contains("threads:4")) << "one for each item";
    EXPECT_THAT(texts, Contains(::testing::StartsWith("event-loop:")));
    EXPECT_LE(texts.size(), 8u);
    EXPECT_THAT(committed->asked, ElementsAre("sequential", "threads:2"));
    EXPECT_EQ(advice.outcome.report.strategies.size(), texts.size());
    EXPECT_EQ(committed->experiment.strategies, texts);
}

TEST_F(Advice, WaitingIsDoneByManyAtATime)
{
    core::Experiment asked = waits({"sequential"}, 10);
    const MeasuredAdvice advice = advise({asked});
    ASSERT_THAT(advice.recommendations, SizeIs(1));
    const analysis::Recommendation& recommendation = advice.recommendations[0];
    EXPECT_THAT(advice.lessons.at(0).lesson.sentence.english(), HasSubstr("threads"));
    if (!advice.outcome.report.environment.measurable) {
        EXPECT_EQ(recommendation.strategy, "");
        return;
    }
    const core::StrategyReport* chosen = advice.outcome.report.strategy(recommendation.strategy);
    ASSERT_TRUE(chosen) << recommendation.sentence.english();
    EXPECT_NE(recommendation.family, analysis::AdviceFamily::sequential);
    ASSERT_TRUE(chosen->speedup);
    EXPECT_GT(chosen->speedup->value, 2.5);
    EXPECT_EQ(advice.outcome.plan.runs.front().warmup, true);
}

TEST_F(Advice, ItsDocumentHoldsForecastsUnchangedBesideWhatWasMeasured)
{
    const MeasuredAdvice advice = advise({waits({"sequential", "threads:2"}), false});
    const Value document = advice.toValue();
    EXPECT_EQ(document.find("schema")->asString(), "overlap.advice/1");
    EXPECT_EQ(document.find("runtime")->asString(), "native");
    EXPECT_EQ(document.find("counts")->asString(), "time");
    EXPECT_EQ(document.find("lessonFamily")->asString(), "threads");
    EXPECT_FALSE(document.find("path")->asArray().empty());
    EXPECT_TRUE(document.find("recommendation")->isNull()) << "one block";
    EXPECT_TRUE(document.find("matters")->isNull());
#ifdef OVERLAP_SANITIZED
    EXPECT_THAT(document.find("sentence")->asString(), HasSubstr("not for measurement"));
#else
    EXPECT_THAT(document.find("sentence")->asString(), HasSubstr("Too few blocks"));
#endif
    const Value& threads = document.find("strategies")->asArray().at(1);
    EXPECT_EQ(threads.find("strategy")->asString(), "threads:2");
    EXPECT_EQ(threads.find("forecast")->find("wallSeconds")->asNumber(), committed->forecasts[1].wallSeconds);
    EXPECT_EQ(threads.find("measured")->find("seconds")->asNumber(), *advice.forecasts[1].measuredSeconds);
    EXPECT_FALSE(threads.find("added")->asBoolean());
    EXPECT_TRUE(threads.find("hit")->isBoolean());
    EXPECT_GT(threads.find("costs")->find("time")->find("value")->asNumber(), 0);
    EXPECT_EQ(document.find("runtimes")->asArray().size(), 1u);
    EXPECT_EQ(document.find("works")->asArray().at(0).find("items")->asInteger(), 4);
    EXPECT_EQ(document.find("report")->find("schema")->asString(), "overlap.report/1");
}

TEST_F(Advice, ASweepOverTheWorkIsLeftOutAndOneOverWorkersIsAsked)
{
    core::Experiment work = waits({"threads:2"});
    work.sweep = core::Sweep{"workload.tasks", {Value(2), Value(3)}};
    validate(work);
    const MeasuredAdvice stands = advise({work, false});
    ASSERT_THAT(committed->notes, SizeIs(1));
    EXPECT_THAT(committed->notes[0].english(), HasSubstr("workload.tasks"));
    EXPECT_EQ(committed->works.at(0).items, 4u);
    core::Experiment workers = waits({"threads:1"});
    workers.strategies = {"threads"};
    workers.sweep = core::Sweep{"strategy.workers", {Value(1), Value(3)}};
    validate(workers);
    advise({workers, false});
    EXPECT_THAT(textsOf(committed->forecasts), ElementsAre("sequential", "threads:1", "threads:3"));
    EXPECT_THAT(committed->notes, IsEmpty());
}

TEST_F(Advice, AStopBeforeTheCommitmentCommitsNothing)
{
    std::stop_source stop;
    stop.request_stop();
    const MeasuredAdvice advice = advise({waits({"threads:2"})}, stop.get_token());
    EXPECT_TRUE(advice.cancelled);
    EXPECT_FALSE(advice.commitment);
    EXPECT_FALSE(committed);
}

TEST_F(Advice, AStopAmongTheRunsKeepsTheForecastsAndRecommendsNothing)
{
    std::stop_source stop;
    const MeasuredAdvice advice =
        advise({waits({"threads:2"}, 20), false}, stop.get_token(), [&](const engine::LiveEvent& event) {
            if (committed && std::holds_alternative<engine::RunEnded>(event))
                stop.request_stop();
        });
    EXPECT_TRUE(advice.cancelled);
    ASSERT_TRUE(advice.commitment);
    EXPECT_THAT(advice.forecasts, SizeIs(2));
    for (const analysis::Recommendation& recommendation : advice.recommendations)
        EXPECT_EQ(recommendation.strategy, "");
    EXPECT_TRUE(advice.toValue().find("cancelled")->asBoolean());
}
