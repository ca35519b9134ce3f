// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

#include <vector>

namespace overlap::analysis {

/// What casts doubt on the figures of a report and what helps, one sentence each, after hyperfine and pyperf:
/// outliers, a slow first run, scatter from 10 % of the mean on, runs shorter than 5 ms, a recorder share
/// above 5 %, lost records, disturbed blocks, a drift beyond the noise, and why an experiment with a
/// precision stopped. At most one of a kind for each strategy.
std::vector<core::Message> hintsOf(const core::Report& report);

} // namespace overlap::analysis
