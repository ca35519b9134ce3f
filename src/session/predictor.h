// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/prediction.h"
#include "session/background_check.h"

#include <memory>
#include <vector>

namespace overlap::session {

/// A prediction with its pictures. Immutable once told.
struct PredictedRuns
{
    engine::Prediction prediction;
    /// Of each of its strategies, in that order, what the lanes would show.
    std::vector<std::shared_ptr<const core::Timeline>> timelines;
    std::vector<core::Message> notices; ///< what of the experiment could not be forecast, and why
};

/// Forecasts an experiment beside the window: one run of its baselines and what its strategies cost here are
/// measured, the rest is simulated. What it knows of the same work is not measured again, so that another
/// number of cores is answered at once. Window thread.
class Predictor : public BackgroundCheck
{
    Q_OBJECT

public:
    /// Completes a prediction that has its strategies; false where it was stopped. On the thread of the
    /// check.
    using Measure = std::function<bool(engine::Prediction& prediction, const std::stop_token& stop)>;

    /// Everything outlives the predictor.
    Predictor(const engine::EngineServices& services, int machineCores, QObject* parent = nullptr);
    /// With something else that measures, for tests.
    Predictor(const engine::EngineServices& services, Measure measure, QObject* parent = nullptr);
    ~Predictor() override { end(); }

    /// For a machine with so many cores, 1 to analysis::mostForecastCores. Where it cannot be forecast,
    /// refused() follows. Precondition: not running, and the experiment is valid.
    void start(const core::Experiment& experiment, int cores);
    /// What a run measured of its work is known from now on.
    void learn(const core::Report& report);

Q_SIGNALS:
    /// Null where it was stopped.
    void finished(const std::shared_ptr<const overlap::session::PredictedRuns>& runs);

private:
    const engine::EngineServices& m_services;
    Measure m_measure;
    engine::Prediction m_known; ///< of the work that was measured last
};

} // namespace overlap::session
