// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/builtin_executors.h"

#include "executors/gil_threads_executor.h"
#include "executors/sequential_executor.h"
#include "executors/threads_executor.h"

#include <algorithm>

namespace overlap::executors {

const std::vector<core::StrategyDescriptor>& builtinStrategies()
{
    using core::CountShape;
    using core::Runtime;
    static const std::vector<core::StrategyDescriptor> list{
        {.name = "sequential",
         .runtime = Runtime::native,
         .counts = CountShape::none,
         .defaultCount = 1,
         .maximumCount = 1,
         .title = OVERLAP_TR_NOOP("Strategies", "One after the other"),
         .help =
             OVERLAP_TR_NOOP("Strategies", "One lane does item after item. The yardstick for all others.")},
        {.name = "threads",
         .runtime = Runtime::native,
         .counts = CountShape::one,
         .defaultCount = 4,
         .maximumCount = ThreadPool::maximumSize,
         .title = OVERLAP_TR_NOOP("Strategies", "Thread pool"),
         .help = OVERLAP_TR_NOOP("Strategies",
                                 "Threads take items from one queue, first come, first served. Pays "
                                 "when tasks wait, and when they compute and cores are free.")},
        {.name = "gil-threads",
         .runtime = Runtime::native,
         .counts = CountShape::one,
         .defaultCount = 4,
         .maximumCount = ThreadPool::maximumSize,
         .options = {{.name = "switch",
                      .kind = core::ParameterKind::seconds,
                      .title = OVERLAP_TR_NOOP("Strategies", "Switch interval"),
                      .help = OVERLAP_TR_NOOP("Strategies",
                                              "How long a thread waits for the lock before it asks the "
                                              "holder to let go. Python's own is 5 ms "
                                              "(sys.setswitchinterval)."),
                      .defaultValue = 0.005,
                      .minimum = core::toSeconds(Gil::shortestInterval),
                      .maximum = 1.0}},
         .title = OVERLAP_TR_NOOP("Strategies", "Thread pool under Python's lock"),
         .help =
             OVERLAP_TR_NOOP("Strategies", "Threads that compute one at a time, under a lock that behaves as "
                                           "Python's global interpreter lock. Pays when tasks wait; who only "
                                           "computes gains nothing.")},
    };
    return list;
}

std::unique_ptr<core::Executor> makeExecutor(const core::Strategy& strategy, recording::Recorder& recorder,
                                             const ExecutorServices&)
{
    if (strategy.name == "sequential")
        return std::make_unique<SequentialExecutor>(recorder);
    if (strategy.name == "threads")
        return std::make_unique<ThreadsExecutor>(strategy.workers(), recorder);
    if (strategy.name == "gil-threads") {
        const auto& descriptor =
            *std::ranges::find(builtinStrategies(), strategy.name, &core::StrategyDescriptor::name);
        const double interval = strategy.option(descriptor, "switch").asNumber();
        return std::make_unique<GilThreadsExecutor>(strategy.workers(), core::fromSeconds(interval),
                                                    recorder);
    }
    throw core::Error(
        core::Message(OVERLAP_TR_NOOP("Messages", "the strategy %1 cannot be run here"), {strategy.text()}));
}

} // namespace overlap::executors
