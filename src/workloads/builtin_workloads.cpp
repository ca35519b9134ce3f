// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/builtin_workloads.h"

#include "workloads/fetch_workload.h"
#include "workloads/wait_workload.h"

namespace overlap::workloads {

const std::vector<core::WorkloadDescriptor>& builtinWorkloads()
{
    static const std::vector<core::WorkloadDescriptor> list{waitWorkload(), fetchWorkload()};
    return list;
}

} // namespace overlap::workloads
