// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cause_chain.h"

#include "analysis/critical_path.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace overlap::analysis {

using core::Lane;
using core::LaneIndex;
using core::LaneKind;
using core::Message;
using core::Nanoseconds;
using core::noLane;
using core::Span;
using core::State;
using core::Timeline;

namespace {

/// A span or a time without one.
struct Stay
{
    LaneIndex lane = 0;
    Nanoseconds begin = 0;
    Nanoseconds end = 0;
    State state = State::idle;
    bool lost = false;
    const Span* next = nullptr; ///< the span behind it on its lane
    bool first = false;         ///< nothing before it
};

Stay stayAt(const Timeline& timeline, LaneIndex index, Nanoseconds time)
{
    const auto& spans = timeline.lanes[index].spans;
    const auto behind = std::ranges::upper_bound(spans, time, {}, &Span::begin);
    Stay stay{index, timeline.start, timeline.end};
    stay.first = behind == spans.begin();
    if (behind != spans.end()) {
        stay.next = &*behind;
        stay.end = behind->begin;
    }
    if (stay.first)
        return stay;
    const Span& span = *std::prev(behind);
    if (span.end <= time && (behind != spans.end() || span.end < timeline.end)) {
        stay.begin = span.end;
        return stay;
    }
    stay.begin = span.begin;
    stay.end = span.end;
    stay.state = span.state;
    stay.lost = (span.flags & core::spanLost) != 0;
    if (stay.next && stay.next->begin > stay.end)
        stay.next = nullptr; // a gap is between
    return stay;
}

/// Calls `visit(begin, end, span)` for each part of [begin, end) on a lane; span is null for a gap.
template <class Visit>
void visitParts(const Lane& lane, Nanoseconds begin, Nanoseconds end, const Visit& visit)
{
    auto span = std::ranges::upper_bound(lane.spans, begin, {}, &Span::end);
    while (begin < end) {
        const Nanoseconds next = span == lane.spans.end() ? end : std::clamp(span->begin, begin, end);
        if (begin < next)
            visit(begin, next, nullptr);
        begin = next;
        if (begin >= end)
            return;
        const Nanoseconds until = std::clamp(span->end, begin, end);
        visit(begin, until, &*span);
        begin = until;
        ++span;
    }
}

/// What a lane did most of the time between two moments.
struct Mostly
{
    State state = State::idle;
    Nanoseconds took = 0;
    Nanoseconds begin = 0; ///< of its longest part in that state
    Nanoseconds end = 0;
};

Mostly mostly(const Lane& lane, Nanoseconds begin, Nanoseconds end)
{
    std::array<Mostly, core::stateCount> states{};
    visitParts(lane, begin, end, [&](Nanoseconds from, Nanoseconds until, const Span* span) {
        const State state = span ? span->state : State::idle;
        Mostly& each = states[static_cast<std::size_t>(state)];
        each.state = state;
        each.took += until - from;
        if (until - from > each.end - each.begin) {
            each.begin = from;
            each.end = until;
        }
    });
    return *std::ranges::max_element(states, {}, &Mostly::took);
}

/// How many other lanes wanted a core between two moments, most of that time.
std::size_t othersThatCompute(const Timeline& timeline, const Stay& stay)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
        if (i != stay.lane && timeline.lanes[i].kind == LaneKind::worker &&
            mostly(timeline.lanes[i], stay.begin, stay.end).state == State::computing)
            ++count;
    }
    return count;
}

core::Figure duration(Nanoseconds time)
{
    return core::durationText(core::toSeconds(time));
}

Message idleSentence(const Stay& stay, const core::Term& name)
{
    const core::Figure length = duration(stay.end - stay.begin);
    if (stay.first && stay.next)
        return Message(OVERLAP_TR_NOOP("Messages", "%1 had not begun yet for %2."), {name, length});
    if (!stay.next) {
        return stay.first
                   ? Message(OVERLAP_TR_NOOP("Messages", "%1 had nothing to do in the whole run."), {name})
                   : Message(OVERLAP_TR_NOOP("Messages", "%1 had nothing left to do for %2."),
                             {name, length});
    }
    return Message(OVERLAP_TR_NOOP("Messages", "%1 had nothing to do for %2."), {name, length});
}

/// `took` of the state, which may be less than the stay.
Message sentenceOf(const Timeline& timeline, const Stay& stay, Nanoseconds took)
{
    const core::Term name{"Lanes", timeline.lanes[stay.lane].name};
    const core::Figure length = duration(took);
    if (stay.lost)
        return Message(OVERLAP_TR_NOOP("Messages", "What %1 did for %2 was not recorded."), {name, length});
    switch (stay.state) {
    case State::computing:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 was computing for %2."), {name, length});
    case State::waiting:
        if (timeline.lanes[stay.lane].kind == LaneKind::feeder)
            return Message(
                OVERLAP_TR_NOOP("Messages", "%1 had no item to bring for %2: they come one by one."),
                {name, length});
        return Message(
            OVERLAP_TR_NOOP("Messages", "%1 waited %2 for an answer: that is its task, and takes no core."),
            {name, length});
    case State::gilWait:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 waited %2 for the interpreter's lock."),
                       {name, length});
    case State::lockWait:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 waited %2 for a lock."), {name, length});
    case State::queueEmpty:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 waited %2 for work: its queue was empty."),
                       {name, length});
    case State::queueFull:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 was held up for %2: the queue behind it was full."),
                       {name, length});
    case State::coreWait:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 had no core for %2; other workers that computed: %3."),
                       {name, length, std::to_string(othersThatCompute(timeline, stay))});
    case State::transfer:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 was moving data between processes for %2."),
                       {name, length});
    case State::dispatch:
        if (timeline.lanes[stay.lane].kind == LaneKind::slot)
            return Message(
                OVERLAP_TR_NOOP("Messages", "%1 could have gone on, but the loop had no time for it for %2."),
                {name, length});
        return Message(OVERLAP_TR_NOOP("Messages", "%1 was between two tasks for %2."), {name, length});
    case State::starting:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 was starting for %2."), {name, length});
    case State::idle:
        break;
    }
    return idleSentence(stay, name);
}

/// The lane that was at work last; noLane where none was.
LaneIndex lastAtWork(const Timeline& timeline)
{
    const auto path = criticalPathOf(timeline);
    return path.empty() ? noLane : path.back().lane;
}

/// Who had a lock the longest between two moments, from the lane that shows it; noLane where none does.
LaneIndex longestHolder(const Timeline& timeline, const Stay& stay)
{
    const auto holder = std::ranges::find(timeline.lanes, LaneKind::holder, &Lane::kind);
    if (holder == timeline.lanes.end())
        return noLane;
    std::vector<Nanoseconds> times(timeline.lanes.size());
    visitParts(*holder, stay.begin, stay.end, [&](Nanoseconds from, Nanoseconds until, const Span* span) {
        if (span && span->waker < times.size())
            times[span->waker] += until - from;
    });
    const auto most = std::ranges::max_element(times);
    return *most > 0 ? static_cast<LaneIndex>(most - times.begin()) : noLane;
}

/// Whose doing it was that a lane could not go on; noLane where that is not known or nobody's.
LaneIndex causeOf(const Timeline& timeline, const Stay& stay)
{
    const LaneKind kind = timeline.lanes[stay.lane].kind;
    if (kind == LaneKind::slot && stay.state == State::dispatch) {
        const auto loop = std::ranges::find(timeline.lanes, LaneKind::worker, &Lane::kind);
        return loop == timeline.lanes.end() ? noLane : static_cast<LaneIndex>(loop - timeline.lanes.begin());
    }
    if (!isHeldUp(stay.state) || stay.lost)
        return noLane;
    if (stay.state == State::idle && !stay.next && timeline.ended)
        return kind == LaneKind::worker ? lastAtWork(timeline) : noLane;
    if (stay.state == State::gilWait) {
        if (const LaneIndex holder = longestHolder(timeline, stay); holder != noLane)
            return holder;
    }
    return stay.next && stay.next->waker < timeline.lanes.size() ? stay.next->waker : noLane;
}

} // namespace

std::vector<CauseLink> causeChainOf(const Timeline& timeline, LaneIndex lane, Nanoseconds time)
{
    std::vector<CauseLink> chain;
    if (lane >= timeline.lanes.size() || time < timeline.start || time > timeline.end)
        return chain;
    Stay stay = stayAt(timeline, lane, time);
    const auto add = [&](Nanoseconds took) {
        chain.push_back({stay.lane, stay.begin, stay.end, stay.state, sentenceOf(timeline, stay, took)});
    };
    add(stay.end - stay.begin);
    while (chain.size() < longestChain) {
        const LaneIndex cause = causeOf(timeline, stay);
        if (cause == noLane || cause == stay.lane)
            break;
        const Mostly meanwhile = mostly(timeline.lanes[cause], stay.begin, stay.end);
        if (meanwhile.took == 0)
            break;
        const Stay before = stay;
        stay = stayAt(timeline, cause, meanwhile.begin);
        const bool told = std::ranges::any_of(
            chain, [&](const CauseLink& link) { return link.lane == stay.lane && link.begin == stay.begin; });
        if (told)
            break;
        if (isHeldUp(stay.state)) {
            add(stay.end - stay.begin);
            continue;
        }
        // Many tasks may lie in one wait: what is told is their time in it.
        if (meanwhile.took > stay.end - stay.begin) {
            stay.begin = before.begin;
            stay.end = before.end;
        }
        add(meanwhile.took);
        break;
    }
    return chain;
}

} // namespace overlap::analysis
