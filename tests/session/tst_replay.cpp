// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/run_state.h"
#include "session/replay.h"

#include <QSignalSpy>
#include <QTest>
#include <random>

using namespace overlap;
using analysis::stateAt;
using core::Nanoseconds;
using session::Replay;

namespace {

constexpr Nanoseconds ms = 1'000'000;

std::shared_ptr<core::Timeline> run(int lanes, Nanoseconds step, Nanoseconds end)
{
    auto timeline = std::make_shared<core::Timeline>();
    timeline->lanes.resize(static_cast<std::size_t>(lanes));
    timeline->start = -5 * ms;
    timeline->end = end;
    timeline->ended = true;
    for (int lane = 0; lane < lanes; ++lane) {
        core::ItemIndex item = 0;
        for (Nanoseconds now = lane * ms; now + step <= end; now += step) {
            core::Span span;
            span.begin = now;
            span.end = now + step;
            span.state = item % 2 == 0 ? core::State::computing : core::State::waiting;
            span.item = item++;
            timeline->lanes[static_cast<std::size_t>(lane)].spans.push_back(span);
        }
    }
    return timeline;
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSpeedIsRightHoweverIrregularlyFramesCome()
    {
        Nanoseconds now = 1'000'000'000'000;
        Replay replay(nullptr, [&now] { return now; });
        QVERIFY(!replay.possible());
        replay.setTimelines({run(2, 50 * ms, 10'000 * ms), nullptr});
        QVERIFY(replay.possible());
        replay.start();
        QVERIFY(replay.playing());
        QCOMPARE(replay.speed(), 1.0);
        QCOMPARE(replay.time(), -5 * ms);
        std::mt19937 dice(3);
        Nanoseconds passed = 0;
        for (int i = 0; i < 200; ++i) {
            const auto frame = static_cast<Nanoseconds>(dice() % 30'000'000);
            passed += frame;
            now += frame;
            replay.tick();
            QCOMPARE(replay.time(), -5 * ms + passed);
        }
        // Slower and faster, from where it is.
        const Nanoseconds then = replay.time();
        replay.slower();
        QCOMPARE(replay.speed(), 0.5);
        now += 100 * ms;
        replay.tick();
        QCOMPARE(replay.time(), then + 50 * ms);
        for (int i = 0; i < 40; ++i)
            replay.faster();
        QCOMPARE(replay.speed(), Replay::fastest);
        now += ms;
        replay.tick();
        QCOMPARE(replay.time(), then + 150 * ms);
        for (int i = 0; i < 40; ++i)
            replay.slower();
        QCOMPARE(replay.speed(), Replay::slowest);
        now += 1000 * ms;
        replay.tick();
        QCOMPARE(replay.time(), then + 151 * ms);
        // Not a moment passes while it is paused.
        replay.setPlaying(false);
        now += 500 * ms;
        replay.tick();
        replay.setPlaying(true);
        replay.tick();
        QCOMPARE(replay.time(), then + 151 * ms);
    }

    void itEndsWithTheRunAndBeginsAnew()
    {
        Nanoseconds now = 0;
        Replay replay(nullptr, [&now] { return now; });
        replay.setTimelines({run(1, 10 * ms, 3'000 * ms)});
        QSignalSpy changes(&replay, &Replay::changed);
        replay.start();
        QCOMPARE(changes.count(), 1);
        now += 60'000 * ms;
        replay.tick();
        QCOMPARE(replay.time(), 3'000 * ms);
        QVERIFY(!replay.playing());
        QVERIFY(replay.active());
        replay.setPlaying(true);
        QCOMPARE(replay.time(), replay.range().begin);
        // Another run, and this one is not replayed any more.
        replay.setTimelines({run(1, 20 * ms, 100 * ms)});
        QVERIFY(!replay.active());
        QVERIFY(!replay.playing());
    }

    void whatIsOverInAMomentIsSlowedDown()
    {
        Replay replay;
        replay.setTimelines({run(1, ms / 100, 20 * ms)});
        replay.start();
        QCOMPARE(replay.speed(), 0.002);
        replay.setTimelines({run(1, 1000 * ms, 3'600'000 * ms)});
        replay.start();
        QCOMPARE(replay.speed(), 100.0);
    }

    void theStateIsTheSameWhicheverWayItWasReached()
    {
        const auto one = run(3, 7 * ms, 3000 * ms);
        const auto other = run(2, 11 * ms, 2500 * ms);
        Nanoseconds now = 0;
        Replay replay(nullptr, [&now] { return now; });
        replay.setTimelines({one, other});
        replay.start();
        now += 777 * ms;
        replay.tick();
        for (int i = 0; i < 25; ++i)
            replay.stepForward();
        QVERIFY(!replay.playing());
        const Nanoseconds there = replay.time();
        const analysis::RunState state = stateAt(*one, there);
        const analysis::RunState otherState = stateAt(*other, there);

        // Away by steps, and back by as many.
        for (int i = 0; i < 400; ++i)
            replay.stepForward();
        QVERIFY(stateAt(*one, replay.time()) != state);
        for (int i = 0; i < 400; ++i)
            replay.stepBack();
        QCOMPARE(replay.time(), there);
        QVERIFY(stateAt(*one, replay.time()) == state);
        // By scrubbing, from either end.
        for (const Nanoseconds end : {replay.range().begin, replay.range().end}) {
            replay.seek(end);
            QCOMPARE(replay.time(), end);
            replay.seek(there);
            QVERIFY(stateAt(*one, replay.time()) == state && stateAt(*other, replay.time()) == otherState);
        }
        // By playing up to it.
        replay.seek(replay.range().begin);
        replay.setPlaying(true);
        now += there - replay.range().begin;
        replay.tick();
        QCOMPARE(replay.time(), there);
        QVERIFY(stateAt(*one, replay.time()) == state && stateAt(*other, replay.time()) == otherState);
        // Steps end where the runs do.
        replay.seek(replay.range().end);
        replay.stepForward();
        QCOMPARE(replay.time(), replay.range().end);
        replay.seek(replay.range().begin);
        replay.stepBack();
        QCOMPARE(replay.time(), replay.range().begin);
    }

    void theTimerMovesIt()
    {
        Replay replay;
        replay.setTimelines({run(1, 10 * ms, 3000 * ms)});
        QSignalSpy moves(&replay, &Replay::moved);
        replay.start();
        QTRY_VERIFY(moves.count() >= 3);
        replay.end();
        QVERIFY(!replay.active());
    }
};

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
