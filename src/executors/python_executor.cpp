// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/python_executor.h"

#include "core/json.h"
#include "core/text.h"
#include "executors/stop_bell.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace overlap::executors {

using core::Message;
using core::Nanoseconds;
using core::State;
using core::TaskStatus;
using core::Value;
using Pool = PythonRules::Pool;

namespace {

constexpr Nanoseconds longestPoll = 250'000'000;
/// It has said its last word and only takes its processes down.
constexpr Nanoseconds endPatience = core::nanosecondsPerSecond;
/// For each process of a pool, which imports what it needs on a core that it shares.
constexpr Nanoseconds startPatienceEach = 250'000'000;

std::string_view nameOf(Pool pool)
{
    return pool == Pool::sequential ? "sequential" : pool == Pool::threads ? "threads" : "processes";
}

std::string laneName(Pool pool, int lane)
{
    const std::string number = std::to_string(lane + 1);
    if (pool == Pool::sequential)
        return OVERLAP_TR_NOOP("Lanes", "main");
    return pool == Pool::threads ? Message(OVERLAP_TR_NOOP("Lanes", "worker %1"), {number}).english()
                                 : Message(OVERLAP_TR_NOOP("Lanes", "process %1"), {number}).english();
}

Message sentNoAnswer(pid_t pid)
{
    return Message(OVERLAP_TR_NOOP("Messages", "the Python process %1 sent what is no answer and was ended"),
                   {std::to_string(pid)});
}

Message printedTooMuch(pid_t pid)
{
    return Message(OVERLAP_TR_NOOP("Messages", "the Python process %1 printed more than %2 MB that nobody "
                                               "asked for and was ended"),
                   {std::to_string(pid), core::Figure(std::to_string(PrintedText::mostBytes >> 20))});
}

std::string jobDocument(const core::Job& job, const core::PythonTwin& twin, const PythonRules& rules)
{
    Value document = Value::object();
    document.set("strategy", nameOf(rules.pool));
    document.set("workers", rules.workers);
    document.set("switchInterval", core::toSeconds(rules.switchInterval));
    document.set("chunk", rules.chunk);
    document.set("task", twin.task);
    document.set("setting", twin.setting);
    document.set("items", Value(twin.items));
    document.set("seed", static_cast<std::int64_t>(job.seed)); // taken modulo 2⁶⁴ there
    document.set("timeScale", job.timeScale);
    document.set("feed", job.feedInterval == 0 ? Nanoseconds{0}
                                               : core::scaledDuration(job.feedInterval, job.timeScale));
    document.set("niceness", job.niceness);
    return core::writeJson(document, core::JsonStyle::compact);
}

/// One run as it is told.
class Run
{
public:
    Run(const PythonRules& rules, PythonProcess& python, const std::vector<recording::LaneWriter*>& writers,
        const core::Job& job, std::stop_token stop)
        : m_rules(rules)
        , m_python(python)
        , m_writers(writers)
        , m_columns(job.workload->resultColumns())
        , m_at(writers.size(), core::noItem)
        , m_stop(std::move(stop))
        , m_bell(m_stop)
    {
        m_result.items.resize(job.workload->itemCount());
        m_left = m_result.items.size();
    }

    core::RunResult execute(recording::Recorder& recorder)
    {
        m_result.origin = core::monotonicNow();
        recorder.begin(m_result.origin);
        m_last.assign(m_writers.size(), m_result.origin);
        m_python.order(PythonOrder::begin,
                       {reinterpret_cast<const char*>(&m_result.origin), sizeof m_result.origin});
        while (!m_ended && !m_stop.stop_requested()) {
            try {
                m_python.poll(longestPoll, m_bell.descriptor());
                takeAll();
            } catch (const core::Error&) {
                die(sentNoAnswer(m_python.pid()));
            }
            watch();
        }
        if (!m_ended)
            cancelTheRest();
        for (recording::LaneWriter* const writer : m_writers) {
            if (writer->state() != State::idle)
                writer->retire();
        }
        return std::move(m_result);
    }

    /// Whether it came to its end as it should.
    bool endedWell() const { return m_endedWell; }
    std::int64_t peak() const { return m_peak; }

private:
    Nanoseconds now() const { return core::monotonicNow() - m_result.origin; }

    PythonRun facts() const
    {
        return {m_result.origin, core::monotonicNow(), m_writers.size(), m_result.items.size()};
    }

    void takeAll()
    {
        while (const auto frame = m_python.next()) {
            switch (static_cast<PythonFrame>(frame->type)) {
            case PythonFrame::alive:
                break;
            case PythonFrame::records:
                takeRecords(decodePythonRecords(frame->payload, facts()));
                break;
            case PythonFrame::result:
                takeResult(decodePythonResult(frame->payload, facts(), m_columns));
                break;
            case PythonFrame::end:
                if (m_left > 0)
                    throw core::Error(Message("an end before all is done"));
                m_peak = decodePythonPeak(frame->payload);
                m_ended = m_endedWell = true;
                return;
            default:
                throw core::Error(Message("an answer at the wrong time"));
            }
        }
    }

    void takeRecords(const PythonRecords& batch)
    {
        recording::LaneWriter& writer = *m_writers[batch.lane];
        for (const recording::Record& record : batch.records) {
            if (record.time < m_last[batch.lane])
                throw core::Error(Message("time that goes back"));
            m_last[batch.lane] = record.time;
            if ((record.flags & recording::recordTaskEnd) != 0)
                m_at[batch.lane] = core::noItem;
            else if (record.item != core::noItem)
                m_at[batch.lane] = record.item;
            awaitRoom(writer);
            writer.enterAt(record.time, record.state, record.item, record.stage, record.flags, core::noLane);
        }
    }

    /// They come in bursts, and the collector empties a lane every 10 ms. Where nobody does, they are lost
    /// after a while, and counted.
    void awaitRoom(const recording::LaneWriter& writer)
    {
        constexpr int mostWaits = 100;
        if (writer.room() > 1)
            m_waits = 0;
        for (; writer.room() <= 1 && m_waits < mostWaits && !m_stop.stop_requested(); ++m_waits)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }

    void takeResult(PythonResult said)
    {
        core::ItemResult& item = m_result.items[said.item];
        if (item.status != TaskStatus::pending)
            throw core::Error(Message("a second answer"));
        item = std::move(said.result);
        --m_left;
        // Of a pool of processes the way back is part of the run.
        m_result.wall = std::max(m_result.wall, said.arrived);
    }

    void watch()
    {
        if (m_ended)
            return;
        if (m_python.printedTooMuch()) {
            die(printedTooMuch(m_python.pid()));
        } else if (m_python.over()) {
            die(std::nullopt);
        } else if (silence() > m_rules.workPatience) {
            die(Message(
                OVERLAP_TR_NOOP("Messages", "the Python process %1 did not respond for %2 and was "
                                            "ended"),
                {std::to_string(m_python.pid()), core::durationText(core::toSeconds(m_rules.workPatience))}));
        }
    }

    /// Since its last sign, counted in looks: all of us may have stood still.
    Nanoseconds silence()
    {
        const Nanoseconds moment = core::monotonicNow();
        if (m_python.lastSign() != m_sign)
            m_silence = 0;
        else
            m_silence += std::min(moment - m_looked, 2 * longestPoll);
        m_sign = m_python.lastSign();
        m_looked = moment;
        return m_silence;
    }

    void die(std::optional<Message> reason)
    {
        const std::string process = std::to_string(m_python.pid());
        const Message cause = m_python.bury(std::move(reason));
        m_ended = true;
        bool told = false; // some item says why
        for (std::size_t lane = 0; lane < m_writers.size(); ++lane) {
            const core::ItemIndex at = m_at[lane];
            const bool inTask = at != core::noItem && m_result.items[at].status == TaskStatus::pending;
            if (inTask)
                fail(at, cause, static_cast<core::LaneIndex>(lane));
            told = told || inTask;
            const auto flags = static_cast<std::uint8_t>(
                recording::recordKilled | (inTask ? recording::recordTaskEnd | recording::recordFailed : 0));
            m_writers[lane]->enterAt(std::max(core::monotonicNow(), m_last[lane]), State::idle, at, 0, flags,
                                     core::noLane);
        }
        // What it had only just begun it had no time to say.
        const Message rest = !told
                                 ? cause
                                 : Message(OVERLAP_TR_NOOP("Messages", "no Python is left for this task: the "
                                                                       "process %1 has ended"),
                                           {process});
        for (core::ItemIndex item = 0; item < m_result.items.size(); ++item) {
            if (m_result.items[item].status == TaskStatus::pending)
                fail(item, rest, core::noLane);
        }
    }

    void fail(core::ItemIndex item, Message error, core::LaneIndex lane)
    {
        core::ItemResult& result = m_result.items[item];
        result.lane = lane;
        result.status = TaskStatus::failed;
        result.error = std::move(error);
        result.begin = result.end = now();
        m_result.wall = std::max(m_result.wall, result.end);
        --m_left;
    }

    void cancelTheRest()
    {
        m_python.kill();
        for (std::size_t lane = 0; lane < m_writers.size(); ++lane) {
            const core::ItemIndex at = m_at[lane];
            if (at != core::noItem && m_result.items[at].status == TaskStatus::pending)
                m_writers[lane]->enter(State::idle, at, 0,
                                       recording::recordTaskEnd | recording::recordCancelled);
        }
        for (core::ItemResult& item : m_result.items) {
            if (item.status != TaskStatus::pending)
                continue;
            item.status = TaskStatus::cancelled;
            item.begin = item.end = now();
            m_result.wall = std::max(m_result.wall, item.end);
        }
    }

    const PythonRules& m_rules;
    PythonProcess& m_python;
    const std::vector<recording::LaneWriter*>& m_writers;
    std::vector<core::ResultColumn> m_columns;
    std::vector<core::ItemIndex> m_at; ///< by lane: the item that its last record is of
    std::vector<Nanoseconds> m_last;   ///< by lane: the time of its last record
    std::stop_token m_stop;
    StopBell m_bell;
    core::RunResult m_result;
    std::size_t m_left = 0; ///< items without an end
    Nanoseconds m_silence = 0;
    Nanoseconds m_sign = 0;
    Nanoseconds m_looked = core::monotonicNow();
    std::int64_t m_peak = 0;
    int m_waits = 0;
    bool m_ended = false;
    bool m_endedWell = false;
};

} // namespace

PythonExecutor::PythonExecutor(const PythonRules& rules, recording::Recorder& recorder,
                               const ExecutorServices& services)
    : m_rules(rules)
    , m_recorder(recorder)
    , m_services(services)
{
    for (int i = 0; i < rules.workers; ++i)
        m_writers.push_back(&recorder.addLane(laneName(rules.pool, i)));
}

PythonExecutor::~PythonExecutor() = default;

void PythonExecutor::prepare(const core::Job& job)
{
    const auto twin = job.workload->pythonTwin();
    if (!twin)
        throw core::Error(Message(OVERLAP_TR_NOOP("Messages", "there is no Python program for this work")));
    if (m_services.python.empty())
        throw core::Error(Message(OVERLAP_TR_NOOP("Messages", "there is no Python on this machine")));
    if (twin->items.size() != job.workload->itemCount())
        throw core::Error(Message("the work in Python has another number of items"));
    const Nanoseconds patience =
        m_rules.startPatience + (m_rules.pool == Pool::processes ? m_rules.workers * startPatienceEach : 0);
    const Nanoseconds deadline = core::monotonicNow() + patience;
    for (recording::LaneWriter* const writer : m_writers)
        writer->enter(State::starting);
    m_python =
        std::make_unique<PythonProcess>(*m_services.launcher, m_services.python, m_services.pythonRunner);
    m_python->order(PythonOrder::job, jobDocument(job, *twin, m_rules));
    awaitReady(deadline, patience);
    for (recording::LaneWriter* const writer : m_writers)
        writer->enter(State::idle);
}

void PythonExecutor::awaitReady(Nanoseconds deadline, Nanoseconds patience)
{
    const auto end = [&](std::optional<Message> reason) {
        throw core::Error(m_python->bury(std::move(reason)));
    };
    while (true) {
        try {
            m_python->poll(std::min(longestPoll, deadline - core::monotonicNow()));
            while (const auto frame = m_python->next()) {
                const auto type = static_cast<PythonFrame>(frame->type);
                if (type == PythonFrame::ready && !decodePythonPids(frame->payload).empty())
                    return;
                if (type == PythonFrame::refused)
                    end(decodePythonSentence(frame->payload));
                if (type != PythonFrame::hello)
                    throw core::Error(Message("an answer at the wrong time"));
                decodePythonHello(frame->payload);
            }
        } catch (const core::Error&) {
            if (m_python->over())
                throw;
            end(sentNoAnswer(m_python->pid()));
        }
        if (m_python->printedTooMuch())
            end(printedTooMuch(m_python->pid()));
        if (m_python->over())
            end(std::nullopt);
        if (core::monotonicNow() >= deadline)
            end(Message(OVERLAP_TR_NOOP("Messages", "the Python process %1 was not ready within %2"),
                        {std::to_string(m_python->pid()), core::durationText(core::toSeconds(patience))}));
    }
}

core::RunResult PythonExecutor::run(const core::Job& job, std::stop_token stop)
{
    if (m_closed)
        throw core::Error(Message(
            OVERLAP_TR_NOOP("Messages", "new tasks cannot be submitted after the executor was shut down")));
    Run run(m_rules, *m_python, m_writers, job, std::move(stop));
    core::RunResult result = run.execute(m_recorder);
    m_ended = run.endedWell();
    m_peak = run.peak();
    return result;
}

void PythonExecutor::shutdown(core::ShutdownMode)
{
    m_closed = true;
    if (m_python)
        m_python->finish(m_ended ? endPatience : 0);
}

Nanoseconds PythonExecutor::cpuTime() const
{
    return m_python ? m_python->cpuTime() : 0;
}

std::int64_t PythonExecutor::peakMemoryBytes() const
{
    return std::max(m_peak, m_python ? m_python->peakMemoryBytes() : 0);
}

} // namespace overlap::executors
