// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

#include <string>

namespace overlap::cli {

/// What `sweep` prints of a sweep as a whole: of workers a table per strategy (points, ceiling, the law with
/// its band) and its sentence, else where each did best; then what becomes of a rule of thumb. Every line
/// ends with a line end; empty for a report without a sweep.
std::string sweepText(const core::Report& report);

} // namespace overlap::cli
