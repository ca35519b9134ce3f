// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "core/strategy.h"
#include "ipc/launcher.h"
#include "recording/recorder.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace overlap::executors {

/// The explicit list of strategies, in the order in which the window offers them.
const std::vector<core::StrategyDescriptor>& builtinStrategies();

/// What executors that start processes need; outlives them.
struct ExecutorServices
{
    ipc::Launcher* launcher = nullptr;
    std::filesystem::path worker;            ///< the program overlap-worker
    std::filesystem::path python = {};       ///< the interpreter; empty where there is none
    std::filesystem::path pythonRunner = {}; ///< the file that it runs, overlap_runner.py
};

/// A fresh executor for one run that records into `recorder`, which outlives it.
/// Precondition: the strategy was parsed against builtinStrategies(); one that is not `inThisProcess` has
/// services.
std::unique_ptr<core::Executor> makeExecutor(const core::Strategy& strategy, recording::Recorder& recorder,
                                             const ExecutorServices& services = {});

} // namespace overlap::executors
