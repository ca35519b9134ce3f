// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/live_event.h"
#include "executors/builtin_executors.h"

#include <stop_token>

namespace overlap::engine {

/// One strategy executed once, with everything of its own: executor, recorder, collector. Engine's thread;
/// `sink` is also called on the collector's. Throws what the executor throws, with nothing left running.
RunOutcome executeRun(std::size_t index, const PlannedRun& planned, const core::Strategy& strategy,
                      const core::Job& job, const executors::ExecutorServices& services, std::stop_token stop,
                      const LiveSink& sink);

} // namespace overlap::engine
