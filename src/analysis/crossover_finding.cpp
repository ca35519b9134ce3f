// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/crossover_finding.h"

#include "analysis/crossover.h"
#include "analysis/sweep_finding.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

using core::Crossing;
using core::CrossoverOutcome;
using core::CrossoverPoint;
using core::CrossoverReport;
using core::CrossoverSide;
using core::Message;
using core::StrategyReport;

namespace {

const StrategyReport* strategyOf(const core::PointReport& point, std::string_view text)
{
    const auto found = std::ranges::find_if(
        point.strategies, [&](const StrategyReport& one) { return one.strategy.text() == text; });
    return found == point.strategies.end() ? nullptr : &*found;
}

double numberOf(const CrossoverPoint& point)
{
    return point.measured.value.asNumber();
}

double endOf(const CrossoverReport& crossover, std::size_t index)
{
    return crossover.experiment.sweep->values[index].asNumber();
}

bool isIntegral(core::ParameterKind kind)
{
    return kind == core::ParameterKind::integer || kind == core::ParameterKind::bytes;
}

CrossoverScale scaleOf(const CrossoverReport& crossover)
{
    return CrossoverScale::of(endOf(crossover, 0), endOf(crossover, 1), isIntegral(crossover.kind));
}

std::vector<CrossoverTry> triesOf(const CrossoverReport& crossover)
{
    std::vector<CrossoverTry> tries;
    for (const CrossoverPoint& point : crossover.points)
        tries.push_back({numberOf(point), point.faster, point.ratio});
    return tries;
}

/// The mean time of a task under the baseline, and how many tasks there are.
std::optional<std::pair<double, std::size_t>> taskOf(const CrossoverReport& crossover,
                                                     const core::PointReport& point)
{
    const StrategyReport* any = strategyOf(point, crossover.strategies[0]);
    const StrategyReport* baseline = any ? strategyOf(point, any->baseline) : nullptr;
    if (!baseline || baseline->items == 0)
        return std::nullopt;
    return std::pair(baseline->medianWallSeconds / static_cast<double>(baseline->items), baseline->items);
}

Crossing crossingAt(const CrossoverReport& crossover, const CrossingPlace& place)
{
    const auto pointAt = [&](double value) -> const core::PointReport& {
        return std::ranges::find(crossover.points, value, numberOf)->measured;
    };
    const core::PointReport& low = pointAt(place.low);
    const core::PointReport& high = pointAt(place.high);
    Crossing crossing{place.faster, low.value, high.value, place.estimate, {}};
    const auto below = taskOf(crossover, low);
    const auto above = taskOf(crossover, high);
    if (below && above && below->second == above->second)
        crossing.taskSeconds =
            core::Interval{std::min(below->first, above->first), std::max(below->first, above->first)};
    return crossing;
}

/// The points at which somebody is surely faster.
std::vector<const CrossoverPoint*> surePoints(const CrossoverReport& crossover)
{
    std::vector<const CrossoverPoint*> sure;
    for (const CrossoverPoint& point : crossover.points) {
        if (point.faster != CrossoverSide::open)
            sure.push_back(&point);
    }
    return sure;
}

CrossoverOutcome outcomeOf(const CrossoverReport& crossover)
{
    if (crossover.crossings.size() > 1)
        return CrossoverOutcome::several;
    if (crossover.crossings.size() == 1)
        return CrossoverOutcome::crossing;
    const auto sure = surePoints(crossover);
    if (sure.empty())
        return CrossoverOutcome::undecided;
    return numberOf(*sure.front()) == endOf(crossover, 0) && numberOf(*sure.back()) == endOf(crossover, 1)
               ? CrossoverOutcome::never
               : CrossoverOutcome::oneSided;
}

class Words
{
public:
    explicit Words(const CrossoverReport& crossover)
        : m_crossover(crossover)
        , m_over(crossover.experiment.sweep->over)
        , m_low(text(endOf(crossover, 0)))
        , m_high(text(endOf(crossover, 1)))
    {}

    Message sentence() const
    {
        const auto& points = m_crossover.points;
        // What a stop has left of a value decides nothing.
        const auto isMeasured = [&](double end) {
            const auto point = std::ranges::find(points, end, numberOf);
            return point != points.end() && (point->ratio > 0 || !m_crossover.cancelled);
        };
        if (!isMeasured(endOf(m_crossover, 0)) || !isMeasured(endOf(m_crossover, 1)))
            return Message(OVERLAP_TR_NOOP("Messages",
                                           "The search was stopped before both ends of the range, %1 "
                                           "and %2 of %3, were measured."),
                           {m_low, m_high, m_over});
        if (std::ranges::all_of(points, [](const CrossoverPoint& point) { return point.ratio <= 0; }))
            return Message(OVERLAP_TR_NOOP("Messages", "The times of %1 and %2 can be compared at no value "
                                                       "of %3."),
                           {m_crossover.strategies[0], m_crossover.strategies[1], m_over});
        switch (m_crossover.outcome) {
        case CrossoverOutcome::crossing:
            return crossingSentence(m_crossover.crossings.front());
        case CrossoverOutcome::several:
            return severalSentence();
        case CrossoverOutcome::undecided:
            return Message(OVERLAP_TR_NOOP("Messages", "Between %3 and %4 of %5 neither %1 nor %2 is surely "
                                                       "faster anywhere, so no crossover can be shown."),
                           {m_crossover.strategies[0], m_crossover.strategies[1], m_low, m_high, m_over});
        default:
            return oneSidedSentence();
        }
    }

private:
    core::Figure text(double value) const { return crossoverValueText(m_crossover.kind, value); }
    core::Figure text(const core::Value& value) const { return text(value.asNumber()); }

    const std::string& other(CrossoverSide side) const
    {
        return m_crossover.name(side == CrossoverSide::first ? CrossoverSide::second : CrossoverSide::first);
    }

    Message crossingSentence(const Crossing& crossing) const
    {
        std::vector<core::Argument> words{m_crossover.name(crossing.faster), other(crossing.faster), m_over,
                                          text(crossing.low), text(crossing.high)};
        if (!crossing.taskSeconds)
            return Message(OVERLAP_TR_NOOP("Messages", "%1 overtakes %2 where %3 is between %4 and %5."),
                           std::move(words));
        words.push_back(core::durationText(crossing.taskSeconds->low));
        words.push_back(core::durationText(crossing.taskSeconds->high));
        return Message(OVERLAP_TR_NOOP("Messages", "%1 overtakes %2 where %3 is between %4 and %5: where a "
                                                   "task takes %6 to %7, one after the other."),
                       std::move(words));
    }

    Message severalSentence() const
    {
        std::vector<std::string> places;
        for (const Crossing& crossing : m_crossover.crossings)
            places.push_back(text(crossing.low) + " – " + text(crossing.high));
        return Message(OVERLAP_TR_NOOP("Messages", "%1 and %2 overtake each other %3 times as %4 grows: at "
                                                   "%5. There may be more between the values that were "
                                                   "tried."),
                       {m_crossover.strategies[0], m_crossover.strategies[1], std::to_string(places.size()),
                        m_over, core::Figure(core::joined(places, ", "))});
    }

    /// One is surely faster, in the whole range or a part of it, and the other nowhere.
    Message oneSidedSentence() const
    {
        const auto sure = surePoints(m_crossover);
        const CrossoverSide side = sure.front()->faster;
        const double from = numberOf(*sure.front());
        const double to = numberOf(*sure.back());
        const bool fromLow = from == endOf(m_crossover, 0);
        const bool toHigh = to == endOf(m_crossover, 1);
        const std::string& name = m_crossover.name(side);
        const std::string& slower = other(side);
        if (fromLow && toHigh)
            return Message(OVERLAP_TR_NOOP("Messages", "%1 is faster than %2 from one end of the range to "
                                                       "the other, %4 to %5 of %3: no crossover in it."),
                           {name, slower, m_over, m_low, m_high});
        if (toHigh)
            return Message(OVERLAP_TR_NOOP("Messages", "%1 is surely faster than %2 where %3 is %4 or more; "
                                                       "below, down to %5, neither is surely faster."),
                           {name, slower, m_over, text(from), m_low});
        if (fromLow)
            return Message(OVERLAP_TR_NOOP("Messages", "%1 is surely faster than %2 where %3 is %4 or less; "
                                                       "above, up to %5, neither is surely faster."),
                           {name, slower, m_over, text(to), m_high});
        return Message(OVERLAP_TR_NOOP("Messages", "%1 is surely faster than %2 where %3 is between %4 and "
                                                   "%5; on both sides of it neither is surely faster."),
                       {name, slower, m_over, text(from), text(to)});
    }

    const CrossoverReport& m_crossover;
    const std::string& m_over;
    core::Figure m_low;
    core::Figure m_high;
};

std::vector<Message> hintsOf(const CrossoverReport& crossover)
{
    std::vector<Message> hints;
    if (crossover.experiment.repeats < static_cast<int>(blocksForVerdict))
        hints.push_back(Message(OVERLAP_TR_NOOP("Messages", "With fewer than %1 blocks at each value this "
                                                            "interval may miss more often than one time in "
                                                            "twenty: measure more before you rely on it."),
                                {std::to_string(blocksForVerdict)}));
    for (const CrossoverPoint& point : crossover.points) {
        if (point.ratio <= 0 && !crossover.cancelled)
            hints.push_back(Message(
                OVERLAP_TR_NOOP("Messages", "At %1 of %2 the times cannot be compared: "
                                            "tasks failed, or the results differ."),
                {crossoverValueText(crossover.kind, numberOf(point)), crossover.experiment.sweep->over}));
    }
    if (!crossover.cancelled && static_cast<int>(crossover.points.size()) >= crossover.budget.points &&
        nextToTry(scaleOf(crossover), triesOf(crossover)))
        hints.push_back(Message(OVERLAP_TR_NOOP("Messages", "All %1 values that were allowed are measured; "
                                                            "more values or blocks could narrow this down."),
                                {std::to_string(crossover.budget.points)}));
    return hints;
}

} // namespace

CrossoverPoint crossoverPointOf(const CrossoverReport& crossover, core::Value value,
                                const core::Report& report)
{
    CrossoverPoint point;
    point.measured = {std::move(value), report.strategies, report.digestsEqual, report.noiseFloor,
                      report.verdict};
    point.recordNanoseconds = report.environment.recordNanoseconds;
    const StrategyReport* first = strategyOf(point.measured, crossover.strategies[0]);
    const StrategyReport* second = strategyOf(point.measured, crossover.strategies[1]);
    if (report.cancelled || !first || !second || !isSound(*first) || !isSound(*second))
        return point;
    const PairedTimes times = pairedTimes(first->runs, second->runs, crossover.experiment.timing);
    const auto comparison =
        compareTimes(times, Bootstrap(crossover.experiment.seed, times.first.size()), crossover.level);
    point.ratio = comparison.ratio;
    point.interval = comparison.interval;
    point.faster = comparison.faster;
    return point;
}

void concludeCrossover(CrossoverReport& crossover)
{
    std::ranges::sort(crossover.points, {}, numberOf);
    const CrossoverScale scale = scaleOf(crossover);
    crossover.logarithmic = scale.logarithmic;
    crossover.crossings.clear();
    for (const CrossingPlace& place : crossingsOf(scale, triesOf(crossover)))
        crossover.crossings.push_back(crossingAt(crossover, place));
    crossover.outcome = outcomeOf(crossover);
    crossover.sentence = Words(crossover).sentence();
    crossover.hints = hintsOf(crossover);
}

core::Figure crossoverValueText(core::ParameterKind kind, double value)
{
    // Values have few digits by choice, and a zero behind them would claim more.
    const auto scaled = [&](double unit, const char* name) {
        const double figure = value / unit;
        const double digit = figure > 0 ? std::pow(10, 2 - std::floor(std::log10(figure))) : 1;
        return core::Figure(core::shortNumber(std::round(figure * digit) / digit) + name);
    };
    switch (kind) {
    case core::ParameterKind::seconds:
        return value >= 1 || value == 0 ? scaled(1, " s")
               : value >= 1e-3          ? scaled(1e-3, " ms")
               : value >= 1e-6          ? scaled(1e-6, " µs")
                                        : scaled(1e-9, " ns");
    case core::ParameterKind::bytes:
        return value >= 1e6 ? scaled(1e6, " MB") : value >= 1e3 ? scaled(1e3, " kB") : scaled(1, " B");
    case core::ParameterKind::integer:
        return core::groupedNumber(static_cast<std::uint64_t>(std::max(0.0, std::round(value))));
    default:
        return core::shortNumber(value);
    }
}

} // namespace overlap::analysis
