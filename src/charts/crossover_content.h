// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossover_report.h"

#include <QString>
#include <optional>
#include <vector>

namespace overlap::charts {

/// A value that was tried.
struct CrossoverSample
{
    double x = 0;
    QString label;    ///< of x: "1.20 ms"
    double ratio = 1; ///< how many times as fast the second strategy is
    std::optional<core::Interval> interval;
    core::CrossoverSide faster = core::CrossoverSide::open;
};

/// Where one overtakes the other.
struct CrossoverBand
{
    double low = 0;
    double high = 0;
    QString label; ///< "1.20 – 2.40 ms"
};

/// What the chart of a crossover shows. Finding and caption are the caller's words.
struct CrossoverContent
{
    QString first; ///< strategies
    QString second;
    QString xTitle; ///< the parameter
    bool logarithmic = false;
    double low = 0; ///< ends of the range
    double high = 1;
    std::vector<CrossoverSample> samples; ///< ascending x, without values whose times cannot be compared
    std::vector<CrossoverBand> bands;
    QString finding;
    QString caption;
};

/// What the chart shows of a report, which may be partial. Finding and caption are left to the caller.
CrossoverContent crossoverContentOf(const core::CrossoverReport& report);

} // namespace overlap::charts
