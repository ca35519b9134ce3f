// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "core/report.h"

#include <optional>

namespace overlap::analysis {

/// What the runs say, in one sentence that can stand as a chart's title. Careful by design: it says "as fast
/// as", "slower" or "no measurable difference" only where there is a judgement, which needs 10 blocks, and
/// tells times otherwise. Empty while nothing is measured.
/// Where native code and Python both ran it speaks of native code.
core::Message findingOf(const core::Report& report);

/// The same of Python where the finding speaks of native code; else empty.
core::Message otherFindingOf(const core::Report& report);

/// What the finding has to be taken with: "Every block was disturbed.". For two blocks or
/// more, of which not one was quiet; else empty.
core::Message reserveOf(const core::Report& report);

/// The finding as a statement of the report; null below 10 blocks and where the comparison is void.
std::optional<core::Verdict> verdictOf(const core::Report& report);

/// How it was measured, the chart's caption: "Wall time from a warm start, one block. Shorter is better."
core::Message methodOf(const core::Report& report);

/// "Noise floor ± 2.1 %.": within how much two times are one here. Empty where it is not known.
core::Message noiseOf(const core::Report& report);

/// "Waits and delays × 0.1.": what has to be said beside every time of an experiment with a time scale. Empty
/// at 1.
core::Message scaleOf(const core::Experiment& experiment);

} // namespace overlap::analysis
