// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/simulated_run.h"

#include <algorithm>

namespace overlap::analysis {

using core::Need;
using core::State;

FlatWork::FlatWork(const core::WorkProfile& profile) : m_items(profile.items)
{
    for (const core::ItemProfile& item : profile.sample) {
        m_places.push_back({m_taskBegins.size(), item.tasks.size(), static_cast<double>(item.bytesThere),
                            static_cast<double>(item.bytesBack)});
        for (const core::TaskProfile& task : item.tasks) {
            m_taskBegins.push_back(m_segments.size());
            m_segments.insert(m_segments.end(), task.segments.begin(), task.segments.end());
        }
    }
    m_taskBegins.push_back(m_segments.size());
}

SimulatedRun::SimulatedRun(const core::WorkProfile& profile, const SimulatedStrategy& strategy,
                           const SimulationSetting& setting)
    : m_strategy(strategy)
    , m_work(profile)
    , m_machine(setting.cores, setting.costs, setting.otherThreads, setting.spans)
    , m_interval(static_cast<double>(setting.feedInterval))
{}

SimulatedRun::Worker& SimulatedRun::addWorker(std::string lane, core::LaneKind kind)
{
    Worker& worker = m_workers.emplace_back();
    worker.thread = m_machine.addThread(std::move(lane), kind);
    m_byThread.resize(worker.thread + 1);
    m_byThread[worker.thread] = &worker;
    return worker;
}

void SimulatedRun::start(Thread thread, std::size_t starts)
{
    if (starts > 0)
        m_machine.enter(thread, State::starting);
    m_machine.sleepUntil(thread,
                         static_cast<double>(starts) * static_cast<double>(m_strategy.costs.threadStart));
}

void SimulatedRun::useGate(Thread shown)
{
    m_gateLane = shown;
    m_gate.emplace(m_machine, m_strategy.switchInterval);
}

Simulation SimulatedRun::execute()
{
    while (true) {
        Thread thread = 0;
        if (!m_woken.empty()) {
            thread = m_woken.front();
            m_woken.pop_front();
        } else if (const auto next = m_machine.next()) {
            thread = *next;
        } else {
            break;
        }
        if (m_gate && thread == m_gate->clock())
            yieldGate();
        else if (thread < m_byThread.size() && m_byThread[thread])
            step(*m_byThread[thread]);
        else
            stepOther(thread);
    }
    Simulation simulation;
    simulation.timeline = m_machine.finish(m_wall);
    simulation.wallSeconds = m_wall / static_cast<double>(core::nanosecondsPerSecond);
    simulation.tasks = m_tasks;
    return simulation;
}

void SimulatedRun::begin(Worker& worker, std::size_t item, std::size_t stage, bool dispatches)
{
    const std::span<const core::Segment> task = m_work.task(item, stage);
    worker.item = item;
    worker.stage = stage;
    worker.segment = task.data();
    worker.end = task.data() + task.size();
    worker.left = -1;
    worker.inSegment = false;
    worker.dispatches = dispatches && m_strategy.costs.dispatch > 0;
    worker.taskBegin = m_machine.now();
}

bool SimulatedRun::proceed(Worker& worker)
{
    if (worker.inSegment) {
        worker.inSegment = false;
        worker.left = -1;
        if (worker.dispatches) {
            worker.dispatches = false;
            worker.taskBegin = m_machine.now();
        } else {
            ++worker.segment;
        }
    }
    if (worker.dispatches) {
        startComputing(worker, static_cast<double>(m_strategy.costs.dispatch), State::dispatch, true);
        return false;
    }
    while (worker.segment != worker.end) {
        if (worker.segment->need == Need::permit) {
            if (!takePermit(worker))
                return false;
        } else if (worker.segment->amount > 0) {
            startSegment(worker);
            return false;
        }
        ++worker.segment;
    }
    endTask(worker);
    return true;
}

void SimulatedRun::startSegment(Worker& worker)
{
    const core::Segment& segment = *worker.segment;
    const bool loop = m_strategy.kind == SimulatedStrategy::Kind::eventLoop;
    switch (segment.need) {
    case Need::computing:
        startComputing(worker, static_cast<double>(segment.amount), State::computing, true);
        break;
    case Need::native:
        if (!loop)
            letGo(worker);
        startComputing(worker, static_cast<double>(segment.amount), State::computing, loop);
        break;
    case Need::blocking:
        if (!loop) {
            letGo(worker);
        } else if (!m_gate->holds(worker.thread) && !m_gate->take(worker.thread)) {
            m_machine.enter(worker.thread, State::dispatch, static_cast<core::ItemIndex>(worker.item),
                            static_cast<core::StageIndex>(worker.stage));
            break;
        }
        startWaiting(worker);
        break;
    default:
        letGo(worker);
        startWaiting(worker);
    }
}

void SimulatedRun::startWaiting(Worker& worker)
{
    const auto item = static_cast<core::ItemIndex>(worker.item);
    const auto stage = static_cast<core::StageIndex>(worker.stage);
    m_machine.enter(worker.thread, State::waiting, item, stage);
    if (m_gate && m_gate->holds(worker.thread))
        m_machine.enter(m_gateLane, State::waiting, item, stage);
    worker.inSegment = true;
    m_machine.sleepUntil(worker.thread, m_machine.now() + static_cast<double>(worker.segment->amount));
}

/// Where the gate is not there yet the worker is woken with it.
void SimulatedRun::startComputing(Worker& worker, double work, State state, bool needsGate)
{
    const auto item = static_cast<core::ItemIndex>(worker.item);
    const auto stage = static_cast<core::StageIndex>(worker.stage);
    if (m_gate && needsGate) {
        if (!m_gate->holds(worker.thread) && !m_gate->take(worker.thread)) {
            m_machine.enter(worker.thread, m_strategy.locked ? State::gilWait : State::dispatch, item, stage);
            return;
        }
        m_machine.enterFor(worker.thread, m_gateLane, state, item, stage);
    }
    m_machine.enter(worker.thread, state, item, stage);
    m_machine.compute(worker.thread, worker.left >= 0 ? worker.left : work);
    worker.inSegment = true;
}

void SimulatedRun::letGo(Worker& worker)
{
    if (!m_gate || !m_gate->holds(worker.thread))
        return;
    const Thread next = m_gate->release();
    if (next != SimulatedGate::nobody)
        wake(next);
    else
        m_machine.enter(m_gateLane, m_strategy.locked ? State::idle : State::waiting);
}

/// Who has computed a whole interval while another waited lets go and stands behind all who wait.
void SimulatedRun::yieldGate()
{
    const Thread holder = m_gate->ring();
    if (holder == SimulatedGate::nobody)
        return;
    Worker& asked = worker(holder);
    asked.left = m_machine.interrupt(holder);
    asked.inSegment = false;
    wake(m_gate->release());
    m_gate->take(holder);
    m_machine.enter(holder, State::gilWait, static_cast<core::ItemIndex>(asked.item),
                    static_cast<core::StageIndex>(asked.stage));
}

bool SimulatedRun::takePermit(Worker& worker)
{
    const std::int64_t count = worker.segment->amount;
    if (m_ownPermits)
        return true;
    Permits& permits = m_permits.try_emplace(count, Permits{count, {}}).first->second;
    if (permits.free == 0) {
        permits.waiting.push_back(worker.thread);
        letGo(worker);
        m_machine.enter(worker.thread, State::lockWait, static_cast<core::ItemIndex>(worker.item),
                        static_cast<core::StageIndex>(worker.stage));
        return false;
    }
    --permits.free;
    worker.permits.push_back(count);
    return true;
}

void SimulatedRun::endTask(Worker& ended)
{
    ++m_tasks;
    m_machine.noteTask(ended.thread, static_cast<core::ItemIndex>(ended.item),
                       static_cast<core::StageIndex>(ended.stage), ended.taskBegin);
    for (const std::int64_t count : ended.permits) {
        Permits& permits = m_permits.at(count);
        if (permits.waiting.empty()) {
            ++permits.free;
            continue;
        }
        Worker& next = worker(permits.waiting.front());
        permits.waiting.pop_front();
        next.permits.push_back(count);
        ++next.segment;
        wake(next.thread);
    }
    ended.permits.clear();
}

void SimulatedRun::rest(Worker& worker, State state)
{
    letGo(worker);
    m_machine.enter(worker.thread, state);
}

} // namespace overlap::analysis
