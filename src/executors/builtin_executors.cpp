// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/builtin_executors.h"

#include "executors/event_loop_executor.h"
#include "executors/gil_threads_executor.h"
#include "executors/pipeline_executor.h"
#include "executors/processes_executor.h"
#include "executors/python_executor.h"
#include "executors/sequential_executor.h"
#include "executors/threads_executor.h"
#ifdef OVERLAP_WORK_STEALING
#include "executors/work_stealing_executor.h"
#endif

#include <algorithm>

namespace overlap::executors {

namespace {

core::Parameter switchOption()
{
    return {.name = "switch",
            .kind = core::ParameterKind::seconds,
            .title = OVERLAP_TR_NOOP("Strategies", "Switch interval"),
            .help = OVERLAP_TR_NOOP("Strategies", "How long a thread waits for the lock before it asks the "
                                                  "holder to let go. Python's own is 5 ms "
                                                  "(sys.setswitchinterval)."),
            .defaultValue = 0.005,
            .minimum = core::toSeconds(Gil::shortestInterval),
            .maximum = 1.0};
}

core::Parameter chunkOption()
{
    return {.name = "chunk",
            .kind = core::ParameterKind::integer,
            .title = OVERLAP_TR_NOOP("Strategies", "Chunk"),
            .help = OVERLAP_TR_NOOP("Strategies", "Items that travel to a process together. Larger chunks "
                                                  "cost fewer messages; smaller ones share the work more "
                                                  "evenly."),
            .defaultValue = 1,
            .minimum = 1,
            .maximum = 100'000};
}

} // namespace

const std::vector<core::StrategyDescriptor>& builtinStrategies()
{
    using core::CountShape;
    using core::Parameter;
    using core::ParameterKind;
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
         .options = {switchOption()},
         .title = OVERLAP_TR_NOOP("Strategies", "Thread pool under Python's lock"),
         .help =
             OVERLAP_TR_NOOP("Strategies", "Threads that compute one at a time, under a lock that behaves as "
                                           "Python's global interpreter lock. Pays when tasks wait; who only "
                                           "computes gains nothing.")},
        {.name = "processes",
         .runtime = Runtime::native,
         .counts = CountShape::one,
         .defaultCount = 4,
         .maximumCount = 256,
         .inThisProcess = false,
         .options = {chunkOption(),
                     Parameter{.name = "inflight",
                               .kind = ParameterKind::integer,
                               .title = OVERLAP_TR_NOOP("Strategies", "In flight"),
                               .help = OVERLAP_TR_NOOP("Strategies",
                                                       "Chunks that a process may hold at a time, so that it "
                                                       "need not wait for the next. Long ones are handed out "
                                                       "one by one."),
                               .defaultValue = 4,
                               .minimum = 1,
                               .maximum = 1000}},
         .title = OVERLAP_TR_NOOP("Strategies", "Process pool"),
         .help = OVERLAP_TR_NOOP(
             "Strategies", "Processes of their own take the items; what they need and what they give "
                           "travels as messages. Pays for computing where threads share a lock; starting "
                           "and copying cost.")},
        {.name = "pipeline",
         .runtime = Runtime::native,
         .counts = CountShape::perStage,
         .defaultCount = 1,
         .maximumCount = ThreadPool::maximumSize,
         .options = {Parameter{.name = "queues",
                               .kind = ParameterKind::integer,
                               .title = OVERLAP_TR_NOOP("Strategies", "Queue"),
                               .help = OVERLAP_TR_NOOP(
                                   "Strategies", "Places in the queue in front of the stage. Who puts into a "
                                                 "full one waits; 0 is a queue without limit."),
                               .defaultValue = 0,
                               .maximum = 1'000'000,
                               .perStage = true},
                     Parameter{.name = "timeout",
                               .kind = ParameterKind::seconds,
                               .title = OVERLAP_TR_NOOP("Strategies", "Give up after"),
                               .help = OVERLAP_TR_NOOP(
                                   "Strategies",
                                   "Workers behind the first stage leave after so long without "
                                   "work, instead of at an end mark. 0 waits for the end mark."),
                               .defaultValue = 0.0,
                               .maximum = 3600.0}},
         .title = OVERLAP_TR_NOOP("Strategies", "Stages joined by queues"),
         .help = OVERLAP_TR_NOOP(
             "Strategies", "Each stage has threads of its own and passes on through a queue. Pays where "
                           "stages need different numbers of workers; the slowest stage sets the pace.")},
        {.name = "event-loop",
         .runtime = Runtime::native,
         .counts = CountShape::one,
         .defaultCount = 8,
         .maximumCount = EventLoopExecutor::maximumSlots,
         .countsWorkers = false,
         .title = OVERLAP_TR_NOOP("Strategies", "Event loop"),
         .help = OVERLAP_TR_NOOP(
             "Strategies", "One thread with many items in flight: while one waits, it goes on with another. "
                           "Pays when tasks only wait, for little memory; an item that computes or blocks "
                           "holds up all the others. The number is of items in flight.")},
#ifdef OVERLAP_WORK_STEALING
        {.name = "work-stealing",
         .runtime = Runtime::native,
         .counts = CountShape::one,
         .defaultCount = 4,
         .maximumCount = WorkStealingExecutor::maximumWorkers,
         .title = OVERLAP_TR_NOOP("Strategies", "Work stealing"),
         .help = OVERLAP_TR_NOOP(
             "Strategies",
             "Threads with a queue each: who has nothing left takes half of what another has. "
             "Pays where items are many and small, or differ much. The scheduler is oneTBB's.")},
#endif
        {.name = "python-sequential",
         .runtime = Runtime::python,
         .counts = CountShape::none,
         .defaultCount = 1,
         .maximumCount = 1,
         .inThisProcess = false,
         .title = OVERLAP_TR_NOOP("Strategies", "Python, one after the other"),
         .help = OVERLAP_TR_NOOP("Strategies", "The machine's own Python does item after item. The yardstick "
                                               "for all others in Python.")},
        {.name = "python-threads",
         .runtime = Runtime::python,
         .counts = CountShape::one,
         .defaultCount = 4,
         .maximumCount = ThreadPool::maximumSize,
         .inThisProcess = false,
         .options = {switchOption()},
         .title = OVERLAP_TR_NOOP("Strategies", "Python's thread pool"),
         .help = OVERLAP_TR_NOOP("Strategies", "A ThreadPoolExecutor of the machine's own Python. Pays when "
                                               "tasks wait; its lock lets one thread compute at a time, "
                                               "unless it is a free-threaded build.")},
        {.name = "python-processes",
         .runtime = Runtime::python,
         .counts = CountShape::one,
         .defaultCount = 4,
         .maximumCount = 256,
         .inThisProcess = false,
         .options = {chunkOption()},
         .title = OVERLAP_TR_NOOP("Strategies", "Python's process pool"),
         .help = OVERLAP_TR_NOOP("Strategies", "A ProcessPoolExecutor of the machine's own Python, each "
                                               "process with a lock of its own. Pays for computing; starting "
                                               "and copying cost more than in a native program.")},
    };
    return list;
}

namespace {

core::Value optionOf(const core::Strategy& strategy, std::string_view key)
{
    return strategy.option(
        *std::ranges::find(builtinStrategies(), strategy.name, &core::StrategyDescriptor::name), key);
}

} // namespace

std::unique_ptr<core::Executor> makeExecutor(const core::Strategy& strategy, recording::Recorder& recorder,
                                             const ExecutorServices& services)
{
    if (strategy.name == "sequential")
        return std::make_unique<SequentialExecutor>(recorder);
    if (strategy.name == "threads")
        return std::make_unique<ThreadsExecutor>(strategy.workers(), recorder);
    if (strategy.name == "gil-threads") {
        const core::Nanoseconds interval = core::fromSeconds(optionOf(strategy, "switch").asNumber());
        return std::make_unique<GilThreadsExecutor>(strategy.workers(), interval, recorder);
    }
    if (strategy.name == "processes") {
        ProcessRules rules;
        rules.workers = strategy.workers();
        rules.chunk = static_cast<int>(optionOf(strategy, "chunk").asInteger());
        rules.inFlight = static_cast<int>(optionOf(strategy, "inflight").asInteger());
        return std::make_unique<ProcessesExecutor>(rules, recorder, services);
    }
    if (strategy.name == "pipeline") {
        PipelineRules rules{strategy.counts, {}, core::fromSeconds(optionOf(strategy, "timeout").asNumber())};
        const core::Value sizes = optionOf(strategy, "queues");
        for (const core::Value& size : sizes.asArray())
            rules.queues.push_back(static_cast<std::size_t>(size.asInteger()));
        return std::make_unique<PipelineExecutor>(std::move(rules), recorder);
    }
    if (strategy.name == "event-loop")
        return std::make_unique<EventLoopExecutor>(strategy.counts.front(), recorder);
#ifdef OVERLAP_WORK_STEALING
    if (strategy.name == "work-stealing")
        return std::make_unique<WorkStealingExecutor>(strategy.workers(), recorder);
#endif
    if (strategy.runtime == core::Runtime::python) {
        PythonRules rules;
        rules.pool = strategy.name == "python-sequential" ? PythonRules::Pool::sequential
                     : strategy.name == "python-threads"  ? PythonRules::Pool::threads
                                                          : PythonRules::Pool::processes;
        rules.workers = strategy.workers();
        if (rules.pool == PythonRules::Pool::threads)
            rules.switchInterval = core::fromSeconds(optionOf(strategy, "switch").asNumber());
        if (rules.pool == PythonRules::Pool::processes)
            rules.chunk = static_cast<int>(optionOf(strategy, "chunk").asInteger());
        return std::make_unique<PythonExecutor>(rules, recorder, services);
    }
    throw core::Error(
        core::Message(OVERLAP_TR_NOOP("Messages", "the strategy %1 cannot be run here"), {strategy.text()}));
}

} // namespace overlap::executors
