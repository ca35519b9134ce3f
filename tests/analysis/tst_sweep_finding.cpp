// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/sweep_finding.h"

#include "swept_report.h"

#include <gmock/gmock.h>

using namespace overlap;
using namespace overlap::testing;
using core::Value;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

/// Chunks of 1, 5, 25 and 100, of which 25 and 5 are as good.
core::Report chunks(int blocks)
{
    const std::vector<double> seconds{1.0, 0.502, 0.5, 0.8};
    const std::vector<std::string> values{"1", "5", "25", "100"};
    return sweptReport(sweptExperiment("wait", {"sequential", "processes:2"}, "strategy.chunk",
                                       {Value(1), Value(5), Value(25), Value(100)}),
                       blocks, [=](std::size_t i) {
                           const double time = seconds[i];
                           return std::vector<Measured>{
                               {.name = "sequential"},
                               {.name = "processes",
                                .counts = {2},
                                .options = {{"chunk", values[i]}},
                                .seconds = [time](int block) { return noisy(time, block); }}};
                       });
}

} // namespace

TEST(SweepFinding, TheBestValueAndThoseThatAreAsGood)
{
    const core::Report report = chunks(10);
    ASSERT_EQ(report.optima.size(), 1U) << "the baseline is the same everywhere";
    const core::OptimumReport& optimum = report.optima[0];
    EXPECT_EQ(optimum.strategy, "processes:2");
    EXPECT_EQ(optimum.best, "processes:2@chunk=25");
    EXPECT_EQ(optimum.value, Value(25));
    EXPECT_THAT(optimum.asGood, ElementsAre(Value(5)));
    EXPECT_THAT(
        optimum.sentence.english(),
        ::testing::ContainsRegex("^processes:2@chunk=25 took least, 0?[0-9.]+ m?s .95 % interval .*, at "
                                 "strategy.chunk = 25; as good within their intervals: 5.$"));
    EXPECT_THAT(report.scaling, IsEmpty());
}

TEST(SweepFinding, WithoutIntervalsItSaysSo)
{
    const core::Report report = chunks(1);
    ASSERT_EQ(report.optima.size(), 1U);
    EXPECT_THAT(report.optima[0].asGood, IsEmpty());
    EXPECT_THAT(report.optima[0].sentence.english(),
                ::testing::HasSubstr("too few blocks to say how sure that is."));
}

TEST(SweepFinding, WhereTheWorkDiffersTheGainCounts)
{
    const core::Report report = sweptReport(
        sweptExperiment("wait", {"sequential", "threads:2"}, "workload.tasks", {Value(2), Value(20)}), 10,
        [](std::size_t i) {
            const double work = i == 0 ? 0.1 : 1.0;
            const double gain = i == 0 ? 1.2 : 1.9;
            return std::vector<Measured>{
                {.name = "sequential", .seconds = [=](int block) { return noisy(work, block); }},
                {.name = "threads", .counts = {2}, .seconds = [=](int block) {
                     return noisy(work / gain, block + 1);
                 }}};
        });
    ASSERT_EQ(report.optima.size(), 1U);
    EXPECT_EQ(report.optima[0].value, Value(20)) << "although two tasks take less time";
    EXPECT_THAT(report.optima[0].asGood, IsEmpty());
}

TEST(SweepFinding, FailedAndForeignPointsAreNoBest)
{
    const core::Report report = sweptReport(
        sweptExperiment("wait", {"processes:2"}, "strategy.chunk", {Value(1), Value(2), Value(3), Value(4)}),
        5, [](std::size_t i) {
            Measured one{.name = "processes", .counts = {2}, .options = {{"chunk", std::to_string(i + 1)}}};
            one.seconds = [i](int block) { return noisy(1.0 / static_cast<double>(i + 1), block); };
            one.failed = i == 3 ? 1 : 0;
            return std::vector<Measured>{one};
        });
    ASSERT_EQ(report.optima.size(), 1U);
    EXPECT_EQ(report.optima[0].value, Value(3));
}

TEST(SweepFinding, OneValueIsNoComparison)
{
    EXPECT_THAT(
        sweptReport(sweptExperiment("wait", {"processes:2"}, "strategy.chunk", {Value(1)}), 5,
                    [](std::size_t) { return std::vector<Measured>{{.name = "processes", .counts = {2}}}; })
            .optima,
        IsEmpty());
}
