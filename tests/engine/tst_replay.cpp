// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a run was is enough to simulate it again: the same work under the same strategy on the same cores
// takes as long as it did.
#include "analysis/forecast.h"
#include "analysis/work_profile.h"
#include "engine/environment_probe.h"
#include "engine/machine_costs.h"
#include "engine/work_measurement.h"
#include "engine_fixture.h"

#include <algorithm>

using namespace overlap;
using namespace overlap::testing;
using core::Value;

namespace {

#ifdef OVERLAP_SANITIZED
constexpr int attempts = 1; // times mean nothing there
#else
constexpr int attempts = 3;
#endif

struct SmallPreset
{
    const char* id;
    double timeScale;
    std::vector<std::pair<std::string, Value>> parameters = {};
};

void PrintTo(const SmallPreset& preset, std::ostream* stream)
{
    *stream << preset.id;
}

class Replay : public EngineTest, public ::testing::WithParamInterface<SmallPreset>
{
protected:
    core::Experiment smallPreset(const SmallPreset& small)
    {
        const int cores = engine::usableCores();
        const auto presets = engine::loadPresets(paths, catalogue, cores);
        core::Experiment experiment = *std::ranges::find(presets, small.id, &core::Experiment::id);
        for (const auto& [name, value] : small.parameters)
            experiment.parameters.set(name, value);
        experiment.timeScale = small.timeScale;
        experiment.repeats = 1;
        experiment.expect.clear();
        experiment.sweep.reset(); // one piece of work
        validate(experiment);
        return experiment;
    }
};

} // namespace

TEST_P(Replay, ReproducesTheWallTimeOfEachStrategy)
{
    core::Experiment experiment = smallPreset(GetParam());
    const engine::EngineServices services{paths, launcher, catalogue, 0};
    const int cores = engine::usableCores();
    std::vector<core::Strategy> strategies;
    for (const std::string& text : experiment.strategies)
        strategies.push_back(core::parseStrategy(text, catalogue.strategies, cores));
    analysis::SimulationSetting setting;
    setting.cores = cores;
    setting.timeScale = experiment.timeScale;
    setting.feedInterval = analysis::feedIntervalOf(experiment);
    setting.costs = engine::measureMachineCosts(services, strategies, cores, {});
    setting.costs.ceiling.clear(); // the run's own computing was as slow as cores were together

    std::string disturbed;
    for (const core::Strategy& strategy : strategies) {
        experiment.strategies = {strategy.text()};
        std::string said;
        bool reproduced = false;
        bool calm = false;
        for (int attempt = 0; attempt < attempts && !reproduced; ++attempt) {
            const engine::ExperimentOutcome outcome = engine::runExperiment(experiment, services, {}, {});
            const auto index = static_cast<std::size_t>(
                std::ranges::find(outcome.plan.strategies, strategy.text(),
                                  [](const auto& planned) { return planned.strategy.text(); }) -
                outcome.plan.strategies.begin());
            const engine::RunOutcome& run = *outcome.lastRuns.at(index);
            const core::WorkProfile profile = engine::measuredProfile(run, *outcome.workload, strategy);
            ASSERT_FALSE(profile.sample.empty());
            setting.otherThreads = analysis::otherThreads(*run.timeline, cores);
            const analysis::Simulation again =
                analysis::simulate(profile, strategy, catalogue.strategies, setting);
            const double ratio = again.wallSeconds / run.report.wallSeconds;
            said +=
                " " + std::to_string(again.wallSeconds) + " for " + std::to_string(run.report.wallSeconds);
            reproduced = ratio > 0.95 && ratio < 1.05;
            const core::StrategyReport* report = outcome.report.strategy(strategy.text());
            // Under load a payload waits for both of its ends to have a core at a time, again and again.
            calm = calm || (report->runs.back().disturbances.empty() && setting.otherThreads < 1);
        }
        RecordProperty(strategy.text(), said);
#ifndef OVERLAP_SANITIZED
        if (!reproduced && !calm)
            disturbed += " " + strategy.text() + said;
        else
            EXPECT_TRUE(reproduced) << strategy.text() << said;
#endif
    }
    if (!disturbed.empty())
        GTEST_SKIP() << "something else kept this machine busy every time:" << disturbed;
}

// All presets but tiny-tasks and batched-tiny, of which only the order is asked: they are over in less time
// than a thread takes to start.
INSTANTIATE_TEST_SUITE_P(
    Presets, Replay,
    ::testing::Values(
        SmallPreset{"two-waits", 0.3},
        SmallPreset{"two-sums", 1, {{"count", 300'000'000}, {"pythonCount", 4'000'000}}},
        SmallPreset{"web-requests", 0.3}, SmallPreset{"five-seconds", 0.3}, SmallPreset{"stores", 0.05},
        SmallPreset{"failing-tasks", 0.1}, SmallPreset{"file-batch", 0.3},
        SmallPreset{"file-digests", 1, {{"size", 16'000'000}}}, SmallPreset{"service-health", 0.3},
        SmallPreset{"heavy-chunks", 1, {{"items", 10'000'000}, {"pythonItems", 2'000'000}}},
        SmallPreset{"data-chunks", 1, {{"items", 8'000'000}}}, SmallPreset{"big-payload", 1, {{"tasks", 40}}},
        SmallPreset{"image-resize", 1, {{"files", 12}, {"megapixels", 8}}},
        SmallPreset{"ml-predictions", 1, {{"batches", 8}}}, SmallPreset{"producer-consumer", 0.3},
        SmallPreset{"end-mark", 0.3}, SmallPreset{"back-pressure", 0.1}, SmallPreset{"dead-consumer", 0.3},
        SmallPreset{"shared-work", 0.3}, SmallPreset{"assembly-line", 0.3},
        SmallPreset{"price-pipeline", 0.2}, SmallPreset{"database-queries", 1, {{"queries", 12}}}));
