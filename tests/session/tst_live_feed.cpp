// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/report_builder.h"
#include "session/live_feed.h"

#include <QtTest>

using namespace overlap;

namespace {

core::Experiment experimentOf(const std::string& id)
{
    core::Experiment experiment;
    experiment.id = id;
    experiment.title = id;
    experiment.strategies = {"sequential"};
    return experiment;
}

engine::PlanMade planOfTwoBlocks()
{
    engine::PlanMade made;
    core::Strategy sequential;
    sequential.name = "sequential";
    made.plan.strategies.push_back({sequential, false});
    made.plan.runs = {{0, 0, 0, false}, {0, 1, 0, false}};
    made.environment.cores = 1;
    return made;
}

recording::Record record(core::Nanoseconds time, core::State state, std::uint8_t flags = 0)
{
    recording::Record result;
    result.time = time;
    result.state = state;
    result.item = 0;
    result.flags = flags;
    return result;
}

std::shared_ptr<const engine::RunOutcome> outcomeOf(std::size_t index)
{
    auto outcome = std::make_shared<engine::RunOutcome>();
    outcome->index = index;
    outcome->timeline = std::make_shared<core::Timeline>();
    outcome->report.lostRecords = 3;
    outcome->report.wallSeconds = 1;
    return outcome;
}

std::shared_ptr<const core::Report> reportOf(const std::string& id)
{
    auto report = std::make_shared<core::Report>();
    report->experiment = experimentOf(id);
    return report;
}

} // namespace

class TestLiveFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsARunFromWaitingToItsEnd()
    {
        session::LiveFeed feed;
        feed.start(experimentOf("a"));
        feed.apply(planOfTwoBlocks());
        QCOMPARE(feed.bands().size(), std::size_t{1});
        QCOMPARE(feed.bands()[0].status, session::BandStatus::waiting);
        QVERIFY(!feed.current());

        feed.apply(engine::RunPreparing{0});
        QCOMPARE(feed.bands()[0].status, session::BandStatus::preparing);
        QVERIFY(feed.current());
        feed.apply(engine::RunStarted{0, 1000, {{"main", core::LaneKind::worker}}});
        QCOMPARE(feed.bands()[0].status, session::BandStatus::running);

        feed.apply(
            engine::RecordsArrived{0, 0, {record(1100, core::State::computing, recording::recordTaskBegin)}});
        feed.look(1500);
        const auto timeline = feed.bands()[0].timeline;
        QCOMPARE(timeline->lanes[0].spans.size(), std::size_t{1});
        QCOMPARE(timeline->lanes[0].spans[0].end, core::Nanoseconds{500});
        QCOMPARE(feed.computingLanes(), 1);
        feed.look(1700);
        QCOMPARE(timeline->lanes[0].spans.size(), std::size_t{1});
        QCOMPARE(timeline->lanes[0].spans[0].end, core::Nanoseconds{700});

        const auto outcome = outcomeOf(0);
        feed.apply(engine::RunEnded{outcome, reportOf("a")});
        QCOMPARE(feed.bands()[0].status, session::BandStatus::ended);
        QCOMPARE(feed.bands()[0].timeline.get(), outcome->timeline.get());
        QCOMPARE(feed.runsEnded(), std::size_t{1});
        QCOMPARE(feed.lostRecords(), std::uint64_t{3});
        QCOMPARE(feed.computingLanes(), 0);
        QVERIFY(!feed.current());
    }

    void countsLossesOverAllRuns()
    {
        session::LiveFeed feed;
        feed.start(experimentOf("a"));
        feed.apply(planOfTwoBlocks());
        for (std::size_t run = 0; run < 2; ++run) {
            feed.apply(engine::RunPreparing{run});
            feed.apply(engine::RunEnded{outcomeOf(run), reportOf("a")});
        }
        QCOMPARE(feed.lostRecords(), std::uint64_t{6});
    }

    void blocksThatRunAnewFollowThePlan()
    {
        session::LiveFeed feed;
        feed.start(experimentOf("a"));
        feed.apply(planOfTwoBlocks());
        feed.apply(engine::RunPreparing{0});
        feed.apply(engine::PlanExtended{{{0, 2, 0, false}}});
        feed.apply(engine::RunEnded{outcomeOf(0), reportOf("a")});
        QCOMPARE(feed.plan().runs.size(), std::size_t{3});
        QCOMPARE(feed.replacedBlocks(), std::vector<int>{0});
        QCOMPARE(feed.plan().runs[2].block, 2);
        feed.apply(engine::RunPreparing{2});
        QVERIFY(feed.current());
        feed.apply(engine::RunEnded{outcomeOf(2), reportOf("a")});
        QCOMPARE(feed.runsEnded(), std::size_t{2});
    }

    void aShortenedPlanEndsThere()
    {
        session::LiveFeed feed;
        feed.start(experimentOf("a"));
        feed.apply(planOfTwoBlocks());
        feed.apply(engine::RunPreparing{0});
        feed.apply(engine::PlanShortened{1});
        feed.apply(engine::RunEnded{outcomeOf(0), reportOf("a")});
        QCOMPARE(feed.plan().runs.size(), std::size_t{1});
        QCOMPARE(feed.runsEnded(), std::size_t{1});
    }

    void comparesOnlyWithTheSameExperiment()
    {
        session::LiveFeed feed;
        feed.start(experimentOf("a"));
        feed.apply(planOfTwoBlocks());
        feed.apply(engine::RunPreparing{0});
        const auto first = reportOf("a");
        feed.apply(engine::RunEnded{outcomeOf(0), first});
        QVERIFY(!feed.previousReport());

        feed.start(experimentOf("b"));
        QVERIFY(!feed.previousReport());
        feed.start(experimentOf("a"));
        QCOMPARE(feed.previousReport().get(), first.get());
    }

    void neverComparesWithAStoppedRun()
    {
        session::LiveFeed feed;
        feed.start(experimentOf("a"));
        feed.apply(planOfTwoBlocks());
        feed.apply(engine::RunPreparing{0});
        auto stopped = std::make_shared<core::Report>(*reportOf("a"));
        stopped->cancelled = true;
        feed.apply(engine::RunEnded{outcomeOf(0), stopped});
        feed.start(experimentOf("a"));
        QVERIFY(!feed.previousReport());
    }
};

QTEST_GUILESS_MAIN(TestLiveFeed)
#include "tst_live_feed.moc"
