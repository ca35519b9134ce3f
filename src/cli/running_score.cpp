// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/running_score.h"

#include "core/text.h"

namespace overlap::cli {

std::string RunningScore::text() const
{
    std::string text;
    if (score.of > 0)
        text = "Of all forecasts checked so far, here and in the window, " + std::to_string(score.hits) +
               " of " + std::to_string(score.of) + " came true; the median error is " +
               std::string(core::fixedNumber(100 * score.medianError.value_or(0), 1)) + " %.\n";
    if (!kept)
        text += "Note: these forecasts could not be added to " + core::ForecastRecord::usualFile().string() +
                ".\n";
    return text;
}

core::Value RunningScore::toValue() const
{
    core::Value value = core::Value::object();
    value.set("hits", score.hits);
    value.set("of", score.of);
    value.set("medianError", score.medianError ? core::Value(*score.medianError) : core::Value());
    return value;
}

RunningScore keptWith(const std::vector<core::CheckedForecast>& checked)
{
    const core::ForecastRecord record(core::ForecastRecord::usualFile());
    RunningScore running;
    running.kept = record.add(checked);
    std::vector<core::CheckedForecast> all = record.read();
    if (!running.kept)
        all.insert(all.end(), checked.begin(), checked.end());
    running.score = analysis::scoreOf(all);
    return running;
}

} // namespace overlap::cli
