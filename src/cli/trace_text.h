// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saved_run.h"

#include <string>

namespace overlap::cli {

/// What `trace` prints: of every band its lanes with the share of each state, the ledger of its workers, and
/// how long its tasks took. Of very many lanes the first. Every line ends with a line end.
std::string lanesText(const core::SavedRun& run);

} // namespace overlap::cli
