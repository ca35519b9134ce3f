// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Queries to a real SQLite database through a pool of connections, which are fewer than the workers that
/// want one.
core::WorkloadDescriptor databaseQueriesWorkload();

} // namespace overlap::workloads
