// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/scaling_chart.h"

namespace overlap::charts {

/// What the chart shows of a sweep's report, which may be partial: over workers speed-ups, over anything else
/// times, those that the experiment speaks of. Finding and caption are left to the caller. Empty where the
/// report is of no sweep.
ScalingContent scalingContentOf(const core::Report& report);

} // namespace overlap::charts
