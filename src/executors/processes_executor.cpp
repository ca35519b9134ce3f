// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/processes_executor.h"

#include "core/text.h"
#include "executors/stop_bell.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <numeric>
#include <poll.h>
#include <sys/resource.h>

namespace overlap::executors {

using core::Message;
using core::Nanoseconds;
using core::TaskStatus;

namespace {

/// Chunks shorter than this are handed out before they are asked for: a worker would wait for the next one
/// about as long as it works. Longer ones wait for whoever is free first.
constexpr Nanoseconds shortService = 1'000'000;

/// With so much on its way a worker has enough to do: more of it would only fill our memory.
constexpr std::size_t muchUnsent = 1024 * 1024;

/// How often somebody looks whether the workers still give signs.
constexpr Nanoseconds watchInterval = 250'000'000;

/// All workers together have so long to end on their own.
constexpr Nanoseconds endPatience = core::nanosecondsPerSecond;

void checkDescriptors(int workers)
{
    // A socket and a pidfd that stay; while one starts, its memory and the copies it gets.
    constexpr std::int64_t each = 2;
    constexpr std::int64_t besides = 12;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return;
    std::error_code failure;
    const auto open = std::distance(std::filesystem::directory_iterator("/proc/self/fd", failure), {});
    const std::int64_t needed = each * workers + besides;
    const std::int64_t left = static_cast<std::int64_t>(limit.rlim_cur) - open;
    if (!failure && needed > left) {
        throw core::Error(
            Message(OVERLAP_TR_NOOP("Messages",
                                    "%1 worker processes need %2 open files, but only %3 more may be opened"),
                    {std::to_string(workers), std::to_string(needed),
                     std::to_string(std::max<std::int64_t>(left, 0))}));
    }
}

/// One run over the workers: what waits, who has what, what came back.
class Run
{
public:
    Run(const ProcessRules& rules, std::vector<std::unique_ptr<ProcessWorker>>& workers, const core::Job& job,
        std::stop_token stop)
        : m_rules(rules)
        , m_workers(workers)
        , m_job(job)
        , m_stop(std::move(stop))
        , m_bell(m_stop)
        , m_interval(job.feedInterval == 0 ? 0 : core::scaledDuration(job.feedInterval, job.timeScale))
    {
        m_result.items.resize(job.workload->itemCount());
        m_left = m_result.items.size();
    }

    core::RunResult execute(recording::Recorder& recorder)
    {
        m_result.origin = core::monotonicNow();
        recorder.begin(m_result.origin);
        for (const auto& worker : m_workers)
            worker->begin(m_result.origin);
        m_watched = m_result.origin;
        while (m_left > 0 && !m_stop.stop_requested()) {
            distribute();
            for (const auto& worker : m_workers) {
                if (worker->alive() && worker->wantsToWrite())
                    worker->write();
            }
            if (m_left > 0 && !anyAlive())
                failTheRest();
            if (m_left > 0)
                waitForNews();
        }
        if (m_left > 0)
            cancelTheRest();
        for (const core::ItemResult& item : m_result.items)
            m_result.wall = std::max(m_result.wall, item.end);
        return std::move(m_result);
    }

private:
    Nanoseconds now() const { return core::monotonicNow() - m_result.origin; }

    bool anyAlive() const
    {
        return std::ranges::any_of(m_workers, [](const auto& worker) { return worker->alive(); });
    }

    /// Items that have come by now, first those that a dead worker had not come to.
    std::vector<core::ItemIndex> nextChunk()
    {
        std::vector<core::ItemIndex> chunk;
        while (chunk.size() < static_cast<std::size_t>(m_rules.chunk)) {
            if (!m_returned.empty()) {
                chunk.push_back(m_returned.front());
                m_returned.pop_front();
            } else if (m_next < m_result.items.size() && due(m_next) <= now()) {
                chunk.push_back(static_cast<core::ItemIndex>(m_next++));
            } else {
                break;
            }
        }
        return chunk;
    }

    Nanoseconds due(std::size_t item) const { return static_cast<Nanoseconds>(item) * m_interval; }

    std::size_t room(const ProcessWorker& worker) const
    {
        const bool isShort = worker.lastService() >= 0 && worker.lastService() < shortService;
        return isShort && worker.unsent() < muchUnsent ? static_cast<std::size_t>(m_rules.inFlight) : 1;
    }

    void distribute()
    {
        while (true) {
            ProcessWorker* idlest = nullptr;
            for (const auto& worker : m_workers) {
                if (worker->alive() && worker->inFlight() < room(*worker) &&
                    (!idlest || worker->inFlight() < idlest->inFlight()))
                    idlest = worker.get();
            }
            if (!idlest)
                return;
            const std::vector<core::ItemIndex> chunk = nextChunk();
            if (chunk.empty())
                return;
            idlest->give(chunk, *m_job.workload,
                         [this](core::ItemIndex item, Message error) { fail(item, std::move(error)); });
        }
    }

    void waitForNews()
    {
        m_polled.clear();
        m_polled.push_back({m_bell.descriptor(), POLLIN, 0});
        for (const auto& worker : m_workers) {
            const auto events = static_cast<short>(POLLIN | (worker->wantsToWrite() ? POLLOUT : 0));
            m_polled.push_back({worker->alive() ? worker->socket() : -1, events, 0});
            m_polled.push_back({worker->alive() ? worker->pidfd() : -1, POLLIN, 0});
        }
        Nanoseconds timeout = watchInterval;
        if (m_returned.empty() && m_next < m_result.items.size() && m_interval > 0)
            timeout = std::clamp(due(m_next) - now(), Nanoseconds{0}, timeout);
        const timespec limit{0, static_cast<long>(timeout)};
        if (ppoll(m_polled.data(), m_polled.size(), &limit, nullptr) > 0) {
            for (std::size_t i = 0; i < m_workers.size(); ++i)
                hear(*m_workers[i], m_polled[1 + 2 * i].revents, m_polled[2 + 2 * i].revents);
        }
        watch();
    }

    void hear(ProcessWorker& worker, short socket, short pidfd)
    {
        if (!worker.alive())
            return;
        const auto answered = [this](core::ItemIndex item, core::ItemResult result) {
            m_result.items[item] = std::move(result);
            --m_left;
            m_result.wall = now(); // the way back is part of the run
        };
        bool well = true;
        if ((socket & ~POLLOUT) != 0)
            well = worker.read(answered);
        else if (pidfd != 0) // dead, and nothing left to read; somebody else may hold its end of the socket
            well = false;
        if (!well)
            bury(worker);
    }

    void watch()
    {
        const Nanoseconds moment = core::monotonicNow();
        const Nanoseconds elapsed = moment - m_watched;
        if (elapsed < watchInterval)
            return;
        m_watched = moment;
        for (const auto& worker : m_workers) {
            if (!worker->alive() || worker->silence(elapsed) < m_rules.workPatience)
                continue;
            bury(*worker,
                 Message(OVERLAP_TR_NOOP("Messages", "the worker process %1 did not respond for %2 and "
                                                     "was ended"),
                         {std::to_string(worker->pid()),
                          core::durationText(core::toSeconds(m_rules.workPatience))}));
        }
    }

    void bury(ProcessWorker& worker, std::optional<Message> cause = std::nullopt)
    {
        ProcessWorker::Death death = worker.bury(std::move(cause));
        for (const core::ItemIndex item : death.lost)
            fail(item, death.message, worker.lane());
        m_returned.insert(m_returned.begin(), death.held.begin(), death.held.end());
        m_lastDead = std::to_string(worker.pid());
    }

    void fail(core::ItemIndex item, Message error, core::LaneIndex lane = core::noLane)
    {
        core::ItemResult& result = m_result.items[item];
        result.lane = lane;
        result.status = TaskStatus::failed;
        result.error = std::move(error);
        result.begin = result.end = now();
        --m_left;
    }

    void failTheRest()
    {
        for (core::ItemIndex item = 0; item < m_result.items.size(); ++item) {
            if (m_result.items[item].status == TaskStatus::pending)
                fail(item, Message(OVERLAP_TR_NOOP("Messages", "no worker process is left for this task: "
                                                               "the last one was %1"),
                                   {m_lastDead}));
        }
    }

    void cancelTheRest()
    {
        // All at once: the kernel takes a while to take a large process apart.
        for (const auto& worker : m_workers)
            worker->kill();
        for (const auto& worker : m_workers) {
            if (worker->alive())
                worker->cancel();
        }
        for (core::ItemResult& item : m_result.items) {
            if (item.status != TaskStatus::pending)
                continue;
            item.status = TaskStatus::cancelled;
            item.begin = item.end = now();
        }
    }

    const ProcessRules& m_rules;
    std::vector<std::unique_ptr<ProcessWorker>>& m_workers;
    const core::Job& m_job;
    std::stop_token m_stop;
    StopBell m_bell;
    Nanoseconds m_interval;
    core::RunResult m_result;
    std::size_t m_left = 0; // items that have not ended
    std::size_t m_next = 0; // the first that nobody was given yet
    std::deque<core::ItemIndex> m_returned;
    std::vector<pollfd> m_polled;
    Nanoseconds m_watched = 0;
    std::string m_lastDead; // the pid
};

} // namespace

ProcessesExecutor::ProcessesExecutor(const ProcessRules& rules, recording::Recorder& recorder,
                                     const ExecutorServices& services)
    : m_rules(rules)
    , m_recorder(recorder)
    , m_services(services)
{}

ProcessesExecutor::~ProcessesExecutor() = default;

void ProcessesExecutor::prepare(const core::Job& job)
{
    checkDescriptors(m_rules.workers);
    try {
        start(job);
    } catch (...) {
        for (const auto& worker : m_workers)
            worker->kill();
        m_workers.clear();
        throw;
    }
}

void ProcessesExecutor::start(const core::Job& job)
{
    const Nanoseconds deadline = core::monotonicNow() + m_rules.startPatience;
    WorkerSetup setup{.recipe = job.recipe,
                      .prepared = job.workload->prepared(),
                      .seed = job.seed,
                      .timeScale = job.timeScale,
                      .niceness = job.niceness,
                      .capacity = m_recorder.capacity()};
    for (int i = 0; i < m_rules.workers; ++i) {
        setup.lane = static_cast<core::LaneIndex>(i);
        m_workers.push_back(
            std::make_unique<ProcessWorker>(*m_services.launcher, m_services.worker, m_recorder, setup.lane));
        m_workers.back()->sendSetup(setup);
        m_workers.back()->write();
    }
    for (const auto& worker : m_workers)
        worker->awaitReady(deadline);
}

core::RunResult ProcessesExecutor::run(const core::Job& job, std::stop_token stop)
{
    if (m_closed)
        throw core::Error(Message(
            OVERLAP_TR_NOOP("Messages", "new tasks cannot be submitted after the executor was shut down")));
    return Run(m_rules, m_workers, job, std::move(stop)).execute(m_recorder);
}

void ProcessesExecutor::shutdown(core::ShutdownMode)
{
    m_closed = true;
    for (const auto& worker : m_workers)
        worker->release();
    const Nanoseconds deadline = core::monotonicNow() + endPatience;
    for (const auto& worker : m_workers) {
        if (worker->alive())
            worker->reap(std::max<Nanoseconds>(deadline - core::monotonicNow(), 0));
    }
}

Nanoseconds ProcessesExecutor::cpuTime() const
{
    return std::accumulate(m_workers.begin(), m_workers.end(), Nanoseconds{0},
                           [](Nanoseconds sum, const auto& worker) { return sum + worker->cpuTime(); });
}

std::int64_t ProcessesExecutor::peakMemoryBytes() const
{
    return std::accumulate(
        m_workers.begin(), m_workers.end(), std::int64_t{0},
        [](std::int64_t sum, const auto& worker) { return sum + worker->peakMemoryBytes(); });
}

} // namespace overlap::executors
