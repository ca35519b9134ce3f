// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/checksum.h"

#include <cmath>
#include <gtest/gtest.h>
#include <set>
#include <string>

using overlap::workloads::Checksum;
using overlap::workloads::checksumBytesPerBlock;

namespace {

std::string checksumOf(std::string_view bytes)
{
    Checksum checksum;
    checksum.add(bytes);
    return checksum.text();
}

std::string checksumOf(double number)
{
    Checksum checksum;
    checksum.add(number);
    return checksum.text();
}

} // namespace

TEST(Checksum, GoesOnWordByWord)
{
    EXPECT_EQ(Checksum().text(), "0000000000000000");
    EXPECT_EQ(checksumOf(std::string(8, '\0')), "e220a8397b1dcdaf")
        << "SplitMix64's first figure of the seed 0";
    Checksum words;
    words.add(std::uint64_t{0x6867666564636261}); // "abcdefgh"
    words.add(std::uint64_t{0x6C6B6A69});         // "ijkl"
    EXPECT_EQ(checksumOf("abcdefghijkl"), words.text());
}

TEST(Checksum, PiecesGiveTheSumOfTheWhole)
{
    static_assert(checksumBytesPerBlock % 8 == 0);
    const std::string bytes(1003, 'x');
    Checksum pieces;
    pieces.add(std::string_view(bytes).substr(0, 400));
    pieces.add(std::string_view(bytes).substr(400, 600));
    pieces.add(std::string_view(bytes).substr(1000));
    EXPECT_EQ(pieces.text(), checksumOf(bytes));
    pieces.add(std::string_view());
    EXPECT_EQ(pieces.text(), checksumOf(bytes));
}

TEST(Checksum, EveryChangedBitIsSeen)
{
    std::string bytes = "twenty bytes of text";
    std::set<std::string> sums{checksumOf(bytes)};
    for (char& byte : bytes) {
        for (int bit = 0; bit < 8; ++bit) {
            byte = static_cast<char>(byte ^ 1 << bit);
            sums.insert(checksumOf(bytes));
            byte = static_cast<char>(byte ^ 1 << bit);
        }
    }
    EXPECT_EQ(sums.size(), 20 * 8 + 1U);
}

TEST(Checksum, TellsNumbersApartByTheirBits)
{
    EXPECT_EQ(checksumOf(1.5), checksumOf(1.5));
    EXPECT_NE(checksumOf(0.0), checksumOf(-0.0));
    EXPECT_NE(checksumOf(1.0), checksumOf(std::nextafter(1.0, 2.0)));
}
