// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/builtin_workloads.h"

#include "workloads/failing_tasks_workload.h"
#include "workloads/fetch_workload.h"
#include "workloads/file_batch_workload.h"
#include "workloads/file_digests_workload.h"
#include "workloads/image_resize_workload.h"
#include "workloads/service_health_workload.h"
#include "workloads/wait_workload.h"

namespace overlap::workloads {

const std::vector<core::WorkloadDescriptor>& builtinWorkloads()
{
    static const std::vector<core::WorkloadDescriptor> list{
        waitWorkload(),        fetchWorkload(),         failingTasksWorkload(), fileBatchWorkload(),
        fileDigestsWorkload(), serviceHealthWorkload(), imageResizeWorkload()};
    return list;
}

} // namespace overlap::workloads
