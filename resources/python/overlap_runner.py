# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the twin of a workload with concurrent.futures and tells live what each worker does.

Called as "python -I -X utf8 overlap_runner.py", CPython 3.8 or newer. Descriptor 3 is a socket that brings
orders and takes answers; nothing else that this process prints is an answer. A frame is a header (magic,
version, type, 0, length) as in src/ipc/frame.h and at most 1 MiB; what is in it stands in
src/executors/python_protocol.h.

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
  convoy           waits; pause, compute: seconds                       0 (waits) or 1 (computes)
"""

import itertools
import json
import math
import os
import platform
import queue
import signal
import stat
import struct
import sys
import threading
from time import monotonic_ns, sleep, thread_time_ns

# ---- The lane's own layout: src/recording/lane_ring.h, src/core/state.h ----

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
        self.state = IDLE
        self.seen = self.cpu = self.read_at = 0
        self.connections = {}

    def put(self, now, state, flags=0):
        self.state = state
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
        return now

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
        now = self.settle() if self.state == DISPATCH else monotonic_ns()
        self.item = item
        self.stage = 0
        self.put(now, COMPUTING, TASK_BEGIN)
        self.meter(now)
        return now

    def next_stage(self):
        now = self.settle()
        self.put(now, DISPATCH, TASK_END)
        self.stage += 1
        self.put(now, COMPUTING, TASK_BEGIN)

    def end(self, state, failed):
        now = self.settle()
        self.put(now, state, TASK_END | (FAILED if failed else 0))
        self.item = NO_ITEM
        return now

    def pause(self):
        """The thread waits from now on, without the lock."""
        now = self.settle()
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

    def scaled(self, seconds):
        """src/core/time.h: scaledDuration(), in nanoseconds."""
        duration = int(seconds * 1e9 + 0.5)
        return max(int(duration * self.job["timeScale"]), min(duration, 5000000))

    def wait(self, seconds):
        deadline = self.pause() + self.scaled(seconds)
        left = deadline - monotonic_ns()
        while left > 0:
            sleep(left / 1e9)
            left = deadline - monotonic_ns()
        self.resume(deadline)

    def random(self):
        return Random.of(self.job["seed"], self.item, self.stage)


# ---- The twins: each stage is a function of the lane and the value, as in src/workloads ----

SQUARES_PER_BLOCK = 8192
WAVES_PER_BLOCK = 1536
DATA_PER_BLOCK = 2048


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


def heavy_chunks(lane, value):
    items = lane.setting["items"]
    return {
        "chunk": value + 1,
        "items": items,
        "sum": in_blocks(lane, add_waves, 0, items, WAVES_PER_BLOCK, 0.0),
    }


def add_data(first, last, figures):
    total, least, most = figures
    sin = math.sin
    for i in range(first, last):
        value = float(i)
        processed = value * value + 100 * sin(value)
        total += processed
        if processed < least:
            least = processed
        if processed > most:
            most = processed
    return total, least, most


def data_chunks(lane, value):
    if value + 1 == lane.setting["failingChunk"]:
        raise TaskError("chunk %1 was told to fail", value + 1)
    items = lane.setting["items"]
    begin = monotonic_ns()
    total, least, most = in_blocks(
        lane, add_data, value * items, (value + 1) * items, DATA_PER_BLOCK, (0.0, math.inf, -math.inf)
    )
    end = monotonic_ns()
    return {
        "chunk": value + 1,
        "count": items,
        "sum": total,
        "mean": total / items,
        "least": least,
        "most": most,
        "seconds": (end - begin) / 1e9,
        "end": end,
    }


def tiny_task(lane, value):
    total = in_blocks(lane, add_numbers, 0, lane.setting["count"], SQUARES_PER_BLOCK, 0)
    return {"task": value + 1, "sum": signed(total)}


def signed(number):
    number &= MASK
    return number - (1 << 64) if number >> 63 else number


def doubling(lane, value):
    lane.mark()
    return {"number": value, "double": value * 2}


def convoy(lane, value):
    setting = lane.setting
    if value:
        end = thread_time_ns() + int(setting["compute"] * 1e9)
        while thread_time_ns() < end:
            add_squares(0, SQUARES_PER_BLOCK, 0)
            lane.mark()
        return {"task": value + 1}
    late = 0
    for _ in range(setting["waits"]):
        begin = monotonic_ns()
        lane.wait(setting["pause"])
        late += monotonic_ns() - begin - lane.scaled(setting["pause"])
    return {"task": value + 1, "delay": late / 1e9 / setting["waits"]}


def file_batch_wait(step):
    def stage(lane, value):
        lane.wait(lane.setting[step])
        return value

    return stage


def file_batch_process(lane, value):
    lane.wait(lane.setting["process"])
    return {"file": value, "lines": len(value) * 10}


SERVICES = (
    ("database", "Database Server"),
    ("api", "Web API"),
    ("cache", "Cache Service"),
    ("storage", "File Storage"),
    ("email", "Email Service"),
)


def service_health(lane, value):
    key, name = SERVICES[value]
    seconds = lane.setting[key]
    lane.wait(seconds)
    healthy = lane.random().unit() < lane.setting["healthy"]
    return {"service": name, "healthy": healthy, "wait": seconds}


# Fetching, as src/net does it: no proxy, no redirect, a limit for everything.


def fetched(lane, url, connect_timeout, total_timeout, most):
    """Status, body, where a redirect leads, seconds. Throws TaskError."""
    begin = lane.pause()
    try:
        code, body, location = request(lane, url, connect_timeout, total_timeout, most)
    finally:
        end = lane.resume()
    return code, body, location, (end - begin) / 1e9


def connected(lane, key, place, connect_timeout):
    from http import client

    scheme, host, port = key
    kind = client.HTTPSConnection if scheme == "https" else client.HTTPConnection
    connection = kind(host, port, timeout=connect_timeout)
    try:
        connection.connect()
    except TimeoutError:
        raise TaskError("No connection to %1 within %2 s.", place, format(connect_timeout, "g"))
    except ConnectionRefusedError:
        raise TaskError("%1 refused the connection.", place)
    except OSError as error:
        if type(error).__name__ == "timeout":  # before 3.10 another class
            raise TaskError("No connection to %1 within %2 s.", place, format(connect_timeout, "g"))
        raise TaskError("No connection to %1: %2.", place, error.strerror or type(error).__name__)
    return connection


def request(lane, url, connect_timeout, total_timeout, most):
    from http import client
    from urllib.parse import urljoin, urlsplit

    deadline = monotonic_ns() + int(total_timeout * 1e9)
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    host = parts.hostname or ""
    key = (parts.scheme, host, port)
    place = ("[%s]:%d" if ":" in host else "%s:%d") % (host, port)
    target = (parts.path or "/") + ("?" + parts.query if parts.query else "")

    def left():
        seconds = (deadline - monotonic_ns()) / 1e9
        if seconds <= 0:
            raise TimeoutError
        return seconds

    while True:
        connection = lane.connections.pop(key, None)
        kept = connection is not None
        if not kept:
            connection = connected(lane, key, place, min(connect_timeout, total_timeout))
        try:
            connection.sock.settimeout(left())
            connection.request("GET", target, headers={"User-Agent": "Overlap", "Accept": "*/*"})
            socket = connection.sock
            response = connection.getresponse()
            body = bytearray()
            while True:
                socket.settimeout(left())
                part = response.read1(65536)
                if not part:
                    break
                body += part
                if len(body) > most:
                    raise TaskError("The answer of %1 is too large: more than %2 bytes.", place, most)
            if response.length:
                raise client.IncompleteRead(b"")
        except (OSError, client.HTTPException) as error:
            connection.close()
            if isinstance(error, TimeoutError) or type(error).__name__ == "timeout":
                raise TaskError("%1 did not answer in full within %2 s.", place, format(total_timeout, "g"))
            if kept:
                continue  # it was closed while nobody looked
            raise TaskError("%1 closed the connection before its answer was complete.", place)
        except TaskError:
            connection.close()
            raise
        if not response.will_close:
            lane.connections[key] = connection
        location = response.headers.get("Location") if 300 <= response.status < 400 else None
        return response.status, bytes(body), urljoin(url, location) if location else ""


def answered(code, location=""):
    if location:
        raise TaskError("the server redirects to \u201c%1\u201d, which is not followed", location)
    if code >= 400:
        raise TaskError("the server answered with status %1", code)


def fetch(lane, value):
    setting = lane.setting
    url = setting["base"] + value if value.startswith("/") else value
    code, body, location, seconds = fetched(
        lane, url, setting["connectTimeout"], setting["timeout"], setting["maximumBytes"]
    )
    answered(code, location)
    result = {"url": value, "status": code, "seconds": seconds, "size": len(body)}
    if setting["field"]:
        said = json.loads(body)
        number = said.get(setting["field"]) if isinstance(said, dict) else None
        if isinstance(number, bool) or not isinstance(number, (int, float)):
            raise TaskError("the answer has no number \u201c%1\u201d", setting["field"])
        result["value"] = number
    return result


FAILING_TASKS = (
    ("wait(0.5)", "wait", 0.5),
    ("/delay/6", "slow", "/delay/6"),
    ("/json", "fetch", "/json"),
    ('int("twelve")', "parse", "twelve"),
    ("/delay/0.5", "fetch", "/delay/0.5"),
    ("/status/500", "fetch", "/status/500"),
    ("wait(1)", "wait", 1.0),
    ("/uuid", "fetch", "/uuid"),
    ("refused", "refused", "/"),
    ("/delay/1", "fetch", "/delay/1"),
    ("wait(0.7)", "wait", 0.7),
    ("/price/7", "fetch", "/price/7"),
)


def failing_task(lane, value):
    label, act, what = FAILING_TASKS[value]
    result = {"task": label}
    if act == "wait":
        lane.wait(what)
    elif act == "parse":
        result["size"] = int(what)
    else:
        base = lane.setting["refusing" if act == "refused" else "base"]
        limit = lane.setting["timeout"]
        total = limit if act == "slow" else max(limit, 5.0)
        code, body, _, _ = fetched(lane, base + what, 3.0, total, 16 << 20)
        answered(code)
        result["size"] = len(body)
    return result


# Files.


def visible(name):
    return "".join(
        "".join("\\x%02x" % byte for byte in letter.encode("utf-8", "surrogateescape"))
        if letter < " " or "\x7f" <= letter < "\xa0" or "\ud800" <= letter < "\ue000"
        else letter
        for letter in name
    )


def base_name(path):
    return visible(os.path.basename(path))


def opened(path):
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW)
    except OSError as error:
        raise TaskError("\u201c%1\u201d cannot be read: %2", base_name(path), os.strerror(error.errno))
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise TaskError("\u201c%1\u201d is not a regular file", base_name(path))
    return descriptor, status.st_size


def read_part(descriptor, size, path):
    try:
        return os.read(descriptor, size)
    except OSError as error:
        raise TaskError("\u201c%1\u201d cannot be read: %2", base_name(path), os.strerror(error.errno))


def write_file(path, data):
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            file.write(data)
    except OSError as error:
        raise TaskError("\u201c%1\u201d cannot be written: %2", visible(path), os.strerror(error.errno))


def numbered(folder, lane, suffix):
    digits = len(str(lane.job["itemCount"]))
    return os.path.join(folder, str(lane.item + 1).zfill(digits) + suffix)


def waiting(lane, work, *arguments):
    """Something that blocks: its outcome, and how long it took in nanoseconds."""
    begin = lane.pause()
    try:
        outcome = work(*arguments)
    finally:
        end = lane.resume()
    return outcome, end - begin


def file_digest(lane, value):
    from hashlib import sha256

    path = os.path.join(lane.setting["folder"], value)
    begin = monotonic_ns()
    (descriptor, size), reading = waiting(lane, opened, path)
    try:
        digest = sha256()
        got = 0
        while True:
            part, took = waiting(lane, read_part, descriptor, 1 << 20, path)
            reading += took
            got += len(part)
            if got > size or (not part and got < size):
                raise TaskError("\u201c%1\u201d changed while it was read", base_name(path))
            if not part:
                break
            digest.update(part)
            lane.mark()
    finally:
        os.close(descriptor)
    hashing = monotonic_ns() - begin - reading
    return {
        "file": visible(value),
        "size": size,
        "sha256": digest.hexdigest(),
        "reading": reading / 1e9,
        "hashing": hashing / 1e9,
        "path": path,
    }


def file_digest_line(lane, value):
    path = value.pop("path")
    name = path.replace("\\", "\\\\").replace("\n", "\\n")
    line = ("\\" if name != path else "") + value["sha256"] + "  " + name + "\n"
    target = numbered(lane.setting["sums"], lane, ".sha256")
    waiting(lane, write_file, target, line.encode("utf-8", "surrogateescape"))
    return value


def whole_file(path):
    descriptor, size = opened(path)
    try:
        most = 512 << 20
        if size > most:
            raise TaskError("\u201c%1\u201d has %2 bytes; at most %3 are read", base_name(path), size, most)
        parts = []
        part = read_part(descriptor, 1 << 20, path)
        while part:
            parts.append(part)
            part = read_part(descriptor, 1 << 20, path)
        return b"".join(parts)
    finally:
        os.close(descriptor)


def picture_decoded(lane, value):
    import io

    from PIL import Image, UnidentifiedImageError

    path = os.path.join(lane.setting["folder"], value)
    data, _ = waiting(lane, whole_file, path)
    box = lane.setting["box"]
    try:
        picture = Image.open(io.BytesIO(data), formats=["JPEG"])
    except UnidentifiedImageError:
        raise TaskError("\u201c%1\u201d is not a JPEG file", base_name(path))
    width, height = picture.size
    scale = min(1.0, box / max(width, height))
    size = (max(1, int(width * scale + 0.5)), max(1, int(height * scale + 0.5)))
    picture.draft("RGB", size)
    picture = picture.convert("RGB")
    lane.mark()
    about = {"file": visible(value), "width": size[0], "height": size[1], "bytesIn": len(data)}
    return about, picture


def picture_resized(lane, value):
    from PIL import Image

    about, picture = value
    picture = picture.resize((about["width"], about["height"]), Image.BOX)
    lane.mark()
    return about, picture


def picture_encoded(lane, value):
    import io
    from hashlib import sha256

    about, picture = value
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=lane.setting["quality"])
    data = out.getvalue()
    about["bytesOut"] = len(data)
    about["sha256"] = sha256(data).hexdigest()
    return about, data


def picture_written(lane, value):
    about, data = value
    waiting(lane, write_file, numbered(lane.setting["thumbnails"], lane, ".jpg"), data)
    return about


# Checksums: src/workloads/checksum.h, perceptron.h.

CARRYING = LEARNING = 0xFFFE
WORDS_PER_BLOCK = 512


def mixed(value, words):
    for word in words:
        z = ((value ^ word) + 0x9E3779B97F4A7C15) & MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        value = z ^ (z >> 31)
    return value


def payload_made(job, index, value):
    size = job["setting"]["bytes"]
    figure = Random.of(job["seed"], index, CARRYING).next()
    step = 0x9E3779B97F4A7C15
    count = (size + 7) // 8
    words = [each & MASK for each in range(figure + step, figure + step * (count + 1), step)]
    return struct.pack("<%dQ" % count, *words)[:size]


def payload(lane, value):
    checksum = 0
    whole = len(value) // 8 * 8
    words = memoryview(value)[:whole].cast("Q")
    for at in range(0, len(words), WORDS_PER_BLOCK):
        checksum = mixed(checksum, words[at : at + WORDS_PER_BLOCK])
        lane.mark()
    if whole < len(value):
        checksum = mixed(checksum, (int.from_bytes(value[whole:], "little"),))
    return {"task": lane.item + 1, "size": len(value), "checksum": "%016x" % checksum}


LAYERS = ((64, 128), (128, 64), (64, 10))


def network_of(job):
    """For each layer, for each node below its weights to all above; at last the biases of those."""
    random = Random(Random.of(job["seed"], 0, LEARNING).next())
    layers = []
    for below, above in LAYERS:
        spread = math.sqrt(3.0 / below)
        layers.append([[random.uniform(-spread, spread) for _ in range(above)] for _ in range(below + 1)])
    return layers


def layer_above(values, weights):
    sums = [0.0] * len(weights[0])
    for value, row in zip(values, weights):
        sums = [sum_ + value * weight for sum_, weight in zip(sums, row)]
    return [sum_ + bias for sum_, bias in zip(sums, weights[-1])]


def predictions(lane, value):
    first, second, third = lane.job["network"]
    samples = lane.setting["samples"]
    random = lane.random()
    counts = [0] * LAYERS[-1][1]
    checksum = 0
    for _ in range(samples):
        sample = [random.uniform(-1.0, 1.0) for _ in range(LAYERS[0][0])]
        below = [math.tanh(each) for each in layer_above(sample, first)]
        lane.mark()
        above = [math.tanh(each) for each in layer_above(below, second)]
        output = layer_above(above, third)
        counts[output.index(max(output))] += 1
        checksum = mixed(checksum, struct.unpack("<10Q", struct.pack("<10d", *output)))
        lane.mark()
    return {
        "batch": value + 1,
        "samples": samples,
        "perClass": " ".join(map(str, counts)),
        "checksum": "%016x" % checksum,
    }


def picture_tools(job):
    if not pillow_version():
        raise TaskError("thumbnails in Python need Pillow, which %1 does not have", sys.executable)


TASKS = {
    "wait": (wait,),
    "fetch": (fetch,),
    "file-batch": (file_batch_wait("read"), file_batch_process, file_batch_wait("write")),
    "file-digests": (file_digest, file_digest_line),
    "service-health": (service_health,),
    "sum-of-squares": (sum_of_squares,),
    "heavy-chunks": (heavy_chunks,),
    "data-chunks": (data_chunks,),
    "tiny-tasks": (tiny_task,),
    "doublings": (doubling,),
    "payload": (payload,),
    "failing-tasks": (failing_task,),
    "image-resize": (picture_decoded, picture_resized, picture_encoded, picture_written),
    "ml-predictions": (predictions,),
    "convoy": (convoy,),
}


def stages_of(job):
    """The stages of the job's task; what they need beside items is made here, before the run."""
    if job["task"] not in TASKS:
        raise TaskError("Python has no task \u201c%1\u201d", job["task"])
    if job["task"] == "image-resize":
        picture_tools(job)
    elif job["task"] == "ml-predictions":
        job["network"] = network_of(job)
    elif job["task"] in ("fetch", "failing-tasks"):
        import http.client
        import urllib.parse
    elif job["task"] == "file-digests":
        import hashlib
    return TASKS[job["task"]]


# Made where an item is handed out: what travels to a process is the thing itself.
MAKERS = {"payload": payload_made}


def as_it_is(job, index, value):
    return value


def run_item(lane, stages, index, value, after, make=as_it_is):
    """One item with all its stages: status, begin, end, and what came of it as a document."""
    begin = lane.begin(index)
    status = DONE_ITEM
    try:
        value = make(lane.job, index, value)
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
        head = RESULT_HEAD.pack(item, lane, status, 0, begin, end, arrived)
        self.results.append(frame(RESULT, head + said))

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
        self.make = MAKERS.get(job["task"], as_it_is)
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
            outcome = run_item(lane, self.stages, index, value, lambda: DISPATCH, self.make)
            teller.result(index, 0, outcome[0], outcome[1], outcome[2], outcome[2], outcome[3])

    def close(self):
        pass


class Threads:
    def __init__(self, job, stages):
        from concurrent.futures import ThreadPoolExecutor

        self.job = job
        self.stages = stages
        self.make = MAKERS.get(job["task"], as_it_is)
        self.lanes = [Lane(job, GIL_WAIT if gil_enabled() else CORE_WAIT) for _ in range(job["workers"])]
        self.local = threading.local()
        self.numbers = itertools.count()
        self.submitting = 0
        self.submitted = 0
        self.begun = itertools.count(1)
        self.refused = set()
        self.at = 0
        sys.setswitchinterval(job["switchInterval"])
        self.pool = ThreadPoolExecutor(job["workers"], initializer=self.enter)

    def prepare(self):
        return [os.getpid()]

    def enter(self):
        self.local.number = next(self.numbers)
        self.local.lane = lane = self.lanes[self.local.number]
        lane.put(min(self.submitting, monotonic_ns()), STARTING)

    def one(self, teller, index, value):
        self.at = next(self.begun)
        if index in self.refused:
            return
        lane = self.local.lane
        outcome = run_item(lane, self.stages, index, value, self.after, self.make)
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
            try:
                self.pool.submit(self.one, teller, index, value)
            except RuntimeError as error:  # no thread; where there are others, they do it
                if not self.pool._threads:
                    self.refused.add(index)
                    now = monotonic_ns()
                    said = document(sentence(TaskError("no thread can be started: %1", error)))
                    teller.result(index, NO_LANE, FAILED_ITEM, now, now, now, said)
        self.pool.shutdown(wait=True)

    def close(self):
        pass


class Told:
    """A lane as the owner of a pool knows it."""

    def __init__(self):
        self.records = []
        self.arrived = 0


class Processes:
    def __init__(self, job, stages):
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        self.job = job
        self.make = MAKERS.get(job["task"], as_it_is)
        self.lanes = [Told() for _ in range(job["workers"])]
        self.lost = []
        self.context = multiprocessing.get_context("spawn")
        self.arrived = self.context.Semaphore(0)
        self.go = self.context.Event()
        self.desk = Desk.of(job["workers"])
        theirs = {key: value for key, value in job.items() if key != "items"}
        self.pool = ProcessPoolExecutor(
            job["workers"],
            mp_context=self.context,
            initializer=enter_process,
            initargs=(theirs, self.desk.place, self.arrived, self.go),
        )
        # What is made for each item is as large as somebody asked for: no more of it than the pool needs.
        ahead = 2 * job["workers"] + 1 if self.make is not as_it_is else len(job["items"]) + 1
        self.ahead = threading.Semaphore(ahead)

    def prepare(self):
        futures = [self.pool.submit(arrive) for _ in self.lanes]
        for _ in self.lanes:
            while not self.arrived.acquire(timeout=0.25):
                if any(future.done() for future in futures):
                    raise TaskError("a worker process did not start")
        self.processes = sorted(self.pool._processes.values(), key=slot_of)
        unlink_semaphores()
        self.go.set()
        for future in futures:
            future.result()
        return [process.pid for process in self.processes]

    def run(self, teller):
        futures = []
        items = self.job["items"]
        for first in range(0, len(items), self.job["chunk"]):
            indexes = range(first, min(first + self.job["chunk"], len(items)))
            if self.job["feed"]:
                sleep_until(due(self.job, indexes[-1]))
            self.ahead.acquire()
            try:
                chunk = [(index, self.make(self.job, index, items[index])) for index in indexes]
                future = self.pool.submit(do_chunk, chunk)
            except Exception:  # the pool is broken
                self.lost.extend(indexes)
                self.ahead.release()
                continue
            futures.append(future)
            future.add_done_callback(self.answered(teller, indexes))
        for future in futures:
            while not future.done():
                sleep_a_little(future)
        for lane in self.lanes:
            if lane.arrived:
                lane.records.append(record(lane.arrived, NO_ITEM, 0, NO_LANE, QUEUE_EMPTY, 0))
        if self.lost:
            self.mourn(teller)

    def answered(self, teller, indexes):
        def take(future):
            arrived = monotonic_ns()
            self.ahead.release()
            try:
                slot, outcomes, records = future.result()
            except BaseException:
                self.lost.extend(indexes)
                return
            self.lanes[slot].records.append(records)
            self.lanes[slot].arrived = arrived
            for index, (status, begin, end, said) in zip(indexes, outcomes):
                teller.result(index, slot, status, begin, end, arrived, said)

        return take

    def mourn(self, teller):
        """The pool has lost a process, and gave up: who it was, and what it was at."""
        self.pool.shutdown(wait=True)
        now = monotonic_ns()
        dead = [process for process in self.processes if process.exitcode not in (0, None)]
        # The pool itself ends the others by SIGTERM.
        dead = [process for process in dead if process.exitcode != -signal.SIGTERM] or dead
        rest = TaskError("%1", "a worker process died")
        causes = {}
        for process in dead:
            rest = TaskError(
                "the worker process %1 died, and a pool of concurrent.futures that has lost a process gives "
                "up all that it had",
                process.pid,
            )
            slot = slot_of(process)
            causes[self.desk.item(slot)] = (slot, death_of(process))
        marked = set()
        for index in sorted(self.lost):
            slot, error = causes.get(index, (NO_LANE, rest))
            teller.result(index, slot, FAILED_ITEM, now, now, now, document(sentence(error)))
            if slot != NO_LANE:
                marked.add(slot)
                flags = TASK_END | FAILED | KILLED
                self.lanes[slot].records.append(record(now, index, 0, NO_LANE, IDLE, flags))
        for slot, lane in enumerate(self.lanes):
            if slot not in marked:
                lane.records.append(record(now, NO_ITEM, 0, NO_LANE, IDLE, KILLED))

    def close(self):
        self.pool.shutdown(wait=True)


def sleep_a_little(future):
    from concurrent.futures import wait as wait_for

    wait_for([future], timeout=1.0)


def slot_of(process):
    """Processes of a pool are numbered from 1 on, in their names."""
    return int(process.name.rsplit("-", 1)[1]) - 1


def death_of(process):
    code = process.exitcode
    if code == -signal.SIGKILL:
        return TaskError(
            "the worker process %1 was killed (signal 9): by hand, or because the memory ran out", process.pid
        )
    if code < 0:
        name = signal.strsignal(-code) or "?"
        return TaskError("the worker process %1 was ended by signal %2 (%3)", process.pid, -code, name)
    return TaskError("the worker process %1 ended on its own with exit code %2", process.pid, code)


def unlink_semaphores():
    """All workers have opened them. Without a name they go with the last process, whoever ends it how."""
    try:
        from _multiprocessing import sem_unlink
        from multiprocessing import resource_tracker, util
        from multiprocessing.synchronize import SemLock

        for finalizer in list(util._finalizer_registry.values()):
            if finalizer._callback is SemLock._cleanup:
                name = finalizer._args[0]
                finalizer.cancel()
                sem_unlink(name)
                resource_tracker.unregister(name, "semaphore")
    except Exception:
        pass  # the resource tracker does it at the end


class Desk:
    """A page that the processes share: the item that each is at, so that a dead one can be asked."""

    ENTRY = struct.Struct("<I")

    def __init__(self, size, descriptor):
        import mmap

        self.memory = mmap.mmap(descriptor, size)

    @classmethod
    def of(cls, workers):
        size = max(4096, workers * cls.ENTRY.size)
        descriptor = os.memfd_create("overlap-desk")
        os.ftruncate(descriptor, size)
        desk = cls(size, descriptor)
        desk.place = ("/proc/%d/fd/%d" % (os.getpid(), descriptor), size)
        return desk

    @classmethod
    def at(cls, place):
        descriptor = os.open(place[0], os.O_RDWR | os.O_CLOEXEC)
        desk = cls(place[1], descriptor)
        os.close(descriptor)
        return desk

    def note(self, slot, index):
        self.ENTRY.pack_into(self.memory, slot * self.ENTRY.size, index + 1)

    def item(self, slot):
        return self.ENTRY.unpack_from(self.memory, slot * self.ENTRY.size)[0] - 1


# ---- In a process of the pool ----


class Worker:
    """What a process of the pool has, from its initializer on."""


def enter_process(job, place, arrived, go):
    import multiprocessing

    threading.Thread(target=end_with_parent, daemon=True).start()
    Worker.stages = stages_of(job)
    Worker.lane = Lane(job, CORE_WAIT)
    Worker.slot = slot_of(multiprocessing.current_process())
    Worker.desk = Desk.at(place)
    Worker.arrived, Worker.go = arrived, go
    Worker.after = QUEUE_EMPTY
    watch_queue(sys._getframe(1).f_locals.get("call_queue"), Worker.lane)


def end_with_parent():
    import multiprocessing
    from multiprocessing.connection import wait as wait_for

    parent = multiprocessing.parent_process()
    while not wait_for([parent.sentinel], 0.5) and os.getppid() == parent.pid:
        pass
    os._exit(3)


class WatchedLock:
    """Whoever takes it begins to wait for work."""

    def __init__(self, lock, lane):
        self.lock = lock
        self.lane = lane

    def __enter__(self):
        self.lane.put(monotonic_ns(), QUEUE_EMPTY)
        return self.lock.__enter__()

    def __exit__(self, *error):
        return self.lock.__exit__(*error)


def watch_queue(calls, lane):
    """Tells waiting for the pool's queue from reading what came; where a version hides it, all of it is
    waiting."""
    try:
        reader, receive, lock = calls._reader, calls._recv_bytes, calls._rlock
    except AttributeError:
        return

    def watched():
        reader.poll(None)
        lane.put(monotonic_ns(), TRANSFER)
        return receive()

    calls._recv_bytes = watched
    calls._rlock = WatchedLock(lock, lane)
    Worker.after = TRANSFER


def arrive():
    Worker.arrived.release()
    Worker.go.wait()
    Worker.lane.put(monotonic_ns(), QUEUE_EMPTY)


def do_chunk(chunk):
    lane = Worker.lane
    outcomes = []
    for number, (index, value) in enumerate(chunk, 1):
        Worker.desk.note(Worker.slot, index)
        after = Worker.after if number == len(chunk) else DISPATCH
        outcomes.append(run_item(lane, Worker.stages, index, value, lambda: after))
    records = b"".join(lane.records)
    lane.records.clear()
    return Worker.slot, outcomes, records


def peak_memory(pids):
    """Of all of them together, in bytes; each at its own highest."""
    total = 0
    for pid in set(pids):
        try:
            with open("/proc/%d/status" % pid) as status:
                total += sum(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) * 1024
        except (OSError, ValueError):
            pass
    return total


STRATEGIES = {"sequential": Sequential, "threads": Threads, "processes": Processes}


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
        job["itemCount"] = len(job["items"])
        stages = stages_of(job)
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
    write_all(frame(END, document({"peak": peak_memory(pids + [os.getpid()])})))
    strategy.close()
    os._exit(0)


if __name__ == "__main__":
    main()
