// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/experiment_draft.h"

#include "core/sweep.h"
#include "session/measuring.h"

#include <algorithm>
#include <numeric>

namespace overlap::session {

bool Edit::continues(const Edit& before) const
{
    const bool field = what == What::parameter || what == What::workers || what == What::blocks ||
                       what == What::timeScale || what == What::sweep;
    return field && what == before.what && row == before.row && stage == before.stage &&
           (what == What::workers || subject == before.subject);
}

namespace {

/// A parameter may have changed the number of stages.
void fitStages(Choice& choice, const core::StrategyDescriptor& descriptor, std::size_t stages)
{
    std::vector<int>& counts = choice.strategy.counts;
    if (descriptor.counts != core::CountShape::perStage || counts.size() == stages || stages == 0)
        return;
    counts.resize(stages, descriptor.defaultCount);
    for (const core::Parameter& option : descriptor.options) {
        if (option.perStage)
            choice.strategy.options.erase(option.name);
    }
    choice.written.clear();
}

} // namespace

class ExperimentDraft::Step final : public QUndoCommand
{
public:
    Step(ExperimentDraft& draft, Edit edit, State after)
        : m_draft(draft)
        , m_edit(std::move(edit))
        , m_before(draft.state())
        , m_after(std::move(after))
    {}

    const Edit& edit() const { return m_edit; }
    void undo() override { m_draft.apply(m_before); }
    void redo() override { m_draft.apply(m_after); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto& next = static_cast<const Step&>(*other);
        if (!next.m_edit.continues(m_edit))
            return false;
        m_edit = next.m_edit;
        m_after = next.m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    ExperimentDraft& m_draft;
    Edit m_edit;
    State m_before;
    State m_after;
};

ExperimentDraft::ExperimentDraft(const core::Catalogue& catalogue, int cores, QObject* parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_cores(cores)
{}

ExperimentDraft::~ExperimentDraft()
{
    // The stack tells its listeners that it is being emptied; they may be gone halfway themselves.
    m_history.disconnect();
}

const core::WorkloadDescriptor& ExperimentDraft::workload() const
{
    return *m_catalogue.workload(m_experiment.workload);
}

bool ExperimentDraft::isMeasuredAs(const core::Experiment& measured) const
{
    return measured.parameters == m_experiment.parameters && measured.strategies == m_experiment.strategies &&
           (measured.repeats == m_experiment.repeats ||
            measured.repeats == forMeasuring(m_experiment).repeats) &&
           measured.timeScale == m_experiment.timeScale && measured.sweep == m_experiment.sweep;
}

bool ExperimentDraft::isRemovable(int row) const
{
    const std::string& name = m_choices[static_cast<std::size_t>(row)].strategy.name;
    return std::ranges::count_if(m_choices,
                                 [&](const Choice& choice) { return choice.strategy.name == name; }) > 1;
}

const core::Problem* ExperimentDraft::problemAt(const std::string& pointer) const
{
    const auto found = std::ranges::find(m_problems, pointer, &core::Problem::pointer);
    return found == m_problems.end() ? nullptr : &*found;
}

engine::Plan ExperimentDraft::plan() const
{
    if (!m_problems.empty())
        return {};
    core::Experiment runnable = m_experiment;
    if (lacksPython())
        engine::leaveOutPython(runnable, m_catalogue, m_python.reason);
    return engine::makePlan(runnable, m_catalogue, m_cores);
}

void ExperimentDraft::setPython(engine::PythonChoice python)
{
    m_python = std::move(python);
    if (m_experiment.workload.empty())
        return; // nothing is loaded yet
    check();
    Q_EMIT changed();
}

core::Message ExperimentDraft::obstacle(const std::string& name) const
{
    if (m_catalogue.strategy(name)->runtime != core::Runtime::python)
        return {};
    return workload().hasPythonTwin ? m_python.reason : core::noPythonTwin();
}

bool ExperimentDraft::lacksPython() const
{
    return !m_python.reason.empty() && engine::usesPython(m_experiment, m_catalogue);
}

void ExperimentDraft::load(const core::Experiment& experiment)
{
    m_experiment = experiment;
    m_stages.clear();
    lookAtStages();
    m_choices = choicesOf(experiment);
    m_history.clear();
    check();
    Q_EMIT loaded();
    Q_EMIT changed();
}

void ExperimentDraft::rename(const std::string& id, const std::string& title)
{
    m_experiment.id = id;
    m_experiment.title = title;
    check();
    Q_EMIT changed();
}

void ExperimentDraft::setParameter(const std::string& name, core::Value value)
{
    State after = state();
    after.parameters.set(name, std::move(value));
    push({Edit::What::parameter, name}, std::move(after));
}

void ExperimentDraft::choose(int row, bool chosen)
{
    State after = state();
    Choice& choice = after.choices[static_cast<std::size_t>(row)];
    choice.chosen = chosen;
    const Edit edit{chosen ? Edit::What::chosen : Edit::What::leftOut, choice.strategy.text(), row};
    push(edit, std::move(after));
}

bool ExperimentDraft::include(std::string_view name)
{
    const auto isIt = [name](const Choice& choice) { return choice.strategy.name == name; };
    const auto first = std::ranges::find_if(m_choices, isIt);
    if (first == m_choices.end())
        return false;
    const bool chosen =
        std::ranges::any_of(m_choices, [&](const Choice& choice) { return isIt(choice) && choice.chosen; });
    if (!chosen)
        choose(static_cast<int>(first - m_choices.begin()), true);
    return true;
}

bool ExperimentDraft::includeStrategy(const std::string& text)
{
    core::Strategy strategy;
    try {
        strategy = core::parseStrategy(text, m_catalogue.strategies, m_cores);
    } catch (const core::Error&) {
        return false;
    }
    const auto offering = std::ranges::find(m_choices, strategy, &Choice::strategy);
    if (offering != m_choices.end()) {
        if (!offering->chosen)
            choose(static_cast<int>(offering - m_choices.begin()), true);
        return true;
    }
    State after = state();
    const Edit edit{Edit::What::added, strategy.text()};
    after.choices.push_back({std::move(strategy), true, {}});
    push(edit, std::move(after));
    return true;
}

void ExperimentDraft::setWorkers(int row, int count, std::size_t stage)
{
    State after = state();
    Choice& choice = after.choices[static_cast<std::size_t>(row)];
    choice.strategy.counts.resize(std::max(choice.strategy.counts.size(), stage + 1), 1);
    choice.strategy.counts[stage] = count;
    choice.written.clear();
    choice.chosen = true;
    const Edit edit{Edit::What::workers, choice.strategy.text(), row, stage};
    push(edit, std::move(after));
}

void ExperimentDraft::setOption(int row, const std::string& key, const core::Value& value)
{
    State after = state();
    Choice& choice = after.choices[static_cast<std::size_t>(row)];
    choice.strategy.setOption(*m_catalogue.strategy(choice.strategy.name), key, value);
    choice.written.clear();
    choice.chosen = true;
    const Edit edit{Edit::What::option, choice.strategy.text(), row};
    push(edit, std::move(after));
}

void ExperimentDraft::addStrategy(const std::string& name)
{
    const core::StrategyDescriptor& descriptor = *m_catalogue.strategy(name);
    State after = state();
    core::Strategy strategy = offered(descriptor);
    // The largest that is there, doubled.
    std::vector<int> largest;
    const auto sumOf = [](const std::vector<int>& counts) {
        return std::accumulate(counts.begin(), counts.end(), 0);
    };
    for (const Choice& choice : m_choices) {
        if (choice.strategy.name == name && sumOf(choice.strategy.counts) > sumOf(largest))
            largest = choice.strategy.counts;
    }
    if (largest.size() == strategy.counts.size()) {
        const bool fits = 2 * sumOf(largest) <= descriptor.maximumCount;
        std::ranges::transform(largest, strategy.counts.begin(),
                               [fits](int count) { return fits ? 2 * count : count; });
        if (!fits && largest.size() == 1)
            strategy.counts = {descriptor.maximumCount};
    }
    const Edit edit{Edit::What::added, strategy.text()};
    after.choices.push_back({std::move(strategy), true, {}});
    push(edit, std::move(after));
}

void ExperimentDraft::removeStrategy(int row)
{
    State after = state();
    const Edit edit{Edit::What::removed, after.choices[static_cast<std::size_t>(row)].strategy.text()};
    after.choices.erase(after.choices.begin() + row);
    push(edit, std::move(after));
}

void ExperimentDraft::setRepeats(int repeats)
{
    State after = state();
    after.repeats = repeats;
    push({Edit::What::blocks}, std::move(after));
}

void ExperimentDraft::setTimeScale(double timeScale)
{
    State after = state();
    after.timeScale = timeScale;
    push({Edit::What::timeScale}, std::move(after));
}

void ExperimentDraft::setSweep(std::optional<core::Sweep> sweep)
{
    State after = state();
    const std::string subject = sweep ? sweep->over : std::string();
    after.sweep = std::move(sweep);
    push({Edit::What::sweep, subject}, std::move(after));
}

void ExperimentDraft::reset(const core::Experiment& experiment)
{
    push({Edit::What::reset}, {experiment.parameters, choicesOf(experiment), experiment.repeats,
                               experiment.timeScale, experiment.sweep});
}

const Edit* ExperimentDraft::undoEdit() const
{
    return m_history.canUndo() ? &static_cast<const Step*>(m_history.command(m_history.index() - 1))->edit()
                               : nullptr;
}

const Edit* ExperimentDraft::redoEdit() const
{
    return m_history.canRedo() ? &static_cast<const Step*>(m_history.command(m_history.index()))->edit()
                               : nullptr;
}

ExperimentDraft::State ExperimentDraft::state() const
{
    return {m_experiment.parameters, m_choices, m_experiment.repeats, m_experiment.timeScale,
            m_experiment.sweep};
}

void ExperimentDraft::push(Edit edit, State after)
{
    if (after != state())
        m_history.push(new Step(*this, std::move(edit), std::move(after)));
}

void ExperimentDraft::apply(const State& state)
{
    m_experiment.parameters = state.parameters;
    m_experiment.repeats = state.repeats;
    m_experiment.timeScale = state.timeScale;
    m_experiment.sweep = state.sweep;
    m_choices = state.choices;
    lookAtStages();
    for (Choice& choice : m_choices)
        fitStages(choice, *m_catalogue.strategy(choice.strategy.name), m_stages.size());
    m_experiment.strategies.clear();
    for (const Choice& choice : m_choices) {
        if (!choice.chosen)
            continue;
        const std::string text = asSwept(choice);
        // What differed in the swept figure alone is the same now.
        const bool again = m_experiment.sweep && text != choice.text() &&
                           std::ranges::find(m_experiment.strategies, text) != m_experiment.strategies.end();
        if (!again)
            m_experiment.strategies.push_back(text);
    }
    check();
    Q_EMIT changed();
}

/// The strategy as an experiment writes it whose sweep gives it its number or an option.
std::string ExperimentDraft::asSwept(const Choice& choice) const
{
    if (!m_experiment.sweep || !m_experiment.sweep->over.starts_with(core::overStrategy))
        return choice.text();
    const std::string& over = m_experiment.sweep->over;
    const core::StrategyDescriptor& descriptor = *m_catalogue.strategy(choice.strategy.name);
    core::Strategy strategy = choice.strategy;
    if (over == core::overWorkers) {
        if (descriptor.counts != core::CountShape::one)
            return choice.text();
        strategy.counts.clear();
        return strategy.text();
    }
    const std::string key = over.substr(core::overStrategy.size());
    const auto option = std::ranges::find(descriptor.options, key, &core::Parameter::name);
    if (option != descriptor.options.end() && option->perStage)
        return choice.text(); // which of its queues have a limit says which the sweep varies
    return strategy.options.erase(key) > 0 ? strategy.text() : choice.text();
}

/// As the list offers it where nobody has said anything else.
core::Strategy ExperimentDraft::offered(const core::StrategyDescriptor& descriptor) const
{
    core::Strategy strategy{.name = descriptor.name,
                            .runtime = descriptor.runtime,
                            .counts = {},
                            .options = {},
                            .countsWorkers = descriptor.countsWorkers};
    if (descriptor.counts == core::CountShape::one)
        strategy.counts = {descriptor.defaultCount};
    if (descriptor.counts == core::CountShape::perStage)
        strategy.counts.assign(std::max<std::size_t>(m_stages.size(), 1), descriptor.defaultCount);
    return strategy;
}

void ExperimentDraft::lookAtStages()
{
    const core::WorkloadDescriptor& known = workload();
    std::vector<core::Problem> problems;
    const core::Value parameters =
        core::validateParameters(known.parameters, m_experiment.parameters, {}, problems);
    if (problems.empty() && known.check)
        known.check(parameters, {}, problems);
    if (problems.empty() && known.make)
        m_stages = known.make(parameters)->stages();
}

std::vector<Choice> ExperimentDraft::choicesOf(const core::Experiment& experiment) const
{
    std::vector<Choice> choices;
    const bool bareNames = experiment.sweep && experiment.sweep->over == core::overWorkers;
    for (const std::string& text : experiment.strategies) {
        try {
            core::Strategy strategy = core::parseStrategy(text, m_catalogue.strategies, m_cores, bareNames);
            const core::StrategyDescriptor& descriptor = *m_catalogue.strategy(strategy.name);
            if (descriptor.counts == core::CountShape::one && strategy.counts.empty()) {
                strategy.counts = {descriptor.defaultCount}; // for when nothing is swept any more
                choices.push_back({std::move(strategy), true, {}});
            } else {
                choices.push_back({std::move(strategy), true, text});
            }
        } catch (const core::Error&) {
            // problems() tells what is wrong with it.
        }
    }
    for (const core::StrategyDescriptor& descriptor : m_catalogue.strategies) {
        if (std::ranges::any_of(
                choices, [&](const Choice& choice) { return choice.strategy.name == descriptor.name; }))
            continue;
        choices.push_back({offered(descriptor), false, {}});
    }
    return choices;
}

void ExperimentDraft::check()
{
    m_problems.clear();
    core::validateExperiment(m_experiment, m_catalogue, m_cores, m_problems);
    if (m_problems.empty() && lacksPython()) {
        try {
            core::Experiment runnable = m_experiment;
            engine::leaveOutPython(runnable, m_catalogue, m_python.reason);
        } catch (const core::Error& nothingLeft) {
            m_problems.push_back({"/strategies", nothingLeft.message()});
        }
    }
}

} // namespace overlap::session
