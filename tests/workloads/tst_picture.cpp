// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/picture.h"

#include <gtest/gtest.h>
#include <numeric>

using namespace overlap::workloads;

namespace {

const RowHook nothing = [] {};

Picture grey(int width, int height, const std::vector<int>& values)
{
    Picture picture{width, height, {}};
    for (const int value : values)
        picture.pixels += std::string(3, static_cast<char>(value));
    return picture;
}

std::vector<int> values(const Picture& picture)
{
    std::vector<int> result;
    for (std::size_t i = 0; i < picture.pixels.size(); i += 3)
        result.push_back(static_cast<unsigned char>(picture.pixels[i]));
    return result;
}

} // namespace

TEST(Thumbnail, KeepsTheShapeAndNeverGrows)
{
    EXPECT_EQ(thumbnailSize({4000, 3000}, 256), (PictureSize{256, 192}));
    EXPECT_EQ(thumbnailSize({3000, 4000}, 256), (PictureSize{192, 256}));
    EXPECT_EQ(thumbnailSize({256, 256}, 256), (PictureSize{256, 256}));
    EXPECT_EQ(thumbnailSize({20, 10}, 256), (PictureSize{20, 10}));
    EXPECT_EQ(thumbnailSize({10'000, 1}, 256), (PictureSize{256, 1}));
    EXPECT_EQ(thumbnailSize({1, 1}, 16), (PictureSize{1, 1}));
}

TEST(ScaledDown, IsTheMeanOfWhatEachPixelCovers)
{
    EXPECT_EQ(values(scaledDown(grey(2, 2, {0, 100, 200, 100}), {1, 1}, nothing)), std::vector<int>{100});
    EXPECT_EQ(values(scaledDown(grey(4, 1, {10, 20, 30, 50}), {2, 1}, nothing)), (std::vector<int>{15, 40}));
    // Three into two: the middle one belongs half to each.
    EXPECT_EQ(values(scaledDown(grey(3, 1, {0, 90, 240}), {2, 1}, nothing)), (std::vector<int>{30, 190}));
    EXPECT_EQ(values(scaledDown(grey(1, 3, {0, 90, 240}), {1, 2}, nothing)), (std::vector<int>{30, 190}));
    const Picture same = drawnPicture({31, 17}, 3, nothing);
    EXPECT_EQ(scaledDown(same, {31, 17}, nothing).pixels, same.pixels);
}

TEST(ScaledDown, KeepsAPlainColourAtAnyRatio)
{
    for (const PictureSize size : {PictureSize{1, 1}, {3, 5}, {7, 4}, {52, 36}, {53, 37}}) {
        const Picture result = scaledDown(grey(53, 37, std::vector<int>(53 * 37, 201)), size, nothing);
        EXPECT_EQ(result.width, size.width);
        EXPECT_EQ(values(result), std::vector<int>(static_cast<std::size_t>(size.width * size.height), 201));
    }
}

TEST(ScaledDown, KeepsColoursApart)
{
    Picture picture{2, 1, {}};
    picture.pixels = std::string("\x0a\x14\x1e\x1e\x28\x32", 6);
    EXPECT_EQ(scaledDown(picture, {1, 1}, nothing).pixels, "\x14\x1e\x28");
}

TEST(ScaledDown, CanBeStoppedBetweenRows)
{
    struct Stop
    {};
    int rows = 0;
    EXPECT_THROW(scaledDown(drawnPicture({64, 64}, 1, nothing), {8, 8},
                            [&] {
                                if (++rows == 10)
                                    throw Stop();
                            }),
                 Stop);
    EXPECT_EQ(rows, 10);
}

TEST(DrawnPicture, IsAFunctionOfItsSeedAndHasStructure)
{
    const Picture picture = drawnPicture({200, 150}, 9, nothing);
    EXPECT_EQ(picture.pixels.size(), 200U * 150 * 3);
    EXPECT_EQ(drawnPicture({200, 150}, 9, nothing).pixels, picture.pixels);
    EXPECT_NE(drawnPicture({200, 150}, 10, nothing).pixels, picture.pixels);
    // Sky above, hills below: the blue of the first row is far from that of the last.
    const auto meanBlue = [&](std::size_t row) {
        int sum = 0;
        for (std::size_t x = 0; x < 200; ++x)
            sum += static_cast<unsigned char>(picture.pixels[(row * 200 + x) * 3 + 2]);
        return sum / 200;
    };
    EXPECT_GT(meanBlue(0), meanBlue(149) + 60);
}
