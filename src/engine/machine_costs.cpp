// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine_costs.h"

#include "engine/ceiling.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <thread>

namespace overlap::engine {

using core::Nanoseconds;
using core::State;

namespace {

constexpr int runsOfEach = 3;
constexpr std::int64_t manyTasks = 1000;
constexpr std::int64_t payloadTasks = 4;
constexpr std::int64_t payloadBytes = 4'000'000;

core::Experiment experimentOf(const std::string& workload, const std::string& strategy)
{
    core::Experiment experiment;
    experiment.id = "machine-costs";
    experiment.title = experiment.id;
    experiment.workload = workload;
    experiment.strategies = {strategy};
    experiment.repeats = runsOfEach;
    return experiment;
}

/// How much of spinning so many threads do in a second of CPU time each, on average, while all of them do.
/// Not in a second that passes, as measureCeiling() has it: what other programs take away is none of the
/// cores' doing.
double spinSpeedOnce(int threads)
{
    constexpr Nanoseconds window = 30'000'000;
    constexpr std::uint64_t steps = 16'384;
    std::vector<double> speeds(static_cast<std::size_t>(threads));
    const Nanoseconds end = core::monotonicNow() + window;
    const auto measure = [end](double& speed) {
        const Nanoseconds cpu = core::threadCpuNow();
        std::uint64_t times = 0;
        do {
            spin(steps);
            ++times;
        } while (core::monotonicNow() < end);
        speed = static_cast<double>(times) / static_cast<double>(core::threadCpuNow() - cpu);
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < speeds.size(); ++i)
            others.emplace_back([&measure, &speed = speeds[i]] { measure(speed); });
        measure(speeds.front());
    }
    return std::accumulate(speeds.begin(), speeds.end(), 0.0) / threads;
}

class CostMeasurement
{
public:
    CostMeasurement(const EngineServices& services, int cores, std::stop_token stop)
        : m_services(services)
        , m_cores(cores)
        , m_stop(std::move(stop))
    {
        // The least of several runs stands disturbances; nothing of this runs anew.
        m_services.machineProbe = [] { return MachineSample{}; };
    }

    core::RunCosts costsOf(const core::Strategy& strategy) const
    {
        core::RunCosts costs;
        costs.strategy = strategy.name;
        const std::string& name = strategy.name;
        const bool processes = name == "processes" || name == "python-processes";
        const bool counted = !strategy.counts.empty();
        const std::string one = counted ? name + ":1" : name;
        const Empty empty = timeEmpty(one, manyTasks);
        costs.startUp = core::fromSeconds(empty.startUp);
        if (processes) {
            costs.startUpEach = std::max<Nanoseconds>(
                core::fromSeconds(timeEmpty(name + ":2", 2).startUp - empty.startUp), 0);
            // On two cores the two sides of a message work beside each other.
            const double sides = m_cores > 1 ? 1 : 2;
            const double together =
                name == "processes" ? timeEmpty(one + "@chunk=100", manyTasks).perTask : 0.0;
            costs.inMessage = core::fromSeconds(together / sides);
            costs.message = core::fromSeconds(std::max(empty.perTask - together, 0.0) / sides);
            if (name == "processes")
                costs.byteThere = costs.byteBack = secondsPerByte() * core::nanosecondsPerSecond;
        } else {
            costs.dispatch = core::fromSeconds(empty.perTask);
        }
        if (counted && strategy.runtime == core::Runtime::native && strategy.countsWorkers && !processes)
            costs.threadStart = threadStart();
        return costs;
    }

    std::vector<double> ceiling() const
    {
        // One by one it would take minutes where there are many cores; between two powers of two the gain
        // grows evenly.
        std::vector<double> gains{1};
        const double alone = spinSpeed(1);
        while (static_cast<int>(gains.size()) < m_cores) {
            const int known = static_cast<int>(gains.size());
            const int threads = std::min(2 * known, m_cores);
            const double gain = threads * std::min(spinSpeed(threads) / alone, 1.0);
            const double step = (gain - gains.back()) / (threads - known);
            if (m_stop.stop_requested() || !(gain > 0))
                break;
            for (int more = 0; more < threads - known; ++more)
                gains.push_back(gains.back() + step);
        }
        return gains;
    }

private:
    struct Empty
    {
        double startUp = 0;
        double perTask = 0;
    };

    std::vector<core::RunReport> runsOf(core::Experiment experiment) const
    {
        std::vector<core::Problem> problems;
        core::validateExperiment(experiment, m_services.catalogue, m_cores, problems);
        if (!problems.empty())
            throw core::Error(problems.front().message);
        const std::string text =
            core::parseStrategy(experiment.strategies.front(), m_services.catalogue.strategies, m_cores)
                .text();
        const core::Report report = runExperiment(experiment, m_services, m_stop).report;
        const core::StrategyReport* strategy = report.strategy(text);
        return strategy ? strategy->runs : std::vector<core::RunReport>();
    }

    Empty timeEmpty(const std::string& strategy, std::int64_t tasks) const
    {
        core::Experiment experiment = experimentOf("tiny-tasks", strategy);
        experiment.parameters.set("tasks", core::Value(tasks));
        experiment.parameters.set("count", core::Value(std::int64_t{1}));
        const std::vector<core::RunReport> runs = runsOf(std::move(experiment));
        if (runs.empty())
            return {};
        const auto least = [&](double core::RunReport::*seconds) {
            return std::ranges::min(runs, {}, seconds).*seconds;
        };
        return {least(&core::RunReport::startupSeconds),
                least(&core::RunReport::wallSeconds) / static_cast<double>(tasks)};
    }

    /// What one side needs for a byte: half of what is neither computing nor waiting for a core.
    double secondsPerByte() const
    {
        core::Experiment experiment = experimentOf("payload", "processes:1");
        experiment.parameters.set("tasks", core::Value(payloadTasks));
        experiment.parameters.set("bytes", core::Value(payloadBytes));
        double least = std::numeric_limits<double>::max();
        for (const core::RunReport& run : runsOf(std::move(experiment))) {
            const auto in = [&](State state) { return run.ledgerSeconds[static_cast<std::size_t>(state)]; };
            least = std::min(least, in(State::transfer) + in(State::queueEmpty));
        }
        return least == std::numeric_limits<double>::max() ? 0 : least / 2 / (payloadTasks * payloadBytes);
    }

    double spinSpeed(int threads) const
    {
        double most = 0;
        for (int run = 0; run < runsOfEach && !m_stop.stop_requested(); ++run)
            most = std::max(most, spinSpeedOnce(threads));
        return most;
    }

    static Nanoseconds threadStart()
    {
        Nanoseconds least = core::nanosecondsPerSecond;
        for (int i = 0; i < 50; ++i) {
            const Nanoseconds begin = core::monotonicNow();
            Nanoseconds began = begin;
            std::thread([&began] { began = core::monotonicNow(); }).join();
            least = std::min(least, began - begin);
        }
        return least;
    }

    EngineServices m_services;
    int m_cores;
    std::stop_token m_stop;
};

} // namespace

core::MachineCosts measureMachineCosts(const EngineServices& services,
                                       const std::vector<core::Strategy>& strategies, int cores,
                                       const std::stop_token& stop)
{
    const CostMeasurement measurement(services, cores, stop);
    core::MachineCosts costs;
    for (const core::Strategy& strategy : strategies) {
        const bool known = std::ranges::find(costs.strategies, strategy.name, &core::RunCosts::strategy) !=
                           costs.strategies.end();
        if (known || stop.stop_requested())
            continue;
        costs.strategies.push_back(measurement.costsOf(strategy));
        if (strategy.runtime == core::Runtime::python && services.python) {
            if (const PythonChoice python = services.python(); python.facts) {
                costs.strategies.back().freeThreaded = !python.facts->gilEnabled;
            }
        }
    }
    costs.ceiling = measurement.ceiling();
    return costs;
}

} // namespace overlap::engine
