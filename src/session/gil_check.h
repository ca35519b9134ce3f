// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gil_validation.h"
#include "engine/runner.h"

#include <QObject>
#include <functional>
#include <stop_token>
#include <thread>

namespace overlap::session {

/// Holds the model of Python's lock against a real CPython beside the window. The comparison has a thread of
/// its own with a stop token; how far it is and what it found come back as queued calls. Nothing else may be
/// measured meanwhile, which is for the window to see to. Window thread.
class GilCheck : public QObject
{
    Q_OBJECT

public:
    using Progress = std::function<void(int done, int of)>;
    /// On the thread of the comparison; may throw core::Error where there is nothing to compare with.
    using Measure = std::function<engine::GilValidation(int blocks, const std::stop_token& stop,
                                                        const Progress& progress)>;

    explicit GilCheck(Measure measure, QObject* parent = nullptr);
    /// Stops and waits for what goes on; with measureGil() three seconds at most.
    ~GilCheck() override;

    bool running() const { return m_running; }

    /// Precondition: not running, at least one block.
    void start(int blocks);
    /// Returns at once; finished() or refused() follows.
    void stop();

Q_SIGNALS:
    /// Comes before the signals that tell the outcome.
    void runningChanged(bool running);
    /// `done` blocks of `of` are over.
    void progressed(int done, int of);
    /// Whole, or stopped and marked so.
    void finished(const overlap::engine::GilValidation& validation);
    /// There is no comparison, and why.
    void refused(const overlap::core::Error& reason);

private:
    void end();

    Measure m_measure;
    std::jthread m_thread;
    bool m_running = false;
};

/// Measures with the Python that this machine offers. `services` outlives what is returned.
GilCheck::Measure measureGil(const engine::EngineServices& services);

} // namespace overlap::session
