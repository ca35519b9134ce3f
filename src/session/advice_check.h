// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/measured_advice.h"
#include "session/background_check.h"

#include <memory>

namespace overlap::session {

/// Measures beside the window which strategy and how many workers are best for an experiment. Window thread.
class AdviceCheck : public BackgroundCheck
{
    Q_OBJECT

public:
    using Outcome = std::shared_ptr<const engine::MeasuredAdvice>;
    /// On the thread of the check.
    using Measure = std::function<engine::MeasuredAdvice(
        const engine::AdviceRequest& request, const std::stop_token& stop,
        const engine::CommitmentSink& committed, const engine::LiveSink& sink)>;

    explicit AdviceCheck(Measure measure, QObject* parent = nullptr);
    ~AdviceCheck() override { end(); }

    /// Precondition: not running, and the experiment is valid.
    void start(const engine::AdviceRequest& request);

Q_SIGNALS:
    /// All forecasts stand, and nothing has run yet.
    void committed(const std::shared_ptr<const overlap::engine::Commitment>& commitment);
    /// To its end, or to a stop.
    void finished(const std::shared_ptr<const overlap::engine::MeasuredAdvice>& advice);

private:
    Measure m_measure;
};

/// `services` outlives what is returned.
AdviceCheck::Measure measureAdvice(const engine::EngineServices& services, int cores);

} // namespace overlap::session
