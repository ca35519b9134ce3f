// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parameter.h"
#include "core/stage.h"
#include "core/task_context.h"
#include "core/value.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace overlap::core {

enum class Nature { waiting, computing, mixed };

struct StageInfo
{
    std::string name; ///< English, context "Workloads"
    Nature nature = Nature::mixed;
};

/// What a workload needs from outside; the engine provides it and gives the answers in WorkloadSetting.
struct WorkloadNeeds
{
    bool loopbackServer = false;
};

struct WorkloadSetting
{
    std::uint64_t seed = 0;
    std::string loopbackUrl; ///< "http://127.0.0.1:PORT" where the server was asked for
    /// Where the server was asked for nothing listens here: a port of 127.0.0.1 that refuses connections.
    std::string refusingUrl;
    /// A folder of this experiment's own, empty at first, removed with all its files at the end.
    std::filesystem::path scratch;
    std::stop_token stop; ///< a long prepare() honours it by throwing Error
};

/// One column of the table of results: a member of an item's result.
struct ResultColumn
{
    std::string key;
    std::string title; ///< English, context "Workloads"
    ParameterKind kind = ParameterKind::text;
    bool comparable = true; ///< false for times, addresses, random bodies: left out of the digest
};

/// A list of items and a chain of stages. Knows nothing of who runs it: a stage speaks only to its context.
/// After prepare() every member function may be called by any number of threads at a time.
class Workload
{
public:
    virtual ~Workload() = default;

    virtual WorkloadNeeds needs() const { return {}; }
    /// Makes data sets and the like; untimed; once, before anything else. Throws Error.
    virtual void prepare(const WorkloadSetting& setting) { (void)setting; }

    /// One line under the title: what this work is, with its figures.
    virtual Message describe() const = 0;
    virtual std::vector<StageInfo> stages() const = 0;
    virtual std::size_t itemCount() const = 0;
    virtual Value item(ItemIndex index) const = 0;
    /// Short: it stands inside a span.
    virtual std::string itemLabel(ItemIndex index) const = 0;

    /// One task: stage `stage` applied to `input` (the item itself for stage 0). A throw fails the task with
    /// the exception's text; Error keeps its message for translation.
    virtual Stage<Value> run(StageIndex stage, TaskContext& context, Value input) const = 0;

    virtual std::vector<ResultColumn> resultColumns() const = 0;
    /// What all the results say together (a total, a mean), by input order; null where there is nothing to
    /// say.
    virtual Value summary(const std::vector<const Value*>& results) const
    {
        (void)results;
        return {};
    }
};

/// How a workload enters the catalogue.
struct WorkloadDescriptor
{
    std::string id;
    std::string title; ///< English, context "Workloads"
    ParameterSchema parameters;
    /// What the schema cannot say of the parameters; may be empty. Precondition: they fit the schema.
    std::function<void(const Value& parameters, std::string_view pointer, std::vector<Problem>& problems)>
        check;
    /// Precondition: parameters validated and completed by the schema, and found good by `check`.
    std::function<std::unique_ptr<Workload>(const Value& parameters)> make;
};

} // namespace overlap::core
