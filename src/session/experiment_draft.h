// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"
#include "engine/plan.h"

#include <QObject>
#include <vector>

namespace overlap::session {

/// The experiment that the window shows and edits, checked by the one validator after every change. Window
/// thread.
class ExperimentDraft : public QObject
{
    Q_OBJECT

public:
    ExperimentDraft(const core::Catalogue& catalogue, int cores, QObject* parent = nullptr);

    const core::Catalogue& catalogue() const { return m_catalogue; }
    int cores() const { return m_cores; }
    const core::Experiment& experiment() const { return m_experiment; }
    const core::WorkloadDescriptor& workload() const;
    /// Empty where the experiment can be run.
    const std::vector<core::Problem>& problems() const { return m_problems; }
    /// Of one place, such as "/workload/parameters/urls"; null where all is well there.
    const core::Problem* problemAt(const std::string& pointer) const;

    /// What would run, baselines added; empty where the experiment cannot be run.
    engine::Plan plan() const;

    /// Another experiment altogether. Its workload must be in the catalogue.
    void load(const core::Experiment& experiment);

    void setParameter(const std::string& name, core::Value value);
    void setStrategies(std::vector<std::string> strategies);
    void setRepeats(int repeats);
    void setTimeScale(double timeScale);

Q_SIGNALS:
    /// Another experiment: forms are built anew.
    void loaded();
    /// A figure of the same experiment, or what is wrong with it.
    void changed();

private:
    void check();

    const core::Catalogue& m_catalogue;
    int m_cores;
    core::Experiment m_experiment;
    std::vector<core::Problem> m_problems;
};

} // namespace overlap::session
