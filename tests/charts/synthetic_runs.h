// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_content.h"
#include "charts/latencies_chart.h"
#include "charts/ledger_chart.h"
#include "charts/palette.h"
#include "charts/scaling_chart.h"
#include "charts/timings_chart.h"

namespace overlap::charts::testing {

// Runs that nobody ran: the shapes that the charts must get right, the same on every machine.

/// The palette of the build tree.
Palette palette();

core::Strategy strategy(const char* name, std::vector<int> counts = {});

/// `items` chunks one after the other on one lane.
std::shared_ptr<core::Timeline> sequentialRun(double seconds, int items);
/// Slices of 8 ms under one lock, `until` seconds of them; a holder lane last.
std::shared_ptr<core::Timeline> gilRun(double until, int threads, double sliceSeconds = 0.008);
/// More threads than cores: computing and waiting for a core by turns.
std::shared_ptr<core::Timeline> crowdedRun(double seconds, int threads, int cores);
std::shared_ptr<core::Timeline> processRun(double seconds, int processes, double startup = 0);
/// Downloads with waits, one failed, one cancelled, one gap.
std::shared_ptr<core::Timeline> troubledRun();
/// A line of stages joined by queues: a feeder, workers, a collector, a track in front of each stage.
/// `limits` are those of the queues, 0 for none. Items are fed every `feed` seconds.
struct LineStage
{
    const char* name;
    int workers;
    double seconds;
    int limit;
};
std::shared_ptr<core::Timeline> lineRun(const std::vector<LineStage>& stages, int items, double feed = 0,
                                        double until = 0);
/// One thread with `width` items in flight, each waiting most of its time.
std::shared_ptr<core::Timeline> loopRun(int width, int items);
/// The assembly line: sequential, 1,1,1 and 2,2,1 workers, a pool; `midRun` in the middle of the third.
GanttContent assemblyLine(bool midRun);
/// Many lanes of many short spans in all states.
std::shared_ptr<core::Timeline> busyRun(int lanes, int spansPerLane);

/// The window of the drawn target: mid-run, three runtimes' worth of bands.
GanttContent heavyChunks(bool midRun);
GanttContent oneBand(core::Strategy strategy, std::shared_ptr<core::Timeline> timeline);
TimingsContent heavyTimings(int blocks);
/// Ten judged blocks whose single runs scatter: an outlier, a disturbed and a replaced block, hints.
TimingsContent judgedTimings();
/// `count` strategies with names as long as they get.
TimingsContent manyTimings(int count);
/// The heavy chunks again: computing, one lock, too few cores, processes, and a few milliseconds of the rest.
LedgerContent heavyLedger(int blocks);
/// A strategy for every state that can take half of its time.
LedgerContent everyLedger();
/// Two strategies over one to eight workers: one that follows a law with a peak, one that stays at two cores.
ScalingContent sweepOfWorkers();
/// Times over a figure of the work that spans decades; the last strategy has not come far yet.
ScalingContent sweepOfWork();
/// `items` requests per run of three strategies, with a tail from 1 000 on; `failed` of the last one's
/// failed.
LatenciesContent requestLatencies(int items, int failed = 0);

} // namespace overlap::charts::testing
