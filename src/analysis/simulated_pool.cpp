// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/simulated_run.h"

#include "core/message.h"

namespace overlap::analysis {

using core::State;

namespace {

using Kind = SimulatedStrategy::Kind;

/// Workers that take one item after the other with all its stages: one, many, under a lock, with a queue
/// each, or the slots of an event loop, for which the loop's thread is the gate.
class SimulatedPool final : public SimulatedRun
{
public:
    SimulatedPool(const core::WorkProfile& profile, const SimulatedStrategy& strategy,
                  const SimulationSetting& setting)
        : SimulatedRun(profile, strategy, setting)
    {
        const auto count = static_cast<std::size_t>(strategy.counts.front());
        const bool loop = strategy.kind == Kind::eventLoop;
        const Thread loopThread = loop ? m_machine.addThread("event loop") : SimulatedGate::nobody;
        for (std::size_t i = 0; i < count; ++i)
            addWorker(nameOf(i), loop ? core::LaneKind::slot : core::LaneKind::worker);
        if (loop)
            useGate(loopThread);
        else if (strategy.locked)
            useGate(m_machine.addThread("lock holder", core::LaneKind::holder));
        if (strategy.kind == Kind::stealing && feedInterval() <= 0) {
            m_ranges.resize(count);
            m_ranges.front().push_back({0, m_work.items()});
        }
        for (std::size_t i = 0; i < std::min(count, m_work.items()); ++i)
            start(m_workers[i].thread, strategy.threads ? i + 1 : 0);
    }

private:
    enum Phase { fetching, waitingForItem, working };

    std::string nameOf(std::size_t index) const
    {
        if (m_strategy.kind == Kind::eventLoop)
            return core::Message("slot %1", {std::to_string(index + 1)}).english();
        if (!m_strategy.threads)
            return "main";
        return core::Message("worker %1", {std::to_string(index + 1)}).english();
    }

    void step(Worker& worker) override
    {
        if (worker.phase == working && !goOn(worker))
            return;
        while (true) {
            if (worker.phase != waitingForItem) {
                if (m_strategy.kind == Kind::eventLoop)
                    letGo(worker); // what is ready has its turn before a new item
                if (!takeItem(worker))
                    return rest(worker, State::idle);
                if (due(worker.item) > m_machine.now()) {
                    worker.phase = waitingForItem;
                    rest(worker, State::queueEmpty);
                    return m_machine.sleepUntil(worker.thread, due(worker.item));
                }
            }
            worker.phase = working;
            begin(worker, worker.item, 0, true);
            if (!goOn(worker))
                return;
        }
    }

    /// With the item, stage after stage: true where it has ended.
    bool goOn(Worker& worker)
    {
        while (proceed(worker)) {
            if (worker.stage + 1 >= m_work.stagesOf(worker.item)) {
                m_wall = m_machine.now();
                return true;
            }
            begin(worker, worker.item, worker.stage + 1, false);
        }
        return false;
    }

    bool takeItem(Worker& worker)
    {
        if (!m_ranges.empty())
            return takeFromRanges(worker);
        if (m_next == m_work.items())
            return false;
        worker.item = m_next++;
        return true;
    }

    /// As oneTBB splits a range: in halves until one item is left, of which the worker keeps the first and
    /// who has nothing takes the oldest of another, which is the largest.
    bool takeFromRanges(Worker& worker)
    {
        const auto own = static_cast<std::size_t>(worker.thread - m_workers.front().thread);
        Range range;
        bool found = false;
        for (std::size_t i = 0; i < m_ranges.size() && !found; ++i) {
            std::deque<Range>& ranges = m_ranges[(own + i) % m_ranges.size()];
            if (ranges.empty())
                continue;
            range = i == 0 ? ranges.back() : ranges.front();
            if (i == 0)
                ranges.pop_back();
            else
                ranges.pop_front();
            found = true;
        }
        if (!found)
            return false;
        while (range.end - range.begin > 1) {
            const std::size_t middle = range.begin + (range.end - range.begin) / 2;
            m_ranges[own].push_back({middle, range.end});
            range.end = middle;
        }
        worker.item = range.begin;
        return true;
    }

    struct Range
    {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    std::size_t m_next = 0;
    std::vector<std::deque<Range>> m_ranges; // of each worker that steals
};

} // namespace

std::unique_ptr<SimulatedRun> makeSimulatedPool(const core::WorkProfile& profile,
                                                const SimulatedStrategy& strategy,
                                                const SimulationSetting& setting)
{
    return std::make_unique<SimulatedPool>(profile, strategy, setting);
}

} // namespace overlap::analysis
