// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/active_workers.h"

#include "analysis/lane_sums.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace overlap::analysis {

using core::Nanoseconds;
using core::Span;

namespace {

constexpr Nanoseconds always = std::numeric_limits<Nanoseconds>::min();
constexpr Nanoseconds never = std::numeric_limits<Nanoseconds>::max();

using Change = core::Track::Point; // of the number, not the number itself

/// Begins and ends of a lane's activity from `since` on. Active spans that touch are one.
void collect(const std::vector<Span>& spans, Nanoseconds since, std::vector<Change>& out)
{
    auto span =
        std::partition_point(spans.begin(), spans.end(), [&](const Span& each) { return each.end < since; });
    while (span != spans.end()) {
        if (!isActive(*span) || (span->end == span->begin && (span->flags & core::spanOpen) == 0)) {
            ++span;
            continue;
        }
        const Nanoseconds begin = span->begin;
        Nanoseconds end = span->end;
        std::uint8_t flags = span->flags;
        for (++span; span != spans.end() && span->begin == end && isActive(*span); ++span) {
            end = span->end;
            flags = span->flags;
        }
        if (begin >= since)
            out.push_back({begin, 1});
        if (end >= since && (flags & core::spanOpen) == 0)
            out.push_back({end, -1});
    }
}

/// Merges sorted runs, whose ends are given.
void mergeRuns(std::vector<Change>& changes, std::vector<std::ptrdiff_t> ends)
{
    const auto earlier = [](const Change& a, const Change& b) { return a.time < b.time; };
    while (ends.size() > 1) {
        std::vector<std::ptrdiff_t> merged;
        std::ptrdiff_t begin = 0;
        for (std::size_t i = 0; i < ends.size(); i += 2) {
            const std::ptrdiff_t end = ends[std::min(i + 1, ends.size() - 1)];
            std::inplace_merge(changes.begin() + begin, changes.begin() + ends[i], changes.begin() + end,
                               earlier);
            merged.push_back(end);
            begin = end;
        }
        ends = std::move(merged);
    }
}

/// Brings the track up to date; what lies before `since` stands.
void extend(core::Track& track, const core::Timeline& timeline, core::LaneKind kind, Nanoseconds since)
{
    auto& points = track.points;
    while (!points.empty() && points.back().time >= since)
        points.pop_back();
    track.limit = 0;
    std::vector<Change> changes;
    std::vector<std::ptrdiff_t> ends;
    for (const core::Lane& lane : timeline.lanes) {
        if (lane.kind != kind)
            continue;
        ++track.limit;
        collect(lane.spans, since, changes);
        ends.push_back(static_cast<std::ptrdiff_t>(changes.size()));
    }
    mergeRuns(changes, std::move(ends));
    std::int64_t value = points.empty() ? 0 : points.back().value;
    for (auto change = changes.begin(); change != changes.end();) {
        const Nanoseconds time = change->time;
        const std::int64_t before = value;
        for (; change != changes.end() && change->time == time; ++change)
            value += change->value;
        if (value != before)
            points.push_back({time, value});
    }
}

} // namespace

core::Track activeLanes(const core::Timeline& timeline, core::LaneKind kind)
{
    core::Track track;
    extend(track, timeline, kind, always);
    return track;
}

Nanoseconds ActiveLanes::unchangedBefore(const core::Timeline& timeline) const
{
    Nanoseconds since = never;
    for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
        const auto& spans = timeline.lanes[i].spans;
        const Seen& seen = m_seen[i];
        if (seen.spans == 0) {
            if (!spans.empty())
                since = std::min(since, spans.front().begin);
            continue;
        }
        // A wait for work that no task followed is taken back, and another span may have its place.
        if (spans.size() < seen.spans || spans[seen.spans - 1].begin != seen.last.begin ||
            spans[seen.spans - 1].state != seen.last.state) {
            since = std::min(since, seen.last.begin);
            continue;
        }
        const Span& last = spans[seen.spans - 1];
        const bool goesOn = (seen.last.flags & last.flags & core::spanOpen) != 0;
        if (!goesOn && (last.end != seen.last.end || last.flags != seen.last.flags))
            since = std::min({since, last.end, seen.last.end});
        if (spans.size() > seen.spans)
            since = std::min(since, spans[seen.spans].begin);
    }
    return since;
}

const std::shared_ptr<core::Track>& ActiveLanes::look(const std::shared_ptr<const core::Timeline>& timeline)
{
    if (!timeline) {
        *m_track = {};
        m_timeline.reset();
        return m_track;
    }
    const bool same =
        timeline == m_timeline && timeline->ended == m_ended && timeline->lanes.size() == m_seen.size();
    const Nanoseconds since = same ? unchangedBefore(*timeline) : always;
    if (since != never)
        extend(*m_track, *timeline, m_kind, since);
    m_timeline = timeline;
    m_ended = timeline->ended;
    m_seen.resize(timeline->lanes.size());
    for (std::size_t i = 0; i < m_seen.size(); ++i) {
        const auto& spans = timeline->lanes[i].spans;
        m_seen[i].spans = spans.size();
        m_seen[i].last = spans.empty() ? Span{} : spans.back();
    }
    return m_track;
}

std::size_t spanCount(const core::Timeline& timeline)
{
    std::size_t count = 0;
    for (const core::Lane& lane : timeline.lanes)
        count += lane.spans.size();
    return count;
}

std::vector<TrackRecord> foldActive(const core::Timeline& timeline, core::LaneKind kind,
                                    const TimeInterval& lived, const TimeAxis& axis, int columns)
{
    std::vector<TrackRecord> records;
    const double scale = axis.pixelsPerNanosecond();
    const auto columnOf = [&](Nanoseconds time) {
        const double column = std::round(static_cast<double>(time - axis.begin) * scale);
        return static_cast<int>(std::clamp(column, 0.0, static_cast<double>(axis.columns())));
    };
    const int first = columnOf(lived.begin);
    const int last = columnOf(lived.end);
    for (int column = first; column < last; column += columns)
        records.push_back({column, std::min(columns, last - column), 0, 0, 0});
    if (records.empty())
        return records;
    const auto edge = [&](int column) { return static_cast<double>(axis.begin) + column / scale; };
    StateSums::Moment from;
    StateSums::Moment to;
    const auto active = [](const StateSums::Moment& moment) {
        double sum = 0;
        for (std::size_t state = 0; state < moment.sums.size(); ++state) {
            core::Span span;
            span.state = static_cast<core::State>(state);
            sum += isActive(span) ? moment.sums[state] : 0;
        }
        return sum;
    };
    for (const core::Lane& lane : timeline.lanes) {
        if (lane.kind != kind || lane.spans.empty())
            continue;
        StateSums sums(lane, columns / scale / 5);
        sums.at(edge(first), from);
        for (TrackRecord& record : records) {
            sums.at(edge(record.x + record.width), to);
            record.mean += (active(to) - active(from)) * scale / record.width;
            std::swap(from, to);
        }
    }
    for (TrackRecord& record : records) {
        record.least = static_cast<std::int64_t>(std::floor(record.mean + 1e-6));
        record.most = static_cast<std::int64_t>(std::ceil(record.mean - 1e-6));
    }
    return records;
}

} // namespace overlap::analysis
