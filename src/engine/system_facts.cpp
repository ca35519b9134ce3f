// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/system_facts.h"

#include "core/text.h"
#include "core/time.h"
#include "engine/cgroup.h"
#include "engine/first_line.h"

#include <cmath>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sched.h>
#include <sstream>
#include <string>

namespace overlap::engine {

namespace {

/// What follows "key<blanks>:" on the line that begins with it.
std::string fieldOf(const char* path, std::string_view key)
{
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line)) {
        const auto colon = line.find(':');
        if (line.starts_with(key) && colon != std::string::npos) {
            const auto text = line.find_first_not_of(" \t", colon + 1);
            return text == std::string::npos ? std::string() : line.substr(text);
        }
    }
    return {};
}

std::optional<std::int64_t> numberIn(const std::filesystem::path& path)
{
    return core::integerFromText(firstLine(path));
}

/// "0-1,4"
std::string affinityList()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return {};
    std::vector<std::string> ranges;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (!CPU_ISSET(cpu, &set))
            continue;
        const int first = cpu;
        while (cpu + 1 < CPU_SETSIZE && CPU_ISSET(cpu + 1, &set))
            ++cpu;
        ranges.push_back(std::to_string(first) + (cpu > first ? "-" + std::to_string(cpu) : std::string()));
    }
    return core::joined(ranges, ",");
}

double stealShareSinceStart()
{
    std::ifstream file("/proc/stat");
    std::string name;
    file >> name;
    double all = 0;
    double steal = -1;
    double ticks = 0;
    for (int column = 0; column < 8 && file >> ticks; ++column) {
        all += ticks;
        if (column == 7)
            steal = ticks;
    }
    return steal >= 0 && all > 0 ? steal / all : -1;
}

int turbo()
{
    const std::filesystem::path cpus = "/sys/devices/system/cpu";
    if (const auto without = numberIn(cpus / "intel_pstate/no_turbo"))
        return *without == 0 ? 1 : 0;
    if (const auto boost = numberIn(cpus / "cpufreq/boost"))
        return *boost == 1 ? 1 : 0;
    return -1;
}

/// The coarse clock steps once a tick.
int tickHz()
{
    timespec step{};
    if (clock_getres(CLOCK_MONOTONIC_COARSE, &step) != 0 || step.tv_nsec <= 0)
        return -1;
    return static_cast<int>(std::lround(1e9 / static_cast<double>(step.tv_nsec)));
}

int onBattery()
{
    bool seen = false;
    std::error_code failure;
    for (const auto& supply : std::filesystem::directory_iterator("/sys/class/power_supply", failure)) {
        const std::string type = firstLine(supply.path() / "type");
        if (type != "Mains" && type != "USB")
            continue;
        if (numberIn(supply.path() / "online").value_or(0) == 1)
            return 0;
        seen = seen || type == "Mains";
    }
    return seen ? 1 : -1;
}

} // namespace

void probeSystem(core::Environment& environment)
{
    environment.affinity = affinityList();
    if (const std::string stat = cgroupFile("cpu.stat"); !stat.empty())
        environment.throttledTimes = throttledCount(stat);
    environment.stealShare = stealShareSinceStart();
    environment.turbo = turbo();
    if (const auto smt = numberIn("/sys/devices/system/cpu/smt/active"))
        environment.smt = *smt == 1 ? 1 : 0;
    if (const std::string flags = fieldOf("/proc/cpuinfo", "flags"); !flags.empty())
        environment.virtualMachine = (" " + flags + " ").find(" hypervisor ") == std::string::npos ? 0 : 1;
    environment.tickHz = tickHz();
    if (const auto degree = numberIn("/proc/sys/kernel/randomize_va_space");
        degree && *degree >= 0 && *degree <= 2)
        environment.addressRandomization = static_cast<int>(*degree);
    environment.onBattery = onBattery();
    if (const auto tracer = core::integerFromText(fieldOf("/proc/self/status", "TracerPid")))
        environment.debugger = *tracer == 0 ? 0 : 1;
}

} // namespace overlap::engine
