// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/lane_figures.h"

#include "analysis/ledger.h"
#include "analysis/timeline_summary.h"
#include "core/text.h"

#include <algorithm>

namespace overlap::exporting {

using core::Value;

namespace {

/// By name, those that are not zero.
Value byState(const std::array<double, core::stateCount>& figures)
{
    Value value = Value::object();
    for (std::size_t state = 0; state < core::stateCount; ++state) {
        if (figures[state] != 0)
            value.set(core::stateNames[state], figures[state]);
    }
    return value;
}

Value laneValue(const core::Lane& lane)
{
    std::array<double, core::stateCount> seconds{};
    std::ranges::transform(lane.totals, seconds.begin(), core::toSeconds);
    Value value = Value::object();
    value.set("name", lane.name);
    value.set("kind", core::laneKindName(lane.kind));
    value.set("spans", lane.spans.size());
    value.set("lostRecords", lane.lostRecords);
    value.set("seconds", byState(seconds));
    return value;
}

Value trackValue(const core::Track& track)
{
    Value value = Value::object();
    value.set("name", track.name);
    value.set("points", track.points.size());
    const auto of = [](const core::Track::Point& point) { return point.value; };
    value.set("least",
              track.points.empty() ? Value() : Value(of(*std::ranges::min_element(track.points, {}, of))));
    value.set("most",
              track.points.empty() ? Value() : Value(of(*std::ranges::max_element(track.points, {}, of))));
    return value;
}

Value durationsValue(const std::optional<analysis::TaskDurations>& durations)
{
    if (!durations)
        return {};
    Value value = Value::object();
    value.set("count", durations->count);
    value.set("least", durations->least);
    value.set("median", durations->median);
    value.set("p95", durations->p95 ? Value(*durations->p95) : Value());
    value.set("most", durations->most);
    return value;
}

Value bandValue(const core::SavedBand& band)
{
    const analysis::TimelineSummary summary = analysis::summaryOf(*band.timeline);
    Value tasks = Value::object();
    tasks.set("done", summary.tasks.done);
    tasks.set("failed", summary.tasks.failed);
    tasks.set("cancelled", summary.tasks.cancelled);
    Value lanes = Value::array();
    for (const core::Lane& lane : band.timeline->lanes)
        lanes.append(laneValue(lane));
    Value tracks = Value::array();
    for (const core::Track& track : band.timeline->tracks)
        tracks.append(trackValue(track));
    Value value = Value::object();
    value.set("name", analysis::nameOf(band));
    value.set("strategy", band.strategy.text());
    value.set("runtime", band.strategy.runtime == core::Runtime::python ? "python" : "native");
    value.set("wallSeconds", summary.wallSeconds);
    value.set("startupSeconds", band.startupSeconds);
    value.set("workers", summary.workers);
    value.set("spans", summary.spans);
    value.set("lostRecords", summary.lostRecords);
    value.set("tasks", std::move(tasks));
    value.set("durations", durationsValue(summary.durations));
    value.set("ledger", byState(analysis::ledgerShares(summary.ledgerSeconds)));
    value.set("lanes", std::move(lanes));
    value.set("tracks", std::move(tracks));
    return value;
}

} // namespace

std::string lanesAsCsv(const core::SavedRun& run)
{
    std::vector<std::string> names{"band", "lane", "kind", "spans", "lost_records"};
    for (const std::string_view state : core::stateNames)
        names.push_back(std::string(state) + "_s");
    std::string text = core::csvLine(names);
    for (const core::SavedBand& band : run.bands) {
        for (const core::Lane& lane : band.timeline->lanes) {
            std::vector<std::string> fields{
                analysis::nameOf(band), lane.name, std::string(core::laneKindName(lane.kind)),
                std::to_string(lane.spans.size()), std::to_string(lane.lostRecords)};
            for (const core::Nanoseconds time : lane.totals)
                fields.push_back(core::shortNumber(core::toSeconds(time)));
            text += core::csvLine(fields);
        }
    }
    return text;
}

Value lanesToValue(const core::SavedRun& run)
{
    Value bands = Value::array();
    for (const core::SavedBand& band : run.bands)
        bands.append(bandValue(band));
    Value notices = Value::array();
    for (const core::Message& notice : run.notices)
        notices.append(notice.english());
    Value value = Value::object();
    value.set("schema", "overlap.lanes/1");
    value.set("title", run.title);
    value.set("program", run.program);
    value.set("bands", std::move(bands));
    value.set("notices", std::move(notices));
    return value;
}

} // namespace overlap::exporting
