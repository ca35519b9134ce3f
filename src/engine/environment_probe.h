// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/environment.h"

namespace overlap::engine {

/// Cores that this process may use: its affinity and its cgroup's quota, whichever is less; at least 1. Never
/// std::thread::hardware_concurrency(), which knows neither.
int usableCores();

/// The machine and the build, with the cost of a clock read and of recording measured here and now (about 3
/// ms).
core::Environment probeEnvironment();

} // namespace overlap::engine
