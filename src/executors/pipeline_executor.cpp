// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/pipeline_executor.h"

#include "core/experiment.h"
#include "core/text.h"
#include "executors/bounded_queue.h"
#include "executors/in_place_context.h"
#include "executors/thread_name.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <exception>
#include <map>
#include <numeric>
#include <system_error>
#include <thread>

namespace overlap::executors {

using core::ItemIndex;
using core::ItemResult;
using core::LaneIndex;
using core::Message;
using core::Nanoseconds;
using core::State;
using core::TaskStatus;

namespace {

/// An item on its way.
struct Entry
{
    ItemIndex item = 0;
    LaneIndex lane = core::noLane; ///< of the last task
    Nanoseconds begin = 0;         ///< of the first task, relative to t = 0
    Nanoseconds end = 0;           ///< of the last one
    core::Value value;
};

using Queue = BoundedQueue<Entry>;

/// Why a worker left before the end of the items.
struct EarlyEnd
{
    enum class Why { none, gaveUp, ended };
    Why why = Why::none;
    std::string told; ///< by what ended it
};

/// Everything that the threads of one run share.
class PipelineRun
{
public:
    PipelineRun(const PipelineRules& rules, const PipelineExecutor::Lanes& lanes, const core::Job& job,
                std::stop_token stop, core::RunResult& result)
        : m_rules(rules)
        , m_lanes(lanes)
        , m_job(job)
        , m_stop(std::move(stop))
        , m_result(result)
        , m_patience(rules.patience == 0 ? 0 : core::scaledDuration(rules.patience, job.timeScale))
        , m_results(0)
    {
        for (std::size_t stage = 0; stage < lanes.stages.size(); ++stage) {
            m_queues.emplace_back(rules.queues[stage], lanes.stages[stage].depth);
            m_left.push_back(lanes.stages[stage].workers.size());
        }
        m_early.resize(m_left.size());
    }

    /// Returns when every thread has left. Throws core::Error where a stage got no thread.
    void run();
    Nanoseconds cpuTime() const { return m_cpuTime.load(std::memory_order_relaxed); }

private:
    using Lane = PipelineExecutor::Lane;

    void startThreads(std::vector<std::thread>& threads);
    template <class Body>
    void startThread(std::vector<std::thread>& threads, const Lane& lane, Body body);
    void feed();
    void work(std::size_t stage, const Lane& lane);
    void pass(std::size_t stage, const Lane& lane, Entry entry);
    void collect();
    void leave(std::size_t stage, LaneIndex lane, EarlyEnd early);
    void settle(const Entry& entry, std::size_t untakenBy);
    void settleRest();
    void closeStages();
    void fail();
    Message nobodyTook(std::size_t stage);

    const PipelineRules& m_rules;
    const PipelineExecutor::Lanes& m_lanes;
    const core::Job& m_job;
    const std::stop_token m_stop;
    core::RunResult& m_result; // an item belongs to who has it
    const Nanoseconds m_patience;
    std::deque<Queue> m_queues; // in front of each stage
    Queue m_results;
    std::stop_source m_feeding; // ends the feeder where the run is stopped or nobody takes what it puts
    std::atomic<Nanoseconds> m_cpuTime{0};

    std::mutex m_mutex;              // protects everything below
    std::vector<std::size_t> m_left; // workers of each stage
    std::vector<EarlyEnd> m_early;   // the last one of each stage
    Nanoseconds m_lastLeft = 0;      // when the last thread so far ended, workers and feeder
    std::exception_ptr m_failure;    // of a thread's own, outside tasks
};

void PipelineRun::run()
{
    const Nanoseconds cpuBefore = core::threadCpuNow();
    std::vector<std::thread> threads;
    threads.reserve(1 + std::accumulate(m_left.begin(), m_left.end(), std::size_t{0}));
    {
        const std::stop_callback close(m_stop, [this] { closeStages(); });
        try {
            startThreads(threads);
            collect();
        } catch (...) {
            fail();
        }
        for (std::thread& thread : threads)
            thread.join();
    }
    m_cpuTime += core::threadCpuNow() - cpuBefore;
    if (m_failure)
        std::rethrow_exception(m_failure);
    settleRest();
    // Workers leave one by one; each is idle until the last one has left.
    m_result.wall = m_lastLeft - m_result.origin;
    for (const PipelineExecutor::Stage& stage : m_lanes.stages) {
        for (const Lane& lane : stage.workers)
            lane.writer->enterAt(m_lastLeft, State::idle, core::noItem, 0, 0, core::noLane);
    }
}

void PipelineRun::startThreads(std::vector<std::thread>& threads)
{
    try {
        startThread(threads, m_lanes.feeder, [this] { feed(); });
    } catch (const std::system_error& error) {
        throw core::Error(
            Message(OVERLAP_TR_NOOP("Messages", "no thread can be started: %1"), {error.code().message()}));
    }
    // The first worker of each stage first: with one in each the work can be done.
    const std::size_t most = static_cast<std::size_t>(std::ranges::max(m_rules.workers));
    bool refused = false;
    for (std::size_t number = 0; number < most; ++number) {
        for (std::size_t stage = 0; stage < m_lanes.stages.size(); ++stage) {
            const std::vector<Lane>& workers = m_lanes.stages[stage].workers;
            if (number >= workers.size())
                continue;
            const Lane& lane = workers[number];
            try {
                if (!refused)
                    startThread(threads, lane, [this, stage, &lane] { work(stage, lane); });
            } catch (const std::system_error& error) {
                lane.writer->retire();
                refused = true;
                if (number == 0)
                    throw core::Error(Message(OVERLAP_TR_NOOP("Messages", "no thread can be started: %1"),
                                              {error.code().message()}));
            }
            if (refused)
                leave(stage, lane.index, {});
        }
    }
}

template <class Body>
void PipelineRun::startThread(std::vector<std::thread>& threads, const Lane& lane, Body body)
{
    // Starting the thread orders this write before the thread's own, so the lane has one writer at a time.
    lane.writer->enter(State::starting);
    threads.emplace_back([this, &lane, body] {
        try {
            nameThisThread(lane.name, lane.number);
            body();
        } catch (...) {
            fail();
        }
        m_cpuTime.fetch_add(core::threadCpuNow(), std::memory_order_relaxed);
    });
}

void PipelineRun::feed()
{
    recording::LaneWriter& writer = *m_lanes.feeder.writer;
    const Nanoseconds interval =
        m_job.feedInterval == 0 ? 0 : core::scaledDuration(m_job.feedInterval, m_job.timeScale);
    writer.enter(State::dispatch);
    Nanoseconds due = m_result.origin;
    for (std::size_t item = 0; item < m_result.items.size(); ++item) {
        if (interval > 0) {
            if (due > core::monotonicNow())
                writer.enter(State::waiting);
            if (sleepUntil(due, m_feeding.get_token()))
                break;
            if (writer.state() == State::waiting)
                writer.enter(State::dispatch);
        }
        Entry entry;
        entry.item = static_cast<ItemIndex>(item);
        const Queue::PutResult put =
            m_queues.front().put(entry, m_lanes.feeder.index, [&] { writer.enter(State::queueFull); });
        // One that had to wait for room takes its time again from there, as one that sleeps after each item.
        if (writer.state() == State::queueFull) {
            writer.enter(State::dispatch, core::noItem, 0, 0, put.waker);
            due = core::monotonicNow();
        }
        due += interval;
        if (put.outcome != Queue::Put::done)
            break;
    }
    m_queues.front().end(m_lanes.stages.front().workers.size(), m_lanes.feeder.index);
    writer.enter(State::idle);
    const std::lock_guard lock(m_mutex);
    m_lastLeft = core::monotonicNow();
}

void PipelineRun::work(std::size_t stage, const Lane& lane)
{
    InPlaceContext context(m_job, *lane.writer, lane.index, m_result.origin, m_stop);
    // The first stage makes what the others wait for; the feeder always tells it the end.
    const Nanoseconds patience = stage == 0 ? 0 : m_patience;
    EarlyEnd early;
    while (true) {
        Queue::TakeResult taken =
            m_queues[stage].take(lane.index, patience, [&] { lane.writer->enter(State::queueEmpty); });
        if (taken.outcome != Queue::Take::entry) {
            if (taken.outcome == Queue::Take::timedOut)
                early = {EarlyEnd::Why::gaveUp, {}};
            break;
        }
        Entry& entry = *taken.entry;
        ItemResult task = context.runTask(entry.item, static_cast<core::StageIndex>(stage),
                                          std::move(entry.value), taken.waker);
        if (stage == 0)
            entry.begin = task.begin;
        if (task.status == TaskStatus::done) {
            entry.value = std::move(task.value);
            entry.lane = lane.index;
            entry.end = task.end;
            pass(stage, lane, std::move(entry));
            continue;
        }
        task.begin = entry.begin;
        if (context.workerEnds())
            early = {EarlyEnd::Why::ended, task.error.english()};
        m_result.items[entry.item] = std::move(task);
        if (context.workerEnds())
            break;
    }
    lane.writer->retire();
    leave(stage, lane.index, std::move(early));
}

void PipelineRun::pass(std::size_t stage, const Lane& lane, Entry entry)
{
    Queue& next = stage + 1 < m_queues.size() ? m_queues[stage + 1] : m_results;
    const Queue::PutResult put = next.put(entry, lane.index, [&] { lane.writer->enter(State::queueFull); });
    if (lane.writer->state() == State::queueFull)
        lane.writer->enter(State::dispatch, core::noItem, 0, 0, put.waker);
    if (put.outcome == Queue::Put::refused)
        settle(entry, stage + 1);
}

void PipelineRun::collect()
{
    recording::LaneWriter& writer = *m_lanes.collector.writer;
    while (true) {
        Queue::TakeResult taken =
            m_results.take(m_lanes.collector.index, 0, [&] { writer.enter(State::queueEmpty); });
        if (taken.outcome != Queue::Take::entry)
            break;
        if (writer.state() != State::dispatch)
            writer.enter(State::dispatch, core::noItem, 0, 0, taken.waker);
        Entry& entry = *taken.entry;
        ItemResult& item = m_result.items[entry.item];
        item.status = TaskStatus::done;
        item.value = std::move(entry.value);
        item.lane = entry.lane;
        item.begin = entry.begin;
        item.end = entry.end;
    }
    writer.retire();
}

/// A worker's last act. The last one of a stage lets the next stage know.
void PipelineRun::leave(std::size_t stage, LaneIndex lane, EarlyEnd early)
{
    const std::lock_guard lock(m_mutex);
    m_lastLeft = core::monotonicNow();
    if (early.why != EarlyEnd::Why::none)
        m_early[stage] = std::move(early);
    if (--m_left[stage] > 0)
        return;
    m_queues[stage].abandon();
    if (stage == 0)
        m_feeding.request_stop();
    if (stage + 1 == m_queues.size())
        m_results.end(1, lane);
    else if (m_patience == 0)
        m_queues[stage + 1].end(m_lanes.stages[stage + 1].workers.size(), lane);
}

/// Nobody takes this item to a stage any more.
void PipelineRun::settle(const Entry& entry, std::size_t untakenBy)
{
    ItemResult& item = m_result.items[entry.item];
    item.status = TaskStatus::failed;
    item.error = nobodyTook(untakenBy);
    item.lane = entry.lane;
    item.begin = entry.begin;
    item.end = entry.end;
}

/// After all threads: what lies in the queues, and what never came so far.
void PipelineRun::settleRest()
{
    if (!m_stop.stop_requested()) {
        for (std::size_t stage = 0; stage < m_queues.size(); ++stage) {
            for (const Entry& entry : m_queues[stage].leftOver())
                settle(entry, stage);
        }
    }
    for (std::size_t i = 0; i < m_result.items.size(); ++i) {
        ItemResult& item = m_result.items[i];
        if (item.status != TaskStatus::pending)
            continue;
        if (m_stop.stop_requested())
            item.status = TaskStatus::cancelled;
        else
            settle({.item = static_cast<ItemIndex>(i), .value = {}}, 0);
    }
}

/// Results still come through: what was done before a stop is done.
void PipelineRun::closeStages()
{
    m_feeding.request_stop();
    for (Queue& queue : m_queues)
        queue.close();
}

/// The exception that is being handled ends the run.
void PipelineRun::fail()
{
    closeStages();
    m_results.close();
    const std::lock_guard lock(m_mutex);
    m_failure = std::current_exception();
}

Message PipelineRun::nobodyTook(std::size_t stage)
{
    const core::Term name{"Workloads", m_lanes.stages[stage].name};
    const std::lock_guard lock(m_mutex);
    const EarlyEnd& early = m_early[stage];
    if (early.why == EarlyEnd::Why::gaveUp) {
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "nobody took this item: stage “%1” has no worker left, the "
                                       "last one gave up after %2 without work"),
                       {name, core::durationText(core::toSeconds(m_patience))});
    }
    return Message(OVERLAP_TR_NOOP("Messages",
                                   "nobody took this item: stage “%1” has no worker left, the last "
                                   "one ended with “%2”"),
                   {name, early.told});
}

} // namespace

PipelineExecutor::PipelineExecutor(PipelineRules rules, recording::Recorder& recorder)
    : m_rules(std::move(rules))
    , m_recorder(recorder)
{
    m_rules.queues.resize(m_rules.workers.size(), 0);
}

PipelineExecutor::Lane PipelineExecutor::addLane(std::string name, std::size_t number, core::LaneKind kind)
{
    Lane lane;
    lane.index = static_cast<LaneIndex>(m_recorder.laneCount());
    lane.writer = &m_recorder.addLane(
        kind == core::LaneKind::worker ? name + " " + std::to_string(number) : name, kind);
    lane.name = std::move(name);
    lane.number = number;
    return lane;
}

void PipelineExecutor::prepare(const core::Job& job)
{
    const std::vector<core::StageInfo> stages = job.workload->stages();
    if (stages.size() != m_rules.workers.size())
        throw core::Error(core::wrongStageCount("pipeline", m_rules.workers.size(), stages.size()));
    m_lanes.feeder = addLane(OVERLAP_TR_NOOP("Lanes", "feeder"), 1, core::LaneKind::feeder);
    std::map<std::string, std::size_t> numbers; // stages may be called alike
    for (std::size_t i = 0; i < stages.size(); ++i) {
        Stage stage{stages[i].name, {}};
        for (int worker = 0; worker < m_rules.workers[i]; ++worker)
            stage.workers.push_back(addLane(stage.name, ++numbers[stage.name], core::LaneKind::worker));
        m_lanes.stages.push_back(std::move(stage));
    }
    m_lanes.collector = addLane(OVERLAP_TR_NOOP("Lanes", "collector"), 1, core::LaneKind::collector);
    for (std::size_t i = 0; i < stages.size(); ++i) {
        m_lanes.stages[i].depth = &m_recorder.addTrack(
            Message(OVERLAP_TR_NOOP("Lanes", "queue %1"), {std::to_string(i + 1)}).english(),
            static_cast<std::uint32_t>(m_rules.queues[i]));
    }
}

core::RunResult PipelineExecutor::run(const core::Job& job, std::stop_token stop)
{
    if (m_closed)
        throw core::Error(Message(
            OVERLAP_TR_NOOP("Messages", "new tasks cannot be submitted after the executor was shut down")));
    core::RunResult result;
    result.items.resize(job.workload->itemCount());
    result.origin = core::monotonicNow();
    m_recorder.begin(result.origin);
    if (result.items.empty() || stop.stop_requested()) {
        for (ItemResult& item : result.items)
            item.status = TaskStatus::cancelled;
        return result;
    }
    PipelineRun run(m_rules, m_lanes, job, std::move(stop), result);
    run.run();
    m_cpuTime = run.cpuTime();
    return result;
}

void PipelineExecutor::shutdown(core::ShutdownMode)
{
    m_closed = true;
}

} // namespace overlap::executors
