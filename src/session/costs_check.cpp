// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/costs_check.h"

namespace overlap::session {

CostsCheck::CostsCheck(Measure measure, QObject* parent)
    : BackgroundCheck(parent)
    , m_measure(std::move(measure))
{}

void CostsCheck::start()
{
    begin([this](const std::stop_token& stop, const Progress& progress) -> std::function<void()> {
        return [this, costs = m_measure(stop, progress)] { Q_EMIT finished(costs); };
    });
}

CostsCheck::Measure measureCosts(const engine::EngineServices& services, int cores)
{
    return [&services, cores](const std::stop_token& stop, const CostsCheck::Progress& progress) {
        return engine::measureStrategyCosts(services, cores, stop, progress);
    };
}

} // namespace overlap::session
