// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace overlap::analysis {

/// The middle value, or the mean of the middle two. Precondition: not empty.
double median(std::vector<double> values);
/// The same without a copy; changes the order of the values.
double medianInPlace(std::span<double> values);

/// The smallest value that at least that share (0 … 1) of all values do not exceed ("nearest rank").
/// Precondition: not empty.
double percentile(std::vector<double> values, double share);

/// The same, but nothing below 10 / (1 − share) values, from which on the tail is more than anecdote.
std::optional<double> supportedPercentile(const std::vector<double>& values, double share);

/// Standard deviation over mean (n − 1 in the variance); 0 below two values or where the mean is 0.
double relativeDeviation(const std::vector<double>& values);

/// Which values lie far from the rest: |x − median| > 14.826 median absolute deviations, which for a normal
/// distribution is ten standard deviations (hyperfine's rule), and more than 1 % of the median, so that where
/// half of the values are equal or the clock's grain shows, a hair's breadth marks nothing.
std::vector<bool> outliersOf(const std::vector<double>& values);

} // namespace overlap::analysis
