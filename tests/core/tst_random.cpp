// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.h"

#include <gtest/gtest.h>
#include <set>
#include <thread>
#include <vector>

using overlap::core::Random;

TEST(Random, DrawsThePublishedFigures)
{
    // The first outputs of SplitMix64 for the seed 1234567, as the reference implementation prints them.
    Random random(1234567);
    for (const std::uint64_t expected :
         {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL, 4593380528125082431ULL,
          16408922859458223821ULL})
        EXPECT_EQ(random.next(), expected);
    EXPECT_EQ(Random(0).next(), 0xE220A8397B1DCDAFULL);
}

TEST(Random, IsAPureFunctionOfSeedItemAndStage)
{
    std::vector<std::uint64_t> here;
    for (unsigned item = 0; item < 100; ++item)
        here.push_back(Random::of(42, item, 1).next());
    std::vector<std::uint64_t> there(100);
    std::vector<std::thread> threads;
    for (unsigned begin = 0; begin < 4; ++begin) {
        threads.emplace_back([&, begin] {
            for (unsigned item = 100; item-- > 0;) {
                if (item % 4 == begin)
                    there[item] = Random::of(42, item, 1).next();
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(here, there);
}

TEST(Random, SeedsItemsAndStagesHaveFiguresOfTheirOwn)
{
    std::set<std::uint64_t> seen;
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        for (unsigned item = 0; item < 100; ++item) {
            for (std::uint16_t stage = 0; stage < 4; ++stage)
                seen.insert(Random::of(seed, item, stage).next());
        }
    }
    EXPECT_EQ(seen.size(), 4000u);
}

TEST(Random, DistributionsStayInTheirRange)
{
    constexpr std::uint64_t seed = 7;
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    double sum = 0;
    std::vector<int> counts(5);
    for (int i = 0; i < 100'000; ++i) {
        const double unit = random.unit();
        ASSERT_GE(unit, 0);
        ASSERT_LT(unit, 1);
        sum += unit;
        const double uniform = random.uniform(-2, 3);
        ASSERT_GE(uniform, -2);
        ASSERT_LT(uniform, 3);
        ++counts.at(random.below(5));
    }
    EXPECT_NEAR(sum / 100'000, 0.5, 0.01);
    for (const int count : counts)
        EXPECT_NEAR(count, 20'000, 1000);
    EXPECT_EQ(random.below(0), 0u);
    EXPECT_EQ(random.below(1), 0u);
}
