// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state.h"

#include <string_view>

namespace overlap::exporting {

/// What a lane was doing in a slice that another program recorded, as far as its name or one of its
/// categories (separated by commas) says so: our own names of states, and words that are common for waiting,
/// locks and the like ("sleep", "poll", "mutex", "queue.get"), whole and in any case. Everything else is
/// computing, because a slice is something that was done.
core::State stateOfSlice(std::string_view name, std::string_view categories);

} // namespace overlap::exporting
