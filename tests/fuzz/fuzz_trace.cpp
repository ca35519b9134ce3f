// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A trace of anybody's: refused in one sentence, or a run whose lanes keep the laws, and that as a trace of
// ours comes back with as many spans and tasks.
#include "exporting/trace_reader.h"
#include "exporting/trace_writer.h"
#include "fuzz_checks.h"
#include "fuzz_runs.h"

#include <optional>

using namespace overlap;

namespace {

std::optional<core::SavedRun> opened(std::string_view bytes)
{
    core::MemorySource source(bytes, "fuzz.json");
    try {
        return exporting::readTrace(source);
    } catch (const core::Error& error) {
        fuzz::checkSentence(error.what());
        return std::nullopt;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto run = opened({reinterpret_cast<const char*>(data), size});
    if (!run)
        return 0;
    for (const core::Message& notice : run->notices)
        fuzz::checkSentence(notice.english());
    fuzz::checkRun(*run);
    fuzz::checkRoundTrip(*run, [](const core::SavedRun& saved) {
        const auto write = [&](const std::filesystem::path& file) { exporting::writeTrace(file, saved); };
        return opened(fuzz::writtenBytes(write));
    });
    return 0;
}
