// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"
#include "core/timeline.h"

#include <optional>
#include <string>
#include <vector>

namespace overlap::analysis {

// The diagnoses of diagnoses.h that speak of stages and of how items were shared out.

std::optional<core::Diagnosis> bottleneckDiagnosis(const core::StrategyReport& strategy, int cores,
                                                   const core::Timeline* timeline);
std::optional<core::Diagnosis> starvationDiagnosis(const core::StrategyReport& strategy, int cores,
                                                   const core::Timeline& timeline);
std::optional<core::Diagnosis> backPressureDiagnosis(const core::StrategyReport& strategy, int cores,
                                                     const core::Timeline& timeline);
std::optional<core::Diagnosis> stragglerDiagnosis(const core::StrategyReport& strategy,
                                                  const core::Timeline& timeline);

/// The longest span in one of these states from t = 0 on, as a place to look; nothing where there is none.
std::optional<core::LanePlace> longestPlace(const core::Timeline& timeline,
                                            const std::vector<core::State>& states);

double shareOf(const core::StrategyReport& strategy, core::State state);
/// "48", "99.9": a share in per cent.
core::Figure percentOf(double share);
/// The same strategy with other counts, canonical.
std::string withCounts(core::Strategy strategy, std::vector<int> counts);

} // namespace overlap::analysis
