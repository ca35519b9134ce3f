// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"
#include "core/strategy.h"
#include "engine/live_event.h"

namespace overlap::engine {

/// What the work of a run consists of (analysis::profileOf), with the bytes that each item and its result
/// take on their way to and from a native worker process. Of more than 64 MB the rest is told by the mean.
/// Calling thread. Precondition: the run came to its end.
core::WorkProfile measuredProfile(const RunOutcome& run, const core::Workload& workload,
                                  const core::Strategy& strategy);

} // namespace overlap::engine
