// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogue.h"
#include "net/curl_fetcher.h"
#include "session/predictor.h"

#include <QSignalSpy>
#include <QtTest>

using namespace overlap;
using session::PredictedRuns;

class TestPredictor : public QObject
{
    Q_OBJECT

    core::Experiment waits(std::vector<std::string> strategies = {"sequential", "threads:2"}) const
    {
        core::Experiment experiment;
        experiment.id = "waits";
        experiment.title = "Waits";
        experiment.workload = "wait";
        experiment.parameters.set("tasks", 4);
        experiment.parameters.set("seconds", 0.02);
        experiment.strategies = std::move(strategies);
        return experiment;
    }

    std::shared_ptr<const PredictedRuns> predicted(session::Predictor& predictor,
                                                   const core::Experiment& experiment, int cores)
    {
        QSignalSpy finished(&predictor, &session::Predictor::finished);
        predictor.start(experiment, cores);
        if (!QTest::qWaitFor([&] { return finished.count() == 1; }, 20000))
            return nullptr;
        return finished[0][0].value<std::shared_ptr<const PredictedRuns>>();
    }

private Q_SLOTS:
    void foretellsWhatTheLanesWillShow()
    {
        session::Predictor predictor(m_services, 2);
        const auto runs = predicted(predictor, waits(), 2);
        QVERIFY(runs);
        QCOMPARE(runs->timelines.size(), std::size_t{2});
        const auto& forecasts = runs->prediction.forecasts;
        QVERIFY(forecasts[0].baseline);
        QVERIFY(forecasts[0].wallSeconds >= 0.08);
        QVERIFY(*forecasts[1].speedup > 1.7 && *forecasts[1].speedup <= 2.01);
        QCOMPARE(runs->timelines[1]->lanes.size(), std::size_t{2});
        QCOMPARE(runs->timelines[1]->tasks.size(), std::size_t{4});
    }

    void whatIsKnownOfTheWorkIsNotMeasuredAgain()
    {
        int measured = 0;
        session::Predictor predictor(m_services,
                                     [&](engine::Prediction& prediction, const std::stop_token& stop) {
                                         measured += prediction.profiles.empty();
                                         return engine::measure(prediction, m_services, 2, stop);
                                     });
        QVERIFY(predicted(predictor, waits(), 2));
        QCOMPARE(measured, 1);
        const auto many = predicted(predictor, waits({"sequential", "threads:4"}), 64);
        QCOMPARE(measured, 1);
        QCOMPARE(many->prediction.cores, 64);
        QVERIFY(*many->prediction.forecasts[1].speedup > 3.4);
        core::Experiment other = waits();
        other.parameters.set("tasks", 5);
        QVERIFY(predicted(predictor, other, 2));
        QCOMPARE(measured, 2);
    }

    void aStopLeavesNothing()
    {
        session::Predictor predictor(m_services, [](engine::Prediction&, const std::stop_token& stop) {
            while (!stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return false;
        });
        QSignalSpy finished(&predictor, &session::Predictor::finished);
        predictor.start(waits(), 2);
        QVERIFY(predictor.running());
        predictor.stop();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!finished[0][0].value<std::shared_ptr<const PredictedRuns>>());
        QVERIFY(!predictor.running());
    }

    void workThatASweepVariesIsRefused()
    {
        session::Predictor predictor(m_services, 2);
        core::Experiment experiment = waits();
        experiment.sweep = core::Sweep{"workload.tasks", {core::Value(2), core::Value(4)}};
        std::string reason;
        connect(&predictor, &session::BackgroundCheck::refused, this,
                [&](const core::Error& error) { reason = error.message().english(); });
        predictor.start(experiment, 2);
        QTRY_VERIFY(!reason.empty());
        QVERIFY2(reason.find("this sweep varies it") != std::string::npos, reason.c_str());
    }

private:
    ipc::Launcher m_launcher;
    net::CurlLibrary m_curl;
    core::Paths m_paths = core::Paths::ofThisProgram();
    core::Catalogue m_catalogue = engine::makeCatalogue();
    engine::EngineServices m_services{m_paths, m_launcher, m_catalogue, 0};
};

QTEST_GUILESS_MAIN(TestPredictor)
#include "tst_predictor.moc"
