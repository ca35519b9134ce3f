// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile.h"

#include "core/message.h"
#include "core/shown.h"

#include <algorithm>

namespace overlap::core {

namespace {

/// A year: what is longer is no measurement, and sums of it would overflow.
constexpr std::int64_t longest = 365LL * 86'400 * nanosecondsPerSecond;
constexpr std::size_t mostStages = 64;
constexpr std::size_t mostSegments = 1'000'000; // of an item

[[noreturn]] void refuse(const std::string& pointer)
{
    throw Error(Message(OVERLAP_TR_NOOP("Messages", "this is no profile of a piece of work")), pointer);
}

const Value& member(const Value& object, std::string_view key, const std::string& pointer)
{
    const Value* found = object.isObject() ? object.find(key) : nullptr;
    if (!found)
        refuse(pointer + "/" + std::string(key));
    return *found;
}

std::int64_t integerIn(const Value& value, std::int64_t least, std::int64_t most, const std::string& pointer)
{
    if (!value.isInteger() || value.asInteger() < least || value.asInteger() > most)
        refuse(pointer);
    return value.asInteger();
}

const std::vector<Value>& listOf(const Value& value, std::size_t most, const std::string& pointer)
{
    if (!value.isArray() || value.asArray().size() > most)
        refuse(pointer);
    return value.asArray();
}

/// Flat, because there may be a hundred thousand: need, amount, need, amount.
TaskProfile taskOf(const Value& value, const std::string& pointer)
{
    const std::vector<Value>& list = listOf(value, 2 * mostSegments, pointer);
    if (list.size() % 2 != 0)
        refuse(pointer);
    TaskProfile task;
    for (std::size_t i = 0; i < list.size(); i += 2) {
        const auto need = static_cast<Need>(
            integerIn(list[i], 0, static_cast<std::int64_t>(needNames.size()) - 1, pointer));
        const bool permit = need == Need::permit;
        task.segments.push_back(
            {need, integerIn(list[i + 1], permit ? 1 : 0, permit ? 1'000'000 : longest, pointer)});
    }
    return task;
}

ItemProfile itemOf(const Value& value, std::size_t stages, const std::string& pointer)
{
    const std::vector<Value>& list = listOf(value, 2 + stages, pointer);
    if (list.size() < 3)
        refuse(pointer);
    ItemProfile item;
    item.bytesThere = integerIn(list[0], 0, INT64_C(1) << 40, pointer);
    item.bytesBack = integerIn(list[1], 0, INT64_C(1) << 40, pointer);
    for (std::size_t stage = 2; stage < list.size(); ++stage)
        item.tasks.push_back(taskOf(list[stage], pointer));
    return item;
}

} // namespace

Value WorkProfile::toValue() const
{
    Value value = Value::object();
    value.set("runtime", runtime == Runtime::python ? "python" : "native");
    value.set("strategy", strategy);
    Value names = Value::array();
    for (const std::string& stage : stages)
        names.append(stage);
    value.set("stages", std::move(names));
    Value needs = Value::array();
    for (const std::string_view name : needNames)
        needs.append(name);
    value.set("needs", std::move(needs));
    value.set("items", items);
    Value list = Value::array();
    for (const ItemProfile& item : sample) {
        Value entry = Value::array();
        entry.append(item.bytesThere);
        entry.append(item.bytesBack);
        for (const TaskProfile& task : item.tasks) {
            Value flat = Value::array();
            for (const Segment& segment : task.segments) {
                flat.append(static_cast<std::int64_t>(segment.need));
                flat.append(segment.amount);
            }
            entry.append(std::move(flat));
        }
        list.append(std::move(entry));
    }
    value.set("sample", std::move(list));
    return value;
}

WorkProfile WorkProfile::fromValue(const Value& value, const std::string& pointer)
{
    WorkProfile profile;
    const Value& runtime = member(value, "runtime", pointer);
    if (!runtime.isString() || (runtime.asString() != "python" && runtime.asString() != "native"))
        refuse(pointer + "/runtime");
    profile.runtime = runtime.asString() == "python" ? Runtime::python : Runtime::native;
    const Value& strategy = member(value, "strategy", pointer);
    if (!strategy.isString())
        refuse(pointer + "/strategy");
    profile.strategy = strategy.asString();
    for (const Value& stage : listOf(member(value, "stages", pointer), mostStages, pointer + "/stages")) {
        if (!stage.isString())
            refuse(pointer + "/stages");
        profile.stages.push_back(stage.asString());
    }
    profile.items = static_cast<std::size_t>(
        integerIn(member(value, "items", pointer), 1, 10'000'000, pointer + "/items"));
    const std::vector<Value>& sample =
        listOf(member(value, "sample", pointer), std::min(mostItems, profile.items), pointer + "/sample");
    if (sample.empty() || profile.stages.empty())
        refuse(pointer + "/sample");
    for (std::size_t i = 0; i < sample.size(); ++i)
        profile.sample.push_back(
            itemOf(sample[i], profile.stages.size(), pointer + "/sample/" + std::to_string(i)));
    return profile;
}

} // namespace overlap::core
