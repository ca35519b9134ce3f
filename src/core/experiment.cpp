// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment.h"

#include "core/shown.h"
#include "core/sweep.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace overlap::core {

const WorkloadDescriptor* Catalogue::workload(std::string_view id) const
{
    const auto found = std::ranges::find(workloads, id, &WorkloadDescriptor::id);
    return found == workloads.end() ? nullptr : &*found;
}

const StrategyDescriptor* Catalogue::strategy(std::string_view name) const
{
    const auto found = std::ranges::find(strategies, name, &StrategyDescriptor::name);
    return found == strategies.end() ? nullptr : &*found;
}

namespace {

/// The checks of one experiment, in the order of its keys.
class Validator
{
public:
    Validator(Experiment& experiment, const Catalogue& catalogue, int cores, std::vector<Problem>& problems)
        : m_experiment(experiment)
        , m_catalogue(catalogue)
        , m_cores(cores)
        , m_problems(problems)
        , m_workload(catalogue.workload(experiment.workload))
    {}

    void run()
    {
        checkNames();
        checkWorkload();
        const std::size_t before = m_problems.size();
        checkStrategies();
        const bool strategiesFit = m_problems.size() == before;
        // Without the figure: an int may not have held the one that was written.
        if (m_experiment.repeats < 1 || m_experiment.repeats > maximumRepeats)
            complainOfRange("repeats", "1", std::to_string(maximumRepeats));
        if (m_experiment.precision)
            checkShare("precision", *m_experiment.precision, 1, "/precision");
        // Beyond this a file could not hold it.
        if (m_experiment.seed > maximumSeed)
            complainOfRange("seed", "0", std::to_string(maximumSeed));
        checkRange("timeScale", m_experiment.timeScale, 0.001, 100);
        checkRange("feedSeconds", m_experiment.feedSeconds, 0, 3600);
        // What fits a sweep over workers or options, the strategies say.
        if (m_experiment.sweep && (strategiesFit || !m_experiment.sweep->over.starts_with(overStrategy)))
            checkSweep(*m_experiment.sweep);
        checkExpectations();
    }

private:
    void complain(std::string pointer, Message message)
    {
        addProblem(m_problems, std::move(pointer), std::move(message));
    }

    void complainOfRange(std::string_view key, std::string least, std::string most)
    {
        complain(jsonPointer("", key), Message(OVERLAP_TR_NOOP("Messages", "“%1” must be between %2 and %3"),
                                               {std::string(key), std::move(least), std::move(most)}));
    }

    void checkRange(std::string_view key, double value, double low, double high)
    {
        if (!(value >= low && value <= high)) {
            complain(jsonPointer("", key),
                     Message(OVERLAP_TR_NOOP("Messages", "“%1” must be between %2 and %3, but is %4"),
                             {std::string(key), shortNumber(low), shortNumber(high), shortNumber(value)}));
        }
    }

    void checkNames()
    {
        const std::string& id = m_experiment.id;
        const bool isPlain = !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
        if (!isPlain)
            complain("/id", Message(OVERLAP_TR_NOOP("Messages", "“id” must be 1 to 64 of a–z, 0–9 and -")));
        const std::size_t length = characterCount(m_experiment.title);
        if (length < 1 || length > longestTitle) {
            complain("/title", Message(OVERLAP_TR_NOOP("Messages", "“title” must have 1 to 200 characters")));
        } else {
            validateText("title", m_experiment.title, longestTitle, "/title", m_problems);
        }
        validateText("chapter", m_experiment.chapter, longestTitle, "/chapter", m_problems);
    }

    void checkWorkload()
    {
        if (!m_workload) {
            std::vector<std::string> names;
            for (const WorkloadDescriptor& known : m_catalogue.workloads)
                names.push_back(known.id);
            complain("/workload/id",
                     Message(OVERLAP_TR_NOOP("Messages", "no workload is called “%1”; there are: %2"),
                             {shown(m_experiment.workload), joined(names, ", ")}));
            return;
        }
        const std::size_t before = m_problems.size();
        m_experiment.parameters = validateParameters(m_workload->parameters, m_experiment.parameters,
                                                     parametersPointer, m_problems);
        if (m_problems.size() != before)
            return;
        askWorkload(m_experiment.parameters, m_problems);
        m_parametersFit = m_problems.size() == before;
    }

    /// What the workload itself says of parameters that fit its schema.
    void askWorkload(const Value& parameters, std::vector<Problem>& problems) const
    {
        if (m_workload->check)
            m_workload->check(parameters, parametersPointer, problems);
        if (problems.size() > maximumProblems)
            problems.resize(maximumProblems);
    }

    void checkStrategies()
    {
        const std::vector<std::string>& texts = m_experiment.strategies;
        if (texts.empty())
            complain("/strategies", Message(OVERLAP_TR_NOOP("Messages", "choose at least one strategy")));
        if (texts.size() > maximumStrategies) {
            complain("/strategies",
                     Message(OVERLAP_TR_NOOP("Messages", "these are %1 strategies; at most %2 are possible"),
                             {std::to_string(texts.size()), std::to_string(maximumStrategies)}));
            return;
        }
        std::set<std::string> seen;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::string pointer = "/strategies/" + std::to_string(i);
            const auto strategy = checkStrategy(texts[i], pointer, mayBeBare());
            if (strategy) {
                checkStages(*strategy, pointer);
                m_strategies.push_back(*strategy);
            }
            if (strategy && !seen.insert(strategy->text()).second) {
                complain(pointer,
                         Message(OVERLAP_TR_NOOP("Messages", "%1 is listed twice: change one of them"),
                                 {strategy->text()}));
            }
        }
    }

    std::optional<Strategy> checkStrategy(const std::string& text, const std::string& pointer, bool bareNames)
    {
        try {
            Strategy strategy = parseStrategy(text, m_catalogue.strategies, m_cores, bareNames);
            if (strategy.runtime == Runtime::python && m_workload && !m_workload->hasPythonTwin)
                throw Error(noPythonTwin());
            return strategy;
        } catch (const Error& error) {
            complain(pointer, error.message());
            return std::nullopt;
        }
    }

    /// Counts that are one per stage fit the work. Where the parameters are wrong, its stages are not known.
    void checkStages(const Strategy& strategy, const std::string& pointer)
    {
        if (m_catalogue.strategy(strategy.name)->counts != CountShape::perStage || !m_parametersFit)
            return;
        if (!m_stages)
            m_stages = m_workload->make(m_experiment.parameters)->stages().size();
        if (strategy.counts.size() != *m_stages)
            complain(pointer, wrongStageCount(strategy.text(), strategy.counts.size(), *m_stages));
    }

    bool sweepsWorkers() const { return m_experiment.sweep && m_experiment.sweep->over == overWorkers; }

    /// Bare names wait for the numbers of a sweep. Where it is over something unknown, that is what is wrong.
    bool mayBeBare() const
    {
        if (!m_experiment.sweep || m_experiment.sweep->over.starts_with(overWorkload))
            return false;
        return sweepsWorkers() ||
               std::ranges::none_of(m_experiment.strategies, [&](const std::string& strategy) {
                   return isSwept(strategy, m_experiment.sweep->over, m_catalogue);
               });
    }

    void checkSweep(const Sweep& sweep)
    {
        if (sweepsWorkers() && !sweepsStrategies()) {
            complain("/sweep/over",
                     Message(OVERLAP_TR_NOOP(
                         "Messages", "a sweep over strategy.workers needs a strategy without a number, "
                                     "such as “threads”")));
            return;
        }
        const auto parameter = sweptParameter(sweep.over);
        if (!parameter && !sweepsStrategies()) {
            complain("/sweep/over",
                     Message(OVERLAP_TR_NOOP("Messages", "“%1” cannot be swept; there are: %2"),
                             {shown(sweep.over), joined(sweepTargets(), ", ")}));
            return;
        }
        if (sweep.values.empty() || sweep.values.size() > maximumSweepValues) {
            complain(
                "/sweep/values",
                Message(OVERLAP_TR_NOOP("Messages", "“%1” must have between %2 and %3 entries, but has %4"),
                        {"values", "1", std::to_string(maximumSweepValues),
                         std::to_string(sweep.values.size())}));
            return;
        }
        std::set<std::string> seen;
        for (std::size_t i = 0; i < sweep.values.size(); ++i) {
            const Value& value = sweep.values[i];
            const std::string pointer = "/sweep/values/" + std::to_string(i);
            const bool fits = parameter ? checkParameterAt(*parameter, value, pointer)
                                        : checkStrategiesAt(sweep.over, value, pointer);
            if (fits && !seen.insert(sweepValueText(value)).second) {
                complain(pointer,
                         Message(OVERLAP_TR_NOOP("Messages", "the value %1 stands twice in the sweep"),
                                 {sweepValueText(value)}));
            }
        }
    }

    /// The sweep is over workers or over an option that some strategy has.
    bool sweepsStrategies() const
    {
        return std::ranges::any_of(m_strategies, [&](const Strategy& strategy) {
            return isSwept(strategy.text(), m_experiment.sweep->over, m_catalogue);
        });
    }

    /// What a parameter of the workload makes of the work.
    bool checkParameterAt(const Parameter& parameter, const Value& value, const std::string& pointer)
    {
        if (!validateParameter(parameter, value, pointer, m_problems))
            return false;
        if (!m_parametersFit)
            return true;
        Value parameters = m_experiment.parameters;
        parameters.set(parameter.name, value);
        std::vector<Problem> refused;
        askWorkload(parameters, refused);
        if (!refused.empty())
            complain(pointer, refused.front().message);
        return true;
    }

    /// Each strategy has to be one, and none may become one that is there already.
    bool checkStrategiesAt(const std::string& over, const Value& value, const std::string& pointer)
    {
        if (sweepsWorkers() && !value.isString() &&
            !validateParameter(workersParameter(), value, pointer, m_problems))
            return false;
        std::set<std::string> seen;
        for (const Strategy& strategy : m_strategies) {
            try {
                const std::string text = strategyAt(strategy.text(), over, value, m_catalogue, m_cores);
                const Strategy there = parseStrategy(text, m_catalogue.strategies, m_cores);
                if (!seen.insert(there.text()).second) {
                    complain(pointer,
                             Message(OVERLAP_TR_NOOP("Messages", "%1 is listed twice: change one of them"),
                                     {there.text()}));
                }
            } catch (const Error& error) {
                complain(pointer, error.message());
                return false;
            }
        }
        return true;
    }

    /// What a number of workers has to fit.
    Parameter workersParameter() const
    {
        int most = 0;
        for (const Strategy& strategy : m_strategies) {
            if (!isSwept(strategy.text(), overWorkers, m_catalogue))
                continue;
            const int own = m_catalogue.strategy(strategy.name)->maximumCount;
            most = most == 0 ? own : std::min(most, own);
        }
        return Parameter{.name = std::string(overWorkers),
                         .title = {},
                         .help = {},
                         .defaultValue = 1,
                         .minimum = 1,
                         .maximum = static_cast<double>(most)};
    }

    /// The parameter of the workload that the values of a sweep must fit.
    std::optional<Parameter> sweptParameter(std::string_view over) const
    {
        if (!m_workload || !over.starts_with(overWorkload))
            return std::nullopt;
        over.remove_prefix(overWorkload.size());
        const auto found = std::ranges::find(m_workload->parameters, over, &Parameter::name);
        if (found == m_workload->parameters.end() || !isNumeric(found->kind))
            return std::nullopt;
        return *found;
    }

    static bool isNumeric(ParameterKind kind)
    {
        return kind == ParameterKind::integer || kind == ParameterKind::number ||
               kind == ParameterKind::seconds || kind == ParameterKind::bytes;
    }

    std::vector<std::string> sweepTargets() const
    {
        std::vector<std::string> targets{std::string(overWorkers)};
        for (const Strategy& strategy : m_strategies) {
            for (const Parameter& option : m_catalogue.strategy(strategy.name)->options) {
                std::string target = std::string(overStrategy) + option.name;
                if (std::ranges::find(targets, target) == targets.end())
                    targets.push_back(std::move(target));
            }
        }
        if (m_workload) {
            for (const Parameter& parameter : m_workload->parameters) {
                if (isNumeric(parameter.kind))
                    targets.push_back(std::string(overWorkload) + parameter.name);
            }
        }
        return targets;
    }

    void checkExpectations()
    {
        if (m_experiment.expect.size() > maximumExpectations) {
            complain(
                "/expect",
                Message(OVERLAP_TR_NOOP("Messages", "“%1” must have between %2 and %3 entries, but has %4"),
                        {"expect", "0", std::to_string(maximumExpectations),
                         std::to_string(m_experiment.expect.size())}));
            return;
        }
        for (std::size_t i = 0; i < m_experiment.expect.size(); ++i) {
            const Expectation& expectation = m_experiment.expect[i];
            const std::string pointer = "/expect/" + std::to_string(i);
            checkStrategy(expectation.strategy, pointer + "/strategy", false);
            checkBound("atLeast", expectation.speedupAtLeast, pointer);
            checkBound("atMost", expectation.speedupAtMost, pointer);
            if (expectation.speedupOfCeiling) {
                checkShare("ofCeiling", *expectation.speedupOfCeiling, mostOfCeiling,
                           pointer + "/speedup/ofCeiling");
            }
        }
    }

    void checkShare(std::string key, double share, double most, std::string pointer)
    {
        if (!(share > 0 && share <= most)) {
            complain(std::move(pointer),
                     Message(OVERLAP_TR_NOOP("Messages", "“%1” must be above %2 and at most %3, but is %4"),
                             {std::move(key), "0", shortNumber(most), shortNumber(share)}));
        }
    }

    void checkBound(const char* key, const std::optional<double>& bound, const std::string& pointer)
    {
        if (bound && !(*bound >= 0 && *bound <= mostSpeedup)) {
            complain(pointer + "/speedup/" + key,
                     Message(OVERLAP_TR_NOOP("Messages", "“%1” must be between %2 and %3, but is %4"),
                             {key, "0", shortNumber(mostSpeedup), shortNumber(*bound)}));
        }
    }

    static constexpr std::string_view parametersPointer = "/workload/parameters";
    static constexpr std::size_t longestTitle = 200;
    static constexpr std::size_t maximumExpectations = 100;
    static constexpr double mostSpeedup = 1e6;
    static constexpr double mostOfCeiling = 1.5;

    Experiment& m_experiment;
    const Catalogue& m_catalogue;
    int m_cores;
    std::vector<Problem>& m_problems;
    const WorkloadDescriptor* m_workload;
    bool m_parametersFit = false;
    std::optional<std::size_t> m_stages; ///< of the work, once a strategy asked for them
    std::vector<Strategy> m_strategies;  ///< those that could be read
};

} // namespace

Message wrongStageCount(std::string_view strategy, std::size_t counts, std::size_t stages)
{
    return Message(OVERLAP_TR_NOOP("Messages", "“%1” has numbers of workers for %2 stages, but this work has "
                                               "%3: write one for each"),
                   {std::string(strategy), std::to_string(counts), std::to_string(stages)});
}

Message noPythonTwin()
{
    return Message(OVERLAP_TR_NOOP("Messages", "there is no Python twin of this work"));
}

void validateExperiment(Experiment& experiment, const Catalogue& catalogue, int cores,
                        std::vector<Problem>& problems)
{
    Validator(experiment, catalogue, cores, problems).run();
}

void setParameterFromText(Experiment& experiment, const Catalogue& catalogue, std::string_view name,
                          std::string_view text)
{
    Value value(text);
    if (const WorkloadDescriptor* workload = catalogue.workload(experiment.workload)) {
        const auto parameter = std::ranges::find(workload->parameters, name, &Parameter::name);
        if (parameter != workload->parameters.end())
            value = parameterFromText(*parameter, text);
    }
    if (!experiment.parameters.isObject())
        experiment.parameters = Value::object();
    experiment.parameters.set(name, std::move(value));
}

namespace {

/// The integers of "FIRST..LAST" or "FIRST..LAST..STEP", down where the last is the smaller; one more than a
/// sweep may have where there are too many, for the validator to say so. Nothing where it is no range.
std::vector<Value> rangeFromText(const std::string& text)
{
    const auto dots = text.find("..");
    if (dots == std::string::npos)
        return {};
    const auto more = text.find("..", dots + 2);
    const auto first = integerFromText(text.substr(0, dots));
    const auto last =
        integerFromText(text.substr(dots + 2, more == std::string::npos ? more : more - dots - 2));
    const auto step =
        more == std::string::npos ? std::optional<std::int64_t>(1) : integerFromText(text.substr(more + 2));
    if (!first || !last || !step || *step < 1)
        return {};
    std::vector<Value> values;
    const bool up = *first <= *last;
    auto left = up ? static_cast<std::uint64_t>(*last) - static_cast<std::uint64_t>(*first)
                   : static_cast<std::uint64_t>(*first) - static_cast<std::uint64_t>(*last);
    std::int64_t value = *first;
    while (values.size() <= maximumSweepValues) {
        values.emplace_back(value);
        const auto by = static_cast<std::uint64_t>(*step);
        if (left < by)
            break;
        left -= by;
        value += up ? *step : -*step;
    }
    return values;
}

} // namespace

Sweep sweepFromText(std::string_view text)
{
    const auto equals = text.find('=');
    if (equals == 0 || equals == std::string_view::npos) {
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "a sweep is written as NAME=VALUE,VALUE,…, not as “%1”"),
                    {shown(text)}));
    }
    Sweep sweep{std::string(text.substr(0, equals)), {}};
    for (const std::string& part : split(text.substr(equals + 1), ',')) {
        if (const auto integer = integerFromText(part))
            sweep.values.emplace_back(*integer);
        else if (const std::vector<Value> range = rangeFromText(part); !range.empty())
            sweep.values.insert(sweep.values.end(), range.begin(), range.end());
        else if (const auto number = numberFromText(part))
            sweep.values.emplace_back(*number);
        else
            sweep.values.emplace_back(part);
    }
    return sweep;
}

} // namespace overlap::core
