// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saved_run.h"

#include "core/json.h"
#include "core/shown.h"

#include <algorithm>
#include <cmath>

namespace overlap::core {

namespace {

Value toValue(const Strategy& strategy)
{
    Value counts = Value::array();
    for (const int count : strategy.counts)
        counts.append(count);
    Value options = Value::object();
    for (const auto& [key, text] : strategy.options)
        options.set(key, text);
    Value value = Value::object();
    value.set("name", strategy.name);
    value.set("runtime", strategy.runtime == Runtime::python ? "python" : "native");
    value.set("counts", std::move(counts));
    value.set("options", std::move(options));
    value.set("countsWorkers", strategy.countsWorkers);
    return value;
}

Value toValue(const Lane& lane)
{
    Value totals = Value::object();
    for (std::size_t state = 0; state < stateCount; ++state) {
        if (lane.totals[state] != 0)
            totals.set(stateNames[state], lane.totals[state]);
    }
    Value value = Value::object();
    value.set("name", lane.name);
    value.set("kind", laneKindName(lane.kind));
    value.set("totals", std::move(totals));
    value.set("lost", lane.lostRecords);
    value.set("spans", lane.spans.size());
    return value;
}

Value toValue(const Track& track)
{
    Value value = Value::object();
    value.set("name", track.name);
    value.set("limit", track.limit);
    value.set("lost", track.lostRecords);
    value.set("points", track.points.size());
    return value;
}

Value toValue(const SavedBand& band)
{
    const Timeline& timeline = *band.timeline;
    Value lanes = Value::array();
    for (const Lane& lane : timeline.lanes)
        lanes.append(toValue(lane));
    Value tracks = Value::array();
    for (const Track& track : timeline.tracks)
        tracks.append(toValue(track));
    Value value = Value::object();
    value.set("strategy", toValue(band.strategy));
    value.set("point", band.point);
    value.set("startupSeconds", band.startupSeconds);
    value.set("stopped", band.stopped);
    value.set("start", timeline.start);
    value.set("end", timeline.end);
    value.set("tasks", timeline.tasks.size());
    value.set("lanes", std::move(lanes));
    value.set("tracks", std::move(tracks));
    return value;
}

Value texts(const std::vector<std::string>& from)
{
    Value value = Value::array();
    for (std::size_t i = 0; i < std::min(from.size(), mostSavedLabels); ++i)
        value.append(from[i]);
    return value;
}

/// A member on the way down a description, with the pointer that names it.
class Node
{
public:
    explicit Node(const Value& value, std::string pointer = {})
        : m_value(value)
        , m_pointer(std::move(pointer))
    {}

    Node member(std::string_view key) const
    {
        const Value* found = m_value.isObject() ? m_value.find(key) : nullptr;
        if (!found)
            fail(Message(OVERLAP_TR_NOOP("Messages", "“%1” is missing"), {std::string(key)}));
        return Node(*found, jsonPointer(m_pointer, key));
    }
    template <class Each> // void(Node)
    void forEach(Each each) const
    {
        if (!m_value.isArray())
            failKind();
        const auto& array = m_value.asArray();
        for (std::size_t i = 0; i < array.size(); ++i)
            each(Node(array[i], jsonPointer(m_pointer, std::to_string(i))));
    }
    const Value& value() const { return m_value; }
    const Value::Object& object() const
    {
        if (!m_value.isObject())
            failKind();
        return m_value.asObject();
    }
    std::string name() const
    {
        if (!m_value.isString())
            failKind();
        return printable(m_value.asString(), longestSavedName);
    }
    bool flag() const
    {
        if (!m_value.isBoolean())
            failKind();
        return m_value.asBoolean();
    }
    std::int64_t integer(std::int64_t least, std::int64_t most) const
    {
        if (!m_value.isInteger() || m_value.asInteger() < least || m_value.asInteger() > most)
            failKind();
        return m_value.asInteger();
    }
    std::uint64_t count() const { return static_cast<std::uint64_t>(integer(0, INT64_MAX)); }
    Nanoseconds time() const { return integer(-farthestSavedTime, farthestSavedTime); }
    double seconds() const
    {
        if (!m_value.isNumber() || !(std::abs(m_value.asNumber()) <= toSeconds(farthestSavedTime)))
            failKind();
        return m_value.asNumber();
    }
    [[noreturn]] void fail(Message message) const { throw Error(std::move(message), m_pointer); }
    [[noreturn]] void failKind() const
    {
        fail(Message(OVERLAP_TR_NOOP("Messages", "the description of a saved run has no such value here")));
    }

private:
    const Value& m_value;
    std::string m_pointer;
};

Strategy strategyFrom(const Node& node)
{
    Strategy strategy;
    strategy.name = node.member("name").name();
    strategy.runtime = node.member("runtime").name() == "python" ? Runtime::python : Runtime::native;
    node.member("counts").forEach(
        [&](const Node& count) { strategy.counts.push_back(static_cast<int>(count.integer(0, 1'000'000))); });
    for (const auto& [key, value] : node.member("options").object())
        strategy.options[printable(key, longestSavedName)] = Node(value, "/options").name();
    strategy.countsWorkers = node.member("countsWorkers").flag();
    return strategy;
}

Lane laneFrom(const Node& node)
{
    Lane lane;
    lane.name = node.member("name").name();
    const Node kind = node.member("kind");
    const std::string kindName = kind.name();
    while (laneKindName(lane.kind) != kindName) {
        lane.kind = static_cast<LaneKind>(static_cast<int>(lane.kind) + 1);
        if (lane.kind == LaneKind::track) // no lane, but a track
            kind.failKind();
    }
    const Node totals = node.member("totals");
    for (const auto& [key, value] : totals.object()) {
        const auto state = stateFromName(key);
        if (!state)
            totals.failKind();
        lane.totals[static_cast<std::size_t>(*state)] = Node(value, "/totals").integer(0, farthestSavedTime);
    }
    lane.lostRecords = node.member("lost").count();
    return lane;
}

void readBand(const Node& node, SavedRun& run, SavedCounts& counts,
              std::vector<std::shared_ptr<Timeline>>& timelines)
{
    SavedCounts::Band& count = counts.bands.emplace_back();
    auto timeline = std::make_shared<Timeline>();
    timeline->start = node.member("start").time();
    timeline->end = node.member("end").time();
    if (timeline->start > timeline->end)
        node.member("end").failKind();
    timeline->ended = true;
    node.member("lanes").forEach([&](const Node& lane) {
        if (timeline->lanes.size() == mostSavedLanes)
            lane.fail(Message(OVERLAP_TR_NOOP("Messages", "there are more than %1 lanes"),
                              {std::to_string(mostSavedLanes)}));
        timeline->lanes.push_back(laneFrom(lane));
        count.spans.push_back(lane.member("spans").count());
    });
    // The index of a holder's lane is as wide as there are lanes; no executor makes so many around a lock.
    constexpr std::size_t mostLanesAroundALock = 2048;
    if (timeline->lanes.size() > mostLanesAroundALock &&
        std::ranges::count(timeline->lanes, LaneKind::holder, &Lane::kind) > 0)
        node.member("lanes").fail(Message(OVERLAP_TR_NOOP("Messages", "there are more than %1 lanes"),
                                          {std::to_string(mostLanesAroundALock)}));
    node.member("tracks").forEach([&](const Node& from) {
        Track track;
        track.name = from.member("name").name();
        track.limit = from.member("limit").integer(0, INT64_MAX);
        track.lostRecords = from.member("lost").count();
        timeline->tracks.push_back(std::move(track));
        count.points.push_back(from.member("points").count());
    });
    count.tasks = node.member("tasks").count();
    SavedBand band;
    band.strategy = strategyFrom(node.member("strategy"));
    band.point = node.member("point").name();
    band.startupSeconds = node.member("startupSeconds").seconds();
    band.stopped = node.member("stopped").flag();
    band.timeline = timeline;
    run.bands.push_back(std::move(band));
    timelines.push_back(std::move(timeline));
}

} // namespace

Value savedRunToValue(const SavedRun& run)
{
    Value bands = Value::array();
    for (const SavedBand& band : run.bands)
        bands.append(toValue(band));
    Value value = Value::object();
    value.set("schema", savedRunSchema);
    value.set("title", run.title);
    value.set("program", run.program);
    value.set("experiment", run.experiment);
    value.set("environment", run.environment);
    value.set("stages", texts(run.stages));
    value.set("bands", std::move(bands));
    value.set("items", texts(run.items));
    return value;
}

SavedRun savedRunFromValue(const Value& value, SavedCounts& counts,
                           std::vector<std::shared_ptr<Timeline>>& timelines)
{
    const Node root(value);
    const Node schema = root.member("schema");
    if (schema.name() != savedRunSchema) {
        schema.fail(Message(OVERLAP_TR_NOOP("Messages", "the schema is “%1”, not “%2”"),
                            {shown(schema.name()), std::string(savedRunSchema)}));
    }
    SavedRun run;
    run.title = root.member("title").name();
    run.program = root.member("program").name();
    run.experiment = root.member("experiment").value();
    run.environment = root.member("environment").value();
    root.member("stages").forEach([&](const Node& stage) { run.stages.push_back(stage.name()); });
    root.member("items").forEach([&](const Node& item) { run.items.push_back(item.name()); });
    root.member("bands").forEach([&](const Node& band) { readBand(band, run, counts, timelines); });
    return run;
}

} // namespace overlap::core
