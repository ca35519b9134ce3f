// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/simulator.h"
#include "analysis/work_shares.h"
#include "core/experiment.h"

#include <memory>
#include <string>
#include <vector>

namespace overlap::analysis {

/// The kinds of strategies, by their names, that could pay for the work in its runtime: pools of threads
/// always; processes and work stealing where a fifth of the time is computing; an event loop where as much is
/// waiting that leaves the thread free; a pipeline where there are several stages. None of work with fewer
/// than two items, and none that is not known.
std::vector<std::string> kindsWorthTrying(const WorkShares& work,
                                          const std::vector<core::StrategyDescriptor>& known);

struct CandidateSearch
{
    std::vector<std::shared_ptr<const core::WorkProfile>> profiles;
    SimulationSetting setting; ///< with the costs of every kind that is worth trying
    core::Timing timing = core::Timing::warm;
    std::size_t most = 8; ///< candidates, baselines included; what is asked for stays in any case
};

/// What to run so that the best is among it: `asked`, in that order, then what simulations of many numbers of
/// workers found. Of each kind two numbers: the fewest workers whose forecast is within two per cent of the
/// kind's best, and the best forecast of a number that differs by a quarter at least, so that the run can
/// show the first wrong. The kinds of a runtime in the order of their forecasts, runtimes in turn, first
/// numbers before second ones; a kind whose best is half as long again as one after the other is left out.
/// Pipelines: workers go to the stage that holds the line up.
///
/// Large work is searched by a piece of it, with evenly chosen items. Pure. Precondition: each runtime of
/// `asked` has a profile with a sample.
std::vector<core::Strategy> candidatesOf(const CandidateSearch& search,
                                         const std::vector<core::Strategy>& asked,
                                         const std::vector<core::StrategyDescriptor>& known);

} // namespace overlap::analysis
