// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/python_choice.h"

#include "core/text.h"

#include <algorithm>

namespace overlap::engine {

using core::Message;

namespace {

/// Its name needs no number of workers to be known.
bool isPython(const std::string& text, const core::Catalogue& catalogue)
{
    const core::StrategyDescriptor* known = catalogue.strategy(text.substr(0, text.find_first_of(":@")));
    return known && known->runtime == core::Runtime::python;
}

} // namespace

core::Environment PythonChoice::described(core::Environment environment) const
{
    environment.whyNoPython = reason;
    environment.python.reset();
    if (facts) {
        environment.python = core::PythonBuild{.implementation = "CPython",
                                               .version = facts->version,
                                               .freeThreaded = facts->freeThreaded,
                                               .gil = facts->gilEnabled,
                                               .switchSeconds = facts->switchSeconds};
    }
    return environment;
}

PythonChoice lookForPython(const std::filesystem::path& named, ipc::Launcher& launcher)
{
    try {
        return {probePython(named.empty() ? findPython() : named, launcher), {}};
    } catch (const core::Error& error) {
        return {std::nullopt, error.message()};
    }
}

PythonSource pythonOnce(std::filesystem::path named, ipc::Launcher& launcher)
{
    return [named = std::move(named), &launcher, found = std::optional<PythonChoice>()]() mutable {
        if (!found)
            found = lookForPython(named, launcher);
        return *found;
    };
}

bool usesPython(const core::Experiment& experiment, const core::Catalogue& catalogue)
{
    return std::ranges::any_of(experiment.strategies,
                               [&](const std::string& text) { return isPython(text, catalogue); });
}

Message leaveOutPython(core::Experiment& experiment, const core::Catalogue& catalogue, const Message& reason)
{
    const auto python = [&](const std::string& text) { return isPython(text, catalogue); };
    std::vector<std::string> leftOut;
    std::ranges::copy_if(experiment.strategies, std::back_inserter(leftOut), python);
    if (leftOut.size() == experiment.strategies.size())
        throw core::Error(reason);
    std::erase_if(experiment.strategies, python);
    std::erase_if(experiment.expect,
                  [&](const core::Expectation& expectation) { return python(expectation.strategy); });
    return Message(OVERLAP_TR_NOOP("Messages", "Left out, because there is no Python for it: %1."),
                   {core::joined(leftOut, ", ")});
}

} // namespace overlap::engine
