// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/byte_stream.h"
#include "core/saved_run.h"

#include <optional>
#include <stop_token>

// A saved run: everything that lanes, ledger and statistics show, so that ten million spans open at once.
//
//   offset  bytes
//        0      8  magic: 89 4F 56 54 0D 0A 1A 0A ("\x89OVT\r\n\x1a\n"; a transfer as text breaks it)
//        8      4  version, 1
//       12      4  length of the description, a multiple of 8
//       16      8  length of the whole file
//       24         the description: core::savedRunToValue() as compact JSON, filled up with blanks
//                  for each band: for each lane its spans, for each track its points, then the tasks
//   length−8    8  checksum of all that lies between the magic and here
//
// Integers are little-endian. A span has 32 bytes: begin and end (8 each, ns from t = 0 of the run), item
// (4), stage, waker (2 each), state, flags, blocking, permits (1 each), µs without the interpreter's lock
// (4). A point has 16: time and value. A task has 32: begin and end, item (4), stage, lane (2 each), status
// (1), zero (7).

namespace overlap::recording {

inline constexpr std::string_view timelineMagic{"\x89OVT\r\n\x1a\n", 8};
inline constexpr std::uint32_t timelineVersion = 1;

/// Whole or not at all, as core::writeFile(). False where `stop` came first: then nothing was written. Throws
/// Error. Precondition: the bands' timelines have ended.
bool writeTimelineFile(const std::filesystem::path& path, const core::SavedRun& run,
                       const core::ByteProgress& progress = {}, const std::stop_token& stop = {});

/// Everything in the file is checked before it is believed: states, flags, lanes and items in range, spans of
/// a lane in order and not overlapping, the checksum. Allocates no more than a small multiple of the file's
/// size, whatever it claims. Nothing where `stop` came first. Throws Error that says the byte and the cause,
/// its place being the source's name.
std::optional<core::SavedRun> readTimelineFile(core::ByteSource& source,
                                               const core::ByteProgress& progress = {},
                                               const std::stop_token& stop = {});

/// What the last eight bytes of a timeline file have to be. Precondition: the size is a multiple of 8.
std::uint64_t timelineChecksum(std::string_view bytes, std::uint64_t before = 0);

} // namespace overlap::recording
