// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_runs.h"

#include "dice.h"

#include <algorithm>
#include <tuple>

namespace overlap::charts::testing {

using core::State;

namespace {

core::StrategyReport measured(core::Strategy strategy, const char* baseline, double wall, double cpu,
                              double startup, int blocks, double spread, double baselineWall)
{
    core::StrategyReport report;
    report.strategy = std::move(strategy);
    report.baseline = baseline;
    report.medianWallSeconds = wall;
    report.cpuSeconds = cpu;
    report.startupSeconds = startup;
    report.coldWallSeconds = wall + startup;
    report.runs.resize(blocks);
    for (auto& run : report.runs)
        run.wallSeconds = wall;
    if (blocks >= 5)
        report.wallInterval95 = core::Interval{wall - spread, wall + spread};
    if (report.strategy.text() != baseline) {
        core::Speedup speedup{baselineWall / wall, {}};
        if (blocks >= 5)
            speedup.interval95 =
                core::Interval{baselineWall / (wall + spread), baselineWall / (wall - spread)};
        report.speedup = speedup;
    }
    return report;
}

} // namespace

TimingsContent heavyTimings(int blocks)
{
    TimingsContent content;
    content.finding = QStringLiteral(
        "Native threads and processes halve the time on two cores; under a GIL four threads gain nothing.");
    content.caption =
        QStringLiteral("Wall time from a warm start, median of %1 blocks, 95 % interval; the lighter end "
                       "is start-up. Shorter is better.")
            .arg(blocks);
    auto& rows = content.report.strategies;
    rows.push_back(measured(strategy("sequential"), "sequential", 2.00, 2.00, 0, blocks, 0.03, 2.0));
    rows.push_back(measured(strategy("gil-threads", {4}), "sequential", 2.06, 2.04, 0, blocks, 0.08, 2.0));
    rows.push_back(measured(strategy("threads", {4}), "sequential", 1.07, 2.03, 0.005, blocks, 0.04, 2.0));
    rows.push_back(measured(strategy("processes", {2}), "sequential", 1.05, 2.06, 0.03, blocks, 0.03, 2.0));
    rows.push_back(
        measured(strategy("python-sequential"), "python-sequential", 0.70, 0.70, 0, blocks, 0.02, 0.7));
    rows.push_back(
        measured(strategy("python-threads", {4}), "python-sequential", 0.73, 0.72, 0, blocks, 0.035, 0.7));
    rows.push_back(measured(strategy("python-processes", {2}), "python-sequential", 0.40, 0.79, 0.06, blocks,
                            0.02, 0.7));
    return content;
}

TimingsContent judgedTimings()
{
    TimingsContent content = heavyTimings(10);
    Dice dice(3);
    for (core::StrategyReport& strategy : content.report.strategies) {
        const double spread = strategy.wallInterval95->high - strategy.medianWallSeconds;
        for (std::size_t i = 0; i < strategy.runs.size(); ++i) {
            core::RunReport& run = strategy.runs[i];
            run.block = static_cast<int>(i);
            run.order = static_cast<int>(dice.next(7));
            run.startupSeconds = strategy.startupSeconds;
            run.wallSeconds += spread * (dice.next(400) / 100.0 - 2);
        }
        if (strategy.speedup)
            strategy.judgement = strategy.speedup->interval95->low > 1 ? core::Judgement::faster
                                                                       : core::Judgement::noDifference;
        strategy.runs[4].disturbances = {{core::DisturbanceKind::load, 1.3}};
        core::RunReport replaced = strategy.runs[4];
        replaced.replaced = true;
        replaced.wallSeconds *= 1.12;
        strategy.runs.push_back(replaced);
    }
    content.report.strategies[0].runs[2].outlier = true;
    content.report.strategies[0].runs[2].wallSeconds = 2.3;
    content.report.strategies[6].runs[7].outlier = true;
    content.report.strategies[6].runs[7].wallSeconds = 6;
    content.caption = QStringLiteral("Wall time from a warm start, median of 10 blocks, 95 % interval; the "
                                     "lighter end is start-up. Noise floor ± 2.1 %. Shorter is better.");
    content.hints = {
        QStringLiteral("Two runs are far from the others; look whether something else ran, or take "
                       "more blocks."),
        QStringLiteral("Block 5 was disturbed by other programs and ran anew.")};
    return content;
}

TimingsContent manyTimings(int count)
{
    TimingsContent content = heavyTimings(10);
    auto& rows = content.report.strategies;
    rows.resize(1);
    for (int i = 1; i < count; ++i) {
        core::Strategy own = strategy(i % 3 == 0 ? "processes" : "pipeline", {i, 2 * i, i});
        own.options["queues"] = std::to_string(i) + "/3/0";
        own.options["timeout"] = "250ms";
        rows.push_back(measured(own, "sequential", 2.0 / i, 2.0, 0.02, 10, 0.02, 2.0));
        rows.back().judgement = core::Judgement::tooFewBlocks;
    }
    return content;
}

namespace {

/// What is not given is computing.
void divide(core::StrategyReport& report, const std::vector<std::pair<State, double>>& shares)
{
    report.ledger = {};
    report.ledger[0] = 1;
    for (const auto& [state, share] : shares) {
        report.ledger[static_cast<std::size_t>(state)] = share;
        report.ledger[0] -= share;
    }
}

} // namespace

LedgerContent heavyLedger(int blocks)
{
    LedgerContent content;
    content.report = heavyTimings(blocks).report;
    content.report.environment.cores = 2;
    content.finding = QStringLiteral("gil-threads:4: 3 of 4 workers wait for the interpreter's lock at any "
                                     "moment: only one may compute at a time.");
    content.caption = QStringLiteral("Worker time is workers × wall time; each bar divides all of it, from "
                                     "t = 0 on, median of %1 blocks.")
                          .arg(blocks);
    auto& rows = content.report.strategies;
    divide(rows[0], {{State::dispatch, 0.0002}});
    divide(rows[1], {{State::gilWait, 0.746}, {State::dispatch, 0.003}, {State::starting, 0.002}});
    divide(rows[2], {{State::coreWait, 0.48}, {State::idle, 0.03}, {State::starting, 0.004}});
    divide(rows[3], {{State::transfer, 0.036}, {State::idle, 0.012}});
    divide(rows[4], {});
    divide(rows[5], {{State::gilWait, 0.74}});
    divide(rows[6], {{State::transfer, 0.11}, {State::idle, 0.05}, {State::starting, 0.02}});
    return content;
}

LedgerContent everyLedger()
{
    LedgerContent content;
    content.report.environment.cores = 2;
    for (std::size_t state = 1; state < core::stateCount; ++state) {
        content.report.strategies.push_back(measured(strategy("threads", {static_cast<int>(state) + 1}),
                                                     "sequential", 1.0, 1.0, 0, 1, 0, 1.0));
        divide(content.report.strategies.back(), {{static_cast<State>(state), 0.5}});
    }
    return content;
}

ScalingContent sweepOfWorkers()
{
    ScalingContent content;
    content.ideal = true;
    content.xTitle = QStringLiteral("workers");
    content.finding =
        QStringLiteral("threads are fastest with 5 workers: 2.9 times as fast as one after the other.");
    content.caption = QStringLiteral("Median of 10 blocks, 95 % bootstrap interval.");
    const auto law = [](double n) { return n / (1 + 0.12 * (n - 1) + 0.03 * n * (n - 1)); };
    ScalingSeries threads{.title = QStringLiteral("threads")};
    for (const int n : {1, 2, 3, 4, 5, 6, 8}) {
        const double value = law(n) * (n % 2 == 0 ? 1.02 : 0.98);
        threads.samples.push_back(
            {static_cast<double>(n), QString::number(n), value, core::Interval{value - 0.08, value + 0.1}});
    }
    for (double n = 1; n <= 8; n += 0.25) {
        threads.fit.emplace_back(n, law(n));
        threads.fitLow.emplace_back(n, law(n) * 0.95);
        threads.fitHigh.emplace_back(n, law(n) * 1.05);
    }
    threads.best = 5;
    threads.law = QStringLiteral("Universal Scalability Law: contention 0.12, coherency 0.03");
    content.series.push_back(std::move(threads));
    ScalingSeries processes{.title = QStringLiteral("processes@chunk=25")};
    for (const int n : {1, 2, 4, 8})
        processes.samples.push_back(
            {static_cast<double>(n), QString::number(n), std::min(n, 2) * 0.93, std::nullopt});
    content.series.push_back(std::move(processes));
    content.ceiling = {{1, 1}, {2, 1.9}, {8, 1.92}};
    return content;
}

ScalingContent sweepOfWork()
{
    ScalingContent content;
    content.measure = ScalingContent::Measure::seconds;
    content.xTitle = QStringLiteral("tasks");
    content.finding = QStringLiteral("processes are slower below 400 tasks.");
    content.caption = QStringLiteral("Wall time from a cold start, one block, so no interval.");
    for (const auto& [title, fixed, each] :
         {std::tuple{"sequential", 0.0, 0.001}, std::tuple{"processes:2", 0.03, 0.0005}}) {
        ScalingSeries series{.title = QString::fromLatin1(title)};
        for (const int tasks : {4, 40, 400, 4000, 40000}) {
            if (fixed > 0 && tasks > 4000)
                continue;
            series.samples.push_back(
                {static_cast<double>(tasks), QString::number(tasks), fixed + each * tasks, {}});
        }
        content.series.push_back(std::move(series));
    }
    return content;
}

LatenciesContent requestLatencies(int items, int failed)
{
    LatenciesContent content;
    content.finding = QStringLiteral("A single item took longer with threads:8: 102 ms became 148 ms at the "
                                     "median.");
    content.caption = QStringLiteral("From an item's start to its end; waiting for a worker is not in it.");
    Dice dice(11);
    const auto add = [&](const core::Strategy& own, double middle, double wall) {
        core::StrategyReport report = measured(own, "sequential", wall, 0.02, 0, 1, 0, 5.0);
        std::vector<double>& latencies = report.runs[0].latencySeconds;
        for (int i = 0; i < items; ++i) {
            const double spread = (dice.next(100) + dice.next(100) + dice.next(100)) / 300.0;
            double seconds = middle * (0.75 + 0.5 * spread);
            if (items >= 1000 && dice.next(100) == 0)
                seconds *= 2 + dice.next(1000) / 20.0;
            latencies.push_back(seconds);
        }
        report.runs[0].tasks.done = static_cast<std::size_t>(items);
        std::vector<double> sorted = latencies;
        std::sort(sorted.begin(), sorted.end());
        if (!sorted.empty()) {
            core::Latency latency;
            latency.p50 = sorted[sorted.size() / 2];
            if (items >= 200)
                latency.p95 = sorted[sorted.size() * 95 / 100];
            if (items >= 1000)
                latency.p99 = sorted[sorted.size() * 99 / 100];
            latency.max = sorted.back();
            latency.first = latencies.front();
            report.latency = latency;
        }
        content.report.strategies.push_back(std::move(report));
    };
    add(strategy("sequential"), 0.1, 5.0);
    add(strategy("threads", {4}), 0.11, 1.4);
    add(strategy("threads", {8}), 0.15, 0.9);
    content.report.strategies.back().runs[0].tasks.failed = static_cast<std::size_t>(failed);
    return content;
}

} // namespace overlap::charts::testing
