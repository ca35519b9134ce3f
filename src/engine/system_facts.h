// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/environment.h"

namespace overlap::engine {

/// Fills in what /proc and /sys tell without privileges of affinity, quota, steal, turbo, SMT, hypervisor,
/// tick, address randomization, power and debugger; what they do not tell stays unknown. Changes nothing.
void probeSystem(core::Environment& environment);

} // namespace overlap::engine
