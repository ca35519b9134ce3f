// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/simulated_run.h"

#include "core/message.h"

namespace overlap::analysis {

using core::State;

namespace {

/// As executors::ProcessesExecutor has it: items that take longer are handed out one by one.
constexpr double shortService = 1e6;
/// As the worker has it: answers of a chunk travel together unless they have been held for longer.
constexpr double longestHeld = 1e6;

/// The program hands chunks of items to worker processes and hears their answers, all of it on one thread,
/// which encodes, writes, reads and decodes on a core like any other. A worker decodes, works and encodes.
class SimulatedProcesses final : public SimulatedRun
{
public:
    SimulatedProcesses(const core::WorkProfile& profile, const SimulatedStrategy& strategy,
                       const SimulationSetting& setting)
        : SimulatedRun(profile, strategy, setting)
        , m_message(static_cast<double>(strategy.costs.message) / 2) // there and back
        , m_inMessage(static_cast<double>(strategy.costs.inMessage) / 2)
    {
        m_ownPermits = true;
        for (int i = 0; i < strategy.counts.front(); ++i) {
            Worker& worker = addWorker(core::Message("process %1", {std::to_string(i + 1)}).english());
            m_machine.enter(worker.thread, State::queueEmpty);
            m_processes.emplace_back();
        }
        m_program = m_machine.addThread();
        m_machine.sleepUntil(m_program, 0);
    }

private:
    enum Phase { resting, receiving, working, sending };

    struct Chunk
    {
        std::size_t begin;
        std::size_t end;
    };
    struct Process
    {
        std::deque<Chunk> inbox;
        std::size_t inFlight = 0;
        double service = -1; // how long the last answer took from the beginning of its chunk
        double chunkBegin = 0;
        double flushed = 0;
        double heldBytes = 0; // of answers that have not been sent
        std::size_t heldItems = 0;
    };
    struct Answer
    {
        std::size_t process;
        std::size_t items;
        double bytes;
        bool endsChunk;
    };
    enum class Doing { nothing, sleeping, giving, hearing };

    Process& processOf(const Worker& worker) { return m_processes[worker.thread]; }

    // The worker's side.

    void step(Worker& worker) override
    {
        Process& process = processOf(worker);
        while (true) {
            switch (worker.phase) {
            case resting:
                if (process.inbox.empty())
                    return;
                process.chunkBegin = m_machine.now();
                worker.item = process.inbox.front().begin;
                return transfer(worker, receiving, m_message + decoding(worker));
            case receiving:
                worker.phase = working;
                begin(worker, worker.item, 0, true);
                break;
            case working:
                if (!proceed(worker))
                    return;
                if (worker.stage + 1 < m_work.stagesOf(worker.item)) {
                    begin(worker, worker.item, worker.stage + 1, false);
                    break;
                }
                return transfer(worker, sending, encoding(worker));
            default:
                answer(worker, process);
                if (worker.phase == resting && process.inbox.empty())
                    return m_machine.enter(worker.thread, State::queueEmpty);
                if (worker.phase == receiving)
                    return transfer(worker, receiving, decoding(worker));
            }
        }
    }

    double decoding(const Worker& worker) const
    {
        return m_inMessage + m_strategy.costs.byteThere * m_work.bytesThere(worker.item);
    }

    /// The last one of a chunk takes the answers of all on their way.
    double encoding(const Worker& worker) const
    {
        const bool last = worker.item + 1 == m_processes[worker.thread].inbox.front().end;
        return m_inMessage + (last ? m_message : 0) +
               m_strategy.costs.byteBack * m_work.bytesBack(worker.item);
    }

    void transfer(Worker& worker, Phase phase, double work)
    {
        worker.phase = phase;
        m_machine.enter(worker.thread, State::transfer);
        m_machine.compute(worker.thread, work);
    }

    /// The item's answer is written, or held until the chunk ends; then the next item, or the next chunk.
    void answer(Worker& worker, Process& process)
    {
        Chunk& chunk = process.inbox.front();
        const bool endsChunk = ++chunk.begin == chunk.end;
        process.service = m_machine.now() - process.chunkBegin;
        process.heldBytes += m_work.bytesBack(worker.item);
        ++process.heldItems;
        if (endsChunk || m_machine.now() - process.flushed > longestHeld) {
            m_answers.push_back({worker.thread, process.heldItems, process.heldBytes, endsChunk});
            process.heldItems = 0;
            process.heldBytes = 0;
            process.flushed = m_machine.now();
            if (m_doing == Doing::nothing || m_doing == Doing::sleeping) {
                m_machine.interrupt(m_program);
                m_doing = Doing::nothing;
                serve();
            }
        }
        if (endsChunk)
            process.inbox.pop_front();
        worker.phase = endsChunk ? resting : receiving;
        if (!endsChunk)
            worker.item = chunk.begin;
    }

    // The program's side.

    void stepOther(Thread) override
    {
        if (m_doing == Doing::giving) {
            Worker& worker = m_workers[m_receiver];
            m_processes[m_receiver].inbox.push_back(m_given);
            if (worker.phase == resting && m_processes[m_receiver].inbox.size() == 1)
                wake(worker.thread);
        } else if (m_doing == Doing::hearing) {
            const Answer& heard = m_answers.front();
            if (heard.endsChunk)
                --m_processes[heard.process].inFlight;
            m_answers.pop_front();
            m_wall = m_machine.now();
        }
        m_doing = Doing::nothing;
        serve();
    }

    void serve()
    {
        if (!m_answers.empty()) {
            const Answer& answer = m_answers.front();
            return work(Doing::hearing, m_message + m_inMessage * static_cast<double>(answer.items) +
                                            m_strategy.costs.byteBack * answer.bytes);
        }
        if (m_next == m_work.items())
            return;
        const auto idlest = leastLoaded();
        if (!idlest)
            return;
        if (due(m_next) > m_machine.now()) {
            m_doing = Doing::sleeping;
            return m_machine.sleepUntil(m_program, due(m_next));
        }
        m_receiver = *idlest;
        m_given = {m_next, m_next};
        double cost = m_message;
        while (m_given.end < m_work.items() && m_given.end - m_given.begin < m_strategy.chunk &&
               due(m_given.end) <= m_machine.now())
            cost += m_inMessage + m_strategy.costs.byteThere * m_work.bytesThere(m_given.end++);
        m_next = m_given.end;
        ++m_processes[m_receiver].inFlight;
        work(Doing::giving, cost);
    }

    void work(Doing doing, double cost)
    {
        m_doing = doing;
        m_machine.compute(m_program, cost);
    }

    std::optional<std::size_t> leastLoaded() const
    {
        std::optional<std::size_t> least;
        for (std::size_t i = 0; i < m_processes.size(); ++i) {
            const Process& process = m_processes[i];
            const bool isShort = process.service >= 0 && process.service < shortService;
            if (process.inFlight < (isShort ? m_strategy.inFlight : 1) &&
                (!least || process.inFlight < m_processes[*least].inFlight))
                least = i;
        }
        return least;
    }

    const double m_message;
    const double m_inMessage;
    std::vector<Process> m_processes;
    Thread m_program = 0;
    Doing m_doing = Doing::nothing;
    std::size_t m_receiver = 0;
    Chunk m_given{0, 0};
    std::deque<Answer> m_answers;
    std::size_t m_next = 0;
};

} // namespace

std::unique_ptr<SimulatedRun> makeSimulatedProcesses(const core::WorkProfile& profile,
                                                     const SimulatedStrategy& strategy,
                                                     const SimulationSetting& setting)
{
    return std::make_unique<SimulatedProcesses>(profile, strategy, setting);
}

} // namespace overlap::analysis
