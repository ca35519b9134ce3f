// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run_execution.h"

#include "analysis/bottleneck.h"
#include "analysis/ledger.h"
#include "analysis/result_digest.h"
#include "engine/collector.h"

#include <algorithm>
#include <fstream>
#include <optional>

namespace overlap::engine {

namespace {

/// The highest resident memory of this process since the last reset (Linux: clear_refs, VmHWM).
class PeakMemory
{
public:
    PeakMemory() { std::ofstream("/proc/self/clear_refs") << "5"; }

    static std::int64_t bytes()
    {
        std::ifstream status("/proc/self/status");
        std::string line;
        while (std::getline(status, line)) {
            if (line.starts_with("VmHWM:"))
                return std::strtoll(line.c_str() + 6, nullptr, 10) * 1024;
        }
        return 0;
    }
};

core::RunReport reportOfRun(const PlannedRun& planned, const core::RunResult& result,
                            const core::Workload& workload, const core::Timeline& timeline)
{
    core::RunReport report;
    report.block = planned.block;
    report.order = planned.order;
    report.warmup = planned.warmup;
    report.wallSeconds = core::toSeconds(result.wall);
    report.resultDigest = analysis::resultDigest(result.items, workload.resultColumns());
    report.lostRecords = timeline.lostRecords();

    std::vector<const core::Value*> values;
    std::optional<core::Nanoseconds> firstDone;
    std::optional<core::Nanoseconds> lastEnd;
    for (std::size_t i = 0; i < result.items.size(); ++i) {
        const core::ItemResult& item = result.items[i];
        if (item.status == core::TaskStatus::done || item.status == core::TaskStatus::failed)
            lastEnd = std::max(lastEnd.value_or(item.end), item.end);
        switch (item.status) {
        case core::TaskStatus::done:
            ++report.tasks.done;
            // Failed and cancelled items never enter a latency; they are counted beside it.
            report.latencySeconds.push_back(core::toSeconds(item.end - item.begin));
            firstDone = std::min(firstDone.value_or(item.end), item.end);
            values.push_back(&item.value);
            break;
        case core::TaskStatus::failed:
            ++report.tasks.failed;
            report.tasks.meant += workload.meantToFail(static_cast<core::ItemIndex>(i)) ? 1 : 0;
            report.tasks.lost += workload.collectsResults() ? 0 : 1;
            break;
        default:
            ++report.tasks.cancelled;
            break;
        }
    }
    if (firstDone)
        report.marks.push_back({"first-done", core::toSeconds(*firstDone)});
    report.marks.push_back({"last-done", core::toSeconds(lastEnd.value_or(result.wall))});
    // Where workers stay on, as those of a pipeline do until their end mark or time-out.
    if (lastEnd.value_or(result.wall) != result.wall)
        report.marks.push_back({"end", report.wallSeconds});
    report.summary = workload.summary(values);

    std::vector<analysis::StateTimes> lanes;
    for (const core::Lane& lane : timeline.lanes) {
        if (lane.kind == core::LaneKind::worker)
            lanes.push_back(lane.totals);
    }
    report.ledgerSeconds = analysis::ledgerSeconds(lanes, result.wall);
    return report;
}

/// What is submitted and forgotten leaves nothing but the fact that it ended.
void forgetResults(std::vector<core::ItemResult>& items)
{
    for (core::ItemResult& item : items) {
        item.value = {};
        if (item.status == core::TaskStatus::failed)
            item.error =
                core::Message(OVERLAP_TR_NOOP("Messages", "the error is lost: nobody asked for the result"));
    }
}

} // namespace

RunOutcome executeRun(std::size_t index, const PlannedRun& planned, const core::Strategy& strategy,
                      const core::Job& job, const executors::ExecutorServices& services, std::stop_token stop,
                      const LiveSink& sink)
{
    RunOutcome outcome;
    outcome.index = index;
    outcome.strategy = planned.strategy;
    const PeakMemory peak;
    recording::Recorder recorder;
    const auto executor = executors::makeExecutor(strategy, recorder, services);
    Collector collector(recorder, index, job.workload->itemCount(), sink);
    core::Nanoseconds startup = 0;
    core::RunResult result;
    try {
        const core::Nanoseconds begin = core::monotonicNow();
        executor->prepare(job);
        startup = core::monotonicNow() - begin;
        result = executor->run(job, stop);
    } catch (...) {
        executor->shutdown(core::ShutdownMode::cancelPending);
        collector.finish(0);
        throw;
    }
    executor->shutdown(core::ShutdownMode::wait);
    outcome.timeline = collector.finish(result.wall, startup);
    if (!job.workload->collectsResults())
        forgetResults(result.items);
    outcome.report = reportOfRun(planned, result, *job.workload, *outcome.timeline);
    if (strategy.counts.size() > 1)
        outcome.report.stages =
            analysis::stageSamplesOf(*outcome.timeline, job.workload->stages(), strategy.counts);
    outcome.report.records = collector.records();
    outcome.report.startupSeconds = core::toSeconds(startup);
    outcome.report.cpuSeconds = core::toSeconds(executor->cpuTime());
    outcome.report.peakMemoryBytes = PeakMemory::bytes() + executor->peakMemoryBytes();
    outcome.items = std::move(result.items);
    return outcome;
}

} // namespace overlap::engine
