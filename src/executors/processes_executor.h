// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "executors/builtin_executors.h"
#include "executors/process_worker.h"

#include <memory>
#include <vector>

namespace overlap::executors {

struct ProcessRules
{
    int workers = 1;
    int chunk = 1;    ///< items that travel together
    int inFlight = 4; ///< chunks that a worker may have at a time; one where they are long
    core::Nanoseconds startPatience = 10 * core::nanosecondsPerSecond;
    /// A worker that computes and gives no sign for so long hangs. One native call may take seconds.
    core::Nanoseconds workPatience = 10 * core::nanosecondsPerSecond;
};

/// n processes of the program overlap-worker, each with a socket and a lane in shared memory. Items go to the
/// worker that has least to do; an item runs with all its stages in one process. A worker that dies fails
/// what it was at, and what it had not come to goes to the others.
class ProcessesExecutor final : public core::Executor
{
public:
    ProcessesExecutor(const ProcessRules& rules, recording::Recorder& recorder,
                      const ExecutorServices& services);
    ~ProcessesExecutor() override;

    void prepare(const core::Job& job) override;
    core::RunResult run(const core::Job& job, std::stop_token stop) override;
    void shutdown(core::ShutdownMode mode) override;
    core::Nanoseconds cpuTime() const override;
    std::int64_t peakMemoryBytes() const override;

private:
    void start(const core::Job& job);

    ProcessRules m_rules;
    recording::Recorder& m_recorder;
    ExecutorServices m_services;
    std::vector<std::unique_ptr<ProcessWorker>> m_workers;
    bool m_closed = false;
};

} // namespace overlap::executors
