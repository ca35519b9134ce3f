// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"
#include "engine/plan.h"

#include <optional>

namespace overlap::session {

/// What "Measure" runs: the experiment with as many blocks as a verdict needs, or more where it asks for
/// more.
core::Experiment forMeasuring(core::Experiment experiment);
/// What "until sure" runs: blocks until the interval of every speed-up is at most `precision` of it wide, up
/// to analysis::usualLimit of them or as many as the experiment asks for, where that is more.
core::Experiment untilSure(core::Experiment experiment, double precision);

/// How long that takes, in seconds, if every strategy takes as long as it took in the last report; null where
/// that was of other work or did not have all of them, and for a sweep. `plan` is the experiment's own.
std::optional<double> secondsToMeasure(const core::Experiment& experiment, const engine::Plan& plan,
                                       const core::Report* last);

} // namespace overlap::session
