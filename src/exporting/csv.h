// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

#include <string>

namespace overlap::exporting {

/// One line per run, warm-ups and replaced runs included and marked: the raw samples. A sweep's have their
/// value in the last column; what several values share stands at each of them. RFC 4180, UTF-8, CRLF, decimal
/// point; the first line names the columns, units in their names.
std::string runsAsCsv(const core::Report& report);

} // namespace overlap::exporting
