// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"

namespace overlap::charts {

/// What a state means and what brings it about, in one or two sentences (context "States"). Its title is
/// stateTitle().
QString stateHelp(core::State state);

} // namespace overlap::charts
