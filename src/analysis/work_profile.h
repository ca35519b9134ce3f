// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"
#include "core/strategy.h"
#include "core/timeline.h"
#include "core/workload.h"

#include <vector>

namespace overlap::analysis {

/// What the work of a run consists of: what its workers did for each task, without what only the strategy or
/// the machine added. Left out are the waits for a core, for the interpreter's lock, for a permit and for
/// queues, transfer, dispatch and start-up. Of an event loop the slots tell it, because the loop's own lane
/// has no waits.
///
/// What runs can only tell where they show it: without an interpreter's lock native computing is told by the
/// contexts that work in place; other lanes say computing. A permit counts from the beginning of the stretch
/// of computing in which it was asked for to the end of its task. Where records were lost, an item is told by
/// the one before it. The bytes that travel are the caller's to fill in. The sample is empty where no task
/// was recorded.
core::WorkProfile profileOf(const core::Timeline& timeline, const std::vector<core::StageInfo>& stages,
                            std::size_t items, const core::Strategy& strategy);

/// How many threads of other programs, in effect, shared the cores with the run that recorded this: so many
/// that its workers, with an even share each of so many cores, would have had a core for as long as they had.
/// 0 where they never waited for one but for each other. With it a run on a busy machine can be simulated as
/// it was; in a forecast it has no place.
double otherThreads(const core::Timeline& timeline, int cores);

/// The item that stands at a place of the sample of so many items: as WorkProfile::item() has it.
std::size_t sampledItem(std::size_t place, std::size_t items);
/// How many of so many items are in the sample.
std::size_t sampleSize(std::size_t items);

} // namespace overlap::analysis
