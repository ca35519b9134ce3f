// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/trace_reader.h"

#include "core/shown.h"
#include "core/text.h"
#include "exporting/slice_nesting.h"
#include "exporting/trace_collector.h"
#include "exporting/trace_writer.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace overlap::exporting {

using core::Error;
using core::Message;
using core::Nanoseconds;
using core::Span;

namespace {

constexpr std::size_t mostSlots = 1024;

struct Extent
{
    Nanoseconds first = std::numeric_limits<Nanoseconds>::max();
    Nanoseconds last = std::numeric_limits<Nanoseconds>::min();

    void add(Nanoseconds begin, Nanoseconds end)
    {
        first = std::min(first, begin);
        last = std::max(last, end);
    }
    bool empty() const { return first > last; }
};

/// Makes a run of what was collected.
class Assembly
{
public:
    Assembly(TraceCollector& trace, const std::string& source) : m_trace(trace), m_source(source) {}

    core::SavedRun run()
    {
        // What is open still counts neither for the beginning nor for the end.
        m_trace.closeOpen(std::max(m_trace.latest, extentOf().last));
        const Extent extent = extentOf();
        if (!m_trace.described.isNull())
            takeDescription();
        if (!m_described && !extent.empty())
            m_zero = extent.first;
        if (!extent.empty() && (extent.first - m_zero < -core::farthestSavedTime ||
                                extent.last - m_zero > core::farthestSavedTime))
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "the events of this trace lie more than thirty "
                                                            "years apart")),
                        m_source);
        // Items of ours have numbers that no name belongs to.
        if (!m_described && !m_trace.ownSlices)
            m_run.items = std::move(m_trace.names);
        addForeignBands();
        if (m_run.bands.empty() && !m_described)
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "there is nothing in this trace that lanes could "
                                                            "show")),
                        m_source);
        tellNotices();
        return std::move(m_run);
    }

private:
    Extent extentOf() const
    {
        Extent extent;
        for (const CollectedThread& thread : m_trace.threads) {
            for (const Span& slice : thread.slices)
                extent.add(slice.begin, slice.end);
        }
        for (const CollectedProcess& process : m_trace.processes) {
            for (const Span& slice : process.asyncs)
                extent.add(slice.begin, slice.end);
            for (const core::TaskRow& task : process.tasks)
                extent.add(task.begin, task.end);
            for (const CollectedTrack& track : process.tracks) {
                for (const auto& point : track.points)
                    extent.add(point.time, point.time);
            }
        }
        return extent;
    }

    // ---- What we wrote ourselves ----

    void takeDescription()
    {
        core::SavedCounts counts;
        std::vector<std::shared_ptr<core::Timeline>> timelines;
        const core::Value* offset = m_trace.described.find(traceOffsetKey);
        if (!offset || !offset->isInteger() || offset->asInteger() < 0 ||
            offset->asInteger() > 2 * core::farthestSavedTime)
            return;
        try {
            m_run = core::savedRunFromValue(m_trace.described, counts, timelines);
        } catch (const Error& error) {
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "the description of the run in otherData is "
                                                            "damaged: %1"),
                                {error.message().english()}),
                        m_source);
        }
        m_described = true;
        m_zero = offset->asInteger();
        for (std::size_t i = 0; i < timelines.size(); ++i) {
            fillBand(*timelines[i], std::to_string(i + 1));
            core::indexSpans(*timelines[i]);
        }
    }

    void fillBand(core::Timeline& timeline, const std::string& key)
    {
        const auto found = std::ranges::find(m_trace.processes, key, &CollectedProcess::key);
        if (found == m_trace.processes.end())
            return; // a run without lanes
        CollectedProcess& process = *found;
        std::vector<core::LaneIndex> laneOf(m_trace.threads.size(), core::noLane);
        for (const std::size_t index : process.threads) {
            CollectedThread& thread = m_trace.threads[index];
            const auto number = core::integerFromText(thread.key);
            if (!number || *number < 1 || static_cast<std::uint64_t>(*number) > timeline.lanes.size())
                continue;
            const auto lane = static_cast<std::size_t>(*number - 1);
            laneOf[index] = static_cast<core::LaneIndex>(lane);
            timeline.lanes[lane].spans = ownSpans(std::exchange(thread.slices, {}), timeline.lanes.size());
        }
        takeTasks(process, laneOf, timeline);
        for (std::size_t i = 0; i < timeline.tracks.size(); ++i) {
            core::Track& track = timeline.tracks[i];
            const std::string id = std::to_string(i);
            for (CollectedTrack& collected : process.tracks) {
                if (collected.name == track.name && (collected.id.empty() || collected.id == id)) {
                    track.points = pointsOf(collected);
                    break;
                }
            }
        }
        process.threads.clear(); // nobody else's any more
        process.tracks.clear();
        process.asyncs.clear();
    }

    std::vector<Span> ownSpans(std::vector<Span> slices, std::size_t lanes) const
    {
        shift(slices);
        for (Span& span : slices)
            span.waker = span.waker < lanes ? span.waker : core::noLane;
        // Equal beginnings keep their order: a span of no length stands where it stood.
        const auto byBegin = [](const Span& left, const Span& right) { return left.begin < right.begin; };
        if (!std::ranges::is_sorted(slices, byBegin))
            std::ranges::stable_sort(slices, byBegin);
        if (!areSpansOfALane(slices))
            return nestSlices(std::move(slices)).spans;
        return slices;
    }

    void takeTasks(CollectedProcess& process, const std::vector<core::LaneIndex>& laneOf,
                   core::Timeline& timeline) const
    {
        for (std::size_t i = 0; i < process.tasks.size(); ++i) {
            core::TaskRow task = process.tasks[i];
            task.lane = laneOf[process.taskThreads[i]];
            if (task.lane == core::noLane)
                continue;
            task.begin -= m_zero;
            task.end -= m_zero;
            timeline.tasks.push_back(task);
        }
        process.tasks.clear();
        std::ranges::stable_sort(timeline.tasks, {}, &core::TaskRow::end);
    }

    // ---- What other programs wrote ----

    void addForeignBands()
    {
        std::vector<CollectedProcess*> processes;
        for (CollectedProcess& process : m_trace.processes)
            processes.push_back(&process);
        std::ranges::stable_sort(processes, {}, &CollectedProcess::sortIndex);
        m_laneOf.assign(m_trace.threads.size(), {nullptr, core::noLane});
        for (CollectedProcess* process : processes)
            addForeignBand(*process);
        applyFlows();
        for (const auto& timeline : m_foreign) {
            addUp(*timeline);
            core::indexSpans(*timeline);
        }
    }

    void addForeignBand(CollectedProcess& process)
    {
        auto timeline = std::make_shared<core::Timeline>();
        timeline->ended = true;
        std::ranges::stable_sort(process.threads, {},
                                 [this](std::size_t thread) { return m_trace.threads[thread].sortIndex; });
        for (const std::size_t index : process.threads) {
            CollectedThread& thread = m_trace.threads[index];
            if (thread.slices.empty())
                continue;
            m_laneOf[index] = {timeline.get(), static_cast<core::LaneIndex>(timeline->lanes.size())};
            if (!thread.own)
                forgetNumbers(thread.slices);
            addLane(*timeline,
                    thread.name.empty() ? "thread " + core::printable(thread.key, 60) : thread.name,
                    core::LaneKind::worker, std::exchange(thread.slices, {}), !thread.own);
        }
        forgetNumbers(process.asyncs);
        const std::size_t asyncs = process.asyncs.size();
        std::size_t placed = 0;
        std::size_t number = 0;
        for (auto& slices : spreadOverLanes(std::exchange(process.asyncs, {}), mostSlots)) {
            placed += slices.size();
            addLane(*timeline, "async " + std::to_string(++number), core::LaneKind::slot, std::move(slices),
                    true);
        }
        m_trace.leftOut += asyncs - placed;
        for (CollectedTrack& collected : process.tracks) {
            const bool alone = std::ranges::count(process.tracks, collected.name, &CollectedTrack::name) == 1;
            core::Track track;
            track.name = alone ? collected.name : collected.name + " · " + collected.series;
            track.points = pointsOf(collected);
            timeline->end = std::max(timeline->end, track.points.back().time);
            timeline->tracks.push_back(std::move(track));
        }
        if (timeline->lanes.empty() && timeline->tracks.empty())
            return;
        std::vector<core::LaneIndex> laneOf(m_trace.threads.size(), core::noLane);
        for (const std::size_t index : process.threads)
            laneOf[index] = m_laneOf[index].second;
        takeTasks(process, laneOf, *timeline);
        for (core::Lane& lane : timeline->lanes) {
            for (Span& span : lane.spans)
                span.waker = span.waker < timeline->lanes.size() ? span.waker : core::noLane;
        }
        core::SavedBand band;
        // As our own are written, "server:4", so that whoever divides the time of all workers knows how many.
        const auto workers = std::ranges::count(timeline->lanes, core::LaneKind::worker, &core::Lane::kind);
        if (workers > 1)
            band.strategy.counts = {static_cast<int>(workers)};
        band.strategy.name = bandName(process, ":" + std::to_string(workers));
        band.timeline = timeline;
        m_run.bands.push_back(std::move(band));
        m_foreign.push_back(std::move(timeline));
    }

    /// Where items are ours, what other programs call a slice is none of them.
    void forgetNumbers(std::vector<Span>& slices) const
    {
        if (!m_described && !m_trace.ownSlices)
            return;
        for (Span& slice : slices)
            slice.item = core::noItem;
    }

    void addLane(core::Timeline& timeline, std::string name, core::LaneKind kind, std::vector<Span> slices,
                 bool makesTasks)
    {
        if (timeline.lanes.size() == core::mostSavedLanes)
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "there are more than %1 lanes"),
                                {std::to_string(core::mostSavedLanes)}),
                        m_source);
        shift(slices);
        core::Lane lane;
        lane.name = std::move(name);
        lane.kind = kind;
        NestedSlices nested = nestSlices(std::move(slices));
        lane.spans = std::move(nested.spans);
        const auto index = static_cast<core::LaneIndex>(timeline.lanes.size());
        for (const Span& slice : nested.outermost) {
            timeline.end = std::max(timeline.end, slice.end);
            if (makesTasks && slice.item != core::noItem)
                timeline.tasks.push_back(
                    {slice.item, 0, index, core::TaskStatus::done, slice.begin, slice.end});
        }
        for (const Span& span : lane.spans)
            timeline.end = std::max(timeline.end, span.end);
        timeline.lanes.push_back(std::move(lane));
    }

    /// `count` is what ours end with, and comes back by itself.
    std::string bandName(const CollectedProcess& process, const std::string& count) const
    {
        std::string name =
            process.name.empty() ? "process " + core::printable(process.key, 60) : process.name;
        if (name.size() > count.size() && name.ends_with(count))
            name.resize(name.size() - count.size());
        const auto taken = [&](const std::string& text) {
            return std::ranges::any_of(
                m_run.bands, [&](const core::SavedBand& band) { return band.strategy.name == text; });
        };
        if (taken(name))
            name += " (" + core::printable(process.key, 60) + ")";
        const std::string stem = name;
        for (int number = 2; taken(name); ++number)
            name = stem + " " + std::to_string(number);
        return name;
    }

    void applyFlows()
    {
        std::vector<CollectedFlow>& flows = m_trace.flows;
        std::ranges::stable_sort(flows, [](const CollectedFlow& left, const CollectedFlow& right) {
            return left.flow != right.flow ? left.flow < right.flow : left.time < right.time;
        });
        for (std::size_t i = 1; i < flows.size(); ++i) {
            const CollectedFlow& from = flows[i - 1];
            const CollectedFlow& to = flows[i];
            if (from.flow != to.flow || !from.leaves || to.leaves)
                continue;
            const auto [timeline, lane] = m_laneOf[to.thread];
            const auto [other, waker] = m_laneOf[from.thread];
            // A waker is a lane of the same band.
            if (!timeline || timeline != other || from.thread == to.thread)
                continue;
            auto& spans = timeline->lanes[lane].spans;
            const Nanoseconds time = to.time - m_zero;
            auto span = std::ranges::upper_bound(spans, time, {}, &Span::begin);
            if (span != spans.begin() && (to.bindsEnclosing || std::prev(span)->begin == time))
                --span;
            if (span != spans.end() && span->waker == core::noLane && (span->end >= time))
                span->waker = waker;
        }
    }

    /// Time per state, with what lies between spans as idle.
    static void addUp(core::Timeline& timeline)
    {
        // Beside a run of ours, whose t = 0 is given, another program may have begun earlier.
        for (const core::Lane& lane : timeline.lanes) {
            if (!lane.spans.empty())
                timeline.start = std::min(timeline.start, lane.spans.front().begin);
        }
        for (core::Lane& lane : timeline.lanes) {
            for (const Span& span : lane.spans)
                lane.totals[static_cast<std::size_t>(span.state)] += span.duration();
            const Nanoseconds known = std::accumulate(lane.totals.begin(), lane.totals.end(), Nanoseconds{0});
            lane.totals[static_cast<std::size_t>(core::State::idle)] += timeline.end - timeline.start - known;
        }
    }

    // ---- Both ----

    void shift(std::vector<Span>& slices) const
    {
        for (Span& slice : slices) {
            slice.begin -= m_zero;
            slice.end -= m_zero;
        }
    }
    std::vector<core::Track::Point> pointsOf(CollectedTrack& track) const
    {
        std::vector<core::Track::Point> points = std::exchange(track.points, {});
        for (auto& point : points)
            point.time -= m_zero;
        std::ranges::stable_sort(points, {}, &core::Track::Point::time);
        return points;
    }

    void tellNotices()
    {
        const auto tell = [this](std::uint64_t count, const char* one, const char* many) {
            if (count > 0)
                m_run.notices.emplace_back(count == 1 ? one : many,
                                           std::vector<core::Argument>{core::groupedNumber(count)});
        };
        tell(m_trace.leftOut,
             OVERLAP_TR_NOOP("Messages", "1 event of a kind that lanes cannot show was left out."),
             OVERLAP_TR_NOOP("Messages", "%1 events of kinds that lanes cannot show were left out."));
        tell(m_trace.withoutTime, OVERLAP_TR_NOOP("Messages", "1 event without a usable time was left out."),
             OVERLAP_TR_NOOP("Messages", "%1 events without a usable time were left out."));
        tell(m_trace.endsAlone,
             OVERLAP_TR_NOOP("Messages", "1 end of a slice that never began was left out."),
             OVERLAP_TR_NOOP("Messages", "%1 ends of slices that never began were left out."));
        tell(m_trace.openAtEnd,
             OVERLAP_TR_NOOP("Messages", "1 slice has no end and reaches to the end of the trace."),
             OVERLAP_TR_NOOP("Messages", "%1 slices have no end and reach to the end of the trace."));
    }

    TraceCollector& m_trace;
    const std::string& m_source;
    core::SavedRun m_run;
    bool m_described = false;
    Nanoseconds m_zero = 0;
    std::vector<std::pair<core::Timeline*, core::LaneIndex>> m_laneOf; // of other programs' threads
    std::vector<std::shared_ptr<core::Timeline>> m_foreign;
};

} // namespace

std::optional<core::SavedRun> readTrace(core::ByteSource& source, const core::ByteProgress& progress,
                                        const std::stop_token& stop)
{
    TraceCollector trace;
    if (!readTraceEvents(source, trace, progress, stop))
        return std::nullopt;
    core::SavedRun run = Assembly(trace, source.name()).run();
    if (run.title.empty())
        run.title = std::filesystem::path(source.name()).stem().string();
    return run;
}

} // namespace overlap::exporting
