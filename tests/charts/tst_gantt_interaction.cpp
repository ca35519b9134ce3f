// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_gantt.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;
using core::fromSeconds;
using core::toSeconds;
class TestGanttInteraction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hoverIsSignalled()
    {
        ShownGantt shown(heavyChunks(true));
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

    void aPredictedLaneIsPaleSaysSoAndExplainsNothing()
    {
        GanttContent content = assemblyLine(false);
        const QImage measured = ShownGantt(content).chart.grab().toImage();
        content.bands[1].predicted = true;
        ShownGantt shown(content);
        QCOMPARE(shown.scene().bands[1].status, QStringLiteral("Predict"));
        QVERIFY(shown.scene().bands[1].finish.startsWith(QStringLiteral("≈")));
        QVERIFY(shown.chart.grab().toImage() != measured);
        QSignalSpy texts(&shown.chart, &GanttChart::hovered);
        QTest::mouseMove(shown.plot, shown.at(1, 2, 0.6));
        QTRY_COMPARE(texts.count(), 1);
        QVERIFY(texts[0][0].toString().contains(QStringLiteral("simulated, not measured")));
        QTest::mouseClick(shown.plot, Qt::LeftButton, {}, shown.at(1, 2, 0.1));
        QVERIFY(shown.chart.explanation().isEmpty());
    }

    void aForecastIsADashedLine()
    {
        GanttContent content = assemblyLine(false);
        ShownGantt plain(content);
        const QImage before = plain.chart.grab().toImage();
        content.bands[0].forecastSeconds = *content.bands[0].finishSeconds * 0.8;
        ShownGantt shown(content);
        QVERIFY(shown.chart.grab().toImage() != before);
        // One that is later than every finish is still seen.
        content.bands[0].forecastSeconds = *content.bands[0].finishSeconds * 3;
        QVERIFY(traceOf(content).end >= core::fromSeconds(*content.bands[0].forecastSeconds));
    }

    void aClickTellsWhy()
    {
        ShownGantt shown(assemblyLine(false));
        const int before = shown.chart.replotCount();
        QTest::mouseClick(shown.plot, Qt::LeftButton, {},
                          shown.at(1, 2, 0.1)); // assemble, before its first item
        const QStringList why = shown.chart.explanation();
        QVERIFY(!why.isEmpty());
        QVERIFY2(why.front().startsWith(QStringLiteral("1  ")), qPrintable(why.front()));
        for (const QString& line : why)
            QVERIFY(line.size() < 90);
        QCOMPARE(shown.chart.replotCount(), before); // only the overlay is painted
        QTest::mouseClick(shown.plot, Qt::LeftButton, {}, shown.at(1, 2, 0.1));
        QVERIFY(shown.chart.explanation().isEmpty());
        // Not of what still runs.
        ShownGantt live(assemblyLine(true));
        QTest::mouseClick(live.plot, Qt::LeftButton, {}, live.at(2, 2, 0.1));
        QVERIFY(live.chart.explanation().isEmpty());
    }

    void theCriticalPathIsLitByOneKey()
    {
        ShownGantt shown(assemblyLine(false));
        const QImage plain = shown.chart.grab().toImage();
        QTest::keyClick(&shown.chart, Qt::Key_C);
        const QImage lit = shown.chart.grab().toImage();
        QVERIFY(lit != plain);
        QTest::keyClick(&shown.chart, Qt::Key_C);
        QCOMPARE(shown.chart.grab().toImage(), plain);
        QTest::keyClick(&shown.chart, Qt::Key_C);
        QTest::keyClick(&shown.chart, Qt::Key_Escape);
        QCOMPARE(shown.chart.grab().toImage(), plain);
        if (const QString folder = qEnvironmentVariable("OVERLAP_SHOTS"); !folder.isEmpty()) {
            lit.save(folder + QStringLiteral("/gantt-critical-path.png"));
            QTest::mouseClick(shown.plot, Qt::LeftButton, {}, shown.at(1, 3, 3.2));
            shown.chart.grab().toImage().save(folder + QStringLiteral("/gantt-why.png"));
        }
    }

    void wheelZoomsAboutThePointer()
    {
        ShownGantt shown(heavyChunks(true));
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
        ShownGantt shown(heavyChunks(true));
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
        ShownGantt shown(heavyChunks(true));
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
        ShownGantt shown(heavyChunks(true));
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

    void keysGoBackThroughViews()
    {
        ShownGantt shown(heavyChunks(true));
        session::TimeWindow& window = *shown.chart.timeWindow();
        const session::TimeRange everything = window.visible();
        window.setSelection(session::TimeRange{fromSeconds(0.5), fromSeconds(0.7)});
        QTest::keyClick(&shown.chart, Qt::Key_Return);
        const session::TimeRange near = window.visible();
        QCOMPARE(near, (session::TimeRange{fromSeconds(0.49), fromSeconds(0.71)}));
        QTest::keyClick(&shown.chart, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(window.visible().begin, near.end);
        QTest::keyClick(&shown.chart, Qt::Key_Backspace);
        QCOMPARE(window.visible(), near);
        QTest::keyClick(&shown.chart, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.visible(), everything);
        QTest::keyClick(&shown.chart, Qt::Key_Backspace, Qt::ShiftModifier);
        QCOMPARE(window.visible(), near);
        QTest::mouseClick(shown.plot, Qt::BackButton, {}, shown.at(0, 0, 0.6));
        QCOMPARE(window.visible(), everything);
        QTest::mouseClick(shown.plot, Qt::ForwardButton, {}, shown.at(0, 0, 0.6));
        QCOMPARE(window.visible(), near);
    }

    void keysMoveTheEdgesOfTheBrush()
    {
        ShownGantt shown(heavyChunks(true));
        session::TimeWindow& window = *shown.chart.timeWindow();
        window.setVisible({fromSeconds(0.5), fromSeconds(1)});
        const auto pressed = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
            QTest::keyClick(&shown.chart, key, modifiers);
            return std::pair(std::lround(toSeconds(window.visible().begin) * 1000),
                             std::lround(toSeconds(window.visible().end) * 1000));
        };
        QCOMPARE(pressed(Qt::Key_Left, Qt::ControlModifier), std::pair(450L, 1000L));
        QCOMPARE(pressed(Qt::Key_Right, Qt::ControlModifier), std::pair(505L, 1000L));
        QCOMPARE(pressed(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier), std::pair(505L, 1050L));
        QCOMPARE(pressed(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier), std::pair(505L, 995L));
        QCOMPARE(pressed(Qt::Key_Home, Qt::NoModifier).first, 0L);
        QCOMPARE(pressed(Qt::Key_End, Qt::NoModifier).second,
                 std::lround(toSeconds(window.everything().end) * 1000));
    }

    void theOverviewHasABrush()
    {
        ShownGantt shown(heavyChunks(true));
        session::TimeWindow& window = *shown.chart.timeWindow();
        window.setVisible({fromSeconds(0.5), fromSeconds(1)});
        QCoreApplication::processEvents();
        const auto at = [&](double seconds) {
            const GanttScene scene = shown.scene();
            return QPointF(scene.overviewAxis.toPixel(fromSeconds(seconds)), scene.overview.center().y())
                .toPoint();
        };
        const auto drag = [&](double from, double to) {
            QTest::mousePress(shown.plot, Qt::LeftButton, {}, at(from));
            QTest::mouseMove(shown.plot, at((from + to) / 2));
            QTest::mouseMove(shown.plot, at(to));
            QTest::mouseRelease(shown.plot, Qt::LeftButton, {}, at(to));
        };
        const auto shows = [&](double begin, double end) {
            return std::abs(toSeconds(window.visible().begin) - begin) < 0.008 &&
                   std::abs(toSeconds(window.visible().end) - end) < 0.008;
        };
        drag(0.75, 0.95);
        QTRY_VERIFY(shows(0.7, 1.2));
        QCOMPARE(window.visible().length(), fromSeconds(0.5));
        drag(0.7, 0.3);
        QTRY_VERIFY(shows(0.3, 1.2));
        drag(1.2, 1.0);
        QTRY_VERIFY(shows(0.3, 1.0));
        drag(1.3, 1.5); // beside it: drawn anew
        QTRY_VERIFY(shows(1.3, 1.5));
        QTest::mouseClick(shown.plot, Qt::LeftButton, {}, at(0.6));
        QVERIFY(shows(0.5, 0.7));
        window.back();
        QVERIFY(shows(1.3, 1.5));
        // Its own lanes never go for it.
        QVERIFY(ShownGantt(heavyChunks(true), QSize(600, 180)).scene().overview.isEmpty());
    }

    /// Rows of bands that have ended are kept; one that grows is painted anew every few pixels.
    void theOverviewFollowsWhatGrows()
    {
        auto timeline = sequentialRun(2, 4);
        timeline->ended = false;
        auto all = timeline->lanes[0].spans;
        GanttContent content = oneBand(strategy("sequential"), timeline);
        content.bands[0].running = true;
        const auto grow = [&](double until) {
            timeline->end = fromSeconds(until);
            timeline->lanes[0].spans = all;
            std::erase_if(timeline->lanes[0].spans,
                          [&](const core::Span& span) { return span.begin >= timeline->end; });
            timeline->lanes[0].spans.back().end =
                std::min(timeline->lanes[0].spans.back().end, timeline->end);
        };
        grow(0.3);
        ShownGantt shown(content);
        shown.chart.timeWindow()->setTrace({0, fromSeconds(2)});
        const auto strip = [&] {
            shown.chart.refresh();
            QCoreApplication::processEvents();
            return shown.plot->grab().toImage().copy(shown.scene().overview.toRect());
        };
        const QImage early = strip();
        grow(1.1);
        const QImage late = strip();
        QVERIFY(early != late);
        grow(1.1);
        QCOMPARE(strip(), late);
    }

    void bandsScroll()
    {
        ShownGantt shown(oneBand(strategy("threads", {200}), busyRun(200, 20)));
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
        ShownGantt small(heavyChunks(true), QSize(1036, 900));
        QVERIFY(!small.scrollBar->isVisible());
    }

    void aClickOnTheNameFolds()
    {
        ShownGantt shown(heavyChunks(true), QSize(1036, 560)); // no lane has to shrink
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
        ShownGantt shown(heavyChunks(true));
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
        ShownGantt shown(content);
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
        ShownGantt shown(content, QSize(1036, 260));
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
        ShownGantt first(heavyChunks(true));
        ShownGantt second(heavyChunks(true));
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
        ShownGantt shown(heavyChunks(true));
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
        ShownGantt empty(GanttContent{});
        QVERIFY(empty.chart.replotCount() > 0);
        QVERIFY(!empty.chart.summary().isEmpty());
        QVERIFY(empty.chart.textAt({300, 200}).isEmpty());
        GanttContent content;
        GanttBand band;
        band.strategy = strategy("threads", {3});
        band.waiting = true;
        band.expectedLanes = 3;
        content.bands.push_back(band);
        ShownGantt waiting(content);
        QCOMPARE(waiting.scene().layout.bands[0].lanes.size(), 3U);
        QVERIFY(waiting.chart.textAt(waiting.at(0, 1, 0.5)).isEmpty());
    }
};

QTEST_MAIN(TestGanttInteraction)
#include "tst_gantt_interaction.moc"
