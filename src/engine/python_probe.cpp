// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json.h"
#include "core/message.h"
#include "core/shown.h"
#include "core/text.h"
#include "engine/python_interpreter.h"
#include "executors/python_process.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>

namespace overlap::engine {

using core::Error;
using core::Message;
using core::monotonicNow;
using core::Nanoseconds;
using core::Value;

namespace {

/// In words that every Python since 2.7 understands, so that one that is too old can say so. The answer goes
/// to descriptor 3: start-up code and version managers' scripts print what they like.
constexpr const char* question = R"(import sys
sys.path[:] = [place for place in sys.path if place]
import json, os, platform
asked = getattr(sys, "_is_gil_enabled", None)
try:
    import PIL
    pillow = str(getattr(PIL, "__version__", "?"))
except Exception:
    pillow = ""
try:
    import sysconfig
    free = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
except Exception:
    free = False
os.write(3, json.dumps({"implementation": platform.python_implementation(), "executable": sys.executable or "",
    "version": platform.python_version(), "major": sys.version_info[0], "minor": sys.version_info[1],
    "free": free, "gil": bool(asked is None or asked()), "pillow": pillow,
    "switch": str(getattr(sys, "getswitchinterval", float)())}).encode("ascii"))
os.close(3)
)";

constexpr std::size_t mostAnswered = 64 * 1024;

/// One interpreter that is asked who it is.
class Question
{
public:
    Question(const std::filesystem::path& interpreter, ipc::Launcher& launcher, Nanoseconds patience)
        : m_name(interpreter.string())
        , m_patience(patience)
    {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "the program %1 cannot be started: %2"),
                                {m_name, strerrordesc_np(errno)}));
        m_answers = ipc::Descriptor(ends[0]);
        const ipc::Descriptor theirs(ends[1]);
        fcntl(theirs.get(), F_SETFL, 0); // one that writes need not know how to wait
        m_child = launcher.spawn({.program = interpreter,
                                  .arguments = {"-E", "-s", "-c", question},
                                  .pipeOutput = true,
                                  .descriptors = {theirs.get()},
                                  .environment = executors::pythonEnvironment(),
                                  .errorsToOutput = true});
        fcntl(m_child.output().get(), F_SETFL, O_NONBLOCK);
    }
    // The destructor of the child ends what still runs, and its group with it.

    /// The whole answer, which may be empty.
    std::string answer()
    {
        const Nanoseconds deadline = monotonicNow() + m_patience;
        bool ended = false;
        while (!ended || m_printing) {
            const Nanoseconds left = deadline - monotonicNow();
            if (left <= 0) {
                throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 did not answer within %2"),
                                    {m_name, core::durationText(core::toSeconds(m_patience))}));
            }
            std::array<pollfd, 3> polled{{{m_answering ? m_answers.get() : -1, POLLIN, 0},
                                          {m_printing ? m_child.output().get() : -1, POLLIN, 0},
                                          {ended ? -1 : m_child.pidfd(), POLLIN, 0}}};
            // What it leaves behind may hold its descriptors for ever.
            constexpr Nanoseconds lastWords = 100'000'000;
            const Nanoseconds limit = ended ? std::min(left, lastWords) : left;
            const timespec timeout{static_cast<time_t>(limit / core::nanosecondsPerSecond),
                                   static_cast<long>(limit % core::nanosecondsPerSecond)};
            const int ready = ppoll(polled.data(), polled.size(), &timeout, nullptr);
            if (ready == 0 && ended)
                break;
            if (ready <= 0)
                continue;
            if (polled[0].revents != 0)
                readAnswer();
            if (polled[1].revents != 0)
                m_printing = m_printed.readFrom(m_child.output().get());
            if (m_printed.tooMuch() || m_answer.size() > mostAnswered)
                throw Error(
                    Message(OVERLAP_TR_NOOP("Messages", "%1 talks without end and was ended"), {m_name}));
            ended = ended || polled[2].revents != 0;
        }
        readAnswer();
        m_status = m_child.wait(core::nanosecondsPerSecond).value_or(ipc::ExitStatus{});
        return m_answer;
    }

    /// Why there is no answer. Precondition: answer() has returned.
    [[noreturn]] void explain() const
    {
        const std::string words = m_printed.lastLine();
        if (m_answering || m_printing) {
            throw Error(Message(
                OVERLAP_TR_NOOP("Messages", "%1 left processes behind and gave no answer; they were ended"),
                {m_name}));
        }
        if (m_status.signal != 0) {
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 is broken: signal %2 ended it"),
                                {m_name, std::to_string(m_status.signal)}));
        }
        if (m_status.code != 0 && !words.empty()) {
            throw Error(Message(
                OVERLAP_TR_NOOP("Messages", "%1 is broken: it ended with exit code %2 and last said “%3”"),
                {m_name, std::to_string(m_status.code), words}));
        }
        if (m_status.code != 0) {
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 is broken: it ended with exit code %2"),
                                {m_name, std::to_string(m_status.code)}));
        }
        garbage(words);
    }

    [[noreturn]] void garbage(const std::string& words) const
    {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 answered “%2”, which is not what a Python says"),
                            {m_name, core::shown(words)}));
    }

private:
    void readAnswer()
    {
        std::array<char, 4096> buffer; // NOLINT(*-member-init): read() fills it
        while (m_answering && m_answer.size() <= mostAnswered) {
            const ssize_t got = ::read(m_answers.get(), buffer.data(), buffer.size());
            if (got < 0)
                return;
            m_answering = got > 0;
            m_answer.append(buffer.data(), static_cast<std::size_t>(got));
        }
    }

    std::string m_name;
    Nanoseconds m_patience;
    ipc::Descriptor m_answers;
    ipc::ChildProcess m_child;
    executors::PrintedText m_printed;
    std::string m_answer;
    ipc::ExitStatus m_status;
    bool m_answering = true; // somebody holds the other end
    bool m_printing = true;
};

template <class Get>
auto member(const Value& said, std::string_view key, Value::Kind kind, Get get)
{
    const Value* value = said.find(key);
    if (!value || value->kind() != kind)
        throw Error(Message("no such member"));
    return get(*value);
}

struct Answer
{
    PythonFacts facts;
    std::string implementation;
    std::int64_t major = 0;
    std::int64_t minor = 0;
};

/// Throws core::Error where it is none.
Answer parsed(const std::string& text)
{
    const Value said = core::parseJson(text, {mostAnswered, 4, 100});
    const auto textOf = [&](std::string_view key) {
        return member(said, key, Value::Kind::string, [](const Value& value) { return value.asString(); });
    };
    const auto numberOf = [&](std::string_view key) {
        return member(said, key, Value::Kind::integer, [](const Value& value) { return value.asInteger(); });
    };
    const auto truthOf = [&](std::string_view key) {
        return member(said, key, Value::Kind::boolean, [](const Value& value) { return value.asBoolean(); });
    };
    Answer answer;
    answer.implementation = textOf("implementation");
    answer.major = numberOf("major");
    answer.minor = numberOf("minor");
    // Both are shown, so neither may be a novel.
    answer.facts.version = core::shown(textOf("version"));
    answer.facts.pillow = core::shown(textOf("pillow"));
    answer.facts.executable = textOf("executable");
    answer.facts.freeThreaded = truthOf("free");
    answer.facts.gilEnabled = truthOf("gil");
    answer.facts.switchSeconds = core::numberFromText(textOf("switch")).value_or(0);
    return answer;
}

} // namespace

PythonFacts probePython(const std::filesystem::path& interpreter, ipc::Launcher& launcher,
                        Nanoseconds patience)
{
    const std::string name = interpreter.string();
    std::error_code failure;
    if (!std::filesystem::exists(interpreter, failure))
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "there is no Python at %1"), {name}));
    if (std::filesystem::is_directory(interpreter, failure))
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 is a folder, not a Python"), {name}));
    Question question(interpreter, launcher, patience);
    const std::string text = question.answer();
    if (text.empty())
        question.explain();
    Answer answer;
    try {
        answer = parsed(text);
    } catch (const Error&) {
        question.garbage(text);
    }
    if (answer.implementation != "CPython") {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 is %2; the Python strategies need CPython"),
                            {name, core::shown(answer.implementation)}));
    }
    if (answer.major != 3 || answer.minor < 8) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 is Python %2; 3.8 or newer is needed"),
                            {name, answer.facts.version}));
    }
    answer.facts.interpreter = interpreter;
    // Without a name of its own it is called as it was.
    if (answer.facts.executable.empty() || !std::filesystem::exists(answer.facts.executable, failure))
        answer.facts.executable = interpreter;
    return answer.facts;
}

} // namespace overlap::engine
