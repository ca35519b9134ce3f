// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/advice_in_words.h"
#include "engine/measured_advice.h"

#include <string>

namespace overlap::cli {

// What `advise` prints. Every line ends with a line end.

/// The questions in their order; those on the path with their answers, and where each other answer leads.
std::string treeText(const analysis::Advice& advice);

/// What is said before the first run: the profile, the forecasts, how long it takes.
std::string commitmentText(const engine::Commitment& commitment);

/// What came of it: the table, the score, and of each runtime what to do and why. Precondition: there is a
/// commitment.
std::string measuredAdviceText(const engine::MeasuredAdvice& advice);

} // namespace overlap::cli
