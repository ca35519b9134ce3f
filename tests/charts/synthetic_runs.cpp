// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_runs.h"

#include "dice.h"

#include <algorithm>

namespace overlap::charts::testing {

using core::fromSeconds;
using core::Lane;
using core::LaneKind;
using core::Nanoseconds;
using core::Span;
using core::State;
using core::Timeline;

namespace {

Lane lane(std::string name, LaneKind kind = LaneKind::worker)
{
    Lane result;
    result.name = std::move(name);
    result.kind = kind;
    return result;
}

void add(Lane& to, double begin, double end, State state, core::ItemIndex item = core::noItem,
         std::uint8_t flags = 0)
{
    Span span;
    span.begin = fromSeconds(begin);
    span.end = fromSeconds(end);
    span.state = state;
    span.item = item;
    span.flags = flags;
    to.spans.push_back(span);
}

std::shared_ptr<Timeline> finished(Timeline timeline, double seconds)
{
    timeline.end = fromSeconds(seconds);
    timeline.ended = true;
    for (core::Lane& lane : timeline.lanes) {
        for (const core::Span& span : lane.spans) {
            if (span.begin >= 0)
                lane.totals[static_cast<std::size_t>(span.state)] += span.duration();
        }
    }
    return std::make_shared<Timeline>(std::move(timeline));
}

GanttBand band(core::Strategy strategy, std::shared_ptr<Timeline> timeline)
{
    GanttBand result;
    result.strategy = std::move(strategy);
    if (timeline && timeline->ended)
        result.finishSeconds = core::toSeconds(timeline->end);
    result.timeline = std::move(timeline);
    return result;
}

} // namespace

Palette palette()
{
    return loadPalette(OVERLAP_BUILD_ROOT "/share/overlap/palettes/states.json");
}

core::Strategy strategy(const char* name, std::vector<int> counts)
{
    core::Strategy result;
    result.name = name;
    result.counts = std::move(counts);
    result.runtime = result.name.starts_with("python") ? core::Runtime::python : core::Runtime::native;
    return result;
}

std::shared_ptr<Timeline> sequentialRun(double seconds, int items)
{
    Timeline timeline;
    timeline.lanes.push_back(lane("main"));
    for (int i = 0; i < items; ++i)
        add(timeline.lanes[0], seconds * i / items, seconds * (i + 1) / items, State::computing, i);
    return finished(std::move(timeline), seconds);
}

std::shared_ptr<Timeline> gilRun(double until, int threads, double sliceSeconds)
{
    Timeline timeline;
    Dice dice(7);
    for (int i = 0; i < threads; ++i)
        timeline.lanes.push_back(lane("worker " + std::to_string(i + 1)));
    Lane holder = lane("lock holder", LaneKind::holder);
    std::vector<double> waitingSince(threads, 0.0);
    int running = 0;
    for (double now = 0; now < until; now += sliceSeconds) {
        const double end = std::min(until, now + sliceSeconds);
        Lane& current = timeline.lanes[running];
        if (waitingSince[running] < now)
            add(current, waitingSince[running], now, State::gilWait, running);
        add(current, now, end, State::computing, running);
        waitingSince[running] = end;
        add(holder, now, end, State::computing, running);
        holder.spans.back().waker = static_cast<core::LaneIndex>(running);
        running = (running + 1 + static_cast<int>(dice.next(threads - 1))) % threads;
    }
    for (int i = 0; i < threads; ++i) {
        if (waitingSince[i] < until)
            add(timeline.lanes[i], waitingSince[i], until, State::gilWait, i);
    }
    timeline.lanes.push_back(std::move(holder));
    return finished(std::move(timeline), until);
}

std::shared_ptr<Timeline> crowdedRun(double seconds, int threads, int cores)
{
    Timeline timeline;
    constexpr double turn = 0.0004;
    for (int i = 0; i < threads; ++i) {
        Lane worker = lane("worker " + std::to_string(i + 1));
        bool computing = i < cores;
        for (double now = 0; now < seconds; now += turn) {
            add(worker, now, std::min(seconds, now + turn), computing ? State::computing : State::coreWait,
                i);
            computing = !computing;
        }
        timeline.lanes.push_back(std::move(worker));
    }
    return finished(std::move(timeline), seconds);
}

std::shared_ptr<Timeline> processRun(double seconds, int processes, double startup)
{
    Timeline timeline;
    timeline.start = fromSeconds(-startup);
    for (int i = 0; i < processes; ++i) {
        Lane worker = lane("process " + std::to_string(i + 1));
        if (startup > 0)
            add(worker, -startup, -std::min(0.002, startup), State::starting);
        double now = startup > 0 ? 0 : 0.024;
        if (startup <= 0)
            add(worker, 0, now, State::starting);
        const double chunk = (seconds - now) / 2;
        for (int j = 0; j < 2; ++j) {
            const auto item = static_cast<core::ItemIndex>(j * processes + i);
            add(worker, now, now + 0.012, State::transfer, item);
            add(worker, now + 0.012, now + chunk - 0.008, State::computing, item);
            add(worker, now + chunk - 0.008, now + chunk, State::transfer, item);
            now += chunk;
        }
        timeline.lanes.push_back(std::move(worker));
    }
    return finished(std::move(timeline), seconds);
}

std::shared_ptr<Timeline> troubledRun()
{
    Timeline timeline;
    for (int i = 0; i < 3; ++i)
        timeline.lanes.push_back(lane("worker " + std::to_string(i + 1)));
    for (int item = 0; item < 12; ++item) {
        Lane& worker = timeline.lanes[item % 3];
        const double begin = (item / 3) * 0.5;
        add(worker, begin, begin + 0.02, State::dispatch);
        add(worker, begin + 0.02, begin + 0.30, State::waiting, item);
        std::uint8_t flags = 0;
        if (item == 4)
            flags = core::spanFailed;
        if (item == 8)
            flags = core::spanCancelled;
        add(worker, begin + 0.30, begin + 0.47, State::computing, item, flags);
        if (item == 6)
            add(worker, begin + 0.47, begin + 0.5, State::idle, core::noItem, core::spanLost);
        else
            add(worker, begin + 0.47, begin + 0.5, State::queueEmpty);
    }
    return finished(std::move(timeline), 2.0);
}

std::shared_ptr<Timeline> lineRun(const std::vector<LineStage>& stages, int items, double feed, double until)
{
    struct Worker
    {
        std::size_t stage;
        core::LaneIndex lane;
        core::ItemIndex item = core::noItem;
        double ready = 0; // with the item; then it looks for room
        double since = 0;
        State state = State::queueEmpty;
    };
    Timeline timeline;
    timeline.lanes.push_back(lane("feeder", LaneKind::feeder));
    std::vector<Worker> workers;
    std::vector<std::vector<core::ItemIndex>> queues(stages.size());
    std::vector<core::LaneIndex> lastPut(stages.size(), 0);
    for (std::size_t s = 0; s < stages.size(); ++s) {
        for (int i = 0; i < stages[s].workers; ++i) {
            workers.push_back({s, static_cast<core::LaneIndex>(timeline.lanes.size())});
            timeline.lanes.push_back(lane(stages[s].name + std::string(" ") + std::to_string(i + 1)));
        }
        timeline.tracks.push_back({"queue " + std::to_string(s + 1), stages[s].limit, {}, 0});
    }
    timeline.lanes.push_back(lane("collector", LaneKind::collector));
    const auto collector = static_cast<core::LaneIndex>(timeline.lanes.size() - 1);

    constexpr double tick = 0.001;
    double now = 0;
    const auto hasRoom = [&](std::size_t s) {
        return stages[s].limit == 0 || static_cast<int>(queues[s].size()) < stages[s].limit;
    };
    const auto note = [&](std::size_t s) {
        timeline.tracks[s].points.push_back({fromSeconds(now), static_cast<std::int64_t>(queues[s].size())});
    };
    const auto enter = [&](Worker& worker, State state, core::ItemIndex item, core::LaneIndex waker) {
        Lane& own = timeline.lanes[worker.lane];
        if (now > worker.since)
            add(own, worker.since, now, worker.state, worker.item);
        worker.since = now;
        worker.state = state;
        worker.item = item;
        if (waker != core::noLane) { // shown by the span that begins now
            add(own, now, now, state, item);
            own.spans.back().waker = waker;
        }
    };
    int fed = 0;
    int done = 0;
    double feederSince = 0;
    bool feederBlocked = false;
    for (; done < items && (until == 0 || now < until); now += tick) {
        for (Worker& worker : workers) {
            if (worker.item != core::noItem && now >= worker.ready && worker.state == State::waiting) {
                timeline.tasks.push_back({worker.item, static_cast<core::StageIndex>(worker.stage),
                                          worker.lane, core::TaskStatus::done, fromSeconds(worker.since),
                                          fromSeconds(now)});
                const core::ItemIndex item = worker.item;
                enter(worker, State::queueFull, core::noItem, core::noLane);
                worker.ready = item; // what it holds
            }
            if (worker.state == State::queueFull) {
                const std::size_t next = worker.stage + 1;
                if (next < stages.size() && !hasRoom(next))
                    continue;
                if (next < stages.size()) {
                    queues[next].push_back(static_cast<core::ItemIndex>(worker.ready));
                    lastPut[next] = worker.lane;
                    note(next);
                } else {
                    ++done;
                    add(timeline.lanes[collector], now, now + tick, State::dispatch);
                    timeline.lanes[collector].spans.back().waker = worker.lane;
                }
                enter(worker, State::queueEmpty, core::noItem, core::noLane);
            }
            if (worker.state == State::queueEmpty && !queues[worker.stage].empty()) {
                const core::ItemIndex item = queues[worker.stage].front();
                queues[worker.stage].erase(queues[worker.stage].begin());
                note(worker.stage);
                enter(worker, State::waiting, item,
                      now > worker.since ? lastPut[worker.stage] : core::noLane);
                worker.ready = now + stages[worker.stage].seconds;
            }
        }
        while (fed < items && now >= fed * feed && hasRoom(0)) {
            if (feederBlocked)
                add(timeline.lanes[0], feederSince, now, State::queueFull);
            feederBlocked = false;
            queues[0].push_back(static_cast<core::ItemIndex>(fed++));
            lastPut[0] = 0;
            note(0);
        }
        if (fed < items && now >= fed * feed && !feederBlocked) {
            feederBlocked = true;
            feederSince = now;
        }
    }
    for (Worker& worker : workers) {
        if (worker.item != core::noItem || until > 0)
            add(timeline.lanes[worker.lane], worker.since, now, worker.state, worker.item,
                until > 0 ? core::spanOpen : 0);
    }
    for (const Worker& worker : workers) {
        for (Span& span : timeline.lanes[worker.lane].spans)
            span.stage = static_cast<core::StageIndex>(worker.stage);
    }
    // The span that a wake-up began goes on from the empty one that marks it.
    for (Lane& each : timeline.lanes) {
        std::vector<Span> whole;
        for (const Span& span : each.spans) {
            if (!whole.empty() && whole.back().duration() == 0 && whole.back().begin == span.begin) {
                const core::LaneIndex waker = whole.back().waker;
                whole.back() = span;
                whole.back().waker = waker;
            } else {
                whole.push_back(span);
            }
        }
        each.spans = std::move(whole);
    }
    auto result = finished(std::move(timeline), now);
    result->ended = until == 0;
    return result;
}

std::shared_ptr<Timeline> loopRun(int width, int items)
{
    Timeline timeline;
    Dice dice(5);
    timeline.lanes.push_back(lane("loop"));
    for (int i = 0; i < width; ++i)
        timeline.lanes.push_back(lane("slot " + std::to_string(i + 1), LaneKind::slot));
    constexpr double turn = 0.004;
    double loop = 0;
    double end = 0;
    std::vector<double> free(width, 0.0);
    for (int item = 0; item < items; ++item) {
        const auto slot = static_cast<std::size_t>(std::min_element(free.begin(), free.end()) - free.begin());
        const double begin = std::max(loop, free[slot]);
        if (begin > loop)
            add(timeline.lanes[0], loop, begin, State::waiting);
        const auto index = static_cast<core::ItemIndex>(item);
        add(timeline.lanes[0], begin, begin + turn, State::computing, index);
        loop = begin + turn;
        const double answer = loop + 0.08 + dice.next(120) / 1000.0;
        Lane& own = timeline.lanes[slot + 1];
        add(own, begin, loop, State::computing, index);
        add(own, loop, answer, State::waiting, index);
        free[slot] = answer;
        end = std::max(end, answer);
    }
    return finished(std::move(timeline), end);
}

GanttContent assemblyLine(bool midRun)
{
    GanttContent content;
    content.title = QStringLiteral("Assembly line");
    content.subtitle = QStringLiteral("8 items through 3 stages");
    content.itemLabel = [](core::ItemIndex item) { return QStringLiteral("item %1").arg(item + 1); };
    content.stageLabel = [](core::StageIndex stage) {
        const char* const names[] = {"cut", "weld", "paint"};
        return stage < 3 ? QString::fromLatin1(names[stage]) : QString();
    };
    const auto line = [](int first, int second, double until) {
        return lineRun({{"cut", first, 0.3, 3}, {"weld", second, 0.4, 3}, {"paint", 1, 0.2, 0}}, 8, 0.1,
                       until);
    };
    const auto pipeline = [](std::vector<int> counts) {
        core::Strategy own = strategy("pipeline", std::move(counts));
        own.options["queues"] = "3/3/0";
        return own;
    };
    GanttBand sequential = band(strategy("sequential"), sequentialRun(7.2, 8));
    sequential.isBaseline = true;
    content.bands.push_back(sequential);
    GanttBand one = band(pipeline({1, 1, 1}), line(1, 1, 0));
    one.speedup = core::Speedup{1.94, {}};
    content.bands.push_back(one);
    GanttBand two = band(pipeline({2, 2, 1}), line(2, 2, midRun ? 1.3 : 0));
    if (midRun) {
        two.running = true;
        two.finishSeconds.reset();
    } else {
        two.speedup = core::Speedup{3.1, {}};
    }
    content.bands.push_back(two);
    GanttBand pool = band(strategy("threads", {3}), midRun ? nullptr : crowdedRun(2.7, 3, 3));
    pool.waiting = midRun;
    pool.expectedLanes = 3;
    content.bands.push_back(pool);
    return content;
}

std::shared_ptr<Timeline> busyRun(int lanes, int spansPerLane)
{
    Timeline timeline;
    Dice dice(3);
    constexpr double seconds = 4;
    for (int i = 0; i < lanes; ++i) {
        Lane worker = lane("worker " + std::to_string(i + 1));
        std::vector<double> edges{0, seconds};
        for (int j = 1; j < spansPerLane; ++j)
            edges.push_back(seconds * dice.next(60000) / 60000.0);
        std::sort(edges.begin(), edges.end());
        for (std::size_t j = 0; j + 1 < edges.size(); ++j)
            add(worker, edges[j], edges[j + 1], static_cast<State>(dice.next(core::stateCount - 1)),
                static_cast<core::ItemIndex>(j / 4));
        timeline.lanes.push_back(std::move(worker));
    }
    return finished(std::move(timeline), seconds);
}

GanttContent heavyChunks(bool midRun)
{
    GanttContent content;
    content.title = QStringLiteral("Heavy chunks");
    content.subtitle = QStringLiteral("4 chunks of sin · cos + √ · ln");
    content.runtimeName[1] = QStringLiteral("CPython 3.11");
    content.runtimeWork[0] = QStringLiteral("work: 12 000 000 items per chunk");
    content.runtimeWork[1] = QStringLiteral("work: 500 000 items per chunk");
    content.itemLabel = [](core::ItemIndex item) { return QStringLiteral("chunk %1").arg(item + 1); };
    content.itemDetail = [](core::ItemIndex) { return QStringLiteral("12 000 000 items"); };

    GanttBand sequential = band(strategy("sequential"), sequentialRun(2.0, 4));
    sequential.isBaseline = true;
    content.bands.push_back(sequential);

    GanttBand gil = band(strategy("gil-threads", {4}), gilRun(midRun ? 1.62 : 2.06, 4));
    gil.subtitles << QStringLiteral("one lock, 5 ms interval");
    if (midRun) {
        auto running = std::make_shared<Timeline>(*gil.timeline);
        running->ended = false;
        for (Lane& each : running->lanes)
            each.spans.back().flags |= core::spanOpen;
        gil.timeline = running;
        gil.running = true;
        gil.finishSeconds.reset();
    } else {
        gil.speedup = core::Speedup{0.97, {}};
    }
    content.bands.push_back(gil);

    GanttBand threads = band(strategy("threads", {4}), crowdedRun(1.07, 4, 2));
    threads.subtitles << QStringLiteral("2 cores");
    threads.speedup = core::Speedup{1.87, {}};
    content.bands.push_back(threads);
    GanttBand processes = band(strategy("processes", {2}), processRun(1.08, 2));
    processes.subtitles << QStringLiteral("as many as cores");
    processes.speedup = core::Speedup{1.85, {}};
    content.bands.push_back(processes);

    GanttBand pythonSequential = band(strategy("python-sequential"), sequentialRun(0.70, 4));
    pythonSequential.folded = true;
    pythonSequential.isBaseline = true;
    content.bands.push_back(pythonSequential);
    GanttBand pythonThreads = band(strategy("python-threads", {4}), gilRun(0.73, 4));
    pythonThreads.folded = true;
    pythonThreads.speedup = core::Speedup{0.96, {}};
    content.bands.push_back(pythonThreads);
    GanttBand pythonProcesses = band(strategy("python-processes", {2}), processRun(0.42, 2));
    pythonProcesses.folded = true;
    pythonProcesses.speedup = core::Speedup{1.67, {}};
    content.bands.push_back(pythonProcesses);
    return content;
}

GanttContent oneBand(core::Strategy ownStrategy, std::shared_ptr<Timeline> timeline)
{
    GanttContent content;
    content.title = QStringLiteral("One band");
    content.itemLabel = [](core::ItemIndex item) { return QStringLiteral("task %1").arg(item + 1); };
    content.stageLabel = [](core::StageIndex) { return QStringLiteral("download"); };
    content.bands.push_back(band(std::move(ownStrategy), std::move(timeline)));
    return content;
}

} // namespace overlap::charts::testing
