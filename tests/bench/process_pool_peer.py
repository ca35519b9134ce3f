# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What overlap_compare_processes measures, of concurrent.futures.ProcessPoolExecutor with its own defaults."""
import os
import signal
import statistics
import time
from concurrent.futures import ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool


def nothing(_=None):
    return None


def roundtrip():
    with ProcessPoolExecutor(1) as pool:
        pool.submit(nothing).result()
        trips = []
        for _ in range(2000):
            begin = time.perf_counter()
            pool.submit(nothing).result()
            trips.append(time.perf_counter() - begin)
    return statistics.median(trips) * 1e6


def throughput():
    with ProcessPoolExecutor(2) as pool:
        wait([pool.submit(nothing) for _ in range(4)])
        begin = time.perf_counter()
        for _ in pool.map(nothing, range(20_000)):
            pass
        return 20_000 / (time.perf_counter() - begin)


def cold():
    begin = time.perf_counter()
    with ProcessPoolExecutor(2) as pool:
        tasks = [pool.submit(os.getpid), pool.submit(os.getpid)]
        tasks[0].result()
        return (time.perf_counter() - begin) * 1e3


def crash():
    times = []
    for _ in range(10):
        with ProcessPoolExecutor(1) as pool:
            pid = pool.submit(os.getpid).result()
            task = pool.submit(time.sleep, 60)
            while not task.running():
                time.sleep(0.001)
            time.sleep(0.01)
            begin = time.perf_counter()
            os.kill(pid, signal.SIGKILL)
            try:
                task.result()
            except BrokenProcessPool:
                times.append((time.perf_counter() - begin) * 1e3)
    return statistics.median(times)


if __name__ == "__main__":
    for measure in (roundtrip, throughput, cold, crash):
        print(measure.__name__, measure(), flush=True)
