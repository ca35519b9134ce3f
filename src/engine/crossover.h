// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossover_report.h"
#include "engine/runner.h"

#include <functional>
#include <memory>
#include <optional>

namespace overlap::engine {

/// Told before each value that is measured, and once at the end, then without a next one.
struct CrossoverStep
{
    std::shared_ptr<const core::CrossoverReport> report; ///< of the values so far
    std::optional<core::Value> next;
};

/// Called on the thread of the search, between the experiments.
using CrossoverSink = std::function<void(const CrossoverStep&)>;

/// Finds the value of a parameter at which one strategy overtakes another, with real runs on the calling
/// thread: each value is an ordinary experiment of both strategies, and of their baseline where neither is
/// it, of which `live` hears as of any other (each begins with its PlanMade). Which values, decides
/// analysis/crossover.h; how many at most, the budget. A stop request ends it like an experiment, with what
/// there is: the value that was under way is kept with its runs and decides nothing. Throws core::Error where
/// an experiment cannot be run at all, such as at a value that the work refuses. Precondition:
/// validateCrossover() found nothing, and the budget is within its bounds.
core::CrossoverReport findCrossover(const core::Experiment& asked, core::CrossoverBudget budget,
                                    const EngineServices& services, std::stop_token stop,
                                    const LiveSink& live = {}, const CrossoverSink& told = {});

} // namespace overlap::engine
