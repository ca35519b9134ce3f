// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "executors/builtin_executors.h"
#include "executors/python_process.h"

#include <memory>
#include <string>
#include <vector>

namespace overlap::executors {

struct PythonRules
{
    enum class Pool { sequential, threads, processes };
    Pool pool = Pool::sequential;
    int workers = 1;
    core::Nanoseconds switchInterval = 5'000'000; ///< of the lock, where there are threads; Python's own
    int chunk = 1;                                ///< items that go to a process together
    /// Until the interpreter and its workers are ready; each worker process adds some of its own.
    core::Nanoseconds startPatience = 10 * core::nanosecondsPerSecond;
    /// An interpreter that gives no sign for so long hangs: one of its threads does so every 50 ms.
    core::Nanoseconds workPatience = 10 * core::nanosecondsPerSecond;
};

/// The machine's CPython runs the twin of the workload, with concurrent.futures where there are workers. What
/// its workers do arrives every 50 ms, of a pool of processes with each result.
class PythonExecutor final : public core::Executor
{
public:
    PythonExecutor(const PythonRules& rules, recording::Recorder& recorder, const ExecutorServices& services);
    ~PythonExecutor() override;

    void prepare(const core::Job& job) override;
    core::RunResult run(const core::Job& job, std::stop_token stop) override;
    void shutdown(core::ShutdownMode mode) override;
    core::Nanoseconds cpuTime() const override;
    std::int64_t peakMemoryBytes() const override;

private:
    void awaitReady(core::Nanoseconds deadline, core::Nanoseconds patience);

    PythonRules m_rules;
    recording::Recorder& m_recorder;
    ExecutorServices m_services;
    std::vector<recording::LaneWriter*> m_writers;
    std::unique_ptr<PythonProcess> m_python;
    std::int64_t m_peak = 0; ///< as it says itself: of all its processes together
    bool m_ended = false;    ///< it has said its last word
    bool m_closed = false;
};

} // namespace overlap::executors
