// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lane_arrangement.h"

#include "analysis/active_workers.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace overlap::analysis {

using core::Lane;
using core::Nanoseconds;
using core::Span;

namespace {

/// What lanes are compared by.
struct Standing
{
    ArrangedLane place;
    Nanoseconds busy = 0;
    Nanoseconds firstStart = std::numeric_limits<Nanoseconds>::max();
};

Nanoseconds busyTime(const Lane& lane)
{
    Nanoseconds sum = 0;
    for (const Span& span : lane.spans)
        sum += isActive(span) ? span.duration() : 0;
    return sum;
}

int stageOf(const Lane& lane)
{
    int stage = noStage;
    for (const Span& span : lane.spans) {
        if (span.item == core::noItem || span.stage == stage)
            continue;
        if (stage != noStage)
            return severalStages;
        stage = span.stage;
    }
    return stage;
}

/// Takes a run of digits from the front, without leading zeros; empty where there is none.
std::string_view takeNumber(std::string_view& text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t length = 0;
    while (length < text.size() && isDigit(text[length]))
        ++length;
    std::string_view number = text.substr(0, length);
    text.remove_prefix(length);
    while (number.size() > 1 && number.front() == '0')
        number.remove_prefix(1);
    return number;
}

} // namespace

bool comesBefore(const std::string& name, const std::string& other)
{
    std::string_view left = name;
    std::string_view right = other;
    while (!left.empty() && !right.empty()) {
        const std::string_view one = takeNumber(left);
        const std::string_view two = takeNumber(right);
        if (one.empty() != two.empty())
            return two.empty();
        if (one != two)
            return one.size() != two.size() ? one.size() < two.size() : one < two;
        if (!one.empty())
            continue;
        if (left.front() != right.front())
            return left.front() < right.front();
        left.remove_prefix(1);
        right.remove_prefix(1);
    }
    return left.size() < right.size();
}

std::vector<ArrangedLane> arrange(const core::Timeline& timeline, const LaneChoices& choices)
{
    std::vector<Standing> standings;
    for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
        const Lane& lane = timeline.lanes[i];
        if (lane.kind != core::LaneKind::worker || choices.hidden.contains(lane.name))
            continue;
        Standing standing;
        standing.place.lane = static_cast<int>(i);
        standing.place.pinned = choices.pinned.contains(lane.name);
        if (choices.grouping == LaneGrouping::stage)
            standing.place.stage = stageOf(lane);
        if (choices.order == LaneOrder::busy)
            standing.busy = busyTime(lane);
        if (choices.order == LaneOrder::firstStart) {
            const auto first =
                std::ranges::find_if(lane.spans, [](const Span& span) { return isActive(span); });
            if (first != lane.spans.end())
                standing.firstStart = first->begin;
        }
        standings.push_back(standing);
    }
    // What is not known yet, and what belongs to several, comes behind the stages.
    const auto stageRank = [](const Standing& one) {
        return one.place.stage >= 0 ? one.place.stage : std::numeric_limits<int>::max() + one.place.stage;
    };
    std::ranges::stable_sort(standings, [&](const Standing& one, const Standing& two) {
        if (one.place.pinned != two.place.pinned)
            return one.place.pinned;
        if (!one.place.pinned && stageRank(one) != stageRank(two))
            return stageRank(one) < stageRank(two);
        switch (choices.order) {
        case LaneOrder::name:
            return comesBefore(timeline.lanes[one.place.lane].name, timeline.lanes[two.place.lane].name);
        case LaneOrder::busy:
            return one.busy > two.busy;
        case LaneOrder::firstStart:
            return one.firstStart < two.firstStart;
        case LaneOrder::recorded:
            break;
        }
        return false;
    });
    std::vector<ArrangedLane> lanes;
    lanes.reserve(standings.size());
    for (const Standing& standing : standings)
        lanes.push_back(standing.place);
    return lanes;
}

std::string describe(const core::Timeline& timeline, const std::vector<ArrangedLane>& lanes)
{
    std::string text;
    for (const ArrangedLane& one : lanes) {
        text += timeline.lanes[one.lane].name;
        if (one.pinned)
            text += " pinned";
        if (one.stage == severalStages)
            text += " several stages";
        else if (one.stage != noStage)
            text += " stage " + std::to_string(one.stage);
        text += '\n';
    }
    return text;
}

} // namespace overlap::analysis
