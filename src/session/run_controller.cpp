// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_controller.h"

#include <algorithm>
#include <utility>

namespace overlap::session {

namespace {

constexpr int frameMilliseconds = 33;
// Two busy cores leave 60 ms of CPU a second within 3 %: ten pictures, no more.
constexpr int modestFrameMilliseconds = 100;

} // namespace

RunController::RunController(const engine::EngineServices& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RunController::tick);
}

RunController::~RunController()
{
    if (m_engine.joinable()) {
        m_engine.request_stop();
        m_engine.join();
    }
}

core::Nanoseconds RunController::elapsed() const
{
    return m_running ? core::monotonicNow() - m_began : m_elapsed;
}

double RunController::watchingShare() const
{
    const auto wall = static_cast<double>(elapsed());
    const int cores = m_feed.environment() ? m_feed.environment()->cores : 1;
    const core::Nanoseconds cpu = m_running ? core::threadCpuNow() - m_cpuAtStart : m_cpuUsed;
    return wall > 0 ? static_cast<double>(cpu) / (wall * cores) : 0;
}

RunController::Shown RunController::exchange(Shown shown)
{
    return {std::exchange(m_feed, std::move(shown.feed)), std::exchange(m_elapsed, shown.elapsed),
            std::exchange(m_cpuUsed, shown.cpuUsed)};
}

void RunController::start(const core::Experiment& experiment)
{
    m_before = {m_feed, m_elapsed, m_cpuUsed};
    m_feed.start(experiment);
    m_estimate.reset();
    m_refused = false;
    m_running = true;
    m_began = core::monotonicNow();
    m_cpuAtStart = core::threadCpuNow();
    // A box of its own for every start, so that nothing of an earlier one can arrive late.
    m_mailbox = std::make_shared<recording::LiveMailbox<Event>>();
    m_engine = std::jthread([&services = m_services, box = m_mailbox, experiment](std::stop_token stop) {
        core::Message error;
        try {
            if (experiment.sweep) {
                if (const auto estimate = engine::estimateSweep(experiment, services, stop))
                    box->post(*estimate);
            }
            engine::runExperiment(experiment, services, std::move(stop),
                                  [&box](engine::LiveEvent event) { box->post(std::move(event)); });
        } catch (const core::Error& failure) {
            error = failure.message();
        } catch (const std::exception& failure) {
            error = core::Message(OVERLAP_TR_NOOP("Messages", "the run failed: %1"), {failure.what()});
        }
        box->post(Finished{std::move(error)});
    });
    m_timer.start(frameMilliseconds);
    Q_EMIT started();
}

void RunController::stop()
{
    m_engine.request_stop();
}

void RunController::tick()
{
    bool structure = false;
    std::optional<core::Message> end;
    for (Event& event : m_mailbox->take()) {
        if (auto* finished = std::get_if<Finished>(&event)) {
            end = std::move(finished->error);
            continue;
        }
        if (const auto* estimate = std::get_if<engine::SweepEstimate>(&event)) {
            m_estimate = *estimate;
            continue;
        }
        auto& live = std::get<engine::LiveEvent>(event);
        structure = structure || !std::holds_alternative<engine::RecordsArrived>(live);
        m_feed.apply(std::move(live));
    }
    m_feed.look(core::monotonicNow());
    if (end) {
        m_timer.stop();
        m_engine.join();
        m_elapsed = core::monotonicNow() - m_began;
        m_cpuUsed = core::threadCpuNow() - m_cpuAtStart;
        m_running = false;
        m_refused = !end->empty() && m_feed.runsEnded() == 0;
        if (m_refused)
            exchange(std::move(m_before));
        m_before = {};
    } else {
        const int cores = m_feed.environment() ? m_feed.environment()->cores : 1;
        const int pace = m_feed.computingLanes() >= cores ? modestFrameMilliseconds : frameMilliseconds;
        if (m_timer.interval() != pace)
            m_timer.setInterval(pace);
    }
    Q_EMIT ticked(structure || end.has_value());
    if (end)
        Q_EMIT ended(*end);
}

} // namespace overlap::session
