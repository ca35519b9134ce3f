// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/trace_writer.h"

#include "core/json.h"
#include "exporting/trace_terms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace overlap::exporting {

using core::Nanoseconds;

namespace {

constexpr std::size_t blockBytes = 1 << 20;
constexpr std::size_t checkedEvery = 4096; // spans between two looks at the stop token

/// Text in blocks.
class Out
{
public:
    explicit Out(core::FileSink& sink) : m_sink(sink) { m_text.reserve(blockBytes + 4096); }

    Out& operator<<(std::string_view text)
    {
        m_text += text;
        return *this;
    }
    template <class Integer>
    requires std::is_integral_v<Integer> Out& operator<<(Integer number)
    {
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
        m_text.append(digits, end);
        return *this;
    }
    /// Nanoseconds as microseconds: "12.345". Precondition: not negative.
    Out& micros(Nanoseconds time)
    {
        *this << time / 1000;
        const auto rest = static_cast<int>(time % 1000);
        const char digits[4] = {'.', static_cast<char>('0' + rest / 100),
                                static_cast<char>('0' + rest / 10 % 10), static_cast<char>('0' + rest % 10)};
        m_text.append(digits, sizeof digits);
        return *this;
    }
    Out& quoted(std::string_view text)
    {
        return *this << core::writeJson(core::Value(text), core::JsonStyle::compact);
    }
    void flushBeyond(std::size_t bytes)
    {
        if (m_text.size() > bytes) {
            m_sink.write(m_text);
            m_text.clear();
        }
    }

private:
    core::FileSink& m_sink;
    std::string m_text;
};

class Writer
{
public:
    Writer(core::FileSink& sink, const core::SavedRun& run, const core::ByteProgress& progress,
           const std::stop_token& stop)
        : m_out(sink)
        , m_run(run)
        , m_progress(progress)
        , m_stop(stop)
    {
        for (const core::SavedBand& band : run.bands) {
            m_offset = std::max(m_offset, -band.timeline->start);
            for (const core::Lane& lane : band.timeline->lanes) {
                m_spans += lane.spans.size();
                if (!lane.spans.empty())
                    m_offset = std::max(m_offset, -lane.spans.front().begin);
            }
            for (const core::TaskRow& task : band.timeline->tasks)
                m_offset = std::max(m_offset, -task.begin);
            for (const core::Track& track : band.timeline->tracks) {
                if (!track.points.empty())
                    m_offset = std::max(m_offset, -track.points.front().time);
            }
        }
    }

    /// False where it was stopped.
    bool write()
    {
        core::Value other = core::savedRunToValue(m_run);
        other.set(traceOffsetKey, m_offset);
        m_out << R"({"displayTimeUnit":"ms","otherData":{"overlap":)"
              << core::writeJson(other, core::JsonStyle::compact) << "},\n\"traceEvents\":[";
        for (std::size_t i = 0; i < m_run.bands.size(); ++i) {
            m_process = i + 1;
            if (!writeBand(m_run.bands[i]))
                return false;
        }
        m_out << "\n]}\n";
        m_out.flushBeyond(0);
        return true;
    }

private:
    /// `{"ph":"X","pid":1,"tid":2`, which name, cat, ts and args follow.
    Out& event(std::string_view phase, std::size_t thread)
    {
        m_out.flushBeyond(blockBytes);
        m_out << (m_any ? ",\n" : "\n") << R"({"ph":")" << phase << R"(","pid":)" << m_process << R"(,"tid":)"
              << thread;
        m_any = true;
        return m_out;
    }
    Out& timed(std::string_view phase, std::size_t thread, std::string_view category, Nanoseconds time)
    {
        event(phase, thread) << R"(,"cat":")" << category << R"(","ts":)";
        return m_out.micros(time + m_offset);
    }

    void name(std::size_t thread, std::string_view what, std::string_view text)
    {
        event("M", thread) << R"(,"cat":"__metadata","ts":0,"name":")" << what << R"(","args":{"name":)";
        m_out.quoted(text) << "}}";
    }
    void order(std::size_t thread, std::string_view what, std::size_t index)
    {
        event("M", thread) << R"(,"cat":"__metadata","ts":0,"name":")" << what << R"(","args":{"sort_index":)"
                           << index << "}}";
    }

    bool writeBand(const core::SavedBand& band)
    {
        const core::Timeline& timeline = *band.timeline;
        name(0, "process_name",
             band.point.empty() ? band.strategy.text() : band.strategy.text() + " · " + band.point);
        order(0, "process_sort_index", m_process);
        for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
            name(i + 1, "thread_name", timeline.lanes[i].name);
            order(i + 1, "thread_sort_index", i + 1);
        }
        // Tasks before spans: of two slices that begin at once, viewers take the first for the outer one.
        if (!writeTasks(timeline))
            return false;
        for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
            if (!writeLane(timeline.lanes[i], i + 1))
                return false;
        }
        for (std::size_t i = 0; i < timeline.tracks.size(); ++i)
            writeTrack(timeline, i);
        return true;
    }

    void taskName(core::ItemIndex item, core::StageIndex stage)
    {
        std::string text =
            item < m_run.items.size() ? m_run.items[item] : "item " + std::to_string(std::uint64_t{item} + 1);
        if (m_run.stages.size() > 1 && stage < m_run.stages.size())
            text += " · " + m_run.stages[stage];
        m_out << R"(,"name":)";
        m_out.quoted(text);
    }
    void taskArguments(const core::TaskRow& task)
    {
        m_out << R"(,"args":{"item":)" << task.item << R"(,"stage":)" << task.stage << R"(,"status":")"
              << statusNames[static_cast<std::size_t>(task.status)] << "\"";
    }

    bool writeTasks(const core::Timeline& timeline)
    {
        const std::vector<bool> nests = nestingTasks(timeline);
        for (std::size_t i = 0; i < timeline.tasks.size(); ++i) {
            if (i % checkedEvery == 0 && m_stop.stop_requested())
                return false;
            const core::TaskRow& task = timeline.tasks[i];
            const std::size_t thread = std::size_t{task.lane} + 1;
            if (nests[i]) {
                timed("X", thread, "task", task.begin) << R"(,"dur":)";
                m_out.micros(task.end - task.begin);
                taskName(task.item, task.stage);
                taskArguments(task);
                m_out << "}}";
                continue;
            }
            ++m_asyncs;
            timed("b", thread, "task", task.begin) << R"(,"id":)" << m_asyncs;
            taskName(task.item, task.stage);
            taskArguments(task);
            m_out << R"(,"end":)";
            m_out.micros(task.end + m_offset) << "}}";
            timed("e", thread, "task", task.end) << R"(,"id":)" << m_asyncs;
            taskName(task.item, task.stage);
            m_out << R"(,"args":{}})";
        }
        return true;
    }

    /// Which tasks overlap no other task of their lane and cut no span in two.
    static std::vector<bool> nestingTasks(const core::Timeline& timeline)
    {
        std::vector<bool> nests(timeline.tasks.size(), false);
        std::vector<Nanoseconds> lastEnd(timeline.lanes.size(), -core::farthestSavedTime);
        for (std::size_t i = 0; i < timeline.tasks.size(); ++i) {
            const core::TaskRow& task = timeline.tasks[i];
            const auto& spans = timeline.lanes[task.lane].spans;
            const auto cuts = [&spans](Nanoseconds time) {
                const auto behind = std::ranges::upper_bound(spans, time, {}, &core::Span::end);
                return behind != spans.end() && behind->begin < time;
            };
            nests[i] = task.begin >= lastEnd[task.lane] && !cuts(task.begin) && !cuts(task.end);
            if (nests[i])
                lastEnd[task.lane] = task.end;
        }
        return nests;
    }

    bool writeLane(const core::Lane& lane, std::size_t thread)
    {
        for (const core::Span& span : lane.spans) {
            if (++m_done % checkedEvery == 0) {
                if (m_stop.stop_requested())
                    return false;
                if (m_progress)
                    m_progress(m_done, m_spans);
            }
            writeSpan(span, thread);
            // The holder's lane says who has the lock; nobody was woken there.
            if (span.waker != core::noLane && lane.kind != core::LaneKind::holder)
                writeWaker(span, thread);
        }
        return true;
    }

    void writeSpan(const core::Span& span, std::size_t thread)
    {
        const std::string_view state = core::stateName(span.state);
        timed("X", thread, "state", span.begin) << R"(,"dur":)";
        m_out.micros(span.duration()) << R"(,"name":")" << state << R"(","args":{"state":")" << state << "\"";
        if (span.item != core::noItem)
            m_out << R"(,"item":)" << span.item;
        if (span.stage != 0)
            m_out << R"(,"stage":)" << span.stage;
        if (span.waker != core::noLane)
            m_out << R"(,"waker":)" << span.waker;
        if (span.blocking)
            m_out << R"(,"blocking":true)";
        if (span.permits != 0)
            m_out << R"(,"permits":)" << static_cast<int>(span.permits);
        if (span.nativeMicroseconds != 0)
            m_out << R"(,"nativeMicroseconds":)" << span.nativeMicroseconds;
        for (const auto& [flag, flagName] : flagNames) {
            if (span.flags & flag)
                m_out << ",\"" << flagName << "\":true";
        }
        m_out << "}}";
        for (const auto& [flag, flagName] : flagNames) {
            if (span.flags & flag)
                timed("i", thread, "mark", span.end)
                    << R"(,"s":"t","name":")" << flagName << R"(","args":{}})";
        }
    }

    void writeWaker(const core::Span& span, std::size_t thread)
    {
        ++m_flows;
        timed("s", std::size_t{span.waker} + 1, "waker", span.begin)
            << R"(,"id":)" << m_flows << R"(,"name":"wakes","args":{}})";
        timed("f", thread, "waker", span.begin)
            << R"(,"id":)" << m_flows << R"(,"bp":"e","name":"wakes","args":{}})";
    }

    void writeTrack(const core::Timeline& timeline, std::size_t index)
    {
        const core::Track& track = timeline.tracks[index];
        // Viewers put counters of one name together unless an id tells them apart.
        const auto sameName = [&track](const core::Track& other) { return other.name == track.name; };
        const bool alone = std::ranges::count_if(timeline.tracks, sameName) == 1;
        for (const core::Track::Point& point : track.points) {
            timed("C", 0, "track", point.time);
            if (!alone)
                m_out << R"(,"id":)" << index;
            m_out << R"(,"name":)";
            m_out.quoted(track.name) << R"(,"args":{"value":)" << point.value << "}}";
        }
    }

    Out m_out;
    const core::SavedRun& m_run;
    const core::ByteProgress& m_progress;
    const std::stop_token& m_stop;
    Nanoseconds m_offset = 0;
    std::uint64_t m_spans = 0;
    std::uint64_t m_done = 0;
    std::size_t m_process = 0;
    std::uint64_t m_flows = 0;
    std::uint64_t m_asyncs = 0;
    bool m_any = false;
};

} // namespace

bool writeTrace(const std::filesystem::path& path, const core::SavedRun& run,
                const core::ByteProgress& progress, const std::stop_token& stop)
{
    core::FileSink sink(path);
    if (!Writer(sink, run, progress, stop).write())
        return false;
    sink.commit();
    return true;
}

} // namespace overlap::exporting
