// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogue.h"
#include "session/experiment_draft.h"

#include <QSignalSpy>
#include <QtTest>

using namespace overlap;

namespace {

core::Experiment waits()
{
    core::Experiment experiment;
    experiment.id = "waits";
    experiment.title = "Waits";
    experiment.workload = "wait";
    experiment.strategies = {"sequential", "threads:2"};
    return experiment;
}

/// Where an added strategy stands: below the rows of all that are offered.
int lastRow(const session::ExperimentDraft& draft)
{
    return static_cast<int>(draft.choices().size()) - 1;
}

} // namespace

class TestExperimentDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPipelineHasANumberForEachStage()
    {
        session::ExperimentDraft draft(m_catalogue, 2);
        core::Experiment experiment = waits();
        experiment.workload = "file-batch";
        draft.load(experiment);
        QCOMPARE(draft.stages().size(), std::size_t{3});
        int row = 0;
        while (draft.choices()[static_cast<std::size_t>(row)].strategy.name != "pipeline")
            ++row;
        const auto text = [&] { return draft.choices()[static_cast<std::size_t>(row)].text(); };
        QCOMPARE(text(), std::string("pipeline:1,1,1"));
        draft.choose(row, true);
        QVERIFY2(draft.problems().empty(), "as it is offered it can be run");
        draft.setWorkers(row, 2, 1);
        QCOMPARE(text(), std::string("pipeline:1,2,1"));
        draft.setWorkers(row, 3, 1);
        draft.setWorkers(row, 4, 2);
        draft.setOption(row, "queues", core::Value(core::Value::Array{0, 5, 0}));
        QCOMPARE(text(), std::string("pipeline:1,3,4@queues=0/5/0"));
        QVERIFY(draft.problems().empty());
        draft.history().undo();
        draft.history().undo();
        QCOMPARE(text(), std::string("pipeline:1,3,1"));
        draft.addStrategy("pipeline");
        QCOMPARE(draft.choices().back().text(), std::string("pipeline:2,6,2"));
    }

    void completesParametersOnLoad()
    {
        session::ExperimentDraft draft(m_catalogue, 2);
        QSignalSpy loaded(&draft, &session::ExperimentDraft::loaded);
        draft.load(waits());
        QCOMPARE(loaded.count(), 1);
        QVERIFY(draft.problems().empty());
        QCOMPARE(draft.experiment().parameters.find("tasks")->asInteger(), 2);
    }

    void withoutPythonItsStrategiesAreLeftOutOfThePlan()
    {
        session::ExperimentDraft draft(m_catalogue, 2);
        core::Experiment experiment = waits();
        experiment.strategies = {"sequential", "python-threads:2"};
        draft.load(experiment);
        QCOMPARE(draft.plan().strategies.size(), 3U); // with the baseline of its runtime
        QVERIFY(draft.obstacle("python-threads").empty());
        const QSignalSpy changed(&draft, &session::ExperimentDraft::changed);
        draft.setPython({std::nullopt, core::Message("no Python")});
        QCOMPARE(changed.count(), 1);
        QVERIFY(draft.problems().empty());
        QCOMPARE(draft.plan().strategies.size(), 1U);
        QCOMPARE(draft.experiment().strategies.size(), 2U); // what is left out is not forgotten
        QCOMPARE(draft.obstacle("python-threads").english(), std::string("no Python"));
        QVERIFY(draft.obstacle("threads").empty());

        experiment.strategies = {"python-threads:2"};
        draft.load(experiment);
        QVERIFY(draft.problemAt("/strategies"));
        QVERIFY(draft.plan().strategies.empty());
        draft.setPython({});
        QVERIFY(draft.problems().empty());
    }

    void namesThePlaceOfAProblem()
    {
        session::ExperimentDraft draft(m_catalogue, 2);
        draft.load(waits());
        QSignalSpy changed(&draft, &session::ExperimentDraft::changed);
        draft.setParameter("seconds", -1.0);
        QCOMPARE(changed.count(), 1);
        QVERIFY(draft.problemAt("/workload/parameters/seconds"));
        QVERIFY(!draft.problemAt("/workload/parameters/tasks"));
        draft.setParameter("seconds", 1.0);
        QVERIFY(draft.problems().empty());
    }

    void refusesAnEmptyChoiceOfStrategies()
    {
        session::ExperimentDraft draft(m_catalogue, 2);
        draft.load(waits());
        draft.choose(0, false);
        draft.choose(1, false);
        QVERIFY(draft.problemAt("/strategies"));
        draft.choose(1, true);
        QVERIFY(draft.problems().empty());
        draft.addStrategy("threads");
        draft.setWorkers(lastRow(draft), 2);
        QVERIFY(draft.problemAt("/strategies/1"));
    }

    void aStrategyThatIsNamedGetsARowOfItsOwn()
    {
        session::ExperimentDraft draft(m_catalogue, 2);
        draft.load(waits());
        const core::Experiment first = draft.experiment();
        const std::size_t rows = draft.choices().size();
        QVERIFY(draft.includeStrategy("threads:7"));
        QCOMPARE(draft.choices().size(), rows + 1);
        QCOMPARE(draft.experiment().strategies.back(), std::string("threads:7"));
        QVERIFY(draft.includeStrategy("threads:7")); // is there already
        QCOMPARE(draft.choices().size(), rows + 1);
        QCOMPARE(draft.history().count(), 1);
        draft.choose(lastRow(draft), false);
        QVERIFY(draft.includeStrategy("threads:7")); // offered, and chosen again
        QVERIFY(draft.choices().back().chosen);
        QCOMPARE(draft.choices().size(), rows + 1);
        QVERIFY(!draft.includeStrategy("magic:7"));
        QVERIFY(!draft.includeStrategy("threads:0"));
        while (draft.history().canUndo())
            draft.history().undo();
        QCOMPARE(draft.experiment(), first);
    }

    void everyChangeCanBeUndoneAndRedone()
    {
        session::ExperimentDraft draft(m_catalogue, 2);
        draft.load(waits());
        const core::Experiment first = draft.experiment();
        const std::size_t rows = draft.choices().size();
        draft.setParameter("seconds", 2.5);
        draft.choose(1, false);
        draft.setWorkers(1, 9);
        draft.addStrategy("threads");
        draft.setRepeats(5);
        draft.setTimeScale(0.5);
        draft.removeStrategy(1);
        const core::Experiment last = draft.experiment();
        QCOMPARE(last.strategies, (std::vector<std::string>{"sequential", "threads:18"}));
        QCOMPARE(draft.history().count(), 7);
        while (draft.history().canUndo())
            draft.history().undo();
        QCOMPARE(draft.experiment(), first);
        QCOMPARE(draft.choices().size(), rows);
        while (draft.history().canRedo())
            draft.history().redo();
        QCOMPARE(draft.experiment(), last);
    }

    void typingInOneFieldIsOneStep()
    {
        session::ExperimentDraft draft(m_catalogue, 2);
        draft.load(waits());
        for (const int tasks : {1, 12, 123})
            draft.setParameter("tasks", tasks);
        QCOMPARE(draft.history().count(), 1);
        QCOMPARE(draft.undoEdit()->subject, std::string("tasks"));
        draft.setParameter("seconds", 3.0);
        draft.setParameter("tasks", 5);
        QCOMPARE(draft.history().count(), 3);
        // Back to where it was: no step at all.
        draft.setParameter("tasks", 123);
        QCOMPARE(draft.history().count(), 2);
        draft.setParameter("seconds", 3.0);
        QCOMPARE(draft.history().count(), 2);
        // A tick is a step of its own.
        draft.choose(1, false);
        draft.choose(1, true);
        QCOMPARE(draft.history().count(), 4);
    }

    void whatWasTypedStaysThoughItIsWrong()
    {
        session::ExperimentDraft draft(m_catalogue, 2);
        draft.load(waits());
        draft.setParameter("seconds", -1.0);
        QCOMPARE(draft.experiment().parameters.find("seconds")->asNumber(), -1.0);
        QVERIFY(draft.plan().runs.empty());
        draft.history().undo();
        QVERIFY(draft.problems().empty());
    }

    void allButOneRowOfAStrategyCanGo()
    {
        session::ExperimentDraft draft(m_catalogue, 2);
        draft.load(waits());
        const std::size_t rows = draft.choices().size();
        QVERIFY(!draft.isRemovable(0));
        QVERIFY(!draft.isRemovable(1));
        draft.addStrategy("threads");
        QCOMPARE(draft.choices().size(), rows + 1);
        QVERIFY(draft.isRemovable(1));
        QVERIFY(draft.isRemovable(lastRow(draft)));
        draft.removeStrategy(lastRow(draft));
        QVERIFY(!draft.isRemovable(1));
    }

    void coresStayAsWrittenUntilTheyAreChanged()
    {
        core::Experiment experiment = waits();
        experiment.strategies = {"sequential", "threads:2xcores"};
        session::ExperimentDraft draft(m_catalogue, 2);
        draft.load(experiment);
        draft.setParameter("tasks", 5);
        QCOMPARE(draft.experiment().strategies[1], std::string("threads:2xcores"));
        draft.setWorkers(1, 3);
        QCOMPARE(draft.experiment().strategies[1], std::string("threads:3"));
    }

private:
    core::Catalogue m_catalogue = engine::makeCatalogue();
};

QTEST_GUILESS_MAIN(TestExperimentDraft)
#include "tst_experiment_draft.moc"
