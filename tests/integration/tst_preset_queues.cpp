// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The presets of queues and of the database: what must come out of them.
#include "../engine/engine_fixture.h"
#include "cli_process.h"
#include "core/json.h"
#include "preset_report.h"

#include <algorithm>
#include <functional>
#include <gmock/gmock.h>
#include <numeric>
#include <set>

using namespace overlap;
using core::State;
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
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

constexpr const char* quick = "0.25"; // time scale: waits of 25 ms and more are still exact to a per cent

Value reportOf(std::vector<std::string> arguments)
{
    arguments.insert(arguments.end(), {"--json", "-"});
    const CliOutcome outcome = runCli(std::move(arguments));
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return core::parseJson(outcome.out);
}

/// Runs an experiment until what its times must say holds, at most three times. What a disturbed block denies
/// says nothing; where every one is disturbed, the test is skipped.
void expectTimes(const std::vector<std::string>& arguments, const std::function<void(const Value&)>& always,
                 const std::function<std::string(const Value&)>& complaint)
{
    std::string said = "disturbed";
    for (int attempt = 0; attempt < 3; ++attempt) {
        const Value report = reportOf(arguments);
        always(report);
        if (!measures)
            return;
        const std::string complained = complaint(report);
        if (complained.empty())
            return;
        if (!isDisturbed(report))
            said = complained;
    }
    if (said == "disturbed")
        GTEST_SKIP() << "something else kept this machine busy every time";
    ADD_FAILURE() << said;
}

double wallOf(const Value& report, std::string_view strategy)
{
    return strategyOf(report, strategy).find("medianWallSeconds")->asNumber();
}

const Value& firstRun(const Value& strategy)
{
    return strategy.find("runs")->asArray().front();
}

double markOf(const Value& run, std::string_view name)
{
    for (const Value& mark : run.find("marks")->asArray()) {
        if (mark.find("name")->asString() == name)
            return mark.find("seconds")->asNumber();
    }
    ADD_FAILURE() << "no mark " << name;
    return 0;
}

std::vector<std::int64_t> tasksPerWorker(const Value& strategy, std::size_t stage)
{
    std::vector<std::int64_t> counts;
    for (const Value& count :
         firstRun(strategy).find("stages")->asArray()[stage].find("tasksPerWorker")->asArray())
        counts.push_back(count.asInteger());
    return counts;
}

struct Preset
{
    const char* id;
    int items;
    const char* timeScale;
    const char* state = "waiting";
};

void PrintTo(const Preset& preset, std::ostream* stream)
{
    *stream << preset.id;
}

} // namespace

class QueuePresets : public ::testing::TestWithParam<Preset>
{};

TEST_P(QueuePresets, ComeOutAsTheySay)
{
    const Preset& preset = GetParam();
    expectTimes(
        {"run", preset.id, "--time-scale", preset.timeScale},
        [&preset](const Value& report) { expectSound(report, preset.id, preset.items, 0, preset.state); },
        [](const Value& report) {
            std::string missed;
            meetsItsExpectations(report, missed);
            return missed;
        });
}

INSTANTIATE_TEST_SUITE_P(Shipped, QueuePresets,
                         ::testing::Values(Preset{"producer-consumer", 8, quick},
                                           Preset{"end-mark", 8, quick}, Preset{"back-pressure", 30, "0.2"},
                                           Preset{"shared-work", 12, quick},
                                           Preset{"assembly-line", 8, quick},
                                           Preset{"price-pipeline", 8, "0.4", "computing"}),
                         [](const auto& instance) {
                             std::string name = instance.param.id;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST(ProducerConsumer, TheTimeOutStandsBetweenTheLastItemAndTheEndOfTheProgram)
{
    const Value report = reportOf({"run", "producer-consumer", "--time-scale", quick});
    const Value& run = firstRun(strategyOf(report, "pipeline:1,1@queues=0/5,timeout=2s"));
    const double wall = run.find("wallSeconds")->asNumber();
    EXPECT_GE(wall - markOf(run, "last-done"), 0.25 * 2) << "the consumer gives up after 2 s";
    const Value clean = reportOf({"run", "end-mark", "--time-scale", quick});
    const Value& marked = firstRun(strategyOf(clean, "pipeline:1,1@queues=0/5"));
    EXPECT_LT(marked.find("wallSeconds")->asNumber() - markOf(marked, "last-done"), 0.25 * 2);

    EXPECT_THAT(runCli({"run", "producer-consumer", "--time-scale", quick}).out,
                HasSubstr("The last item was done after "));
    EXPECT_THAT(
        runCli({"run", "end-mark", "--time-scale", quick}).out,
        AllOf(Not(HasSubstr("The last item was done after ")), HasSubstr("consume is the bottleneck: ")));
}

TEST(DeadConsumer, IsDiagnosedInsteadOfBlockingTheProducerForEver)
{
    const CliOutcome outcome = runCli({"run", "dead-consumer", "--time-scale", quick});
    EXPECT_EQ(outcome.code, 0) << "what was meant to fail is no trouble: " << outcome.err;
    EXPECT_THAT(outcome.out, AllOf(HasSubstr("the consumer failed at its start"),
                                   HasSubstr("nobody took this item: stage “consume” has no worker left"),
                                   HasSubstr("would wait for ever")));
    const Value report = reportOf({"run", "dead-consumer", "--time-scale", quick});
    for (const Value& strategy : report.find("strategies")->asArray()) {
        EXPECT_EQ(*strategy.find("tasks")->find("failed"), Value(8));
        EXPECT_EQ(*strategy.find("tasks")->find("meant"), Value(8));
        EXPECT_TRUE(strategy.find("bottleneck")->isNull());
    }
}

TEST(SharedWork, TheWorkersGetDifferentNumbersOfTasks)
{
    std::vector<std::int64_t> counts;
    expectTimes(
        {"run", "shared-work", "--time-scale", quick},
        [&counts](const Value& report) {
            const Value& strategy = strategyOf(report, "pipeline:1,3,1");
            EXPECT_THAT(tasksPerWorker(strategy, 0), ElementsAre(12));
            EXPECT_THAT(tasksPerWorker(strategy, 2), ElementsAre(12));
            counts = tasksPerWorker(strategy, 1);
            EXPECT_EQ(counts.size(), 3U);
            EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}), 12);
            EXPECT_EQ(*strategy.find("bottleneck")->find("stage"), Value("work"));
        },
        [&counts](const Value&) {
            std::ranges::sort(counts);
            return counts == std::vector<std::int64_t>{3, 4, 5} ? std::string() : std::string("other counts");
        });
    EXPECT_THAT(runCli({"run", "shared-work", "--time-scale", quick}).out,
                HasSubstr("tasks of the workers of work: "));
}

TEST(AssemblyLine, TheBottleneckIsNamedAndItsBoundHolds)
{
    const auto sound = [](const Value& report) {
        for (const std::string name : {"pipeline:1,1,1@queues=3/3/0", "pipeline:2,2,1@queues=3/3/0"}) {
            const Value& strategy = strategyOf(report, name);
            EXPECT_EQ(*strategy.find("bottleneck")->find("stage"), Value("assemble"));
            EXPECT_LE(strategy.find("bottleneck")->find("leastSeconds")->asNumber(),
                      strategy.find("medianWallSeconds")->asNumber());
        }
        EXPECT_TRUE(strategyOf(report, "threads:3").find("bottleneck")->isNull());
    };
    expectTimes({"run", "assembly-line", "--time-scale", quick}, sound, [](const Value& report) {
        const Value& one = *strategyOf(report, "pipeline:1,1,1@queues=3/3/0").find("bottleneck");
        const Value& two = *strategyOf(report, "pipeline:2,2,1@queues=3/3/0").find("bottleneck");
        std::string said;
        if (!one.find("tied")->asArray().empty())
            said += "one worker each: a tie; ";
        if (two.find("tied")->asArray() != Value::Array{Value("inspect")})
            said += "two, two, one: no tie; ";
        const double halved = one.find("secondsPerItem")->asNumber() / two.find("secondsPerItem")->asNumber();
        if (halved < 1.95 || halved > 2.05)
            said += "two workers do not halve the time per item; ";
        if (wallOf(report, "pipeline:1,1,1@queues=3/3/0") > 1.1 * one.find("leastSeconds")->asNumber())
            said += "the line is far from its bound; ";
        if (wallOf(report, "threads:3") >= wallOf(report, "pipeline:1,1,1@queues=3/3/0") ||
            wallOf(report, "threads:5") >= wallOf(report, "pipeline:2,2,1@queues=3/3/0"))
            said += "a pool of equal size is no faster; ";
        return said;
    });
    EXPECT_THAT(runCli({"run", "assembly-line", "--time-scale", quick}).out,
                AllOf(HasSubstr("pipeline:1,1,1@queues=3/3/0: assemble is the bottleneck: "),
                      HasSubstr("assemble and inspect hold the line up alike"),
                      HasSubstr("threads:3: faster than pipeline:1,1,1@queues=3/3/0 with as many workers")));
}

TEST(PricePipeline, TheBestMixIsNotTheOneOfAnyStageAlone)
{
    // The time scale makes a price take as long to fetch as two analyses.
    const std::vector<std::string> run{"run", "price-pipeline", "--time-scale", "0.4"};
    const std::string cores = std::to_string(reportOf({"run", "end-mark", "--time-scale", "0.05"})
                                                 .find("environment")
                                                 ->find("cores")
                                                 ->asInteger());
    if (cores == "1")
        GTEST_SKIP() << "one core analyses no faster with more workers";
    const std::string both = "pipeline:4," + cores + ",1";
    const std::string fetching = "pipeline:4,1,1";
    const std::string analysing = "pipeline:1," + cores + ",1";
    std::vector<std::string> arguments = run;
    for (const std::string& strategy : {both, fetching, analysing})
        arguments.insert(arguments.end(), {"--strategy", strategy});
    expectTimes(
        arguments, [](const Value& report) { EXPECT_EQ(*report.find("digestsEqual"), Value(true)); },
        [&](const Value& report) {
            return wallOf(report, both) < 0.85 * wallOf(report, fetching) &&
                           wallOf(report, both) < 0.85 * wallOf(report, analysing)
                       ? std::string()
                       : std::string("a mix for one stage alone is as good");
        });
}

TEST(DatabaseQueries, TheShareOfWaitingForAConnectionFallsWithTheirNumber)
{
    const std::vector<std::string> arguments{"run",   "database-queries", "--set", "queries=24",
                                             "--set", "orders=50000"};
    std::set<std::string> digests;
    std::vector<double> shares;
    expectTimes(
        arguments,
        [&](const Value& report) {
            shares.clear();
            for (const Value& point : report.find("points")->asArray()) {
                for (const Value& strategy : point.find("strategies")->asArray()) {
                    EXPECT_EQ(*strategy.find("tasks")->find("done"), Value(24));
                    digests.insert(strategy.find("resultDigest")->asString());
                }
                shares.push_back(
                    strategyOf(point, "threads:8").find("ledger")->find("lock-wait")->asNumber());
            }
            EXPECT_EQ(digests.size(), 1U) << "the same rows however many connections there are";
            EXPECT_EQ(shares.size(), 3U);
            EXPECT_EQ(shares.back(), 0) << "a connection for each worker";
            EXPECT_GT(shares.front(), 0);
        },
        [&](const Value&) {
            return shares[0] > shares[1] + 0.02 && shares[1] > shares[2]
                       ? std::string()
                       : "shares " + ::testing::PrintToString(shares);
        });
    const Value report =
        reportOf({"run", "database-queries", "--strategy", "processes:2", "--set", "orders=20000"});
    EXPECT_EQ(*report.find("digestsEqual"), Value(true)) << "each process has connections of its own";
    for (const Value& point : report.find("points")->asArray())
        EXPECT_EQ(secondsIn(strategyOf(point, "processes:2"), "lock-wait"), 0);
}

namespace {

/// What only the timeline tells, which no report holds.
class QueueTimelines : public overlap::testing::EngineTest
{
protected:
    /// The timelines of the strategies of a preset, in its order, behind that of an added baseline.
    std::vector<std::shared_ptr<const core::Timeline>> timelinesOf(const char* file, double timeScale)
    {
        core::Experiment preset = core::loadExperiment(paths.experiments() / file, catalogue, 2);
        preset.timeScale = timeScale;
        const engine::ExperimentOutcome outcome = run(preset);
        std::vector<std::shared_ptr<const core::Timeline>> timelines;
        for (const auto& one : outcome.lastRuns)
            timelines.push_back(one->timeline);
        return timelines;
    }

    static core::Nanoseconds timeIn(const core::Timeline& timeline, std::string_view lane, State state)
    {
        const auto found = std::ranges::find(timeline.lanes, lane, &core::Lane::name);
        EXPECT_NE(found, timeline.lanes.end()) << "no lane " << lane;
        return found == timeline.lanes.end() ? 0 : found->totals[static_cast<std::size_t>(state)];
    }
    static std::int64_t deepest(const core::Timeline& timeline, std::string_view track)
    {
        const auto found = std::ranges::find(timeline.tracks, track, &core::Track::name);
        EXPECT_NE(found, timeline.tracks.end()) << "no track " << track;
        std::int64_t most = 0;
        for (const core::Track::Point& point : found->points)
            most = std::max(most, point.value);
        return most;
    }
};

} // namespace

TEST_F(QueueTimelines, ASecondConsumerTakesTheBackPressureFromTheProducer)
{
    const auto timelines = timelinesOf("403-back-pressure.json", 0.2);
    ASSERT_EQ(timelines.size(), 3U);
    const core::Nanoseconds one = timeIn(*timelines[1], "produce 1", State::queueFull);
    const core::Nanoseconds two = timeIn(*timelines[2], "produce 1", State::queueFull);
    EXPECT_EQ(deepest(*timelines[1], "queue 2"), 2) << "filled, and never above its size";
    EXPECT_LE(deepest(*timelines[2], "queue 2"), 2);
    EXPECT_GT(one, 0);
    EXPECT_LT(two, one / 5) << "the producer hardly ever waits any more";
}

TEST_F(QueueTimelines, TheFeederWaitsForTheAssemblyLine)
{
    const auto timelines = timelinesOf("406-assembly-line.json", 0.25);
    ASSERT_EQ(timelines.size(), 5U);
    const double blocked = core::toSeconds(timeIn(*timelines[1], "feeder", State::queueFull));
    EXPECT_GT(blocked, 0);
    if (measures) {
        EXPECT_NEAR(blocked / core::toSeconds(timelines[1]->end), 0.5 / 3.7, 0.03);
    }
    EXPECT_LE(deepest(*timelines[1], "queue 1"), 3);
    EXPECT_LE(deepest(*timelines[1], "queue 2"), 3);
    const auto collectors =
        std::ranges::count(timelines[1]->lanes, core::LaneKind::collector, &core::Lane::kind);
    EXPECT_EQ(collectors, 1);
}
