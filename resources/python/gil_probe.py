# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what anybody can see of this interpreter's lock from outside.

The same words as in src/executors/gil_observables.h, so that both can be held against each other. Called as
"python -I -X utf8 gil_probe.py MEASURE...", each measure as KIND:THREADS:INTERVAL:DURATION:COUNT with times in
seconds. It first says who it is; where that is an interpreter that can be compared, "sample INDEX FIGURE"
follows for each figure of each measure. One record per line, "end" is the last. It ends with its standard
input, so that it never outlives who started it.
"""

import os
import platform
import sys


def say(*words):
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def gil_enabled():
    asked = getattr(sys, "_is_gil_enabled", None)
    return 1 if asked is None or asked() else 0


say("overlap-gil-probe", 1)
say("implementation", platform.python_implementation())
say("version", platform.python_version())
say("gil", gil_enabled())
say("interval", sys.getswitchinterval() if hasattr(sys, "getswitchinterval") else 0)
if (
    platform.python_implementation() != "CPython"
    or sys.version_info < (3, 3)  # before, no clock of the standard library is monotonic
    or not gil_enabled()
):
    say("end")
    sys.exit(0)

import threading
from time import monotonic, sleep

HEAD_START = 0.02


def end_with_input():
    while os.read(0, 4096):
        pass
    os._exit(3)


def compute(steps):
    while steps:
        steps -= 1


def sleep_until(deadline):
    left = deadline - monotonic()
    if left > 0:
        sleep(left)


def together(count, body):
    """Runs body(index) on so many threads that begin at a common moment; returns that moment."""
    start = monotonic() + HEAD_START

    def run(index):
        sleep_until(start)
        body(index)

    threads = [threading.Thread(target=run, args=(index,)) for index in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return start


def elapsed(count, steps):
    ends = [0.0] * count

    def body(index):
        compute(steps)
        ends[index] = monotonic()

    start = together(count, body)
    return max(ends) - start


def compute_speedup(count, work):
    trial = 200000
    steps = int(trial * work / elapsed(1, trial))
    return elapsed(1, steps * count) / elapsed(count, steps)


def sleep_overlap(count, duration):
    ends = [0.0] * count

    def body(index):
        sleep_until(monotonic() + duration)
        ends[index] = monotonic()

    start = together(count, body)
    return duration * count / (max(ends) - start)


def slices(count, duration):
    last = [-1]
    changes = []
    end = monotonic() + HEAD_START + duration

    def body(index):
        now = monotonic()
        while now < end:
            if last[0] != index:
                last[0] = index
                changes.append(now)
            now = monotonic()

    together(count, body)
    changes.sort()
    return [after - before for before, after in zip(changes, changes[1:])]


def pings(computing, gap, count):
    done = []
    late = []

    def body(index):
        if index < computing:
            while not done:
                pass
            return
        for _ in range(count):
            deadline = monotonic() + gap
            sleep_until(deadline)
            late.append(monotonic() - deadline)
        done.append(True)

    together(computing + 1, body)
    return late


threading.Thread(target=end_with_input, daemon=True).start()
for number, measure in enumerate(sys.argv[1:]):
    kind, threads, interval, duration, count = measure.split(":")
    threads, interval, duration, count = int(threads), float(interval), float(duration), int(count)
    sys.setswitchinterval(interval)
    if kind == "compute":
        samples = [compute_speedup(threads, duration)]
    elif kind == "sleep":
        samples = [sleep_overlap(threads, duration)]
    elif kind == "slices":
        samples = slices(threads, duration)
    else:
        samples = pings(threads, duration, count)
    for sample in samples:
        say("sample", number, "%.9f" % sample)
say("end")
os._exit(0)  # past the thread that reads the input
