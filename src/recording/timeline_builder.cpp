// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/timeline_builder.h"

#include <algorithm>

namespace overlap::recording {

using core::LaneIndex;
using core::Nanoseconds;
using core::Span;
using core::State;

TimelineBuilder::TimelineBuilder(const std::vector<LaneInfo>& lanes, Nanoseconds origin)
    : m_timeline(std::make_shared<core::Timeline>())
    , m_origin(origin)
{
    for (const LaneInfo& info : lanes) {
        if (info.kind == core::LaneKind::track) {
            m_timeline->tracks.push_back({info.name, info.limit, {}, 0});
            continue;
        }
        core::Lane lane;
        lane.name = info.name;
        lane.kind = info.kind;
        m_timeline->lanes.push_back(std::move(lane));
    }
    m_open.resize(m_timeline->lanes.size());
}

void TimelineBuilder::appendTrack(core::Track& track, std::span<const Record> records)
{
    for (const Record& record : records) {
        if ((record.flags & recordGap) == 0)
            track.points.push_back({record.time - m_origin, record.item});
    }
}

void TimelineBuilder::append(LaneIndex lane, std::span<const Record> records)
{
    if (lane >= m_open.size()) {
        appendTrack(m_timeline->tracks[lane - m_open.size()], records);
        return;
    }
    for (const Record& record : records) {
        Open& open = m_open[lane];
        // Also where a process that went astray wrote its lane, spans do not overlap.
        const Nanoseconds time = std::max(record.time - m_origin, open.since);
        m_timeline->start = std::min(m_timeline->start, time); // a live look shows start-up, too
        if (record.flags & recordRetire) {
            if (open.drawn)
                m_timeline->lanes[lane].spans.pop_back();
            open.drawn = false;
            open.state = State::idle;
            continue;
        }
        std::uint8_t flags = 0;
        if (record.flags & recordFailed)
            flags |= core::spanFailed;
        if (record.flags & recordCancelled)
            flags |= core::spanCancelled;
        if (record.flags & recordKilled)
            flags |= core::spanKilled;
        close(lane, time, flags, record);

        if (record.flags & recordGap) {
            open = Open{};
            open.since = time;
            open.taskBegin = time; // the true beginning may be among the lost
            open.gap = true;
            continue;
        }
        if (record.flags & recordTaskEnd) {
            core::TaskRow row;
            row.item = record.item;
            // Who ends the task of a dead process knows the item and not the stage, and the record of its
            // beginning may be one that was never published.
            const bool begun = open.gap || record.item == open.item;
            row.stage = record.item == open.item ? open.stage : record.stage;
            row.lane = lane;
            row.status = record.flags & recordFailed      ? core::TaskStatus::failed
                         : record.flags & recordCancelled ? core::TaskStatus::cancelled
                                                          : core::TaskStatus::done;
            row.begin = begun ? open.taskBegin : time;
            row.end = time;
            m_timeline->tasks.push_back(row);
        }
        const Nanoseconds taskBegin = record.flags & recordTaskBegin ? time : open.taskBegin;
        open = Open{};
        open.since = time;
        open.state = record.state;
        open.item = record.flags & recordTaskEnd ? core::noItem : record.item;
        open.stage = record.stage;
        open.waker = record.waker;
        open.blocking = (record.flags & recordBlocking) != 0;
        open.taskBegin = taskBegin;
    }
}

void TimelineBuilder::draw(LaneIndex lane, Nanoseconds until, std::uint8_t flags)
{
    Open& open = m_open[lane];
    auto& spans = m_timeline->lanes[lane].spans;
    if (open.gap)
        flags |= core::spanLost;
    if (open.drawn) {
        spans.back().end = until;
        spans.back().flags = flags;
        return;
    }
    // An idle lane is the empty lane, and a span of no length says nothing, unless they carry a mark.
    const bool empty = open.state == State::idle || until <= open.since;
    if (!open.gap && empty && (flags & ~core::spanOpen) == 0)
        return;
    Span span;
    span.begin = open.state == State::idle && !open.gap ? until : open.since;
    span.end = until;
    span.item = open.item;
    span.stage = open.stage;
    span.waker = open.waker;
    span.state = open.state;
    span.flags = flags;
    span.blocking = open.blocking;
    spans.push_back(span);
    open.drawn = true;
}

void TimelineBuilder::close(LaneIndex lane, Nanoseconds time, std::uint8_t flags, const Record& by)
{
    draw(lane, time, flags);
    if (m_open[lane].drawn) {
        Span& span = m_timeline->lanes[lane].spans.back();
        span.permits = by.permits;
        span.nativeMicroseconds = by.nativeMicroseconds;
    }
    m_open[lane].drawn = false;
}

void TimelineBuilder::look(Nanoseconds now)
{
    const Nanoseconds time = now - m_origin;
    m_timeline->end = std::max(m_timeline->end, time);
    for (std::size_t lane = 0; lane < m_open.size(); ++lane) {
        if (time > m_open[lane].since)
            draw(static_cast<LaneIndex>(lane), time, core::spanOpen);
    }
    core::indexSpans(*m_timeline);
}

void TimelineBuilder::finish(Nanoseconds wall, Nanoseconds start)
{
    for (std::size_t index = 0; index < m_open.size(); ++index) {
        Open& open = m_open[index];
        auto& spans = m_timeline->lanes[index].spans;
        if (open.state == State::queueEmpty) {
            if (open.drawn)
                spans.pop_back();
            open.drawn = false;
            open.state = State::idle;
        }
        if (wall > open.since)
            draw(static_cast<LaneIndex>(index), wall, 0);
        // Marks stay, whatever the wall; a span that was open at the last look is open no more.
        while (!spans.empty() && spans.back().begin >= wall && (spans.back().flags & ~core::spanOpen) == 0)
            spans.pop_back();
        if (!spans.empty()) {
            spans.back().end = std::min(spans.back().end, std::max(wall, spans.back().begin));
            spans.back().flags &= static_cast<std::uint8_t>(~core::spanOpen);
        }
    }
    // Records come lane by lane, so within one look of the collector the tasks are not yet in order of
    // finishing.
    std::ranges::stable_sort(m_timeline->tasks, {}, &core::TaskRow::end);
    m_timeline->start = start;
    for (const core::Lane& lane : m_timeline->lanes) {
        if (!lane.spans.empty())
            m_timeline->start = std::min(m_timeline->start, lane.spans.front().begin);
    }
    m_timeline->end = wall;
    m_timeline->ended = true;
    core::indexSpans(*m_timeline);
}

} // namespace overlap::recording
