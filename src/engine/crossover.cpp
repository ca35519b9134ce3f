// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crossover.h"

#include "analysis/crossover.h"
#include "analysis/crossover_finding.h"
#include "core/sweep.h"
#include "engine/environment_probe.h"

#include <algorithm>

namespace overlap::engine {

namespace {

/// One search from its range to its answer.
class CrossoverSearch
{
public:
    CrossoverSearch(const core::Experiment& asked, core::CrossoverBudget budget,
                    const EngineServices& services, std::stop_token stop, const LiveSink& live,
                    const CrossoverSink& told)
        : m_services(services)
        , m_stop(std::move(stop))
        , m_live(live)
        , m_told(told)
        , m_parameter(parameterOf(asked, services.catalogue))
    {
        m_report.experiment = asked;
        m_report.experiment.precision.reset();
        m_report.environment = probeEnvironment();
        m_report.budget = budget;
        m_report.level = analysis::crossoverLevel(budget);
        m_report.kind = m_parameter.kind;
        for (std::size_t i = 0; i < 2; ++i)
            m_report.strategies[i] = core::parseStrategy(asked.strategies[i], services.catalogue.strategies,
                                                         m_report.environment.cores)
                                         .text();
        const auto& ends = asked.sweep->values;
        m_scale = analysis::CrossoverScale::of(ends[0].asNumber(), ends[1].asNumber(),
                                               m_parameter.kind == core::ParameterKind::integer ||
                                                   m_parameter.kind == core::ParameterKind::bytes);
        conclude();
    }

    core::CrossoverReport execute()
    {
        while (!m_report.cancelled && m_tried.size() < static_cast<std::size_t>(m_report.budget.points)) {
            const auto number = analysis::nextToTry(m_scale, m_tried);
            if (!number)
                break;
            if (m_stop.stop_requested()) {
                m_report.cancelled = true;
                break;
            }
            const core::Value value = valueOf(*number);
            tell(value);
            measure(*number, value);
            conclude();
        }
        conclude();
        tell({});
        return std::move(m_report);
    }

private:
    static const core::Parameter& parameterOf(const core::Experiment& asked, const core::Catalogue& catalogue)
    {
        const auto& schema = catalogue.workload(asked.workload)->parameters;
        return *std::ranges::find(schema, asked.sweep->over.substr(core::overWorkload.size()),
                                  &core::Parameter::name);
    }

    core::Value valueOf(double number) const
    {
        return m_scale.integral ? core::Value(static_cast<std::int64_t>(number)) : core::Value(number);
    }

    void measure(double number, const core::Value& value)
    {
        core::Experiment experiment = m_report.experiment;
        experiment.sweep.reset();
        experiment.parameters.set(m_parameter.name, value);
        std::vector<core::Problem> problems;
        core::validateExperiment(experiment, m_services.catalogue, m_report.environment.cores, problems);
        if (!problems.empty())
            throw core::Error(problems.front().message, problems.front().pointer);
        const ExperimentOutcome outcome = runExperiment(experiment, m_services, m_stop, m_live);
        m_report.environment = outcome.report.environment;
        m_report.cancelled = outcome.report.cancelled;
        // What ten values have to say in the same words is said once, with the figures of the first.
        for (const core::Message& hint : outcome.report.hints) {
            if (std::ranges::find(m_runHints, hint.id, &core::Message::id) == m_runHints.end())
                m_runHints.push_back(hint);
        }
        m_report.points.push_back(analysis::crossoverPointOf(m_report, value, outcome.report));
        const core::CrossoverPoint& point = m_report.points.back();
        m_tried.push_back({number, point.faster, point.ratio});
    }

    void conclude()
    {
        analysis::concludeCrossover(m_report);
        m_report.hints.insert(m_report.hints.end(), m_runHints.begin(), m_runHints.end());
    }

    void tell(std::optional<core::Value> next) const
    {
        if (m_told)
            m_told({std::make_shared<const core::CrossoverReport>(m_report), std::move(next)});
    }

    const EngineServices& m_services;
    std::stop_token m_stop;
    const LiveSink& m_live;
    const CrossoverSink& m_told;
    const core::Parameter& m_parameter;
    analysis::CrossoverScale m_scale;
    std::vector<analysis::CrossoverTry> m_tried;
    std::vector<core::Message> m_runHints; // one of each kind
    core::CrossoverReport m_report;
};

} // namespace

core::CrossoverReport findCrossover(const core::Experiment& asked, core::CrossoverBudget budget,
                                    const EngineServices& services, std::stop_token stop,
                                    const LiveSink& live, const CrossoverSink& told)
{
    return CrossoverSearch(asked, budget, services, std::move(stop), live, told).execute();
}

} // namespace overlap::engine
