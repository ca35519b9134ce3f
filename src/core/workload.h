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
    bool refusingAddress = false;
    bool scratch = false;
};

struct WorkloadSetting
{
    std::uint64_t seed = 0;
    /// Waits and the delays of the server on this machine follow it by themselves. A workload needs it only
    /// where it sets something of its own against them, such as a time-out that has to be shorter.
    double timeScale = 1.0;
    std::string loopbackUrl; ///< "http://127.0.0.1:PORT" where the server was asked for
    /// Where asked for: nothing listens here, a port of 127.0.0.1 that refuses connections.
    std::string refusingUrl;
    /// Where asked for: a folder of this experiment's own, empty at first, removed with all its files at the
    /// end, on the disk of the system's temporary files.
    std::filesystem::path scratch;
    std::stop_token stop; ///< a long prepare() honours it by throwing Cancelled
};

/// One column of the table of results: a member of an item's result.
struct ResultColumn
{
    std::string key;
    std::string title; ///< English, context "Workloads"
    ParameterKind kind = ParameterKind::text;
    bool comparable = true; ///< false for times, addresses, random bodies: left out of the digest
    bool optional = false;  ///< not every result has it
};

/// The same work as CPython does it: resources/python/overlap_runner.py has a function of that name. The
/// amount of work is the runtime's own.
struct PythonTwin
{
    std::string task;
    Value setting = Value::object(); ///< what all items share
    std::vector<Value> items;        ///< what each is given, as many as the workload has
};

struct TaskCounts;

/// A list of items and a chain of stages. Knows nothing of who runs it: a stage speaks only to its context.
/// After prepare() every const member function may be called by any number of threads at a time. Before it,
/// what the parameters alone decide is there: needs, describe, stages, resultColumns, and as many items as
/// are known by then, which are none where they have to be looked for on a disk.
class Workload
{
public:
    virtual ~Workload() = default;

    virtual WorkloadNeeds needs() const { return {}; }
    /// Makes data sets and the like; untimed; once. Throws Error; Cancelled where the setting's stop came.
    virtual void prepare(const WorkloadSetting& setting) { (void)setting; }

    /// What prepare() found or made and run() needs beside the items, for attach().
    virtual Value prepared() const { return {}; }
    /// In a worker process, in place of prepare(): the data sets are there already. `prepared` is what the
    /// workload told in the process that prepared it. Afterwards stages(), run() and what they need are
    /// there, items are not.
    virtual void attach(const WorkloadSetting& setting, const Value& prepared)
    {
        (void)prepared;
        prepare(setting);
    }

    /// One line under the title: what this work is. What one runtime has more of than the other is left to
    /// amount().
    virtual Message describe() const = 0;
    /// How much of it a runtime is given, such as "4 chunks of 500 000 items"; empty where the number of
    /// items says it.
    virtual Message amount(Runtime runtime) const
    {
        (void)runtime;
        return {};
    }
    virtual std::vector<StageInfo> stages() const = 0;
    virtual std::size_t itemCount() const = 0;
    virtual Value item(ItemIndex index) const = 0;
    /// Short: it stands inside a span.
    virtual std::string itemLabel(ItemIndex index) const = 0;

    /// One task: stage `stage` applied to `input` (the item itself for stage 0). A throw fails the task with
    /// the exception's text; Error keeps its message for translation. Items and what goes from stage to stage
    /// may hold strings of any bytes; the result of the last stage goes into files, so its strings are UTF-8.
    virtual Stage<Value> run(StageIndex stage, TaskContext& context, Value input) const = 0;

    /// True for an item that is there to fail: its failure is no trouble, though it is counted.
    virtual bool meantToFail(ItemIndex index) const
    {
        (void)index;
        return false;
    }
    /// False where the items are submitted and forgotten: nobody asks for results, so they and the errors are
    /// gone when the run ends.
    virtual bool collectsResults() const { return true; }

    /// Nothing where CPython has no twin of this work. After prepare(). Its results have the same columns.
    virtual std::optional<PythonTwin> pythonTwin() const { return std::nullopt; }

    virtual std::vector<ResultColumn> resultColumns() const = 0;
    /// What all the results say together (a total, a mean), by input order; null where there is nothing to
    /// say.
    virtual Value summary(const std::vector<const Value*>& results) const
    {
        (void)results;
        return {};
    }
    /// What a run came to, in one sentence, from its own summary() and its counts; empty where the figures
    /// say it all.
    virtual Message conclusion(const Value& summary, const TaskCounts& tasks) const
    {
        (void)summary;
        (void)tasks;
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
    /// CPython has a twin of this work: see Workload::pythonTwin().
    bool hasPythonTwin = false;
};

} // namespace overlap::core
