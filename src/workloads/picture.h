// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace overlap::workloads {

/// Rows from the top, three bytes per pixel (red, green, blue), no padding. The bytes are a string, so that
/// they travel from stage to stage as a core::Value that is moved, and copied where they go to another
/// process.
struct Picture
{
    int width = 0;
    int height = 0;
    std::string pixels; ///< width × height × 3
};

struct PictureSize
{
    int width = 0;
    int height = 0;
    bool operator==(const PictureSize&) const = default;
};

/// The largest size of the same shape that fits a square of `box` pixels; never larger than the picture,
/// never below 1 × 1.
PictureSize thumbnailSize(PictureSize picture, int box);

/// Called between rows; may throw to stop the work.
using RowHook = std::function<void()>;

/// Scales down by areas: each pixel of the result is the mean of what it covers, edges by their share.
/// Precondition: the size is at least 1 × 1 and at most the picture's.
Picture scaledDown(const Picture& picture, PictureSize size, const RowHook& betweenRows);

/// A made-up photograph: hills before a sky and grain that gives a codec real work. The same seed draws the
/// same picture.
Picture drawnPicture(PictureSize size, std::uint64_t seed, const RowHook& betweenRows);

} // namespace overlap::workloads
