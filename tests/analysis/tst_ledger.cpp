// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ledger.h"

#include "core/random.h"

#include <gtest/gtest.h>
#include <numeric>

using namespace overlap::analysis;
using namespace overlap::core;

namespace {

constexpr Nanoseconds second = nanosecondsPerSecond;

StateTimes times(std::initializer_list<std::pair<State, Nanoseconds>> entries)
{
    StateTimes result{};
    for (const auto& [state, time] : entries)
        result[static_cast<std::size_t>(state)] = time;
    return result;
}

double of(const std::array<double, stateCount>& ledger, State state)
{
    return ledger[static_cast<std::size_t>(state)];
}

double sum(const std::array<double, stateCount>& ledger)
{
    return std::accumulate(ledger.begin(), ledger.end(), 0.0);
}

} // namespace

TEST(Ledger, DividesWorkersTimesWall)
{
    const auto ledger = ledgerSeconds({times({{State::computing, second}, {State::waiting, 3 * second}}),
                                       times({{State::waiting, 4 * second}})},
                                      4 * second);
    EXPECT_EQ(of(ledger, State::computing), 1);
    EXPECT_EQ(of(ledger, State::waiting), 7);
    EXPECT_EQ(sum(ledger), 8);
}

TEST(Ledger, ALaneThatEndedEarlyIsIdleForTheRest)
{
    const auto ledger = ledgerSeconds({times({{State::computing, second}}), StateTimes{}}, 4 * second);
    EXPECT_EQ(of(ledger, State::idle), 7);
    EXPECT_EQ(sum(ledger), 8);
}

TEST(Ledger, WhatReachesBeyondTheWallIsTakenOffTheEnd)
{
    const auto ledger = ledgerSeconds({times({{State::computing, 3 * second},
                                              {State::queueEmpty, second},
                                              {State::dispatch, second},
                                              {State::idle, 2 * second}})},
                                      4 * second);
    EXPECT_EQ(of(ledger, State::computing), 3) << "work is never cut";
    EXPECT_EQ(of(ledger, State::idle), 0);
    EXPECT_EQ(of(ledger, State::queueEmpty), 0);
    EXPECT_EQ(of(ledger, State::dispatch), 1);
    EXPECT_EQ(sum(ledger), 4);
}

TEST(Ledger, AnAnswerThatIsSentAfterTheLastItemDoesNotExceedTheRun)
{
    const auto ledger = ledgerSeconds({times({{State::computing, second}, {State::transfer, 3 * second}}),
                                       times({{State::transfer, second}, {State::queueEmpty, 2 * second}})},
                                      2 * second);
    EXPECT_EQ(of(ledger, State::computing), 1);
    EXPECT_EQ(of(ledger, State::transfer), 2) << "one second of each";
    EXPECT_EQ(of(ledger, State::queueEmpty), 1);
    EXPECT_EQ(sum(ledger), 4);
}

TEST(Ledger, AThreadThatStartsTooLateDoesNotExceedTheRun)
{
    // The others were done before it ran; its start reaches beyond the end.
    const auto ledger = ledgerSeconds(
        {times({{State::computing, second}}),
         times({{State::idle, second / 2}, {State::starting, 2 * second}, {State::queueEmpty, second}})},
        second);
    EXPECT_DOUBLE_EQ(sum(ledger), 2);
    for (const double seconds : ledger)
        EXPECT_GE(seconds, 0);
}

TEST(Ledger, ClosesWhateverTheLanesDid)
{
    constexpr std::uint64_t seed = 17;
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    for (int round = 0; round < 500; ++round) {
        const auto wall = static_cast<Nanoseconds>(1 + random.below(10 * second));
        std::vector<StateTimes> lanes(1 + random.below(6));
        for (StateTimes& lane : lanes) {
            // Work never exceeds the wall; what comes behind it may.
            Nanoseconds left = wall;
            for (const State state : {State::computing, State::waiting, State::lockWait}) {
                const auto time =
                    static_cast<Nanoseconds>(random.below(static_cast<std::uint64_t>(left) + 1));
                lane[static_cast<std::size_t>(state)] = time;
                left -= time;
            }
            for (const State state : {State::idle, State::queueEmpty, State::transfer, State::dispatch})
                lane[static_cast<std::size_t>(state)] = static_cast<Nanoseconds>(random.below(second));
        }
        const auto ledger = ledgerSeconds(lanes, wall);
        ASSERT_NEAR(sum(ledger), static_cast<double>(lanes.size()) * toSeconds(wall), 1e-6);
        for (const double seconds : ledger)
            ASSERT_GE(seconds, 0);
        ASSERT_NEAR(sum(ledgerShares(ledger)), 1, 1e-9);
    }
}

TEST(Ledger, NoTimeIsNoShares)
{
    EXPECT_EQ(sum(ledgerShares({})), 0);
    EXPECT_EQ(sum(ledgerSeconds({}, second)), 0);
    EXPECT_EQ(sum(ledgerSeconds({StateTimes{}}, 0)), 0);
}

TEST(Ledger, OverSeveralRunsTheMedianSharesCloseAgain)
{
    const auto run = [](std::initializer_list<double> seconds) {
        RunReport report;
        std::copy(seconds.begin(), seconds.end(), report.ledgerSeconds.begin());
        return report;
    };
    const auto shares = [](const std::vector<RunReport>& runs) {
        std::vector<const RunReport*> pointers;
        for (const RunReport& each : runs)
            pointers.push_back(&each);
        return medianShares(pointers);
    };
    // Long runs weigh no more than short ones.
    const auto three = shares({run({6, 4}), run({70, 30}), run({0.8, 0.2})});
    EXPECT_DOUBLE_EQ(three[0], 0.7);
    EXPECT_DOUBLE_EQ(three[1], 0.3);
    // 0.5, 0.3 and 0.1 are the medians of their states: scaled up to a whole.
    const auto scaled = shares({run({5, 3, 2}), run({6, 3, 1}), run({5, 4, 1})});
    EXPECT_DOUBLE_EQ(sum(scaled), 1);
    EXPECT_DOUBLE_EQ(scaled[0], 0.5 / 0.9);
    // No state is in more than one of these: the mean is what can be said.
    const auto apart = shares({run({1}), run({0, 1}), run({0, 0, 1})});
    EXPECT_DOUBLE_EQ(sum(apart), 1);
    EXPECT_DOUBLE_EQ(apart[2], 1.0 / 3);
    EXPECT_EQ(sum(shares({})), 0);
}

TEST(Ledger, AResultOnItsWayWhenTheRunEndsIsCutOff)
{
    const auto ledger = ledgerSeconds({times({{State::waiting, second}, {State::transfer, second / 10}})},
                                      second + second / 50);
    EXPECT_DOUBLE_EQ(sum(ledger), 1.02);
    EXPECT_DOUBLE_EQ(of(ledger, State::transfer), 0.02);
    EXPECT_DOUBLE_EQ(of(ledger, State::waiting), 1);
}
