// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"

#include <cstdint>

namespace overlap::executors {

/// Says in `result` what became of an item whose task threw, and returns the record's flag for it. To be
/// called in the handler of the exception.
std::uint8_t tellFate(core::ItemResult& result);

} // namespace overlap::executors
