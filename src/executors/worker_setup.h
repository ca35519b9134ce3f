// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"

namespace overlap::executors {

/// What a worker process is told before it works: all that its contexts need and it cannot know.
struct WorkerSetup
{
    core::WorkloadRecipe recipe;
    core::Value prepared; ///< by the workload in the process that prepared it
    std::uint64_t seed = 0;
    double timeScale = 1.0;
    int niceness = 0;           ///< added to its own
    std::uint32_t capacity = 0; ///< records that its lane holds
    core::LaneIndex lane = 0;
};

core::Value setupToValue(const WorkerSetup& setup);
/// Precondition: setupToValue() made it.
WorkerSetup setupFromValue(const core::Value& value);

} // namespace overlap::executors
