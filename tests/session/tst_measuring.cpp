// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/measuring.h"

#include "support/measured_samples.h"

#include <QtTest>

using namespace overlap;
using overlap::testing::measuredSample;
using overlap::testing::smallExperiment;

class TestMeasuring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTenBlocksOrAsManyAsAreSet()
    {
        core::Experiment experiment = smallExperiment();
        QCOMPARE(session::forMeasuring(experiment).repeats, 10);
        experiment.repeats = 25;
        QVERIFY(session::forMeasuring(experiment) == experiment);
    }

    void untilSureHasALimitOfItsOwn()
    {
        core::Experiment experiment = smallExperiment();
        const core::Experiment sure = session::untilSure(experiment, 0.1);
        QCOMPARE(sure.repeats, 100);
        QCOMPARE(sure.precision.value_or(0), 0.1);
        experiment.repeats = 250;
        QCOMPARE(session::untilSure(experiment, 0.1).repeats, 250);
    }

    void lastsAsLongAsTheLastRunSays()
    {
        const core::Experiment experiment = smallExperiment();
        const engine::Plan plan = planOf(experiment);
        const core::Report last = reportOf(experiment);
        // Two seconds and one, half a second of start-up each; ten blocks and the warm-up.
        QCOMPARE(session::secondsToMeasure(experiment, plan, &last).value_or(0), 44.0);
        core::Experiment more = experiment;
        more.repeats = 19;
        QCOMPARE(session::secondsToMeasure(more, plan, &last).value_or(0), 80.0);
    }

    void isNotToldOfOtherWorkOrOfAnUnknownStrategy()
    {
        const core::Experiment experiment = smallExperiment();
        const engine::Plan plan = planOf(experiment);
        const core::Report last = reportOf(experiment);
        QVERIFY(!session::secondsToMeasure(experiment, plan, nullptr));
        core::Experiment slower = experiment;
        slower.timeScale = 2;
        QVERIFY(!session::secondsToMeasure(slower, plan, &last));
        core::Experiment larger = experiment;
        larger.parameters.set("tasks", core::Value(50));
        QVERIFY(!session::secondsToMeasure(larger, plan, &last));
        const core::Experiment other = smallExperiment({"sequential", "threads:3"});
        QVERIFY(!session::secondsToMeasure(other, planOf(other), &last));
        core::Experiment swept = experiment;
        swept.sweep = core::Sweep{"workload.seconds", {core::Value(1)}};
        QVERIFY(!session::secondsToMeasure(swept, plan, &last));
    }

private:
    static engine::Plan planOf(const core::Experiment& experiment)
    {
        return engine::makePlan(experiment, overlap::testing::smallCatalogue(), 2);
    }

    static core::Report reportOf(const core::Experiment& experiment)
    {
        return analysis::buildReport(
            experiment, {}, {measuredSample("sequential", {2}), measuredSample("threads:2", {1})}, false);
    }
};

QTEST_GUILESS_MAIN(TestMeasuring)
#include "tst_measuring.moc"
