// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

namespace overlap::analysis {

/// What a sweep over workers says of each strategy that it varies: its points by the number of workers, the
/// laws laid through the speed-ups of all measured blocks (the baseline's stated time ÷ the strategy's, of
/// the same block), the law with the smallest AICc, its peak, and one sentence. Points with failures that
/// were not meant, cancelled tasks or other results are left out, and so is a strategy without a point. Empty
/// for any other report.
std::vector<core::ScalingReport> scalingOf(const core::Report& sweep);

} // namespace overlap::analysis
