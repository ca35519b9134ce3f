// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/strategy_guide.h"

#include <algorithm>
#include <array>
#include <utility>

namespace overlap::session {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> presets{{
    {"sequential", "tiny-tasks"},
    {"threads", "five-seconds"},
    {"gil-threads", "two-sums"},
    {"processes", "heavy-chunks"},
    {"pipeline", "assembly-line"},
    {"event-loop", "stores"},
    {"work-stealing", "ml-predictions"},
    {"python-sequential", "tiny-tasks"},
    {"python-threads", "two-sums"},
    {"python-processes", "heavy-chunks"},
}};

} // namespace

std::string_view tellingPreset(std::string_view strategy)
{
    const auto found = std::ranges::find(presets, strategy, [](const auto& entry) { return entry.first; });
    return found == presets.end() ? std::string_view() : found->second;
}

AdviceTrial trialOf(const analysis::Advice& advice)
{
    using analysis::AdviceFamily;
    const bool python = advice.question.runtime == core::Runtime::python;
    switch (advice.family) {
    case AdviceFamily::sequential:
        return {"tiny-tasks", python ? "python-sequential" : "sequential"};
    case AdviceFamily::processes:
        return {"heavy-chunks", python ? "python-processes" : "processes"};
    case AdviceFamily::queues:
        return {"price-pipeline", "pipeline"};
    case AdviceFamily::chunking:
        return {"data-chunks", python ? "python-processes" : "threads"};
    case AdviceFamily::eventLoop:
        return {"stores", "event-loop"};
    case AdviceFamily::profileFirst:
        return {"file-digests", python ? "python-threads" : "threads"};
    case AdviceFamily::threads:
        break;
    }
    return {advice.computing ? "heavy-chunks" : "web-requests", python ? "python-threads" : "threads"};
}

} // namespace overlap::session
