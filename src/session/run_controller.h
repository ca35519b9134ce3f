// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runner.h"
#include "engine/sweep_estimate.h"
#include "recording/live_mailbox.h"
#include "session/live_feed.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <thread>
#include <variant>

namespace overlap::session {

/// Runs experiments beside the window. The experiment moves by value into a thread, a stop token goes with
/// it, and everything comes back through one mailbox, which a timer empties at frame rate: one signal per
/// tick, however much has happened. Window thread.
class RunController : public QObject
{
    Q_OBJECT

public:
    /// `services` outlives the controller.
    explicit RunController(const engine::EngineServices& services, QObject* parent = nullptr);
    ~RunController() override;

    bool running() const { return m_running; }
    const LiveFeed& feed() const { return m_feed; }
    /// The last start failed before a run had ended; feed() is what it was before.
    bool refused() const { return m_refused; }
    /// Time since the experiment was started, or its whole length.
    core::Nanoseconds elapsed() const;
    /// CPU time of the window's thread while runs went on, as a share of all cores; what watching costs.
    double watchingShare() const;

    /// What the last experiment left here.
    struct Shown
    {
        LiveFeed feed;
        core::Nanoseconds elapsed = 0;
        core::Nanoseconds cpuUsed = 0;
    };
    /// Puts something else in its place and gives back what was there, so that who borrows the controller can
    /// leave it as it was. Precondition: not running.
    Shown exchange(Shown shown);

    /// How long the sweep that was started last is to take, from its start; null before its baseline has been
    /// timed, which comes first, and where nothing is swept.
    const std::optional<engine::SweepEstimate>& sweepEstimate() const { return m_estimate; }

    /// Precondition: not running, and the experiment is valid. Where it fails before a run has ended, there
    /// is nothing of it to see, and what was shown before is shown again.
    void start(const core::Experiment& experiment);
    /// Returns at once; ended() follows.
    void stop();

Q_SIGNALS:
    void started();
    /// Something has happened since the last tick. `structure` tells that a run began or ended; else only
    /// timelines have grown.
    void ticked(bool structure);
    /// Whole, stopped, or failed; `error` is empty unless it failed.
    void ended(const overlap::core::Message& error);

private:
    struct Finished
    {
        core::Message error;
    };
    using Event = std::variant<engine::LiveEvent, engine::SweepEstimate, Finished>;

    void tick();

    const engine::EngineServices& m_services;
    LiveFeed m_feed;
    Shown m_before;
    std::shared_ptr<recording::LiveMailbox<Event>> m_mailbox;
    std::jthread m_engine;
    QTimer m_timer;
    bool m_running = false;
    bool m_refused = false;
    std::optional<engine::SweepEstimate> m_estimate;
    core::Nanoseconds m_began = 0;
    core::Nanoseconds m_elapsed = 0;
    core::Nanoseconds m_cpuAtStart = 0;
    core::Nanoseconds m_cpuUsed = 0;
};

} // namespace overlap::session
