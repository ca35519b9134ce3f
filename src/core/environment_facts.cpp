// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment.h"
#include "core/text.h"

namespace overlap::core {

namespace {

/// A value that is the same in every language.
Message plain(Argument value)
{
    return value.text.empty() ? Message(OVERLAP_TR_NOOP("Messages", "unknown"))
                              : Message("%1", {std::move(value)});
}

Message cores(const Environment& environment)
{
    const std::string usable = std::to_string(environment.cores);
    const std::string online = std::to_string(environment.onlineCpus);
    if (environment.quota > 0)
        return Message(OVERLAP_TR_NOOP("Messages", "%1 usable of %2, quota %3"),
                       {usable, online, shortNumber(environment.quota)});
    return Message(OVERLAP_TR_NOOP("Messages", "%1 usable of %2"), {usable, online});
}

} // namespace

std::vector<EnvironmentFact> factsOf(const Environment& environment)
{
    std::vector<EnvironmentFact> facts;
    const auto add = [&](const char* title, Message value, Message warning = {}) {
        facts.push_back({Message(title), std::move(value), std::move(warning)});
    };
    add(OVERLAP_TR_NOOP("Messages", "Program"), plain(environment.program));
    add(OVERLAP_TR_NOOP("Messages", "Build"),
        plain(environment.compiler.empty() ? environment.buildType
                                           : environment.compiler + ", " + environment.buildType),
        environment.measurable
            ? Message()
            : Message(OVERLAP_TR_NOOP(
                  "Messages", "This build is not for measurement: it is a debug build or has sanitizers.")));
    add(OVERLAP_TR_NOOP("Messages", "System"),
        plain(environment.glibc.empty() ? environment.kernel
                                        : environment.kernel + ", glibc " + environment.glibc));
    add(OVERLAP_TR_NOOP("Messages", "Processor"), plain(environment.cpuModel));
    add(OVERLAP_TR_NOOP("Messages", "Cores"), cores(environment));
    add(OVERLAP_TR_NOOP("Messages", "Memory"),
        plain(Figure(fixedNumber(static_cast<double>(environment.memoryBytes) / (1024.0 * 1024 * 1024), 1) +
                     " GiB")));
    add(OVERLAP_TR_NOOP("Messages", "Load"), plain(fixedNumber(environment.load1, 2)));
    add(OVERLAP_TR_NOOP("Messages", "Governor"), plain(environment.governor));
    return facts;
}

} // namespace overlap::core
