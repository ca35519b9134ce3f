// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/jpeg_codec.h"

#include "core/message.h"
#include "core/task_context.h"

#include <cmath>
#include <gtest/gtest.h>

using namespace overlap;
using namespace overlap::workloads;

namespace {

const StopQuestion goOn = [] { return false; };

Picture drawn(int width, int height)
{
    return drawnPicture({width, height}, 4, [] {});
}

std::string errorOf(const std::string& bytes)
{
    try {
        decodeJpeg(bytes, "x.jpg", 256, goOn);
    } catch (const core::Error& error) {
        return error.message().english();
    }
    return {};
}

/// The header of a baseline JPEG says its size as two big-endian numbers behind FF C0, a length and a depth.
std::string withSize(std::string bytes, int width, int height)
{
    const std::size_t at = bytes.find("\xff\xc0") + 5;
    bytes[at] = static_cast<char>(height >> 8);
    bytes[at + 1] = static_cast<char>(height & 255);
    bytes[at + 2] = static_cast<char>(width >> 8);
    bytes[at + 3] = static_cast<char>(width & 255);
    return bytes;
}

} // namespace

TEST(JpegCodec, ReadsBackWhatItWrote)
{
    const Picture picture = drawn(160, 120);
    const std::string bytes = encodeJpeg(picture, 95, goOn);
    EXPECT_EQ(encodeJpeg(picture, 95, goOn), bytes) << "the same picture, the same bytes";
    EXPECT_LT(encodeJpeg(picture, 30, goOn).size(), bytes.size());
    const DecodedJpeg decoded = decodeJpeg(bytes, "x.jpg", 4096, goOn);
    EXPECT_EQ(decoded.original, (PictureSize{160, 120}));
    ASSERT_EQ(decoded.picture.pixels.size(), picture.pixels.size());
    double difference = 0;
    for (std::size_t i = 0; i < picture.pixels.size(); ++i)
        difference += std::abs(static_cast<unsigned char>(picture.pixels[i]) -
                               static_cast<unsigned char>(decoded.picture.pixels[i]));
    EXPECT_LT(difference / static_cast<double>(picture.pixels.size()), 6);
}

TEST(JpegCodec, DecodesAtTheSmallestScaleNotBelowTheThumbnail)
{
    const std::string bytes = encodeJpeg(drawn(800, 600), 90, goOn);
    const auto widthFor = [&](int box) { return decodeJpeg(bytes, "x.jpg", box, goOn).picture.width; };
    EXPECT_EQ(widthFor(100), 100); // 1/8
    EXPECT_EQ(widthFor(101), 200); // 2/8
    EXPECT_EQ(widthFor(64), 100);
    EXPECT_EQ(widthFor(500), 500); // 5/8
    EXPECT_EQ(widthFor(700), 700);
    EXPECT_EQ(widthFor(701), 800);
    EXPECT_EQ(widthFor(4000), 800);
    EXPECT_EQ(decodeJpeg(bytes, "x.jpg", 64, goOn).original, (PictureSize{800, 600}));
}

TEST(JpegCodec, NamesTheFileThatIsNoPicture)
{
    const std::string whole = encodeJpeg(drawn(320, 240), 90, goOn);
    EXPECT_EQ(errorOf(whole), "");
    EXPECT_EQ(errorOf("\x89PNG\r\n\x1a\n and so on"), "“x.jpg” is not a JPEG file");
    EXPECT_EQ(errorOf("text"), "“x.jpg” is not a JPEG file");
    EXPECT_EQ(errorOf(""), "“x.jpg” is empty");
    EXPECT_EQ(errorOf("\xff"), "“x.jpg” ends before its picture is complete");
    EXPECT_EQ(errorOf(whole.substr(0, whole.size() / 2)), "“x.jpg” ends before its picture is complete");
    EXPECT_EQ(errorOf(whole.substr(0, 100)), "“x.jpg” ends before its picture is complete");
    std::string corrupt = whole;
    for (std::size_t i = corrupt.size() / 2; i < corrupt.size() / 2 + 40; ++i)
        corrupt[i] = static_cast<char>(0xFF);
    EXPECT_NE(errorOf(corrupt).find("the picture in “x.jpg” is damaged: "), std::string::npos)
        << errorOf(corrupt);
}

TEST(JpegCodec, RefusesMorePixelsThanItDecodes)
{
    const std::string bytes = encodeJpeg(drawn(320, 240), 90, goOn);
    EXPECT_EQ(errorOf(withSize(bytes, 65'000, 65'000)),
              "“x.jpg” has 4225 million pixels; at most 200 million are decoded");
    EXPECT_EQ(errorOf(withSize(bytes, 20'000, 10'001)),
              "“x.jpg” has 200 million pixels; at most 200 million are decoded");
    EXPECT_NE(errorOf(withSize(bytes, 20'000, 0)), "");
}

TEST(JpegCodec, EveryCutIsAnsweredInOneSentence)
{
    const std::string whole = encodeJpeg(drawn(64, 48), 80, goOn);
    for (std::size_t length = 0; length + 2 < whole.size(); ++length)
        EXPECT_NE(errorOf(whole.substr(0, length)), "") << length << " of " << whole.size();
}

TEST(JpegCodec, AFlippedByteNeverBringsItDown)
{
    const std::string whole = encodeJpeg(drawn(64, 48), 80, goOn);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
        errorOf(flipped); // shown or refused; a size that the header claims is never trusted with memory
    }
}

TEST(JpegCodec, StopsBetweenRows)
{
    const Picture picture = drawn(320, 240);
    const std::string bytes = encodeJpeg(picture, 90, goOn);
    int rows = 0;
    const StopQuestion afterTen = [&rows] { return ++rows > 10; };
    EXPECT_THROW(decodeJpeg(bytes, "x.jpg", 4096, afterTen), core::Cancelled);
    EXPECT_EQ(rows, 11);
    rows = 0;
    EXPECT_THROW(encodeJpeg(picture, 90, afterTen), core::Cancelled);
    EXPECT_EQ(rows, 11);
}

TEST(JpegCodec, MayBeStoppedWhenWhatIsWrittenHasGrownSeveralTimes)
{
    const Picture picture = drawn(800, 600);
    ASSERT_GT(encodeJpeg(picture, 95, goOn).size(), 100'000u) << "the library begins with 4,096 bytes";
    for (const int last : {50, 200, 400, 590}) {
        int rows = 0;
        const StopQuestion late = [&rows, last] { return ++rows > last; };
        EXPECT_THROW(encodeJpeg(picture, 95, late), core::Cancelled);
    }
}
