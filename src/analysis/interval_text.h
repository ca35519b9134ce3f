// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/figure.h"
#include "core/report.h"

#include <optional>

// Figures with no more digits than their interval supports: one unit of the last digit is at least a
// twentieth of the interval's width. Without an interval, three significant digits.

namespace overlap::analysis {

/// A ratio, "9.95", its interval's ends "9.90" and "10.00": all with the same digits behind the point.
struct RatioTexts
{
    core::Figure value;
    core::Figure low; ///< empty without an interval
    core::Figure high;
};
RatioTexts ratioTexts(double ratio, const std::optional<core::Interval>& interval);

/// "50.3 ms", with its interval's width in mind; in the unit that `reference` has.
core::Figure timeText(double seconds, const std::optional<core::Interval>& interval, double reference);
core::Figure timeText(double seconds, const std::optional<core::Interval>& interval);
/// "50.1 – 50.6 ms"; empty without one.
core::Figure intervalText(const std::optional<core::Interval>& interval);

} // namespace overlap::analysis
