// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/figure.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace overlap::core {

std::vector<std::string> split(std::string_view text, char separator);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// One line of CSV (RFC 4180): fields quoted where they need it, CR LF at the end.
std::string csvLine(const std::vector<std::string>& fields);

// Whole texts only, decimal point whatever the locale; nothing where the text is no such number or out of
// range.
std::optional<std::int64_t> integerFromText(std::string_view text);
std::optional<double> numberFromText(std::string_view text);

/// How many characters a text in UTF-8 has.
std::size_t characterCount(std::string_view text);

/// A short text that reads back to the same number: "5", "0.25", "100000", "1e+18".
Figure shortNumber(double number);

/// A duration as people read it, three significant digits: "5.00 s", "12.3 ms", "850 µs".
Figure durationText(double seconds);

/// The same in the unit that `reference` has, so that two durations of one sentence can be compared: "0.503
/// s".
Figure durationText(double seconds, double reference);

/// A ratio as people read it: "0.96", "2.99", "10.0", "121"; a very small one with three digits: "0.008",
/// or as many as it takes: "0.0005".
Figure ratioText(double ratio);

/// A whole number with its digits in groups of three from 10 000 on; narrow no-break spaces keep it one word
/// and are read alike in every language.
Figure groupedNumber(std::uint64_t number);

/// A number with that many digits behind the point.
Figure fixedNumber(double number, int digits);

} // namespace overlap::core
