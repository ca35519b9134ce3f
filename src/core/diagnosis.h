// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/message.h"
#include "core/state.h"
#include "core/time.h"
#include "core/value.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace overlap::core {

/// What may have happened in the runs of one strategy.
enum class DiagnosisKind {
    bottleneck,
    starvation,
    backPressure,
    gil,
    oversubscription,
    stragglerTail,
    startup,
    transfer,
    tinyTasks,
};

inline constexpr std::array<std::string_view, 9> diagnosisNames = {
    "bottleneck",     "starvation", "back-pressure", "gil",       "oversubscription",
    "straggler-tail", "start-up",   "transfer",      "tiny-tasks"};

/// Where in the lanes of a run something can be seen.
struct LanePlace
{
    LaneIndex lane = 0;
    std::string name; ///< of the lane: English, context "Lanes"
    Nanoseconds begin = 0;
    Nanoseconds end = 0;
};

/// A figure that a diagnosis rests on; the name is its key in a report: "share", "seconds".
struct EvidenceFigure
{
    std::string name;
    double value = 0;
};

/// What would change it: the same experiment with another strategy.
struct Remedy
{
    Message sentence;
    std::string strategy; ///< canonical text to run instead; empty where no strategy helps
};

/// A statement on what happened, from measured data alone.
struct Diagnosis
{
    DiagnosisKind kind = DiagnosisKind::bottleneck;
    std::string strategy; ///< whose runs it speaks of
    Message sentence;     ///< without the strategy's name
    std::vector<EvidenceFigure> figures;
    std::vector<State> states;      ///< to highlight in the lanes of the strategy
    std::optional<LanePlace> place; ///< where to look, in the last measured run
    Remedy remedy;

    /// The figure of that name; nothing where there is none.
    std::optional<double> figure(std::string_view name) const;
    Value toValue() const;
};

} // namespace overlap::core
