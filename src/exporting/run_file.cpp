// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/run_file.h"

#include "core/message.h"
#include "exporting/trace_reader.h"
#include "recording/timeline_file.h"

namespace overlap::exporting {

namespace {

/// Experiments and reports are small and begin with their schema; the events of a trace may come late, but
/// then other keys of traces stand before them.
constexpr std::size_t lookedAt = 64 * 1024;

} // namespace

RunFileKind kindOfRunFile(const std::filesystem::path& path)
{
    std::string begin(lookedAt, '\0');
    try {
        core::FileSource source(path);
        begin.resize(source.read(begin.data(), begin.size()));
    } catch (const core::Error&) {
        return RunFileKind::none;
    }
    if (begin.starts_with(recording::timelineMagic))
        return RunFileKind::timeline;
    const auto first = begin.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (first == std::string::npos)
        return RunFileKind::none;
    const bool isTrace = begin[first] == '[' ||
                         (begin[first] == '{' && (begin.find("\"traceEvents\"") != std::string::npos ||
                                                  begin.find("\"otherData\"") != std::string::npos ||
                                                  begin.find("\"displayTimeUnit\"") != std::string::npos));
    return isTrace ? RunFileKind::trace : RunFileKind::none;
}

std::optional<core::SavedRun> openRunFile(const std::filesystem::path& path,
                                          const core::ByteProgress& progress, const std::stop_token& stop)
{
    const RunFileKind kind = kindOfRunFile(path);
    core::FileSource source(path);
    return kind == RunFileKind::timeline ? recording::readTimelineFile(source, progress, stop)
                                         : readTrace(source, progress, stop);
}

} // namespace overlap::exporting
