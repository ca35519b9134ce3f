// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The presets that are sweeps: what must come out of them, on whatever machine.
#include "cli_process.h"
#include "core/json.h"
#include "preset_report.h"

#include <algorithm>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

using namespace overlap;
using core::Value;
using overlap::testing::CliOutcome;
using overlap::testing::isDisturbed;
using overlap::testing::measures;
using overlap::testing::runCli;
using overlap::testing::strategyOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

Value sweepOf(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "sweep");
    arguments.insert(arguments.end(), {"--quiet", "--json", "-"});
    const CliOutcome outcome = runCli(std::move(arguments));
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return core::parseJson(outcome.out);
}

const Value::Array& pointsOf(const Value& report)
{
    return report.find("points")->asArray();
}

/// What holds however disturbed the machine is: every task done at every point, with the results of its
/// baseline, and one verdict on `rule` for each of the strategies.
void expectSoundSweep(const Value& report, std::string_view id, std::string_view rule,
                      const std::vector<std::string>& strategies)
{
    EXPECT_EQ(*report.find("experiment")->find("id"), Value(id));
    EXPECT_EQ(*report.find("cancelled"), Value(false));
    EXPECT_EQ(*report.find("digestsEqual"), Value(true));
    EXPECT_EQ(pointsOf(report).size(),
              report.find("experiment")->find("sweep")->find("values")->asArray().size());
    for (const Value& point : pointsOf(report)) {
        for (const Value& strategy : point.find("strategies")->asArray()) {
            EXPECT_EQ(*strategy.find("tasks")->find("done"), *strategy.find("items"));
            EXPECT_EQ(strategy.find("resultDigest")->asString().size(), 64U);
        }
    }
    std::vector<std::string> judged;
    for (const Value& verdict : report.find("rules")->asArray()) {
        EXPECT_EQ(*verdict.find("rule"), Value(rule));
        EXPECT_GT(verdict.find("sentence")->asString().size(), 20U);
        judged.push_back(verdict.find("strategy")->asString());
    }
    EXPECT_EQ(judged, strategies);
}

bool anyPointDisturbed(const Value& report)
{
    return std::ranges::any_of(pointsOf(report), isDisturbed);
}

/// Runs a sweep until what its times must say holds, at most three times. A disturbed block says nothing.
void expectTimes(const std::vector<std::string>& arguments, const std::function<void(const Value&)>& always,
                 const std::function<std::string(const Value&)>& missed)
{
    std::string said;
    bool judged = false;
    for (int attempt = 0; attempt < 3; ++attempt) {
        const Value report = sweepOf(arguments);
        always(report);
        if (!measures)
            return;
        if (anyPointDisturbed(report))
            continue;
        judged = true;
        said = missed(report);
        if (said.empty())
            return;
    }
    if (!judged)
        GTEST_SKIP() << "something else kept this machine busy every time";
    ADD_FAILURE() << said;
}

double speedupOf(const Value& strategy)
{
    return strategy.find("speedup")->find("value")->asNumber();
}

/// The only strategy of a name at each point, in the order of the values.
std::vector<Value> seriesOf(const Value& report, const std::string& name)
{
    std::vector<Value> series;
    for (const Value& point : pointsOf(report)) {
        for (const Value& strategy : point.find("strategies")->asArray()) {
            if (strategy.find("strategy")->asString().starts_with(name))
                series.push_back(strategy);
        }
    }
    return series;
}

/// Speed-ups by the number of workers.
std::map<std::int64_t, double> scalingOf(const Value& report)
{
    const Value::Array& scaling = report.find("scaling")->asArray();
    EXPECT_EQ(scaling.size(), 1U);
    std::map<std::int64_t, double> speedups;
    for (const Value& point : scaling.front().find("points")->asArray())
        speedups[point.find("workers")->asInteger()] = point.find("speedup")->asNumber();
    return speedups;
}

std::int64_t coresOf(const Value& report)
{
    return report.find("environment")->find("cores")->asInteger();
}

double delayOf(const Value& strategy)
{
    return strategy.find("runs")->asArray().front().find("summary")->find("delaySeconds")->asNumber();
}

} // namespace

TEST(SwitchInterval, TheDelayOfTheTaskThatWaitsGrowsWithIt)
{
    expectTimes(
        {"switch-interval"},
        [](const Value& report) {
            const bool python = !report.find("environment")->find("python")->isNull();
            expectSoundSweep(report, "switch-interval", "switch-interval",
                             python ? std::vector<std::string>{"gil-threads:2", "python-threads:2"}
                                    : std::vector<std::string>{"gil-threads:2"});
        },
        [](const Value& report) -> std::string {
            for (const std::string name : {"gil-threads", "python-threads"}) {
                const auto series = seriesOf(report, name);
                if (series.empty())
                    continue;
                // 50 µs, 500 µs, 5 ms, 50 ms. Below a few scheduler ticks the intervals tell little.
                if (!(delayOf(series[3]) > 4 * delayOf(series[2]) && delayOf(series[2]) > delayOf(series[0])))
                    return name + " " + std::to_string(delayOf(series[0])) + " " +
                           std::to_string(delayOf(series[2])) + " " + std::to_string(delayOf(series[3]));
            }
            return {};
        });
}

TEST(RuleThreadWorkers, MoreThreadsThanCoresPayForTasksThatWait)
{
    expectTimes(
        {"rule-thread-workers"},
        [](const Value& report) {
            expectSoundSweep(report, "rule-thread-workers", "thread-workers", {"threads"});
            const std::int64_t cores = coresOf(report);
            const auto speedups = scalingOf(report);
            for (const std::int64_t factor : {1, 2, 3, 5, 8, 16})
                EXPECT_TRUE(speedups.contains(std::min<std::int64_t>(factor * cores, 1024))) << factor;
        },
        [](const Value& report) -> std::string {
            const auto speedups = scalingOf(report);
            const std::int64_t cores = coresOf(report);
            const double within = std::max(speedups.at(3 * cores), speedups.at(5 * cores));
            return within > 1.5 * speedups.at(cores) ? std::string()
                                                     : "2 to 5 × cores gain " + std::to_string(within) +
                                                           ", cores " + std::to_string(speedups.at(cores));
        });
}

TEST(RuleThreadWorkers, TheRuleSpeaksOfTheRatioThatIsSet)
{
    const Value report =
        sweepOf({"rule-thread-workers", "--set", "ratio=1", "--set", "tasks=40", "--set", "work=0.04"});
    expectSoundSweep(report, "rule-thread-workers", "thread-workers", {"threads"});
    EXPECT_THAT(report.find("rules")->asArray().front().find("sentence")->asString(),
                ::testing::AnyOf(HasSubstr("wait 1 ×"), HasSubstr("no such number was tried")));
}

TEST(RuleProcessWorkers, MoreProcessesThanCoresGainNoMore)
{
    expectTimes(
        {"rule-process-workers"},
        [](const Value& report) {
            expectSoundSweep(report, "rule-process-workers", "process-workers", {"processes"});
            EXPECT_TRUE(scalingOf(report).contains(coresOf(report)));
            const Value& scaling = report.find("scaling")->asArray().front();
            EXPECT_FALSE(scaling.find("fits")->asArray().empty())
                << "six numbers of workers suffice for laws";
            EXPECT_FALSE(scaling.find("law")->isNull());
            for (const Value& point : scaling.find("points")->asArray())
                EXPECT_FALSE(point.find("ceiling")->isNull());
        },
        [](const Value& report) -> std::string {
            const auto speedups = scalingOf(report);
            const std::int64_t cores = coresOf(report);
            return speedups.at(3 * cores) < 1.3 * speedups.at(cores)
                       ? std::string()
                       : "cores gain " + std::to_string(speedups.at(cores)) + ", 3 × cores " +
                             std::to_string(speedups.at(3 * cores));
        });
}

TEST(RuleQueueSize, ALongQueueHoldsMoreAndGainsNoMore)
{
    expectTimes(
        {"rule-queue-size"},
        [](const Value& report) {
            expectSoundSweep(report, "rule-queue-size", "queue-size", {"pipeline:1,1,1@queues=0/3/3"});
            std::vector<std::string> strategies;
            for (const Value& strategy : seriesOf(report, "pipeline"))
                strategies.push_back(strategy.find("strategy")->asString());
            EXPECT_EQ(strategies.front(), "pipeline:1,1,1@queues=0/1/1") << "the first queue has no limit";
        },
        [](const Value& report) -> std::string {
            const auto series = seriesOf(report, "pipeline");
            const double held = series.back().find("latency")->find("p50")->asNumber();
            const double lean = series.front().find("latency")->find("p50")->asNumber();
            const double gain =
                speedupOf(series.back()) / speedupOf(series[4]); // 48 against 9, three for each
            return gain < 1.1 && held > lean ? std::string()
                                             : "gain " + std::to_string(gain) + ", under way " +
                                                   std::to_string(held) + " and " + std::to_string(lean);
        });
}

TEST(RuleGranularity, TasksTooSmallAreNotWorthSendingToAProcess)
{
    const std::vector<std::string> strategies{"threads:cores", "processes:cores"};
    expectTimes(
        {"rule-granularity"},
        [&](const Value& report) {
            expectSoundSweep(report, "rule-granularity", "granularity", strategies);
            EXPECT_EQ(*seriesOf(report, "processes").back().find("items"), Value(50'000));
        },
        [](const Value& report) -> std::string {
            const auto series = seriesOf(report, "processes");
            // 50 000 tasks of 10 µs against 50 of 10 ms.
            return speedupOf(series.back()) < 0.9 * speedupOf(series[2])
                       ? std::string()
                       : std::to_string(speedupOf(series.back())) + " against " +
                             std::to_string(speedupOf(series[2]));
        });
}

TEST(WorthIt, ProcessesLoseBelowTheirStartAndNotAboveIt)
{
    const std::vector<std::string> strategies{"threads:cores", "processes:cores"};
    expectTimes(
        {"worth-it"},
        [&](const Value& report) {
            EXPECT_EQ(*report.find("experiment")->find("timing"), Value("cold"));
            expectSoundSweep(report, "worth-it", "worth-it", strategies);
        },
        [](const Value& report) -> std::string {
            const auto series = seriesOf(report, "processes");
            return speedupOf(series.front()) < 0.7 && speedupOf(series.back()) > speedupOf(series.front())
                       ? std::string()
                       : std::to_string(speedupOf(series.front())) + " for 1 ms, " +
                             std::to_string(speedupOf(series.back())) + " for 1 s";
        });
}
