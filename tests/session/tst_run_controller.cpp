// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogue.h"
#include "net/curl_fetcher.h"
#include "session/run_controller.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace overlap;

class TestRunController : public QObject
{
    Q_OBJECT

    core::Experiment waits(int tasks, double seconds) const
    {
        core::Experiment experiment;
        experiment.id = "waits";
        experiment.title = "Waits";
        experiment.workload = "wait";
        experiment.parameters.set("tasks", tasks);
        experiment.parameters.set("seconds", seconds);
        experiment.strategies = {"sequential", "threads:2"};
        return experiment;
    }

private Q_SLOTS:
    void runsToTheEnd()
    {
        session::RunController controller(m_services);
        QSignalSpy ended(&controller, &session::RunController::ended);
        QSignalSpy ticked(&controller, &session::RunController::ticked);
        controller.start(waits(4, 0.05));
        QVERIFY(controller.running());
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 20000);
        QVERIFY(ended[0][0].value<core::Message>().empty());
        QVERIFY(!controller.running());
        const session::LiveFeed& feed = controller.feed();
        QCOMPARE(feed.bands().size(), std::size_t{2});
        for (const session::Band& band : feed.bands()) {
            QCOMPARE(band.status, session::BandStatus::ended);
            QCOMPARE(band.outcome->report.tasks.done, std::size_t{4});
            QVERIFY(band.timeline->ended);
        }
        QVERIFY(feed.report()->digestsEqual);
        QVERIFY(feed.report()->strategies[1].speedup->value > 1.5);
        // One signal per tick, however many records came: about 300 ms of run at 33 ms per tick.
        QVERIFY(ticked.count() < 60);
    }

    void stopsWithPartialResults()
    {
        session::RunController controller(m_services);
        QSignalSpy ended(&controller, &session::RunController::ended);
        controller.start(waits(50, 1.0));
        QTRY_VERIFY_WITH_TIMEOUT(controller.feed().current() && controller.feed().current()->timeline, 20000);
        controller.stop();
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 5000);
        QVERIFY(controller.feed().report()->cancelled);
        QVERIFY(controller.feed().bands()[0].outcome->report.tasks.cancelled > 0);
    }

    void tellsWhyItFailed()
    {
        const core::Paths nowhere{"/nonexistent"};
        const engine::EngineServices broken{nowhere, m_launcher, m_catalogue, 0};
        session::RunController controller(broken);
        QSignalSpy ended(&controller, &session::RunController::ended);
        core::Experiment experiment = waits(1, 0.01);
        experiment.workload = "fetch";
        experiment.parameters = core::validateParameters(m_catalogue.workload("fetch")->parameters,
                                                         core::Value::object(), "", m_problems);
        controller.start(experiment);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 20000);
        const auto error = ended[0][0].value<core::Message>();
        QVERIFY2(error.english().find("overlap-testserver") != std::string::npos, error.english().c_str());
    }

    void whatWasRefusedLeavesTheMeasurementBefore()
    {
        session::RunController controller(m_services);
        QSignalSpy ended(&controller, &session::RunController::ended);
        controller.start(waits(2, 0.02));
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 20000);
        const auto report = controller.feed().report();
        const core::Nanoseconds took = controller.elapsed();
        QTemporaryDir empty;
        core::Experiment refused = waits(1, 0.01);
        refused.workload = "image-resize";
        refused.parameters = core::validateParameters(m_catalogue.workload("image-resize")->parameters,
                                                      core::Value::object(), "", m_problems);
        refused.parameters.set("folder", empty.path().toStdString());
        controller.start(refused);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, 20000);
        QVERIFY(!ended[1][0].value<core::Message>().empty());
        QCOMPARE(controller.feed().report(), report);
        QCOMPARE(controller.feed().experiment().workload, std::string("wait"));
        QCOMPARE(controller.elapsed(), took);
        // And it is kept for the comparison with the next run.
        controller.start(waits(2, 0.02));
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 3, 20000);
        QCOMPARE(controller.feed().previousReport(), report);
    }

    void goingAwayStopsTheRun()
    {
        auto controller = std::make_unique<session::RunController>(m_services);
        controller->start(waits(50, 10.0));
        controller.reset(); // returns, or the watchdog of the test ends it
    }

private:
    ipc::Launcher m_launcher;
    net::CurlLibrary m_curl;
    core::Paths m_paths = core::Paths::ofThisProgram();
    core::Catalogue m_catalogue = engine::makeCatalogue();
    engine::EngineServices m_services{m_paths, m_launcher, m_catalogue, 0};
    std::vector<core::Problem> m_problems;
};

QTEST_GUILESS_MAIN(TestRunController)
#include "tst_run_controller.moc"
