// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "core/report.h"

namespace overlap::analysis {

/// What the latencies of the items say, in one sentence that can stand as a chart's title: whether an item
/// took longer under some strategy than under its baseline, and the slowest one where it is far from the
/// rest. It tells times, no verdicts. Empty while no item was done.
core::Message latencyFindingOf(const core::Report& report);

/// From where to where a latency counts, and that failures are not in it: the chart's caption.
core::Message latencyMethodOf(const core::Report& report);

/// Seconds of all items that were done in measured runs, warm-up and replaced runs left out; any order.
std::vector<double> pooledLatencies(const core::StrategyReport& strategy);

} // namespace overlap::analysis
