// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/timeline_summary.h"

#include "analysis/ledger.h"
#include "analysis/statistics.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

using core::Message;
using core::State;

namespace {

std::optional<TaskDurations> durationsOf(const core::Timeline& timeline)
{
    std::vector<double> seconds;
    for (const core::TaskRow& task : timeline.tasks) {
        if (task.status == core::TaskStatus::done)
            seconds.push_back(core::toSeconds(task.end - task.begin));
    }
    if (seconds.empty())
        return std::nullopt;
    TaskDurations durations;
    durations.count = seconds.size();
    const auto [least, most] = std::ranges::minmax(seconds);
    durations.least = least;
    durations.most = most;
    durations.p95 = supportedPercentile(seconds, 0.95);
    durations.median = medianInPlace(seconds);
    return durations;
}

int percent(double share)
{
    return static_cast<int>(std::lround(share * 100));
}

} // namespace

TimelineSummary summaryOf(const core::Timeline& timeline)
{
    TimelineSummary summary;
    summary.wallSeconds = core::toSeconds(timeline.end);
    summary.lostRecords = timeline.lostRecords();
    std::vector<StateTimes> workers;
    for (const core::Lane& lane : timeline.lanes) {
        summary.spans += lane.spans.size();
        if (lane.kind == core::LaneKind::worker)
            workers.push_back(lane.totals);
    }
    summary.workers = workers.size();
    summary.ledgerSeconds = ledgerSeconds(workers, timeline.end);
    for (const core::TaskRow& task : timeline.tasks) {
        summary.tasks.done += task.status == core::TaskStatus::done ? 1 : 0;
        summary.tasks.failed += task.status == core::TaskStatus::failed ? 1 : 0;
        summary.tasks.cancelled += task.status == core::TaskStatus::cancelled ? 1 : 0;
    }
    summary.durations = durationsOf(timeline);
    return summary;
}

std::string nameOf(const core::SavedBand& band)
{
    return band.point.empty() ? band.strategy.text() : band.strategy.text() + " · " + band.point;
}

core::Report reportOf(const core::SavedRun& run)
{
    core::Report report;
    report.experiment.title = run.title;
    for (const core::SavedBand& band : run.bands) {
        const TimelineSummary summary = summaryOf(*band.timeline);
        core::RunReport measured;
        measured.startupSeconds = band.startupSeconds;
        measured.wallSeconds = summary.wallSeconds;
        measured.tasks = summary.tasks;
        measured.ledgerSeconds = summary.ledgerSeconds;
        measured.lostRecords = summary.lostRecords;
        core::StrategyReport strategy;
        strategy.strategy = band.strategy;
        if (!band.point.empty()) {
            strategy.strategy = {};
            strategy.strategy.name = nameOf(band);
            strategy.strategy.runtime = band.strategy.runtime;
        }
        strategy.baseline = strategy.strategy.text();
        strategy.items = summary.tasks.done + summary.tasks.failed + summary.tasks.cancelled;
        strategy.medianWallSeconds = measured.wallSeconds;
        strategy.startupSeconds = measured.startupSeconds;
        strategy.coldWallSeconds = measured.startupSeconds + measured.wallSeconds;
        strategy.tasks = measured.tasks;
        strategy.ledger = ledgerShares(measured.ledgerSeconds);
        strategy.runs.push_back(std::move(measured));
        report.strategies.push_back(std::move(strategy));
    }
    return report;
}

Message ledgerSentenceOf(const core::SavedRun& run)
{
    // The band whose workers did the least of their time something, and what took the most of it instead.
    const core::SavedBand* told = nullptr;
    std::array<double, core::stateCount> shares{};
    double least = 2;
    for (const core::SavedBand& band : run.bands) {
        const TimelineSummary summary = summaryOf(*band.timeline);
        if (summary.workers == 0)
            continue;
        const auto own = ledgerShares(summary.ledgerSeconds);
        const double computing = own[static_cast<std::size_t>(State::computing)];
        if (computing < least) {
            least = computing;
            told = &band;
            shares = own;
        }
    }
    if (!told)
        return {};
    const std::string name = nameOf(*told);
    shares[static_cast<std::size_t>(State::computing)] = -1;
    const auto largest = std::ranges::max_element(shares);
    if (*largest <= 0) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1: all of the time of its workers was computing."),
                       {name});
    }
    const std::string state(core::stateName(static_cast<State>(largest - shares.begin())));
    return Message(OVERLAP_TR_NOOP("Messages", "%1: %2 % of the time of its workers was computing, %3 % %4."),
                   {name, std::to_string(percent(least)), std::to_string(percent(*largest)), state});
}

} // namespace overlap::analysis
