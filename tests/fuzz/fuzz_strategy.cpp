// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Strategy texts: refused in a sentence, or their canonical text stands for the same strategy. The first byte
// is the number of cores, its lowest bit whether bare names are allowed.
#include "core/strategy.h"
#include "fuzz_checks.h"

using namespace overlap;

namespace {

core::StrategyDescriptor descriptor(const char* name, core::CountShape counts, int most, bool workers = true)
{
    return {.name = name,
            .counts = counts,
            .maximumCount = most,
            .countsWorkers = workers,
            .title = {},
            .help = {}};
}

/// Every shape that a strategy may have, so that the grammar is met whole whatever is built in so far.
const std::vector<core::StrategyDescriptor>& known()
{
    using core::CountShape;
    static const std::vector<core::StrategyDescriptor> list{
        descriptor("sequential", CountShape::none, 1), descriptor("threads", CountShape::one, 1024),
        descriptor("processes", CountShape::one, 256), descriptor("pipeline", CountShape::perStage, 1024),
        descriptor("event-loop", CountShape::one, 1024, false)};
    return list;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const int cores = 1 + data[0] / 2;
    const bool bareNames = data[0] & 1;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    try {
        const core::Strategy strategy = core::parseStrategy(text, known(), cores, bareNames);
        const std::string canonical = strategy.text();
        const core::Strategy again = core::parseStrategy(canonical, known(), cores, bareNames);
        OVERLAP_FUZZ_CHECK(again == strategy);
        OVERLAP_FUZZ_CHECK(again.text() == canonical);
        OVERLAP_FUZZ_CHECK(again.counts == strategy.counts);
        OVERLAP_FUZZ_CHECK(strategy.workers() >= 1 && strategy.workers() <= 1024);
    } catch (const core::Error& error) {
        fuzz::checkSentence(error.what());
        OVERLAP_FUZZ_CHECK(error.place().empty());
    }
    return 0;
}
