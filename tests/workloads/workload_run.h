// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"
#include "support/fake_context.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>
#include <string>
#include <utility>

namespace overlap::testing {

using Settings = std::vector<std::pair<std::string, core::Value>>;

/// The parameters as an experiment has them: completed by the schema. Complaints fail the test.
inline core::Value completed(const core::WorkloadDescriptor& descriptor, const Settings& settings)
{
    core::Value given = core::Value::object();
    for (const auto& [name, value] : settings)
        given.set(name, value);
    std::vector<core::Problem> problems;
    core::Value parameters = core::validateParameters(descriptor.parameters, given, "/p", problems);
    if (problems.empty() && descriptor.check)
        descriptor.check(parameters, "/p", problems);
    for (const core::Problem& problem : problems)
        ADD_FAILURE() << problem.pointer << ": " << problem.message.english();
    return parameters;
}

inline std::unique_ptr<core::Workload> made(const core::WorkloadDescriptor& descriptor,
                                            const Settings& settings = {})
{
    return descriptor.make(completed(descriptor, settings));
}

/// What the descriptor's own check complains about: "pointer: sentence", or nothing.
inline std::string complaintAbout(const core::WorkloadDescriptor& descriptor, const Settings& settings)
{
    core::Value given = core::Value::object();
    for (const auto& [name, value] : settings)
        given.set(name, value);
    std::vector<core::Problem> problems;
    const core::Value parameters = core::validateParameters(descriptor.parameters, given, "/p", problems);
    if (problems.empty() && descriptor.check)
        descriptor.check(parameters, "/p", problems);
    return problems.empty() ? "" : problems.front().pointer + ": " + problems.front().message.english();
}

inline core::WorkloadSetting settingIn(const TempFolder& scratch, std::uint64_t seed = 1)
{
    core::WorkloadSetting setting;
    setting.seed = seed;
    setting.scratch = scratch.path();
    return setting;
}

/// All stages of one item, as an executor goes through them. Throws what a stage throws.
inline core::Value resultOf(const core::Workload& workload, core::ItemIndex item, FakeContext& context)
{
    core::Value value = workload.item(item);
    const auto stages = static_cast<core::StageIndex>(workload.stages().size());
    for (core::StageIndex stage = 0; stage < stages; ++stage) {
        core::Stage<core::Value> task = workload.run(stage, context, std::move(value));
        task.resume();
        value = task.take();
    }
    return value;
}
inline core::Value resultOf(const core::Workload& workload, core::ItemIndex item = 0)
{
    FakeContext context(item);
    return resultOf(workload, item, context);
}

/// The sentence with which an item fails; empty where it does not.
inline std::string failureOf(const core::Workload& workload, core::ItemIndex item = 0)
{
    try {
        resultOf(workload, item);
    } catch (const core::Error& error) {
        return error.message().english();
    }
    return {};
}

/// The error of a preparation, with its place: "place: sentence"; empty where it succeeds.
inline std::string preparationError(core::Workload& workload, const core::WorkloadSetting& setting)
{
    try {
        workload.prepare(setting);
    } catch (const core::Error& error) {
        return error.place() + ": " + error.message().english();
    }
    return {};
}

inline std::string text(const core::Value& result, const char* key)
{
    return result.find(key)->asString();
}

} // namespace overlap::testing
