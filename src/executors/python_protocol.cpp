// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/python_protocol.h"

#include "core/json.h"
#include "core/shown.h"
#include "executors/python_sentences.h"

#include <algorithm>
#include <cstring>

namespace overlap::executors {

using core::Message;
using core::Nanoseconds;
using core::Value;
using recording::Record;

namespace {

[[noreturn]] void refuse()
{
    throw core::Error(Message(OVERLAP_TR_NOOP("Messages", "what came is no answer of a Python")));
}

/// A document that Python made, and nothing but it.
Value documentOf(std::string_view text)
{
    constexpr core::JsonLimits limits{largestPythonFrame, 16, 100'000};
    return core::parseJson(text, limits);
}

const Value& memberOf(const Value& object, std::string_view key, Value::Kind kind)
{
    const Value* member = object.find(key);
    if (!member || member->kind() != kind)
        refuse();
    return *member;
}

template <class Number>
Number take(std::string_view& rest)
{
    Number number{};
    if (rest.size() < sizeof number)
        refuse();
    std::memcpy(&number, rest.data(), sizeof number);
    rest.remove_prefix(sizeof number);
    return number;
}

bool isPossible(const Record& record, const PythonRun& run)
{
    constexpr unsigned known = recording::recordTaskBegin | recording::recordTaskEnd |
                               recording::recordFailed | recording::recordKilled;
    const bool ofTask = (record.flags & (recording::recordTaskBegin | recording::recordTaskEnd)) != 0;
    return static_cast<std::size_t>(record.state) < core::stateCount && (record.flags & ~known) == 0 &&
           record.time <= run.now && record.waker == core::noLane &&
           (record.item < run.items || (record.item == core::noItem && !ofTask));
}

bool fits(const Value& value, core::ParameterKind kind)
{
    using core::ParameterKind;
    switch (kind) {
    case ParameterKind::integer:
    case ParameterKind::bytes:
        return value.isInteger();
    case ParameterKind::number:
    case ParameterKind::seconds:
        return value.isNumber();
    case ParameterKind::boolean:
        return value.isBoolean();
    default:
        return value.isString();
    }
}

bool fits(const Value& value, const std::vector<core::ResultColumn>& columns)
{
    return value.isObject() && std::ranges::all_of(columns, [&](const core::ResultColumn& column) {
               const Value* const cell = value.find(column.key);
               return cell ? fits(*cell, column.kind) : column.optional;
           });
}

} // namespace

void appendOrder(std::string& out, PythonOrder type, std::string_view payload)
{
    const std::size_t at = ipc::beginFrame(out);
    out += payload;
    ipc::endFrame(out, at, static_cast<ipc::FrameType>(type));
}

PythonHello decodePythonHello(std::string_view payload)
{
    const Value said = documentOf(payload);
    return {memberOf(said, "implementation", Value::Kind::string).asString(),
            memberOf(said, "version", Value::Kind::string).asString(),
            memberOf(said, "gil", Value::Kind::boolean).asBoolean(),
            memberOf(said, "pillow", Value::Kind::string).asString()};
}

std::vector<std::int64_t> decodePythonPids(std::string_view payload)
{
    const Value said = documentOf(payload);
    std::vector<std::int64_t> pids;
    for (const Value& pid : memberOf(said, "pids", Value::Kind::array).asArray()) {
        if (!pid.isInteger())
            refuse();
        pids.push_back(pid.asInteger());
    }
    return pids;
}

Message decodePythonSentence(std::string_view payload)
{
    constexpr std::size_t mostArguments = 9;
    const Value said = documentOf(payload);
    const std::string& pattern = memberOf(said, "id", Value::Kind::string).asString();
    std::vector<core::Argument> arguments;
    for (const Value& argument : memberOf(said, "arguments", Value::Kind::array).asArray()) {
        if (!argument.isString() || arguments.size() == mostArguments)
            refuse();
        arguments.emplace_back(argument.asString());
    }
    for (const char* known : pythonSentences()) {
        if (pattern == known)
            return Message(known, std::move(arguments));
    }
    return Message(OVERLAP_TR_NOOP("Messages", "%1"), {pattern});
}

std::int64_t decodePythonPeak(std::string_view payload)
{
    const Value said = documentOf(payload);
    return std::max<std::int64_t>(memberOf(said, "peak", Value::Kind::integer).asInteger(), 0);
}

PythonRecords decodePythonRecords(std::string_view payload, const PythonRun& run)
{
    PythonRecords batch;
    batch.lane = take<core::LaneIndex>(payload);
    const auto reserved = take<std::uint16_t>(payload);
    const auto count = take<std::uint32_t>(payload);
    if (batch.lane >= run.lanes || reserved != 0 || payload.size() != std::uint64_t{count} * sizeof(Record))
        refuse();
    batch.records.reserve(count);
    Nanoseconds last = run.origin;
    for (std::uint32_t i = 0; i < count; ++i) {
        auto record = take<Record>(payload);
        if (!isPossible(record, run))
            refuse();
        // What a worker of a pool did before t = 0, it did until then.
        record.time = std::max(record.time, run.origin);
        if (record.time < last)
            refuse();
        last = record.time;
        batch.records.push_back(record);
    }
    return batch;
}

PythonResult decodePythonResult(std::string_view payload, const PythonRun& run,
                                const std::vector<core::ResultColumn>& columns)
{
    enum : std::uint8_t { done = 1, failed = 2 };
    PythonResult said;
    said.item = take<core::ItemIndex>(payload);
    said.result.lane = take<core::LaneIndex>(payload);
    const auto status = take<std::uint8_t>(payload);
    const auto reserved = take<std::uint8_t>(payload);
    const auto begin = take<Nanoseconds>(payload);
    const auto end = take<Nanoseconds>(payload);
    const auto arrived = take<Nanoseconds>(payload);
    if (said.item >= run.items || (said.result.lane >= run.lanes && said.result.lane != core::noLane) ||
        (status != done && status != failed) || reserved != 0 || begin < run.origin || end < begin ||
        arrived < end || arrived > run.now)
        refuse();
    said.result.begin = begin - run.origin;
    said.result.end = end - run.origin;
    said.arrived = arrived - run.origin;
    if (status == failed) {
        said.result.status = core::TaskStatus::failed;
        said.result.error = decodePythonSentence(payload);
        return said;
    }
    said.result.status = core::TaskStatus::done;
    said.result.value = documentOf(payload);
    if (!fits(said.result.value, columns))
        refuse();
    return said;
}

} // namespace overlap::executors
