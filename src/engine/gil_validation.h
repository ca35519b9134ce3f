// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "core/paths.h"
#include "core/time.h"
#include "ipc/launcher.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace overlap::engine {

/// One figure that model and interpreter are held against each other by.
struct GilMeasure
{
    enum class Kind {
        compute, ///< speed-up of `threads` that compute for `duration` each
        sleep,   ///< how many of `threads` waits of `duration` take place at once
        slices,  ///< how long one of `threads` computes at a stretch, over `duration`
        ping,    ///< how late a wait of `duration` ends beside `threads` that compute; `count` of them
    };
    Kind kind = Kind::compute;
    int threads = 2;
    core::Nanoseconds interval = 5'000'000; ///< the switch interval
    core::Nanoseconds duration = 0;
    int count = 0;
};

/// Those of a full comparison; one side takes two to three seconds for them.
const std::vector<GilMeasure>& gilMeasures();

/// A line of the comparison.
struct GilRow
{
    enum class Unit { times, seconds };
    core::Message name;
    Unit unit = Unit::times;
    double model = 0;  ///< median over the blocks
    double python = 0; ///< the same of the interpreter
    bool within = false;
    core::Message limit; ///< what `within` was asked of the two
};

/// Figures of one side: one list per block, in it the median of each measure.
using GilFigures = std::vector<std::vector<double>>;

/// The lines for what both sides measured in the same blocks, one per measure. Waits that end late may differ
/// by 10 %, overlaps by 2 %, slices by one tick of the kernel's scheduler; of computing, the 95 % intervals
/// overlap and both lie from 0.75 to 1.15 (below 5 blocks, all that was measured). Pure; precondition: at
/// least one block, as many of the one as of the other.
std::vector<GilRow> compareGil(const std::vector<GilMeasure>& measures, const GilFigures& model,
                               const GilFigures& python, core::Nanoseconds tick);

struct GilValidation
{
    std::filesystem::path interpreter;
    std::string version;               ///< "3.11.2"
    double defaultIntervalSeconds = 0; ///< the interpreter's own
    int blocks = 0;                    ///< that both sides finished
    bool cancelled = false;            ///< a stop came before all blocks were done
    std::vector<GilRow> rows;          ///< empty without a block

    bool matches() const;
};

struct GilValidationOptions
{
    std::filesystem::path interpreter; ///< see findPython()
    std::vector<GilMeasure> measures = gilMeasures();
    int blocks = 10;
    std::uint64_t seed = 1;                                       ///< of which side comes first in a block
    core::Nanoseconds patience = 30 * core::nanosecondsPerSecond; ///< for the interpreter, in each block
};

/// Measures the model of the lock (executors/gil.h, on threads of this process) and a real CPython block by
/// block, in random order, each block with an interpreter of its own. Throws core::Error with the reason
/// where there is nothing to compare with: no interpreter, none that answers as one, another than CPython,
/// one without a lock, one before 3.3. `progress` hears of blocks, on the calling thread. About five seconds
/// per block; a stop is heard within three.
GilValidation validateGil(ipc::Launcher& launcher, const core::Paths& paths,
                          const GilValidationOptions& options, const std::stop_token& stop = {},
                          const std::function<void(int done, int of)>& progress = {});

} // namespace overlap::engine
