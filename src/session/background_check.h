// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QObject>
#include <functional>
#include <stop_token>
#include <thread>

namespace overlap::session {

/// Something that is measured beside the window and is no experiment. It has a thread of its own with a stop
/// token; how far it is and what it found come back as queued calls. Nothing else may be measured meanwhile,
/// which is for the window to see to. Window thread.
class BackgroundCheck : public QObject
{
    Q_OBJECT

public:
    using Progress = std::function<void(int done, int of)>;

    /// Stops and waits for what goes on.
    ~BackgroundCheck() override;

    bool running() const { return m_running; }
    /// Returns at once; the outcome or refused() follows.
    void stop();

Q_SIGNALS:
    /// Comes before the signals that tell the outcome.
    void runningChanged(bool running);
    /// `done` parts of `of` are over.
    void progressed(int done, int of);
    /// There is no outcome, and why.
    void refused(const overlap::core::Error& reason);

protected:
    using QObject::QObject;
    /// What is done on the thread of the check; may throw core::Error. It returns what tells the outcome, for
    /// the window's thread.
    using Work = std::function<std::function<void()>(const std::stop_token& stop, const Progress& progress)>;

    /// Precondition: not running.
    void begin(Work work);
    /// To be called by the destructor of whatever `begin` refers to.
    void end();

private:
    std::jthread m_thread;
    bool m_running = false;
};

} // namespace overlap::session
