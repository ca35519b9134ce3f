// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/simulated_gate.h"
#include "analysis/simulator.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <span>

// The inside of the simulator: what the strategies of simulator.h are made of.

namespace overlap::analysis {

/// A strategy as the simulator understands it.
struct SimulatedStrategy
{
    enum class Kind { pool, eventLoop, stealing, processes, pipeline };
    Kind kind = Kind::pool;
    std::vector<int> counts;   ///< workers; slots of an event loop; of a pipeline for each stage
    bool threads = false;      ///< that have to be started within the run
    bool locked = false;       ///< under an interpreter's lock
    double switchInterval = 0; ///< ns
    std::size_t chunk = 1;
    std::size_t inFlight = 1;
    std::vector<std::size_t> queues; ///< in front of each stage; 0: no limit
    double patience = 0;             ///< ns; of the workers behind the first stage; 0: end marks
    core::RunCosts costs;
};

/// All segments of the work one behind the other: simulating touches nothing else.
class FlatWork
{
public:
    explicit FlatWork(const core::WorkProfile& profile);

    std::size_t items() const { return m_items; }
    /// Stages that the item comes to.
    std::size_t stagesOf(std::size_t item) const { return m_places[place(item)].stages; }
    std::span<const core::Segment> task(std::size_t item, std::size_t stage) const
    {
        const std::size_t first = m_places[place(item)].firstTask + stage;
        return {m_segments.data() + m_taskBegins[first], m_segments.data() + m_taskBegins[first + 1]};
    }
    double bytesThere(std::size_t item) const { return m_places[place(item)].bytesThere; }
    double bytesBack(std::size_t item) const { return m_places[place(item)].bytesBack; }

private:
    struct Place
    {
        std::size_t firstTask;
        std::size_t stages;
        double bytesThere;
        double bytesBack;
    };
    std::size_t place(std::size_t item) const
    {
        return m_places.size() == m_items ? item : item * m_places.size() / m_items;
    }

    std::size_t m_items;
    std::vector<Place> m_places;
    std::vector<std::size_t> m_taskBegins;
    std::vector<core::Segment> m_segments;
};

/// One simulated run: threads that work through tasks. A strategy says what a thread does next, in step().
class SimulatedRun
{
public:
    using Thread = SimulatedMachine::Thread;

    SimulatedRun(const core::WorkProfile& profile, const SimulatedStrategy& strategy,
                 const SimulationSetting& setting);
    virtual ~SimulatedRun() = default;

    /// Until nobody has anything left to do.
    Simulation execute();

protected:
    /// A thread that works through tasks.
    struct Worker
    {
        Thread thread = 0;
        std::size_t item = 0;
        std::size_t stage = 0;
        const core::Segment* segment = nullptr; // where it is in its task
        const core::Segment* end = nullptr;
        double left = -1; // of the segment's computing, where it was interrupted
        bool inSegment = false;
        bool dispatches = false; // computes what the strategy costs for a task, before its first segment
        double taskBegin = 0;
        std::vector<std::int64_t> permits; // that it has
        int phase = 0;                     // the strategy's own
    };

    /// What the worker does when its last activity has ended, or when it was woken.
    virtual void step(Worker& worker) = 0;
    /// Whatever else of the machine's threads a strategy has.
    virtual void stepOther(Thread thread) { (void)thread; }

    Worker& addWorker(std::string lane, core::LaneKind kind = core::LaneKind::worker);
    Worker& worker(Thread thread) { return *m_byThread[thread]; }
    /// Its first step comes behind so many thread starts, one after the other.
    void start(Thread thread, std::size_t starts);
    /// Computing needs the gate from now on; `shown` draws who holds it.
    void useGate(Thread shown);
    /// Gives the gate back where the worker has it.
    void letGo(Worker& worker);

    /// Puts the worker before a task of an item that it takes.
    void begin(Worker& worker, std::size_t item, std::size_t stage, bool dispatches);
    /// Goes on with the task: true where it has ended by now, with nothing of it held.
    bool proceed(Worker& worker);
    /// It waits for work, or leaves.
    void rest(Worker& worker, core::State state);
    void wake(Thread thread) { m_woken.push_back(thread); }

    double due(std::size_t item) const { return static_cast<double>(item) * m_interval; }
    double feedInterval() const { return m_interval; }

    const SimulatedStrategy& m_strategy;
    const FlatWork m_work;
    SimulatedMachine m_machine;
    std::deque<Worker> m_workers;
    double m_wall = 0;
    bool m_ownPermits = false; // each worker is a process, with permits of its own

private:
    struct Permits
    {
        std::int64_t free;
        std::deque<Thread> waiting;
    };

    void startComputing(Worker& worker, double work, core::State state, bool needsGate);
    void startSegment(Worker& worker);
    void startWaiting(Worker& worker);
    bool takePermit(Worker& worker);
    void endTask(Worker& ended);
    void yieldGate();

    const double m_interval;
    std::optional<SimulatedGate> m_gate;
    Thread m_gateLane = SimulatedGate::nobody;
    std::vector<Worker*> m_byThread; // null for who is no worker
    std::map<std::int64_t, Permits> m_permits;
    std::deque<Thread> m_woken;
    std::uint64_t m_tasks = 0;
};

std::unique_ptr<SimulatedRun> makeSimulatedPool(const core::WorkProfile& profile,
                                                const SimulatedStrategy& strategy,
                                                const SimulationSetting& setting);
std::unique_ptr<SimulatedRun> makeSimulatedProcesses(const core::WorkProfile& profile,
                                                     const SimulatedStrategy& strategy,
                                                     const SimulationSetting& setting);
std::unique_ptr<SimulatedRun> makeSimulatedPipeline(const core::WorkProfile& profile,
                                                    const SimulatedStrategy& strategy,
                                                    const SimulationSetting& setting);

} // namespace overlap::analysis
