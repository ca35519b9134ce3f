// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/count_parameter.h"

namespace overlap::workloads {

core::Parameter countParameter(const char* name, const char* title, const char* help, std::int64_t usual,
                               std::int64_t most)
{
    return {.name = name,
            .kind = core::ParameterKind::integer,
            .title = title,
            .help = help,
            .defaultValue = usual,
            .minimum = 1,
            .maximum = static_cast<double>(most)};
}

core::Parameter tasksParameter(std::int64_t usual)
{
    return countParameter("tasks", OVERLAP_TR_NOOP("Workloads", "Tasks"),
                          OVERLAP_TR_NOOP("Workloads", "How many tasks there are."), usual, 100'000);
}

core::Parameter pythonCountParameter(const char* name, const char* title, std::int64_t usual,
                                     std::int64_t most)
{
    return countParameter(name, title,
                          OVERLAP_TR_NOOP("Workloads",
                                          "The same for the Python strategies. Python computes many times "
                                          "slower than native code, so it has a number of its own, its own "
                                          "baseline and its own results; the two are never compared."),
                          usual, most);
}

std::uint64_t countOf(const core::Value& parameters, std::string_view name)
{
    return static_cast<std::uint64_t>(parameters.find(name)->asInteger());
}

core::PythonTwin twinOf(const core::Workload& workload, std::string task, core::Value setting)
{
    core::PythonTwin twin{std::move(task), std::move(setting), {}};
    for (std::size_t i = 0; i < workload.itemCount(); ++i)
        twin.items.push_back(workload.item(static_cast<core::ItemIndex>(i)));
    return twin;
}

} // namespace overlap::workloads
