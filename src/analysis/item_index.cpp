// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/item_index.h"

#include <algorithm>
#include <tuple>

namespace overlap::analysis {

using core::State;

namespace {

/// Between two stages on one lane there is a moment that belongs to nobody.
bool keepsTheStay(const core::Span& span)
{
    return span.item == core::noItem && (span.state == State::dispatch || span.state == State::queueFull);
}

} // namespace

void ItemStays::take(Cursor& cursor, core::LaneIndex lane, const core::Span& span)
{
    const std::uint32_t at = cursor.next++;
    if (span.item == core::noItem) {
        if (!keepsTheStay(span))
            cursor.item = core::noItem;
        else if (span.state == State::queueFull)
            cursor.blocked = true;
        return;
    }
    if (span.item == cursor.item && span.stage == cursor.stage) {
        Stay& stay = m_stays[cursor.stay];
        stay.lastSpan = at;
        stay.blockedWithin = stay.blockedWithin || cursor.blocked;
        return;
    }
    if (span.item >= m_last.size())
        m_last.resize(std::max<std::size_t>(span.item + std::size_t{1}, m_last.size() * 2), none);
    cursor.item = span.item;
    cursor.stage = span.stage;
    cursor.blocked = false;
    cursor.stay = static_cast<std::uint32_t>(m_stays.size());
    m_stays.push_back({at, at, m_last[span.item], lane, false});
    m_last[span.item] = cursor.stay;
}

bool ItemStays::look(const core::Timeline& timeline, std::size_t budget)
{
    if (m_cursors.size() != timeline.lanes.size()) {
        clear();
        m_cursors.resize(timeline.lanes.size());
        for (std::size_t i = 0; i < timeline.lanes.size(); ++i)
            m_counts.push_back(tellsOfWays(timeline, timeline.lanes[i]) ? 1 : 0);
    }
    for (std::size_t turn = 0; turn < m_cursors.size(); ++turn) {
        const std::size_t lane = m_lane;
        if (m_counts[lane] != 0) {
            Cursor& cursor = m_cursors[lane];
            const auto& spans = timeline.lanes[lane].spans;
            // The last one may still change, and even go.
            const std::size_t sure = timeline.ended || spans.empty() ? spans.size() : spans.size() - 1;
            const std::size_t until = std::min(sure, cursor.next + std::min(budget, sure));
            const std::size_t taken = until > cursor.next ? until - cursor.next : 0;
            budget -= taken;
            m_spans += taken;
            while (cursor.next < until)
                take(cursor, static_cast<core::LaneIndex>(lane), spans[cursor.next]);
            if (cursor.next < sure)
                return false;
        }
        m_lane = lane + 1 < m_cursors.size() ? lane + 1 : 0;
    }
    return true;
}

FlowStep ItemStays::stepOf(const core::Timeline& timeline, const Stay& stay) const
{
    const auto& spans = timeline.lanes[stay.lane].spans;
    const core::Span& first = spans[stay.firstSpan];
    FlowStep step{stay.lane, first.stage, first.begin, first.end, 0, false};
    for (std::size_t i = stay.blockedWithin ? stay.firstSpan : stay.lastSpan; i < spans.size(); ++i) {
        const core::Span& span = spans[i];
        if (span.item == first.item && span.stage == first.stage) {
            step.end = span.end;
            step.open = (span.flags & core::spanOpen) != 0;
        } else if (!keepsTheStay(span)) {
            break;
        } else if (span.state == State::queueFull) {
            step.blocked += span.duration();
        }
    }
    return step;
}

std::vector<FlowStep> ItemStays::flowOf(const core::Timeline& timeline, core::ItemIndex item) const
{
    std::vector<Stay> stays;
    if (item < m_last.size()) {
        for (std::uint32_t at = m_last[item]; at != none; at = m_stays[at].previous)
            stays.push_back(m_stays[at]);
    }
    if (item != core::noItem && !timeline.ended) {
        // A stay that begins with the last span of a lane is not taken in yet.
        for (std::size_t lane = 0; lane < m_cursors.size(); ++lane) {
            const Cursor& cursor = m_cursors[lane];
            const auto& spans = timeline.lanes[lane].spans;
            if (m_counts[lane] == 0 || cursor.next + std::size_t{1} != spans.size())
                continue;
            const core::Span& span = spans.back();
            if (span.item == item && (cursor.item != item || cursor.stage != span.stage))
                stays.push_back({cursor.next, cursor.next, none, static_cast<core::LaneIndex>(lane), false});
        }
    }
    std::ranges::sort(stays, {}, [](const Stay& stay) { return std::tuple(stay.lane, stay.firstSpan); });
    std::vector<FlowStep> steps;
    for (const Stay& stay : stays)
        steps.push_back(stepOf(timeline, stay));
    std::ranges::stable_sort(steps, {}, &FlowStep::begin);
    return steps;
}

std::size_t ItemStays::bytes() const
{
    return m_stays.capacity() * sizeof(Stay) + m_last.capacity() * sizeof(std::uint32_t);
}

} // namespace overlap::analysis
