// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/crossover.h"

#include "support/noisy_times.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <gmock/gmock.h>

using namespace overlap;
using namespace overlap::analysis;
using core::CrossoverSide;
using overlap::testing::noisyTimes;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

/// How many times as fast the second strategy truly is.
using Truth = std::function<double(double)>;
using Ask = std::function<CrossoverTry(double)>;

/// Side by side costs a fixed time and then halves the rest, as threads of two cores do: even at `place`.
Truth crossingAt(double place)
{
    return [place](double value) { return value / (value / 2 + place / 2); };
}

/// Measured without any noise, and sure unless the two are within two per cent.
Ask exactly(const Truth& truth)
{
    return [truth](double value) {
        const double ratio = truth(value);
        const auto faster = ratio > 1.02   ? CrossoverSide::second
                            : ratio < 0.98 ? CrossoverSide::first
                                           : CrossoverSide::open;
        return CrossoverTry{value, faster, ratio};
    };
}

std::vector<CrossoverTry> searched(const CrossoverScale& scale, const Ask& ask,
                                   core::CrossoverBudget budget = {})
{
    std::vector<CrossoverTry> tried;
    while (static_cast<int>(tried.size()) < budget.points) {
        const auto value = nextToTry(scale, tried);
        if (!value)
            break;
        tried.push_back(ask(*value));
    }
    return tried;
}

std::vector<double> valuesOf(const std::vector<CrossoverTry>& tried)
{
    std::vector<double> values;
    for (const CrossoverTry& one : tried)
        values.push_back(one.value);
    return values;
}

/// As long as it may take, without a budget.
constexpr core::CrossoverBudget endless{1000};

} // namespace

TEST(Crossover, TheEndsAndThreeBetweenComeFirst)
{
    const auto scale = CrossoverScale::of(1, 10'000, false);
    EXPECT_TRUE(scale.logarithmic);
    const auto tried = searched(scale, exactly([](double) { return 0.5; }), endless);
    EXPECT_THAT(valuesOf(tried), ElementsAre(1, 10'000, 100, 10, 1000));
    EXPECT_THAT(crossingsOf(scale, tried), IsEmpty());
    const auto narrow = CrossoverScale::of(10, 90, false);
    EXPECT_FALSE(narrow.logarithmic);
    EXPECT_THAT(valuesOf(searched(narrow, exactly([](double) { return 2; }))),
                ElementsAre(10, 90, 50, 30, 70));
    EXPECT_FALSE(CrossoverScale::of(0, 100, true).logarithmic);
}

TEST(Crossover, TheBracketClosesAroundTheTruth)
{
    for (const double place : {1.3, 7.0, 99.0, 100.0, 4321.0, 9000.0}) {
        const auto scale = CrossoverScale::of(1, 10'000, false);
        const auto tried = searched(scale, exactly(crossingAt(place)), endless);
        const auto crossings = crossingsOf(scale, tried);
        ASSERT_EQ(crossings.size(), 1u) << place;
        EXPECT_EQ(crossings[0].faster, CrossoverSide::second);
        EXPECT_LE(crossings[0].low, place);
        EXPECT_GE(crossings[0].high, place);
        // What is open within two per cent of the times reaches four on both sides, and a gap five.
        EXPECT_LE(crossings[0].high / crossings[0].low, 1.21) << place;
        ASSERT_TRUE(crossings[0].estimate);
        EXPECT_NEAR(*crossings[0].estimate / place, 1, 0.01);
        EXPECT_LE(tried.size(), 20u);
    }
}

TEST(Crossover, TheOtherWayRoundItIsTheOther)
{
    const auto scale = CrossoverScale::of(1, 1000, false);
    const Truth up = crossingAt(30);
    const auto crossings =
        crossingsOf(scale, searched(scale, exactly([&](double value) { return 1 / up(value); })));
    ASSERT_EQ(crossings.size(), 1u);
    EXPECT_EQ(crossings[0].faster, CrossoverSide::first);
    EXPECT_TRUE(crossings[0].low < 30 && crossings[0].high > 30);
}

TEST(Crossover, WholeNumbersEndAtNeighbours)
{
    const auto step = [](double at) {
        return exactly([at](double value) { return value < at ? 0.5 : 2.0; });
    };
    const auto scale = CrossoverScale::of(1, 16, true);
    for (int place = 2; place <= 16; ++place) {
        const auto tried = searched(scale, step(place), endless);
        for (const CrossoverTry& one : tried)
            EXPECT_EQ(one.value, std::round(one.value));
        const auto crossings = crossingsOf(scale, tried);
        ASSERT_EQ(crossings.size(), 1u);
        EXPECT_EQ(crossings[0].low, place - 1);
        EXPECT_EQ(crossings[0].high, place);
    }
    EXPECT_THAT(valuesOf(searched(CrossoverScale::of(4, 5, true), step(5), endless)), ElementsAre(4, 5));
    EXPECT_THAT(valuesOf(searched(CrossoverScale::of(0, 2, true), step(1), endless)), ElementsAre(0, 2, 1));
}

TEST(Crossover, ALinearScaleMayBeginAtZero)
{
    const auto scale = CrossoverScale::of(0, 100, false);
    const auto crossings = crossingsOf(
        scale, searched(scale, exactly([](double value) { return value < 3.3 ? 0.8 : 1.25; }), endless));
    ASSERT_EQ(crossings.size(), 1u);
    EXPECT_TRUE(crossings[0].low < 3.3 && crossings[0].high >= 3.3);
    EXPECT_LE(crossings[0].high - crossings[0].low, crossoverTolerance * crossings[0].high);
}

TEST(Crossover, ASecondCrossingIsSeenAndBothAreNarrowed)
{
    const auto scale = CrossoverScale::of(1, 10'000, false);
    const auto tried =
        searched(scale, exactly([](double value) { return value > 20 && value < 600 ? 2.0 : 0.5; }), endless);
    const auto crossings = crossingsOf(scale, tried);
    ASSERT_EQ(crossings.size(), 2u);
    EXPECT_EQ(crossings[0].faster, CrossoverSide::second);
    EXPECT_EQ(crossings[1].faster, CrossoverSide::first);
    EXPECT_TRUE(crossings[0].low <= 20 && crossings[0].high >= 20 && crossings[0].high < 22);
    EXPECT_TRUE(crossings[1].low <= 600 && crossings[1].high >= 600 && crossings[1].high < 650);
}

TEST(Crossover, WhatStaysOpenBelongsToTheInterval)
{
    const auto scale = CrossoverScale::of(1, 1000, false);
    const auto fog = [](double value) { return value < 10 ? 0.5 : value < 100 ? 1.0 : 2.0; };
    const auto crossings = crossingsOf(scale, searched(scale, exactly(fog), endless));
    ASSERT_EQ(crossings.size(), 1u);
    EXPECT_TRUE(crossings[0].low < 10 && crossings[0].low > 9);
    EXPECT_TRUE(crossings[0].high >= 100 && crossings[0].high < 106);
    // Nothing but fog is searched coarsely and then left.
    const auto tried = searched(scale, exactly([](double) { return 1.0; }), endless);
    EXPECT_EQ(tried.size(), 5u);
    EXPECT_THAT(crossingsOf(scale, tried), IsEmpty());
}

TEST(Crossover, ADoubtBetweenEqualAnswersIsNotSearched)
{
    const auto scale = CrossoverScale::of(1, 10'000, false);
    const auto tried =
        searched(scale, exactly([](double value) { return value == 100 ? 1.0 : 0.5; }), endless);
    EXPECT_EQ(tried.size(), 5u);
    EXPECT_THAT(crossingsOf(scale, tried), IsEmpty());
    // But at an end of the range, where it may be the beginning of another answer.
    EXPECT_GT(searched(scale, exactly([](double value) { return value > 3000 ? 1.0 : 0.5; }), endless).size(),
              5u);
}

TEST(Crossover, TheBudgetIsKept)
{
    const auto scale = CrossoverScale::of(1, 1e9, false);
    for (const int points : {5, 7, 10})
        EXPECT_EQ(searched(scale, exactly(crossingAt(12'345)), {points}).size(),
                  static_cast<std::size_t>(points));
    EXPECT_DOUBLE_EQ(crossoverLevel({10}), 0.99);
    EXPECT_DOUBLE_EQ(crossoverLevel({5}), 0.98);
}

TEST(Crossover, TimesAreComparedBlockByBlock)
{
    const Bootstrap bootstrap(1, 10);
    PairedTimes times;
    for (int i = 0; i < 10; ++i) {
        // Blocks differ fourfold, the two in each by a fifth.
        times.first.push_back(1 + i / 3.0);
        times.second.push_back((1 + i / 3.0) * 1.2);
    }
    const auto slower = compareTimes(times, bootstrap, 0.99);
    EXPECT_EQ(slower.faster, CrossoverSide::first);
    EXPECT_NEAR(slower.ratio, 1 / 1.2, 1e-9);
    std::swap(times.first, times.second);
    EXPECT_EQ(compareTimes(times, bootstrap, 0.99).faster, CrossoverSide::second);
    times.second = times.first;
    EXPECT_EQ(compareTimes(times, bootstrap, 0.99).faster, CrossoverSide::open);

    const auto few = compareTimes({{1, 1, 1}, {2, 2, 2}}, Bootstrap(1, 3), 0.99);
    EXPECT_EQ(few.ratio, 0.5);
    EXPECT_FALSE(few.interval);
    EXPECT_EQ(few.faster, CrossoverSide::open);
    EXPECT_EQ(compareTimes({}, Bootstrap(1, 0), 0.99).ratio, 0);
}

TEST(Crossover, AWiderLevelIsAWiderInterval)
{
    core::Random random(3);
    const PairedTimes times{noisyTimes(random, 10, 1, 0.1), noisyTimes(random, 10, 1, 0.1)};
    const Bootstrap bootstrap(1, 10);
    const auto usual = bootstrap.ofRatio(times.first, times.second);
    const auto wide = bootstrap.ofRatio(times.first, times.second, 0.99);
    EXPECT_LT(wide->low, usual->low);
    EXPECT_GT(wide->high, usual->high);
    const auto same = bootstrap.ofRatio(times.first, times.second, 0.95);
    EXPECT_EQ(same->low, usual->low);
    EXPECT_EQ(same->high, usual->high);
}

TEST(Crossover, TheTruthIsInTheIntervalInNineteenOfTwentySearches)
{
    // As noisy as a shared machine with two cores, 10 blocks each, the budget that there usually is.
    constexpr int searches = 100;
    constexpr double spread = 0.055;
    const Bootstrap bootstrap(1, 10);
    const core::CrossoverBudget budget;
    const auto scale = CrossoverScale::of(1, 10'000, false);
    core::Random random(2026);
    int answered = 0;
    int held = 0;
    std::vector<double> widths;
    for (int i = 0; i < searches; ++i) {
        const double place = std::exp(random.uniform(std::log(3), std::log(3000)));
        const Truth truth = crossingAt(place);
        const auto crossings =
            crossingsOf(scale, searched(scale, [&](double value) {
                            const PairedTimes times{noisyTimes(random, 10, truth(value), spread),
                                                    noisyTimes(random, 10, 1, spread)};
                            const auto found = compareTimes(times, bootstrap, crossoverLevel(budget));
                            return CrossoverTry{value, found.faster, found.ratio};
                        }));
        if (crossings.size() != 1)
            continue;
        ++answered;
        held += crossings[0].low <= place && place <= crossings[0].high;
        widths.push_back(crossings[0].high / crossings[0].low);
    }
    EXPECT_GE(answered, searches * 99 / 100);
    EXPECT_GE(held, searches * 95 / 100);
    // Nor is the truth in it because everything is.
    std::ranges::sort(widths);
    EXPECT_LT(widths[widths.size() / 2], 1.8);
    RecordProperty("held", held);
    RecordProperty("median_width", std::to_string(widths[widths.size() / 2]));
}

TEST(Crossover, EqualsAreRarelyToldApart)
{
    constexpr int searches = 100;
    const Bootstrap bootstrap(1, 10);
    const core::CrossoverBudget budget;
    const auto scale = CrossoverScale::of(1, 10'000, false);
    core::Random random(7);
    int crossed = 0;
    int told = 0;
    for (int i = 0; i < searches; ++i) {
        const auto tried = searched(scale, [&](double value) {
            const PairedTimes times{noisyTimes(random, 10, 1, 0.055), noisyTimes(random, 10, 1, 0.055)};
            const auto found = compareTimes(times, bootstrap, crossoverLevel(budget));
            return CrossoverTry{value, found.faster, found.ratio};
        });
        crossed += crossingsOf(scale, tried).empty() ? 0 : 1;
        told += std::ranges::any_of(
            tried, [](const CrossoverTry& one) { return one.faster != CrossoverSide::open; });
    }
    EXPECT_LE(crossed, searches * 3 / 100);
    // Either of the two would be wrong, so twice what the level promises of one.
    EXPECT_LE(told, searches * 10 / 100);
}
