// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "odd_workloads.h"

#include "ipc/frame.h"

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>
#include <unistd.h>

namespace overlap::testing {

using core::Value;

namespace {

class ActsWorkload final : public core::Workload
{
public:
    explicit ActsWorkload(const Value& parameters) : m_items(parameters.find("items")->asArray()) {}

    core::Message describe() const override { return core::Message("acts"); }
    std::vector<core::StageInfo> stages() const override { return {{"act", core::Nature::mixed}}; }
    std::size_t itemCount() const override { return m_items.size(); }
    Value item(core::ItemIndex index) const override
    {
        Value item = m_items[index];
        // A large payload is made when it is asked for, as real ones are.
        if (const Value* bytes = item.find("payload"))
            item.set("payload", std::string(static_cast<std::size_t>(bytes->asInteger()), 'x'));
        return item;
    }
    std::string itemLabel(core::ItemIndex index) const override { return std::to_string(index); }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        const Value* what = input.find("do");
        const std::int64_t n = input.find("n") ? input.find("n")->asInteger() : 0;
        Value result;
        if (!what) {
            result = Value(); // it acts elsewhere
        } else if (what->asString() == "wait") {
            co_await context.wait(n * 1'000'000);
        } else if (what->asString() == "spin") {
            const core::Nanoseconds end = core::monotonicNow() + n * 1'000'000;
            while (core::monotonicNow() < end)
                context.checkpoint();
        } else {
            result = carryOut(what->asString(), n);
        }
        if (const Value* later = input.find("encode")) {
            Value carrier = Value::object();
            carrier.set("encode", *later);
            carrier.set("n", n);
            co_return carrier;
        }
        co_return result;
    }

    std::vector<core::ResultColumn> resultColumns() const override { return {}; }

private:
    Value::Array m_items;
};

} // namespace

core::WorkloadDescriptor actsWorkload()
{
    return {
        .id = "acts", .title = "Acts", .parameters = {}, .check = {}, .make = [](const Value& parameters) {
            return std::make_unique<ActsWorkload>(parameters);
        }};
}

Value act(const char* phase, const std::string& what, std::int64_t n)
{
    Value value = Value::object();
    value.set(phase, what);
    value.set("n", n);
    return value;
}

Value actsParameters(std::vector<Value> items)
{
    Value parameters = Value::object();
    parameters.set("items", Value(std::move(items)));
    return parameters;
}

Value carryOut(const std::string& what, std::int64_t n)
{
    if (what == "pid")
        return Value(static_cast<std::int64_t>(getpid()));
    if (what == "echo")
        return Value(std::string(static_cast<std::size_t>(n), 'x'));
    if (what == "throw")
        throw std::runtime_error("as asked");
    if (what == "exit")
        _exit(static_cast<int>(n));
    if (what == "signal") {
        raise(static_cast<int>(n));
        pause(); // SIGSTOP goes on here
    }
    if (what == "hang") {
        volatile bool forever = true;
        while (forever) {
        }
    }
    if (what == "garbage") {
        const std::string nonsense(static_cast<std::size_t>(n), '\xA5');
        if (write(ipc::workerSocket, nonsense.data(), nonsense.size()) < 0)
            _exit(9);
        std::this_thread::sleep_for(std::chrono::seconds(60));
    }
    if (what == "hangup") {
        close(ipc::workerSocket);
        std::this_thread::sleep_for(std::chrono::seconds(60));
    }
    if (what == "memory") {
        std::string bytes(static_cast<std::size_t>(n) * 1'000'000, 'm');
        return Value(bytes.size());
    }
    if (what == "fork") {
        if (fork() == 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(n));
            _exit(0);
        }
        _exit(3);
    }
    return {};
}

} // namespace overlap::testing
