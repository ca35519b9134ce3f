// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/recommendation.h"

// The words of a recommendation, apart from how it is found.

namespace overlap::analysis {

/// Sentence and reasons of one whose strategy, runner-up and choices are there.
void addRecommendationTexts(Recommendation& recommendation);

} // namespace overlap::analysis
