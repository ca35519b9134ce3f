// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/timeline_file.h"

#include "core/experiment.h"
#include "core/json.h"
#include "core/shown.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace overlap::recording {

using core::Error;
using core::Message;
using core::Nanoseconds;

namespace {

constexpr std::size_t headBytes = 24;
constexpr std::size_t checksumBytes = 8;
constexpr std::size_t spanBytes = 32;
constexpr std::size_t pointBytes = 16;
constexpr std::size_t taskBytes = 32;
constexpr std::size_t blockBytes = 1 << 20; // a multiple of every record
constexpr core::JsonLimits descriptionLimits{64 * 1024 * 1024, 64, 2'000'000};
constexpr std::uint8_t knownFlags =
    core::spanFailed | core::spanCancelled | core::spanLost | core::spanKilled;

// Bytes are put together by hand and not copied from structures, so that the format is the same on every
// machine; compilers make one load of it.

template <class Integer>
Integer load(const char* from)
{
    std::make_unsigned_t<Integer> value = 0;
    for (std::size_t i = 0; i < sizeof(Integer); ++i)
        value |= static_cast<std::make_unsigned_t<Integer>>(
            static_cast<std::make_unsigned_t<Integer>>(static_cast<unsigned char>(from[i])) << (8 * i));
    return static_cast<Integer>(value);
}

template <class Integer>
void store(char* into, Integer value)
{
    const auto bits = static_cast<std::make_unsigned_t<Integer>>(value);
    for (std::size_t i = 0; i < sizeof(Integer); ++i)
        into[i] = static_cast<char>((bits >> (8 * i)) & 0xFF);
}

void storeSpan(char* into, const core::Span& span)
{
    store(into, span.begin);
    store(into + 8, span.end);
    store(into + 16, span.item);
    store(into + 20, span.stage);
    store(into + 22, span.waker);
    store(into + 24, static_cast<std::uint8_t>(span.state));
    store(into + 25, span.flags);
    store(into + 26, static_cast<std::uint8_t>(span.blocking ? 1 : 0));
    store(into + 27, span.permits);
    store(into + 28, span.nativeMicroseconds);
}

void storePoint(char* into, const core::Track::Point& point)
{
    store(into, point.time);
    store(into + 8, point.value);
}

void storeTask(char* into, const core::TaskRow& task)
{
    std::memset(into, 0, taskBytes);
    store(into, task.begin);
    store(into + 8, task.end);
    store(into + 16, task.item);
    store(into + 20, task.stage);
    store(into + 22, task.lane);
    store(into + 24, static_cast<std::uint8_t>(task.status));
}

std::string descriptionOf(const core::SavedRun& run)
{
    std::string text = core::writeJson(core::savedRunToValue(run), core::JsonStyle::compact);
    text.resize((text.size() + 7) / 8 * 8, ' ');
    return text;
}

std::uint64_t recordBytes(const core::SavedRun& run)
{
    std::uint64_t bytes = 0;
    for (const core::SavedBand& band : run.bands) {
        for (const core::Lane& lane : band.timeline->lanes)
            bytes += lane.spans.size() * spanBytes;
        for (const core::Track& track : band.timeline->tracks)
            bytes += track.points.size() * pointBytes;
        bytes += band.timeline->tasks.size() * taskBytes;
    }
    return bytes;
}

/// Gathers small pieces, adds them up, and writes them in blocks.
class Writer
{
public:
    Writer(core::FileSink& sink, std::uint64_t size, const core::ByteProgress& progress,
           const std::stop_token& stop)
        : m_sink(sink)
        , m_size(size)
        , m_progress(progress)
        , m_stop(stop)
        , m_block(blockBytes)
    {}

    void bytes(std::string_view piece)
    {
        while (!piece.empty()) {
            const std::size_t part = std::min(piece.size(), blockBytes - m_filled);
            std::memcpy(room(part), piece.data(), part);
            piece.remove_prefix(part);
        }
    }
    /// False where it was stopped meanwhile.
    template <class Record>
    bool records(const std::vector<Record>& records, std::size_t bytesEach,
                 void (*encode)(char*, const Record&))
    {
        for (const Record& record : records) {
            if (m_filled + bytesEach > blockBytes) {
                flush();
                if (m_stop.stop_requested())
                    return false;
            }
            encode(m_block.data() + m_filled, record);
            m_filled += bytesEach;
        }
        return true;
    }
    void flush()
    {
        m_sink.write({m_block.data(), m_filled});
        const std::size_t skipped = m_sumsUp ? 0 : timelineMagic.size();
        m_checksum = timelineChecksum({m_block.data() + skipped, m_filled - skipped}, m_checksum);
        m_sumsUp = true;
        m_filled = 0;
        if (m_progress)
            m_progress(m_sink.written(), m_size);
    }
    std::uint64_t checksum() const { return m_checksum; }

private:
    char* room(std::size_t count)
    {
        if (m_filled + count > blockBytes || m_filled == blockBytes)
            flush();
        char* const place = m_block.data() + m_filled;
        m_filled += count;
        return place;
    }

    core::FileSink& m_sink;
    std::uint64_t m_size;
    const core::ByteProgress& m_progress;
    const std::stop_token& m_stop;
    std::vector<char> m_block;
    std::size_t m_filled = 0;
    std::uint64_t m_checksum = 0;
    bool m_sumsUp = false; // the magic lies behind
};

class Reader
{
public:
    Reader(core::ByteSource& source, const core::ByteProgress& progress, const std::stop_token& stop)
        : m_source(source)
        , m_progress(progress)
        , m_stop(stop)
    {}

    std::optional<core::SavedRun> read()
    {
        const std::size_t descriptionBytes = readHead();
        readDescription(descriptionBytes);
        m_block.resize(std::min<std::uint64_t>(blockBytes, m_source.size()));
        for (std::size_t i = 0; i < m_timelines.size(); ++i) {
            if (!readBand(*m_timelines[i], m_counts.bands[i]))
                return std::nullopt;
        }
        const std::uint64_t sum = m_checksum;
        char trailer[checksumBytes];
        take(trailer, checksumBytes);
        if (load<std::uint64_t>(trailer) != sum)
            fail(m_at - checksumBytes,
                 Message(OVERLAP_TR_NOOP("Messages", "at byte %1: the checksum does not fit, so something in "
                                                     "this file has changed since it was written")));
        for (const auto& timeline : m_timelines)
            core::indexSpans(*timeline);
        return std::move(m_run);
    }

private:
    /// `message` gets the byte as its first argument.
    [[noreturn]] void fail(std::uint64_t byte, Message message) const
    {
        std::vector<core::Argument> arguments{std::to_string(byte)};
        arguments.insert(arguments.end(), message.arguments.begin(), message.arguments.end());
        throw Error(Message(message.id, std::move(arguments)), m_source.name());
    }

    void take(char* into, std::size_t count)
    {
        const std::size_t got = m_source.read(into, count);
        m_at += got;
        if (got < count)
            fail(m_at, Message(OVERLAP_TR_NOOP("Messages", "at byte %1: the file ends too early")));
    }

    std::size_t readHead()
    {
        char head[headBytes];
        take(head, headBytes);
        if (std::string_view(head, timelineMagic.size()) != timelineMagic)
            fail(0, Message(OVERLAP_TR_NOOP("Messages", "at byte %1: this is no timeline file of Overlap")));
        if (const auto version = load<std::uint32_t>(head + 8); version != timelineVersion)
            fail(8, Message(OVERLAP_TR_NOOP("Messages", "at byte %1: the version is %2; this program reads "
                                                        "version %3"),
                            {std::to_string(version), std::to_string(timelineVersion)}));
        const auto description = load<std::uint32_t>(head + 12);
        const auto length = load<std::uint64_t>(head + 16);
        if (length != m_source.size())
            fail(16, Message(OVERLAP_TR_NOOP("Messages", "at byte %1: the file had %2 bytes when it was "
                                                         "written and has %3 now"),
                             {std::to_string(length), std::to_string(m_source.size())}));
        if (description % 8 != 0 || description > descriptionLimits.bytes || length % 8 != 0 ||
            length < headBytes + description + checksumBytes)
            fail(12, Message(OVERLAP_TR_NOOP("Messages", "at byte %1: no description of %2 bytes fits into "
                                                         "this file"),
                             {std::to_string(description)}));
        m_checksum = timelineChecksum({head + timelineMagic.size(), headBytes - timelineMagic.size()});
        return description;
    }

    void readDescription(std::size_t count)
    {
        std::string text(count, '\0');
        take(text.data(), count);
        m_checksum = timelineChecksum(text, m_checksum);
        try {
            m_run = core::savedRunFromValue(core::parseJson(text, descriptionLimits), m_counts, m_timelines);
        } catch (const Error& error) {
            const std::string place = error.place().empty() ? "/" : error.place();
            fail(headBytes,
                 Message(OVERLAP_TR_NOOP("Messages", "at byte %1: the description of the run is damaged at "
                                                     "%2: %3"),
                         {core::printable(place, 100), error.message().english()}));
        }
        requireRoom();
    }

    /// What the description promises has to be there, before anything is allocated for it.
    void requireRoom() const
    {
        std::uint64_t left = m_source.size() - m_at - checksumBytes;
        const auto use = [&](std::uint64_t records, std::size_t bytesEach) {
            if (records > left / bytesEach)
                fail(m_at, Message(OVERLAP_TR_NOOP("Messages", "at byte %1: the description speaks of more "
                                                               "records than the file holds")));
            left -= records * bytesEach;
        };
        for (const core::SavedCounts::Band& band : m_counts.bands) {
            for (const std::uint64_t spans : band.spans)
                use(spans, spanBytes);
            for (const std::uint64_t points : band.points)
                use(points, pointBytes);
            use(band.tasks, taskBytes);
        }
        if (left != 0)
            fail(m_at, Message(OVERLAP_TR_NOOP("Messages", "at byte %1: the file holds more than its "
                                                           "description speaks of")));
    }

    /// False where it was stopped.
    template <class Decode> // void(const char* record, std::uint64_t byte)
    bool records(std::uint64_t count, std::size_t bytesEach, Decode decode)
    {
        while (count > 0) {
            if (m_stop.stop_requested())
                return false;
            const auto part = std::min<std::uint64_t>(count, m_block.size() / bytesEach);
            const std::uint64_t begin = m_at;
            take(m_block.data(), part * bytesEach);
            m_checksum = timelineChecksum({m_block.data(), part * bytesEach}, m_checksum);
            for (std::uint64_t i = 0; i < part; ++i)
                decode(m_block.data() + i * bytesEach, begin + i * bytesEach);
            count -= part;
            if (m_progress)
                m_progress(m_at, m_source.size());
        }
        return true;
    }

    bool readBand(core::Timeline& timeline, const core::SavedCounts::Band& counts)
    {
        for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
            if (!readSpans(timeline, timeline.lanes[i], counts.spans[i]))
                return false;
        }
        for (std::size_t i = 0; i < timeline.tracks.size(); ++i) {
            if (!readPoints(timeline.tracks[i], counts.points[i]))
                return false;
        }
        return readTasks(timeline, counts.tasks);
    }

    [[noreturn]] void failTime(std::uint64_t byte) const
    {
        fail(byte, Message(OVERLAP_TR_NOOP("Messages", "at byte %1: this time is out of order or out of "
                                                       "range")));
    }
    [[noreturn]] void failValue(std::uint64_t byte, std::uint64_t value) const
    {
        fail(byte, Message(OVERLAP_TR_NOOP("Messages", "at byte %1: there is no such value as %2"),
                           {std::to_string(value)}));
    }
    void requireItem(core::ItemIndex item, std::uint64_t byte) const
    {
        if (item != core::noItem && item >= core::maximumItems)
            failValue(byte, item);
    }

    bool readSpans(const core::Timeline& timeline, core::Lane& lane, std::uint64_t count)
    {
        lane.spans.reserve(count);
        Nanoseconds last = -core::farthestSavedTime;
        return records(count, spanBytes, [&](const char* from, std::uint64_t byte) {
            core::Span& span = lane.spans.emplace_back();
            span.begin = load<Nanoseconds>(from);
            span.end = load<Nanoseconds>(from + 8);
            if (span.begin < last || span.end < span.begin || span.end > core::farthestSavedTime)
                failTime(byte);
            last = span.end;
            span.item = load<core::ItemIndex>(from + 16);
            requireItem(span.item, byte + 16);
            span.stage = load<core::StageIndex>(from + 20);
            span.waker = load<core::LaneIndex>(from + 22);
            if (span.waker != core::noLane && span.waker >= timeline.lanes.size())
                failValue(byte + 22, span.waker);
            const auto state = load<std::uint8_t>(from + 24);
            if (state >= core::stateCount)
                failValue(byte + 24, state);
            span.state = static_cast<core::State>(state);
            span.flags = load<std::uint8_t>(from + 25);
            if ((span.flags & ~knownFlags) != 0)
                failValue(byte + 25, span.flags);
            const auto blocking = load<std::uint8_t>(from + 26);
            if (blocking > 1)
                failValue(byte + 26, blocking);
            span.blocking = blocking == 1;
            span.permits = load<std::uint8_t>(from + 27);
            span.nativeMicroseconds = load<std::uint32_t>(from + 28);
        });
    }

    bool readPoints(core::Track& track, std::uint64_t count)
    {
        track.points.reserve(count);
        Nanoseconds last = -core::farthestSavedTime;
        return records(count, pointBytes, [&](const char* from, std::uint64_t byte) {
            const core::Track::Point point{load<Nanoseconds>(from), load<std::int64_t>(from + 8)};
            if (point.time < last || point.time > core::farthestSavedTime)
                failTime(byte);
            last = point.time;
            track.points.push_back(point);
        });
    }

    bool readTasks(core::Timeline& timeline, std::uint64_t count)
    {
        timeline.tasks.reserve(count);
        Nanoseconds last = -core::farthestSavedTime;
        return records(count, taskBytes, [&](const char* from, std::uint64_t byte) {
            core::TaskRow& task = timeline.tasks.emplace_back();
            task.begin = load<Nanoseconds>(from);
            task.end = load<Nanoseconds>(from + 8);
            if (task.begin < -core::farthestSavedTime || task.end < task.begin || task.end < last ||
                task.end > core::farthestSavedTime)
                failTime(byte);
            last = task.end;
            task.item = load<core::ItemIndex>(from + 16);
            requireItem(task.item, byte + 16);
            task.stage = load<core::StageIndex>(from + 20);
            task.lane = load<core::LaneIndex>(from + 22);
            if (task.lane >= timeline.lanes.size())
                failValue(byte + 22, task.lane);
            const auto status = load<std::uint8_t>(from + 24);
            if (status > static_cast<std::uint8_t>(core::TaskStatus::cancelled))
                failValue(byte + 24, status);
            task.status = static_cast<core::TaskStatus>(status);
        });
    }

    core::ByteSource& m_source;
    const core::ByteProgress& m_progress;
    const std::stop_token& m_stop;
    std::uint64_t m_at = 0;
    std::uint64_t m_checksum = 0;
    std::vector<char> m_block;
    core::SavedRun m_run;
    core::SavedCounts m_counts;
    std::vector<std::shared_ptr<core::Timeline>> m_timelines;
};

} // namespace

std::uint64_t timelineChecksum(std::string_view bytes, std::uint64_t before)
{
    // Every step can be undone, so two files that differ in one word never have the same sum.
    std::uint64_t sum = before;
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8)
        sum = std::rotl((sum ^ load<std::uint64_t>(bytes.data() + at)) * 0x9E3779B97F4A7C15U, 29);
    return sum;
}

bool writeTimelineFile(const std::filesystem::path& path, const core::SavedRun& run,
                       const core::ByteProgress& progress, const std::stop_token& stop)
{
    const std::string description = descriptionOf(run);
    const std::uint64_t size = headBytes + description.size() + recordBytes(run) + checksumBytes;
    core::FileSink sink(path, size);
    Writer writer(sink, size, progress, stop);
    char head[headBytes];
    std::memcpy(head, timelineMagic.data(), timelineMagic.size());
    store(head + 8, timelineVersion);
    store(head + 12, static_cast<std::uint32_t>(description.size()));
    store(head + 16, size);
    writer.bytes({head, headBytes});
    writer.bytes(description);
    for (const core::SavedBand& band : run.bands) {
        for (const core::Lane& lane : band.timeline->lanes) {
            if (!writer.records(lane.spans, spanBytes, storeSpan))
                return false;
        }
        for (const core::Track& track : band.timeline->tracks) {
            if (!writer.records(track.points, pointBytes, storePoint))
                return false;
        }
        if (!writer.records(band.timeline->tasks, taskBytes, storeTask))
            return false;
    }
    writer.flush();
    char trailer[checksumBytes];
    store(trailer, writer.checksum());
    sink.write({trailer, checksumBytes});
    sink.commit();
    return true;
}

std::optional<core::SavedRun> readTimelineFile(core::ByteSource& source, const core::ByteProgress& progress,
                                               const std::stop_token& stop)
{
    return Reader(source, progress, stop).read();
}

} // namespace overlap::recording
