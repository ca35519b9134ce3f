// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_hover.h"
#include "charts/legend.h"
#include "shown_gantt.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;
using core::fromSeconds;
using core::toSeconds;
class TestGanttChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLegendTellsHowTasksEnded()
    {
        const auto ends = failedBit | cancelledBit | killedBit;
        const auto trouble = troubledRun();
        QCOMPARE(statesOf(*trouble) & ends, failedBit | cancelledBit);
        trouble->lanes[2].spans.back().flags |= core::spanKilled;
        QCOMPARE(statesOf(*trouble) & ends, ends);
        const auto quiet = sequentialRun(1, 3);
        QCOMPARE(statesOf(*quiet) & ends, StateSet{0});
    }

    void presentingShowsAllBandsAndNoSmallPrint()
    {
        GanttContent content = heavyChunks(false);
        content.bands.pop_back(); // six are what a projector has to hold
        const Theme theme = scaledTheme(makeTheme(palette(), ThemeKind::light), 2.65);
        const std::vector<bool> folded(content.bands.size(), false);
        SceneInput input;
        input.content = &content;
        input.theme = &theme;
        input.size = {1268, 404};
        input.visible = {0, fromSeconds(2.2)};
        input.folded = &folded;
        input.presenting = true;
        const GanttScene scene = composeScene(input);
        QCOMPARE(scene.maximumScroll(), 0.0);
        for (const BandScene& band : scene.bands)
            QVERIFY(band.subtitles.isEmpty());
        QCOMPARE(scene.bands[2].finish, QStringLiteral("1.07 s")); // the gain stands elsewhere, large
        QVERIFY(scene.lanes.width() > 1268 * 0.5);
        for (const analysis::BandPlace& place : scene.layout.bands) {
            QVERIFY(!place.groupHeader); // lanes come first
            for (const analysis::LanePlace& lane : place.lanes)
                QVERIFY(lane.height >= 3);
        }
        input.size = {1268, 900};
        const GanttScene roomy = composeScene(input);
        QVERIFY(roomy.layout.bands[0].groupHeader.has_value());
        QCOMPARE(roomy.maximumScroll(), 0.0);
        input.size = {1268, 404};
        // Revealing the times moves nothing.
        for (GanttBand& band : content.bands)
            band.finishSeconds.reset();
        QCOMPARE(composeScene(input).lanes, scene.lanes);
    }

    void theRatioOfManyBlocksIsToldApart()
    {
        GanttContent content = heavyChunks(false);
        const Theme theme = makeTheme(palette(), ThemeKind::light);
        const std::vector<bool> folded(content.bands.size(), false);
        SceneInput input;
        input.content = &content;
        input.theme = &theme;
        input.size = {1200, 500};
        input.visible = {0, fromSeconds(2.2)};
        input.folded = &folded;
        QCOMPARE(composeScene(input).bands[2].finish, QStringLiteral("1.07 s · 1.87 ×"));
        QCOMPARE(composeScene(input).bands[2].ratio, QString());
        content.bands[2].blocks = 10;
        const GanttScene scene = composeScene(input);
        QCOMPARE(scene.bands[2].finish, QStringLiteral("1.07 s"));
        QCOMPARE(scene.bands[2].ratio, QStringLiteral("1.87 × over 10 blocks"));
        QVERIFY(scene.bands[0].ratio.isEmpty()); // the baseline
        QVERIFY(summaryOf(content).contains(
            QStringLiteral("finished in 1.07 s; over 10 blocks 1.87 × the speed of the baseline.")));
        input.presenting = true;
        QVERIFY(composeScene(input).bands[2].ratio.isEmpty());
    }

    void readout_data()
    {
        QTest::addColumn<int>("band");
        QTest::addColumn<int>("lane");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a task") << 0 << 0 << 1.2
                                << "chunk 3 · Computing\n500 ms, from 1.000 s to 1.500 s\n12 000 000 items\n"
                                   "main · sequential";
        QTest::newRow("start-up") << 3 << 1 << 0.01
                                  << "Starting\n24 ms, from 0.000 s to 0.024 s\nprocess 2 · processes:2";
        QTest::newRow("open") << 1 << 3 << 1.612 << QString(); // filled in below
        QTest::newRow("after the end") << 0 << 0 << 2.1 << QString();
    }

    void readout()
    {
        QFETCH(int, band);
        QFETCH(int, lane);
        QFETCH(double, seconds);
        QFETCH(QString, expected);
        ShownGantt shown(heavyChunks(true));
        const QString text = shown.chart.textAt(shown.at(band, lane, seconds));
        if (qstrcmp(QTest::currentDataTag(), "open") == 0)
            QVERIFY2(text.contains(QStringLiteral(" so far, since ")), qPrintable(text));
        else
            QCOMPARE(text, expected);
    }

    void foldedReadoutListsTheShares()
    {
        ShownGantt shown(heavyChunks(true));
        const QString lane = shown.chart.textAt(shown.at(2, 0, 0.5));
        QVERIFY2(lane.contains(QStringLiteral("Computing")) &&
                     lane.contains(QStringLiteral("Waiting for a core")),
                 qPrintable(lane));
        QVERIFY2(lane.contains(QStringLiteral("spans folded here: ")), qPrintable(lane));
        const QString band = shown.chart.textAt(shown.at(5, 0, 0.3));
        QVERIFY2(band.contains(QStringLiteral("Waiting for the GIL 75 %")), qPrintable(band));
        QVERIFY2(band.contains(QStringLiteral("of all workers")), qPrintable(band));
    }

    void marksAreToldInWords()
    {
        ShownGantt shown(oneBand(strategy("threads", {3}), troubledRun()));
        QVERIFY(shown.chart.textAt(shown.at(0, 1, 0.9)).contains(QStringLiteral("the task failed")));
        QVERIFY(shown.chart.textAt(shown.at(0, 2, 1.4)).contains(QStringLiteral("the task was cancelled")));
        QVERIFY(shown.chart.textAt(shown.at(0, 0, 1.48)).contains(QStringLiteral("not known")));
        QVERIFY(shown.chart.textAt(shown.at(0, 1, 0.9)).contains(QStringLiteral("stage download")));
    }

    void aKilledProcessIsToldInWords()
    {
        auto run = processRun(1, 2);
        auto& spans = run->lanes[0].spans;
        spans.resize(3); // starting, transfer, computing
        spans.back().flags = core::spanFailed | core::spanKilled;
        const double end = toSeconds(spans.back().end);
        ShownGantt shown(oneBand(strategy("processes", {2}), run), {1036, 220});
        const QString on = shown.chart.textAt(shown.at(0, 0, end - 0.1));
        QVERIFY2(on.contains(QStringLiteral("the task failed\nthe process ended here before its time")),
                 qPrintable(on));
        // The cross reaches a little beyond the end of the span, and its words with it.
        const QPoint beyond = shown.at(0, 0, end) + QPoint(3, 0);
        QVERIFY(shown.chart.textAt(beyond).startsWith(QStringLiteral("the task failed\nthe process ended")));
        QVERIFY(shown.chart.textAt(shown.at(0, 0, end + 0.1)).isEmpty());
    }

    void whoHoldsTheLockIsToldInWords()
    {
        const auto run = gilRun(0.2, 4);
        ShownGantt shown(oneBand(strategy("gil-threads", {4}), run), {1036, 260});
        const GanttScene scene = shown.scene();
        QCOMPARE(scene.bands[0].rows[4].kind, RowKind::thin);
        QVERIFY(scene.laneRect(0, 4).height() < scene.laneRect(0, 3).height());
        const core::Span& span = run->lanes[4].spans[7];
        const QString text = shown.chart.textAt(shown.at(0, 4, toSeconds(span.begin + span.duration() / 2)));
        QVERIFY2(text.startsWith(QStringLiteral("held by worker %1\n").arg(span.waker + 1)),
                 qPrintable(text));
        QVERIFY2(text.endsWith(QStringLiteral("lock holder · gil-threads:4")), qPrintable(text));
    }

    /// Start-up comes with the first records of a live run and lies left of zero from then on.
    void startUpLiesLeftOfZero()
    {
        const auto whole = processRun(0.3, 2, 0.01);
        auto growing = std::make_shared<core::Timeline>(*whole);
        growing->ended = false;
        growing->end = fromSeconds(0.02);
        for (core::Lane& lane : growing->lanes) {
            lane.spans.resize(2);
            lane.spans.back().flags = core::spanOpen;
        }
        GanttContent content = oneBand(strategy("processes", {2}), growing);
        content.bands[0].running = true;
        content.bands[0].finishSeconds.reset();
        ShownGantt live(content, {1036, 220});
        QVERIFY(live.chart.timeWindow()->visible().begin <= fromSeconds(-0.01));
        QVERIFY(live.chart.textAt(live.at(0, 1, -0.006)).startsWith(QStringLiteral("Starting\n")));

        ShownGantt ended(oneBand(strategy("processes", {2}), whole), {1036, 220});
        const GanttScene scene = ended.scene();
        const double zero = scene.axis.toPixel(0);
        QVERIFY(zero - scene.lanes.left() >= 12);
        const QString text = ended.chart.textAt(ended.at(0, 0, -0.006));
        QVERIFY2(text.contains(QStringLiteral("from −0.0100 s to −0.0020 s")), qPrintable(text));
        // The line at t = 0 stands out from the grid.
        const QColor line = ended.plot->grab().toImage().pixelColor(
            static_cast<int>(std::round(zero)), static_cast<int>(scene.laneRect(0, 1).bottom()) + 2);
        QCOMPARE(line, ended.chart.theme().roles.faint);
        // Who looks closer and asks for everything again sees it again.
        ended.chart.timeWindow()->setVisible({fromSeconds(0.1), fromSeconds(0.2)});
        ended.chart.timeWindow()->fit();
        QVERIFY(ended.chart.timeWindow()->visible().begin <= fromSeconds(-0.01));
        // Without start-up nothing lies there.
        ShownGantt warm(oneBand(strategy("sequential"), sequentialRun(0.3, 3)), {1036, 220});
        QCOMPARE(warm.chart.timeWindow()->visible().begin, core::Nanoseconds{0});
    }

    /// The gap of a strip and its line, in the words of the readout.
    QString stripTextAt(const ShownGantt& shown, int band, int strip, double seconds) const
    {
        const GanttScene scene = shown.scene();
        return shown.chart.textAt(
            QPointF(scene.axis.toPixel(fromSeconds(seconds)), scene.stripRect(band, strip).center().y())
                .toPoint());
    }

    void rowsOfAPipeline()
    {
        ShownGantt shown(assemblyLine(true), {1300, 800});
        const GanttScene scene = shown.scene();
        QStringList rows;
        const auto& content = shown.chart.content();
        for (const BandRow& row : scene.bands[2].rows)
            rows << rowTitle(content.bands[2].timeline.get(), row) +
                        (row.kind == RowKind::thin ? QStringLiteral(" (thin)") : QString());
        QCOMPARE(rows.join(QStringLiteral(", ")),
                 QStringLiteral("feeder (thin), cut 1, cut 2, weld 1, weld 2, paint 1, collector (thin)"));
        QStringList strips;
        for (const BandStrip& strip : scene.bands[2].strips)
            strips << strip.label + QStringLiteral(": ") + strip.figure;
        QCOMPARE(
            strips.join(QStringLiteral(", ")),
            QStringLiteral("active: 4 of 5, queue to cut: 0 of 3, queue to weld: 1 of 3, queue to paint: 1"));
        strips.clear();
        for (const BandStrip& strip : scene.bands[1].strips)
            strips << strip.label + QStringLiteral(": ") + strip.figure;
        QCOMPARE(strips.join(QStringLiteral(", ")),
                 QStringLiteral("active: mean 1.9 of 3, queue to cut: max 3 of 3, queue to weld: max 2 of 3, "
                                "queue to paint: max 0"));
        // One worker has no strip, one that has not begun keeps its place.
        QVERIFY(scene.bands[0].strips.empty());
        QCOMPARE(scene.bands[3].strips.size(), 1U);
        QVERIFY(scene.bands[3].strips[0].figure.isEmpty());
        QVERIFY(shown.chart.summary().contains(QStringLiteral("queue to cut: max 3 of 3")));
    }

    void stripsAreToldInWords()
    {
        ShownGantt shown(assemblyLine(false), {1300, 800});
        QCOMPARE(stripTextAt(shown, 1, 1, 0.75),
                 QStringLiteral("queue to cut: 3 of 3\nfull\n300 ms, from 0.601 s to 0.901 s\n"
                                "pipeline:1,1,1@queues=3/3/0"));
        QCOMPARE(
            stripTextAt(shown, 1, 0, 1.0),
            QStringLiteral("active: 2 of 3\n201 ms, from 0.901 s to 1.102 s\npipeline:1,1,1@queues=3/3/0"));
        QVERIFY(stripTextAt(shown, 1, 1, 5.0).isEmpty()); // after the end
        const GanttScene scene = shown.scene();
        QCOMPARE(scene.hit(scene.stripRect(1, 2).center()).strip, 2);
        // What changes within a pixel is told together.
        shown.chart.setContent(
            oneBand(strategy("pipeline", {1, 1}), lineRun({{"a", 2, 0.002, 3}, {"b", 2, 0.003, 3}}, 2000)));
        const QString dense = stripTextAt(shown, 0, 2, 1.5);
        QVERIFY2(dense.contains(QStringLiteral(", mean ")) && dense.contains(QStringLiteral("over ")),
                 qPrintable(dense));
    }

    void stripsCanBeLeftOut()
    {
        GanttContent content = assemblyLine(false);
        content.strips = false;
        ShownGantt shown(content, {1300, 800});
        for (const BandScene& band : shown.scene().bands)
            QVERIFY(band.strips.empty());
        QVERIFY(!shown.chart.summary().contains(QStringLiteral("queue to")));
        content.strips = true;
        shown.chart.setContent(content);
        QCOMPARE(shown.scene().bands[1].strips.size(), 4U);
    }

    void anItemTellsItsWay()
    {
        ShownGantt shown(assemblyLine(false), {1300, 800});
        const QString text = shown.chart.textAt(shown.at(1, 2, 1.3)); // weld 1
        QCOMPARE(text, QStringLiteral("item 3 · Waiting\n401 ms, from 1.102 s to 1.503 s\nstage weld\n"
                                      "cut 300 ms · queue 201 ms · weld 401 ms · paint 201 ms\n"
                                      "weld 1 · pipeline:1,1,1@queues=3/3/0"));
        FlowFinder ways;
        const GanttReadout readout =
            readoutAt(shown.chart.content(), shown.scene(), shown.at(1, 2, 1.3), ways);
        QVERIFY(readout.flow && readout.flow->leads());
        QCOMPARE(readout.flow->steps[1].size(), 3U);
        QCOMPARE(readout.flow->steps[2].size(), 3U); // in the other pipeline as well
        const QRectF bounds = flowBounds(*readout.flow, shown.scene(), shown.chart.theme());
        QVERIFY(bounds.contains(shown.at(1, 2, 1.3)));
        QVERIFY(bounds.top() >= shown.scene().laneRect(1, 1).top() - 0.5);
        QVERIFY(bounds.bottom() <= shown.scene().laneRect(1, 3).bottom() + 0.5);
        // A task of one stay leads nowhere: its outline is enough.
        const GanttReadout single =
            readoutAt(shown.chart.content(), shown.scene(), shown.at(0, 0, 1.0), ways);
        QVERIFY(single.flow && !single.flow->leads());
        // It is not looked for twice.
        const GanttReadout again =
            readoutAt(shown.chart.content(), shown.scene(), shown.at(1, 2, 1.31), ways, &readout);
        QCOMPARE(again.flow.get(), readout.flow.get());
    }

    void hoveringLetsTheOthersRecedeAndPaintsNoLane()
    {
        ShownGantt shown(assemblyLine(false), {1300, 800});
        const QImage before = shown.plot->grab().toImage();
        const int replots = shown.chart.replotCount();
        QTest::mouseMove(shown.plot, shown.at(1, 2, 1.3));
        QCoreApplication::processEvents();
        QCOMPARE(shown.chart.replotCount(), replots);
        const QImage after = shown.plot->grab().toImage();
        const auto changed = [&](int band, int lane, double seconds) {
            const QPoint at = shown.at(band, lane, seconds);
            return before.pixel(at) != after.pixel(at);
        };
        QVERIFY(changed(1, 1, 2.0));  // another item on another lane
        QVERIFY(!changed(1, 1, 0.8)); // the same item
        QVERIFY(!changed(2, 1, 0.2)); // another band
        QVERIFY(!changed(0, 0, 1.0));
    }

    void whoWokeALaneIsToldInWords()
    {
        ShownGantt shown(assemblyLine(false), {1300, 800});
        const QString task = shown.chart.textAt(shown.at(1, 3, 0.8)); // paint 1
        QVERIFY2(task.contains(QStringLiteral("\nwoken by weld 1\n")), qPrintable(task));
        const QString wait = shown.chart.textAt(shown.at(1, 3, 0.4));
        QVERIFY2(wait.startsWith(QStringLiteral("Queue empty\n")) &&
                     wait.contains(QStringLiteral("\nended by weld 1\n")),
                 qPrintable(wait));
    }

    void slotsHaveThinRowsAndManyOfThemOne()
    {
        ShownGantt few(oneBand(strategy("event-loop", {8}), loopRun(8, 60)), {1036, 300});
        const GanttScene scene = few.scene();
        QCOMPARE(scene.bands[0].rows.size(), 9U);
        QCOMPARE(scene.bands[0].rows[3].kind, RowKind::slot);
        QVERIFY(scene.laneRect(0, 3).height() * 2 < scene.laneRect(0, 0).height());
        QCOMPARE(scene.bands[0].strips.size(), 1U);
        QCOMPARE(scene.bands[0].strips[0].label, QStringLiteral("in flight"));
        QVERIFY(few.chart.summary().contains(QStringLiteral("(workers: 1)")));

        ShownGantt many(oneBand(strategy("event-loop", {100}), loopRun(100, 900)), {1036, 300});
        QCOMPARE(many.scene().bands[0].rows.size(), 2U);
        QCOMPARE(many.scene().bands[0].rows[1].kind, RowKind::allSlots);
        const QString text = many.chart.textAt(many.at(0, 1, 2.0));
        QVERIFY2(text.contains(QStringLiteral("of all slots, over ")) &&
                     text.contains(QStringLiteral("\nin flight: task ")) &&
                     text.contains(QStringLiteral(" more\n100 slots · event-loop:100")),
                 qPrintable(text));
    }

    void presentingShowsQueuesWhereThereIsRoom()
    {
        GanttContent content = assemblyLine(false);
        const Theme theme = scaledTheme(makeTheme(palette(), ThemeKind::light), 2.65);
        std::vector<bool> folded(content.bands.size(), false);
        SceneInput input;
        input.content = &content;
        input.theme = &theme;
        input.visible = {0, fromSeconds(8)};
        input.folded = &folded;
        input.presenting = true;
        for (const int height : {404, 800, 2400}) {
            input.size = {1268, static_cast<double>(height)};
            const GanttScene scene = composeScene(input);
            QCOMPARE(scene.maximumScroll(), 0.0);
            QCOMPARE(scene.bands[1].strips.size(), 3U); // those of workers are small print
            QCOMPARE(scene.stripRect(1, 0).height() > 0, height == 2400);
        }
    }
};

QTEST_MAIN(TestGanttChart)
#include "tst_gantt_chart.moc"
