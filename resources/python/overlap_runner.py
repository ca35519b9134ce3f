# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the twin of a workload with concurrent.futures and tells live what each worker does.

Called as "python -I -X utf8 overlap_runner.py", CPython 3.8 or newer. Descriptor 3 is a socket that brings
orders and takes answers; nothing else that this process prints is an answer. A frame is a header (magic, version, type, 0,
length) as in src/ipc/frame.h and at most 1 MiB; what is in it stands in src/executors/python_protocol.h.

It ends with that socket and takes its process group along; a worker of the pool ends with its parent.

The tasks, by the name of core::PythonTwin; what the setting of each holds, and what an item is. Results have
the columns of the native workload, computed by the same arithmetic (src/workloads):

  wait             seconds                                              any number, from 0 on
  fetch            base, field, timeout, connectTimeout, maximumBytes   address; a path goes to base
  file-batch       read, process, write: seconds                        name
  file-digests     folder, sums: paths                                  name, relative to folder
  service-health   healthy; database, api, cache, storage, email: s     0 to 4
  sum-of-squares   count                                                number, from 0 on
  heavy-chunks     items                                                number, from 0 on
  data-chunks      items, failingChunk                                  number, from 0 on
  tiny-tasks       count                                                number, from 0 on
  doublings        -                                                    number
  payload          bytes                                                any; the bytes are made here
  failing-tasks    base, refusing, timeout (scaled already)             0 to 11
  image-resize     folder, thumbnails: paths; box, quality              name, relative to folder
  ml-predictions   samples                                              number, from 0 on
"""

import itertools
import json
import math
import os
import platform
import queue
import signal
import struct
import sys
import threading
from time import monotonic_ns, sleep, thread_time_ns

# ---- The lane's own layout: src/recording/lane_ring.h, src/core/state.h ----

STATES = (
    "computing waiting gil-wait lock-wait queue-empty queue-full core-wait transfer dispatch starting idle"
).split()
COMPUTING, WAITING, GIL_WAIT, _, QUEUE_EMPTY, _, CORE_WAIT, TRANSFER, DISPATCH, STARTING, IDLE = range(11)
TASK_BEGIN, TASK_END, FAILED, KILLED = 1, 2, 4, 64
NO_ITEM, NO_LANE = 0xFFFFFFFF, 0xFFFF
record = struct.Struct("<qIHHBB6x").pack

# ---- Frames: src/ipc/frame.h, src/executors/python_protocol.h ----

HEADER = struct.Struct("<HHHHI")
MAGIC, VERSION = 0x564F, 1
LARGEST_FRAME = 1 << 20
HELLO, READY, REFUSED, RECORDS, RESULT, END, ALIVE = range(1, 8)
JOB, BEGIN = 1, 2
DONE_ITEM, FAILED_ITEM = 1, 2
RESULT_HEAD = struct.Struct("<IHBBqqq")
RECORDS_HEAD = struct.Struct("<HHI")
SOCKET = 3
FLUSH_SECONDS = 0.05  # a look of the window takes as long; each costs the others a turn at the lock

MASK = 0xFFFFFFFFFFFFFFFF
GAP = 500000  # nanoseconds; less is no wait that anybody sees (src/executors/core_wait_meter.h)
CLOCKS_DIFFER = 100000  # less is a scheduler's own work, or the clocks' difference


def write_all(data):
    view = memoryview(data)
    while view:
        view = view[os.write(SOCKET, view) :]


def frame(kind, payload):
    return HEADER.pack(MAGIC, VERSION, kind, 0, len(payload)) + payload


def document(value):
    return json.dumps(value, allow_nan=False, separators=(",", ":")).encode()


class Orders:
    """What the application says, read by a thread of its own, so that its end is noticed at any time."""

    def __init__(self):
        self.frames = queue.SimpleQueue()
        threading.Thread(target=self.listen, daemon=True).start()

    def read_exactly(self, size):
        parts = []
        while size:
            part = os.read(SOCKET, min(size, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def listen(self):
        try:
            while True:
                magic, version, kind, _, length = HEADER.unpack(self.read_exactly(HEADER.size))
                if magic != MAGIC or version != VERSION:
                    raise EOFError
                self.frames.put((kind, self.read_exactly(length)))
        except (EOFError, OSError):
            end_group()

    def take(self, expected):
        kind, payload = self.frames.get()
        if kind != expected:
            end_group()
        return payload


def end_group():
    """The application is gone: nobody asks any more, so nothing of this may go on."""
    if os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(3)


def gil_enabled():
    asked = getattr(sys, "_is_gil_enabled", None)
    return asked is None or asked()


class TaskError(Exception):
    """A failure that a sentence of the application tells: its pattern and its arguments."""

    def __init__(self, pattern, *arguments):
        super().__init__(pattern)
        self.pattern = pattern
        self.arguments = [str(argument) for argument in arguments]


def sentence(error):
    """As the application reads it."""
    if isinstance(error, TaskError):
        return {"id": error.pattern, "arguments": error.arguments}
    if isinstance(error, MemoryError):
        return {"id": "the memory does not suffice for this task", "arguments": []}
    text = "".join(str(error).splitlines(True)[:5])
    return {"id": "%1", "arguments": [(type(error).__name__ + (": " + text if text else ""))[:500]]}


# ---- What a task meets ----


class Random:
    """src/core/random.h"""

    def __init__(self, state):
        self.state = state & MASK

    @classmethod
    def of(cls, seed, item, stage):
        by_item = cls(cls(seed).next() ^ item)
        return cls(by_item.next() ^ (stage << 32))

    def next(self):
        self.state = z = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def unit(self):
        return (self.next() >> 11) * 2.0**-53

    def uniform(self, low, high):
        return low + (high - low) * self.unit()


class Lane:
    """What one worker does, by its own hand; a list of packed records that somebody else empties.

    Between two marks of a computing thread lie about 200 us. Where much more wall time has passed than its
    CPU clock says, the thread stood still, and that part becomes `stall`: gil-wait where threads share a
    lock, else core-wait.
    """

    def __init__(self, job, stall):
        self.job = job
        self.setting = job["setting"]
        self.stall = stall
        self.records = []
        self.item = NO_ITEM
        self.stage = 0
        self.seen = self.cpu = self.read_at = 0
        self.connections = {}

    def put(self, now, state, flags=0):
        self.records.append(record(now, self.item, self.stage, NO_LANE, state, flags))

    def meter(self, now):
        """The thread computes from now on."""
        self.seen = now
        if now - self.read_at > CLOCKS_DIFFER:
            self.cpu = thread_time_ns()
            self.read_at = now

    def standstill(self, now):
        """How much of the time since it was last seen computing the thread stood still."""
        gap = now - self.seen
        self.seen = now
        if gap < GAP:
            return 0
        cpu = thread_time_ns()
        without = (now - self.read_at) - (cpu - self.cpu)
        self.cpu = cpu
        self.read_at = now
        return min(without, gap) if without >= CLOCKS_DIFFER else 0

    def settle(self):
        now = monotonic_ns()
        without = self.standstill(now)
        if without:
            self.put(now - without, self.stall)
        return now, without

    def mark(self):
        """Inside a computation, about every 200 us."""
        now = monotonic_ns()
        if now - self.seen < GAP:
            self.seen = now
            return
        without = self.standstill(now)
        if without:
            self.put(now - without, self.stall)
            self.put(now, COMPUTING)

    def begin(self, item):
        now = self.settle()[0] if self.seen else monotonic_ns()
        self.item = item
        self.stage = 0
        self.put(now, COMPUTING, TASK_BEGIN)
        self.meter(now)
        return now

    def next_stage(self):
        now = self.settle()[0]
        self.put(now, DISPATCH, TASK_END)
        self.stage += 1
        self.put(now, COMPUTING, TASK_BEGIN)

    def end(self, state, failed):
        now = self.settle()[0]
        self.put(now, state, TASK_END | (FAILED if failed else 0))
        self.item = NO_ITEM
        return now

    def pause(self):
        """The thread waits from now on, without the lock."""
        now = self.settle()[0]
        self.put(now, WAITING)
        return now

    def resume(self, ready=None):
        """It is back. `ready` is when it could have been, where that is known."""
        now = monotonic_ns()
        if ready is not None and now - ready >= GAP:
            self.put(ready, self.stall)
        self.put(now, COMPUTING)
        self.meter(now)
        return now

    def wait(self, seconds):
        """src/core/time.h: scaledDuration()."""
        duration = int(seconds * 1e9 + 0.5)
        least = min(duration, 5000000)
        deadline = self.pause() + max(int(duration * self.job["timeScale"]), least)
        left = deadline - monotonic_ns()
        while left > 0:
            sleep(left / 1e9)
            left = deadline - monotonic_ns()
        self.resume(deadline)

    def random(self):
        return Random.of(self.job["seed"], self.item, self.stage)


# ---- The twins: each stage is a function of the lane and the value, as in src/workloads ----

SQUARES_PER_BLOCK = 4096
WAVES_PER_BLOCK = 768
DATA_PER_BLOCK = 1024


def add_squares(first, last, total):
    for i in range(first, last):
        total += i * i
    return total


def add_numbers(first, last, total):
    for i in range(first, last):
        total += i
    return total


def add_waves(first, last, total):
    sin, cos, sqrt, log = math.sin, math.cos, math.sqrt, math.log
    for i in range(first, last):
        value = float(i)
        total += (sin(value) * cos(value) + sqrt(value + 1)) * log(value + 1)
    return total


def in_blocks(lane, block, first, last, step, total):
    while first < last:
        end = min(first + step, last)
        total = block(first, end, total)
        first = end
        lane.mark()
    return total


def wait(lane, value):
    begin = monotonic_ns()
    lane.wait(lane.setting["seconds"])
    return {"task": value + 1, "seconds": (monotonic_ns() - begin) / 1e9}


def sum_of_squares(lane, value):
    total = in_blocks(lane, add_squares, 0, lane.setting["count"], SQUARES_PER_BLOCK, 0)
    return {"task": value + 1, "sum": str(total & MASK)}


TASKS = {
    "wait": (wait,),
    "sum-of-squares": (sum_of_squares,),
}


def run_item(lane, stages, index, value, after):
    """One item with all its stages: status, begin, end, and what came of it as a document."""
    begin = lane.begin(index)
    status = DONE_ITEM
    try:
        for number, stage in enumerate(stages):
            if number:
                lane.next_stage()
            value = stage(lane, value)
        said = document(value)
        if len(said) > LARGEST_FRAME - RESULT_HEAD.size:
            raise TaskError("the result is larger than %1 bytes", LARGEST_FRAME - RESULT_HEAD.size)
    except BaseException as error:
        status = FAILED_ITEM
        said = document(sentence(error))
    end = lane.end(after(), status != DONE_ITEM)
    return status, begin, end, said


# ---- Telling ----


class Teller:
    """Takes what lanes have recorded and what items came to, and writes it; one thread does so every now and
    then, the last words are its owner's."""

    def __init__(self, lanes):
        self.lanes = lanes
        self.results = []
        self.mutex = threading.Lock()
        threading.Thread(target=self.tell_live, daemon=True).start()

    def result(self, item, lane, status, begin, end, arrived, said):
        self.results.append(frame(RESULT, RESULT_HEAD.pack(item, lane, status, 0, begin, end, arrived) + said))

    def tell_live(self):
        while True:
            sleep(FLUSH_SECONDS)
            self.tell()

    def tell(self):
        with self.mutex:
            out = [frame(ALIVE, b"")]
            # Results first, so that the records before each are taken, too; written behind them.
            results = self.results[:]
            del self.results[: len(results)]
            for index, lane in enumerate(self.lanes):
                parts = lane.records[:]
                del lane.records[: len(parts)]
                data = b"".join(parts)
                step = (LARGEST_FRAME - RECORDS_HEAD.size) // 24 * 24
                for at in range(0, len(data), step):
                    piece = data[at : at + step]
                    out.append(frame(RECORDS, RECORDS_HEAD.pack(index, 0, len(piece) // 24) + piece))
            write_all(b"".join(out + results))


def sleep_until(deadline):
    left = deadline - monotonic_ns()
    while left > 0:
        sleep(left / 1e9)
        left = deadline - monotonic_ns()


def due(job, index):
    return job["origin"] + index * job["feed"]


# ---- The strategies ----


class Sequential:
    def __init__(self, job, stages):
        self.job = job
        self.stages = stages
        self.lanes = [Lane(job, CORE_WAIT)]

    def prepare(self):
        return [os.getpid()]

    def run(self, teller):
        lane = self.lanes[0]
        items = self.job["items"]
        for index, value in enumerate(items):
            if self.job["feed"] and due(self.job, index) > monotonic_ns():
                lane.put(monotonic_ns(), QUEUE_EMPTY)
                sleep_until(due(self.job, index))
                lane.meter(monotonic_ns())
            outcome = run_item(lane, self.stages, index, value, lambda: DISPATCH)
            teller.result(index, 0, outcome[0], outcome[1], outcome[2], outcome[2], outcome[3])

    def close(self):
        pass


class Threads:
    def __init__(self, job, stages):
        from concurrent.futures import ThreadPoolExecutor

        self.job = job
        self.stages = stages
        self.lanes = [Lane(job, GIL_WAIT if gil_enabled() else CORE_WAIT) for _ in range(job["workers"])]
        self.local = threading.local()
        self.numbers = itertools.count()
        self.submitting = 0
        self.submitted = 0
        self.begun = itertools.count(1)
        self.at = 0
        self.pool = ThreadPoolExecutor(job["workers"], initializer=self.enter)

    def prepare(self):
        return [os.getpid()]

    def enter(self):
        self.local.number = next(self.numbers)
        self.local.lane = lane = self.lanes[self.local.number]
        lane.put(min(self.submitting, monotonic_ns()), STARTING)

    def one(self, teller, index, value):
        self.at = next(self.begun)
        lane = self.local.lane
        outcome = run_item(lane, self.stages, index, value, self.after)
        teller.result(
            index, self.local.number, outcome[0], outcome[1], outcome[2], outcome[2], outcome[3]
        )

    def after(self):
        return DISPATCH if self.at < self.submitted else QUEUE_EMPTY

    def run(self, teller):
        for index, value in enumerate(self.job["items"]):
            if self.job["feed"]:
                sleep_until(due(self.job, index))
            self.submitted = index + 1
            self.submitting = monotonic_ns()
            self.pool.submit(self.one, teller, index, value)
        self.pool.shutdown(wait=True)

    def close(self):
        pass


STRATEGIES = {"sequential": Sequential, "threads": Threads}


def pillow_version():
    try:
        import PIL

        return str(PIL.__version__)
    except Exception:
        return ""


def main():
    os.set_inheritable(SOCKET, False)
    orders = Orders()
    write_all(
        frame(
            HELLO,
            document(
                {
                    "implementation": platform.python_implementation(),
                    "version": platform.python_version(),
                    "gil": bool(gil_enabled()),
                    "pillow": pillow_version(),
                }
            ),
        )
    )
    job = json.loads(orders.take(JOB))
    if job["niceness"]:
        os.nice(job["niceness"])
    try:
        stages = TASKS[job["task"]]
        strategy = STRATEGIES[job["strategy"]](job, stages)
        pids = strategy.prepare()
    except Exception as error:
        write_all(frame(REFUSED, document(sentence(error))))
        os._exit(1)
    write_all(frame(READY, document({"pids": pids})))
    (job["origin"],) = struct.unpack("<q", orders.take(BEGIN))
    teller = Teller(strategy.lanes)
    strategy.run(teller)
    teller.tell()
    write_all(frame(END, document({"peak": 0})))
    strategy.close()
    os._exit(0)


if __name__ == "__main__":
    main()
