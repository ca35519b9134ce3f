// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/forecast_score.h"
#include "simulated_work.h"

#include <gtest/gtest.h>

using namespace overlap::core;
using namespace overlap::testing;
using namespace overlap::analysis;

namespace {

Forecast forecastOf(const char* text, double seconds, double measured)
{
    Forecast forecast;
    forecast.strategy = strategyOf(text);
    forecast.baseline = forecast.strategy.text() == baselineOf(forecast.strategy.runtime);
    forecast.wallSeconds = seconds;
    if (measured > 0)
        forecast.measuredSeconds = measured;
    return forecast;
}

Report reportWith(const char* text, Interval interval)
{
    Report report;
    StrategyReport strategy;
    strategy.strategy = strategyOf(text);
    strategy.wallInterval95 = interval;
    strategy.coldInterval95 = Interval{100, 200};
    report.strategies = {strategy};
    return report;
}

WorkShares work(double waiting, Runtime runtime = Runtime::native)
{
    WorkShares shares;
    shares.runtime = runtime;
    shares.waiting = waiting;
    shares.computing = 1 - waiting;
    return shares;
}

} // namespace

TEST(ForecastScore, WaitsAreForecastMoreNarrowlyThanComputing)
{
    EXPECT_EQ(toleranceOf(work(0.9)), 0.15);
    EXPECT_EQ(toleranceOf(work(0.1)), 0.25);
}

TEST(ForecastScore, AHitIsWithinTheToleranceOrTheInterval)
{
    const Report narrow = reportWith("threads:2", {0.99, 1.01});
    EXPECT_EQ(isHit(forecastOf("threads:2", 1.14, 1), narrow, 0.15), true);
    EXPECT_EQ(isHit(forecastOf("threads:2", 0.86, 1), narrow, 0.15), true);
    EXPECT_EQ(isHit(forecastOf("threads:2", 1.16, 1), narrow, 0.15), false);
    EXPECT_EQ(isHit(forecastOf("threads:2", 0.84, 1), narrow, 0.15), false);
    EXPECT_EQ(isHit(forecastOf("threads:2", 1.3, 1), reportWith("threads:2", {0.8, 1.4}), 0.15), true);
    EXPECT_EQ(isHit(forecastOf("threads:2", 1.3, 1), Report(), 0.15), false);
    EXPECT_EQ(isHit(forecastOf("threads:2", 1, 0), narrow, 0.15), std::nullopt) << "it was not run";
    EXPECT_EQ(isHit(forecastOf("sequential", 1, 1), narrow, 0.15), std::nullopt) << "a baseline";
}

TEST(ForecastScore, AColdExperimentIsHeldAgainstItsColdInterval)
{
    Report cold = reportWith("threads:2", {1, 2});
    cold.experiment.timing = Timing::cold;
    EXPECT_EQ(isHit(forecastOf("threads:2", 1.5, 10), cold, 0.15), false);
    EXPECT_EQ(isHit(forecastOf("threads:2", 150, 10), cold, 0.15), true);
}

TEST(ForecastScore, MissesAreCountedAndRuntimesHaveTheirOwnTolerance)
{
    std::vector<Forecast> forecasts{forecastOf("sequential", 1, 1), forecastOf("threads:2", 1.2, 1),
                                    forecastOf("processes:2", 1.2, 0), forecastOf("python-sequential", 1, 1),
                                    forecastOf("python-threads:2", 1.2, 1)};
    forecasts[1].errorAsBusy = -0.04;
    const ForecastScore score = scoreOf(forecasts, {work(0.9), work(0.1, Runtime::python)}, Report());
    EXPECT_EQ(score.of, 2u);
    EXPECT_EQ(score.hits, 1u);
    EXPECT_NEAR(*score.medianError, 0.2, 1e-9);
    EXPECT_NEAR(*score.medianErrorAsBusy, 0.04, 1e-9);
}
