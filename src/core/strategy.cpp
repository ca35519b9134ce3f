// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy.h"

#include "core/shown.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace overlap::core {

namespace {

constexpr std::size_t longestStrategyText = 200;

[[noreturn]] void fail(Message message)
{
    throw Error(std::move(message));
}

/// What the counts of a strategy count.
Term counted(const StrategyDescriptor& descriptor)
{
    return {"Messages", descriptor.countsWorkers ? OVERLAP_TR_NOOP("Messages", "workers")
                                                 : OVERLAP_TR_NOOP("Messages", "items in flight")};
}

int parseCount(std::string_view text, std::string_view strategy, int cores,
               const StrategyDescriptor& descriptor)
{
    const int maximum = descriptor.maximumCount;
    std::string_view factor = text;
    bool perCore = false;
    if (text == "cores") {
        return cores;
    } else if (text.ends_with("xcores")) {
        factor.remove_suffix(6);
        perCore = true;
    }
    const auto number = integerFromText(factor);
    if (!number) {
        fail(
            Message(OVERLAP_TR_NOOP("Messages",
                                    "“%1” in “%2” is not a number of %3: write an integer, cores or 2xcores"),
                    {shown(text), shown(strategy), counted(descriptor)}));
    }
    // The factor is checked before it is multiplied, so that nothing overflows.
    const bool multiplies = perCore && *number > 0 && *number <= maximum;
    const std::int64_t count = multiplies ? *number * cores : *number;
    if (count < 1)
        fail(Message(OVERLAP_TR_NOOP("Messages", "“%1”: the number of %2 must be greater than 0"),
                     {shown(strategy), counted(descriptor)}));
    if (count > maximum) {
        fail(Message(OVERLAP_TR_NOOP("Messages", "“%1”: at most %2 %3 are possible"),
                     {shown(strategy), std::to_string(maximum), counted(descriptor)}));
    }
    return static_cast<int>(count);
}

std::string knownNames(const std::vector<StrategyDescriptor>& known)
{
    std::vector<std::string> names;
    for (const StrategyDescriptor& descriptor : known)
        names.push_back(descriptor.name);
    return joined(names, ", ");
}

struct Unit
{
    std::string_view name;
    double nanoseconds;
};
// "s" ends the others, so it stands last.
constexpr std::array<Unit, 3> units{{{"us", 1e3}, {"ms", 1e6}, {"s", 1e9}}};

/// Null where the text is no value of the option's kind.
Value singleValue(const Parameter& option, std::string_view text)
{
    if (option.kind == ParameterKind::seconds) {
        const auto seconds = secondsFromText(text);
        return seconds ? Value(*seconds) : Value();
    }
    const auto number = integerFromText(text);
    return number ? Value(*number) : Value();
}

std::string singleText(const Parameter& option, const Value& value)
{
    return option.kind == ParameterKind::seconds ? secondsToText(value.asNumber())
                                                 : std::to_string(value.asInteger());
}

Value optionValue(const Parameter& option, std::string_view text)
{
    if (!option.perStage)
        return singleValue(option, text);
    Value list = Value::array();
    for (const std::string& part : split(text, '/')) {
        Value single = singleValue(option, part);
        if (single.isNull())
            return {};
        list.append(std::move(single));
    }
    return list;
}

std::string optionText(const Parameter& option, const Value& value)
{
    if (!option.perStage)
        return singleText(option, value);
    std::vector<std::string> parts;
    for (const Value& single : value.asArray())
        parts.push_back(singleText(option, single));
    return joined(parts, "/");
}

/// What stands for all stages where nothing is written.
Value defaultValue(const Parameter& option, std::size_t stages)
{
    return option.perStage ? Value(Value::Array(stages, option.defaultValue)) : option.defaultValue;
}

/// "chunk=1", "queues=5/5/5": what stands for nothing would be a poor example.
std::string example(const Parameter& option, std::size_t stages)
{
    Parameter shownOption = option;
    if (option.defaultValue.asNumber() == 0)
        shownOption.defaultValue = option.kind == ParameterKind::seconds ? Value(2.0) : Value(5);
    return option.name + "=" +
           optionText(option, defaultValue(shownOption, std::max<std::size_t>(stages, 1)));
}

bool isDefault(const Parameter& option, const std::string& text)
{
    return text == optionText(option, defaultValue(option, split(text, '/').size()));
}

bool isWithin(const Parameter& option, const Value& value)
{
    if (value.isArray())
        return std::ranges::all_of(value.asArray(),
                                   [&](const Value& single) { return isWithin(option, single); });
    return value.asNumber() >= option.minimum && value.asNumber() <= option.maximum;
}

void readOption(const std::string& text, const StrategyDescriptor& descriptor, Strategy& strategy)
{
    const auto equals = text.find('=');
    const std::string key = text.substr(0, equals);
    const auto option = std::ranges::find(descriptor.options, key, &Parameter::name);
    if (option == descriptor.options.end())
        fail(Message(OVERLAP_TR_NOOP("Messages", "“%1” has no option “%2”"), {strategy.name, shown(key)}));
    if (strategy.options.contains(key)) {
        fail(Message(OVERLAP_TR_NOOP("Messages", "“%1”: the option “%2” is given twice"),
                     {strategy.name, shown(key)}));
    }
    const Value value = equals == std::string::npos
                            ? Value()
                            : optionValue(*option, std::string_view(text).substr(equals + 1));
    const std::size_t stages = strategy.counts.size();
    if (value.isNull()) {
        fail(Message(OVERLAP_TR_NOOP("Messages", "“%1”: write the option “%2” like this: %3"),
                     {strategy.name, shown(key), example(*option, stages)}));
    }
    if (!isWithin(*option, value)) {
        const auto limit = [&](double bound) {
            return singleText(*option, option->kind == ParameterKind::seconds
                                           ? Value(bound)
                                           : Value(static_cast<std::int64_t>(bound)));
        };
        fail(Message(OVERLAP_TR_NOOP("Messages", "“%1”: the option “%2” must be between %3 and %4"),
                     {strategy.name, shown(key), limit(option->minimum), limit(option->maximum)}));
    }
    if (option->perStage && value.asArray().size() != stages) {
        fail(Message(
            OVERLAP_TR_NOOP("Messages", "“%1”: the option “%2” needs one value for each stage, such as %3"),
            {strategy.name, shown(key), example(*option, stages)}));
    }
    strategy.options[key] = optionText(*option, value);
}

/// Of the canonical text.
void leaveOutDefaults(const StrategyDescriptor& descriptor, Strategy& strategy)
{
    for (const Parameter& option : descriptor.options) {
        const auto set = strategy.options.find(option.name);
        if (set != strategy.options.end() && isDefault(option, set->second))
            strategy.options.erase(set);
    }
}

void readOptions(std::string_view text, const StrategyDescriptor& descriptor, Strategy& strategy)
{
    for (const std::string& part : split(text, ','))
        readOption(part, descriptor, strategy);
    leaveOutDefaults(descriptor, strategy); // only now: twice is twice
}

} // namespace

std::string Strategy::text() const
{
    std::string result = name;
    for (std::size_t i = 0; i < counts.size(); ++i)
        result += (i == 0 ? ":" : ",") + std::to_string(counts[i]);
    bool first = true;
    for (const auto& [key, value] : options) {
        result += (first ? "@" : ",") + key + "=" + value;
        first = false;
    }
    return result;
}

int Strategy::workers() const
{
    if (!countsWorkers || counts.empty())
        return 1;
    int sum = 0;
    for (const int count : counts)
        sum += count;
    return sum;
}

Strategy parseStrategy(std::string_view text, const std::vector<StrategyDescriptor>& known, int cores,
                       bool bareNames)
{
    if (text.size() > longestStrategyText) {
        fail(Message(OVERLAP_TR_NOOP("Messages", "“%1”: a strategy has at most %2 characters"),
                     {shown(text), std::to_string(longestStrategyText)}));
    }
    const auto optionsAt = text.find('@');
    const std::string_view head = text.substr(0, optionsAt);
    const auto countsAt = head.find(':');

    Strategy strategy;
    strategy.name = head.substr(0, countsAt);
    const auto descriptor = std::ranges::find(known, strategy.name, &StrategyDescriptor::name);
    if (descriptor == known.end()) {
        fail(Message(OVERLAP_TR_NOOP("Messages", "no strategy is called “%1”; there are: %2"),
                     {shown(strategy.name), knownNames(known)}));
    }
    strategy.runtime = descriptor->runtime;
    strategy.countsWorkers = descriptor->countsWorkers;

    if (countsAt == std::string_view::npos) {
        if (descriptor->counts == CountShape::perStage) {
            fail(Message(OVERLAP_TR_NOOP("Messages", "“%1” needs a number of workers for each stage, such as "
                                                     "%1:1,1,1 for three"),
                         {strategy.name}));
        }
        if (descriptor->counts != CountShape::none && !bareNames) {
            fail(Message(OVERLAP_TR_NOOP("Messages", "“%1” needs a number of %3, such as %1:%2"),
                         {strategy.name, std::to_string(descriptor->defaultCount), counted(*descriptor)}));
        }
    } else {
        if (descriptor->counts == CountShape::none)
            fail(Message(OVERLAP_TR_NOOP("Messages", "“%1” takes no number of workers"), {strategy.name}));
        const std::vector<std::string> parts = split(head.substr(countsAt + 1), ',');
        if (descriptor->counts == CountShape::one && parts.size() > 1)
            fail(Message(OVERLAP_TR_NOOP("Messages", "“%1” takes one number of %2"),
                         {strategy.name, counted(*descriptor)}));
        for (const std::string& part : parts)
            strategy.counts.push_back(parseCount(part, text, cores, *descriptor));
        const std::int64_t sum =
            std::accumulate(strategy.counts.begin(), strategy.counts.end(), std::int64_t{0});
        if (sum > descriptor->maximumCount) {
            fail(Message(OVERLAP_TR_NOOP("Messages", "“%1”: at most %2 %3 are possible"),
                         {shown(text), std::to_string(descriptor->maximumCount), counted(*descriptor)}));
        }
    }
    if (optionsAt != std::string_view::npos)
        readOptions(text.substr(optionsAt + 1), *descriptor, strategy);
    return strategy;
}

Value Strategy::option(const StrategyDescriptor& descriptor, std::string_view key) const
{
    const Parameter& parameter = *std::ranges::find(descriptor.options, key, &Parameter::name);
    const auto set = options.find(std::string(key));
    return set == options.end() ? defaultValue(parameter, counts.size())
                                : optionValue(parameter, set->second);
}

void Strategy::setOption(const StrategyDescriptor& descriptor, std::string_view key, const Value& value)
{
    const Parameter& option = *std::ranges::find(descriptor.options, key, &Parameter::name);
    const std::string text = optionText(option, value);
    if (isDefault(option, text))
        options.erase(option.name);
    else
        options[option.name] = text;
}

void Strategy::setOptionFromText(const StrategyDescriptor& descriptor, std::string_view key,
                                 std::string_view text)
{
    options.erase(std::string(key));
    readOption(std::string(key) + "=" + std::string(text), descriptor, *this);
    leaveOutDefaults(descriptor, *this);
}

std::optional<double> secondsFromText(std::string_view text)
{
    const auto unit =
        std::ranges::find_if(units, [text](const Unit& candidate) { return text.ends_with(candidate.name); });
    if (unit == units.end())
        return std::nullopt;
    const auto number = numberFromText(text.substr(0, text.size() - unit->name.size()));
    if (!number)
        return std::nullopt;
    return *number * unit->nanoseconds / 1e9;
}

std::string secondsToText(double seconds)
{
    const double nanoseconds = std::round(seconds * 1e9); // so that 50 µs are 50, not 50.00000000000001
    const Unit* unit = &units.front();
    for (const Unit& candidate : units) {
        if (nanoseconds >= candidate.nanoseconds)
            unit = &candidate;
    }
    return shortNumber(nanoseconds / unit->nanoseconds) + std::string(unit->name);
}

std::string_view baselineOf(Runtime runtime)
{
    return runtime == Runtime::python ? "python-sequential" : "sequential";
}

} // namespace overlap::core
