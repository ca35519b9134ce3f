// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/view_history.h"

#include <QTest>

using namespace overlap::session;
using Move = ViewHistory::Move;
using overlap::core::Nanoseconds;

class TestViewHistory : public QObject
{
    Q_OBJECT

private:
    static View view(Nanoseconds begin) { return {{begin, begin + 10}, false}; }
    static constexpr Nanoseconds second = overlap::core::nanosecondsPerSecond;

private Q_SLOTS:
    void stepsOfOneMovementAreOneEntry()
    {
        ViewHistory history;
        for (int i = 0; i < 50; ++i)
            history.leave(view(i), Move::continuous, i * ViewHistory::pause);
        QCOMPARE(history.back(view(50)), view(0));
        QVERIFY(!history.canGoBack());
    }

    void aPauseBeginsANewOne()
    {
        ViewHistory history;
        history.leave(view(0), Move::continuous, 0);
        history.leave(view(1), Move::continuous, ViewHistory::pause + 1);
        QCOMPARE(history.back(view(2)), view(1));
        QCOMPARE(history.back(view(1)), view(0));
    }

    void aJumpStandsForItself()
    {
        ViewHistory history;
        history.leave(view(0), Move::continuous, 0);
        history.leave(view(1), Move::jump, 1);
        history.leave(view(2), Move::jump, 2);
        history.leave(view(3), Move::continuous, 3);
        for (const Nanoseconds expected : {3, 2, 1, 0})
            QCOMPARE(history.back(view(expected + 1)), view(expected));
        QCOMPARE(history.back(view(0)), std::nullopt);
    }

    void forwardIsTheWayBackAgain()
    {
        ViewHistory history;
        history.leave(view(0), Move::jump, 0);
        history.leave(view(1), Move::jump, 0);
        QCOMPARE(history.back(view(2)), view(1));
        QCOMPARE(history.back(view(1)), view(0));
        QCOMPARE(history.forward(view(0)), view(1));
        QCOMPARE(history.forward(view(1)), view(2));
        QCOMPARE(history.forward(view(2)), std::nullopt);
        QCOMPARE(history.back(view(2)), view(1));
        history.leave(view(1), Move::jump, second);
        QVERIFY(!history.canGoForward());
    }

    void noStepDoesNothing()
    {
        ViewHistory history;
        history.leave(view(0), Move::jump, 0);
        history.leave(view(1), Move::jump, 0);
        QCOMPARE(history.back(view(1)), view(0)); // it is there already
        ViewHistory following;
        following.leave({{0, 10}, true}, Move::jump, 0);
        QCOMPARE(following.back({{0, 500}, true}), std::nullopt); // all there is, now as then
    }

    void itForgetsTheOldest()
    {
        ViewHistory history;
        for (int i = 0; i < 300; ++i)
            history.leave(view(i), Move::jump, i);
        std::size_t steps = 0;
        View current = view(300);
        while (const auto before = history.back(current)) {
            current = *before;
            ++steps;
        }
        QCOMPARE(steps, ViewHistory::longest);
        QCOMPARE(current, view(200));
    }
};

QTEST_GUILESS_MAIN(TestViewHistory)
#include "tst_view_history.moc"
