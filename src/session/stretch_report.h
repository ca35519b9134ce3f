// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"
#include "session/stretch_study.h"

namespace overlap::session {

/// The report as if the runs in the lanes had been that stretch and nothing else: of each strategy one run,
/// with the ledger of the stretch and the latencies of the items that ended in it. Without figures where a
/// strategy has no run that has ended, or none that reaches into the stretch. What speaks of whole runs, such
/// as speed-ups, is as it was.
core::Report reportOf(const Stretch& stretch, core::Report whole);

} // namespace overlap::session
