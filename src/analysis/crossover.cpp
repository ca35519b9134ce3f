// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/crossover.h"

#include "analysis/statistics.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

using core::CrossoverSide;

namespace {

constexpr std::size_t coarsePoints = 5;

/// Where a value lies on the scale, so that equal steps are equal lengths.
double placeOf(const CrossoverScale& scale, double value)
{
    return scale.logarithmic ? std::log(value) : value;
}

double valueAt(const CrossoverScale& scale, double place)
{
    return scale.logarithmic ? std::exp(place) : place;
}

double rounded(double value, int digits)
{
    if (value == 0)
        return 0;
    const double unit = std::pow(10, std::floor(std::log10(std::abs(value))) + 1 - digits);
    // 1/10ⁿ is not exact, but a whole number divided by 10ⁿ is the nearest there is.
    return unit < 1 ? std::round(value / unit) / std::round(1 / unit) : std::round(value / unit) * unit;
}

/// A value of few digits near the middle of a gap; nothing where a whole number would have to lie between
/// neighbours.
std::optional<double> middleOf(const CrossoverScale& scale, double low, double high)
{
    const double from = placeOf(scale, low);
    const double length = placeOf(scale, high) - from;
    const double exact = valueAt(scale, from + length / 2);
    constexpr int fewest = 2;
    constexpr int most = 15;
    for (int digits = fewest; digits <= most; ++digits) {
        const double value = scale.integral ? std::round(rounded(exact, digits)) : rounded(exact, digits);
        if (!(value > low && value < high))
            continue;
        const double share = (placeOf(scale, value) - from) / length;
        if (share > 0.3 && share < 0.7)
            return value;
    }
    // Between 1 and 3 there is a whole number, wherever the middle of their logarithms lies.
    const double whole = std::floor(low) + 1;
    return scale.integral && whole < high ? std::optional(whole) : std::nullopt;
}

bool isNarrow(double low, double high)
{
    return high - low <= crossoverTolerance * std::max(std::abs(low), std::abs(high));
}

/// A stretch between two neighbours among what was tried.
struct Gap
{
    double low = 0;
    double high = 0;
    double length = 0; ///< on the scale
};

/// What lies between the same answers tells nothing new: an open value there is noise, not a crossing.
std::vector<CrossoverSide> withoutDoubts(const std::vector<CrossoverTry>& tried)
{
    std::vector<CrossoverSide> sides;
    for (const CrossoverTry& one : tried)
        sides.push_back(one.faster);
    std::optional<std::size_t> sure;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        if (sides[i] == CrossoverSide::open)
            continue;
        if (sure && sides[*sure] == sides[i])
            std::fill(sides.begin() + static_cast<std::ptrdiff_t>(*sure),
                      sides.begin() + static_cast<std::ptrdiff_t>(i), sides[i]);
        sure = i;
    }
    return sides;
}

std::optional<double> zeroOfLine(const std::vector<std::pair<double, double>>& points)
{
    const auto count = static_cast<double>(points.size());
    double meanX = 0;
    double meanY = 0;
    for (const auto& [x, y] : points) {
        meanX += x / count;
        meanY += y / count;
    }
    double squares = 0;
    double products = 0;
    for (const auto& [x, y] : points) {
        squares += (x - meanX) * (x - meanX);
        products += (x - meanX) * (y - meanY);
    }
    if (squares <= 0 || products == 0)
        return std::nullopt;
    return meanX - meanY * squares / products;
}

std::optional<double> estimateIn(const CrossoverScale& scale, const std::vector<CrossoverTry>& tried,
                                 const CrossingPlace& crossing)
{
    std::vector<std::pair<double, double>> points;
    for (const CrossoverTry& one : tried) {
        if (one.value >= crossing.low && one.value <= crossing.high && one.ratio > 0)
            points.emplace_back(placeOf(scale, one.value), std::log(one.ratio));
    }
    const auto zero = zeroOfLine(points);
    if (!zero)
        return std::nullopt;
    const double value = valueAt(scale, *zero);
    return value >= crossing.low && value <= crossing.high ? std::optional(value) : std::nullopt;
}

} // namespace

double crossoverLevel(core::CrossoverBudget budget)
{
    return 1 - 2 * 0.05 / budget.points;
}

CrossoverComparison compareTimes(const PairedTimes& times, const Bootstrap& bootstrap, double level)
{
    CrossoverComparison comparison;
    if (times.first.empty())
        return comparison;
    const double first = median(times.first);
    const double second = median(times.second);
    if (first <= 0 || second <= 0)
        return comparison;
    comparison.ratio = first / second;
    comparison.interval = bootstrap.ofRatio(times.first, times.second, level);
    if (comparison.interval && comparison.interval->low > 1)
        comparison.faster = CrossoverSide::second;
    else if (comparison.interval && comparison.interval->high < 1)
        comparison.faster = CrossoverSide::first;
    return comparison;
}

CrossoverScale CrossoverScale::of(double low, double high, bool integral)
{
    return {low, high, integral, low > 0 && high / low > 10};
}

std::optional<double> nextToTry(const CrossoverScale& scale, const std::vector<CrossoverTry>& tried)
{
    for (const double end : {scale.low, scale.high}) {
        if (std::ranges::find(tried, end, &CrossoverTry::value) == tried.end())
            return end;
    }
    std::vector<CrossoverTry> sorted = tried;
    std::ranges::sort(sorted, {}, &CrossoverTry::value);
    const bool coarse = sorted.size() < coarsePoints;
    const std::vector<CrossoverSide> sides = withoutDoubts(sorted);
    std::vector<Gap> gaps;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const double low = sorted[i - 1].value;
        const double high = sorted[i].value;
        if ((coarse || sides[i - 1] != sides[i]) && !isNarrow(low, high))
            gaps.push_back({low, high, placeOf(scale, high) - placeOf(scale, low)});
    }
    std::ranges::stable_sort(gaps, std::ranges::greater(), &Gap::length);
    for (const Gap& gap : gaps) {
        if (const auto value = middleOf(scale, gap.low, gap.high))
            return value;
    }
    return std::nullopt;
}

std::vector<CrossingPlace> crossingsOf(const CrossoverScale& scale, std::vector<CrossoverTry> tried)
{
    std::ranges::sort(tried, {}, &CrossoverTry::value);
    std::vector<CrossingPlace> crossings;
    const CrossoverTry* sure = nullptr;
    for (const CrossoverTry& one : tried) {
        if (one.faster == CrossoverSide::open)
            continue;
        if (sure && sure->faster != one.faster) {
            CrossingPlace crossing{one.faster, sure->value, one.value, {}};
            crossing.estimate = estimateIn(scale, tried, crossing);
            crossings.push_back(crossing);
        }
        sure = &one;
    }
    return crossings;
}

} // namespace overlap::analysis
