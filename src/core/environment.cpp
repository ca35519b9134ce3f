// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment.h"

#include "core/text.h"

namespace overlap::core {

namespace {

Value pythonValue(const std::optional<PythonBuild>& python)
{
    if (!python)
        return {};
    Value value = Value::object();
    value.set("implementation", python->implementation);
    value.set("version", python->version);
    value.set("freeThreaded", python->freeThreaded);
    value.set("gil", python->gil);
    value.set("switchIntervalSeconds", python->switchSeconds > 0 ? Value(python->switchSeconds) : Value());
    return value;
}

} // namespace

Value Environment::toValue() const
{
    Value value = Value::object();
    const auto textOrUnknown = [&](std::string_view key, const std::string& text) {
        value.set(key, text.empty() ? Value("unknown") : Value(text));
    };
    textOrUnknown("program", program);
    textOrUnknown("compiler", compiler);
    textOrUnknown("buildType", buildType);
    value.set("measurable", measurable);
    textOrUnknown("kernel", kernel);
    textOrUnknown("glibc", glibc);
    textOrUnknown("cpuModel", cpuModel);
    value.set("cores", cores);
    value.set("onlineCpus", onlineCpus);
    value.set("quota", quota);
    value.set("memoryBytes", memoryBytes);
    value.set("load1", load1);
    textOrUnknown("governor", governor);
    const auto numberOrUnknown = [&](std::string_view key, auto number) {
        value.set(key, number < 0 ? Value("unknown") : Value(number));
    };
    const auto yesNoOrUnknown = [&](std::string_view key, int answer) {
        value.set(key, answer < 0 ? Value("unknown") : Value(answer == 1));
    };
    textOrUnknown("affinity", affinity);
    numberOrUnknown("throttledTimes", throttledTimes);
    numberOrUnknown("stealShare", stealShare);
    yesNoOrUnknown("turbo", turbo);
    yesNoOrUnknown("smt", smt);
    yesNoOrUnknown("virtualMachine", virtualMachine);
    numberOrUnknown("tickHz", tickHz);
    numberOrUnknown("addressRandomization", addressRandomization);
    yesNoOrUnknown("onBattery", onBattery);
    yesNoOrUnknown("debugger", debugger);
    textOrUnknown("compilerFlags", compilerFlags);
    textOrUnknown("libraries", libraries);
    value.set("python", pythonValue(python));
    value.set("clockReadNanoseconds", clockReadNanoseconds);
    value.set("recordNanoseconds", recordNanoseconds);
    value.set("niceness", niceness);
    textOrUnknown("date", date);
    return value;
}

Message Environment::runtimeName(Runtime runtime) const
{
    if (runtime == Runtime::native)
        return Message(OVERLAP_TR_NOOP("Messages", "Native"));
    if (!python)
        return Message("Python");
    const std::vector<Argument> name{python->implementation + " " + python->version};
    if (!python->freeThreaded)
        return Message("%1", name);
    return python->gil ? Message(OVERLAP_TR_NOOP("Messages", "%1 (free-threaded, GIL on)"), name)
                       : Message(OVERLAP_TR_NOOP("Messages", "%1 (free-threaded)"), name);
}

Message Environment::summary() const
{
    std::vector<std::string> parts;
    // "gcc 12.2.0" → "gcc 12", "Linux 6.18.5-x" → "Linux 6.18": enough for a caption.
    const auto shortened = [](const std::string& text, int dots) {
        std::size_t at = 0;
        for (; at < text.size(); ++at) {
            if (text[at] == '.' && dots-- == 0)
                break;
        }
        return text.substr(0, at);
    };
    if (!compiler.empty())
        parts.push_back(shortened(compiler, 0));
    if (!kernel.empty())
        parts.push_back(shortened(kernel, 1));
    const std::string count = std::to_string(cores);
    const std::string rest = joined(parts, " · ");
    if (rest.empty()) {
        return cores == 1 ? Message(OVERLAP_TR_NOOP("Messages", "1 core"))
                          : Message(OVERLAP_TR_NOOP("Messages", "%1 cores"), {count});
    }
    return cores == 1 ? Message(OVERLAP_TR_NOOP("Messages", "1 core · %1"), {rest})
                      : Message(OVERLAP_TR_NOOP("Messages", "%1 cores · %2"), {count, rest});
}

} // namespace overlap::core
