// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/strategy_costs.h"
#include "session/background_check.h"

namespace overlap::session {

/// Measures beside the window what each strategy costs on this machine. Window thread.
class CostsCheck : public BackgroundCheck
{
    Q_OBJECT

public:
    using Costs = std::vector<engine::StrategyCost>;
    /// On the thread of the check.
    using Measure = std::function<Costs(const std::stop_token& stop, const Progress& progress)>;

    explicit CostsCheck(Measure measure, QObject* parent = nullptr);
    ~CostsCheck() override { end(); }

    /// Precondition: not running.
    void start();

Q_SIGNALS:
    /// All of them, or those that were reached before a stop.
    void finished(const std::vector<overlap::engine::StrategyCost>& costs);

private:
    Measure m_measure;
};

/// `services` outlives what is returned.
CostsCheck::Measure measureCosts(const engine::EngineServices& services, int cores);

} // namespace overlap::session
