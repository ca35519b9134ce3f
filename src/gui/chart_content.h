// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_content.h"
#include "charts/latencies_chart.h"
#include "charts/ledger_chart.h"
#include "charts/scaling_chart.h"
#include "charts/timings_chart.h"
#include "session/experiment_draft.h"
#include "session/live_feed.h"
#include "session/stretch_study.h"

#include <memory>

namespace overlap::gui {

/// The workload of a draft, for its labels and columns; null where its parameters do not fit.
std::shared_ptr<const core::Workload> workloadOf(const session::ExperimentDraft& draft);

/// Empty lanes for what would run, before the first run.
charts::GanttContent plannedLanes(const session::ExperimentDraft& draft,
                                  std::shared_ptr<const core::Workload> workload);

/// The lanes of what runs or has run.
charts::GanttContent liveLanes(const session::LiveFeed& feed, std::shared_ptr<const core::Workload> workload);

/// The timings so far; strategies that have not run yet wait as rows.
/// `workload` says what the work came to; without it that is left out.
charts::TimingsContent liveTimings(const session::LiveFeed& feed, const core::Workload* workload);
/// The same without the run before, which means nothing to people who have not seen it.
charts::TimingsContent exportedTimings(const session::LiveFeed& feed, const core::Workload* workload);

/// Where the workers' time went so far.
charts::LedgerContent liveLedger(const session::LiveFeed& feed);

/// How long the single items took so far.
charts::LatenciesContent liveLatencies(const session::LiveFeed& feed);

/// The same of a selected stretch of time alone, which title and caption say; the report is that of the feed.
charts::LedgerContent stretchLedger(const session::LiveFeed& feed, const session::Stretch& stretch);
charts::LatenciesContent stretchLatencies(const session::LiveFeed& feed, const session::Stretch& stretch);

/// How the sweep came out so far; empty where nothing is swept.
charts::ScalingContent liveScaling(const session::LiveFeed& feed);

/// "2 cores · gcc 12 · Linux 6.18 · Overlap 0.1.0 · 2026-11-21": what stands under an exported chart.
QString exportCaption(const core::Report& report);

} // namespace overlap::gui
