// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

namespace overlap::analysis {

/// What a strategy's time says beside its baseline's. Finding, chart and colours all follow this one
/// judgement.
enum class Standing {
    waiting,    ///< not measured yet
    unfinished, ///< stopped: a time of unfinished work
    failed,     ///< some tasks failed that were not meant to: the time includes them
    baseline,
    gain,
    loss,
    noDifference,
    notComparable, ///< nothing to hold it against
};

/// The judgement where there is one. With too few blocks for it, but an interval: beyond 1 or not. Without
/// one a difference of five hundredths counts, as a demonstration.
Standing standingOf(const core::StrategyReport& strategy);

/// False where the work was stopped or failed in part where it was not meant to: its time is no success and
/// its ratio means nothing.
bool isWhole(const core::TaskCounts& tasks);

} // namespace overlap::analysis
