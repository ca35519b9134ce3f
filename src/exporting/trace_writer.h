// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/byte_stream.h"
#include "core/saved_run.h"

#include <stop_token>

namespace overlap::exporting {

/// Writes lanes as trace-event JSON, the format of Chrome's tracing that Perfetto, speedscope and others
/// open: a process for each band, a thread for each lane (an event loop's slots too), in one object
/// {"displayTimeUnit","otherData","traceEvents"}. Times are µs with three decimals, so nanoseconds survive;
/// they begin at 0 where the first start-up did, because viewers drop what lies before.
///   M      names and order of processes and threads
///   X      cat "task": a stage applied to an item; args item, stage, status
///          cat "state": a span, within its task; args state and all else that a span holds
///   b, e   cat "task": a task that does not enclose whole spans, which viewers would not nest
///   s, f   cat "waker": from the lane that let another one go on
///   i      cat "mark": failed, cancelled, lost, killed
///   C      a track
/// otherData.overlap holds the rest (core::savedRunToValue), so that readTrace() gives an equal run back.
///
/// Whole or not at all, in blocks. False where `stop` came first. `progress` counts spans. Throws Error.
/// Precondition: the bands' timelines have ended.
bool writeTrace(const std::filesystem::path& path, const core::SavedRun& run,
                const core::ByteProgress& progress = {}, const std::stop_token& stop = {});

/// In otherData.overlap besides: what has to be taken off all times, in nanoseconds.
inline constexpr std::string_view traceOffsetKey = "offset";

} // namespace overlap::exporting
