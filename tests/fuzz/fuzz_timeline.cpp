// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A timeline file of anybody's: refused in one sentence that names a byte, or a run whose lanes keep the laws
// and that is written and read back equal. The sum at its end is put right first, or nothing behind it would
// be reached.
#include "fuzz_checks.h"
#include "fuzz_runs.h"
#include "recording/timeline_file.h"

#include <cstring>
#include <optional>

using namespace overlap;

namespace {

std::optional<core::SavedRun> opened(const std::string& bytes)
{
    core::MemorySource source(bytes, "fuzz.timeline");
    try {
        return recording::readTimelineFile(source);
    } catch (const core::Error& error) {
        fuzz::checkSentence(error.what());
        OVERLAP_FUZZ_CHECK(std::string_view(error.what()).starts_with("fuzz.timeline: at byte "));
        return std::nullopt;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string bytes(reinterpret_cast<const char*>(data), size);
    opened(bytes);
    if (size < 32 || size % 8 != 0)
        return 0;
    const auto length = static_cast<std::uint64_t>(size);
    std::memcpy(bytes.data() + 16, &length, sizeof length);
    const auto sum = recording::timelineChecksum(std::string_view(bytes).substr(8, size - 16));
    std::memcpy(bytes.data() + size - 8, &sum, sizeof sum);
    if (const auto run = opened(bytes)) {
        fuzz::checkRun(*run);
        fuzz::checkRoundTrip(*run, [](const core::SavedRun& saved) {
            const auto write = [&](const std::filesystem::path& file) {
                recording::writeTimelineFile(file, saved);
            };
            return opened(fuzz::writtenBytes(write));
        });
    }
    return 0;
}
