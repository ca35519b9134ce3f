// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/simulated_run.h"

#include "core/message.h"

#include <algorithm>

namespace overlap::analysis {

using core::State;

namespace {

/// A feeder, workers for each stage, bounded queues between them: executors::PipelineExecutor.
class SimulatedPipeline final : public SimulatedRun
{
public:
    SimulatedPipeline(const core::WorkProfile& profile, const SimulatedStrategy& strategy,
                      const SimulationSetting& setting)
        : SimulatedRun(profile, strategy, setting)
        , m_feeder(m_machine.addThread("feeder", core::LaneKind::feeder))
        , m_queues(strategy.counts.size())
    {
        for (std::size_t stage = 0; stage < m_queues.size(); ++stage) {
            m_queues[stage].limit = strategy.queues[stage];
            m_left.push_back(strategy.counts[stage]);
        }
        for (std::size_t stage = 0; stage < m_queues.size(); ++stage) {
            const std::string& name = profile.stages[stage];
            for (int number = 1; number <= strategy.counts[stage]; ++number) {
                const auto before = std::count(profile.stages.begin(),
                                               profile.stages.begin() + static_cast<long>(stage), name);
                addWorker(name + " " + std::to_string(before * strategy.counts[stage] + number)).stage =
                    stage;
            }
        }
        m_machine.addThread("collector", core::LaneKind::collector);
        startAll();
    }

private:
    enum Phase { beginning, taking, working, putting };

    struct Queue
    {
        std::size_t limit = 0;
        std::deque<std::size_t> items;
        std::deque<Thread> takers;
        std::deque<std::pair<Thread, std::size_t>> putters; // with what they bring
        bool ended = false;
        bool abandoned = false;

        bool isFull() const { return limit > 0 && items.size() >= limit; }
    };

    /// The first worker of each stage first, as the executor does.
    void startAll()
    {
        std::size_t starts = 1;
        start(m_feeder, starts++);
        const int most = *std::ranges::max_element(m_strategy.counts);
        for (int number = 0; number < most; ++number) {
            std::size_t first = 0;
            for (const int count : m_strategy.counts) {
                if (number < count)
                    start(m_workers[first + static_cast<std::size_t>(number)].thread, starts++);
                first += static_cast<std::size_t>(count);
            }
        }
    }

    void stepOther(Thread) override
    {
        if (m_feederPuts) { // there was no room, and now there is
            m_feederPuts = false;
            m_due = m_machine.now() + feedInterval();
        }
        while (m_next < m_work.items() && !m_queues.front().abandoned) {
            if (m_due > m_machine.now()) {
                m_machine.enter(m_feeder, State::waiting);
                return m_machine.sleepUntil(m_feeder, m_due);
            }
            m_due += feedInterval();
            if (!put(0, m_feeder, m_next++)) {
                m_feederPuts = true;
                return m_machine.enter(m_feeder, State::queueFull);
            }
        }
        m_machine.enter(m_feeder, State::idle);
        m_wall = std::max(m_wall, m_machine.now());
        end(0);
    }

    void step(Worker& worker) override
    {
        if (worker.phase == taking) {
            Queue& queue = m_queues[worker.stage];
            if (std::erase(queue.takers, worker.thread) > 0)
                return leave(worker); // its patience has ended
            if (!m_handed[worker.thread])
                return leave(worker); // woken by the end
            m_handed[worker.thread] = false;
            work(worker);
        }
        if (worker.phase == working && (!proceed(worker) || !pass(worker)))
            return;
        while (true) {
            if (!take(worker) || !proceed(worker) || !pass(worker))
                return;
        }
    }

    void work(Worker& worker)
    {
        worker.phase = working;
        begin(worker, worker.item, worker.stage, true);
    }

    /// True where there was an item; else the worker waits for one, or has left.
    bool take(Worker& worker)
    {
        Queue& queue = m_queues[worker.stage];
        if (queue.items.empty()) {
            if (queue.ended) {
                leave(worker);
                return false;
            }
            worker.phase = taking;
            m_handed.resize(std::max<std::size_t>(m_handed.size(), worker.thread + 1U));
            m_machine.enter(worker.thread, State::queueEmpty);
            queue.takers.push_back(worker.thread);
            if (m_strategy.patience > 0 && worker.stage > 0)
                m_machine.sleepUntil(worker.thread, m_machine.now() + m_strategy.patience);
            return false;
        }
        worker.item = queue.items.front();
        queue.items.pop_front();
        if (!queue.putters.empty()) {
            queue.items.push_back(queue.putters.front().second);
            wake(queue.putters.front().first);
            queue.putters.pop_front();
        }
        work(worker);
        return true;
    }

    /// False where there is no room yet; then the thread is woken when its item has found some.
    bool put(std::size_t stage, Thread thread, std::size_t item)
    {
        Queue& queue = m_queues[stage];
        if (!queue.takers.empty()) {
            const Thread taker = queue.takers.front();
            queue.takers.pop_front();
            m_machine.interrupt(taker);
            m_handed[taker] = true;
            this->worker(taker).item = item;
            wake(taker);
            return true;
        }
        if (!queue.isFull()) {
            queue.items.push_back(item);
            return true;
        }
        if (queue.abandoned)
            return true; // refused: nobody takes it any more
        queue.putters.emplace_back(thread, item);
        return false;
    }

    bool pass(Worker& worker)
    {
        const std::size_t next = worker.stage + 1;
        if (next == m_queues.size() || next >= m_work.stagesOf(worker.item))
            return true;
        if (put(next, worker.thread, worker.item))
            return true;
        worker.phase = putting;
        m_machine.enter(worker.thread, State::queueFull);
        return false;
    }

    void leave(Worker& worker)
    {
        rest(worker, State::idle);
        m_wall = std::max(m_wall, m_machine.now());
        if (--m_left[worker.stage] > 0)
            return;
        Queue& queue = m_queues[worker.stage];
        queue.abandoned = true;
        for (const auto& [putter, item] : queue.putters)
            wake(putter);
        queue.putters.clear();
        if (worker.stage + 1 < m_queues.size() && m_strategy.patience <= 0)
            end(worker.stage + 1);
    }

    void end(std::size_t stage)
    {
        Queue& queue = m_queues[stage];
        queue.ended = true;
        for (const Thread taker : queue.takers) {
            m_machine.interrupt(taker);
            wake(taker);
        }
        queue.takers.clear();
    }

    const Thread m_feeder;
    std::vector<Queue> m_queues; // in front of each stage
    std::vector<int> m_left;     // workers of each stage
    std::vector<bool> m_handed;  // to a taker that waited, by thread
    std::size_t m_next = 0;
    double m_due = 0;
    bool m_feederPuts = false;
};

} // namespace

std::unique_ptr<SimulatedRun> makeSimulatedPipeline(const core::WorkProfile& profile,
                                                    const SimulatedStrategy& strategy,
                                                    const SimulationSetting& setting)
{
    return std::make_unique<SimulatedPipeline>(profile, strategy, setting);
}

} // namespace overlap::analysis
