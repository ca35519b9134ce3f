// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/parameter.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace overlap::core {

enum class CountShape { none, one, perStage };

/// How a strategy enters the catalogue.
struct StrategyDescriptor
{
    std::string name;
    Runtime runtime = Runtime::native;
    CountShape counts = CountShape::none;
    int defaultCount = 1;
    int maximumCount = 1;      ///< of the sum of the counts
    bool countsWorkers = true; ///< false for event-loop, whose count is of slots, not of workers
    bool inThisProcess = true; ///< false where tasks go to other processes, which make their own workload
    /// Keys after "@", sorted by name. Integers, seconds that are written with their unit ("5ms", "2s"), and
    /// either of them once for each stage ("3/3/0").
    ParameterSchema options = {};
    std::string title; ///< English, context "Strategies"
    std::string help;  ///< English, context "Strategies": what it is and when it pays
};

/// A strategy with its counts resolved. text() is canonical: it identifies the strategy in files, reports,
/// tables.
struct Strategy
{
    std::string name;
    Runtime runtime = Runtime::native;
    std::vector<int> counts;
    std::map<std::string, std::string> options; ///< sorted; defaults left out
    bool countsWorkers = true;

    std::string text() const;
    /// The sum of the counts; 1 for sequential and event-loop.
    int workers() const;
    /// The value of an option, or what its descriptor gives it; an array with a value for each count where it
    /// is one per stage. Precondition: the strategy was parsed against `descriptor`, which knows the key.
    Value option(const StrategyDescriptor& descriptor, std::string_view key) const;

    /// Sets an option, or leaves it out where it is the default. Its range is the validator's business.
    void setOption(const StrategyDescriptor& descriptor, std::string_view key, const Value& value);

    /// Replaces an option by what `text` says of it. Throws Error without place, in the sentences of
    /// parseStrategy. Precondition: the descriptor is the strategy's and knows the key.
    void setOptionFromText(const StrategyDescriptor& descriptor, std::string_view key, std::string_view text);

    bool operator==(const Strategy& other) const { return text() == other.text(); }
};

/// Reads `name[:counts][@key=value[,key=value]]`. Counts are integers, `cores` or `2xcores`, resolved with
/// `cores`. A bare name that takes one count is an error, save where `bareNames` (a sweep over workers)
/// allows it; then the counts stay empty. Throws Error without place.
Strategy parseStrategy(std::string_view text, const std::vector<StrategyDescriptor>& known, int cores,
                       bool bareNames = false);

/// A duration as strategies write it: "5ms", "50us", "0.5ms", "2s"; nothing where the text is none.
std::optional<double> secondsFromText(std::string_view text);
/// The shortest of these that reads back to the same duration.
std::string secondsToText(double seconds);

/// The strategy that others of the runtime are compared with.
std::string_view baselineOf(Runtime runtime);

} // namespace overlap::core
