// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/environment.h"
#include "core/experiment.h"
#include "engine/python_interpreter.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace overlap::engine {

/// The interpreter of the Python strategies, or why there is none.
struct PythonChoice
{
    std::optional<PythonFacts> facts;
    core::Message reason; ///< a sentence; empty where there are facts

    /// The environment with what is known of the interpreter.
    core::Environment described(core::Environment environment) const;
};

/// Looks at the interpreter that an option or a setting names; where none does, at what findPython() finds.
/// Starts it to ask who it is, so it takes a few hundredths of a second and at most five; any thread.
PythonChoice lookForPython(const std::filesystem::path& named, ipc::Launcher& launcher);

/// Asked when an experiment with Python strategies begins, on the thread that runs it.
using PythonSource = std::function<PythonChoice()>;

/// What lookForPython() finds, looked for when it is asked the first time and remembered. One thread at a
/// time; the launcher outlives it.
PythonSource pythonOnce(std::filesystem::path named, ipc::Launcher& launcher);

bool usesPython(const core::Experiment& experiment, const core::Catalogue& catalogue);

/// Takes the Python strategies and what is expected of them out of an experiment that runs where there is no
/// Python; the sentence that says which, to stand before the reason. Throws core::Error with the reason where
/// nothing would be left.
core::Message leaveOutPython(core::Experiment& experiment, const core::Catalogue& catalogue,
                             const core::Message& reason);

} // namespace overlap::engine
