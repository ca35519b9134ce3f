// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workloads/picture.h"

#include <functional>
#include <string>
#include <string_view>

// JPEG through libjpeg-turbo's libjpeg interface, because that one can be stopped between rows: one call that
// decodes a whole large picture would keep a stop waiting for seconds.

namespace overlap::workloads {

inline constexpr std::int64_t maximumPixels = 200'000'000;

/// Asked between rows; true ends the work with core::Cancelled. Throws nothing.
using StopQuestion = std::function<bool()>;

struct DecodedJpeg
{
    Picture picture;
    PictureSize original; ///< of the picture in the file
};

/// Decodes at the smallest of the scales n/8 that is not below the thumbnail in a square of `box` pixels,
/// which the DCT gives away for next to nothing. Strict: a file that
/// is damaged or cut off is an error, though much of it could be shown. Throws Error that names `name`: no
/// JPEG, damaged, cut off, CMYK, more than `maximumPixels`.
DecodedJpeg decodeJpeg(std::string_view bytes, const std::string& name, int box, const StopQuestion& stopped);

/// `quality` from 1 to 100. The same picture always gives the same bytes.
std::string encodeJpeg(const Picture& picture, int quality, const StopQuestion& stopped);

} // namespace overlap::workloads
