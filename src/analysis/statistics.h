// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace overlap::analysis {

/// The middle value, or the mean of the middle two. Precondition: not empty.
double median(std::vector<double> values);

/// The smallest value that at least that share (0 … 1) of all values do not exceed ("nearest rank").
/// Precondition: not empty.
double percentile(std::vector<double> values, double share);

/// The same, but nothing below 10 / (1 − share) values, from which on the tail is more than anecdote.
std::optional<double> supportedPercentile(const std::vector<double>& values, double share);

} // namespace overlap::analysis
