// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The process pool beside CPython's ProcessPoolExecutor, turn by turn in one run: overlap_compare_processes
// [ROUNDS]. Each figure is the median over the rounds of what one round measured.
#include "core/text.h"
#include "odd_workloads.h"
#include "recording/recorder.h"
#include "support/test_worker.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <vector>

using namespace overlap;
using core::Nanoseconds;

namespace {

using Figures = std::map<std::string, double>;

struct Goal
{
    const char* name;
    const char* what;
    const char* unit;
    bool lessIsBetter;
    double bound;
    double ratio;
};

constexpr std::array<Goal, 4> goals{
    {{"roundtrip", "empty task, there and back", "µs", true, 30, 4},
     {"throughput", "empty tasks, two workers", "1/s", false, 60'000, 6},
     {"cold", "two workers from nothing to a first result", "ms", true, 20, 1},
     {"crash", "a worker killed, to its task's error", "ms", true, 1, 1}}};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

/// One executor's whole life over these acts.
struct Life
{
    core::RunResult result;
    Nanoseconds asked = 0;   ///< before anything of it was there
    Nanoseconds lastAct = 0; ///< when the last task began
};

Life live(ipc::Launcher& launcher, const executors::ProcessRules& rules, std::vector<core::Value> items)
{
    const core::Value parameters = testing::actsParameters(std::move(items));
    const auto workload = testing::actsWorkload().make(parameters);
    const core::Job job = testing::jobInProcesses(*workload, "acts", parameters);
    recording::Recorder recorder;
    Life life;
    const auto drain = [&] {
        for (std::size_t lane = 0; lane < recorder.laneCount(); ++lane) {
            recorder.reader(lane).drain([&life](std::span<const recording::Record> records) {
                for (const recording::Record& record : records) {
                    if ((record.flags & recording::recordTaskBegin) != 0)
                        life.lastAct = std::max(life.lastAct, record.time);
                }
            });
        }
    };
    life.asked = core::monotonicNow();
    executors::ProcessesExecutor executor(rules, recorder, {&launcher, testing::testWorker()});
    executor.prepare(job);
    {
        // As the engine's collector does: full rings would be cheaper than real ones.
        const std::jthread reader([&drain](std::stop_token stop) {
            while (!stop.stop_requested()) {
                drain();
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        });
        life.result = executor.run(job, {});
    }
    executor.shutdown(core::ShutdownMode::wait);
    drain();
    return life;
}

/// A figure of tasks that did not run is none.
void mustBeDone(const Life& life)
{
    for (const core::ItemResult& item : life.result.items) {
        if (item.status != core::TaskStatus::done) {
            std::cerr << "a task failed: " << item.error.english() << '\n';
            std::exit(1);
        }
    }
}

double roundTrip(ipc::Launcher& launcher)
{
    // One worker that has one task at a time: from one task's beginning to the next one's is the way there
    // and back.
    executors::ProcessRules rules;
    rules.inFlight = 1;
    const Life life = live(launcher, rules, std::vector<core::Value>(5000, testing::act("do", "nothing")));
    mustBeDone(life);
    std::vector<double> trips;
    for (std::size_t i = 1; i < life.result.items.size(); ++i)
        trips.push_back(static_cast<double>(life.result.items[i].begin - life.result.items[i - 1].begin) /
                        1e3);
    return median(trips);
}

double throughput(ipc::Launcher& launcher)
{
    executors::ProcessRules rules;
    rules.workers = 2;
    const Life life = live(launcher, rules, std::vector<core::Value>(100'000, testing::act("do", "nothing")));
    mustBeDone(life);
    return 100'000 / core::toSeconds(life.result.wall);
}

double firstResult(ipc::Launcher& launcher)
{
    executors::ProcessRules rules;
    rules.workers = 2;
    const Life life = live(launcher, rules, std::vector<core::Value>(2, testing::act("do", "pid")));
    mustBeDone(life);
    const Nanoseconds first = std::min(life.result.items[0].end, life.result.items[1].end);
    return core::toSeconds(life.result.origin + first - life.asked) * 1e3;
}

double crash(ipc::Launcher& launcher)
{
    std::vector<double> times;
    for (int i = 0; i < 20; ++i) {
        const Life life = live(launcher, {}, {testing::act("do", "signal", SIGKILL)});
        times.push_back(core::toSeconds(life.result.origin + life.result.items[0].end - life.lastAct) * 1e3);
    }
    return median(times);
}

Figures measureOurs(ipc::Launcher& launcher)
{
    return {{"roundtrip", roundTrip(launcher)},
            {"throughput", throughput(launcher)},
            {"cold", firstResult(launcher)},
            {"crash", crash(launcher)}};
}

/// The same of CPython, in a process of its own: lines "NAME FIGURE".
Figures measurePython(ipc::Launcher& launcher, const std::string& interpreter)
{
    ipc::ChildProcess child = launcher.spawn(
        {.program = interpreter,
         .arguments = {"-I", "-X", "utf8", OVERLAP_SOURCE_ROOT "/tests/bench/process_pool_peer.py"},
         .pipeOutput = true});
    Figures figures;
    for (std::size_t i = 0; i < goals.size(); ++i) {
        const std::string line = child.readLine(60 * core::nanosecondsPerSecond);
        const auto space = line.find(' ');
        figures[line.substr(0, space)] = core::numberFromText(line.substr(space + 1)).value_or(0);
    }
    child.stop(10 * core::nanosecondsPerSecond);
    return figures;
}

} // namespace

int main(int argc, char** argv)
{
    const auto rounds = argc > 1 ? core::integerFromText(argv[1]).value_or(0) : 5;
    if (rounds < 1) {
        std::cerr << "usage: overlap_compare_processes [ROUNDS]\n";
        return 2;
    }
    const char* named = std::getenv("OVERLAP_PYTHON");
    ipc::Launcher launcher;
    std::map<std::string, std::vector<double>> ours;
    std::map<std::string, std::vector<double>> theirs;
    for (std::int64_t round = 0; round < rounds; ++round) {
        for (const auto& [name, figure] : measureOurs(launcher))
            ours[name].push_back(figure);
        for (const auto& [name, figure] : measurePython(launcher, named ? named : "/usr/bin/python3"))
            theirs[name].push_back(figure);
    }
    std::printf("  %-46s %10s %10s %8s   %s\n", "", "Overlap", "CPython", "ratio", "goal");
    for (const Goal& goal : goals) {
        const double own = median(ours[goal.name]);
        const double peer = median(theirs[goal.name]);
        const double ratio = goal.lessIsBetter ? peer / own : own / peer;
        const bool met = (goal.lessIsBetter ? own <= goal.bound : own >= goal.bound) && ratio >= goal.ratio;
        std::printf("  %-40s %5s %10.2f %10.2f %6.1f x   %s %g, %g x: %s\n", goal.what, goal.unit, own, peer,
                    ratio, goal.lessIsBetter ? "<=" : ">=", goal.bound, goal.ratio, met ? "met" : "missed");
    }
    return 0;
}
