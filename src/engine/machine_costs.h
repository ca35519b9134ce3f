// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/machine_costs.h"
#include "core/strategy.h"
#include "engine/runner.h"

#include <stop_token>
#include <vector>

namespace overlap::engine {

/// What these kinds of strategies cost on this machine beside the work, and what its cores give together, for
/// forecasts. Each kind, and `sequential` and the like too, runs empty tasks, processes large payloads also;
/// the least of three runs counts, because whatever else happens on a machine only adds. About half a second,
/// some seconds with Python. What cannot be run here costs nothing. Calling thread. After a stop, what is
/// known by then.
core::MachineCosts measureMachineCosts(const EngineServices& services,
                                       const std::vector<core::Strategy>& strategies, int cores,
                                       const std::stop_token& stop);

} // namespace overlap::engine
