// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// overlap_make_timeline LANES SPANS FILE [TRACE]: writes a run that nobody has run as a timeline file,
// for looking at pictures of large runs and for measuring; as trace-event JSON too where a second file is
// named.
#include "core/message.h"
#include "core/text.h"
#include "exporting/trace_writer.h"
#include "recording/timeline_file.h"
#include "support/many_spans.h"

#include <cstdio>

using namespace overlap;

int main(int argc, char** argv)
{
    const auto lanes = argc > 3 ? core::integerFromText(argv[1]) : std::nullopt;
    const auto spans = argc > 3 ? core::integerFromText(argv[2]) : std::nullopt;
    if (!lanes || !spans || *lanes < 1 || *lanes > 1024 || *spans < *lanes) {
        std::fputs("overlap_make_timeline LANES SPANS FILE [TRACE]\n", stderr);
        return 2;
    }
    try {
        core::SavedRun run;
        run.title = "A run that nobody ran";
        core::SavedBand band;
        band.strategy.name = "threads";
        band.strategy.counts = {static_cast<int>(*lanes)};
        band.timeline = std::make_shared<const core::Timeline>(
            testing::manyLanes(static_cast<std::size_t>(*lanes), static_cast<std::size_t>(*spans / *lanes)));
        run.bands.push_back(std::move(band));
        recording::writeTimelineFile(argv[3], run);
        if (argc > 4)
            exporting::writeTrace(argv[4], run);
    } catch (const core::Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
    return 0;
}
