// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crossover.h"
#include "session/background_check.h"

#include <memory>

namespace overlap::session {

/// Seeks beside the window where one strategy overtakes another. Window thread.
class CrossoverCheck : public BackgroundCheck
{
    Q_OBJECT

public:
    using Report = std::shared_ptr<const core::CrossoverReport>;
    /// On the thread of the check.
    using Measure =
        std::function<core::CrossoverReport(const core::Experiment& experiment, core::CrossoverBudget budget,
                                            const std::stop_token& stop, const engine::CrossoverSink& told)>;

    explicit CrossoverCheck(Measure measure, QObject* parent = nullptr);
    ~CrossoverCheck() override { end(); }

    /// Precondition: not running, and core::validateCrossover() found nothing.
    void start(const core::Experiment& experiment, core::CrossoverBudget budget = {});

Q_SIGNALS:
    /// Of the values so far; comes again with each.
    void grown(const std::shared_ptr<const overlap::core::CrossoverReport>& report);
    /// To its end, or to a stop.
    void finished(const std::shared_ptr<const overlap::core::CrossoverReport>& report);

private:
    Measure m_measure;
};

/// `services` outlives what is returned.
CrossoverCheck::Measure measureCrossover(const engine::EngineServices& services);

} // namespace overlap::session
