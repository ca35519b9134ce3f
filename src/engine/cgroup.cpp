// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cgroup.h"

#include "core/text.h"
#include "engine/first_line.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace overlap::engine {

namespace {

std::int64_t numberAfter(const std::string& path, const std::string& key)
{
    std::ifstream file(path);
    std::string name;
    for (std::int64_t number = 0; file >> name >> number;) {
        if (name == key)
            return number;
    }
    return 0;
}

} // namespace

std::string cgroupFile(const std::string& name)
{
    std::ifstream membership("/proc/self/cgroup");
    std::string line;
    std::string group;
    while (std::getline(membership, line)) {
        if (line.starts_with("0::"))
            group = line.substr(3);
    }
    for (const std::string& path :
         {"/sys/fs/cgroup" + group + "/" + name, "/sys/fs/cgroup/" + name, "/sys/fs/cgroup/cpu/" + name}) {
        std::error_code failure;
        if (std::filesystem::is_regular_file(path, failure))
            return path;
    }
    return {};
}

double cgroupQuota()
{
    std::istringstream text(firstLine(cgroupFile("cpu.max")));
    double granted = 0;
    double period = 0;
    if (text >> granted >> period && period > 0)
        return granted / period;
    const auto quota = core::numberFromText(firstLine(cgroupFile("cpu.cfs_quota_us")));
    const auto every = core::numberFromText(firstLine(cgroupFile("cpu.cfs_period_us")));
    return quota && every && *quota > 0 && *every > 0 ? *quota / *every : 0;
}

core::Nanoseconds throttledTime(const std::string& statFile)
{
    if (statFile.empty())
        return 0;
    // Version 2 counts microseconds, version 1 nanoseconds, under different names.
    return numberAfter(statFile, "throttled_usec") * 1000 + numberAfter(statFile, "throttled_time");
}

std::int64_t throttledCount(const std::string& statFile)
{
    return statFile.empty() ? 0 : numberAfter(statFile, "nr_throttled");
}

} // namespace overlap::engine
