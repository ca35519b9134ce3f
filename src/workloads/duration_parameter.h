// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

#include <string_view>

// Simulated durations of one task, in seconds before the time scale.

namespace overlap::workloads {

/// From 5 ms, below which no time scale goes, to a minute. `title` and `help` are English, context
/// "Workloads".
core::Parameter durationParameter(const char* name, const char* title, const char* help, double usual);

/// Precondition: validated by the schema.
double secondsOf(const core::Value& parameters, std::string_view name);

/// What lies between two parameters, drawn anew for each task.
struct DurationRange
{
    double least = 0;
    double most = 0;

    /// Precondition: validated by the schema.
    static DurationRange of(const core::Value& parameters, std::string_view least, std::string_view most);
    double drawn(core::Random random) const { return random.uniform(least, most); }
};

/// The complaint about a range that ends before it begins; it stands at its end.
void checkRange(const core::Value& parameters, std::string_view least, std::string_view most,
                std::string_view pointer, std::vector<core::Problem>& problems);

} // namespace overlap::workloads
