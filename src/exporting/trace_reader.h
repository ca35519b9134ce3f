// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/byte_stream.h"
#include "core/saved_run.h"

#include <optional>
#include <stop_token>

namespace overlap::exporting {

/// Reads trace-event JSON of any program, in one pass and with no more memory than its lanes need: the object
/// form and the bare list, of which the closing bracket may be missing.
///
/// A process becomes a band, named with the number of its threads where there are several, a thread a lane of
/// kind worker, in their sort order where there is one. Slices (X; B with E) may nest: a lane shows the
/// innermost that is open, in the state that its args, its name or its category says (stateOfSlice), else
/// computing; what lies between is idle. An item is a name, and a slice that lies in no other is a task.
/// Slices that belong to no thread (b with e, S with F) get lanes of kind slot. C gives a track for each of
/// its series, s and f the waker of the span that they lead to. t = 0 is the first event of the file.
/// Everything else is left out and counted in the notices.
///
/// What writeTrace() wrote comes back equal, whatever another program has added to it.
///
/// Nothing where `stop` came first. Throws Error that says the byte and the cause, its place being the
/// source's name.
std::optional<core::SavedRun> readTrace(core::ByteSource& source, const core::ByteProgress& progress = {},
                                        const std::stop_token& stop = {});

} // namespace overlap::exporting
