// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A small application around a Python, for tests that kill an application:
// overlap-test-python-app PYTHON RUNNER sequential|threads|processes WORKERS wait|compute. Says "ready" and
// runs for minutes.
#include "executors/python_executor.h"
#include "support/twin_workload.h"

#include <cstdlib>
#include <iostream>

using namespace overlap;

int main(int argc, char** argv)
{
    using Pool = executors::PythonRules::Pool;
    if (argc != 6)
        return 2;
    ipc::Launcher launcher;
    const std::string pool = argv[3];
    executors::PythonRules rules;
    rules.pool = pool == "sequential" ? Pool::sequential
                 : pool == "threads"  ? Pool::threads
                                      : Pool::processes;
    rules.workers = std::atoi(argv[4]);
    const testing::TwinWorkload workload =
        argv[5] == std::string("wait") ? testing::waits(100, 10) : testing::sums(100, 100'000'000);
    core::Job job;
    job.workload = &workload;
    recording::Recorder recorder;
    executors::PythonExecutor executor(rules, recorder, {&launcher, {}, argv[1], argv[2]});
    executor.prepare(job);
    std::cout << "ready" << std::endl;
    executor.run(job, {});
    executor.shutdown(core::ShutdownMode::wait);
    return 0;
}
