// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/trace_text.h"

#include "analysis/ledger.h"
#include "analysis/timeline_summary.h"
#include "cli/table.h"
#include "core/text.h"

#include <algorithm>

namespace overlap::cli {

namespace {

constexpr std::size_t mostLanes = 40;

using Times = std::array<double, core::stateCount>;

Times timesOf(const core::Lane& lane)
{
    Times seconds{};
    std::ranges::transform(lane.totals, seconds.begin(), core::toSeconds);
    return seconds;
}

std::string counted(std::uint64_t count, const char* one, const char* many)
{
    return core::groupedNumber(count) + " " + (count == 1 ? one : many);
}

std::string shareText(double share)
{
    if (share <= 0)
        return {};
    return share < 0.0005 ? std::string("< 0.1 %") : core::fixedNumber(share * 100, 1) + " %";
}

/// The states in which any lane was, idle last.
std::vector<std::size_t> statesOf(const core::Timeline& timeline)
{
    std::vector<std::size_t> states;
    for (std::size_t state = 0; state < core::stateCount; ++state) {
        if (std::ranges::any_of(timeline.lanes,
                                [&](const core::Lane& lane) { return lane.totals[state] > 0; }))
            states.push_back(state);
    }
    return states;
}

std::string tableOf(const core::Timeline& timeline, const analysis::TimelineSummary& summary)
{
    const std::vector<std::size_t> states = statesOf(timeline);
    std::vector<std::string> titles{"lane", "kind", ">spans"};
    for (const std::size_t state : states)
        titles.push_back(">" + std::string(core::stateNames[state]));
    Table table(titles);
    const auto row = [&](std::string name, std::string kind, std::uint64_t spans, const Times& seconds) {
        const Times shares = analysis::ledgerShares(seconds);
        std::vector<std::string> cells{std::move(name), std::move(kind), core::groupedNumber(spans)};
        for (const std::size_t state : states)
            cells.push_back(shareText(shares[state]));
        table.row(std::move(cells));
    };
    std::uint64_t workerSpans = 0;
    for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
        const core::Lane& lane = timeline.lanes[i];
        if (lane.kind == core::LaneKind::worker)
            workerSpans += lane.spans.size();
        if (i < mostLanes)
            row(lane.name, std::string(core::laneKindName(lane.kind)), lane.spans.size(), timesOf(lane));
    }
    if (timeline.lanes.size() > mostLanes)
        table.heading("… and " + counted(timeline.lanes.size() - mostLanes, "lane more", "lanes more") +
                      " (--csv has all)");
    if (summary.workers > 0)
        row("all workers", {}, workerSpans, summary.ledgerSeconds);
    return table.text();
}

std::string bandText(const core::SavedBand& band)
{
    const core::Timeline& timeline = *band.timeline;
    const analysis::TimelineSummary summary = analysis::summaryOf(timeline);
    std::string out = analysis::nameOf(band) + " · " + core::durationText(summary.wallSeconds) + " · " +
                      counted(summary.workers, "worker", "workers") + " · " +
                      counted(summary.spans, "span", "spans") + (band.stopped ? " · stopped" : "") + "\n";
    if (!timeline.lanes.empty())
        out += tableOf(timeline, summary);
    const core::TaskCounts& tasks = summary.tasks;
    if (tasks.done + tasks.failed + tasks.cancelled > 0) {
        out += "Tasks: " + core::groupedNumber(tasks.done) + " done";
        out += tasks.failed > 0 ? ", " + core::groupedNumber(tasks.failed) + " failed" : "";
        out += tasks.cancelled > 0 ? ", " + core::groupedNumber(tasks.cancelled) + " cancelled" : "";
        if (const auto& durations = summary.durations) {
            out += "; of those done, shortest " + core::durationText(durations->least) + ", median " +
                   core::durationText(durations->median);
            if (durations->p95)
                out += ", p95 " + core::durationText(*durations->p95);
            out += ", longest " + core::durationText(durations->most);
        }
        out += "\n";
    }
    for (const core::Track& track : timeline.tracks) {
        if (track.points.empty())
            continue;
        const auto [least, most] = std::ranges::minmax(
            track.points, {}, [](const core::Track::Point& point) { return point.value; });
        out += "Track " + track.name + ": " + counted(track.points.size(), "point", "points") + ", " +
               std::to_string(least.value) + " to " + std::to_string(most.value) + "\n";
    }
    if (summary.lostRecords > 0)
        out += counted(summary.lostRecords, "record was lost", "records were lost") +
               " while recording; the ledger is exact all the same\n";
    return out;
}

} // namespace

std::string lanesText(const core::SavedRun& run)
{
    std::string out = run.title + (run.program.empty() ? "" : " · recorded by " + run.program) + "\n";
    for (const core::SavedBand& band : run.bands)
        out += "\n" + bandText(band);
    if (!run.notices.empty())
        out += "\n";
    for (const core::Message& notice : run.notices)
        out += "Note: " + notice.english() + "\n";
    return out;
}

} // namespace overlap::cli
