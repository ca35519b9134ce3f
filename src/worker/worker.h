// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fetch.h"
#include "core/workload.h"
#include "ipc/value_codec.h"

#include <functional>
#include <vector>

namespace overlap::worker {

/// What main composes. The codec is here so that a test can have a worker that fails in the middle of it.
struct WorkerServices
{
    const std::vector<core::WorkloadDescriptor>& workloads;
    core::FetcherFactory makeFetcher;
    std::function<core::Value(ipc::WireReader&)> decode = [](ipc::WireReader& reader) {
        return reader.value();
    };
    std::function<void(ipc::WireWriter&, const core::Value&)> encode =
        [](ipc::WireWriter& writer, const core::Value& value) { writer.value(value); };
};

/// The life of a worker process: says hello on ipc::workerSocket, makes the workload that it is told, runs
/// the items that come with all their stages and sends back what they give, until the other side closes the
/// socket. Its lane lies in ipc::workerMemory. Returns the exit code: 0, or 1 where the other side spoke
/// nonsense or is gone.
int runWorker(const WorkerServices& services);

} // namespace overlap::worker
