// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Experiment files: any bytes are either refused in a sentence or become an experiment that a file gives
// back.
#include "core/experiment.h"
#include "executors/builtin_executors.h"
#include "fuzz_checks.h"
#include "workloads/builtin_workloads.h"

using namespace overlap;

namespace {

constexpr int cores = 2;

const core::Catalogue& catalogue()
{
    static const core::Catalogue made{workloads::builtinWorkloads(), executors::builtinStrategies()};
    return made;
}

core::Experiment readBack(const core::Experiment& experiment, core::JsonStyle style)
{
    const std::string text = core::writeJson(core::experimentToValue(experiment), style);
    std::vector<core::Problem> problems;
    core::Experiment again = core::experimentFromValue(core::parseJson(text), catalogue(), cores, problems);
    OVERLAP_FUZZ_CHECK(problems.empty());
    return again;
}

void checkDocument(const core::Value& document, std::string_view text)
{
    const std::string written = core::writeJson(document, core::JsonStyle::compact);
    OVERLAP_FUZZ_CHECK(core::parseJson(written) == document);

    std::vector<core::Problem> problems;
    const core::Experiment experiment = core::experimentFromValue(document, catalogue(), cores, problems);
    fuzz::checkProblems(problems);
    for (const core::Problem& problem : problems)
        fuzz::checkSentence(core::jsonPlace(text, problem.pointer, "file"));
    if (!problems.empty())
        return;
    const core::Experiment again = readBack(experiment, core::JsonStyle::indented);
    OVERLAP_FUZZ_CHECK(again == experiment);
    OVERLAP_FUZZ_CHECK(readBack(again, core::JsonStyle::compact) == experiment);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    core::Value document;
    try {
        document = core::parseJson(text, {}, "file");
    } catch (const core::Error& error) {
        fuzz::checkSentence(error.what());
        OVERLAP_FUZZ_CHECK(error.place().starts_with("file"));
        return 0;
    }
    checkDocument(document, text);
    return 0;
}
