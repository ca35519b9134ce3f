// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "core/report.h"

#include <string>

namespace overlap::analysis {

/// Where a strategy's worker time went and what that means, in one sentence without the strategy's name: it
/// stands beside the name, or after it and a colon. It tells the state that took the most after computing,
/// and nothing that the ledger did not measure. `cores` of the machine, at least 1. Empty while nothing is
/// measured.
core::Message ledgerSentenceOf(const core::StrategyReport& strategy, int cores);

/// The sentence of the strategy that lost the most.
struct LedgerFinding
{
    std::string strategy; ///< whose sentence it is; empty where it speaks of all
    core::Message sentence;
};

/// What all ledgers together say, for a chart's title. Losses come first, then idling, then waiting side by
/// side, then start-up. An unfinished run is no finding. The sentence is empty while nothing is measured.
LedgerFinding ledgerFindingOf(const core::Report& report);

/// What is divided, and over how many blocks: the chart's caption.
core::Message ledgerMethodOf(const core::Report& report);

} // namespace overlap::analysis
