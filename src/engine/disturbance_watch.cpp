// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/disturbance_watch.h"

#include "engine/cgroup.h"

#include <algorithm>
#include <condition_variable>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace overlap::engine {

using core::DisturbanceKind;
using core::Nanoseconds;

namespace {

constexpr Nanoseconds beatInterval = 50'000'000;

Nanoseconds clockNow(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<Nanoseconds>(now.tv_sec) * core::nanosecondsPerSecond + now.tv_nsec;
}

Nanoseconds fromTicks(long long ticks)
{
    static const long perSecond = std::max(1L, sysconf(_SC_CLK_TCK));
    return ticks * (core::nanosecondsPerSecond / perSecond);
}

/// The difference of two clocks, read so closely that nothing came between.
Nanoseconds asleep()
{
    Nanoseconds closest = INT64_MAX;
    Nanoseconds difference = 0;
    for (int i = 0; i < 5; ++i) {
        const Nanoseconds before = core::monotonicNow();
        const Nanoseconds boot = clockNow(CLOCK_BOOTTIME);
        const Nanoseconds after = core::monotonicNow();
        if (after - before < closest) {
            closest = after - before;
            difference = boot - before;
        }
    }
    return difference;
}

void readStat(MachineSample& sample)
{
    std::ifstream file("/proc/stat");
    std::string name;
    long long user = 0, nice = 0, system = 0, idle = 0, iowait = 0, irq = 0, softirq = 0, steal = 0;
    file >> name >> user >> nice >> system >> idle >> iowait >> irq >> softirq >> steal;
    sample.busy = fromTicks(user + nice + system + irq + softirq); // user includes guests
    sample.stolen = fromTicks(steal);
}

Nanoseconds cpuOf(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    const auto nanoseconds = [](const timeval& time) {
        return static_cast<Nanoseconds>(time.tv_sec) * core::nanosecondsPerSecond + time.tv_usec * 1000;
    };
    return nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime);
}

/// Children that still run, such as the server of an experiment; those that ended are in RUSAGE_CHILDREN.
Nanoseconds cpuOfLivingChildren()
{
    Nanoseconds sum = 0;
    std::error_code failure;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", failure)) {
        std::ifstream children(thread.path() / "children");
        for (std::string pid; children >> pid;) {
            std::ifstream file("/proc/" + pid + "/stat");
            std::string line;
            std::getline(file, line);
            const auto name = line.rfind(')'); // it may hold anything
            if (name == std::string::npos)
                continue;
            std::istringstream fields(line.substr(name + 1));
            std::string skipped;
            for (int i = 0; i < 11; ++i)
                fields >> skipped;
            long long user = 0, system = 0;
            fields >> user >> system;
            sum += fromTicks(user + system);
        }
    }
    return sum;
}

} // namespace

SystemProbe::SystemProbe()
    : m_throttleFile(cgroupFile("cpu.stat"))
    , m_beat([this](std::stop_token stop) { beat(std::move(stop)); })
{}

void SystemProbe::beat(std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable_any sleeper;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        const Nanoseconds begin = core::monotonicNow();
        sleeper.wait_for(lock, stop, std::chrono::nanoseconds(beatInterval), [] { return false; });
        const Nanoseconds late = core::monotonicNow() - begin - beatInterval;
        if (late > m_longestStall.load(std::memory_order_relaxed))
            m_longestStall.store(late, std::memory_order_relaxed);
    }
}

MachineSample SystemProbe::sample()
{
    MachineSample sample;
    readStat(sample);
    sample.own = cpuOf(RUSAGE_SELF) + cpuOf(RUSAGE_CHILDREN) + cpuOfLivingChildren();
    sample.throttled = throttledTime(m_throttleFile);
    sample.asleep = asleep();
    sample.longestStall = m_longestStall.exchange(0, std::memory_order_relaxed);
    sample.cpus = static_cast<int>(std::max(1L, sysconf(_SC_NPROCESSORS_ONLN)));
    sample.time = core::monotonicNow();
    return sample;
}

std::vector<core::Disturbance> disturbancesBetween(const MachineSample& before, const MachineSample& after)
{
    constexpr double loadPerCpu = 0.25;
    constexpr double mostLoad = 1.0;
    constexpr double stealShare = 0.05;
    constexpr double throttledShare = 0.02;
    constexpr Nanoseconds shortestTold = 250'000'000;
    constexpr Nanoseconds sleepTold = 10'000'000;
    constexpr Nanoseconds stallTold = 250'000'000;

    std::vector<core::Disturbance> found;
    const Nanoseconds elapsed = after.time - before.time;
    if (elapsed <= 0)
        return found;
    const auto wall = static_cast<double>(elapsed);
    const auto share = [wall](Nanoseconds from, Nanoseconds to) {
        return static_cast<double>(to - from) / wall;
    };
    if (elapsed >= shortestTold) {
        const double others = share(before.busy - before.own, after.busy - after.own);
        if (others > std::min(mostLoad, loadPerCpu * after.cpus))
            found.push_back({DisturbanceKind::load, others});
        const double stolen = share(before.stolen, after.stolen) / after.cpus;
        if (stolen > stealShare)
            found.push_back({DisturbanceKind::steal, stolen});
    }
    if (const Nanoseconds throttled = after.throttled - before.throttled;
        static_cast<double>(throttled) > throttledShare * wall)
        found.push_back({DisturbanceKind::throttled, core::toSeconds(throttled)});
    const Nanoseconds slept = after.asleep - before.asleep;
    if (slept >= sleepTold || after.longestStall > stallTold)
        found.push_back({DisturbanceKind::clockGap, core::toSeconds(std::max(slept, after.longestStall))});
    return found;
}

} // namespace overlap::engine
