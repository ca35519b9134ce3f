// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_chart.h"
#include "charts/gantt_hover.h"
#include "charts/gantt_scene.h"
#include "charts/legend.h"
#include "session/time_window.h"
#include "synthetic_runs.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;
using core::fromSeconds;
using core::toSeconds;

class TestGanttChart : public QObject
{
    Q_OBJECT

private:
    /// A chart at the size of the drawn target, shown and painted.
    struct Shown
    {
        GanttChart chart;
        QWidget* plot;
        QScrollBar* scrollBar;

        explicit Shown(GanttContent content, QSize size = QSize(1036, 520))
        {
            chart.resize(size);
            chart.setTheme(makeTheme(palette(), ThemeKind::light));
            chart.setContent(std::move(content));
            chart.show();
            plot = chart.findChild<QWidget*>(QStringLiteral("ganttPlot"));
            scrollBar = chart.findChild<QScrollBar*>(QStringLiteral("ganttScrollBar"));
            QCoreApplication::processEvents();
        }

        /// The same numbers that the chart computes for itself.
        GanttScene scene() const
        {
            std::vector<bool> folded;
            for (const GanttBand& band : chart.content().bands)
                folded.push_back(band.folded);
            SceneInput input;
            input.content = &chart.content();
            input.theme = &chart.theme();
            input.size = plot->size();
            input.visible = chart.timeWindow()->visible();
            input.scroll = scrollBar->value();
            input.folded = &folded;
            return composeScene(input);
        }
        QPoint at(int band, int lane, double seconds) const
        {
            const GanttScene now = scene();
            return QPointF(now.axis.toPixel(fromSeconds(seconds)), now.laneRect(band, lane).center().y())
                .toPoint();
        }
        void wheel(QPoint place, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            QWheelEvent event(place, plot->mapToGlobal(place), QPoint(), QPoint(0, delta), Qt::NoButton,
                              modifiers, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(plot, &event);
        }
    };

private Q_SLOTS:
    void theLegendTellsHowTasksEnded()
    {
        StateScanner scanner;
        const auto ends = failedBit | cancelledBit | killedBit;
        const auto trouble = troubledRun();
        QCOMPARE(scanner.scan(*trouble) & ends, failedBit | cancelledBit);
        trouble->lanes[2].spans.back().flags |= core::spanKilled;
        QCOMPARE(scanner.scan(*trouble) & ends, ends);
        // They stay when the spans that ended so are not read again.
        QCOMPARE(scanner.scan(*trouble) & ends, ends);
        const auto quiet = sequentialRun(1, 3);
        QCOMPARE(scanner.scan(*quiet) & ends, StateSet{0});
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
            for (const analysis::LanePlace& lane : place.lanes)
                QVERIFY(lane.height >= 3);
        }
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
        Shown shown(heavyChunks(true));
        const QString text = shown.chart.textAt(shown.at(band, lane, seconds));
        if (qstrcmp(QTest::currentDataTag(), "open") == 0)
            QVERIFY2(text.contains(QStringLiteral(" so far, since ")), qPrintable(text));
        else
            QCOMPARE(text, expected);
    }

    void foldedReadoutListsTheShares()
    {
        Shown shown(heavyChunks(true));
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
        Shown shown(oneBand(strategy("threads", {3}), troubledRun()));
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
        Shown shown(oneBand(strategy("processes", {2}), run), {1036, 220});
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
        Shown shown(oneBand(strategy("gil-threads", {4}), run), {1036, 260});
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
        Shown live(content, {1036, 220});
        QVERIFY(live.chart.timeWindow()->visible().begin <= fromSeconds(-0.01));
        QVERIFY(live.chart.textAt(live.at(0, 1, -0.006)).startsWith(QStringLiteral("Starting\n")));

        Shown ended(oneBand(strategy("processes", {2}), whole), {1036, 220});
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
        Shown warm(oneBand(strategy("sequential"), sequentialRun(0.3, 3)), {1036, 220});
        QCOMPARE(warm.chart.timeWindow()->visible().begin, core::Nanoseconds{0});
    }

    /// The gap of a strip and its line, in the words of the readout.
    QString stripTextAt(const Shown& shown, int band, int strip, double seconds) const
    {
        const GanttScene scene = shown.scene();
        return shown.chart.textAt(
            QPointF(scene.axis.toPixel(fromSeconds(seconds)), scene.stripRect(band, strip).center().y())
                .toPoint());
    }

    void rowsOfAPipeline()
    {
        Shown shown(assemblyLine(true), {1300, 800});
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
        Shown shown(assemblyLine(false), {1300, 800});
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
        Shown shown(content, {1300, 800});
        for (const BandScene& band : shown.scene().bands)
            QVERIFY(band.strips.empty());
        QVERIFY(!shown.chart.summary().contains(QStringLiteral("queue to")));
        content.strips = true;
        shown.chart.setContent(content);
        QCOMPARE(shown.scene().bands[1].strips.size(), 4U);
    }

    void anItemTellsItsWay()
    {
        Shown shown(assemblyLine(false), {1300, 800});
        const QString text = shown.chart.textAt(shown.at(1, 2, 1.3)); // weld 1
        QCOMPARE(text, QStringLiteral("item 3 · Waiting\n401 ms, from 1.102 s to 1.503 s\nstage weld\n"
                                      "cut 300 ms · queue 201 ms · weld 401 ms · paint 201 ms\n"
                                      "weld 1 · pipeline:1,1,1@queues=3/3/0"));
        const GanttReadout readout = readoutAt(shown.chart.content(), shown.scene(), shown.at(1, 2, 1.3));
        QVERIFY(readout.flow && readout.flow->leads());
        QCOMPARE(readout.flow->steps[1].size(), 3U);
        QCOMPARE(readout.flow->steps[2].size(), 3U); // in the other pipeline as well
        const QRectF bounds = flowBounds(*readout.flow, shown.scene(), shown.chart.theme());
        QVERIFY(bounds.contains(shown.at(1, 2, 1.3)));
        QVERIFY(bounds.top() >= shown.scene().laneRect(1, 1).top() - 0.5);
        QVERIFY(bounds.bottom() <= shown.scene().laneRect(1, 3).bottom() + 0.5);
        // A task of one stay leads nowhere: its outline is enough.
        const GanttReadout single = readoutAt(shown.chart.content(), shown.scene(), shown.at(0, 0, 1.0));
        QVERIFY(single.flow && !single.flow->leads());
        // It is not looked for twice.
        const GanttReadout again =
            readoutAt(shown.chart.content(), shown.scene(), shown.at(1, 2, 1.31), &readout);
        QCOMPARE(again.flow.get(), readout.flow.get());
    }

    void hoveringLetsTheOthersRecedeAndPaintsNoLane()
    {
        Shown shown(assemblyLine(false), {1300, 800});
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
        Shown shown(assemblyLine(false), {1300, 800});
        const QString task = shown.chart.textAt(shown.at(1, 3, 0.8)); // paint 1
        QVERIFY2(task.contains(QStringLiteral("\nwoken by weld 1\n")), qPrintable(task));
        const QString wait = shown.chart.textAt(shown.at(1, 3, 0.4));
        QVERIFY2(wait.startsWith(QStringLiteral("Queue empty\n")) &&
                     wait.contains(QStringLiteral("\nended by weld 1\n")),
                 qPrintable(wait));
    }

    void slotsHaveThinRowsAndManyOfThemOne()
    {
        Shown few(oneBand(strategy("event-loop", {8}), loopRun(8, 60)), {1036, 300});
        const GanttScene scene = few.scene();
        QCOMPARE(scene.bands[0].rows.size(), 9U);
        QCOMPARE(scene.bands[0].rows[3].kind, RowKind::slot);
        QVERIFY(scene.laneRect(0, 3).height() * 2 < scene.laneRect(0, 0).height());
        QCOMPARE(scene.bands[0].strips.size(), 1U);
        QCOMPARE(scene.bands[0].strips[0].label, QStringLiteral("in flight"));
        QVERIFY(few.chart.summary().contains(QStringLiteral("(workers: 1)")));

        Shown many(oneBand(strategy("event-loop", {100}), loopRun(100, 900)), {1036, 300});
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

    void hoverIsSignalled()
    {
        Shown shown(heavyChunks(true));
        QSignalSpy texts(&shown.chart, &GanttChart::hovered);
        QSignalSpy items(&shown.chart, &GanttChart::itemHovered);
        const int before = shown.chart.replotCount();
        QTest::mouseMove(shown.plot, shown.at(0, 0, 1.2));
        QTRY_COMPARE(texts.count(), 1);
        QVERIFY(texts[0][0].toString().startsWith(QStringLiteral("chunk 3")));
        QCOMPARE(items.count(), 1);
        QCOMPARE(items[0][0].value<core::ItemIndex>(), 2U);
        QCOMPARE(shown.chart.replotCount(), before); // only the overlay is painted
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(shown.plot, &leave);
        QCOMPARE(texts.count(), 2);
        QCOMPARE(items[1][0].value<core::ItemIndex>(), core::noItem);
    }

    void wheelZoomsAboutThePointer()
    {
        Shown shown(heavyChunks(true));
        const QPoint place = shown.at(0, 0, 0.8);
        const core::Nanoseconds before = shown.scene().axis.toTime(place.x());
        shown.wheel(place, 240);
        QVERIFY(shown.chart.timeWindow()->touched());
        QVERIFY(shown.chart.timeWindow()->visible().length() < fromSeconds(1.5));
        const core::Nanoseconds after = shown.scene().axis.toTime(place.x());
        QVERIFY(std::abs(toSeconds(after - before)) < 1e-6);
    }

    void draggingPans()
    {
        Shown shown(heavyChunks(true));
        shown.chart.timeWindow()->setVisible({fromSeconds(0.5), fromSeconds(1.0)});
        QCoreApplication::processEvents();
        const QPoint from = shown.at(0, 0, 0.7);
        const QPoint to = shown.at(0, 0, 0.8);
        QTest::mousePress(shown.plot, Qt::LeftButton, {}, from);
        QTest::mouseMove(shown.plot, (from + to) / 2);
        QTest::mouseMove(shown.plot, to);
        QTest::mouseRelease(shown.plot, Qt::LeftButton, {}, to);
        QTRY_VERIFY(std::abs(toSeconds(shown.chart.timeWindow()->visible().begin) - 0.4) < 0.002);
        QCOMPARE(shown.chart.timeWindow()->visible().length(), fromSeconds(0.5));
    }

    void shiftAndDraggingSelect()
    {
        Shown shown(heavyChunks(true));
        QTest::mousePress(shown.plot, Qt::LeftButton, Qt::ShiftModifier, shown.at(0, 0, 0.5));
        QTest::mouseMove(shown.plot, shown.at(0, 0, 0.8));
        QTest::mouseMove(shown.plot, shown.at(0, 0, 1.0));
        QTest::mouseRelease(shown.plot, Qt::LeftButton, Qt::ShiftModifier, shown.at(0, 0, 1.0));
        QTRY_VERIFY(shown.chart.timeWindow()->selection().has_value());
        QVERIFY(std::abs(toSeconds(shown.chart.timeWindow()->selection()->length()) - 0.5) < 0.01);
        QTest::keyClick(&shown.chart, Qt::Key_Escape);
        QVERIFY(!shown.chart.timeWindow()->selection());
    }

    void keys()
    {
        Shown shown(heavyChunks(true));
        session::TimeWindow& window = *shown.chart.timeWindow();
        const session::TimeRange everything = window.visible();
        QTest::keyClick(&shown.chart, Qt::Key_W);
        QVERIFY(window.visible().length() < everything.length());
        const session::TimeRange zoomed = window.visible();
        QTest::keyClick(&shown.chart, Qt::Key_D);
        QVERIFY(window.visible().begin > zoomed.begin);
        QTest::keyClick(&shown.chart, Qt::Key_A);
        QVERIFY(std::abs(window.visible().begin - zoomed.begin) <= 1);
        QTest::keyClick(&shown.chart, Qt::Key_Plus);
        QTest::keyClick(&shown.chart, Qt::Key_Minus);
        QVERIFY(std::abs(toSeconds(window.visible().length() - zoomed.length())) < 1e-6);
        QTest::keyClick(&shown.chart, Qt::Key_F);
        QCOMPARE(window.visible(), everything);
        QVERIFY(!window.touched());
    }

    void bandsScroll()
    {
        Shown shown(oneBand(strategy("threads", {200}), busyRun(200, 20)));
        QVERIFY(shown.scrollBar->isVisible());
        const session::TimeRange before = shown.chart.timeWindow()->visible();
        const QPoint lanes = shown.plot->rect().center();
        shown.wheel(lanes, -120, Qt::ControlModifier);
        const int scrolled = shown.scrollBar->value();
        QVERIFY(scrolled > 0);
        shown.wheel(QPoint(40, lanes.y()), -120);
        QVERIFY(shown.scrollBar->value() > scrolled);
        QTest::keyClick(&shown.chart, Qt::Key_Down);
        QTest::keyClick(&shown.chart, Qt::Key_PageDown);
        QVERIFY(shown.scrollBar->value() > 300);
        QCOMPARE(shown.chart.timeWindow()->visible(), before);
        Shown small(heavyChunks(true), QSize(1036, 900));
        QVERIFY(!small.scrollBar->isVisible());
    }

    void aClickOnTheNameFolds()
    {
        Shown shown(heavyChunks(true));
        QSignalSpy folds(&shown.chart, &GanttChart::bandFolded);
        const QPoint name(60, shown.at(2, 0, 0).y());
        QTest::mouseClick(shown.plot, Qt::LeftButton, {}, name);
        QCOMPARE(folds.count(), 1);
        QCOMPARE(folds[0][0].toString(), QStringLiteral("threads:4"));
        QCOMPARE(folds[0][1].toBool(), true);
        // The same strategies again, as after the next block: what was folded stays so.
        shown.chart.setContent(heavyChunks(false));
        QTest::mouseClick(shown.plot, Qt::LeftButton, {}, name);
        QCOMPARE(folds[1][1].toBool(), false);
        QTest::keyClick(&shown.chart, Qt::Key_B);
        QCOMPARE(folds.count(), 2 + 4);
    }

    void aBurstOfRefreshesIsOneReplot()
    {
        Shown shown(heavyChunks(true));
        QTRY_VERIFY(shown.chart.replotCount() > 0);
        QCoreApplication::processEvents();
        const int before = shown.chart.replotCount();
        for (int i = 0; i < 100; ++i)
            shown.chart.refresh();
        QCOMPARE(shown.chart.replotCount(), before);
        QTRY_COMPARE(shown.chart.replotCount(), before + 1);
        QCoreApplication::processEvents();
        QCOMPARE(shown.chart.replotCount(), before + 1);
    }

    void growsInStepsAndStandsStillOnceTouched()
    {
        auto timeline = sequentialRun(0.5, 1);
        timeline->ended = false;
        GanttContent content = oneBand(strategy("sequential"), timeline);
        content.bands[0].running = true;
        content.bands[0].finishSeconds.reset();
        Shown shown(content);
        int jumps = 0;
        session::TimeRange range = shown.chart.timeWindow()->visible();
        for (int frame = 0; frame < 90; ++frame) {
            timeline->end = fromSeconds(0.5 + frame / 30.0);
            timeline->lanes[0].spans[0].end = timeline->end;
            shown.chart.refresh();
            QVERIFY(shown.chart.timeWindow()->visible().end > timeline->end);
            jumps += shown.chart.timeWindow()->visible() == range ? 0 : 1;
            range = shown.chart.timeWindow()->visible();
        }
        QVERIFY2(jumps >= 1 && jumps <= 8, qPrintable(QString::number(jumps)));
        QTest::keyClick(&shown.chart, Qt::Key_W);
        range = shown.chart.timeWindow()->visible();
        timeline->end = fromSeconds(60);
        shown.chart.refresh();
        QCOMPARE(shown.chart.timeWindow()->visible(), range);
    }

    /// What was painted while it grew must be what is painted from scratch.
    void growingPaintsTheSamePicture()
    {
        const auto whole = gilRun(1.5, 4);
        auto growing = std::make_shared<core::Timeline>();
        for (const core::Lane& lane : whole->lanes) {
            growing->lanes.push_back(lane);
            growing->lanes.back().spans.clear();
        }
        GanttContent content = oneBand(strategy("gil-threads", {4}), growing);
        content.bands[0].running = true;
        Shown shown(content, QSize(1036, 260));
        shown.chart.timeWindow()->setTrace({0, fromSeconds(1.5)});
        shown.chart.timeWindow()->setVisible({fromSeconds(0.1), fromSeconds(1.6)});
        for (int frame = 1; frame <= 45; ++frame) {
            const core::Nanoseconds now = fromSeconds(1.5) * frame / 45;
            for (std::size_t i = 0; i < whole->lanes.size(); ++i) {
                auto& spans = growing->lanes[i].spans;
                spans.clear();
                for (core::Span span : whole->lanes[i].spans) {
                    if (span.begin >= now)
                        break;
                    if (span.end > now) {
                        span.end = now;
                        span.flags |= core::spanOpen;
                    }
                    spans.push_back(span);
                }
            }
            growing->end = now;
            shown.chart.refresh();
            QCoreApplication::processEvents();
        }
        const QImage grown = shown.plot->grab().toImage();
        shown.chart.setContent(content);
        QCoreApplication::processEvents();
        QCOMPARE(grown, shown.plot->grab().toImage());
    }

    void viewsShareOneWindow()
    {
        session::TimeWindow window;
        Shown first(heavyChunks(true));
        Shown second(heavyChunks(true));
        first.chart.setTimeWindow(&window);
        second.chart.setTimeWindow(&window);
        QCoreApplication::processEvents();
        const int before = second.chart.replotCount();
        QTest::keyClick(&first.chart, Qt::Key_W);
        QTRY_COMPARE(second.chart.replotCount(), before + 1);
        first.chart.setTimeWindow(nullptr);
        second.chart.setTimeWindow(nullptr);
    }

    void saysWhatItShows()
    {
        Shown shown(heavyChunks(true));
        const QString summary = shown.chart.accessibleDescription();
        QVERIFY(
            summary.contains(QStringLiteral("sequential (workers: 1): finished in 2.00 s, the baseline.")));
        QVERIFY(summary.contains(QStringLiteral("gil-threads:4 (workers: 4): running for 1.62 s.")));
        QVERIFY(
            summary.contains(QStringLiteral("threads:4 (workers: 4): finished in 1.07 s, 1.87 × the speed")));
        QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(&shown.chart);
        QVERIFY(accessible);
        QCOMPARE(accessible->role(), QAccessible::Chart);
        QCOMPARE(accessible->text(QAccessible::Description), summary);
    }

    void emptyAndWaitingAreFine()
    {
        Shown empty(GanttContent{});
        QVERIFY(empty.chart.replotCount() > 0);
        QVERIFY(!empty.chart.summary().isEmpty());
        QVERIFY(empty.chart.textAt({300, 200}).isEmpty());
        GanttContent content;
        GanttBand band;
        band.strategy = strategy("threads", {3});
        band.waiting = true;
        band.expectedLanes = 3;
        content.bands.push_back(band);
        Shown waiting(content);
        QCOMPARE(waiting.scene().layout.bands[0].lanes.size(), 3U);
        QVERIFY(waiting.chart.textAt(waiting.at(0, 1, 0.5)).isEmpty());
    }
};

QTEST_MAIN(TestGanttChart)
#include "tst_gantt_chart.moc"
