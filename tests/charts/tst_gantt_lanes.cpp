// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_commands.h"
#include "shown_gantt.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <set>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;
using analysis::LaneChoices;
using analysis::LaneGrouping;
using analysis::LaneOrder;
using core::fromSeconds;
using core::toSeconds;

/// Which lanes are shown and how, the ruler, and the filter of states.
class TestGanttLanes : public QObject
{
    Q_OBJECT

private:
    static const QString pool() { return QStringLiteral("threads:4"); }

    /// Names of the lanes that can be chosen, from above, by walking over them.
    static QStringList walked(ShownGantt& shown)
    {
        QStringList names;
        for (int i = 0; i < 200; ++i)
            QTest::keyClick(&shown.chart, Qt::Key_Up, Qt::ControlModifier);
        QString before = QStringLiteral("none");
        while (true) {
            const auto lane = shown.chart.chosenLane();
            const QString now = lane ? lane->band + QChar(u'/') + lane->name : QString();
            if (now == before)
                return names;
            names << now;
            before = now;
            QTest::keyClick(&shown.chart, Qt::Key_Down, Qt::ControlModifier);
        }
    }

    static QStringList lanesOf(ShownGantt& shown)
    {
        QStringList names;
        for (const QString& one : walked(shown))
            names << one.section(QChar(u'/'), 1);
        return names;
    }

    static GanttContent fourWorkers() { return oneBand(strategy("threads", {4}), busyRun(4, 20)); }

private Q_SLOTS:
    void everyKeyMeansOneThingAndEveryCommandHasWords()
    {
        std::set<QString> seen;
        for (const GanttKey& key : ganttKeys()) {
            const QString text = QKeySequence(key.keys).toString();
            QVERIFY2(seen.insert(text).second, qPrintable(text));
            QVERIFY2(!commandText(key.command).isEmpty(), qPrintable(text));
            QVERIFY(!keysOf(key.command).isEmpty());
        }
        const auto meaning = [](Qt::Key key, Qt::KeyboardModifiers modifiers) {
            return ganttKeyOf(QKeyEvent(QEvent::KeyPress, key, modifiers));
        };
        // A layout may need Shift for a sign; a keypad is no other key.
        QCOMPARE(meaning(Qt::Key_Plus, Qt::ShiftModifier)->command, GanttCommand::zoomIn);
        QCOMPARE(meaning(Qt::Key_Plus, Qt::KeypadModifier)->command, GanttCommand::zoomIn);
        QCOMPARE(meaning(Qt::Key_A, Qt::ShiftModifier)->command, GanttCommand::pageLeft);
        QVERIFY(!meaning(Qt::Key_W, Qt::ControlModifier));
    }

    void lanesAreHiddenAndPinnedByKeys()
    {
        ShownGantt shown(fourWorkers());
        const QStringList all = lanesOf(shown);
        QCOMPARE(all.size(), 4);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&shown.chart, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(shown.chart.chosenLane()->name, all[0]);
        QTest::keyClick(&shown.chart, Qt::Key_H);
        QCOMPARE(shown.chart.chosenLane()->name, all[1]); // the next one is at hand
        QCOMPARE(lanesOf(shown), all.mid(1));
        QTest::keyClick(&shown.chart, Qt::Key_P); // the last one
        QCOMPARE(lanesOf(shown), (QStringList{all[3], all[1], all[2]}));
        QTest::keyClick(&shown.chart, Qt::Key_H, Qt::ShiftModifier);
        QCOMPARE(lanesOf(shown), (QStringList{all[3], all[0], all[1], all[2]}));
        // Remembered for the strategy, not for others.
        shown.chart.setContent(heavyChunks(false));
        shown.chart.setContent(fourWorkers());
        QCOMPARE(lanesOf(shown).front(), all[3]);
        QCOMPARE(shown.chart.laneChoices(QStringLiteral("sequential")), LaneChoices());
    }

    void hidingIsToldAndEverythingCanBeHidden()
    {
        ShownGantt shown(fourWorkers());
        LaneChoices choices;
        for (const QString& name : lanesOf(shown))
            choices.hidden.insert(name.toStdString());
        shown.chart.setLaneChoices(pool(), choices);
        QCoreApplication::processEvents();
        QVERIFY(!shown.chart.grab().isNull());
        QVERIFY(lanesOf(shown).front().isEmpty());
        QTest::keyClick(&shown.chart, Qt::Key_H, Qt::ShiftModifier);
        QCOMPARE(lanesOf(shown).size(), 4);
    }

    void sortedByKeysForAllBandsAlike()
    {
        ShownGantt shown(heavyChunks(false));
        for (const LaneOrder order :
             {LaneOrder::name, LaneOrder::busy, LaneOrder::firstStart, LaneOrder::recorded}) {
            QTest::keyClick(&shown.chart, Qt::Key_O);
            for (const GanttBand& band : shown.chart.content().bands)
                QCOMPARE(shown.chart.laneChoices(bandTitle(band)).order, order);
        }
    }

    /// A picture that is kept must not be shown for other rows.
    void anotherOrderIsAnotherPicture()
    {
        ShownGantt shown(fourWorkers());
        const auto picture = [&] {
            QCoreApplication::processEvents();
            return shown.plot->grab().toImage().copy(shown.scene().lanes.toRect());
        };
        const QString last = lanesOf(shown).back();
        const QImage recorded = picture();
        shown.chart.setLaneChoices(pool(), {.order = LaneOrder::busy});
        const QImage busy = picture();
        LaneChoices pinned;
        pinned.pinned.insert(last.toStdString());
        shown.chart.setLaneChoices(pool(), pinned);
        QVERIFY(picture() != recorded);
        shown.chart.setLaneChoices(pool(), {});
        shown.chart.perform(GanttCommand::escape);
        QCOMPARE(picture(), recorded);
        shown.chart.setLaneChoices(pool(), {.order = LaneOrder::busy});
        QCOMPARE(picture(), busy);
    }

    void byTaskEachItemHasARow()
    {
        ShownGantt shown(assemblyLine(false));
        const QString line = bandTitle(shown.chart.content().bands[1]);
        const QStringList workers = lanesOf(shown);
        LaneChoices choices;
        choices.grouping = LaneGrouping::task;
        shown.chart.setLaneChoices(line, choices);
        QStringList items;
        for (const QString& one : walked(shown)) {
            if (one.startsWith(line + QChar(u'/')))
                items << one.section(QChar(u'/'), 1);
        }
        QVERIFY(items.size() > 3);
        QVERIFY2(!workers.contains(items[0]), qPrintable(items[0]));
        QVERIFY(shown.scrollBar->isVisible());
        // Clicking about is safe: rows are no lanes of the run.
        for (int y = 60; y < shown.plot->height(); y += 23) {
            QTest::mouseMove(shown.plot, {500, y});
            QTest::mouseClick(shown.plot, Qt::LeftButton, {}, {500, y});
        }
        QTest::keyClick(&shown.chart, Qt::Key_C);
        QVERIFY(!shown.chart.grab().isNull());
    }

    void byTaskRowsGrowWithTheRun()
    {
        auto timeline = sequentialRun(2, 8);
        const std::vector<core::Span> all = timeline->lanes[0].spans;
        timeline->ended = false;
        GanttContent content = oneBand(strategy("sequential"), timeline);
        content.bands[0].running = true;
        const auto until = [&](double seconds) {
            timeline->end = fromSeconds(seconds);
            timeline->lanes[0].spans = all;
            std::erase_if(timeline->lanes[0].spans,
                          [&](const core::Span& span) { return span.begin >= timeline->end; });
        };
        until(0.3);
        ShownGantt shown(content);
        shown.chart.setLaneChoices(QStringLiteral("sequential"), {.grouping = LaneGrouping::task});
        const auto rows = lanesOf(shown).size();
        until(1.9);
        shown.chart.refresh();
        QVERIFY(lanesOf(shown).size() > rows);
    }

    void byStageLanesStandTogether()
    {
        ShownGantt shown(assemblyLine(false), QSize(1036, 800));
        const QString line = bandTitle(shown.chart.content().bands[2]);
        QVERIFY(shown.chart.hasStages(line));
        const double before = shown.scene().layout.height;
        shown.chart.setLaneChoices(line, {.order = LaneOrder::name, .grouping = LaneGrouping::stage});
        QCoreApplication::processEvents();
        const QImage grouped = shown.plot->grab().toImage();
        shown.chart.setLaneChoices(line, {});
        QCoreApplication::processEvents();
        QVERIFY(grouped != shown.plot->grab().toImage());
        QVERIFY(before > 0);
    }

    void theRightButtonChoosesAndAsksForAMenu()
    {
        ShownGantt shown(fourWorkers());
        QSignalSpy menus(&shown.chart, &GanttChart::menuRequested);
        const QStringList all = lanesOf(shown);
        QTest::mouseClick(shown.plot, Qt::RightButton, {}, shown.at(0, 2, 0.5));
        QCOMPARE(menus.count(), 1);
        QCOMPARE(shown.chart.chosenLane()->name, all[2]);
        QTest::keyClick(&shown.chart, Qt::Key_Menu);
        QCOMPARE(menus.count(), 2);
        const QPoint place = shown.plot->mapFromGlobal(menus[1][0].toPoint());
        QVERIFY(std::abs(place.y() - shown.scene().laneRect(0, 2).bottom()) < 2);
    }

    void aDragMeasuresFromEdgeToEdge()
    {
        ShownGantt shown(fourWorkers());
        const core::Lane& lane = shown.chart.content().bands[0].timeline->lanes[1];
        shown.chart.timeWindow()->setVisible(
            {lane.spans[2].begin - 1'000'000, lane.spans[6].end + 1'000'000});
        QCoreApplication::processEvents();
        const QImage plain = shown.chart.grab().toImage();
        QTest::keyClick(&shown.chart, Qt::Key_M);
        const GanttScene scene = shown.scene();
        const auto near = [&](core::Nanoseconds time, int off) {
            return QPointF(scene.axis.toPixel(time) + off, scene.laneRect(0, 1).center().y()).toPoint();
        };
        const session::TimeRange before = shown.chart.timeWindow()->visible();
        QTest::mousePress(shown.plot, Qt::LeftButton, {}, near(lane.spans[3].begin, 3));
        QTest::mouseMove(shown.plot, near(lane.spans[4].begin, 0));
        QTest::mouseMove(shown.plot, near(lane.spans[5].end, -3));
        QTest::mouseRelease(shown.plot, Qt::LeftButton, {}, near(lane.spans[5].end, -3));
        QCOMPARE(shown.chart.timeWindow()->visible(), before); // it measures and does not pan
        QTRY_COMPARE(shown.chart.measured(), std::optional(lane.spans[5].end - lane.spans[3].begin));
        QVERIFY2(shown.chart.measureText().join(QChar(u'\n')).contains(QStringLiteral(": 3")),
                 qPrintable(shown.chart.measureText().join(QChar(u'\n'))));
        // It stays while one moves about, and a key moves its active edge.
        QTest::keyClick(&shown.chart, Qt::Key_W);
        QVERIFY(shown.chart.measured());
        QTest::keyClick(&shown.chart, Qt::Key_Right);
        QVERIFY(*shown.chart.measured() > lane.spans[5].end - lane.spans[3].begin);
        shown.chart.timeWindow()->back();
        shown.chart.timeWindow()->setVisible(before);
        QTest::keyClick(&shown.chart, Qt::Key_Escape);
        QVERIFY(!shown.chart.measured());
        QCoreApplication::processEvents();
        QCOMPARE(shown.chart.timeWindow()->visible(), before);
    }

    void theKeyboardMeasuresAlone()
    {
        ShownGantt shown(fourWorkers());
        QTest::keyClick(&shown.chart, Qt::Key_M);
        QVERIFY(!shown.chart.measured());
        QTest::keyClick(&shown.chart, Qt::Key_Right); // takes its place
        QCOMPARE(shown.chart.measured(), std::optional<core::Nanoseconds>(0));
        QTest::keyClick(&shown.chart, Qt::Key_Right);
        const core::Nanoseconds one = *shown.chart.measured();
        QVERIFY(one > 0);
        QTest::keyClick(&shown.chart, Qt::Key_Right);
        QVERIFY(*shown.chart.measured() > one);
        QTest::keyClick(&shown.chart, Qt::Key_Left);
        QCOMPARE(shown.chart.measured(), std::optional(one));
        QTest::keyClick(&shown.chart, Qt::Key_Down);
        QVERIFY(shown.chart.measured());
        QTest::keyClick(&shown.chart, Qt::Key_M); // puts it away, too
        QVERIFY(!shown.chart.measured());
    }

    void statesRecede()
    {
        ShownGantt shown(heavyChunks(true));
        const auto picture = [&] {
            QCoreApplication::processEvents();
            return shown.plot->grab().toImage();
        };
        const QImage plain = picture();
        QTest::keyClick(&shown.chart, Qt::Key_1);
        const QImage dimmed = picture();
        QVERIFY(dimmed != plain);
        // The first entry of the legend is computing: none of its colour is left, in folded columns either.
        const QRgb computing = shown.chart.theme().state(core::State::computing).rgb();
        const auto count = [&](const QImage& image) {
            int pixels = 0;
            const QRect lanes = shown.scene().lanes.toRect();
            for (int y = lanes.top(); y <= lanes.bottom(); ++y) {
                for (int x = lanes.left(); x < lanes.right(); ++x)
                    pixels += image.pixel(x, y) == computing ? 1 : 0;
            }
            return pixels;
        };
        QVERIFY(count(plain) > 1000);
        QCOMPARE(count(dimmed), 0);
        QTest::keyClick(&shown.chart, Qt::Key_Escape);
        QCOMPARE(picture(), plain);
        // The same with the mouse.
        const QPoint legend(static_cast<int>(shown.scene().margin) + 8,
                            static_cast<int>(shown.scene().legendY));
        QTest::mouseClick(shown.plot, Qt::LeftButton, {}, legend);
        QCOMPARE(picture(), dimmed);
        QTest::mouseClick(shown.plot, Qt::LeftButton, {}, legend);
        QCOMPARE(picture(), plain);
        QTest::keyClick(&shown.chart, Qt::Key_2);
        QTest::mouseDClick(shown.plot, Qt::LeftButton, {}, legend);
        QCOMPARE(picture(), plain);
    }

    void manyLanesScroll()
    {
        ShownGantt shown(oneBand(strategy("threads", {512}), busyRun(512, 40)), QSize(1600, 900));
        const GanttScene scene = shown.scene();
        QCOMPARE(scene.layout.bands[0].lanes.size(), 512U);
        QVERIFY(scene.layout.bands[0].lanes[0].height >= 8);
        QVERIFY(shown.scrollBar->maximum() > 3000);
        QElapsedTimer clock;
        clock.start();
        constexpr int frames = 40;
        for (int i = 0; i < frames; ++i) {
            shown.scrollBar->setValue(i * 90);
            QCoreApplication::processEvents();
        }
        const double each = static_cast<double>(clock.elapsed()) / frames;
        qInfo("a frame of 512 lanes while scrolling: %.1f ms", each);
        // Loose: other programs and debug builds share the machine.
        QVERIFY(each < 120);
    }
};

QTEST_MAIN(TestGanttLanes)
#include "tst_gantt_lanes.moc"
