// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/environment_probe.h"

#include "core/text.h"
#include "core/time.h"
#include "engine/cgroup.h"
#include "engine/first_line.h"
#include "engine/system_facts.h"
#include "net/curl_fetcher.h"
#include "recording/recorder.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <gnu/libc-version.h>
#include <sched.h>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace overlap::engine {

namespace {

int affinityCores()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        return std::max(1, CPU_COUNT(&set));
    return static_cast<int>(std::max(1L, sysconf(_SC_NPROCESSORS_ONLN)));
}

std::string cpuModel()
{
    std::ifstream file("/proc/cpuinfo");
    std::string line;
    while (std::getline(file, line)) {
        if (line.starts_with("model name")) {
            const auto colon = line.find(": ");
            return colon == std::string::npos ? std::string() : line.substr(colon + 2);
        }
    }
    return {};
}

std::string buildType()
{
#if defined(__SANITIZE_ADDRESS__)
    return "address sanitizer";
#elif defined(__SANITIZE_THREAD__)
    return "thread sanitizer";
#elif defined(__OPTIMIZE__)
    return "Release";
#else
    return "Debug";
#endif
}

std::string compiler()
{
#if defined(__clang__)
    return "clang " + std::to_string(__clang_major__) + "." + std::to_string(__clang_minor__);
#else
    return "gcc " + std::to_string(__GNUC__) + "." + std::to_string(__GNUC_MINOR__);
#endif
}

std::string utcNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts));
}

/// The least of several rounds: what the operation costs when nothing else is in the way.
template <class Operation>
double cheapestNanoseconds(Operation operation)
{
    constexpr int rounds = 7;
    constexpr int repeats = 4000;
    core::Nanoseconds least = core::nanosecondsPerSecond;
    for (int round = 0; round < rounds; ++round) {
        const core::Nanoseconds begin = core::monotonicNow();
        for (int i = 0; i < repeats; ++i)
            operation();
        least = std::min(least, core::monotonicNow() - begin);
    }
    return static_cast<double>(least) / repeats;
}

} // namespace

int usableCores()
{
    const int byAffinity = affinityCores();
    const double quota = cgroupQuota();
    if (quota <= 0)
        return byAffinity;
    return std::clamp(static_cast<int>(std::floor(quota)), 1, byAffinity);
}

core::Environment probeEnvironment()
{
    core::Environment environment;
    environment.program = "Overlap " OVERLAP_VERSION;
    environment.compiler = compiler();
    environment.buildType = buildType();
    environment.measurable = environment.buildType == "Release";
    environment.compilerFlags = OVERLAP_COMPILER_FLAGS;
    environment.libraries = net::curlVersion();
    utsname system{};
    if (uname(&system) == 0)
        environment.kernel = std::string(system.sysname) + " " + system.release;
    environment.glibc = gnu_get_libc_version();
    environment.cpuModel = cpuModel();
    environment.cores = usableCores();
    environment.onlineCpus = static_cast<int>(std::max(1L, sysconf(_SC_NPROCESSORS_ONLN)));
    environment.quota = cgroupQuota();
    environment.memoryBytes = static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE);
    double load = 0;
    if (getloadavg(&load, 1) == 1)
        environment.load1 = load;
    environment.governor = firstLine("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
    probeSystem(environment);
    environment.niceness = getpriority(PRIO_PROCESS, 0);
    environment.date = utcNow();

    environment.clockReadNanoseconds = cheapestNanoseconds([] { (void)core::monotonicNow(); });
    recording::Recorder recorder;
    recording::LaneWriter& lane = recorder.addLane("probe");
    recorder.begin(core::monotonicNow());
    environment.recordNanoseconds = cheapestNanoseconds([&, i = 0]() mutable {
        lane.enter(core::State::computing);
        // Emptied often enough that the ring never fills, which would be cheaper than recording.
        if (++i % 2048 == 0)
            recorder.reader(0).drain([](auto) {});
    });
    return environment;
}

} // namespace overlap::engine
