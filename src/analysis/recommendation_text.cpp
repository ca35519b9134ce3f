// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recommendation_text.h"

#include "analysis/interval_text.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

using core::Message;

namespace {

const Choice* baselineOf(const Recommendation& recommendation)
{
    return recommendation.choice(core::baselineOf(recommendation.runtime));
}

bool isDuration(Cost cost)
{
    return cost == Cost::time || cost == Cost::latency;
}

/// Without the window's unit there is no comparing: both in the unit of the larger.
std::vector<core::Argument> figures(Cost cost, const CostFigure& one, const CostFigure& other)
{
    if (cost == Cost::memory)
        return {costText(cost, one), costText(cost, other)};
    const double reference = std::max(one.value, other.value);
    return {timeText(one.value, one.interval95, reference),
            timeText(other.value, other.interval95, reference)};
}

/// What the recommended strategy costs, beside one after the other.
Message costSentence(const Recommendation& recommendation, const Choice& chosen, const Choice& baseline)
{
    const auto cost = static_cast<std::size_t>(recommendation.counts);
    std::vector<core::Argument> words{chosen.strategy.text()};
    for (core::Argument& figure : figures(recommendation.counts, *chosen.costs[cost], *baseline.costs[cost]))
        words.push_back(std::move(figure));
    switch (recommendation.counts) {
    case Cost::time:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 takes %2, one after the other %3."), words);
    case Cost::cpu:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 takes %2 of CPU time, one after the other %3."),
                       words);
    case Cost::memory:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 needs at most %2 of memory, one after the other %3."),
                       words);
    case Cost::latency:
        break;
    }
    return recommendation.slowestItem
               ? Message(OVERLAP_TR_NOOP("Messages",
                                         "With %1 the slowest item takes %2, one after the other %3."),
                         words)
               : Message(OVERLAP_TR_NOOP("Messages",
                                         "With %1 19 of 20 items take at most %2, one after the other %3."),
                         words);
}

Message runnerUpSentence(const Recommendation& recommendation)
{
    const RatioTexts ratio = ratioTexts(recommendation.ratio->value, recommendation.ratio->interval95);
    const std::vector<core::Argument> words{recommendation.runnerUp, ratio.value, ratio.low, ratio.high};
    return isDuration(recommendation.counts)
               ? Message(OVERLAP_TR_NOOP("Messages", "The runner-up is %1, with %2 × the time (95 % interval "
                                                     "%3 to %4)."),
                         words)
               : Message(OVERLAP_TR_NOOP("Messages", "The runner-up is %1, which costs %2 × as much (95 % "
                                                     "interval %3 to %4)."),
                         words);
}

/// Those that are as good as what is recommended, in the order of what they cost.
std::vector<const Choice*> alikeOf(const Recommendation& recommendation)
{
    const auto cost = static_cast<std::size_t>(recommendation.counts);
    std::vector<const Choice*> alike;
    for (const Choice& choice : recommendation.choices) {
        if (choice.alike && choice.strategy.text() != recommendation.strategy)
            alike.push_back(&choice);
    }
    std::ranges::sort(alike, {}, [cost](const Choice* choice) { return choice->costs[cost]->value; });
    return alike;
}

/// Why this one of several between which there is no telling.
Message noDifferenceSentence(const Recommendation& recommendation, const Choice& chosen)
{
    const auto alike = alikeOf(recommendation);
    std::vector<std::string> names;
    for (const Choice* choice : alike)
        names.push_back(choice->strategy.text());
    const std::vector<core::Argument> words{chosen.strategy.text(), core::joined(names, ", ")};
    const int rank = kindRank(chosen.strategy);
    const auto rankOf = [](const Choice* choice) { return kindRank(choice->strategy); };
    if (rank == 0)
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "%1 and %2 are not surely 5 % apart: nothing that was tried is "
                                       "worth the trouble."),
                       words);
    if (std::ranges::any_of(alike, [&](const Choice* choice) {
            return complexityOf(choice->strategy) < complexityOf(chosen.strategy);
        }))
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "It does not matter: %1 and %2 are not surely 5 % apart, and "
                                       "in nothing else that was measured does %1 cost more."),
                       words);
    return std::ranges::all_of(alike, [&](const Choice* choice) { return rankOf(choice) == rank; })
               ? Message(OVERLAP_TR_NOOP("Messages",
                                         "It does not matter: %1 and %2 are not surely 5 % apart, and "
                                         "%1 has the fewest workers."),
                         words)
               : Message(OVERLAP_TR_NOOP("Messages",
                                         "It does not matter: %1 and %2 are not surely 5 % apart, and "
                                         "%1 is the simplest."),
                         words);
}

core::Value ratioValue(const std::optional<core::Speedup>& ratio)
{
    core::Value value;
    if (ratio) {
        value = core::Value::object();
        value.set("value", ratio->value);
        value.set("interval95", core::intervalValue(ratio->interval95));
    }
    return value;
}

core::Value textOrNull(const std::string& text)
{
    return text.empty() ? core::Value() : core::Value(text);
}

core::Value choiceValue(const Choice& choice)
{
    core::Value value = core::Value::object();
    value.set("strategy", choice.strategy.text());
    core::Value costs = core::Value::object();
    for (std::size_t cost = 0; cost < costCount; ++cost) {
        core::Value figure;
        if (choice.costs[cost]) {
            figure = core::Value::object();
            figure.set("value", choice.costs[cost]->value);
            figure.set("interval95", core::intervalValue(choice.costs[cost]->interval95));
        }
        costs.set(costNames[cost], std::move(figure));
    }
    value.set("costs", std::move(costs));
    value.set("obstacle", textOrNull(choice.obstacle.english()));
    value.set("dominatedBy", textOrNull(choice.dominatedBy));
    value.set("alike", choice.alike);
    value.set("ratio", ratioValue(choice.ratio));
    return value;
}

} // namespace

void addRecommendationTexts(Recommendation& recommendation)
{
    const auto add = [&](Message reason) { recommendation.reasons.push_back(std::move(reason)); };
    const Choice& chosen = *recommendation.choice(recommendation.strategy);
    const Choice* const baseline = baselineOf(recommendation);
    const bool sequential = &chosen == baseline;
    recommendation.sentence =
        sequential ? Message(OVERLAP_TR_NOOP("Messages", "Stay sequential."))
                   : Message(OVERLAP_TR_NOOP("Messages", "Use %1."), {recommendation.strategy});
    const auto cost = static_cast<std::size_t>(recommendation.counts);
    if (!sequential && baseline && baseline->costs[cost])
        add(costSentence(recommendation, chosen, *baseline));
    if (recommendation.matters == false)
        add(noDifferenceSentence(recommendation, chosen));
    if (const Choice* const least = recommendation.choice(recommendation.least);
        least != &chosen && !least->dominatedBy.empty())
        add(Message(OVERLAP_TR_NOOP("Messages", "%1 is left out: %2 is worse in none of the four costs, and "
                                                "better in one."),
                    {recommendation.least, least->dominatedBy}));
    if (recommendation.ratio && recommendation.ratio->interval95)
        add(runnerUpSentence(recommendation));
    if (recommendation.counts == Cost::latency && recommendation.slowestItem)
        add(Message(OVERLAP_TR_NOOP("Messages", "Latency is here that of the slowest item of a run; a 95th "
                                                "percentile takes 200 items.")));
}

core::Figure costText(Cost cost, const CostFigure& figure)
{
    if (cost != Cost::memory)
        return timeText(figure.value, figure.interval95);
    const double megabytes = figure.value / 1e6;
    return core::Figure(core::fixedNumber(megabytes, megabytes < 9.995   ? 2
                                                     : megabytes < 99.95 ? 1
                                                                         : 0) +
                        " MB");
}

core::Value Recommendation::toValue() const
{
    core::Value value = core::Value::object();
    value.set("runtime", runtime == core::Runtime::python ? "python" : "native");
    value.set("counts", costNames[static_cast<std::size_t>(counts)]);
    value.set("latencyOf", slowestItem ? "slowest-item" : "p95");
    value.set("family", strategy.empty() ? core::Value()
                                         : core::Value(adviceFamilyNames[static_cast<std::size_t>(family)]));
    value.set("strategy", textOrNull(strategy));
    value.set("workers", strategy.empty() ? core::Value() : core::Value(workers));
    value.set("sentence", sentence.english());
    core::Value why = core::Value::array();
    for (const Message& reason : reasons)
        why.append(reason.english());
    value.set("reasons", std::move(why));
    value.set("least", textOrNull(least));
    core::Value second;
    if (!runnerUp.empty()) {
        second = core::Value::object();
        second.set("strategy", runnerUp);
        second.set("ratio", ratioValue(ratio));
    }
    value.set("runnerUp", std::move(second));
    value.set("matters", matters ? core::Value(*matters) : core::Value());
    core::Value dominated = core::Value::array();
    core::Value list = core::Value::array();
    for (const Choice& choice : choices) {
        if (!choice.dominatedBy.empty())
            dominated.append(choice.strategy.text());
        list.append(choiceValue(choice));
    }
    value.set("dominated", std::move(dominated));
    value.set("choices", std::move(list));
    return value;
}

} // namespace overlap::analysis
