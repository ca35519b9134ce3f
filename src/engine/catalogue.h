// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"
#include "core/paths.h"

#include <vector>

namespace overlap::engine {

/// The built-in workloads and strategies.
core::Catalogue makeCatalogue();

/// The experiments that ship with the program, by chapter and then in teaching order (the number that their
/// file name begins with). Throws Error naming the file where one is broken.
std::vector<core::Experiment> loadPresets(const core::Paths& paths, const core::Catalogue& catalogue,
                                          int cores);

} // namespace overlap::engine
