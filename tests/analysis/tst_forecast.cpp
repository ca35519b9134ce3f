// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/forecast.h"
#include "simulated_work.h"

#include <gtest/gtest.h>

using namespace overlap::core;
using namespace overlap::testing;
using overlap::analysis::addAsBusy;
using overlap::analysis::addMeasured;
using overlap::analysis::Forecast;
using overlap::analysis::forecastsOf;
using overlap::analysis::medianError;
using overlap::analysis::SimulationSetting;

namespace {

class Forecasts : public ::testing::Test
{
protected:
    Forecasts()
    {
        setting.cores = 2;
        setting.costs.strategies = {{.strategy = "processes", .startUp = 100 * ms, .startUpEach = 50 * ms}};
        auto profile = std::make_shared<WorkProfile>(workOf(4, {{computing(100 * ms)}}));
        profiles.push_back(profile);
    }

    std::vector<Forecast> of(std::vector<std::string> texts, Timing timing = Timing::warm)
    {
        std::vector<Strategy> strategies;
        for (const std::string& text : texts)
            strategies.push_back(strategyOf(text));
        return forecastsOf(profiles, strategies, knownStrategies(), setting, timing);
    }

    static StrategyReport measured(const std::string& strategy, double wall, double start = 0)
    {
        StrategyReport report;
        report.strategy = strategyOf(strategy);
        report.medianWallSeconds = wall;
        report.coldWallSeconds = wall + start;
        report.runs.emplace_back();
        return report;
    }

    SimulationSetting setting;
    std::vector<std::shared_ptr<const WorkProfile>> profiles;
};

} // namespace

TEST_F(Forecasts, SpeakOfTheTimeThatTheExperimentSpeaksOf)
{
    const auto warm = of({"sequential", "threads:2", "processes:2"});
    EXPECT_TRUE(warm[0].baseline);
    EXPECT_FALSE(warm[0].speedup);
    EXPECT_NEAR(*warm[1].speedup, 2, 1e-9);
    EXPECT_NEAR(*warm[2].speedup, 2, 1e-9);
    const auto cold = of({"processes:2"}, Timing::cold);
    EXPECT_NEAR(cold[0].seconds(Timing::cold), 0.35, 1e-9);
    EXPECT_NEAR(*cold[0].speedup, 0.4 / 0.35, 1e-9);
    EXPECT_EQ(cold[0].cores, 2);
}

TEST_F(Forecasts, KeepTheScoreOfAllThatWereMadeMissesIncluded)
{
    auto forecasts = of({"sequential", "threads:2", "processes:2", "threads:4"});
    EXPECT_FALSE(medianError(forecasts, Timing::warm));
    Report report;
    report.strategies = {measured("sequential", 4), measured("threads:2", 0.25), measured("processes:2", 0.1),
                         measured("threads:4", 0.2)};
    addMeasured(forecasts, report);
    EXPECT_NEAR(*forecasts[1].error(Timing::warm), -0.2, 1e-9);
    EXPECT_NEAR(*forecasts[2].error(Timing::warm), 1, 1e-9);
    EXPECT_NEAR(*medianError(forecasts, Timing::warm), 0.2, 1e-9) << "of 0, 0.2 and 1; the baseline is none";
}

TEST_F(Forecasts, WhatFailedOrWasStoppedIsNoMeasurement)
{
    auto forecasts = of({"threads:2", "processes:2"});
    Report report;
    report.strategies = {measured("threads:2", 0.2), measured("processes:2", 0.2)};
    report.strategies[0].tasks.failed = 1;
    report.strategies[1].tasks.cancelled = 1;
    addMeasured(forecasts, report);
    EXPECT_FALSE(forecasts[0].measuredSeconds);
    EXPECT_FALSE(forecasts[1].measuredSeconds);
    report.strategies[0].tasks.meant = 1;
    addMeasured(forecasts, report);
    EXPECT_TRUE(forecasts[0].measuredSeconds) << "it was there to fail";
}

TEST_F(Forecasts, ABusyMachineIsToldFromAWrongModel)
{
    // The run had half of a core for its 400 ms of computing, so it took 800: on two cores three others did
    // that.
    Timeline timeline;
    Span computed;
    computed.end = 400 * ms;
    Span waited;
    waited.begin = 400 * ms;
    waited.end = 800 * ms;
    waited.state = State::coreWait;
    computed.state = State::computing;
    timeline.lanes.emplace_back().spans = {computed, waited};
    timeline.end = 800 * ms;
    Forecast forecast = of({"sequential"})[0];
    addAsBusy(forecast, timeline, 0, profiles, knownStrategies(), setting, Timing::warm);
    EXPECT_NEAR(*forecast.otherThreads, 3, 1e-6);
    EXPECT_NEAR(*forecast.errorAsBusy, 0, 1e-6);
}

TEST_F(Forecasts, TheFeedIntervalFollowsTheTimeScale)
{
    Experiment experiment;
    EXPECT_EQ(overlap::analysis::feedIntervalOf(experiment), 0);
    experiment.feedSeconds = 0.1;
    experiment.timeScale = 0.5;
    EXPECT_EQ(overlap::analysis::feedIntervalOf(experiment), 50 * ms);
}
