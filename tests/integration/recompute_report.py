#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recomputes every figure of a saved report from its raw samples, by a code path of its own.

    recompute_report.py REPORT.json          0 where all agree, 1 with one line for each that does not
    recompute_report.py --planted REPORT.json
        changes one figure at a time in a copy and expects every change to be found

The definitions are those of src/analysis: bootstrap.h, speedup.h, noise_floor.h, statistics.h, judgement.h,
report_builder.h, drift.h, stop_rule.h, scaling_laws.h, scaling_finding.h, sweep_finding.h, crossover.h.
"""
import copy
import functools
import json
import math
import sys

MASK = (1 << 64) - 1
BLOCKS_FOR_INTERVAL = 5
BLOCKS_FOR_VERDICT = 10
RELATIVE = 1e-12


class SplitMix64:
    def __init__(self, state):
        self.state = state & MASK

    @classmethod
    def of(cls, seed, item, stage):
        first = cls(cls(seed).next() ^ item)
        return cls(first.next() ^ (stage << 32))

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, bound):
        return (self.next() * bound) >> 64


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(max(math.ceil(share * len(ordered)), 1), len(ordered)) - 1]


@functools.lru_cache(maxsize=None)
def bootstrap_of(seed, blocks):
    return Bootstrap(seed, blocks)


class Bootstrap:
    def __init__(self, seed, blocks):
        count = 9999 if blocks <= 100 else 1999
        random = SplitMix64.of(seed, 0, 0xFFFE)
        self.resamples = [[random.below(blocks) for _ in range(blocks)] for _ in range(count)]

    def interval(self, figure, level=0.95):
        figures = sorted(figure(indices) for indices in self.resamples)
        tail = max(1, math.floor((len(figures) + 1) * (1 - level) / 2 + 1e-6))
        return [figures[tail - 1], figures[len(figures) - tail]]

    @functools.lru_cache(maxsize=None)
    def of_median(self, values):
        return self.interval(lambda indices: median([values[i] for i in indices]))

    @functools.lru_cache(maxsize=None)
    def of_ratio(self, above, below, level=0.95):
        return self.interval(
            lambda indices: median([above[i] for i in indices]) / median([below[i] for i in indices]), level)


@functools.lru_cache(maxsize=None)
def noise_floor(times, seed):
    if len(times) < BLOCKS_FOR_VERDICT or min(times) <= 0:
        return None
    half = len(times) // 2
    random = SplitMix64.of(seed, 0, 0xFFFD)
    apart = []
    for _ in range(1999):
        order = list(range(len(times)))
        for i in range(len(times), 1, -1):
            j = random.below(i)
            order[i - 1], order[j] = order[j], order[i - 1]
        first = median([times[i] for i in order[:half]])
        second = median([times[i] for i in order[half:2 * half]])
        apart.append(abs(math.log(first / second)))
    return math.expm1(percentile(apart, 0.95) * math.sqrt(half / len(times)))


def drift_of(blocks, times):
    """The Theil-Sen slope over the whole way, Sen's interval, and p of Mann and Kendall."""
    count = len(times)
    if count < BLOCKS_FOR_VERDICT or median(times) <= 0:
        return None
    pairs = [(i, j) for i in range(count) for j in range(i + 1, count)]
    slopes = sorted((times[j] - times[i]) / (blocks[j] - blocks[i]) for i, j in pairs)
    rising = sum((times[j] > times[i]) - (times[j] < times[i]) for i, j in pairs)

    def term(n):
        return n * (n - 1) * (2 * n + 5) / 18

    deviation = math.sqrt(term(count) - sum(term(times.count(one)) for one in set(times)))
    k = max(1, math.floor((len(pairs) - 1.959964 * deviation) / 2))
    whole = (blocks[-1] - blocks[0]) / median(times)
    return {"share": median(slopes) * whole, "interval95": [slopes[k - 1] * whole, slopes[-k] * whole],
            "p": math.erfc((abs(rising) - 1) / deviation / math.sqrt(2)) if deviation > 0 and rising else 1.0}


class Check:
    """Collects what differs; a place is written like a JSON pointer."""

    def __init__(self):
        self.problems = []
        self.compared = 0

    def same(self, place, told, computed):
        self.compared += 1
        if isinstance(computed, float) and isinstance(told, (int, float)) and not isinstance(told, bool):
            if math.isclose(told, computed, rel_tol=RELATIVE, abs_tol=1e-18):
                return
        elif isinstance(computed, list) and isinstance(told, list) and len(told) == len(computed):
            for index, pair in enumerate(zip(told, computed)):
                self.same(f"{place}/{index}", *pair)
            return
        elif told == computed and isinstance(told, bool) == isinstance(computed, bool):
            return
        self.problems.append(f"{place}: told {told!r}, computed {computed!r}")


def measured(strategy):
    return [run for run in strategy["runs"] if not run["warmup"] and not run["replaced"]]


def trouble(run):
    tasks = run["tasks"]
    return tasks["cancelled"], tasks["failed"] - tasks.get("meant", 0)


class Comparison:
    """The strategies of one experiment or of one point of a sweep."""

    def __init__(self, check, report, part, place):
        self.check = check
        self.part = part
        self.place = place
        self.seed = report["experiment"]["seed"]
        self.cold = report["experiment"]["timing"] == "cold"
        feed = math.trunc(report["experiment"].get("feedSeconds", 0) * 1e9 + 0.5)
        scaled = math.trunc(feed * report["experiment"]["timeScale"])
        self.feed = max(scaled, min(feed, 5_000_000)) / 1e9
        self.environment = report["environment"]
        self.cancelled = report["cancelled"]
        self.by_text = {strategy["strategy"]: strategy for strategy in part["strategies"]}

    def bootstrap(self, blocks):
        return bootstrap_of(self.seed, blocks)

    def stated(self, run):
        return run["startupSeconds"] + run["wallSeconds"] if self.cold else run["wallSeconds"]

    def run(self):
        for index, strategy in enumerate(self.part["strategies"]):
            self.figures(f"{self.place}/strategies/{index}", strategy)
        self.digests()
        floors = self.floors()
        for index, strategy in enumerate(self.part["strategies"]):
            self.speedup(f"{self.place}/strategies/{index}", strategy, floors.get(strategy["baseline"], 0.0))
            self.drift(f"{self.place}/strategies/{index}", strategy, floors.get(strategy["baseline"], 0.0))
        self.verdict()

    def figures(self, place, strategy):
        same = self.check.same
        runs = measured(strategy)
        walls = [run["wallSeconds"] for run in runs]
        colds = [run["startupSeconds"] + run["wallSeconds"] for run in runs]
        same(f"{place}/medianWallSeconds", strategy["medianWallSeconds"], median(walls))
        same(f"{place}/coldWallSeconds", strategy["coldWallSeconds"], median(colds))
        same(f"{place}/startupSeconds", strategy["startupSeconds"], median([r["startupSeconds"] for r in runs]))
        same(f"{place}/cpuSeconds", strategy["cpuSeconds"], median([r["cpuSeconds"] for r in runs]))
        enough = len(runs) >= BLOCKS_FOR_INTERVAL
        same(f"{place}/wallInterval95", strategy["wallInterval95"],
             self.bootstrap(len(runs)).of_median(tuple(walls)) if enough else None)
        same(f"{place}/coldInterval95", strategy["coldInterval95"],
             self.bootstrap(len(runs)).of_median(tuple(colds)) if enough else None)
        self.outliers(place, strategy, runs)
        worst = max(reversed(runs), key=trouble)["tasks"]
        for key in ("done", "failed", "cancelled"):
            same(f"{place}/tasks/{key}", strategy["tasks"][key], worst[key])
        self.latency(place, strategy["latency"], runs)
        for index, run in enumerate(strategy["runs"]):
            self.latency(f"{place}/runs/{index}", run["latency"], [run])
        same(f"{place}/peakMemoryBytes", strategy["peakMemoryBytes"],
             max(run["peakMemoryBytes"] for run in strategy["runs"]))
        self.ledger(place, strategy, runs)
        self.bottleneck(place, strategy, runs)
        cost = self.part.get("recordNanoseconds", self.environment["recordNanoseconds"]) * 1e-9
        same(f"{place}/recorderShare", strategy["recorderShare"],
             max(r["records"] * cost / (r["wallSeconds"] * strategy["workers"]) for r in runs))
        digests = {run["resultDigest"] for run in runs}
        same(f"{place}/resultDigest", strategy["resultDigest"], digests.pop() if len(digests) == 1 else "")
        for index, run in enumerate(strategy["runs"]):
            tasks = run["tasks"]
            same(f"{place}/runs/{index}/latencySeconds", len(run["latencySeconds"]), tasks["done"])
            same(f"{place}/runs/{index}/tasks", tasks["done"] + tasks["failed"] + tasks["cancelled"],
                 strategy["items"])

    def outliers(self, place, strategy, runs):
        times = [self.stated(run) for run in runs]
        middle = median(times)
        limit = max(14.826 * median([abs(time - middle) for time in times]), 0.01 * middle)
        far = {id(run) for run, time in zip(runs, times)
               if abs(time - middle) > limit and len(runs) >= BLOCKS_FOR_INTERVAL}
        for index, run in enumerate(strategy["runs"]):
            self.check.same(f"{place}/runs/{index}/outlier", run["outlier"], id(run) in far)

    def latency(self, place, told, runs):
        pooled = [seconds for run in runs for seconds in run["latencySeconds"]]
        firsts = [mark["seconds"] for run in runs for mark in run["marks"] if mark["name"] == "first-done"]
        computed = None
        if pooled and firsts:
            computed = {"p50": median(pooled), "max": max(pooled), "first": median(firsts)}
            for key, share, least in (("p95", 0.95, 200), ("p99", 0.99, 1000)):
                computed[key] = percentile(pooled, share) if len(pooled) >= least else None
        if computed is None or told is None:
            self.check.same(f"{place}/latency", told, computed)
            return
        for key, value in computed.items():
            self.check.same(f"{place}/latency/{key}", told[key], value)

    def ledger(self, place, strategy, runs):
        shares = []
        for run in runs:
            whole = math.fsum(run["ledgerSeconds"].values())
            shares.append({state: value / whole for state, value in run["ledgerSeconds"].items()})
        middle = {state: median([run[state] for run in shares]) for state in shares[0]}
        if not any(middle.values()):
            middle = {state: math.fsum(run[state] for run in shares) for state in shares[0]}
        whole = math.fsum(middle.values())
        for state, value in middle.items():
            self.check.same(f"{place}/ledger/{state}", strategy["ledger"][state], value / whole)
        for index, run in enumerate(strategy["runs"]):
            closed = math.fsum(run["ledgerSeconds"].values()) / (strategy["workers"] * run["wallSeconds"])
            self.check.same(f"{place}/runs/{index}/ledgerSeconds", abs(closed - 1) <= 0.01, True)

    def bottleneck(self, place, strategy, runs):
        told = strategy["bottleneck"]
        staged = [run["stages"] for run in runs]
        if not all(stages and all(stage["taskSeconds"] for stage in stages) for stages in staged):
            self.check.same(f"{place}/bottleneck", told, None)
            return
        services = []
        if self.feed > 0:
            services.append({"name": "feeder", "workers": 0, "taskSeconds": self.feed, "secondsPerItem": self.feed})
        for index, stage in enumerate(staged[0]):
            times = [stages[index]["taskSeconds"] for stages in staged]
            seconds = median([sum(one) / len(one) for one in times])
            workers = len(stage["tasksPerWorker"])
            services.append({"name": stage["name"], "workers": workers, "taskSeconds": seconds,
                             "secondsPerItem": seconds / workers})
            for run in staged:
                self.check.same(f"{place}/runs/stages", sum(run[index]["tasksPerWorker"]), len(run[index]["taskSeconds"]))
        most = max(service["secondsPerItem"] for service in services)
        slow = [service for service in services if service["secondsPerItem"] >= 0.95 * most]
        self.check.same(f"{place}/bottleneck/stage", told["stage"], slow[0]["name"])
        self.check.same(f"{place}/bottleneck/secondsPerItem", told["secondsPerItem"], slow[0]["secondsPerItem"])
        self.check.same(f"{place}/bottleneck/tied", told["tied"], [service["name"] for service in slow[1:]])
        self.check.same(f"{place}/bottleneck/leastSeconds", told["leastSeconds"],
                        median([self.least_seconds(stages) for stages in staged]))
        self.check.same(f"{place}/bottleneck/stages", len(told["stages"]), len(services))
        for index, (one, service) in enumerate(zip(told["stages"], services)):
            for key, value in service.items():
                self.check.same(f"{place}/bottleneck/stages/{index}/{key}", one[key], value)

    def least_seconds(self, stages):
        shortest = sum(min(stage["taskSeconds"]) for stage in stages)
        bounds = [self.feed * (len(stages[0]["taskSeconds"]) - 1) + shortest]
        for stage in stages:
            times = stage["taskSeconds"]
            bounds.append(max(sum(times) / len(stage["tasksPerWorker"]), max(times)) + shortest - min(times))
        return max(bounds)

    def digests(self):
        self.differing = set()  # runtimes
        for strategy in self.part["strategies"]:
            baseline = self.by_text.get(strategy["baseline"])
            if not baseline or strategy["tasks"]["cancelled"] or baseline["tasks"]["cancelled"]:
                continue
            if not strategy["resultDigest"] or strategy["resultDigest"] != baseline["resultDigest"]:
                self.differing.add(strategy["runtime"])
        self.check.same(f"{self.place}/digestsEqual", self.part["digestsEqual"], not self.differing)

    def floors(self):
        """By baseline; each judges its own runtime, and native code's comes first."""
        floors = {}
        for index, strategy in enumerate(self.part["strategies"]):
            fraction = None
            if strategy["baseline"] == strategy["strategy"]:
                fraction = noise_floor(tuple(self.stated(run) for run in measured(strategy)), self.seed)
            if fraction is not None:
                floors[strategy["strategy"]] = fraction
            self.check.same(f"{self.place}/strategies/{index}/noiseFloor", strategy["noiseFloor"], fraction)
        first = min(floors, key=lambda name: name.startswith("python-"), default=None)
        told = self.part["noiseFloor"]
        if first is None or told is None:
            self.check.same(f"{self.place}/noiseFloor", told, first)
        else:
            self.check.same(f"{self.place}/noiseFloor/fraction", told["fraction"], floors[first])
            self.check.same(f"{self.place}/noiseFloor/strategy", told["strategy"], first)
        return floors

    def speedup(self, place, strategy, floor):
        same = self.check.same
        baseline = self.by_text.get(strategy["baseline"])
        void = baseline is None or baseline is strategy or strategy["tasks"]["cancelled"] > 0 \
            or baseline["tasks"]["cancelled"] > 0
        if void:
            same(f"{place}/speedup", strategy["speedup"], None)
            same(f"{place}/judgement", strategy["judgement"], "none")
            return
        value = median([self.stated(r) for r in measured(baseline)]) / median(
            [self.stated(r) for r in measured(strategy)])
        of_block = {run["block"]: self.stated(run) for run in measured(strategy)}
        pairs = [(self.stated(r), of_block[r["block"]]) for r in measured(baseline) if r["block"] in of_block]
        interval = None
        if len(pairs) >= BLOCKS_FOR_INTERVAL:
            low, high = self.bootstrap(len(pairs)).of_median(tuple(above / below for above, below in pairs))
            interval = [min(low, value), max(high, value)]
        same(f"{place}/speedup/value", strategy["speedup"]["value"], value)
        same(f"{place}/speedup/interval95", strategy["speedup"]["interval95"], interval)
        same(f"{place}/judgement", strategy["judgement"],
             self.judgement(strategy, baseline, value, interval, pairs, floor))

    def drift(self, place, strategy, floor):
        runs = measured(strategy)
        computed = drift_of([run["block"] for run in runs], [self.stated(run) for run in runs])
        told = strategy["drift"]
        if computed is None or told is None:
            self.check.same(f"{place}/drift", told, computed)
            return
        computed["beyondNoise"] = computed["p"] < 0.05 / len(self.part["strategies"]) \
            and abs(computed["share"]) > floor
        for key, value in computed.items():
            self.check.same(f"{place}/drift/{key}", told[key], value)

    def judgement(self, strategy, baseline, value, interval, pairs, floor):
        blocks = len(pairs)
        trouble = any(s["tasks"]["failed"] - s["tasks"].get("meant", 0) > 0 for s in (strategy, baseline))
        if self.cancelled or strategy["runtime"] in self.differing or not self.environment["measurable"] or trouble:
            return "none"
        if blocks < BLOCKS_FOR_VERDICT or interval is None:
            return "too-few-blocks"

        def heavy(one):
            return min(one["recorderShare"], 0.99) if one["recorderShare"] > 0.05 else 0.0

        of_ratios = noise_floor(tuple(its / mine for its, mine in pairs), self.seed)
        floor = floor if of_ratios is None else min(floor, of_ratios)
        if interval[0] * (1 - heavy(baseline)) > 1 and value > 1 + floor:
            return "faster"
        if interval[1] / (1 - heavy(strategy)) < 1 and value < 1 / (1 + floor):
            return "slower"
        return "no-difference"

    def verdict(self):
        judged = [s for s in self.part["strategies"] if s["speedup"]]
        judged = [s for s in judged if s["runtime"] == "native"] or judged
        best = max(judged, key=lambda s: (s["judgement"] == "faster", s["speedup"]["value"]), default=None)
        told = self.part["verdict"]
        if best is None or self.differing or best["judgement"] in ("none", "too-few-blocks"):
            self.check.same(f"{self.place}/verdict", told, None)
        else:
            self.check.same(f"{self.place}/verdict/strategy", told and told["strategy"], best["strategy"])
            self.check.same(f"{self.place}/verdict/judgement", told and told["judgement"], best["judgement"])


def ceilings(check, report):
    """Their medians by the number of workers."""
    medians = {1: 1.0}
    for index, ceiling in enumerate(report["ceilings"]):
        values = tuple(run["value"] for run in ceiling["runs"] if not run["replaced"])
        medians[ceiling["workers"]] = median(values)
        check.same(f"/ceilings/{index}/median", ceiling["median"], median(values))
        interval = None
        if len(values) >= BLOCKS_FOR_INTERVAL:
            interval = bootstrap_of(report["experiment"]["seed"], len(values)).of_median(values)
        check.same(f"/ceilings/{index}/interval95", ceiling["interval95"], interval)
    return medians


def expectations(check, report, medians):
    computed = []
    by_text = {strategy["strategy"]: strategy for strategy in report["strategies"]}
    for expectation in report["experiment"]["expect"]:
        strategy = by_text.get(expectation["strategy"])
        if strategy is None or report["cancelled"]:
            continue
        speedup = strategy["speedup"]["value"] if strategy["speedup"] else None
        bounds = expectation["speedup"]
        met = speedup is not None and bounds.get("atLeast", 0) <= speedup <= bounds.get("atMost", math.inf)
        limit = None
        if "ofCeiling" in bounds:
            limit = medians[min(strategy["workers"], report["environment"]["cores"])]
            met = met and speedup >= bounds["ofCeiling"] * limit
        computed.append((expectation["strategy"], met, limit))
    check.same("/expectations", len(report["expectations"]), len(computed))
    for index, (told, (strategy, met, limit)) in enumerate(zip(report["expectations"], computed)):
        check.same(f"/expectations/{index}/strategy", told["strategy"], strategy)
        check.same(f"/expectations/{index}/met", told["met"], met)
        check.same(f"/expectations/{index}/ceiling", told["ceiling"], limit)


# ---- Laws of scaling ----

LAWS = {"amdahl": ["rate", "serial"], "gustafson": ["rate", "serial"], "usl": ["rate", "contention", "coherency"]}
RANGES = [(-math.inf, math.inf), (0, 1), (0, math.inf)]  # of ln rate, share, coherency
FIT_TOLERANCE = 2e-7


def law_at(law, p, n):
    """ln of the speed, and its slopes."""
    if law == "gustafson":
        speed = max(n - p[1] * (n - 1), 1e-9)
        return p[0] + math.log(speed), [1.0, -(n - 1) / speed]
    pairs = n * (n - 1) if law == "usl" else 0.0
    cost = max(1 + p[1] * (n - 1) + (p[2] if law == "usl" else 0) * pairs, 1e-9)
    return p[0] + math.log(n / cost), [1.0, -(n - 1) / cost, -pairs / cost][:len(p)]


def inverse(matrix):
    size = len(matrix)
    rows = [list(row) + [float(i == j) for j in range(size)] for i, row in enumerate(matrix)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda i: abs(rows[i][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        scale = rows[column][column]
        rows[column] = [entry / scale for entry in rows[column]]
        for i in range(size):
            if i != column:
                factor = rows[i][column]
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[column])]
    return [row[size:] for row in rows]


def squares_of(law, p, samples):
    return sum((law_at(law, p, n)[0] - math.log(speed)) ** 2 for n, speed in samples)


def normal_matrix(law, p, samples, free):
    jacobian = [law_at(law, p, n)[1] for n, _ in samples]
    return jacobian, [[sum(row[i] * row[j] for row in jacobian) for j in free] for i in free]


def solved(law, samples, start, free):
    """Levenberg's way; the parameters that are not free stay as they are."""
    p = list(start)
    best = squares_of(law, p, samples)
    damping = 1e-3
    for _ in range(2000):
        jacobian, matrix = normal_matrix(law, p, samples, free)
        left = [law_at(law, p, n)[0] - math.log(speed) for n, speed in samples]
        slope = [sum(row[i] * r for row, r in zip(jacobian, left)) for i in free]
        damped = [[entry * (1 + damping * (i == j)) for j, entry in enumerate(row)] for i, row in enumerate(matrix)]
        try:
            step = [-sum(a * b for a, b in zip(row, slope)) for row in inverse(damped)]
        except ZeroDivisionError:
            return None
        tried = list(p)
        for i, value in zip(free, step):
            tried[i] += value
        squares = squares_of(law, tried, samples)
        if squares <= best:
            still = all(abs(value) <= 1e-14 * abs(tried[i]) + 1e-18 for i, value in zip(free, step))
            p, best, damping = tried, squares, damping / 10
            if still:
                break
        else:
            damping *= 10
            if damping > 1e12:
                break
    within = all(RANGES[i][0] <= p[i] <= RANGES[i][1] for i in free)
    return (best, p) if within else None


@functools.lru_cache(maxsize=None)
def student(freedom):
    """Student's t at 0.975, by Simpson's rule after t = √ν·tan θ."""

    def area(end, steps=2000):
        h = end / steps
        power = freedom - 1
        return h / 3 * sum((1 if i in (0, steps) else 4 if i % 2 else 2) * math.cos(i * h) ** power
                           for i in range(steps + 1))

    whole = area(math.pi / 2)
    low, high = 0.0, math.pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        if area(middle) / whole < 0.95:
            low = middle
        else:
            high = middle
    return math.sqrt(freedom) * math.tan(low)


def fit_of(law, samples):
    count = len(LAWS[law])
    first = min(samples)
    rate = math.log(first[1] / first[0])
    found = []
    for share in (None, 0.0, 1.0):
        for coherency in ((None, 0.0) if count == 3 else (0.0,)):
            start = [rate, 0.1 if share is None else share, 0.001 if coherency is None else coherency][:count]
            free = [0] + ([1] if share is None else []) + ([2] if count == 3 and coherency is None else [])
            solution = solved(law, samples, start, free)
            if solution:
                found.append(solution)
    squares, p = min(found)
    n = len(samples)
    _, matrix = normal_matrix(law, p, samples, range(count))
    variance = squares / (n - count)
    covariance = [[entry * variance for entry in row] for row in inverse(matrix)]
    factor = student(n - count)
    parameters = []
    for i, name in enumerate(LAWS[law]):
        half = factor * math.sqrt(max(0.0, covariance[i][i]))
        value, interval = p[i], [max(p[i] - half, RANGES[i][0]), min(p[i] + half, RANGES[i][1])]
        if i == 0:
            value, interval = math.exp(value), [math.exp(end) for end in interval]
        parameters.append({"name": name, "value": value, "interval95": interval})
    k = count + 1
    aicc = n * math.log(max(squares / n, 1e-18)) + 2 * k + 2 * k * (k + 1) / (n - k - 1)
    return {"law": law, "parameters": parameters, "covariance": [entry for row in covariance for entry in row],
            "samples": n, "squares": squares, "aicc": aicc}


class Swept:
    """What a sweep says as a whole."""

    def __init__(self, check, report, medians):
        self.check = check
        self.report = report
        self.medians = medians
        self.over = report["experiment"]["sweep"]["over"]
        self.cold = report["experiment"]["timing"] == "cold"
        written = report["experiment"]["strategies"]
        self.series = {text: [] for text in written}
        for point in report["points"]:
            asked = [strategy for strategy in point["strategies"] if not strategy["addedBaseline"]]
            if len(asked) == len(written):
                for text, strategy in zip(written, asked):
                    self.series[text].append((point, strategy))

    def run(self):
        self.check.same("/digestsEqual", self.report["digestsEqual"],
                        all(point["digestsEqual"] for point in self.report["points"]))
        self.check.same("/points", [point["value"] for point in self.report["points"]] ==
                        self.report["experiment"]["sweep"]["values"], True)
        floors = [point["noiseFloor"] for point in self.report["points"] if point["noiseFloor"]]
        largest = max(floors, key=lambda floor: floor["fraction"], default=None)
        self.check.same("/noiseFloor", self.report["noiseFloor"] == largest, True)
        if self.over == "strategy.workers":
            self.scaling()
            self.check.same("/optima", self.report["optima"], [])
        else:
            self.check.same("/scaling", self.report["scaling"], [])
            self.optima()

    def near(self, place, told, computed, scale=0.0):
        self.check.compared += 1
        room = max(1e-15, FIT_TOLERANCE * scale)
        if told is None or not math.isclose(told, computed, rel_tol=FIT_TOLERANCE, abs_tol=room):
            self.check.problems.append(f"{place}: told {told!r}, computed {computed!r}")

    def sound(self, point, strategy):
        baseline = next((s for s in point["strategies"] if s["strategy"] == strategy["baseline"]), None)
        same = baseline and strategy["resultDigest"] and all(
            s["resultDigest"] == baseline["resultDigest"] for s in point["strategies"]
            if s["runtime"] == strategy["runtime"])
        tasks = strategy["tasks"]
        return same and tasks["cancelled"] == 0 and tasks["failed"] == tasks["meant"]

    def stated(self, run):
        return run["wallSeconds"] + (run["startupSeconds"] if self.cold else 0)

    def stated_figures(self, strategy):
        if self.cold:
            return strategy["coldWallSeconds"], strategy["coldInterval95"]
        return strategy["medianWallSeconds"], strategy["wallInterval95"]

    def scaling(self):
        told = {one["strategy"]: (index, one) for index, one in enumerate(self.report["scaling"])}
        entries = 0
        for text, series in self.series.items():
            points, samples = {}, []
            for point, strategy in series:
                name = strategy["strategy"]
                if ":" in text.split("@")[0] or ":" not in name or name in points:
                    continue
                if not self.sound(point, strategy) or not strategy["speedup"]:
                    continue
                workers = int(name.split("@")[0].split(":")[1])
                points[name] = (workers, strategy)
                baseline = next(s for s in point["strategies"] if s["strategy"] == strategy["baseline"])
                own = {run["block"]: self.stated(run) for run in measured(strategy)}
                samples += [(workers, self.stated(run) / own[run["block"]]) for run in measured(baseline)
                            if run["block"] in own]
            if not points:
                continue
            entries += 1
            index, one = told.get(text, (None, None))
            self.check.same(f"/scaling/{text}", one is None, False)
            if one is not None:
                self.entry(f"/scaling/{index}", one, points, samples)
        self.check.same("/scaling", len(told), entries)

    def entry(self, place, told, points, samples):
        ordered = sorted(points.items(), key=lambda item: item[1][0])
        self.check.same(f"{place}/points", len(told["points"]), len(ordered))
        for index, (point, (name, (workers, strategy))) in enumerate(zip(told["points"], ordered)):
            at = f"{place}/points/{index}"
            seconds, interval = self.stated_figures(strategy)
            items = strategy["items"]
            self.check.same(f"{at}/strategy", point["strategy"], name)
            self.check.same(f"{at}/workers", point["workers"], workers)
            self.check.same(f"{at}/speedup", point["speedup"], strategy["speedup"]["value"])
            self.check.same(f"{at}/speedupInterval95", point["speedupInterval95"], strategy["speedup"]["interval95"])
            self.check.same(f"{at}/itemsPerSecond", point["itemsPerSecond"], items / seconds)
            self.check.same(f"{at}/itemsPerSecondInterval95", point["itemsPerSecondInterval95"],
                            [items / interval[1], items / interval[0]] if interval else None)
            limit = self.medians.get(min(strategy["workers"], self.report["environment"]["cores"]))
            self.check.same(f"{at}/ceiling", point["ceiling"], limit)
        suffices = len(samples) >= 6 and len({n for n, _ in samples}) >= 4
        fits = [fit_of(law, samples) for law in LAWS] if suffices else []
        self.check.same(f"{place}/fits", len(told["fits"]), len(fits))
        for index, (one, fit) in enumerate(zip(told["fits"], fits)):
            at = f"{place}/fits/{index}"
            self.check.same(f"{at}/law", one["law"], fit["law"])
            self.check.same(f"{at}/samples", one["samples"], fit["samples"])
            self.near(f"{at}/squares", one["squares"], fit["squares"])
            self.near(f"{at}/aicc", one["aicc"], fit["aicc"])
            self.check.same(f"{at}/parameters", len(one["parameters"]), len(fit["parameters"]))
            for i, (parameter, computed) in enumerate(zip(one["parameters"], fit["parameters"])):
                self.check.same(f"{at}/parameters/{i}/name", parameter["name"], computed["name"])
                self.near(f"{at}/parameters/{i}/value", parameter["value"], computed["value"])
                for end in (0, 1):
                    self.near(f"{at}/parameters/{i}/interval95/{end}", parameter["interval95"][end],
                              computed["interval95"][end], computed["value"])
            self.check.same(f"{at}/covariance", len(one["covariance"]), len(fit["covariance"]))
            for i, (entry, computed) in enumerate(zip(one["covariance"], fit["covariance"])):
                self.near(f"{at}/covariance/{i}", entry, computed)
        best = min(fits, key=lambda fit: fit["aicc"], default=None)
        self.check.same(f"{place}/law", told["law"], best and best["law"])
        peak = None
        if best and best["law"] == "usl" and best["parameters"][2]["value"] > 0:
            peak = max(1.0, math.sqrt((1 - best["parameters"][1]["value"]) / best["parameters"][2]["value"]))
        if peak is None:
            self.check.same(f"{place}/peakWorkers", told["peakWorkers"], None)
        else:
            self.near(f"{place}/peakWorkers", told["peakWorkers"], peak)

    def optima(self):
        by_time = self.over.startswith("strategy.")
        computed = []
        for text, series in self.series.items():
            usable = [(point, strategy) for point, strategy in series
                      if self.sound(point, strategy) and (by_time or strategy["speedup"])]
            if len(usable) < 2 or (by_time and len({s["strategy"] for _, s in usable}) < 2):
                continue

            def figures(strategy):
                if by_time:
                    return self.stated_figures(strategy)
                return -strategy["speedup"]["value"], strategy["speedup"]["interval95"]

            point, best = min(usable, key=lambda one: figures(one[1])[0])
            mine = figures(best)[1]
            as_good = []
            for other, strategy in usable:
                its = figures(strategy)[1]
                if other is not point and mine and its and its[0] <= mine[1] and mine[0] <= its[1]:
                    as_good.append(other["value"])
            computed.append((text, best["strategy"], point["value"], as_good))
        self.check.same("/optima", len(self.report["optima"]), len(computed))
        for index, (told, (text, best, value, as_good)) in enumerate(zip(self.report["optima"], computed)):
            self.check.same(f"/optima/{index}/strategy", told["strategy"], text)
            self.check.same(f"/optima/{index}/best", told["best"], best)
            self.check.same(f"/optima/{index}/value", told["value"], value)
            self.check.same(f"/optima/{index}/asGood", told["asGood"] == as_good, True)


def stopping(check, report):
    """How far an experiment came that repeats until it is sure."""
    told = report["stopping"]
    asked = report["experiment"].get("precision")
    parts = [report] + report.get("points", [])
    strategies = [strategy for part in parts for strategy in part["strategies"]]
    compared = [strategy["speedup"] for strategy in strategies if strategy["speedup"]]
    if asked is None or not compared:
        check.same("/stopping", told, None)
        return
    widths = [(one["interval95"][1] - one["interval95"][0]) / one["value"] if one["interval95"] else None
              for one in compared]
    widest = None if None in widths else max(widths)
    counts = {len(measured(strategy)) for strategy in strategies}
    blocks = counts.pop() if len(counts) == 1 else 0
    limit = report["experiment"]["repeats"]
    check.same("/stopping/blocks", told["blocks"], blocks)
    check.same("/stopping/limit", told["limit"], limit)
    check.same("/stopping/widest", told["widest"], widest)
    check.same("/stopping/sure", told["sure"],
               widest is not None and widest <= asked and blocks >= min(BLOCKS_FOR_VERDICT, limit))


class Crossover:
    """Where one of two strategies overtakes the other: the comparison at every value, and the answer."""

    def __init__(self, check, report):
        self.check = check
        self.report = report
        self.cold = report["experiment"]["timing"] == "cold"
        low, high = report["experiment"]["sweep"]["values"]
        self.ends = low, high
        self.logarithmic = low > 0 and high / low > 10

    def run(self):
        same, report = self.check.same, self.report
        same("/over", report["over"], report["experiment"]["sweep"]["over"])
        same("/scale", report["scale"], "logarithmic" if self.logarithmic else "linear")
        same("/level", report["level"], 1 - 2 * 0.05 / report["mostPoints"])
        values = [point["value"] for point in report["points"]]
        same("/points", values == sorted(set(values)), True)
        same("/points", len(values) <= report["mostPoints"], True)
        same("/points", (values[0], values[-1]) == self.ends, True)
        for index, point in enumerate(report["points"]):
            self.point(f"/points/{index}", point)
        self.answer()

    def times(self, strategy):
        return {run["block"]: run["wallSeconds"] + (run["startupSeconds"] if self.cold else 0)
                for run in measured(strategy)}

    def point(self, place, point):
        by_text = {strategy["strategy"]: strategy for strategy in point["strategies"]}
        first, second = (by_text[name] for name in self.report["between"])
        sound = point["digestsEqual"] and all(
            strategy["tasks"]["cancelled"] == 0 and strategy["tasks"]["failed"] == strategy["tasks"]["meant"]
            for strategy in (first, second))
        if not sound:
            self.check.same(f"{place}/ratio", point["ratio"], None)
            self.check.same(f"{place}/faster", point["faster"], None)
            return
        one, other = self.times(first), self.times(second)
        blocks = [block for block in one if block in other]
        above, below = tuple(one[b] for b in blocks), tuple(other[b] for b in blocks)
        self.check.same(f"{place}/ratio", point["ratio"], median(above) / median(below))
        seed = self.report["experiment"]["seed"]
        interval = bootstrap_of(seed, len(blocks)).of_ratio(above, below, self.report["level"])
        self.check.same(f"{place}/interval", point["interval"], interval)
        faster = self.report["between"][1] if interval[0] > 1 else self.report["between"][0] if interval[1] < 1 else None
        self.check.same(f"{place}/faster", point["faster"], faster)

    def answer(self):
        sure = [point for point in self.report["points"] if point["faster"]]
        crossings = [(low, high) for low, high in zip(sure, sure[1:]) if low["faster"] != high["faster"]]
        told = self.report["answer"]
        outcome = "several" if len(crossings) > 1 else "crossing" if crossings else "undecided" if not sure else \
            "never" if (sure[0]["value"], sure[-1]["value"]) == self.ends else "one-sided"
        self.check.same("/answer/outcome", told["outcome"], outcome)
        self.check.same("/answer/crossings", len(told["crossings"]), len(crossings))
        for index, (one, (low, high)) in enumerate(zip(told["crossings"], crossings)):
            place = f"/answer/crossings/{index}"
            self.check.same(f"{place}/faster", one["faster"], high["faster"])
            self.check.same(f"{place}/low", one["low"], low["value"])
            self.check.same(f"{place}/high", one["high"], high["value"])
            self.check.same(f"{place}/taskSeconds", one["taskSeconds"], self.task_seconds(low, high))
            self.estimate(f"{place}/estimate", one["estimate"], low["value"], high["value"])

    def task_seconds(self, low, high):
        ends = []
        for point in (low, high):
            baseline = next(s for s in point["strategies"] if s["strategy"] == s["baseline"])
            ends.append((baseline["medianWallSeconds"] / baseline["items"], baseline["items"]))
        return sorted(seconds for seconds, _ in ends) if ends[0][1] == ends[1][1] else None

    def estimate(self, place, told, low, high):
        scale = math.log if self.logarithmic else float
        points = [(scale(point["value"]), math.log(point["ratio"])) for point in self.report["points"]
                  if low <= point["value"] <= high and point["ratio"]]
        mean_x = math.fsum(x for x, _ in points) / len(points)
        mean_y = math.fsum(y for _, y in points) / len(points)
        slope = math.fsum((x - mean_x) * (y - mean_y) for x, y in points) / math.fsum((x - mean_x) ** 2 for x, _ in points)
        zero = mean_x - mean_y / slope
        value = math.exp(zero) if self.logarithmic else zero
        computed = value if low <= value <= high else None
        self.check.compared += 1
        if (told is None) != (computed is None) or (told is not None and not math.isclose(told, computed, rel_tol=1e-9)):
            self.check.problems.append(f"{place}: told {told!r}, computed {computed!r}")


def check_report(report):
    check = Check()
    if report["schema"] == "overlap.crossover/1":
        for index, point in enumerate(report["points"]):
            Comparison(check, report, point, f"/points/{index}").run()
        Crossover(check, report).run()
        return check
    stopping(check, report)
    if "points" in report:
        for index, point in enumerate(report["points"]):
            Comparison(check, report, point, f"/points/{index}").run()
        Swept(check, report, ceilings(check, report)).run()
    else:
        Comparison(check, report, report, "").run()
        expectations(check, report, ceilings(check, report))
    return check


# What a report is about, its raw samples, and words.
GIVEN = {"schema", "experiment", "environment", "runs", "hints", "diagnoses", "strategy", "runtime", "baseline", "addedBaseline",
         "items", "workers", "sentence", "cancelled", "meant", "lost", "rules",
         "between", "profiles"}  # of the timelines, which a report does not hold


def places_of_figures(value, place=()):
    """Every number and text that follows from raw samples."""
    if isinstance(value, dict):
        for key, member in value.items():
            if key not in GIVEN:
                yield from places_of_figures(member, place + (key,))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from places_of_figures(member, place + (index,))
    elif value is not None:
        yield place


def planted(report):
    if check_report(report).problems:
        print("the report itself does not agree, so a planted change proves nothing")
        return 1
    missed = []
    places = list(places_of_figures(report))
    # One of each kind of figure.
    kinds = {}
    for place in places:
        kinds.setdefault(tuple(part for part in place if not isinstance(part, int)), place)
    for place in kinds.values():
        changed = copy.deepcopy(report)
        holder = changed
        for part in place[:-1]:
            holder = holder[part]
        old = holder[place[-1]]
        if isinstance(old, bool):
            holder[place[-1]] = not old
        elif isinstance(old, (int, float)):
            holder[place[-1]] = old * 1.000001 + 1e-9 if isinstance(old, float) else old + 1
        else:
            holder[place[-1]] = "planted"
        if not check_report(changed).problems:
            missed.append("/" + "/".join(map(str, place)))
    for place in missed:
        print(f"a change of {place} goes unnoticed")
    print(f"{len(kinds)} planted changes, {len(kinds) - len(missed)} found")
    return 1 if missed or not kinds else 0


def main(arguments):
    plant = "--planted" in arguments
    files = [argument for argument in arguments if argument != "--planted"]
    if len(files) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    with open(files[0], encoding="utf-8") as file:
        report = json.load(file)
    if plant:
        return planted(report)
    check = check_report(report)
    for problem in check.problems:
        print(problem)
    print(f"{check.compared} figures recomputed, {len(check.problems)} differ")
    return 1 if check.problems or check.compared < 20 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
