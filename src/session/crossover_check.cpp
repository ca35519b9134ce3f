// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/crossover_check.h"

namespace overlap::session {

CrossoverCheck::CrossoverCheck(Measure measure, QObject* parent)
    : BackgroundCheck(parent)
    , m_measure(std::move(measure))
{}

void CrossoverCheck::start(const core::Experiment& experiment, core::CrossoverBudget budget)
{
    begin([this, experiment, budget](const std::stop_token& stop,
                                     const Progress& progress) -> std::function<void()> {
        const auto told = [&](const engine::CrossoverStep& step) {
            progress(static_cast<int>(step.report->points.size()), budget.points);
            QMetaObject::invokeMethod(
                this, [this, report = step.report] { Q_EMIT grown(report); }, Qt::QueuedConnection);
        };
        auto report =
            std::make_shared<const core::CrossoverReport>(m_measure(experiment, budget, stop, told));
        return [this, report] { Q_EMIT finished(report); };
    });
}

CrossoverCheck::Measure measureCrossover(const engine::EngineServices& services)
{
    return [&services](const core::Experiment& experiment, core::CrossoverBudget budget,
                       const std::stop_token& stop, const engine::CrossoverSink& told) {
        if (engine::usesPython(experiment, services.catalogue) && services.python) {
            // Without one of the two there is nothing to compare.
            if (const engine::PythonChoice choice = services.python(); !choice.facts)
                throw core::Error(choice.reason);
        }
        return engine::findCrossover(experiment, budget, services, stop, {}, told);
    };
}

} // namespace overlap::session
