// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"

#include <string>
#include <vector>

namespace overlap::analysis {

/// SHA-256 over the comparable fields of all results in input order, as compact JSON: one array per item, its
/// fate first. Times, addresses and random bodies are declared not comparable by the workload and left out.
std::string resultDigest(const std::vector<core::ItemResult>& items,
                         const std::vector<core::ResultColumn>& columns);

} // namespace overlap::analysis
