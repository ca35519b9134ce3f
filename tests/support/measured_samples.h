// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/report_builder.h"
#include "support/small_catalogue.h"

#include <string>
#include <vector>

namespace overlap::testing {

/// A strategy of the small catalogue that took these times, one measured run per block; start-up half a
/// second.
inline analysis::StrategySample measuredSample(const std::string& text, const std::vector<double>& walls)
{
    static const core::Catalogue catalogue = smallCatalogue();
    analysis::StrategySample sample;
    sample.strategy = core::parseStrategy(text, catalogue.strategies, 2);
    sample.items = 1;
    for (std::size_t i = 0; i < walls.size(); ++i) {
        core::RunReport run;
        run.block = static_cast<int>(i);
        run.wallSeconds = walls[i];
        run.startupSeconds = 0.5;
        run.tasks.done = 1;
        run.resultDigest = "same";
        sample.runs.push_back(run);
    }
    return sample;
}

} // namespace overlap::testing
