// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A small application around a pool of overlap-test-worker, for tests that kill or stop an application:
// overlap-test-app WORKERS PATIENCE_MS COUNT ACT N. Says "ready", runs the act so often, and says what came
// of it.
#include "odd_workloads.h"
#include "support/test_worker.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

using namespace overlap;

int main(int argc, char** argv)
{
    if (argc != 6)
        return 2;
    ipc::Launcher launcher;
    executors::ProcessRules rules;
    rules.workers = std::atoi(argv[1]);
    rules.workPatience = std::atoll(argv[2]) * 1'000'000;
    const core::Value parameters = testing::actsParameters(std::vector<core::Value>(
        static_cast<std::size_t>(std::atoi(argv[3])), testing::act("do", argv[4], std::atoll(argv[5]))));
    const auto workload = testing::actsWorkload().make(parameters);
    const core::Job job = testing::jobInProcesses(*workload, "acts", parameters);
    recording::Recorder recorder;
    executors::ProcessesExecutor executor(rules, recorder, {&launcher, testing::testWorker()});
    executor.prepare(job);
    std::cout << "ready" << std::endl;
    const core::RunResult result = executor.run(job, {});
    executor.shutdown(core::ShutdownMode::wait);
    std::cout << "done "
              << std::ranges::count(result.items, core::TaskStatus::done, &core::ItemResult::status)
              << std::endl;
    return 0;
}
