// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/trace_collector.h"

#include "core/experiment.h"
#include "core/saved_run.h"
#include "core/shown.h"
#include "core/text.h"
#include "exporting/slice_state.h"
#include "exporting/trace_terms.h"

#include <algorithm>
#include <cmath>

namespace overlap::exporting {

using core::Nanoseconds;
using core::Span;
using Argument = TraceEvent::Argument;

namespace {

// A file may have a name of its own for every slice; beyond this they have none.
constexpr std::size_t mostNames = 1'000'000;
constexpr char separator = '\x1F';

std::optional<std::uint64_t> numberOf(const TraceEvent& event, std::string_view key, std::uint64_t most)
{
    const Argument* argument = event.argument(key);
    if (!argument || argument->kind != Argument::Kind::integer || argument->integer < 0 ||
        static_cast<std::uint64_t>(argument->integer) > most)
        return std::nullopt;
    return static_cast<std::uint64_t>(argument->integer);
}

bool holds(const TraceEvent& event, std::string_view key)
{
    const Argument* argument = event.argument(key);
    return argument && argument->kind == Argument::Kind::boolean && argument->integer != 0;
}

core::ItemIndex itemOf(const TraceEvent& event)
{
    const auto item = numberOf(event, "item", core::maximumItems - 1);
    return item ? static_cast<core::ItemIndex>(*item) : core::noItem;
}

core::StageIndex stageOf(const TraceEvent& event)
{
    return static_cast<core::StageIndex>(numberOf(event, "stage", 0xFFFF).value_or(0));
}

std::optional<core::State> statedState(const TraceEvent& event)
{
    const Argument* argument = event.argument("state");
    return argument && argument->kind == Argument::Kind::text ? core::stateFromName(argument->text)
                                                              : std::nullopt;
}

} // namespace

std::size_t TraceCollector::processIndex(const std::string& key)
{
    const auto [found, isNew] = m_processes.try_emplace(key, processes.size());
    if (isNew)
        processes.emplace_back().key = key;
    return found->second;
}

std::size_t TraceCollector::threadIndex(const TraceEvent& event)
{
    if (!threads.empty() && event.process == m_lastProcess && event.thread == m_lastThread)
        return m_last;
    m_key = event.process;
    m_key += separator;
    m_key += event.thread;
    const auto [found, isNew] = m_threads.try_emplace(m_key, threads.size());
    if (isNew) {
        const std::size_t process = processIndex(event.process);
        processes[process].threads.push_back(threads.size());
        processOf.push_back(process);
        threads.emplace_back().key = event.thread;
    }
    m_lastProcess = event.process;
    m_lastThread = event.thread;
    return m_last = found->second;
}

TraceCollector::Known& TraceCollector::known(const TraceEvent& event)
{
    const auto [found, isNew] = m_known.try_emplace(event.name);
    Known& entry = found->second;
    if (isNew) {
        entry.item = names.size() < mostNames ? static_cast<core::ItemIndex>(names.size()) : core::noItem;
        if (entry.item != core::noItem)
            names.push_back(core::printable(event.name, core::longestSavedName));
    }
    if (isNew || entry.categories != event.categories) {
        entry.categories = event.categories;
        entry.state = stateOfSlice(event.name, event.categories);
    }
    return entry;
}

Span TraceCollector::sliceOf(const TraceEvent& event)
{
    // Where names are as many as slices, keeping them all would be more than the lanes.
    if (m_known.size() > mostNames)
        m_known.clear();
    const Known& entry = known(event);
    Span slice;
    slice.begin = slice.end = *event.time;
    slice.item = entry.item;
    slice.state = statedState(event).value_or(entry.state);
    return slice;
}

void TraceCollector::event(const TraceEvent& event)
{
    if (event.phase == 'M') {
        takeName(event);
        return;
    }
    static constexpr std::string_view shownPhases = "XBEbeSFstfCi";
    if (event.phase == 0 || shownPhases.find(event.phase) == std::string_view::npos) {
        ++leftOut;
        return;
    }
    if (!event.time) {
        ++withoutTime;
        return;
    }
    latest = std::max(latest, *event.time);
    switch (event.phase) {
    case 'X':
        takeComplete(event);
        break;
    case 'B':
        if (CollectedThread& thread = threads[threadIndex(event)]; true) {
            thread.open.push_back(thread.slices.size());
            thread.slices.push_back(sliceOf(event));
        }
        break;
    case 'E':
        takeEnd(event);
        break;
    case 'b':
    case 'S':
        takeAsync(event, true);
        break;
    case 'e':
    case 'F':
        takeAsync(event, false);
        break;
    case 'C':
        takeCounter(event);
        break;
    case 'i':
        // Ours say again what a span says.
        leftOut += event.categories == "mark" ? 0 : 1;
        break;
    default:
        takeFlow(event);
        break;
    }
}

/// What our own writer says in full: a span, or a task.
bool TraceCollector::takeOwn(const TraceEvent& event, Nanoseconds end)
{
    if (event.categories == "task") {
        const Argument* status = event.argument("status");
        const auto found = status ? std::ranges::find(statusNames, status->text) : statusNames.end();
        if (found == statusNames.end())
            return false;
        core::TaskRow task;
        task.item = itemOf(event);
        task.stage = stageOf(event);
        task.status = static_cast<core::TaskStatus>(found - statusNames.begin());
        task.begin = *event.time;
        task.end = end;
        const std::size_t thread = threadIndex(event);
        CollectedProcess& process = processes[processOf[thread]];
        process.tasks.push_back(task);
        process.taskThreads.push_back(thread);
        return true;
    }
    const auto state = event.categories == "state" ? statedState(event) : std::nullopt;
    if (!state)
        return false;
    Span span;
    span.begin = *event.time;
    span.end = end;
    span.state = *state;
    span.item = itemOf(event);
    span.stage = stageOf(event);
    span.waker = static_cast<core::LaneIndex>(numberOf(event, "waker", core::noLane).value_or(core::noLane));
    span.blocking = holds(event, "blocking");
    span.permits = static_cast<std::uint8_t>(numberOf(event, "permits", 255).value_or(0));
    span.nativeMicroseconds =
        static_cast<std::uint32_t>(numberOf(event, "nativeMicroseconds", 0xFFFFFFFF).value_or(0));
    for (const auto& [flag, name] : flagNames) {
        if (holds(event, name))
            span.flags |= flag;
    }
    CollectedThread& thread = threads[threadIndex(event)];
    thread.slices.push_back(span);
    thread.own = true;
    ownSlices = true;
    return true;
}

void TraceCollector::takeComplete(const TraceEvent& event)
{
    const Nanoseconds duration = event.duration.value_or(0);
    if (duration < 0) {
        ++withoutTime;
        return;
    }
    const Nanoseconds end = *event.time + duration;
    if (takeOwn(event, end))
        return;
    Span slice = sliceOf(event);
    slice.end = end;
    threads[threadIndex(event)].slices.push_back(slice);
}

void TraceCollector::takeEnd(const TraceEvent& event)
{
    CollectedThread& thread = threads[threadIndex(event)];
    if (thread.open.empty()) {
        ++endsAlone;
        return;
    }
    Span& slice = thread.slices[thread.open.back()];
    slice.end = std::max(slice.begin, *event.time);
    thread.open.pop_back();
}

void TraceCollector::takeAsync(const TraceEvent& event, bool begins)
{
    if (begins && event.phase == 'b') {
        const Argument* end = event.argument("end");
        const auto time = end ? nanosecondsFromMicros(end->text) : std::nullopt;
        if (time && *time >= *event.time && takeOwn(event, *time))
            return;
    }
    const std::size_t process = processIndex(event.process);
    m_key = event.process;
    for (const std::string* part : {&event.categories, &event.id, &event.name})
        m_key.append(1, separator).append(*part);
    if (begins) {
        m_asyncs[m_key].push_back({process, sliceOf(event)});
        return;
    }
    const auto found = m_asyncs.find(m_key);
    if (found == m_asyncs.end()) {
        endsAlone += event.categories == "task" ? 0 : 1; // a task of ours was taken whole at its beginning
        return;
    }
    OpenAsync& open = found->second.back();
    open.slice.end = std::max(open.slice.begin, *event.time);
    processes[open.process].asyncs.push_back(open.slice);
    found->second.pop_back();
    if (found->second.empty())
        m_asyncs.erase(found);
}

void TraceCollector::takeFlow(const TraceEvent& event)
{
    // Our spans say themselves who woke them.
    if (event.categories == "waker" && (ownSlices || !described.isNull()))
        return;
    m_key = event.categories;
    m_key.append(1, separator).append(event.id);
    const std::size_t flow = m_flows.try_emplace(m_key, m_flows.size()).first->second;
    const std::size_t thread = threadIndex(event);
    if (event.phase != 's')
        flows.push_back({flow, *event.time, thread, false, event.bindsEnclosing || event.phase == 't'});
    if (event.phase != 'f')
        flows.push_back({flow, *event.time, thread, true, true});
}

void TraceCollector::takeCounter(const TraceEvent& event)
{
    CollectedProcess& process = processes[processIndex(event.process)];
    for (const Argument& argument : event.arguments()) {
        std::int64_t value = argument.integer;
        if (argument.kind == Argument::Kind::real) {
            const auto number = core::numberFromText(argument.text);
            if (!number || std::abs(*number) > 9e18)
                continue;
            value = std::llround(*number);
        } else if (argument.kind != Argument::Kind::integer) {
            continue;
        }
        m_key = event.name;
        m_key.append(1, separator).append(event.id).append(1, separator).append(argument.key);
        const auto [found, isNew] = process.trackOf.try_emplace(m_key, process.tracks.size());
        if (isNew)
            process.tracks.push_back({core::printable(event.name, core::longestSavedName),
                                      event.id,
                                      core::printable(argument.key, core::longestSavedName),
                                      {}});
        process.tracks[found->second].points.push_back({*event.time, value});
    }
}

void TraceCollector::takeName(const TraceEvent& event)
{
    const bool ofProcess = event.name == "process_name" || event.name == "process_sort_index";
    const bool ofThread = event.name == "thread_name" || event.name == "thread_sort_index";
    if (!ofProcess && !ofThread)
        return;
    const Argument* name = event.argument("name");
    const Argument* order = event.argument("sort_index");
    const std::size_t thread = ofThread ? threadIndex(event) : 0;
    const std::size_t process = processIndex(event.process);
    std::string& ownName = ofThread ? threads[thread].name : processes[process].name;
    std::int64_t& sortIndex = ofThread ? threads[thread].sortIndex : processes[process].sortIndex;
    if (name && name->kind == Argument::Kind::text)
        ownName = core::printable(name->text, core::longestSavedName);
    if (order && order->kind == Argument::Kind::integer)
        sortIndex = order->integer;
}

void TraceCollector::closeOpen(Nanoseconds time)
{
    for (CollectedThread& thread : threads) {
        openAtEnd += thread.open.size();
        for (const std::size_t index : thread.open)
            thread.slices[index].end = std::max(thread.slices[index].begin, time);
        thread.open.clear();
    }
    for (auto& [key, begun] : m_asyncs) {
        openAtEnd += begun.size();
        for (OpenAsync& open : begun) {
            open.slice.end = std::max(open.slice.begin, time);
            processes[open.process].asyncs.push_back(open.slice);
        }
    }
    m_asyncs.clear();
}

} // namespace overlap::exporting
