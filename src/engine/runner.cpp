// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runner.h"

#include "analysis/stop_rule.h"
#include "engine/ceiling.h"
#include "engine/environment_probe.h"
#include "engine/run_execution.h"
#include "engine/surroundings.h"
#include "engine/work_measurement.h"
#include "net/curl_fetcher.h"
#include "net/curl_multi_fetcher.h"

#include <algorithm>
#include <optional>
#include <sys/resource.h>

namespace overlap::engine {

namespace {

/// Strategies are known by their canonical text, counts resolved; expectations have to name them the same
/// way.
core::Experiment withResolvedExpectations(core::Experiment experiment, const core::Catalogue& catalogue,
                                          int cores)
{
    for (core::Expectation& expectation : experiment.expect)
        expectation.strategy = core::parseStrategy(expectation.strategy, catalogue.strategies, cores).text();
    return experiment;
}

/// A workload with what it needs from outside. A sweep over a parameter of the workload has one for each
/// value.
struct Variant
{
    std::shared_ptr<core::Workload> workload;
    std::unique_ptr<Surroundings> surroundings;
    core::Job job;
};

/// Reports are for people who look on, so building them takes no more than a twentieth of the time: intervals
/// of hundreds of blocks are not drawn anew behind every run.
class ReportPace
{
public:
    bool due() const { return core::monotonicNow() - m_built >= 20 * m_cost; }

    template <class Build>
    auto measured(Build build)
    {
        const core::Nanoseconds begin = core::monotonicNow();
        auto report = build();
        m_built = core::monotonicNow();
        m_cost = m_built - begin;
        return report;
    }

private:
    core::Nanoseconds m_built = 0;
    core::Nanoseconds m_cost = 0;
};

/// One experiment from its plan to its report.
class ExperimentRun
{
public:
    ExperimentRun(const core::Experiment& asked, const EngineServices& services, std::stop_token stop,
                  const LiveSink& sink)
        : m_services(services)
        , m_stop(std::move(stop))
        , m_sink(sink)
        , m_environment(probeEnvironment())
        , m_experiment(
              withResolvedExpectations(withoutWhatCannotRun(asked), services.catalogue, m_environment.cores))
        , m_extraBlocks(extraBlocks(m_experiment.repeats))
    {
        m_outcome.plan = makePlan(m_experiment, services.catalogue, m_environment.cores);
        m_outcome.lastRuns.resize(m_outcome.plan.strategies.size());
        for (const int workers : ceilingCounts(m_outcome.plan, m_experiment, m_environment.cores))
            m_ceilings.push_back({workers, {}});
        tell(PlanMade{m_outcome.plan, m_environment, m_notices});
    }

    ExperimentOutcome execute()
    {
        prepareVariants();
        std::optional<SystemProbe> system;
        MachineProbe probe = m_services.machineProbe;
        if (!probe)
            probe = [&watch = system.emplace()] { return watch.sample(); };
        MachineSample before = probe();
        std::size_t executed = 0;
        while (executed < plan().runs.size() && !m_stop.stop_requested()) {
            measureCeilings(plan().runs[executed]);
            if (m_stop.stop_requested())
                break;
            executeOne(executed++);
            if (!endsBlock(executed - 1))
                continue;
            const MachineSample after = probe();
            noteDisturbances(plan().runs[executed - 1], disturbancesBetween(before, after));
            before = after;
            stopWhereSure(executed);
            tellRunEnded(executed == plan().runs.size());
        }
        // A stop that came behind the last run has cancelled nothing; one between two runs has.
        m_cancelled = m_cancelled || executed < plan().runs.size();
        keepUnreplaced(executed);
        m_outcome.report = report();
        return std::move(m_outcome);
    }

private:
    const Plan& plan() const { return m_outcome.plan; }

    void tell(LiveEvent event)
    {
        if (m_sink)
            m_sink(std::move(event));
    }

    /// Asks for the interpreter where the experiment needs one.
    core::Experiment withoutWhatCannotRun(core::Experiment experiment)
    {
        if (!usesPython(experiment, m_services.catalogue))
            return experiment;
        const PythonChoice choice =
            m_services.python ? m_services.python() : lookForPython({}, m_services.launcher);
        m_environment = choice.described(std::move(m_environment));
        if (choice.facts)
            m_python = choice.facts->executable;
        else
            m_notices = {leaveOutPython(experiment, m_services.catalogue, choice.reason), choice.reason};
        return experiment;
    }

    void prepareVariants()
    {
        std::size_t variants = 1;
        for (const PlannedStrategy& strategy : plan().strategies)
            variants = std::max(variants, strategy.variant + 1);
        for (std::size_t i = 0; i < variants; ++i) {
            const core::Experiment& experiment = plan().points[i].experiment;
            Variant variant;
            variant.workload =
                m_services.catalogue.workload(experiment.workload)->make(experiment.parameters);
            variant.surroundings = std::make_unique<Surroundings>(
                variant.workload->needs(), experiment, m_services.launcher, m_services.paths, m_stop);
            try {
                variant.workload->prepare(variant.surroundings->setting());
                if (i == 0)
                    tell(WorkloadReady{variant.workload});
            } catch (const core::Cancelled&) { // NOLINT(bugprone-empty-catch)
                // Stopped before the first run: what follows finds nothing to do.
            }
            variant.job.workload = variant.workload.get();
            variant.job.seed = experiment.seed;
            variant.job.timeScale = experiment.timeScale;
            variant.job.feedInterval = core::fromSeconds(experiment.feedSeconds);
            variant.job.makeFetcher = net::curlFetcherFactory();
            variant.job.makeMultiFetcher = net::curlMultiFetcherFactory();
            variant.job.recipe = {experiment.workload, experiment.parameters,
                                  variant.surroundings->setting()};
            variant.job.niceness = m_services.workerNiceness;
            m_variants.push_back(std::move(variant));
        }
        m_outcome.workload = m_variants.front().workload;
        for (const PlannedStrategy& planned : plan().strategies) {
            m_samples.push_back({planned.strategy,
                                 planned.addedBaseline,
                                 m_variants[planned.variant].workload->itemCount(),
                                 {},
                                 {}});
        }
    }

    /// Where their place in the block is before this run.
    void measureCeilings(const PlannedRun& next)
    {
        if (next.warmup || next.order != ceilingPlace(plan(), m_experiment, next.block))
            return;
        for (analysis::CeilingSample& sample : m_ceilings) {
            if (const auto value = measureCeiling(sample.workers, m_stop))
                sample.runs.push_back({next.block, *value});
        }
    }

    void executeOne(std::size_t index)
    {
        const PlannedRun planned = plan().runs[index];
        const PlannedStrategy& strategy = plan().strategies[planned.strategy];
        tell(RunPreparing{index});
        auto run = std::make_shared<const RunOutcome>(
            executeRun(index, planned, strategy.strategy, m_variants[strategy.variant].job,
                       {&m_services.launcher, m_services.paths.worker(), m_python,
                        m_services.paths.python() / "overlap_runner.py"},
                       m_stop, m_sink));
        analysis::StrategySample& sample = m_samples[planned.strategy];
        sample.runs.push_back(run->report);
        if (!planned.warmup) {
            m_outcome.lastRuns[planned.strategy] = run;
            sample.timeline = run->timeline;
            keepProfile(*run, strategy);
        }
        m_cancelled = m_cancelled || run->report.tasks.cancelled > 0;
        m_ended = std::move(run);
        // The last run of a block is told when it is known whether the block was disturbed.
        if (!endsBlock(index))
            tellRunEnded(false);
    }

    /// Of each runtime the first measured run of its baseline that came to an end tells what the work is.
    void keepProfile(const RunOutcome& run, const PlannedStrategy& planned)
    {
        const core::Runtime runtime = planned.strategy.runtime;
        const bool known = std::ranges::any_of(
            m_profiles, [runtime](const auto& profile) { return profile->runtime == runtime; });
        if (known || m_experiment.sweep || planned.strategy.text() != core::baselineOf(runtime) ||
            run.report.tasks.cancelled > 0)
            return;
        auto profile = std::make_shared<const core::WorkProfile>(
            measuredProfile(run, *m_variants.front().workload, planned.strategy));
        if (!profile->sample.empty())
            m_profiles.push_back(std::move(profile));
    }

    bool endsBlock(std::size_t index) const
    {
        if (index + 1 >= plan().runs.size())
            return true;
        const PlannedRun& here = plan().runs[index];
        const PlannedRun& next = plan().runs[index + 1];
        return here.block != next.block || here.warmup != next.warmup;
    }

    /// Marks the block's runs, and has the block run anew at the end while the limit allows it.
    void noteDisturbances(const PlannedRun& last, const std::vector<core::Disturbance>& disturbances)
    {
        if (disturbances.empty() || last.warmup)
            return;
        const bool replaces = m_extraUsed < m_extraBlocks && !m_stop.stop_requested();
        for (analysis::StrategySample& sample : m_samples) {
            for (core::RunReport& run : sample.runs) {
                if (run.block != last.block || run.warmup)
                    continue;
                run.disturbances = disturbances;
                run.replaced = replaces;
            }
        }
        for (analysis::CeilingSample& sample : m_ceilings) {
            for (core::CeilingRun& run : sample.runs)
                run.replaced = run.replaced || (replaces && run.block == last.block);
        }
        if (!replaces)
            return;
        m_replacedBlocks.push_back(last.block);
        const auto runs = extraBlock(plan(), m_experiment, m_extraUsed++);
        m_outcome.plan.runs.insert(m_outcome.plan.runs.end(), runs.begin(), runs.end());
        tell(PlanExtended{runs});
    }

    /// Behind each measured block: what is known as well as was asked needs no further block.
    void stopWhereSure(std::size_t executed)
    {
        if (!m_experiment.precision || m_cancelled || executed == plan().runs.size())
            return;
        std::vector<analysis::ComparedSamples> points;
        for (const PlanPoint& point : plan().points) {
            analysis::ComparedSamples& samples = points.emplace_back();
            for (const std::size_t strategy : point.strategies)
                samples.push_back(&m_samples[strategy]);
        }
        // Each number of blocks draws its own, and none is asked for twice.
        analysis::Bootstraps bootstraps(m_experiment.seed);
        if (!analysis::isSure(m_experiment, points, bootstraps))
            return;
        m_outcome.plan.runs.resize(executed);
        m_sure = true;
        tell(PlanShortened{executed});
    }

    /// What was to be replaced counts all the same where a stop came before its replacement was whole:
    /// otherwise stopping early could leave nothing of an hour's blocks. Where all is known, enough is left.
    void keepUnreplaced(std::size_t executed)
    {
        if (m_sure)
            return;
        const std::size_t strategies = plan().strategies.size();
        const std::size_t planned = plan().runs.size() - m_replacedBlocks.size() * strategies;
        std::size_t whole = executed > planned ? (executed - planned) / strategies : 0;
        if (executed > planned && executed % strategies == 0 && m_ended->report.tasks.cancelled > 0)
            --whole;
        for (std::size_t i = whole; i < m_replacedBlocks.size(); ++i) {
            for (analysis::StrategySample& sample : m_samples) {
                for (core::RunReport& run : sample.runs)
                    run.replaced = run.replaced && run.block != m_replacedBlocks[i];
            }
            for (analysis::CeilingSample& sample : m_ceilings) {
                for (core::CeilingRun& run : sample.runs)
                    run.replaced = run.replaced && run.block != m_replacedBlocks[i];
            }
        }
    }

    void tellRunEnded(bool last)
    {
        if (m_sink && (last || m_cancelled || !m_told || m_pace.due())) {
            m_told = m_pace.measured([&] { return std::make_shared<const core::Report>(report()); });
        }
        tell(RunEnded{m_ended, m_told});
    }

    core::Report report() const
    {
        core::Report report = measuredReport();
        report.hints.insert(report.hints.begin(), m_notices.begin(), m_notices.end());
        report.profiles = m_profiles;
        return report;
    }

    core::Report measuredReport() const
    {
        if (!m_experiment.sweep)
            return analysis::buildReport(m_experiment, m_environment, m_samples, m_cancelled, m_ceilings);
        std::vector<analysis::PointSamples> points;
        for (const PlanPoint& point : plan().points) {
            analysis::PointSamples samples{point.value, point.experiment, {}};
            for (const std::size_t strategy : point.strategies)
                samples.samples.push_back(m_samples[strategy]);
            points.push_back(std::move(samples));
        }
        return analysis::buildSweepReport(m_experiment, m_environment, points, m_cancelled, m_ceilings);
    }

    const EngineServices& m_services;
    std::stop_token m_stop;
    const LiveSink& m_sink;
    core::Environment m_environment;
    std::filesystem::path m_python;       // empty where no strategy needs it
    std::vector<core::Message> m_notices; // of what was left out
    core::Experiment m_experiment;
    int m_extraBlocks; // fixed before the first block
    int m_extraUsed = 0;
    std::vector<int> m_replacedBlocks; // by the extra blocks, in their order
    ExperimentOutcome m_outcome;
    std::vector<Variant> m_variants;
    std::vector<analysis::StrategySample> m_samples; // one for each strategy of the plan
    std::vector<analysis::CeilingSample> m_ceilings;
    std::vector<std::shared_ptr<const core::WorkProfile>> m_profiles;
    std::shared_ptr<const RunOutcome> m_ended;
    std::shared_ptr<const core::Report> m_told;
    ReportPace m_pace;
    bool m_cancelled = false;
    bool m_sure = false;
};

} // namespace

ExperimentOutcome runExperiment(const core::Experiment& asked, const EngineServices& services,
                                std::stop_token stop, const LiveSink& sink)
{
    // On Linux the niceness belongs to the thread and is inherited by those that it starts: the workers.
    if (services.workerNiceness != 0)
        setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + services.workerNiceness);
    return ExperimentRun(asked, services, std::move(stop), sink).execute();
}

} // namespace overlap::engine
