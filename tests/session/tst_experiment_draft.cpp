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

} // namespace

class TestExperimentDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completesParametersOnLoad()
    {
        session::ExperimentDraft draft(m_catalogue, 2);
        QSignalSpy loaded(&draft, &session::ExperimentDraft::loaded);
        draft.load(waits());
        QCOMPARE(loaded.count(), 1);
        QVERIFY(draft.problems().empty());
        QCOMPARE(draft.experiment().parameters.find("tasks")->asInteger(), 2);
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
        draft.setWorkers(2, 2);
        QVERIFY(draft.problemAt("/strategies/1"));
    }

private:
    core::Catalogue m_catalogue = engine::makeCatalogue();
};

QTEST_GUILESS_MAIN(TestExperimentDraft)
#include "tst_experiment_draft.moc"
