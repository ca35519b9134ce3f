// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/interval_text.h"

#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace overlap::analysis {

namespace {

struct Unit
{
    double factor;
    std::string_view name;
};

Unit unitOf(double seconds)
{
    constexpr Unit units[] = {{1, " s"}, {1e3, " ms"}, {1e6, " µs"}, {1e9, " ns"}};
    const Unit* unit = &units[0];
    while (seconds > 0 && unit != &units[3] && seconds * unit->factor < 0.9995)
        ++unit;
    return *unit;
}

/// Digits behind the point for figures near `size` that are known to within `width`.
int digitsFor(double size, double width)
{
    // Three significant digits are what people read; a narrow interval earns one more.
    const int readable = std::clamp(3 - static_cast<int>(std::floor(std::log10(std::max(size, 1e-3)))), 0, 4);
    if (width <= 0)
        return std::max(0, readable - 1);
    // The last digit is the first whose unit is no more than half the width.
    const int supported = static_cast<int>(std::ceil(-std::log10(width / 2)));
    return std::clamp(supported, 0, readable);
}

double widthOf(const core::Interval& interval)
{
    return interval.high - interval.low;
}

} // namespace

RatioTexts ratioTexts(double ratio, const std::optional<core::Interval>& interval)
{
    if (!interval)
        return {core::ratioText(ratio), {}, {}};
    constexpr int mostDigits = 3; // a thousandth is no difference to anybody
    int digits = digitsFor(ratio, widthOf(*interval));
    // Who reads “slower, 0.8 to 1.0” would not believe it: an interval that leaves out 1 shows that it does.
    const auto hidesTheGap = [&] {
        const std::string one = core::fixedNumber(1, digits);
        return (interval->low > 1 && std::string(core::fixedNumber(interval->low, digits)) == one) ||
               (interval->high < 1 && std::string(core::fixedNumber(interval->high, digits)) == one);
    };
    while (digits < mostDigits && hidesTheGap())
        ++digits;
    return {core::fixedNumber(ratio, digits), core::fixedNumber(interval->low, digits),
            core::fixedNumber(interval->high, digits)};
}

core::Figure timeText(double seconds, const std::optional<core::Interval>& interval, double reference)
{
    if (!interval || seconds <= 0)
        return core::durationText(seconds, reference);
    const Unit unit = unitOf(reference);
    return core::Figure(
        core::fixedNumber(seconds * unit.factor,
                          digitsFor(seconds * unit.factor, widthOf(*interval) * unit.factor)) +
        std::string(unit.name));
}

core::Figure timeText(double seconds, const std::optional<core::Interval>& interval)
{
    return timeText(seconds, interval, seconds);
}

core::Figure intervalText(const std::optional<core::Interval>& interval)
{
    if (!interval)
        return {};
    const Unit unit = unitOf(interval->high);
    const int digits = digitsFor(interval->high * unit.factor, widthOf(*interval) * unit.factor);
    return core::Figure(core::fixedNumber(interval->low * unit.factor, digits) + " – " +
                        core::fixedNumber(interval->high * unit.factor, digits) + std::string(unit.name));
}

} // namespace overlap::analysis
