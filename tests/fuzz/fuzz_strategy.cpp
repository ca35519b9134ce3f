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

core::StrategyDescriptor withStages()
{
    core::StrategyDescriptor line = descriptor("pipeline", core::CountShape::perStage, 1024);
    line.options = {core::Parameter{.name = "queues",
                                    .kind = core::ParameterKind::integer,
                                    .title = {},
                                    .help = {},
                                    .defaultValue = 0,
                                    .maximum = 1000,
                                    .perStage = true},
                    core::Parameter{.name = "timeout",
                                    .kind = core::ParameterKind::seconds,
                                    .title = {},
                                    .help = {},
                                    .defaultValue = 0.0,
                                    .maximum = 3600}};
    return line;
}

/// Every shape that a strategy may have, so that the grammar is met whole whatever is built in so far.
const std::vector<core::StrategyDescriptor>& known()
{
    using core::CountShape;
    static const std::vector<core::StrategyDescriptor> list{
        descriptor("sequential", CountShape::none, 1), descriptor("threads", CountShape::one, 1024),
        descriptor("processes", CountShape::one, 256), withStages(),
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
        if (strategy.name == "pipeline") {
            const core::Value queues = strategy.option(withStages(), "queues");
            OVERLAP_FUZZ_CHECK(queues.asArray().size() == strategy.counts.size());
        }
        OVERLAP_FUZZ_CHECK(strategy.workers() >= 1 && strategy.workers() <= 1024);
    } catch (const core::Error& error) {
        fuzz::checkSentence(error.what());
        OVERLAP_FUZZ_CHECK(error.place().empty());
    }
    return 0;
}
