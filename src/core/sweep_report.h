// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/interval.h"
#include "core/message.h"
#include "core/value.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

// What a sweep says as a whole, beside the reports of its points.

namespace overlap::core {

/// How speed grows with the number of workers: the formulas stand in analysis/scaling_laws.h.
enum class ScalingLaw { amdahl, gustafson, universal };

inline constexpr std::array<std::string_view, 3> scalingLawNames = {"amdahl", "gustafson", "usl"};

struct LawParameter
{
    std::string name; ///< "rate", "serial" (Amdahl, Gustafson), "contention", "coherency"
    double value = 0;
    Interval interval95; ///< within what the parameter may be
};

/// A law laid through the samples.
struct ScalingFit
{
    ScalingLaw law = ScalingLaw::amdahl;
    std::vector<LawParameter> parameters; ///< the rate first
    std::vector<double> covariance;       ///< of (ln rate, the others), row by row; for bands
    std::size_t samples = 0;
    double squares = 0; ///< of what is left over: Σ (ln measured − ln law)²
    double aicc = 0;    ///< the smaller, the better; differences count
};

/// What a strategy came to with so many workers.
struct ScalingPoint
{
    std::string strategy; ///< at this value, as in its point of the sweep
    int workers = 1;
    double speedup = 1;
    std::optional<Interval> speedupInterval95;
    double itemsPerSecond = 0;
    std::optional<Interval> itemsPerSecondInterval95;
    /// Of as many spinning threads, at most one for each core; null where it was not measured.
    std::optional<double> ceiling;
};

/// One strategy of a sweep over its workers.
struct ScalingReport
{
    std::string strategy; ///< as the experiment writes it, without a number: "threads"
    Runtime runtime = Runtime::native;
    std::vector<ScalingPoint> points;  ///< by workers
    std::vector<ScalingFit> fits;      ///< empty where the samples do not suffice
    std::optional<ScalingLaw> law;     ///< that the samples speak for
    std::optional<double> peakWorkers; ///< where the law is fastest; null where it always grows
    Message sentence;
};

/// Where a strategy did best in a sweep over something else.
struct OptimumReport
{
    std::string strategy; ///< as the experiment writes it
    std::string best;     ///< its text at the best value
    Value value;
    std::vector<Value> asGood; ///< other values whose intervals overlap with that of the best
    Message sentence;
};

/// What a rule of thumb came to on this machine.
enum class RuleOutcome { holds, fails, open };

inline constexpr std::array<std::string_view, 3> ruleOutcomeNames = {"holds", "fails", "open"};

struct RuleVerdict
{
    std::string rule; ///< "thread-workers", "process-workers", "queue-size", "granularity", "worth-it"
    std::string strategy;
    RuleOutcome outcome = RuleOutcome::open;
    Message sentence;
};

/// [low, high], or null.
Value intervalValue(const std::optional<Interval>& interval);
Value scalingValue(const std::vector<ScalingReport>& scaling);
Value optimaValue(const std::vector<OptimumReport>& optima);
Value rulesValue(const std::vector<RuleVerdict>& rules);

/// The fit of the law; null where there is none.
const ScalingFit* fitOf(const ScalingReport& scaling, ScalingLaw law);

} // namespace overlap::core
