// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What watching costs: a run that computes on all cores, with the window open and without, turn by turn. The
// wall time is the engine's own; the price is the median of the ratios of the turns.
#include "engine/environment_probe.h"
#include "gui/window_fixture.h"

#include <algorithm>
#include <benchmark/benchmark.h>

using namespace overlap;

namespace {

constexpr int turns = 9;

/// Seconds of the one strategy that is no baseline.
double wallOf(const core::Report& report)
{
    return report.strategies.back().medianWallSeconds;
}

core::Experiment computing(const testing::WindowFixture& fixture, int cores)
{
    const auto presets = engine::loadPresets(fixture.paths, fixture.catalogue, cores);
    core::Experiment experiment = *std::ranges::find(presets, "heavy-chunks", &core::Experiment::id);
    experiment.strategies = {"sequential", "threads:" + std::to_string(cores)};
    experiment.repeats = 1;
    experiment.strategies.erase(experiment.strategies.begin());
    return experiment;
}

void aRunOnAllCoresWatched(benchmark::State& state)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "overlap_bench_watching";
    char* argv[] = {name, nullptr};
    QApplication application(argc, argv);
    testing::WindowFixture fixture;
    fixture.services.workerNiceness = 10; // as under the real window, for both
    const int cores = engine::usableCores();
    const core::Experiment experiment = computing(fixture, cores);
    const auto window = fixture.makeWindow();
    for (auto _ : state) {
        std::vector<double> ratios;
        std::vector<double> watched;
        for (int turn = 0; turn < turns; ++turn) {
            const double alone = wallOf(engine::runExperiment(experiment, fixture.services, {}).report);
            QSignalSpy ended(fixture.controller.get(), &session::RunController::ended);
            fixture.controller->start(experiment);
            while (ended.isEmpty())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            watched.push_back(wallOf(*fixture.controller->feed().report()));
            ratios.push_back(watched.back() / alone);
        }
        std::ranges::sort(ratios);
        std::ranges::sort(watched);
        state.SetIterationTime(watched[turns / 2]);
        state.counters["price_percent"] = 100 * (ratios[turns / 2] - 1);
        state.counters["least_percent"] = 100 * (ratios.front() - 1);
        state.counters["most_percent"] = 100 * (ratios.back() - 1);
    }
}

} // namespace

BENCHMARK(aRunOnAllCoresWatched)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);
