// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy.h"

#include "core/shown.h"
#include "core/text.h"

#include <algorithm>
#include <numeric>

namespace overlap::core {

namespace {

constexpr std::size_t longestStrategyText = 200;

[[noreturn]] void fail(Message message)
{
    throw Error(std::move(message));
}

int parseCount(std::string_view text, std::string_view strategy, int cores, int maximum)
{
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
        fail(Message(
            OVERLAP_TR_NOOP("Messages",
                            "“%1” in “%2” is not a number of workers: write an integer, cores or 2xcores"),
            {shown(text), shown(strategy)}));
    }
    // The factor is checked before it is multiplied, so that nothing overflows.
    const bool multiplies = perCore && *number > 0 && *number <= maximum;
    const std::int64_t count = multiplies ? *number * cores : *number;
    if (count < 1)
        fail(Message(OVERLAP_TR_NOOP("Messages", "“%1”: the number of workers must be greater than 0"),
                     {shown(strategy)}));
    if (count > maximum) {
        fail(Message(OVERLAP_TR_NOOP("Messages", "“%1”: at most %2 workers are possible"),
                     {shown(strategy), std::to_string(maximum)}));
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
        if (descriptor->counts != CountShape::none && !bareNames) {
            fail(Message(OVERLAP_TR_NOOP("Messages", "“%1” needs a number of workers, such as %1:%2"),
                         {strategy.name, std::to_string(descriptor->defaultCount)}));
        }
    } else {
        if (descriptor->counts == CountShape::none)
            fail(Message(OVERLAP_TR_NOOP("Messages", "“%1” takes no number of workers"), {strategy.name}));
        const std::vector<std::string> parts = split(head.substr(countsAt + 1), ',');
        if (descriptor->counts == CountShape::one && parts.size() > 1)
            fail(Message(OVERLAP_TR_NOOP("Messages", "“%1” takes one number of workers"), {strategy.name}));
        for (const std::string& part : parts)
            strategy.counts.push_back(parseCount(part, text, cores, descriptor->maximumCount));
        const std::int64_t sum =
            std::accumulate(strategy.counts.begin(), strategy.counts.end(), std::int64_t{0});
        if (sum > descriptor->maximumCount) {
            fail(Message(OVERLAP_TR_NOOP("Messages", "“%1”: at most %2 workers are possible"),
                         {shown(text), std::to_string(descriptor->maximumCount)}));
        }
    }
    if (optionsAt != std::string_view::npos) {
        // No strategy that exists so far takes options.
        const std::string option = split(text.substr(optionsAt + 1), ',').front();
        fail(Message(OVERLAP_TR_NOOP("Messages", "“%1” has no option “%2”"),
                     {strategy.name, shown(split(option, '=').front())}));
    }
    return strategy;
}

std::string_view baselineOf(Runtime runtime)
{
    return runtime == Runtime::python ? "python-sequential" : "sequential";
}

} // namespace overlap::core
