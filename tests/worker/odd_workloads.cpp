// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "odd_workloads.h"

#include "core/random.h"
#include "ipc/frame.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <set>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace overlap::testing {

using core::Value;

namespace {

std::string openDescriptors()
{
    std::set<int> numbers;
    DIR* folder = opendir("/proc/self/fd");
    while (const dirent* entry = readdir(folder)) {
        if (entry->d_name[0] != '.' && std::atoi(entry->d_name) != dirfd(folder))
            numbers.insert(std::atoi(entry->d_name));
    }
    closedir(folder);
    std::string text;
    for (const int number : numbers)
        text += std::to_string(number) + " ";
    return text;
}

void promise(std::uint32_t length)
{
    std::string frame;
    ipc::appendFrame(frame, ipc::FrameType::done, [](ipc::WireWriter&) {});
    std::memcpy(frame.data() + frame.size() - sizeof length, &length,
                sizeof length); // the header's last field
    frame.append(std::min<std::size_t>(length / 2, 1'000'000), '\0');
    for (std::size_t sent = 0; sent < frame.size();) {
        const ssize_t count = write(ipc::workerSocket, frame.data() + sent, frame.size() - sent);
        if (count <= 0)
            break;
        sent += static_cast<std::size_t>(count);
    }
    _exit(3);
}

void scribble(std::uint64_t seed)
{
    struct stat status = {};
    fstat(ipc::workerMemory, &status);
    const auto size = static_cast<std::size_t>(status.st_size);
    auto* bytes = static_cast<unsigned char*>(
        mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, ipc::workerMemory, 0));
    core::Random random(seed);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<unsigned char>(seed == 0 ? 0 : seed == 1 ? 0xFF : random.next());
    munmap(bytes, size);
}

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
            item.set("payload", patternOf(static_cast<std::size_t>(bytes->asInteger())));
        if (item.find("unmade"))
            throw std::runtime_error("not to be made");
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
        } else if (what->asString() == "mirror") {
            result = *input.find("payload");
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

Value heavyAct(const std::string& what, std::int64_t bytes, std::int64_t n)
{
    Value value = act("do", what, n);
    value.set("payload", bytes);
    return value;
}

Value unmadeAct()
{
    Value value = act("do", "nothing");
    value.set("unmade", true);
    return value;
}

std::string patternOf(std::size_t bytes)
{
    std::string pattern(bytes, '\0');
    for (std::size_t i = 0; i < bytes; ++i)
        pattern[i] = static_cast<char>((i * 0x9E3779B97F4A7C15U) >> 56);
    return pattern;
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
        std::signal(static_cast<int>(n), SIG_DFL); // a sanitizer would make an exit code of it
        raise(static_cast<int>(n));
        pause(); // SIGSTOP goes on here
    }
    if (what == "native") {
        const core::Nanoseconds end = core::monotonicNow() + n * 1'000'000;
        while (core::monotonicNow() < end) {
        }
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
    if (what == "deep") {
        Value value;
        for (std::int64_t level = 0; level < n; ++level)
            value = Value(Value::Array{std::move(value)});
        return value;
    }
    if (what == "fds")
        return Value(openDescriptors());
    if (what == "say") {
        const std::string words(static_cast<std::size_t>(n), '?');
        if (write(STDOUT_FILENO, words.data(), words.size()) < 0)
            _exit(9);
    }
    if (what == "promise")
        promise(static_cast<std::uint32_t>(n));
    if (what == "scribble")
        scribble(static_cast<std::uint64_t>(n));
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
