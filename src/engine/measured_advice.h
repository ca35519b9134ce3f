// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/forecast_score.h"
#include "analysis/recommendation.h"
#include "engine/prediction.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace overlap::engine {

/// What somebody wants to be advised on.
struct AdviceRequest
{
    core::Experiment experiment; ///< valid for the cores of this machine; a sweep over the work is left out
    bool addCandidates = true;   ///< other strategies of the same runtimes may be tried beside its own
    analysis::Cost counts = analysis::Cost::time;
};

/// All that is said before the first strategy runs; nothing of it changes afterwards.
struct Commitment
{
    core::Experiment experiment;               ///< as it will run: with every candidate
    std::vector<std::string> asked;            ///< texts of those that were asked for; the others were added
    std::vector<analysis::WorkShares> works;   ///< of each runtime
    std::vector<analysis::Forecast> forecasts; ///< of every candidate, nothing measured
    std::vector<core::Message> notes;          ///< what of the experiment is left out, and why
    double seconds = 0; ///< that the runs take, if the forecasts are right and no block is disturbed
};

/// Called once, on the thread of measureAdvice(), before the first run of a candidate.
using CommitmentSink = std::function<void(const std::shared_ptr<const Commitment>&)>;

/// Profile, forecasts, runs, recommendation: an answer that can be checked.
struct MeasuredAdvice
{
    std::shared_ptr<const Commitment> commitment; ///< null where a stop came before
    std::vector<analysis::Forecast> forecasts;    ///< the same, with what was measured
    ExperimentOutcome outcome;
    analysis::ForecastScore score;
    std::vector<core::CheckedForecast> checked;            ///< what the score is of
    std::vector<analysis::Recommendation> recommendations; ///< one for each runtime, native first
    std::vector<analysis::Advice> lessons; ///< what the lesson's tree says of each of the works
    bool cancelled = false;

    /// Schema overlap.advice/1, with the whole report. Precondition: there is a commitment.
    core::Value toValue() const;
};

/// Runs the baselines once to see what the work consists of, measures what strategies cost here, chooses
/// candidates by simulation and forecasts each, tells the commitment, runs all candidates in the experiment's
/// blocks, and recommends. The live sink hears of both experiments, one after the other: their PlanMade tell
/// them apart, and the commitment stands between. Where there is no Python its strategies are left out, which
/// the notes say. A stop ends it within 250 ms with what there is, marked cancelled. Throws core::Error where
/// the experiment cannot be run. Calling thread.
MeasuredAdvice measureAdvice(const AdviceRequest& request, const EngineServices& services, int cores,
                             const std::stop_token& stop, const CommitmentSink& committed = {},
                             const LiveSink& sink = {});

} // namespace overlap::engine
