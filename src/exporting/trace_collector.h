// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"
#include "exporting/trace_events.h"

#include <array>
#include <deque>
#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

namespace overlap::exporting {

// What a trace says, sorted by whom it speaks of and not yet brought onto lanes. Times are as they stand in
// the file.

struct CollectedThread
{
    std::string name; ///< empty where none is given
    std::int64_t sortIndex = 0;
    std::string key;                ///< tid
    std::vector<core::Span> slices; ///< in the order of the file; those of other programs may nest
    std::vector<std::size_t> open;  ///< into slices: begun and not ended
    bool own = false;               ///< there are spans as we write them
};

struct CollectedTrack
{
    std::string name;
    std::string id;
    std::string series;
    std::vector<core::Track::Point> points;
};

struct CollectedProcess
{
    std::string key; ///< pid
    std::string name;
    std::int64_t sortIndex = 0;
    std::vector<std::size_t> threads; ///< into TraceCollector::threads
    std::vector<CollectedTrack> tracks;
    std::unordered_map<std::string, std::size_t> trackOf; ///< by name, id and series
    std::vector<core::TaskRow> tasks;     ///< that our own programs wrote; `lane` says nothing yet
    std::vector<std::size_t> taskThreads; ///< of each, into TraceCollector::threads
    std::vector<core::Span> asyncs;
};

/// One end of a flow.
struct CollectedFlow
{
    std::size_t flow; ///< which one
    core::Nanoseconds time;
    std::size_t thread;
    bool leaves;         ///< else it arrives
    bool bindsEnclosing; ///< at the slice that is open, else at the next
};

class TraceCollector final : public TraceListener
{
public:
    void event(const TraceEvent& event) override;
    void description(core::Value value) override { described = std::move(value); }

    std::deque<CollectedProcess> processes;
    std::deque<CollectedThread> threads;
    std::vector<std::size_t> processOf; ///< of each thread
    std::vector<std::string> names;     ///< of slices: item is the index
    std::vector<CollectedFlow> flows;
    core::Value described;  ///< otherData.overlap; null where there is none
    bool ownSlices = false; ///< some are spans as we write them, with items of their own

    /// The latest time at which an event stands; what has no end reaches at least so far.
    core::Nanoseconds latest = std::numeric_limits<core::Nanoseconds>::min();

    std::uint64_t leftOut = 0;     ///< events that lanes cannot show
    std::uint64_t withoutTime = 0; ///< … that have no usable time
    std::uint64_t endsAlone = 0;   ///< ends of what never began
    std::uint64_t openAtEnd = 0;   ///< slices without an end; counted by closeOpen()

    /// Lets what has begun and not ended reach to `time`.
    void closeOpen(core::Nanoseconds time);

private:
    struct Known
    {
        core::ItemIndex item;
        std::string categories; ///< that the state was found for
        core::State state;
    };
    struct OpenAsync
    {
        std::size_t process;
        core::Span slice;
    };

    std::size_t processIndex(const std::string& key);
    std::size_t threadIndex(const TraceEvent& event);
    core::Span sliceOf(const TraceEvent& event);
    Known& known(const TraceEvent& event);
    bool takeOwn(const TraceEvent& event, core::Nanoseconds end);
    void takeComplete(const TraceEvent& event);
    void takeEnd(const TraceEvent& event);
    void takeAsync(const TraceEvent& event, bool begins);
    void takeFlow(const TraceEvent& event);
    void takeCounter(const TraceEvent& event);
    void takeName(const TraceEvent& event);

    std::unordered_map<std::string, std::size_t> m_processes;
    std::unordered_map<std::string, std::size_t> m_threads; // by pid and tid
    std::unordered_map<std::string, Known> m_known;         // by name
    std::unordered_map<std::string, std::size_t> m_flows;   // by category and id
    std::unordered_map<std::string, std::vector<OpenAsync>> m_asyncs;
    std::string m_key; // kept for its room
    std::string m_lastProcess;
    std::string m_lastThread;
    std::size_t m_last = 0; // the thread of these two
};

} // namespace overlap::exporting
