// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/gil_check.h"
#include "support/gate.h"

#include <QSignalSpy>
#include <QThread>
#include <QtTest>
#include <memory>
#include <stdexcept>

using namespace overlap;
using session::GilCheck;

namespace {

constexpr int patience = 20000;

engine::GilValidation planted(int blocks)
{
    engine::GilValidation validation;
    validation.version = "3.11.2";
    validation.blocks = blocks;
    validation.rows = {{.name = core::Message("row"), .model = 1, .python = 2, .within = true, .limit = {}}};
    return validation;
}

/// Ends only when it is told to.
engine::GilValidation untilStopped(testing::Gate& begun, const std::stop_token& stop)
{
    testing::Gate stopped;
    const std::stop_callback told(stop, [&] { stopped.open(); });
    begun.open();
    engine::GilValidation validation;
    validation.cancelled = stopped.wait();
    return validation;
}

} // namespace

class TestGilCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatItFoundArrivesOnTheThreadOfTheWindow()
    {
        QThread* measured = nullptr;
        GilCheck check([&](int blocks, const std::stop_token&, const GilCheck::Progress& progress) {
            measured = QThread::currentThread();
            for (int done = 0; done <= blocks; ++done)
                progress(done, blocks);
            return planted(blocks);
        });
        QStringList told;
        bool elsewhere = false;
        const auto tell = [&](const QString& what) {
            told << what;
            elsewhere = elsewhere || QThread::currentThread() != thread();
        };
        connect(&check, &GilCheck::runningChanged, &check,
                [&](bool running) { tell(running ? QStringLiteral("on") : QStringLiteral("off")); });
        connect(&check, &GilCheck::progressed, &check,
                [&](int done, int of) { tell(QStringLiteral("%1/%2").arg(done).arg(of)); });
        connect(&check, &GilCheck::finished, &check, [&](const engine::GilValidation& found) {
            tell(QString::fromStdString(found.version) + QLatin1Char(' ') + QString::number(found.blocks));
            QVERIFY(!check.running());
        });
        QVERIFY(!check.running());
        check.start(2);
        QVERIFY(check.running());
        QTRY_VERIFY_WITH_TIMEOUT(told.size() == 6, patience);
        QCOMPARE(told,
                 QStringList({QStringLiteral("on"), QStringLiteral("0/2"), QStringLiteral("1/2"),
                              QStringLiteral("2/2"), QStringLiteral("off"), QStringLiteral("3.11.2 2")}));
        QVERIFY(!elsewhere);
        QVERIFY(measured != thread());
        // And once more.
        check.start(1);
        QTRY_COMPARE_WITH_TIMEOUT(told.last(), QStringLiteral("3.11.2 1"), patience);
    }

    void aStopEndsIt()
    {
        testing::Gate begun;
        GilCheck check([&](int, const std::stop_token& stop, const GilCheck::Progress&) {
            return untilStopped(begun, stop);
        });
        QSignalSpy finished(&check, &GilCheck::finished);
        check.start(3);
        QVERIFY(begun.wait());
        check.stop();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QVERIFY(finished[0][0].value<engine::GilValidation>().cancelled);
        QVERIFY(!check.running());
    }

    void reasonsArrive()
    {
        bool odd = false;
        GilCheck check([&](int, const std::stop_token&, const GilCheck::Progress&) -> engine::GilValidation {
            if (odd)
                throw std::runtime_error("out of luck");
            throw core::Error(core::Message("no Python was found"), "/here");
        });
        QStringList told;
        connect(&check, &GilCheck::refused, &check, [&](const core::Error& reason) {
            told << QString::fromStdString(reason.message().english()) +
                        QString::fromStdString(reason.place());
        });
        QSignalSpy finished(&check, &GilCheck::finished);
        check.start(1);
        QTRY_COMPARE_WITH_TIMEOUT(told, QStringList{QStringLiteral("no Python was found/here")}, patience);
        QVERIFY(!check.running());
        odd = true;
        check.start(1);
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 2, patience);
        QCOMPARE(told.last(), QStringLiteral("the comparison failed: out of luck"));
        QCOMPARE(finished.count(), 0);
    }

    void goingAwayStopsIt()
    {
        const testing::Watchdog watchdog("a comparison whose window goes away");
        testing::Gate begun;
        auto check = std::make_unique<GilCheck>(
            [&](int, const std::stop_token& stop, const GilCheck::Progress& progress) {
                progress(0, 1); // still under way when there is nobody left to hear it
                return untilStopped(begun, stop);
            });
        bool heard = false;
        connect(check.get(), &GilCheck::progressed, this, [&] { heard = true; });
        check->start(1);
        QVERIFY(begun.wait());
        check.reset();
        QCoreApplication::processEvents();
        QVERIFY(!heard);
    }

    void withoutAPythonTheReasonIsTold()
    {
        qputenv("OVERLAP_PYTHON", "/nonexistent/python3");
        ipc::Launcher launcher;
        const core::Paths paths = core::Paths::ofThisProgram();
        const core::Catalogue catalogue;
        const engine::EngineServices services{paths, launcher, catalogue, 0};
        GilCheck check(session::measureGil(services));
        std::string reason;
        connect(&check, &GilCheck::refused, &check, [&](const core::Error& error) { reason = error.what(); });
        check.start(1);
        QTRY_VERIFY_WITH_TIMEOUT(!reason.empty(), patience);
        QVERIFY2(reason.find("/nonexistent/python3") != std::string::npos, reason.c_str());
    }
};

QTEST_GUILESS_MAIN(TestGilCheck)
#include "tst_gil_check.moc"
