// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_ghost.h"
#include "session/item_focus.h"
#include "shown_gantt.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;
using core::fromSeconds;

/// What is lit in the lanes: a selected item, another run, the moment of a replay.
class TestGanttLinking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickOnATaskSelectsItsItem()
    {
        ShownGantt shown(assemblyLine(false));
        session::ItemFocus focus;
        shown.chart.setItemFocus(&focus);
        QSignalSpy changes(&focus, &session::ItemFocus::changed);
        const int before = shown.chart.replotCount();
        const QImage plain = shown.chart.grab().toImage();
        QTest::mouseClick(shown.plot, Qt::LeftButton, {}, shown.at(1, 2, 1.3));
        QCOMPARE(focus.selected(), 2U);
        QVERIFY(shown.chart.explanation().isEmpty());
        QCOMPARE(shown.chart.replotCount(), before); // only the overlay is painted
        QTest::mouseClick(shown.plot, Qt::LeftButton, {}, shown.at(1, 2, 1.3));
        QCOMPARE(focus.selected(), core::noItem);
        // What was selected elsewhere is lit here, in every band that has it, and Escape ends it.
        focus.select(2);
        const QImage lit = shown.chart.grab().toImage();
        const auto differs = [&](int band, int lane, double seconds) {
            const QPoint at = shown.at(band, lane, seconds);
            const QRect around(at - QPoint(3, 12), at + QPoint(3, 12));
            return plain.copy(around) != lit.copy(around);
        };
        QVERIFY(differs(0, 0, 1.9)); // the same item of the baseline
        QVERIFY(differs(1, 2, 1.3));
        QVERIFY(!differs(1, 2, 4.0));
        QTest::keyClick(&shown.chart, Qt::Key_Escape);
        QCOMPARE(focus.selected(), core::noItem);
        QCOMPARE(shown.chart.grab().toImage(), plain);
        // The explanation of a task is a key away.
        QTest::mouseMove(shown.plot, shown.at(1, 2, 1.3));
        QTRY_COMPARE(focus.hovered(), 2U);
        QTest::keyClick(&shown.chart, Qt::Key_E);
        QVERIFY(!shown.chart.explanation().isEmpty());
        QCOMPARE(focus.selected(), core::noItem);
    }

    void anotherRunStandsBehindTheLanes()
    {
        ShownGantt shown(assemblyLine(false));
        const QImage plain = shown.chart.grab().toImage();
        const auto here = shown.chart.content().bands[1].timeline;
        auto there = std::make_shared<core::Timeline>(*here);
        for (core::Lane& lane : there->lanes) {
            for (core::Span& span : lane.spans) {
                span.begin += 100'000'000;
                span.end += 100'000'000;
            }
        }
        for (core::TaskRow& task : there->tasks) {
            task.begin += 100'000'000;
            task.end += 130'000'000;
        }
        std::erase_if(there->tasks, [](const core::TaskRow& task) { return task.item == 5; });
        GanttGhost ghost{
            bandTitle(shown.chart.content().bands[1]), QStringLiteral("the run before"), there,
            std::make_shared<const analysis::RunDifference>(analysis::differenceOf(*here, *there))};
        const int before = shown.chart.replotCount();
        shown.chart.setGhosts({ghost});
        QCOMPARE(shown.chart.replotCount(), before); // no lane is painted for it
        QVERIFY(shown.chart.grab().toImage() != plain);
        QVERIFY(shown.chart.textAt(shown.at(1, 2, 1.3))
                    .contains(QStringLiteral("100 ms earlier, 30 ms shorter than in the run before")));
        const auto other =
            std::ranges::find_if(here->tasks, [](const core::TaskRow& task) { return task.item == 5; });
        const int row = shown.scene().bands[1].rowOf(other->lane);
        QVERIFY(shown.chart.textAt(shown.at(1, row, core::toSeconds(other->begin + other->end) / 2))
                    .contains(QStringLiteral("not in the run before")));
        QVERIFY(!shown.chart.textAt(shown.at(0, 0, 1.0)).contains(QStringLiteral("the run before")));
        shown.chart.setGhosts({});
        QCOMPARE(shown.chart.grab().toImage(), plain);
    }

    void aReplayHidesWhatIsToCome()
    {
        ShownGantt shown(assemblyLine(false));
        const QImage plain = shown.chart.grab().toImage();
        const int before = shown.chart.replotCount();
        shown.chart.setPlayhead(fromSeconds(2));
        QCOMPARE(shown.chart.replotCount(), before);
        const QImage then = shown.chart.grab().toImage();
        const auto differs = [&](double seconds) {
            const QPoint at = shown.at(0, 0, seconds);
            return plain.pixel(at) != then.pixel(at);
        };
        QVERIFY(!differs(1.5));
        QVERIFY(differs(5.0));
        shown.chart.setPlayhead(std::nullopt);
        QCOMPARE(shown.chart.grab().toImage(), plain);
    }

    void anItemIsBroughtIntoView()
    {
        ShownGantt shown(assemblyLine(false), {1036, 260}); // the last bands are out of sight
        session::ItemFocus focus;
        shown.chart.setItemFocus(&focus);
        session::TimeWindow& window = *shown.chart.timeWindow();
        window.setVisible({0, fromSeconds(0.2)});
        focus.show(7);
        QCOMPARE(focus.selected(), 7U);
        QVERIFY(window.visible().begin <= fromSeconds(1.5));
        QVERIFY(window.visible().end >= fromSeconds(7.1)); // where the baseline ends it
        // What is in sight already stays where it is.
        const session::TimeRange then = window.visible();
        focus.show(7);
        QCOMPARE(window.visible(), then);
        focus.show(99); // occurs nowhere
        QCOMPARE(window.visible(), then);
    }
};

QTEST_MAIN(TestGanttLinking)
#include "tst_gantt_linking.moc"
