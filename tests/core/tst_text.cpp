// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"

#include <clocale>
#include <gtest/gtest.h>

using namespace overlap::core;

TEST(Text, SplitKeepsEmptyParts)
{
    using Parts = std::vector<std::string>;
    EXPECT_EQ(split("a,b", ','), (Parts{"a", "b"}));
    EXPECT_EQ(split("", ','), (Parts{""}));
    EXPECT_EQ(split(",a,", ','), (Parts{"", "a", ""}));
    EXPECT_EQ(joined({"a", "", "c"}, ", "), "a, , c");
    EXPECT_EQ(joined({"", ""}, "-"), "-");
    EXPECT_EQ(joined({}, "-"), "");
}

TEST(Text, IntegersAreReadWhole)
{
    EXPECT_EQ(integerFromText("42"), 42);
    EXPECT_EQ(integerFromText("-42"), -42);
    EXPECT_EQ(integerFromText("9223372036854775807"), INT64_MAX);
    for (const char* text :
         {"", " 1", "1 ", "+1", "1.0", "1e3", "0x1", "9223372036854775808", "one", "1,000", "--1"})
        EXPECT_EQ(integerFromText(text), std::nullopt) << text;
}

TEST(Text, NumbersAreReadWholeWhateverTheLocale)
{
    // Where the machine has no such locale, the classic one is tested twice.
    const char* before = std::setlocale(LC_NUMERIC, "de_DE.UTF-8");
    EXPECT_EQ(numberFromText("0.25"), 0.25);
    EXPECT_EQ(numberFromText("1e3"), 1000);
    EXPECT_EQ(numberFromText("0,25"), std::nullopt);
    EXPECT_EQ(shortNumber(0.25), "0.25");
    EXPECT_EQ(fixedNumber(1234.5, 2), "1234.50");
    EXPECT_EQ(durationText(1.5), "1.50 s");
    if (before)
        std::setlocale(LC_NUMERIC, "C");
    for (const char* text : {"", " 1", "1 ", "1e999", "abc", "1.5x"})
        EXPECT_EQ(numberFromText(text), std::nullopt) << text;
}

TEST(Text, ShortNumbersReadBack)
{
    EXPECT_EQ(shortNumber(5), "5");
    EXPECT_EQ(shortNumber(0.1), "0.1");
    EXPECT_EQ(shortNumber(1e18), "1e+18");
    EXPECT_EQ(shortNumber(100000), "100000");
    EXPECT_EQ(shortNumber(1e14), "100000000000000");
    EXPECT_EQ(shortNumber(-0.0001), "-0.0001");
    EXPECT_EQ(shortNumber(1e-5), "1e-05");
    EXPECT_EQ(shortNumber(-2.5), "-2.5");
    for (const double number :
         {1.0 / 3, 2.0 / 3, 1e-9, 123456789.123, 5e-324, 1e-4 / 3, 999999999999999.9, 1e15 / 3, -1e15})
        EXPECT_EQ(numberFromText(shortNumber(number)), number);
    EXPECT_EQ(fixedNumber(1e300, 1).size(), 303u);
}

TEST(Text, DurationsHaveThreeDigitsAndAFittingUnit)
{
    const struct
    {
        double seconds;
        const char* text;
    } table[] = {
        {0, "0 s"},
        {5, "5.00 s"},
        {12.345, "12.3 s"},
        {123.4, "123 s"},
        {3600, "3600 s"},
        {0.0123, "12.3 ms"},
        {0.5, "500 ms"},
        {850e-6, "850 µs"},
        {1e-6, "1.00 µs"},
        {42e-9, "42.0 ns"},
        {1e-9, "1.00 ns"},
        {0.5e-9, "0.500 ns"},
        {0.9996, "1.00 s"},
        {0.9994, "999 ms"},
        {0.9996e-3, "1.00 ms"},
        {0.9996e-6, "1.00 µs"},
        {9.994, "9.99 s"},
        {9.996, "10.0 s"},
        {99.94, "99.9 s"},
        {99.96, "100 s"},
        {-0.0123, "-12.3 ms"},
        {-5, "-5.00 s"},
    };
    for (const auto& row : table)
        EXPECT_EQ(durationText(row.seconds), row.text) << row.seconds;
}

TEST(Text, TwoDurationsOfOneSentenceShareTheUnit)
{
    EXPECT_EQ(durationText(0.5031, 1.5), "0.503 s");
    EXPECT_EQ(durationText(1.5, 1.5), "1.50 s");
    EXPECT_EQ(durationText(0.0005, 0.012), "0.500 ms");
    EXPECT_EQ(durationText(250, 0.012), "250000 ms");
    EXPECT_EQ(durationText(0, 0.012), "0 ms");
    EXPECT_EQ(durationText(0, 0), "0 s");
    for (const double seconds : {0.9996, 0.012, 850e-6, 42e-9, 123.0})
        EXPECT_EQ(durationText(seconds, seconds), durationText(seconds));
}

TEST(Text, LongWholeNumbersAreGrouped)
{
    EXPECT_EQ(groupedNumber(0), "0");
    EXPECT_EQ(groupedNumber(9999), "9999");
    EXPECT_EQ(groupedNumber(10'000), "10\u202F000");
    EXPECT_EQ(groupedNumber(500'000), "500\u202F000");
    EXPECT_EQ(groupedNumber(18'446'744'073'709'551'615ULL),
              "18\u202F446\u202F744\u202F073\u202F709\u202F551\u202F615");
}

TEST(Text, RatiosHaveThreeDigits)
{
    EXPECT_EQ(ratioText(2.9931), "2.99");
    EXPECT_EQ(ratioText(10), "10.0");
    EXPECT_EQ(ratioText(121.4), "121");
    EXPECT_EQ(ratioText(0.5), "0.50");
    EXPECT_EQ(ratioText(0.00821), "0.008");
    EXPECT_EQ(ratioText(0.00096), "0.001");
    EXPECT_EQ(ratioText(0.00047), "0.0005");
    EXPECT_EQ(ratioText(0.0000321), "0.00003");
    EXPECT_EQ(ratioText(0), "0.000");
    EXPECT_EQ(ratioText(9.996), "10.0");
    EXPECT_EQ(ratioText(99.96), "100");
    EXPECT_EQ(ratioText(0.9996), "1.00");
}
