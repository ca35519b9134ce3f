// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saved_run.h"
#include "session/background_check.h"

#include <QString>
#include <memory>

namespace overlap::session {

/// Whether a file begins as a timeline file or a trace does. Never waits, never throws.
bool isRunFile(const QString& path);

/// Opens and writes files with lanes beside the window: ten million spans take a moment, a trace of a
/// gigabyte ten seconds. One at a time. Window thread.
class RunFiles : public BackgroundCheck
{
    Q_OBJECT

public:
    using BackgroundCheck::BackgroundCheck;
    ~RunFiles() override { end(); }

    enum class Format { timeline, trace };

    // Precondition of each: not running. opened(), saved() or stopped() follows, or refused().
    void open(const QString& path);
    /// Whole or not at all.
    void save(const QString& path, Format format, core::SavedRun run);

Q_SIGNALS:
    void opened(const QString& path, const std::shared_ptr<const overlap::core::SavedRun>& run);
    void saved(const QString& path);
    /// stop() came first; nothing was opened or written.
    void stopped();

private:
    template <class Act> // std::function<void()>(const std::stop_token&, const core::ByteProgress&)
    void work(Act act);
};

} // namespace overlap::session
