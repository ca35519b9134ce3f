// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/advice_in_words.h"
#include "analysis/recommendation.h"
#include "core/ids.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace overlap::cli {

// What stands behind options. What is wrong with a value is said as it is of a file, with the option for the
// place: each throws core::Error. `key` is what a file calls it.

std::pair<std::string, std::string> nameAndValue(std::string_view option, std::string_view text);
/// Refuses an empty one.
std::string notEmpty(std::string_view option, const std::string& text);
std::int64_t integerOf(std::string_view option, std::string_view key, std::string_view text);
int integerBetween(std::string_view option, std::string_view key, std::string_view text, int least, int most);
double numberOf(std::string_view option, std::string_view key, std::string_view text);
/// "0.05" or "5%".
double shareOf(std::string_view option, std::string_view key, std::string_view text);
/// Where an integer of the file would be too wide for an int, the validator still has to see that it is out
/// of range.
int saturated(std::int64_t number);
core::Runtime runtimeOf(std::string_view text);
analysis::DataSize dataSizeOf(std::string_view text);
analysis::Cost costOf(std::string_view text);

} // namespace overlap::cli
