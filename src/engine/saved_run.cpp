// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/saved_run.h"

#include "core/shown.h"
#include "core/sweep.h"
#include "engine/sweep.h"

#include <algorithm>

namespace overlap::engine {

namespace {

// A description is held in memory whole by who reads it.
constexpr std::size_t mostLabelBytes = 4 * 1024 * 1024;

std::vector<std::string> labelsOf(const core::Workload& workload)
{
    std::vector<std::string> labels;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < std::min(workload.itemCount(), core::mostSavedLabels); ++i) {
        labels.push_back(
            core::printable(workload.itemLabel(static_cast<core::ItemIndex>(i)), core::longestSavedName));
        bytes += labels.back().size();
        if (bytes > mostLabelBytes)
            break;
    }
    return labels;
}

} // namespace

std::string pointText(const core::Experiment& experiment, const Plan& plan, const PlannedStrategy& planned)
{
    const auto& sweep = experiment.sweep;
    if (!sweep || sweepsStrategies(experiment))
        return {};
    return sweep->over.substr(sweep->over.find('.') + 1) + " = " +
           core::sweepValueText(plan.points[planned.variant].value);
}

core::SavedRun savedRunOf(const core::Experiment& experiment, const Plan& plan,
                          std::span<const std::shared_ptr<const RunOutcome>> runs,
                          const core::Environment* environment, const core::Workload* workload)
{
    core::SavedRun saved;
    saved.title = experiment.title;
    saved.experiment = core::experimentToValue(experiment);
    if (environment) {
        saved.program = environment->program;
        saved.environment = environment->toValue();
    }
    if (workload) {
        saved.items = labelsOf(*workload);
        for (const core::StageInfo& stage : workload->stages())
            saved.stages.push_back(stage.name);
    }
    for (const auto& run : runs) {
        if (!run || !run->timeline)
            continue;
        const PlannedStrategy& planned = plan.strategies[run->strategy];
        core::SavedBand band;
        band.strategy = planned.strategy;
        band.point = pointText(experiment, plan, planned);
        band.startupSeconds = run->report.startupSeconds;
        band.stopped = run->report.tasks.cancelled > 0;
        band.timeline = run->timeline;
        saved.bands.push_back(std::move(band));
    }
    return saved;
}

core::SavedRun savedRunOf(const ExperimentOutcome& outcome)
{
    return savedRunOf(outcome.report.experiment, outcome.plan, outcome.lastRuns, &outcome.report.environment,
                      outcome.workload.get());
}

} // namespace overlap::engine
