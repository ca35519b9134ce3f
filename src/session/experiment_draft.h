// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"
#include "engine/plan.h"
#include "engine/python_choice.h"

#include <QObject>
#include <QUndoStack>
#include <optional>
#include <vector>

namespace overlap::session {

/// A strategy that the window offers; only the chosen ones belong to the experiment.
struct Choice
{
    core::Strategy strategy;
    bool chosen = false;
    std::string written; ///< as the file has it, such as "threads:cores"; empty once it was changed here

    std::string text() const { return written.empty() ? strategy.text() : written; }
    bool operator==(const Choice&) const = default;
};

/// What a step of editing was about, for the words beside Undo and Redo.
struct Edit
{
    enum class What {
        parameter,
        chosen,
        leftOut,
        workers,
        option,
        added,
        removed,
        blocks,
        timeScale,
        sweep,
        reset
    };

    What what = What::parameter;
    std::string subject = {}; ///< name of the parameter, or text of the strategy
    int row = -1;             ///< of the strategy
    std::size_t stage = 0;    ///< of the number of workers

    /// Edits that follow each other in the same field are one step.
    bool continues(const Edit& before) const;
};

/// The experiment that the window shows and edits, checked by the one validator after every change. Every
/// change can be undone; loading another experiment forgets the steps. Window thread.
class ExperimentDraft : public QObject
{
    Q_OBJECT

public:
    ExperimentDraft(const core::Catalogue& catalogue, int cores, QObject* parent = nullptr);
    ~ExperimentDraft() override;

    const core::Catalogue& catalogue() const { return m_catalogue; }
    int cores() const { return m_cores; }
    const core::Experiment& experiment() const { return m_experiment; }
    /// What was measured as `measured` is what is set now; names and expectations do not count.
    bool isMeasuredAs(const core::Experiment& measured) const;
    const core::WorkloadDescriptor& workload() const;
    /// Of the work as it is set now; while its parameters are wrong, as it was before.
    const std::vector<core::StageInfo>& stages() const { return m_stages; }
    /// Each strategy of the catalogue at least once, those of the experiment first.
    const std::vector<Choice>& choices() const { return m_choices; }
    /// True where another row offers the same strategy, so that this one can go.
    bool isRemovable(int row) const;
    /// Empty where the experiment can be run here.
    const std::vector<core::Problem>& problems() const { return m_problems; }
    /// Of one place, such as "/workload/parameters/urls"; null where all is well there.
    const core::Problem* problemAt(const std::string& pointer) const;

    /// What would run here, baselines added; empty where the experiment cannot be run.
    engine::Plan plan() const;

    /// What is known of the Python of this machine: nothing at first, and then nothing is left out. No step
    /// of editing.
    void setPython(engine::PythonChoice python);
    const engine::PythonChoice& python() const { return m_python; }
    /// Why strategies of this name cannot run here; empty where they can.
    core::Message obstacle(const std::string& name) const;

    /// Another experiment altogether. Its workload must be in the catalogue.
    void load(const core::Experiment& experiment);
    /// The name that the experiment gets from the file it is saved to; no step of editing.
    void rename(const std::string& id, const std::string& title);

    // Each is a step that can be undone.
    void setParameter(const std::string& name, core::Value value);
    void choose(int row, bool chosen);
    /// Chooses a strategy of that name where none is chosen. False where there is none.
    bool include(std::string_view name);
    /// Chooses exactly this strategy, with a row of its own where none offers it. False where the catalogue
    /// has none like it.
    bool includeStrategy(const std::string& text);
    /// Also chooses it: whoever sets a number of workers wants to see it run.
    void setWorkers(int row, int count, std::size_t stage = 0);
    /// Also chooses it.
    void setOption(int row, const std::string& key, const core::Value& value);
    void addStrategy(const std::string& name);
    void removeStrategy(int row);
    void setRepeats(int repeats);
    void setTimeScale(double timeScale);
    /// Null for none. Over `strategy.workers` the chosen strategies run with its numbers instead of their
    /// own, over `strategy.<key>` with its options; their rows keep what they had.
    void setSweep(std::optional<core::Sweep> sweep);
    /// Parameters, strategies, blocks, time scale and sweep of another experiment of the same workload.
    void reset(const core::Experiment& experiment);

    QUndoStack& history() { return m_history; }
    const QUndoStack& history() const { return m_history; }
    /// Null where there is nothing to undo or redo.
    const Edit* undoEdit() const;
    const Edit* redoEdit() const;

Q_SIGNALS:
    /// Another experiment: forms are built anew.
    void loaded();
    /// A figure of the same experiment, or what is wrong with it.
    void changed();

private:
    /// All that can be edited.
    struct State
    {
        core::Value parameters;
        std::vector<Choice> choices;
        int repeats = 1;
        double timeScale = 1;
        std::optional<core::Sweep> sweep;
        bool operator==(const State&) const = default;
    };
    class Step;

    State state() const;
    void push(Edit edit, State after);
    void apply(const State& state);
    std::vector<Choice> choicesOf(const core::Experiment& experiment) const;
    void check();
    void lookAtStages();
    core::Strategy offered(const core::StrategyDescriptor& descriptor) const;
    std::string asSwept(const Choice& choice) const;
    bool lacksPython() const;

    const core::Catalogue& m_catalogue;
    int m_cores;
    core::Experiment m_experiment;
    std::vector<core::StageInfo> m_stages;
    std::vector<Choice> m_choices;
    std::vector<core::Problem> m_problems;
    engine::PythonChoice m_python;
    QUndoStack m_history;
};

} // namespace overlap::session
