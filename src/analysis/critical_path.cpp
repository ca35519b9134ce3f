// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/critical_path.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace overlap::analysis {

using core::Lane;
using core::LaneIndex;
using core::LaneKind;
using core::Nanoseconds;
using core::noLane;
using core::Span;
using core::State;

namespace {

bool isWalked(const Lane& lane)
{
    return lane.kind == LaneKind::worker || lane.kind == LaneKind::feeder || lane.kind == LaneKind::collector;
}

/// The last span that begins before `time`; null where there is none.
const Span* spanBefore(const Lane& lane, Nanoseconds time)
{
    const auto behind = std::ranges::lower_bound(lane.spans, time, {}, &Span::begin);
    return behind == lane.spans.begin() ? nullptr : &*std::prev(behind);
}

/// Where a lane was last at work before `time`, as a moment; nothing where it never was.
std::optional<Nanoseconds> lastWorkBefore(const Lane& lane, Nanoseconds time)
{
    auto span = std::ranges::lower_bound(lane.spans, time, {}, &Span::begin);
    while (span != lane.spans.begin()) {
        --span;
        if (!isHeldUp(span->state) && span->end > span->begin)
            return std::min(span->end, time);
    }
    return std::nullopt;
}

/// One step back on a lane.
struct Stay
{
    Nanoseconds begin = 0;
    State state = State::idle;
    const Span* span = nullptr; ///< null for a time without one
};

Stay stayBefore(const Lane& lane, Nanoseconds time)
{
    const Span* const span = spanBefore(lane, time);
    if (!span)
        return {};
    if (span->end < time)
        return {std::max<Nanoseconds>(span->end, 0), State::idle, nullptr};
    return {std::max<Nanoseconds>(span->begin, 0), span->state, span};
}

class Walk
{
public:
    explicit Walk(const core::Timeline& timeline) : m_timeline(timeline), m_time(timeline.end) {}

    std::vector<PathSegment> path()
    {
        begin();
        while (m_time > 0)
            step();
        std::ranges::reverse(m_path);
        return std::move(m_path);
    }

private:
    const Lane& lane() const { return m_timeline.lanes[m_lane]; }

    void begin()
    {
        if (m_time <= 0)
            return;
        Nanoseconds last = 0;
        for (std::size_t i = 0; i < m_timeline.lanes.size(); ++i) {
            if (!isWalked(m_timeline.lanes[i]))
                continue;
            const auto end = lastWorkBefore(m_timeline.lanes[i], m_time);
            if (end && *end > last) {
                last = *end;
                m_lane = static_cast<LaneIndex>(i);
            }
        }
        if (last < m_time)
            add({.begin = last}, PathReason::ending);
    }

    void step()
    {
        const Stay stay = stayBefore(lane(), m_time);
        if (!isHeldUp(stay.state)) {
            m_wokenBy = stay.span->waker;
            add(stay, PathReason::work);
            return;
        }
        const LaneIndex waker = std::exchange(m_wokenBy, noLane);
        const auto handedOver = knownWaker(waker) ? lastWorkBefore(m_timeline.lanes[waker], m_time)
                                                  : std::optional<Nanoseconds>();
        if (!handedOver || *handedOver <= stay.begin) {
            if (stay.span)
                m_wokenBy = stay.span->waker;
            add(stay, PathReason::unknown);
            return;
        }
        if (*handedOver < m_time) {
            Stay late = stay;
            late.begin = *handedOver;
            add(late, PathReason::handOver);
        }
        m_lane = waker;
    }

    bool knownWaker(LaneIndex waker) const
    {
        return waker != m_lane && waker < m_timeline.lanes.size() && isWalked(m_timeline.lanes[waker]);
    }

    /// What the lane did from there up to here; the walk goes on before it.
    void add(const Stay& stay, PathReason reason)
    {
        PathSegment segment{m_lane, stay.begin, m_time, stay.state, core::noItem, 0, reason};
        if (stay.span) {
            segment.item = stay.span->item;
            segment.stage = stay.span->stage;
        }
        m_path.push_back(segment);
        m_time = stay.begin;
    }

    const core::Timeline& m_timeline;
    Nanoseconds m_time; // everything from here on is told
    LaneIndex m_lane = noLane;
    LaneIndex m_wokenBy = noLane; // the waker of the span that begins here
    std::vector<PathSegment> m_path;
};

} // namespace

std::vector<PathSegment> criticalPathOf(const core::Timeline& timeline)
{
    return Walk(timeline).path();
}

} // namespace overlap::analysis
