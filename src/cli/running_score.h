// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/forecast_score.h"
#include "core/value.h"

#include <string>
#include <vector>

namespace overlap::cli {

/// The score of all forecasts that were ever held against a run here, in this program and in the window.
struct RunningScore
{
    analysis::ForecastScore score;
    bool kept = true; ///< false: those of this run could not be written into it

    /// One line and its end; empty where no forecast was ever checked.
    std::string text() const;
    core::Value toValue() const;
};

/// With these, which are added to it first.
RunningScore keptWith(const std::vector<core::CheckedForecast>& checked);

} // namespace overlap::cli
