// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

#include <string_view>

// Whole numbers of things are most of what a computation has for parameters.

namespace overlap::workloads {

/// At least one of them. `title` and `help` are English, context "Workloads".
core::Parameter countParameter(const char* name, const char* title, const char* help, std::int64_t usual,
                               std::int64_t most);
/// "tasks", as many workloads have it.
core::Parameter tasksParameter(std::int64_t usual);

/// The amount of work that CPython is given in place of what native code does in the same time.
core::Parameter pythonCountParameter(const char* name, const char* title, std::int64_t usual,
                                     std::int64_t most);

/// Precondition: validated by the schema.
std::uint64_t countOf(const core::Value& parameters, std::string_view name);

/// A twin whose items are what the workload's own are.
core::PythonTwin twinOf(const core::Workload& workload, std::string task, core::Value setting);

} // namespace overlap::workloads
