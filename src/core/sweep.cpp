// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep.h"

#include "core/shown.h"
#include "core/text.h"

#include <algorithm>

namespace overlap::core {

namespace {

const StrategyDescriptor* descriptorOf(std::string_view strategy, const Catalogue& catalogue)
{
    return catalogue.strategy(strategy.substr(0, strategy.find_first_of(":@")));
}

/// "threads@chunk=2" with 4 → "threads:4@chunk=2"
std::string withWorkers(const std::string& strategy, const std::string& count)
{
    const auto options = strategy.find('@');
    return strategy.substr(0, options) + ":" + count +
           (options == std::string::npos ? std::string() : strategy.substr(options));
}

/// "16xcores" as a number, so that a file from a small machine is no mistake on a large one: at most as many
/// as the strategy takes. Other texts stay as they are, for the sentences of parseStrategy.
std::string workersText(std::string text, int most, int cores)
{
    // What begins something else would bring options that nobody looks at.
    if (text.find_first_of("@:,") != std::string::npos) {
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages",
                                    "“%1” in “%2” is not a number of %3: write an integer, cores or 2xcores"),
                    {shown(text), std::string(overWorkers), Term{"Messages", "workers"}}));
    }
    if (!text.ends_with("cores"))
        return text;
    const std::string factor = text.substr(0, text.size() - 5);
    const auto number = factor.ends_with('x')
                            ? integerFromText(std::string_view(factor).substr(0, factor.size() - 1))
                        : factor.empty() ? std::optional<std::int64_t>(1)
                                         : std::nullopt;
    if (!number || *number < 1 || *number > most)
        return text;
    return std::to_string(std::min<std::int64_t>(*number * cores, most));
}

/// "4" for 3/3/0 → "4/4/0"
std::string forStages(const Strategy& strategy, const StrategyDescriptor& descriptor, std::string_view option,
                      const std::string& single)
{
    const Value now = strategy.option(descriptor, option);
    const auto limited = [](const Value& value) { return value.asNumber() > 0; };
    const bool any = std::ranges::any_of(now.asArray(), limited);
    std::vector<std::string> parts;
    for (const Value& value : now.asArray())
        parts.push_back(!any || limited(value) ? single : sweepValueText(value));
    return joined(parts, "/");
}

} // namespace

std::string sweepValueText(const Value& value)
{
    if (value.isString())
        return value.asString();
    if (!value.isNumber())
        return {};
    return value.isInteger() ? std::to_string(value.asInteger()) : std::string(shortNumber(value.asNumber()));
}

bool isSwept(std::string_view strategy, std::string_view over, const Catalogue& catalogue)
{
    const StrategyDescriptor* descriptor = descriptorOf(strategy, catalogue);
    if (!descriptor || !over.starts_with(overStrategy))
        return false;
    if (over == overWorkers)
        return descriptor->counts != CountShape::none &&
               strategy.substr(0, strategy.find('@')).find(':') == std::string_view::npos;
    return std::ranges::find(descriptor->options, over.substr(overStrategy.size()), &Parameter::name) !=
           descriptor->options.end();
}

std::string strategyAt(const std::string& strategy, std::string_view over, const Value& value,
                       const Catalogue& catalogue, int cores)
{
    if (!isSwept(strategy, over, catalogue))
        return strategy;
    std::string text = sweepValueText(value);
    const StrategyDescriptor& descriptor = *descriptorOf(strategy, catalogue);
    if (over == overWorkers)
        return withWorkers(strategy, workersText(std::move(text), descriptor.maximumCount, cores));
    Strategy parsed = parseStrategy(strategy, catalogue.strategies, cores);
    const std::string_view option = over.substr(overStrategy.size());
    if (std::ranges::find(descriptor.options, option, &Parameter::name)->perStage &&
        text.find('/') == std::string::npos)
        text = forStages(parsed, descriptor, option, text);
    parsed.setOptionFromText(descriptor, option, text);
    return parsed.text();
}

} // namespace overlap::core
