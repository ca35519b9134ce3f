// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/time_window.h"

#include <QSignalSpy>
#include <QTest>

using namespace overlap::session;
using overlap::core::fromSeconds;
using overlap::core::toSeconds;

class TestTimeWindow : public QObject
{
    Q_OBJECT

private:
    static TimeRange seconds(double begin, double end) { return {fromSeconds(begin), fromSeconds(end)}; }

private Q_SLOTS:
    void fitsInNiceNumbers_data()
    {
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("end");
        QTest::addColumn<double>("shownBegin");
        QTest::addColumn<double>("shownEnd");
        QTest::newRow("two seconds") << 0.0 << 2.0 << 0.0 << 2.2;
        QTest::newRow("a little less") << 0.0 << 1.93 << 0.0 << 2.0;
        QTest::newRow("milliseconds") << 0.0 << 0.0123 << 0.0 << 0.013;
        QTest::newRow("start-up") << -0.12 << 1.08 << -0.13 << 1.2;
    }

    void fitsInNiceNumbers()
    {
        QFETCH(double, begin);
        QFETCH(double, end);
        TimeWindow window;
        window.setTrace(seconds(begin, end));
        QTEST(toSeconds(window.visible().begin), "shownBegin");
        QTEST(toSeconds(window.visible().end), "shownEnd");
        QVERIFY(!window.touched());
    }

    void aGrowingTraceMovesTheWindowRarely()
    {
        TimeWindow window;
        window.setTrace(seconds(0, 0.001), TimeWindow::Growth::live);
        int jumps = 0;
        TimeRange shown = window.visible();
        for (int frame = 1; frame <= 10 * 30; ++frame) {
            window.setTrace(seconds(0, frame / 30.0), TimeWindow::Growth::live);
            QVERIFY(window.visible().end > window.trace().end);
            jumps += window.visible() == shown ? 0 : 1;
            QVERIFY2(window.visible().end >= shown.end, "it never shrinks while it grows");
            shown = window.visible();
        }
        QVERIFY2(jumps <= 25, qPrintable(QString::number(jumps)));
    }

    void onceTouchedItNeverJumps()
    {
        TimeWindow window;
        window.setTrace(seconds(0, 2));
        window.zoomAbout(fromSeconds(1), 2);
        QVERIFY(window.touched());
        const TimeRange mine = window.visible();
        window.setTrace(seconds(0, 20), TimeWindow::Growth::live);
        window.setTrace(seconds(0, 21), TimeWindow::Growth::complete);
        QCOMPARE(window.visible(), mine);
        window.fit();
        QVERIFY(!window.touched());
        QCOMPARE(window.visible(), seconds(0, 22));
    }

    void aRunThatGrowsMovesNothingUnderAHand()
    {
        TimeWindow window;
        for (int frame = 1; frame <= 300; ++frame) {
            window.setTrace(seconds(0, frame / 30.0), TimeWindow::Growth::live);
            const TimeRange before = window.visible();
            if (frame == 60) {
                window.zoomAbout(fromSeconds(1), 4);
            } else if (frame > 60 && frame % 50 == 0) {
                window.pan(fromSeconds(0.1)); // by hand, and exactly that
                QCOMPARE(window.visible(),
                         (TimeRange{before.begin + fromSeconds(0.1), before.end + fromSeconds(0.1)}));
            } else if (frame > 60) {
                QCOMPARE(window.visible(), before);
            }
        }
        window.setTrace(seconds(0, 10), TimeWindow::Growth::complete);
        QVERIFY(window.touched());
    }

    void oneMovementIsOneWayBack()
    {
        TimeWindow window;
        window.setTrace(seconds(0, 1.9));
        QVERIFY(!window.canGoBack());
        for (int notch = 0; notch < 5; ++notch)
            window.zoomAbout(fromSeconds(0.5), 1.25);
        const TimeRange near = window.visible();
        window.setVisible(seconds(1, 1.2));
        window.back();
        QCOMPARE(window.visible(), near);
        window.back();
        QCOMPARE(window.visible(), seconds(0, 2));
        QVERIFY(!window.touched());
        QVERIFY(!window.canGoBack());
        window.back();
        QCOMPARE(window.visible(), seconds(0, 2));
        window.forward();
        QVERIFY(window.touched());
        window.forward();
        QCOMPARE(window.visible(), seconds(1, 1.2));
        window.back();
        window.setVisible(seconds(0.1, 0.2));
        QVERIFY(!window.canGoForward());
        window.reset();
        QVERIFY(!window.canGoBack());
    }

    void aWayBackToWhereItFollowedFollowsAgain()
    {
        TimeWindow window;
        window.setTrace(seconds(0, 1), TimeWindow::Growth::live);
        window.zoomAbout(fromSeconds(0.5), 4);
        window.setTrace(seconds(0, 5), TimeWindow::Growth::live);
        window.back();
        QVERIFY(!window.touched());
        QVERIFY(window.visible().end > fromSeconds(5));
        window.setTrace(seconds(0, 50), TimeWindow::Growth::live);
        QVERIFY(window.visible().end > fromSeconds(50));
    }

    void theSelectionIsShownWithRoom()
    {
        TimeWindow window;
        window.setTrace(seconds(0, 1.9));
        QVERIFY(!window.showSelection());
        window.setSelection(seconds(0.5, 0.7));
        QVERIFY(window.showSelection());
        QCOMPARE(window.visible(), seconds(0.49, 0.71));
        QCOMPARE(*window.selection(), seconds(0.5, 0.7));
        window.back();
        QCOMPARE(window.visible(), seconds(0, 2));
    }

    void zoomKeepsThePlace()
    {
        TimeWindow window;
        window.setTrace(seconds(0, 1.9));
        window.zoomAbout(fromSeconds(0.5), 4);
        QCOMPARE(window.visible(), seconds(0.375, 0.875));
        window.zoomAbout(fromSeconds(0.5), 0.25);
        QCOMPARE(window.visible(), seconds(0, 2));
    }

    void zoomAndPanStayInside()
    {
        TimeWindow window;
        window.setTrace(seconds(0, 1.9));
        window.zoomAbout(fromSeconds(1), 0.01);
        QCOMPARE(window.visible(), seconds(0, 2));
        window.zoomAbout(fromSeconds(1), 4);
        window.pan(fromSeconds(100));
        QCOMPARE(window.visible(), seconds(1.5, 2));
        window.pan(fromSeconds(-100));
        QCOMPARE(window.visible(), seconds(0, 0.5));
    }

    void zoomStopsAtItsLimit()
    {
        TimeWindow window;
        window.setTrace(seconds(0, 1.9));
        for (int i = 0; i < 200; ++i)
            window.zoomAbout(fromSeconds(0.7), 1.5);
        QCOMPARE(window.visible().length(), TimeWindow::minimumLength);
        QVERIFY(window.visible().begin <= fromSeconds(0.7) && window.visible().end >= fromSeconds(0.7));
    }

    void saysChangedOncePerChange()
    {
        TimeWindow window;
        QSignalSpy changes(&window, &TimeWindow::changed);
        window.setTrace(seconds(0, 2));
        QCOMPARE(changes.count(), 1);
        window.setTrace(seconds(0, 2));
        QCOMPARE(changes.count(), 1);
        window.fit();
        QCOMPARE(changes.count(), 1);
        window.pan(fromSeconds(5)); // everything is visible already
        QCOMPARE(changes.count(), 1);
        QVERIFY(!window.touched());
        window.setSelection(seconds(1, 0.5));
        QCOMPARE(changes.count(), 2);
        QCOMPARE(*window.selection(), seconds(0.5, 1));
        window.setSelection(seconds(0.5, 1));
        QCOMPARE(changes.count(), 2);
        window.reset();
        QCOMPARE(changes.count(), 3);
        QVERIFY(!window.selection());
        QCOMPARE(window.visible(), seconds(0, 1));
    }
};

QTEST_GUILESS_MAIN(TestTimeWindow)
#include "tst_time_window.moc"
