// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/picture.h"

#include "core/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace overlap::workloads {

namespace {

constexpr std::size_t channels = 3;

/// Which source pixels one target pixel covers along one axis, and by how much: first, last, and the shares
/// of the two that are covered in part.
struct Cover
{
    std::size_t first;
    std::size_t last;
    float firstShare;
    float lastShare;
};

std::vector<Cover> coversOf(int source, int target)
{
    std::vector<Cover> covers;
    const double step = static_cast<double>(source) / target;
    for (int i = 0; i < target; ++i) {
        const double begin = i * step;
        const double end = std::min(static_cast<double>(source), (i + 1) * step);
        const auto first = static_cast<std::size_t>(begin);
        const auto last = std::min(static_cast<std::size_t>(source) - 1, static_cast<std::size_t>(end));
        const auto low = static_cast<float>(std::min(end, static_cast<double>(first) + 1) - begin);
        const auto high = static_cast<float>(last > first ? end - static_cast<double>(last) : 0.0);
        covers.push_back({first, last, low, high});
    }
    return covers;
}

/// One row of the source, made as narrow as the target, added to `sums` with a weight.
void addRow(const unsigned char* row, const std::vector<Cover>& columns, float weight,
            std::vector<float>& sums)
{
    float* sum = sums.data();
    for (const Cover& cover : columns) {
        for (std::size_t c = 0; c < channels; ++c) {
            float total = static_cast<float>(row[cover.first * channels + c]) * cover.firstShare;
            for (std::size_t x = cover.first + 1; x < cover.last; ++x)
                total += static_cast<float>(row[x * channels + c]);
            if (cover.last > cover.first)
                total += static_cast<float>(row[cover.last * channels + c]) * cover.lastShare;
            *sum++ += total * weight;
        }
    }
}

} // namespace

PictureSize thumbnailSize(PictureSize picture, int box)
{
    const int longer = std::max(picture.width, picture.height);
    if (longer <= box)
        return picture;
    const double scale = static_cast<double>(box) / longer;
    const auto side = [scale](int length) {
        return std::max(1, static_cast<int>(std::lround(length * scale)));
    };
    return {side(picture.width), side(picture.height)};
}

Picture scaledDown(const Picture& picture, PictureSize size, const RowHook& betweenRows)
{
    const std::vector<Cover> columns = coversOf(picture.width, size.width);
    const std::vector<Cover> rows = coversOf(picture.height, size.height);
    const float area = static_cast<float>(picture.width) / static_cast<float>(size.width) *
                       static_cast<float>(picture.height) / static_cast<float>(size.height);
    const auto* const source = reinterpret_cast<const unsigned char*>(picture.pixels.data());
    const std::size_t stride = static_cast<std::size_t>(picture.width) * channels;
    Picture result{size.width, size.height, {}};
    result.pixels.reserve(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) *
                          channels);
    std::vector<float> sums(static_cast<std::size_t>(size.width) * channels);
    for (const Cover& cover : rows) {
        std::ranges::fill(sums, 0.0F);
        for (std::size_t y = cover.first; y <= cover.last; ++y) {
            const float weight = y == cover.first  ? cover.firstShare
                                 : y == cover.last ? cover.lastShare
                                                   : 1.0F;
            if (weight > 0)
                addRow(source + y * stride, columns, weight, sums);
            betweenRows();
        }
        for (const float sum : sums)
            result.pixels += static_cast<char>(std::lround(std::clamp(sum / area, 0.0F, 255.0F)));
    }
    return result;
}

Picture drawnPicture(PictureSize size, std::uint64_t seed, const RowHook& betweenRows)
{
    core::Random random(seed);
    Picture picture{size.width, size.height, {}};
    const auto width = static_cast<std::size_t>(size.width);
    picture.pixels.resize(width * static_cast<std::size_t>(size.height) * channels);

    // Three lines of hills, each lower and darker than the one behind it.
    struct Hills
    {
        std::vector<int> ridge; ///< by column, in rows from the top
        std::array<int, channels> colour;
    };
    std::vector<Hills> layers;
    for (int layer = 0; layer < 3; ++layer) {
        Hills hills;
        const double base = size.height * (0.45 + 0.18 * layer);
        const double swing = size.height * random.uniform(0.04, 0.12);
        const double waves = random.uniform(2.0, 5.0) * (layer + 1);
        const double shift = random.uniform(0.0, 6.28);
        for (int x = 0; x < size.width; ++x) {
            const double along = static_cast<double>(x) / size.width;
            hills.ridge.push_back(static_cast<int>(base + swing * std::sin(along * waves + shift) +
                                                   swing / 5 * std::sin(along * waves * 9 + shift)));
        }
        hills.colour = {60 + static_cast<int>(random.below(60)) - layer * 15,
                        120 + static_cast<int>(random.below(50)) - layer * 30,
                        60 + static_cast<int>(random.below(70)) - layer * 15};
        layers.push_back(std::move(hills));
    }
    const int warmth = static_cast<int>(random.below(90));

    char* out = picture.pixels.data();
    for (int y = 0; y < size.height; ++y) {
        betweenRows();
        const int light = 100 * y / size.height;
        std::uint64_t grain = 0;
        for (std::size_t x = 0; x < width; ++x) {
            if (x % 16 == 0) // four bits of grain for each pixel
                grain = random.next();
            std::array<int, channels> colour{90 + light + warmth, 130 + light, 225 - light / 3};
            for (const Hills& hills : layers) {
                if (y >= hills.ridge[x])
                    colour = hills.colour;
            }
            const int noise = static_cast<int>(grain & 15);
            grain >>= 4;
            for (const int value : colour)
                *out++ = static_cast<char>(std::clamp(value + noise, 0, 255));
        }
    }
    return picture;
}

} // namespace overlap::workloads
