// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/scaling_finding.h"

#include "swept_report.h"

#include <cmath>
#include <gmock/gmock.h>

using namespace overlap;
using namespace overlap::testing;
using core::ScalingLaw;
using core::Value;
using ::testing::HasSubstr;

namespace {

const std::vector<int> counts{1, 2, 4, 8, 16};

core::Experiment overWorkers(std::vector<std::string> strategies = {"sequential", "threads"})
{
    std::vector<Value> values;
    for (const int count : counts)
        values.emplace_back(count);
    return sweptExperiment("wait", std::move(strategies), "strategy.workers", values);
}

core::Report scaled(const std::function<double(double)>& speedup, int blocks)
{
    return sweptReport(overWorkers(), blocks, [&](std::size_t i) {
        const double gain = speedup(counts[i]);
        return std::vector<Measured>{{.name = "sequential"},
                                     {.name = "threads", .counts = {counts[i]}, .seconds = [gain](int block) {
                                          return noisy(1 / gain, block);
                                      }}};
    });
}

} // namespace

TEST(ScalingFinding, SaysPointsLawAndOneSentence)
{
    const core::Report report = scaled([](double n) { return n / (1 + 0.1 * (n - 1)); }, 10);
    ASSERT_EQ(report.scaling.size(), 1U) << "sequential is not swept";
    const core::ScalingReport& scaling = report.scaling[0];
    EXPECT_EQ(scaling.strategy, "threads");
    ASSERT_EQ(scaling.points.size(), counts.size());
    EXPECT_EQ(scaling.points[2].strategy, "threads:4");
    EXPECT_EQ(scaling.points[2].workers, 4);
    EXPECT_NEAR(scaling.points[2].speedup, 4 / 1.3, 0.05);
    ASSERT_TRUE(scaling.points[2].speedupInterval95);
    EXPECT_NEAR(scaling.points[2].itemsPerSecond, 10 * 4 / 1.3, 0.5);
    ASSERT_TRUE(scaling.points[2].itemsPerSecondInterval95);
    EXPECT_LE(scaling.points[2].itemsPerSecondInterval95->low, scaling.points[2].itemsPerSecond);
    EXPECT_GE(scaling.points[2].itemsPerSecondInterval95->high, scaling.points[2].itemsPerSecond);
    EXPECT_EQ(scaling.fits.size(), 3U);
    EXPECT_EQ(scaling.fits[0].samples, 50U) << "every block of every point";
    EXPECT_EQ(scaling.law, ScalingLaw::amdahl);
    EXPECT_THAT(scaling.sentence.english(), HasSubstr("The fastest was threads:16 with "));
    EXPECT_THAT(scaling.sentence.english(), HasSubstr("Amdahl's law fits best: 10"));
    EXPECT_TRUE(report.optima.empty());
    EXPECT_TRUE(report.rules.empty());
}

TEST(ScalingFinding, NamesThePeakAndWhetherItWasMeasured)
{
    const auto law = [](double contention, double coherency) {
        return [=](double n) { return n / (1 + contention * (n - 1) + coherency * n * (n - 1)); };
    };
    const core::Report within = scaled(law(0.02, 0.02), 10);
    ASSERT_EQ(within.scaling[0].law, ScalingLaw::universal);
    EXPECT_NEAR(*within.scaling[0].peakWorkers, 7, 0.5);
    EXPECT_THAT(within.scaling[0].sentence.english(),
                HasSubstr("the peak is at 7 workers, and more are slower."));
    const core::Report beyond = scaled(law(0.02, 0.0015), 10);
    ASSERT_EQ(beyond.scaling[0].law, ScalingLaw::universal);
    EXPECT_THAT(beyond.scaling[0].sentence.english(), HasSubstr("workers, more than were measured."));
}

TEST(ScalingFinding, TooLittleGivesNoLawButASentence)
{
    const core::Report report = scaled([](double n) { return n; }, 1);
    ASSERT_EQ(report.scaling.size(), 1U);
    EXPECT_TRUE(report.scaling[0].fits.empty()) << "five samples";
    EXPECT_FALSE(report.scaling[0].law);
    EXPECT_FALSE(report.scaling[0].points[0].speedupInterval95);
    EXPECT_EQ(report.scaling[0].sentence.english(),
              "The fastest was threads:16 with 16.2 ×; a law of scaling needs "
              "more blocks or more numbers of workers.");
}

TEST(ScalingFinding, PointsThatSayNothingAreLeftOut)
{
    const core::Report report = sweptReport(overWorkers(), 5, [&](std::size_t i) {
        Measured threads{.name = "threads", .counts = {counts[i]}};
        threads.seconds = [&, i](int) { return i == 4 ? 0.001 : 1.0 / counts[i]; };
        threads.failed = i == 4 ? 3 : 0;            // fast, because it did not do its work
        threads.digest = i == 3 ? "other" : "same"; // nor did this one
        return std::vector<Measured>{{.name = "sequential"}, threads};
    });
    ASSERT_EQ(report.scaling.size(), 1U);
    EXPECT_EQ(report.scaling[0].points.size(), 3U);
    EXPECT_EQ(report.scaling[0].points.back().strategy, "threads:4");
    EXPECT_TRUE(report.scaling[0].fits.empty()) << "three numbers of workers are too few";
    const core::Report nothing = sweptReport(overWorkers(), 5, [&](std::size_t i) {
        return std::vector<Measured>{{.name = "sequential"},
                                     {.name = "threads", .counts = {counts[i]}, .failed = 10}};
    });
    EXPECT_TRUE(nothing.scaling.empty());
}

TEST(ScalingFinding, TheSameNumberTwiceIsOnePoint)
{
    core::Experiment experiment = overWorkers();
    experiment.sweep->values = {Value(1), Value(2), Value("cores"), Value("2xcores")};
    const std::vector<int> workers{1, 2, 4, 4};
    const core::Report report = sweptReport(experiment, 5, [&](std::size_t i) {
        return std::vector<Measured>{{.name = "sequential"}, {.name = "threads", .counts = {workers[i]}}};
    });
    EXPECT_EQ(report.scaling[0].points.size(), 3U);
}

TEST(ScalingFinding, TheCeilingStandsBesideEachPoint)
{
    const analysis::CeilingSample two{2, {{0, 1.5}, {1, 1.6}, {2, 1.7}}};
    const analysis::CeilingSample four{4, {{0, 3.0}, {1, 3.0}, {2, 3.0}}};
    const core::Report report = sweptReport(
        overWorkers(), 3,
        [&](std::size_t i) {
            return std::vector<Measured>{{.name = "sequential"}, {.name = "threads", .counts = {counts[i]}}};
        },
        {two, four});
    std::vector<double> ceilings;
    for (const core::ScalingPoint& point : report.scaling[0].points)
        ceilings.push_back(point.ceiling.value_or(0));
    EXPECT_EQ(ceilings, (std::vector<double>{1, 1.6, 3, 3, 3}))
        << "at most one thread for each of four cores";
}
