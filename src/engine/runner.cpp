// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runner.h"

#include "analysis/ledger.h"
#include "analysis/report_builder.h"
#include "analysis/result_digest.h"
#include "core/text.h"
#include "engine/collector.h"
#include "engine/environment_probe.h"
#include "engine/surroundings.h"
#include "executors/builtin_executors.h"
#include "net/curl_fetcher.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sys/resource.h>

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
    for (std::size_t i = 0; i < result.items.size(); ++i) {
        const core::ItemResult& item = result.items[i];
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
    report.marks.push_back({"last-done", report.wallSeconds});
    report.summary = workload.summary(values);

    std::vector<analysis::StateTimes> lanes;
    for (const core::Lane& lane : timeline.lanes) {
        if (lane.kind == core::LaneKind::worker)
            lanes.push_back(lane.totals);
    }
    report.ledgerSeconds = analysis::ledgerSeconds(lanes, result.wall);
    return report;
}

bool hasCancelledTasks(const core::RunReport& run)
{
    return run.tasks.cancelled > 0;
}

/// Strategies are known by their canonical text, counts resolved; expectations have to name them the same
/// way.
core::Experiment withResolvedExpectations(core::Experiment experiment, const core::Catalogue& catalogue,
                                          int cores)
{
    for (core::Expectation& expectation : experiment.expect)
        expectation.strategy = core::parseStrategy(expectation.strategy, catalogue.strategies, cores).text();
    return experiment;
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

/// One strategy executed once, with everything of its own.
RunOutcome executeRun(std::size_t index, const PlannedRun& planned, const core::Strategy& strategy,
                      const core::Job& job, std::stop_token stop, const LiveSink& sink)
{
    RunOutcome outcome;
    outcome.index = index;
    outcome.strategy = planned.strategy;
    recording::Recorder recorder;
    const auto executor = executors::makeExecutor(strategy, recorder);
    Collector collector(recorder, index, sink);
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
    outcome.report.records = collector.records();
    outcome.report.startupSeconds = core::toSeconds(startup);
    outcome.report.cpuSeconds = core::toSeconds(executor->cpuTime());
    outcome.items = std::move(result.items);
    return outcome;
}

} // namespace

ExperimentOutcome runExperiment(const core::Experiment& asked, const EngineServices& services,
                                std::stop_token stop, const LiveSink& sink)
{
    // Part of the file format from its first version on; a sweep that is not run must not pass for one that
    // was.
    if (asked.sweep)
        throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "this version runs no sweeps")),
                          "/sweep");
    // On Linux the niceness belongs to the thread and is inherited by those that it starts: the workers.
    if (services.workerNiceness != 0)
        setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + services.workerNiceness);
    const auto tell = [&](LiveEvent event) {
        if (sink)
            sink(std::move(event));
    };

    const core::WorkloadDescriptor* descriptor = services.catalogue.workload(asked.workload);
    const std::shared_ptr<core::Workload> workload = descriptor->make(asked.parameters);
    const core::Environment environment = probeEnvironment();
    const core::Experiment experiment =
        withResolvedExpectations(asked, services.catalogue, environment.cores);
    ExperimentOutcome outcome;
    outcome.plan = makePlan(experiment, services.catalogue, environment.cores);
    outcome.lastRuns.resize(outcome.plan.strategies.size());
    tell(PlanMade{outcome.plan, environment});

    const Surroundings surroundings(workload->needs(), experiment, services.launcher, services.paths, stop);
    try {
        workload->prepare(surroundings.setting());
        tell(WorkloadReady{workload});
    } catch (const core::Cancelled&) {
        // Stopped before the first run: what follows finds nothing to do.
    }
    outcome.workload = workload;

    core::Job job;
    job.workload = workload.get();
    job.seed = experiment.seed;
    job.timeScale = experiment.timeScale;
    job.feedInterval = core::fromSeconds(experiment.feedSeconds);
    job.makeFetcher = net::curlFetcherFactory();

    std::vector<analysis::StrategySample> samples;
    for (const PlannedStrategy& planned : outcome.plan.strategies)
        samples.push_back({planned.strategy, planned.addedBaseline, workload->itemCount(), 0, {}});

    std::size_t executed = 0;
    for (std::size_t i = 0; i < outcome.plan.runs.size() && !stop.stop_requested(); ++i) {
        const PlannedRun& planned = outcome.plan.runs[i];
        tell(RunPreparing{i});
        const PeakMemory peak;
        auto run = std::make_shared<const RunOutcome>(
            executeRun(i, planned, outcome.plan.strategies[planned.strategy].strategy, job, stop, sink));
        analysis::StrategySample& sample = samples[planned.strategy];
        sample.peakMemoryBytes = std::max(sample.peakMemoryBytes, PeakMemory::bytes());
        sample.runs.push_back(run->report);
        if (!planned.warmup)
            outcome.lastRuns[planned.strategy] = run;
        ++executed;
        outcome.report = analysis::buildReport(experiment, environment, samples,
                                               hasCancelledTasks(run->report) || outcome.report.cancelled);
        tell(RunEnded{run, std::make_shared<const core::Report>(outcome.report)});
    }
    // A stop that came behind the last run has cancelled nothing; one between two runs has.
    const bool cancelled = executed < outcome.plan.runs.size() || outcome.report.cancelled;
    outcome.report = analysis::buildReport(experiment, environment, samples, cancelled);
    return outcome;
}

} // namespace overlap::engine
