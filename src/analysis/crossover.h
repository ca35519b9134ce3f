// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/bootstrap.h"
#include "analysis/measured_runs.h"
#include "core/crossover_report.h"

#include <optional>
#include <vector>

// The search for the value at which one strategy overtakes another: bisection with measurements that scatter.
// Pure functions; any thread.
//
// At each value an interval says whether one of the two is surely faster; where it holds 1, the value is
// open. Between a value at which the first is surely faster and one at which the second is lies a crossing,
// and all open values there belong to its interval. The answer is that interval: it does not depend on any
// model of the times.

namespace overlap::analysis {

/// Of a search over so many values, the level of the interval of each at which all answers together are wrong
/// in at most 5 % of searches: an interval can mislead on one of its sides only, by (1 − level)/2, and the
/// sides of all values together make 5 % (Bonferroni).
double crossoverLevel(core::CrossoverBudget budget);

/// What the times of two strategies in the same blocks say.
struct CrossoverComparison
{
    double ratio = 0; ///< median of the first ÷ median of the second; 0 where there is none
    std::optional<core::Interval> interval;
    core::CrossoverSide faster = core::CrossoverSide::open;
};
CrossoverComparison compareTimes(const PairedTimes& times, const Bootstrap& bootstrap, double level);

/// The range that is searched.
struct CrossoverScale
{
    double low = 0;
    double high = 1;
    bool integral = false;    ///< whole numbers alone
    bool logarithmic = false; ///< halved by ratios, as where the range spans more than a decade

    static CrossoverScale of(double low, double high, bool integral);
};

/// A value that was measured.
struct CrossoverTry
{
    double value = 0;
    core::CrossoverSide faster = core::CrossoverSide::open;
    double ratio = 0;
};

/// Where a search ends by itself: a twentieth of the value.
inline constexpr double crossoverTolerance = 0.05;

/// The value to measure next: first the ends, then the middle of the widest gap until there are five, so that
/// a second crossing is seen; then the middle of the widest gap at whose ends it is not the same that is
/// known. Values have as few digits as possible, at least two. Nothing where all such gaps are narrower than
/// crossoverTolerance, or between neighbouring whole numbers. The budget is the caller's.
std::optional<double> nextToTry(const CrossoverScale& scale, const std::vector<CrossoverTry>& tried);

/// A crossing as places among what was tried.
struct CrossingPlace
{
    core::CrossoverSide faster = core::CrossoverSide::second; ///< above
    double low = 0;
    double high = 0;
    std::optional<double> estimate; ///< as core::Crossing has it, least squares of ln ratio
};

/// By value. `tried` in any order.
std::vector<CrossingPlace> crossingsOf(const CrossoverScale& scale, std::vector<CrossoverTry> tried);

} // namespace overlap::analysis
