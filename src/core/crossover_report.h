// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossover.h"
#include "core/report.h"

namespace overlap::core {

inline constexpr std::string_view crossoverSchema = "overlap.crossover/1";

/// Which of two strategies is faster at a value, as far as its runs tell.
enum class CrossoverSide { open, first, second };

/// What one value came to.
struct CrossoverPoint
{
    PointReport measured; ///< of both strategies, and of the baseline where it had to be added, all runs
    /// How many times as fast the second strategy is as the first: the ratio of their medians. 0 where their
    /// times cannot be compared, because of a stop, of failures that were not meant, or of other results.
    double ratio = 0;
    double recordNanoseconds = 0; ///< what recording a state change cost here and then: each value finds out
    std::optional<Interval> interval;           ///< of the ratio, at the report's level
    CrossoverSide faster = CrossoverSide::open; ///< not open where the interval leaves out 1
};

/// Where one strategy overtakes the other.
struct Crossing
{
    CrossoverSide faster = CrossoverSide::second; ///< above
    Value low;  ///< the largest value below at which the other one is surely faster
    Value high; ///< the smallest value above at which this one is
    /// Where a straight line through the interval's points has equal times; null where it has no such place.
    std::optional<double> estimate;
    /// How long a task takes under the baseline, one after the other, from one end of the interval to the
    /// other; null where the number of tasks varies. Seconds, start-up excluded.
    std::optional<Interval> taskSeconds;
};

enum class CrossoverOutcome {
    crossing,  ///< one
    several,   ///< more than one
    oneSided,  ///< one strategy is surely faster in a part of the range, the other nowhere
    never,     ///< one strategy is surely faster wherever it was tried
    undecided, ///< nobody is surely faster anywhere
};

inline constexpr std::array<std::string_view, 5> crossoverOutcomeNames = {"crossing", "several", "one-sided",
                                                                          "never", "undecided"};

/// The answer to “where does one overtake the other?”, with everything that it was found from.
struct CrossoverReport
{
    Experiment experiment; ///< as asked: two strategies, the parameter and the ends of its range
    Environment environment;
    std::array<std::string, 2> strategies;      ///< their canonical texts
    ParameterKind kind = ParameterKind::number; ///< of the parameter
    bool logarithmic = false;                   ///< how the range was halved
    CrossoverBudget budget;
    double level = 0.99; ///< of each interval, so that all within the budget together hold at 95 %
    std::vector<CrossoverPoint> points; ///< by value
    CrossoverOutcome outcome = CrossoverOutcome::undecided;
    std::vector<Crossing> crossings; ///< by value
    Message sentence;                ///< the answer
    std::vector<Message> hints;
    bool cancelled = false; ///< stopped early: what there is

    const std::string& name(CrossoverSide side) const
    {
        return strategies[side == CrossoverSide::second ? 1 : 0];
    }
    /// What was measured, as a report of a sweep over the values that were tried.
    Report measured() const;
    Value toValue() const;
};

} // namespace overlap::core
