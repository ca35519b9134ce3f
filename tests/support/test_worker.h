// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "executors/processes_executor.h"
#include "ipc/launcher.h"

#include <filesystem>

// What the tests of process pools run on: a worker program of their own, whose workload does on demand what
// no workload should.

namespace overlap::testing {

/// The program of tests/worker.
inline std::filesystem::path testWorker()
{
    return std::filesystem::path(OVERLAP_BUILD_ROOT) / "tests/bin/overlap-test-worker";
}

/// A job over one of the workloads of tests/worker/odd_workloads.h. `workload` outlives it.
inline core::Job jobInProcesses(const core::Workload& workload, std::string id, core::Value parameters)
{
    core::Job job;
    job.workload = &workload;
    job.seed = 42;
    job.recipe.id = std::move(id);
    job.recipe.parameters = std::move(parameters);
    return job;
}

} // namespace overlap::testing
