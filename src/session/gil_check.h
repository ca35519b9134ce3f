// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gil_validation.h"
#include "engine/runner.h"
#include "session/background_check.h"

namespace overlap::session {

/// Holds the model of Python's lock against a real CPython beside the window. Stopping takes three seconds at
/// most. Window thread.
class GilCheck : public BackgroundCheck
{
    Q_OBJECT

public:
    /// On the thread of the comparison; may throw core::Error where there is nothing to compare with.
    using Measure = std::function<engine::GilValidation(int blocks, const std::stop_token& stop,
                                                        const Progress& progress)>;

    explicit GilCheck(Measure measure, QObject* parent = nullptr);
    ~GilCheck() override { end(); }

    /// Precondition: not running, at least one block.
    void start(int blocks);

Q_SIGNALS:
    /// Whole, or stopped and marked so.
    void finished(const overlap::engine::GilValidation& validation);

private:
    Measure m_measure;
};

/// Measures with the Python that this machine offers. `services` outlives what is returned.
GilCheck::Measure measureGil(const engine::EngineServices& services);

} // namespace overlap::session
