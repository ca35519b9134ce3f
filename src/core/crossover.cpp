// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossover.h"

#include "core/shown.h"
#include "core/sweep.h"

#include <algorithm>

namespace overlap::core {

namespace {

const StrategyDescriptor* descriptorOf(std::string_view strategy, const Catalogue& catalogue)
{
    return catalogue.strategy(strategy.substr(0, strategy.find_first_of(":@")));
}

} // namespace

void validateCrossover(Experiment& experiment, const Catalogue& catalogue, int cores,
                       std::vector<Problem>& problems)
{
    const std::size_t before = problems.size();
    const auto complain = [&](std::string pointer, Message message) {
        addProblem(problems, std::move(pointer), std::move(message));
    };
    if (!experiment.sweep || !experiment.sweep->over.starts_with(overWorkload)) {
        complain("/sweep/over",
                 Message(OVERLAP_TR_NOOP("Messages", "a crossover is sought over a parameter of the work, "
                                                     "workload.NAME, not over “%1”"),
                         {shown(experiment.sweep ? experiment.sweep->over : std::string())}));
        return;
    }
    const std::vector<Value>& ends = experiment.sweep->values;
    if (ends.size() != 2) {
        complain("/sweep/values",
                 Message(OVERLAP_TR_NOOP("Messages", "a crossover is sought between two values, LOW,HIGH; "
                                                     "here are %1"),
                         {std::to_string(ends.size())}));
        return;
    }
    if (ends[0].isNumber() && ends[1].isNumber() && !(ends[0].asNumber() < ends[1].asNumber())) {
        complain("/sweep/values",
                 Message(OVERLAP_TR_NOOP("Messages", "the lower end of the range, %1, must be below the "
                                                     "upper one, %2"),
                         {sweepValueText(ends[0]), sweepValueText(ends[1])}));
        return;
    }
    validateExperiment(experiment, catalogue, cores, problems);
    if (problems.size() != before)
        return;
    const std::vector<std::string>& strategies = experiment.strategies;
    if (strategies.size() != 2) {
        complain("/strategies", Message(OVERLAP_TR_NOOP("Messages", "a crossover is sought between two "
                                                                    "strategies; here are %1"),
                                        {std::to_string(strategies.size())}));
    } else if (descriptorOf(strategies[0], catalogue)->runtime !=
               descriptorOf(strategies[1], catalogue)->runtime) {
        complain("/strategies",
                 Message(OVERLAP_TR_NOOP("Messages", "%1 and %2 do different amounts of work, because one "
                                                     "runs native code and the other Python: choose two of "
                                                     "the same kind"),
                         {strategies[0], strategies[1]}));
    }
    if (experiment.repeats < fewestCrossoverRepeats)
        complain("/repeats", Message(OVERLAP_TR_NOOP("Messages", "“%1” must be between %2 and %3"),
                                     {"repeats", std::to_string(fewestCrossoverRepeats),
                                      std::to_string(maximumRepeats)}));
}

std::vector<std::string> crossoverStrategies(const std::vector<std::string>& strategies,
                                             const Catalogue& catalogue)
{
    const auto isBaseline = [&](const std::string& strategy) {
        const StrategyDescriptor* descriptor = descriptorOf(strategy, catalogue);
        return descriptor && baselineOf(descriptor->runtime) == strategy;
    };
    const auto other = std::ranges::find_if_not(strategies, isBaseline);
    if (other == strategies.end())
        return strategies;
    const StrategyDescriptor* descriptor = descriptorOf(*other, catalogue);
    // What is unknown is the validator's to say.
    if (!descriptor)
        return strategies;
    return {std::string(baselineOf(descriptor->runtime)), *other};
}

} // namespace overlap::core
