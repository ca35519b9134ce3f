// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/typed_window.h"

#include <gtest/gtest.h>

using namespace overlap;
using namespace overlap::analysis;
using core::fromSeconds;

namespace {

constexpr TimeInterval trace{fromSeconds(-0.1), fromSeconds(2)};
constexpr TimeInterval visible{fromSeconds(0.4), fromSeconds(0.8)};

/// "from..to" in microseconds, or the sentence.
std::string typed(std::string_view text)
{
    const auto result = typedWindow(text, visible, trace);
    if (const auto* message = std::get_if<core::Message>(&result))
        return message->english();
    const TimeInterval range = std::get<TimeInterval>(result);
    return std::to_string(range.begin / 1000) + ".." + std::to_string(range.end / 1000);
}

TEST(TypedWindow, fromTo)
{
    for (const char* text :
         {"1.2s..1.4s", "1.2s .. 1.4s", " 1.2 s…1.4 s ", "1,2s–1,4s", "1.2s-1.4s", "1.2 .. 1.4", "1.2..1.4 s",
          "1200..1400ms", "1200 ms..1.4 s", "1200000us..1400000us", "1200000µs..1400000μs", "0.02min..1.4s"})
        EXPECT_EQ(typed(text), "1200000..1400000") << text;
    EXPECT_EQ(typed("-50ms..50ms"), "-50000..50000");
    EXPECT_EQ(typed("1.2s.."), "1200000..2000000");
    EXPECT_EQ(typed("..350 ms"), "-100000..350000");
    EXPECT_EQ(typed("1..2"), "1000000..2000000");
    EXPECT_EQ(typed("900 ns..2500 ns"), "0..2");
}

TEST(TypedWindow, fromAndHowLong)
{
    EXPECT_EQ(typed("350 ms +20 ms"), "350000..370000");
    EXPECT_EQ(typed("350+20ms"), "350000..370000");
    EXPECT_EQ(typed("0.35s + 20ms"), "350000..370000");
}

TEST(TypedWindow, about)
{
    EXPECT_EQ(typed("0.5s ±10ms"), "490000..510000");
    EXPECT_EQ(typed("0.5s +-10ms"), "490000..510000");
    EXPECT_EQ(typed("0.5s +/- 10ms"), "490000..510000");
}

TEST(TypedWindow, aMomentKeepsTheLength)
{
    EXPECT_EQ(typed("1s"), "800000..1200000");
    EXPECT_EQ(typed("1"), "800000..1200000");
    EXPECT_EQ(typed("0s"), "-200000..200000");
}

TEST(TypedWindow, oneSentenceForWhatItIsNot)
{
    const std::string ways = " is no time: write it as 1.2s..1.4s, 350 ms +20 ms or 0.5 s.";
    for (const char* text : {"soon", "1.2s..x", "1.2.3..4", "..", "5 parsecs", "1 s 2 s", "1s..2s..3s",
                             "+20ms", "99999999999999999999s", "1s..1e9s", "--1s"})
        EXPECT_EQ(typed(text), "“" + std::string(text) + "”" + ways);
    EXPECT_EQ(typed(""), "Write a time, such as 1.2s..1.4s, 350 ms +20 ms or 0.5 s.");
    EXPECT_EQ(typed("  "), typed(""));
    EXPECT_EQ(typed("1.4s..1.2s"), "The end, 1.20 s, has to come after the begin, 1.40 s.");
    EXPECT_EQ(typed("1s +0ms"), "The end, 1.00 s, has to come after the begin, 1.00 s.");
    EXPECT_EQ(typed("5s"), "Nothing is recorded there: the lanes go from -100 ms to 2.00 s.");
    EXPECT_EQ(typed("3s..4s"), typed("5s"));
    EXPECT_EQ(typed("-3s..-2s"), typed("5s"));
}

} // namespace
