// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/advice_check.h"

namespace overlap::session {

AdviceCheck::AdviceCheck(Measure measure, QObject* parent)
    : BackgroundCheck(parent)
    , m_measure(std::move(measure))
{}

void AdviceCheck::start(const engine::AdviceRequest& request)
{
    begin([this, request](const std::stop_token& stop, const Progress& progress) -> std::function<void()> {
        const auto tell = [this](const std::shared_ptr<const engine::Commitment>& commitment) {
            QMetaObject::invokeMethod(
                this, [this, commitment] { Q_EMIT committed(commitment); }, Qt::QueuedConnection);
        };
        // RunEnded comes on this thread alone, as PlanMade and PlanExtended do.
        const auto count = [&progress, done = 0, of = 0](const engine::LiveEvent& event) mutable {
            if (const auto* made = std::get_if<engine::PlanMade>(&event)) {
                done = 0;
                of = static_cast<int>(made->plan.runs.size());
            } else if (const auto* more = std::get_if<engine::PlanExtended>(&event)) {
                of += static_cast<int>(more->runs.size());
            } else if (std::holds_alternative<engine::RunEnded>(event)) {
                progress(++done, of);
            }
        };
        auto advice = std::make_shared<const engine::MeasuredAdvice>(m_measure(request, stop, tell, count));
        return [this, advice] { Q_EMIT finished(advice); };
    });
}

AdviceCheck::Measure measureAdvice(const engine::EngineServices& services, int cores)
{
    return [&services, cores](const engine::AdviceRequest& request, const std::stop_token& stop,
                              const engine::CommitmentSink& committed, const engine::LiveSink& sink) {
        return engine::measureAdvice(request, services, cores, stop, committed, sink);
    };
}

} // namespace overlap::session
