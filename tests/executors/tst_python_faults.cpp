// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an interpreter and its processes may do to us: die, hang, print, answer what is no answer (F14, F48).
// The fake ones are scripts; those that have to speak our frames are Python themselves.
#include "python_pool.h"

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

/// What a fake that speaks frames begins with.
constexpr const char* speaks = R"(#!/usr/bin/python3 -I
import json, os, struct, sys, time, signal
def frame(kind, payload, length=None, magic=0x564F):
    return struct.pack("<HHHHI", magic, 1, kind, 0, len(payload) if length is None else length) + payload
def say(kind, payload=b"", **more):
    os.write(3, frame(kind, payload, **more))
def said(kind, value):
    say(kind, json.dumps(value).encode())
def hear():
    head = b""
    while len(head) < 12:
        head += os.read(3, 12 - len(head)) or sys.exit(9)
    length = struct.unpack("<HHHHI", head)[4]
    body = b""
    while len(body) < length:
        body += os.read(3, length - len(body)) or sys.exit(9)
    return body
def hello():
    said(1, {"implementation": "CPython", "version": "3.11.2", "gil": True, "pillow": ""})
def ready():
    hello()
    hear()
    said(2, {"pids": [os.getpid()]})
    return struct.unpack("<q", hear())[0]
def result(item, value, status=1, begin=None, end=None, lane=0):
    now = time.monotonic_ns()
    say(5, struct.pack("<IHBBqqq", item, lane, status, 0, begin or now, end or now, now) + value)
def record(t, item=0, state=0, flags=1, lane=0):
    say(4, struct.pack("<HHI", lane, 0, 1) + struct.pack("<qIHHBB6x", t, item, 0, 0xFFFF, state, flags))
)";

} // namespace

class PythonFaults : public PythonPool
{
protected:
    void fake(const std::string& script)
    {
        interpreter = folder.write("python", script);
        chmod(interpreter.c_str(), 0700);
        runner = "/nowhere/overlap_runner.py"; // no fake looks at it
    }
    void fakeThatSpeaks(const std::string& script) { fake(speaks + script); }

    std::string refusalOf(Nanoseconds patience = nanosecondsPerSecond / 2)
    {
        executors::PythonRules rules = pythonRules(Pool::sequential);
        rules.startPatience = patience;
        return refusal(rules, waits(1, 0.01));
    }

    /// A run of the fake with three items.
    PythonLife run(Nanoseconds patience = 10 * nanosecondsPerSecond)
    {
        executors::PythonRules rules = pythonRules(Pool::sequential);
        rules.workPatience = patience;
        const TwinWorkload workload = sums(3, 10);
        const PythonLife life = live(rules, jobOf(workload));
        expectPythonLaws(life);
        return life;
    }

    TempFolder folder;
};

TEST_F(PythonFaults, WhatIsNoInterpreterIsToldBeforeTheRun)
{
    interpreter = folder / "nothing";
    EXPECT_EQ(refusalOf(),
              "the program " + interpreter.string() + " cannot be started: No such file or directory");
    fake("#!/bin/sh\necho it is Sunday >&2\nexit 3\n");
    EXPECT_THAT(refusalOf(), HasSubstr("ended on its own with exit code 3 and last said “it is Sunday”"));
    fake("#!/bin/sh\nexit 0\n");
    EXPECT_THAT(refusalOf(), HasSubstr("ended on its own with exit code 0"));
    fake("#!/bin/sh\nkill -11 $$\n");
    EXPECT_THAT(refusalOf(), HasSubstr("was ended by signal 11 (Segmentation fault)"));
    fake("#!/bin/sh\nprintf 'bad\\033[31m\\377'\nexit 1\n");
    EXPECT_THAT(refusalOf(), HasSubstr(R"(“bad\u001B[31m\xFF”)"));
    interpreter.clear();
    EXPECT_EQ(refusalOf(), "there is no Python on this machine");
}

TEST_F(PythonFaults, SilenceAndStubbornnessEnd)
{
    fake("#!/bin/sh\ntrap '' TERM HUP INT\nsleep 1000 &\nwhile :; do sleep 1000; done\n");
    const Nanoseconds begin = monotonicNow();
    EXPECT_THAT(refusalOf(), HasSubstr("was not ready within 500 ms"));
    EXPECT_LT(monotonicNow() - begin, 3 * nanosecondsPerSecond);
    fake("#!/bin/sh\nexec yes\n");
    EXPECT_THAT(refusalOf(20 * nanosecondsPerSecond),
                HasSubstr("printed more than 16 MB that nobody asked for and was ended"));
}

TEST_F(PythonFaults, WhatIsNoAnswerEndsIt)
{
    const std::vector<std::string> garbage{
        "os.write(3, b'hello, I am a Python and everything is fine')\ntime.sleep(1000)\n",
        "say(1, b'', length=0xFFFFFFFF)\ntime.sleep(1000)\n",                // 4 GB are promised
        "say(1, b'x' * 1000, length=(1 << 20) + 1)\ntime.sleep(1000)\n",     // a byte too many
        "say(1, b'{\"implementation\": \"CPython\", ')\ntime.sleep(1000)\n", // partial JSON
        "say(1, b'')\ntime.sleep(1000)\n",
        "say(1, b'[]')\ntime.sleep(1000)\n",
        "said(1, {'implementation': 3, 'version': '', 'gil': True, 'pillow': ''})\ntime.sleep(1000)\n",
        "hello()\nsay(99)\ntime.sleep(1000)\n",
        "hello()\nsaid(2, {'pids': []})\ntime.sleep(1000)\n",
        "hello()\nsaid(2, {'pids': ['one']})\ntime.sleep(1000)\n",
        "hello()\nsay(4, bytes(8))\ntime.sleep(1000)\n", // before the run there is nothing to record
        "b = frame(1, b'x' * 100)[:50]\nos.write(3, b)\nos.write(3, b)\nos.write(3, b)\ntime.sleep(1000)\n",
    };
    for (const std::string& script : garbage) {
        SCOPED_TRACE(script);
        fakeThatSpeaks(script);
        EXPECT_THAT(refusalOf(20 * nanosecondsPerSecond), HasSubstr("what is no answer and was ended"));
    }
}

TEST_F(PythonFaults, AnswersOfTheRunAreHeldAgainstTheRun)
{
    const std::vector<std::string> lies{
        "result(0, b'{\"task\": 1, \"sum\": NaN}')",
        "result(0, b'{\"task\": 1e400, \"sum\": \"1\"}')",
        "result(0, b'{\"task\": 1, \"sum\": 1}')",         // a number where a text is asked for
        "result(0, b'{\"task\": 1}')",                     // a column is missing
        "result(0, b'{\"task\": 1, \"sum\": \"1\"')",      // partial
        "result(0, b'[' * 100000)",                        // deep
        "result(0, b'{\"task\": 1, \"sum\": \"\\xff\"}')", // no UTF-8
        "result(3, b'{\"task\": 1, \"sum\": \"1\"}')",     // there are three
        "result(0, b'{\"task\": 1, \"sum\": \"1\"}', status=7)",
        "result(0, b'{\"task\": 1, \"sum\": \"1\"}', lane=1)",
        "result(0, b'{\"task\": 1, \"sum\": \"1\"}', begin=5)",
        "result(0, b'{\"task\": 1, \"sum\": \"1\"}', end=1 << 62)",
        "result(0, b'{\"task\": 1, \"sum\": \"1\"}')\nresult(0, b'{\"task\": 1, \"sum\": \"1\"}')",
        "result(0, b'{\"id\": 5, \"arguments\": []}', status=2)",
        "result(0, b'{\"id\": \"%1\", \"arguments\": [1]}', status=2)",
        "said(6, {'peak': 1})", // an end before its time
        "said(2, {'pids': [1]})",
        "record(1 << 62)",
        "record(time.monotonic_ns(), state=11)",
        "record(time.monotonic_ns(), flags=128)",
        "record(time.monotonic_ns(), flags=32)", // retiring is ours
        "record(time.monotonic_ns(), item=3)",
        "record(time.monotonic_ns(), item=0xFFFFFFFF)",
        "record(time.monotonic_ns(), lane=1)",
        "t = time.monotonic_ns()\nrecord(t)\nrecord(t - 1000000, flags=2)",
        "say(4, bytes([0, 0, 0, 0, 255, 255, 255, 255]) + bytes(24))",
        "say(4, bytes([0, 0, 0, 0, 1, 0, 0, 0]) + bytes(23))",
    };
    for (const std::string& lie : lies) {
        SCOPED_TRACE(lie);
        fakeThatSpeaks("ready()\ntime.sleep(0.01)\n" + lie + "\ntime.sleep(1000)\n");
        const PythonLife life = run();
        EXPECT_GE(life.count(TaskStatus::failed), 2u);
        const bool hadBegun = lie.starts_with("t = ");
        EXPECT_THAT(life.error(hadBegun ? 0 : 2), HasSubstr("sent what is no answer and was ended"));
    }
}

TEST_F(PythonFaults, WhoDiesInTheMiddleFailsWhatItWasAt)
{
    fakeThatSpeaks("ready()\n"
                   "t = time.monotonic_ns()\nrecord(t)\nrecord(t + 1, flags=2, state=8)\n"
                   "result(0, b'{\"task\": 1, \"sum\": \"285\"}', begin=t, end=t + 1)\n"
                   "record(t + 2, item=1)\nprint('no more')\nsys.stdout.flush()\ntime.sleep(0.05)\n"
                   "os._exit(4)\n");
    const PythonLife life = run();
    EXPECT_EQ(life.result.items[0].status, TaskStatus::done);
    EXPECT_THAT(life.error(1), HasSubstr("ended on its own with exit code 4 and last said “no more”"));
    EXPECT_THAT(life.error(2), StartsWith("no Python is left for this task: the process "));
    EXPECT_EQ(life.result.items[1].lane, 0);
    ASSERT_FALSE(life.timeline.lanes[0].spans.empty());
    EXPECT_NE(life.timeline.lanes[0].spans.back().flags & spanKilled, 0);
}

TEST_F(PythonFaults, WhoFallsSilentIsEnded)
{
    fakeThatSpeaks("signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
                   "record(ready() + 1)\nprint('zzz')\ntime.sleep(1000)\n");
    const PythonLife life = run(nanosecondsPerSecond);
    EXPECT_THAT(life.error(0), HasSubstr("did not respond for 1.00 s and was ended"));
    EXPECT_THAT(life.error(1), HasSubstr("no Python is left"));
}

TEST_F(PythonFaults, WhatItStartsBesidesGoesWithIt)
{
    // A grandchild whose parent is gone, which holds the socket and the pipe.
    const std::string mark = folder / "grandchild";
    fakeThatSpeaks("if os.fork() == 0:\n    if os.fork() == 0:\n"
                   "        open('" +
                   mark +
                   "', 'w').write(str(os.getpid()))\n        time.sleep(1000)\n"
                   "    os._exit(0)\n"
                   "ready()\nwhile not os.path.exists('" +
                   mark + "') or not open('" + mark +
                   "').read():\n"
                   "    time.sleep(0.01)\n"
                   "os._exit(0)\n");
    const PythonLife life = run();
    EXPECT_EQ(life.count(TaskStatus::failed), 3u);
    const pid_t grandchild = std::stoi(bytesOf(mark));
    EXPECT_TRUE(eventually([&] { return !isAlive(grandchild); }, std::chrono::seconds(1)));
}
