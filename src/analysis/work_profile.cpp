// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/work_profile.h"

#include <algorithm>

namespace overlap::analysis {

using core::Need;
using core::Segment;
using core::Span;
using core::State;

namespace {

void add(std::vector<Segment>& segments, Need need, core::Nanoseconds duration)
{
    if (!segments.empty() && segments.back().need == need)
        segments.back().amount += duration;
    else
        segments.push_back({need, duration});
}

/// What of the computing so far went without the lock comes last in it.
void setApart(std::vector<Segment>& segments, core::Nanoseconds native)
{
    if (native <= 0 || segments.empty() || segments.back().need != Need::computing)
        return;
    native = std::min(native, segments.back().amount);
    segments.back().amount -= native;
    if (segments.back().amount == 0)
        segments.pop_back();
    add(segments, Need::native, native);
}

void addSpan(std::vector<Segment>& segments, const Span& span)
{
    if (span.state == State::computing)
        add(segments, Need::computing, span.duration());
    else if (span.state == State::waiting)
        add(segments, span.blocking ? Need::blocking : Need::waiting, span.duration());
    const bool computed = !segments.empty() && segments.back().need == Need::computing;
    if (span.permits > 0)
        segments.insert(segments.end() - (computed ? 1 : 0), {Need::permit, span.permits});
    setApart(segments, core::Nanoseconds{span.nativeMicroseconds} * 1000);
}

} // namespace

double otherThreads(const core::Timeline& timeline, int cores)
{
    struct Change
    {
        core::Nanoseconds time;
        int by;
    };
    std::vector<Change> changes;
    double had = 0;
    for (const core::Lane& lane : timeline.lanes) {
        if (lane.kind != core::LaneKind::worker)
            continue;
        for (const Span& span : lane.spans) {
            if (span.state != State::computing && span.state != State::coreWait)
                continue;
            changes.push_back({span.begin, 1});
            changes.push_back({span.end, -1});
            had += span.state == State::computing ? static_cast<double>(span.duration()) : 0;
        }
    }
    std::ranges::sort(changes, {}, &Change::time);
    std::vector<double> times(1); // by the number of workers that could have used a core
    std::size_t runnable = 0;
    core::Nanoseconds last = 0;
    for (const Change& change : changes) {
        times.resize(std::max(times.size(), runnable + 1));
        times[runnable] += static_cast<double>(change.time - last);
        last = change.time;
        runnable += static_cast<std::size_t>(change.by);
    }
    const auto hadWith = [&](double others) {
        double sum = 0;
        for (std::size_t n = 1; n < times.size(); ++n)
            sum +=
                times[n] * static_cast<double>(n) * std::min(1.0, cores / (static_cast<double>(n) + others));
        return sum;
    };
    double few = 0;
    double many = 1e6;
    if (had >= hadWith(few))
        return 0;
    for (int step = 0; step < 60; ++step) {
        const double middle = (few + many) / 2;
        (hadWith(middle) > had ? few : many) = middle;
    }
    return few;
}

std::size_t sampleSize(std::size_t items)
{
    return std::min(items, core::WorkProfile::mostItems);
}

std::size_t sampledItem(std::size_t place, std::size_t items)
{
    const std::size_t size = sampleSize(items);
    return (place * items + size - 1) / size;
}

core::WorkProfile profileOf(const core::Timeline& timeline, const std::vector<core::StageInfo>& stages,
                            std::size_t items, const core::Strategy& strategy)
{
    core::WorkProfile profile;
    profile.runtime = strategy.runtime;
    profile.strategy = strategy.text();
    for (const core::StageInfo& stage : stages)
        profile.stages.push_back(stage.name);
    profile.items = items;
    std::vector<core::ItemProfile> sample(sampleSize(items));

    const bool hasSlots = std::ranges::any_of(
        timeline.lanes, [](const core::Lane& lane) { return lane.kind == core::LaneKind::slot; });
    for (const core::Lane& lane : timeline.lanes) {
        if (lane.kind != (hasSlots ? core::LaneKind::slot : core::LaneKind::worker))
            continue;
        for (const Span& span : lane.spans) {
            if (span.item >= items || span.stage >= stages.size())
                continue;
            const std::size_t place = span.item * sample.size() / items;
            if (sampledItem(place, items) != span.item)
                continue;
            std::vector<core::TaskProfile>& tasks = sample[place].tasks;
            tasks.resize(std::max<std::size_t>(tasks.size(), span.stage + 1U));
            addSpan(tasks[span.stage].segments, span);
        }
    }
    const auto known = std::ranges::find_if(sample, [](const auto& item) { return !item.tasks.empty(); });
    if (known == sample.end())
        return profile;
    const core::ItemProfile* last = &*known;
    for (core::ItemProfile& item : sample) {
        if (item.tasks.empty())
            item = *last;
        last = &item;
    }
    profile.sample = std::move(sample);
    return profile;
}

} // namespace overlap::analysis
