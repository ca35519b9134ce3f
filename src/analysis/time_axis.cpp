// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/time_axis.h"

#include <cstdlib>
#include <string_view>

namespace overlap::analysis {

using core::Nanoseconds;

namespace {

struct Unit
{
    Nanoseconds length;
    std::string_view name;
};

constexpr Unit seconds{1'000'000'000, "s"};
constexpr Unit milliseconds{1'000'000, "ms"};
constexpr Unit microseconds{1'000, "µs"};

/// Far from zero a small unit means long numbers, so the step alone does not decide.
Unit unitFor(Nanoseconds step, Nanoseconds farthest)
{
    if (step < 10'000 && farthest < 10 * milliseconds.length)
        return microseconds;
    if (step < 10'000'000 && farthest < 10 * seconds.length)
        return milliseconds;
    return seconds;
}

int decimalsFor(Nanoseconds step, const Unit& unit)
{
    int decimals = 0;
    for (Nanoseconds one = unit.length; step % one != 0 && one > 1; one /= 10)
        ++decimals;
    return decimals;
}

std::string number(Nanoseconds time, const Unit& unit, int decimals)
{
    std::string text = time < 0 ? "\u2212" : "";
    const Nanoseconds magnitude = std::abs(time);
    text += std::to_string(magnitude / unit.length);
    if (decimals == 0)
        return text;
    text += '.';
    Nanoseconds rest = magnitude % unit.length;
    for (Nanoseconds one = unit.length / 10; decimals > 0; --decimals, one /= 10) {
        text += static_cast<char>('0' + (one > 0 ? rest / one : 0));
        rest = one > 0 ? rest % one : 0;
    }
    return text;
}

} // namespace

std::vector<Tick> niceTicks(const TimeAxis& axis, const TickRule& rule)
{
    std::vector<Tick> ticks;
    if (axis.end <= axis.begin || axis.width <= 0)
        return ticks;

    const Nanoseconds farthest = std::max(std::abs(axis.begin), std::abs(axis.end));
    Nanoseconds step = niceStep(rule.minimumSpacing / axis.pixelsPerNanosecond());
    Unit unit = unitFor(step, farthest);
    int decimals = decimalsFor(step, unit);
    // Longer labels need a wider step, which may need fewer digits; two rounds settle it.
    for (int round = 0; round < 2; ++round) {
        const auto digits = static_cast<double>(number(farthest, unit, decimals).size());
        const double spacing = std::max(rule.minimumSpacing, digits * rule.digitWidth + rule.padding);
        step = niceStep(spacing / axis.pixelsPerNanosecond());
        unit = unitFor(step, farthest);
        decimals = decimalsFor(step, unit);
    }

    Nanoseconds time = axis.begin / step * step;
    if (time < axis.begin)
        time += step;
    for (; time <= axis.end; time += step) {
        std::string label = number(time, unit, decimals);
        if (ticks.empty())
            (label += ' ') += unit.name;
        ticks.push_back({time, std::move(label)});
    }
    return ticks;
}

} // namespace overlap::analysis
