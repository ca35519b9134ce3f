// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/strategy.h"
#include "engine/runner.h"

#include <functional>
#include <vector>

namespace overlap::engine {

/// What a strategy costs on this machine before it has done any good, in seconds; medians of five runs.
struct StrategyCost
{
    core::Strategy strategy;
    double firstResult = 0; ///< from nothing there to the result of one empty task
    double perTask = 0; ///< of many empty tasks, from the first to the last result, divided by their number
    core::Message refusal; ///< why there is nothing to tell; else empty
};

/// Runs empty tasks under every strategy of the catalogue, with as many workers as there are cores and at
/// most eight, or with the usual number of slots. Takes some seconds. Calling thread. After a stop the
/// strategies that were not reached are missing; one that cannot be run here has its refusal.
std::vector<StrategyCost> measureStrategyCosts(const EngineServices& services, int cores,
                                               const std::stop_token& stop,
                                               const std::function<void(int done, int of)>& progress = {});

} // namespace overlap::engine
