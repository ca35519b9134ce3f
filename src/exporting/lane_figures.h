// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saved_run.h"

#include <string>

namespace overlap::exporting {

/// One line per lane: band, lane, kind, spans, lost records, and the seconds in each state. RFC 4180, UTF-8,
/// CRLF, decimal point; the first line names the columns.
std::string lanesAsCsv(const core::SavedRun& run);

/// {"schema":"overlap.lanes/1","title","program","bands":[{"name","strategy","runtime","wallSeconds",
/// "startupSeconds","workers","spans","lostRecords","tasks":{…},"durations":{…} or null,"ledger":{shares that
/// sum to
/// 1},"lanes":[{"name","kind","spans","lostRecords","seconds":{…}}],"tracks":[{"name","points","least","most"}]}],
/// "notices":[…]}
core::Value lanesToValue(const core::SavedRun& run);

} // namespace overlap::exporting
