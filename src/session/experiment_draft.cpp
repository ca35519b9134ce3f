// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/experiment_draft.h"

#include <algorithm>

namespace overlap::session {

ExperimentDraft::ExperimentDraft(const core::Catalogue& catalogue, int cores, QObject* parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_cores(cores)
{}

const core::WorkloadDescriptor& ExperimentDraft::workload() const
{
    return *m_catalogue.workload(m_experiment.workload);
}

const core::Problem* ExperimentDraft::problemAt(const std::string& pointer) const
{
    const auto found = std::ranges::find(m_problems, pointer, &core::Problem::pointer);
    return found == m_problems.end() ? nullptr : &*found;
}

engine::Plan ExperimentDraft::plan() const
{
    return m_problems.empty() ? engine::makePlan(m_experiment, m_catalogue, m_cores) : engine::Plan{};
}

void ExperimentDraft::load(const core::Experiment& experiment)
{
    m_experiment = experiment;
    check();
    Q_EMIT loaded();
    Q_EMIT changed();
}

void ExperimentDraft::setParameter(const std::string& name, core::Value value)
{
    m_experiment.parameters.set(name, std::move(value));
    check();
    Q_EMIT changed();
}

void ExperimentDraft::setStrategies(std::vector<std::string> strategies)
{
    m_experiment.strategies = std::move(strategies);
    check();
    Q_EMIT changed();
}

void ExperimentDraft::setRepeats(int repeats)
{
    m_experiment.repeats = repeats;
    check();
    Q_EMIT changed();
}

void ExperimentDraft::setTimeScale(double timeScale)
{
    m_experiment.timeScale = timeScale;
    check();
    Q_EMIT changed();
}

void ExperimentDraft::check()
{
    m_problems.clear();
    core::validateExperiment(m_experiment, m_catalogue, m_cores, m_problems);
}

} // namespace overlap::session
