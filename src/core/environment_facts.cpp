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

Message unknown()
{
    return Message(OVERLAP_TR_NOOP("Messages", "unknown"));
}

Message onOff(int answer)
{
    if (answer < 0)
        return unknown();
    return answer == 1 ? Message(OVERLAP_TR_NOOP("Messages", "on"))
                       : Message(OVERLAP_TR_NOOP("Messages", "off"));
}

Message yesNo(int answer)
{
    if (answer < 0)
        return unknown();
    return answer == 1 ? Message(OVERLAP_TR_NOOP("Messages", "yes"))
                       : Message(OVERLAP_TR_NOOP("Messages", "no"));
}

Message power(int onBattery)
{
    if (onBattery < 0)
        return unknown();
    return onBattery == 1 ? Message(OVERLAP_TR_NOOP("Messages", "battery"))
                          : Message(OVERLAP_TR_NOOP("Messages", "mains"));
}

Message randomization(int degree)
{
    switch (degree) {
    case 0:
        return Message(OVERLAP_TR_NOOP("Messages", "off"));
    case 1:
        return Message(OVERLAP_TR_NOOP("Messages", "on, without the heap"));
    case 2:
        return Message(OVERLAP_TR_NOOP("Messages", "on"));
    default:
        return unknown();
    }
}

/// "CPython 3.11.2, GIL on, switch interval 5.00 ms", or why there is none.
Message pythonText(const Environment& environment)
{
    if (!environment.python)
        return environment.whyNoPython;
    const PythonBuild& python = *environment.python;
    const std::string name = python.implementation + " " + python.version;
    if (!python.gil)
        return Message(OVERLAP_TR_NOOP("Messages", "%1, free-threaded, GIL off"), {name});
    if (python.switchSeconds <= 0)
        return Message(OVERLAP_TR_NOOP("Messages", "%1, GIL on"), {name});
    return Message(OVERLAP_TR_NOOP("Messages", "%1, GIL on, switch interval %2"),
                   {name, durationText(python.switchSeconds)});
}

/// The text where the doubt holds, else nothing.
Message doubtIf(bool holds, const char* text)
{
    return holds ? Message(text) : Message();
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
        doubtIf(
            !environment.measurable,
            OVERLAP_TR_NOOP("Messages",
                            "This build is not for measurement: it is a debug build or has sanitizers.")));
    add(OVERLAP_TR_NOOP("Messages", "Compiler flags"), plain(environment.compilerFlags));
    add(OVERLAP_TR_NOOP("Messages", "Libraries"), plain(environment.libraries));
    if (const Message python = pythonText(environment); !python.empty())
        add(OVERLAP_TR_NOOP("Messages", "Python"), python);
    add(OVERLAP_TR_NOOP("Messages", "System"),
        plain(environment.glibc.empty() ? environment.kernel
                                        : environment.kernel + ", glibc " + environment.glibc));
    add(OVERLAP_TR_NOOP("Messages", "Processor"), plain(environment.cpuModel));
    add(OVERLAP_TR_NOOP("Messages", "Cores"), cores(environment));
    add(OVERLAP_TR_NOOP("Messages", "CPUs it may use"), plain(environment.affinity));
    if (environment.quota > 0) {
        add(OVERLAP_TR_NOOP("Messages", "Held back by the quota"),
            environment.throttledTimes < 0 ? unknown()
                                           : Message(OVERLAP_TR_NOOP("Messages", "%1 times"),
                                                     {std::to_string(environment.throttledTimes)}),
            doubtIf(environment.throttledTimes > 0,
                    OVERLAP_TR_NOOP("Messages",
                                    "A quota stops all workers at once when it is used up: measure "
                                    "outside the container, or give it whole CPUs.")));
    }
    add(OVERLAP_TR_NOOP("Messages", "Two threads per core (SMT)"), onOff(environment.smt),
        doubtIf(environment.smt == 1,
                OVERLAP_TR_NOOP("Messages",
                                "Two threads share one core: computing gains less from the second "
                                "half of the CPUs.")));
    add(OVERLAP_TR_NOOP("Messages", "Memory"),
        plain(Figure(fixedNumber(static_cast<double>(environment.memoryBytes) / (1024.0 * 1024 * 1024), 1) +
                     " GiB")));
    add(OVERLAP_TR_NOOP("Messages", "Load"), plain(fixedNumber(environment.load1, 2)),
        doubtIf(environment.load1 > 0.5 * environment.cores,
                OVERLAP_TR_NOOP("Messages",
                                "Other programs keep the processor busy: close them, or wait until "
                                "they are done.")));
    add(OVERLAP_TR_NOOP("Messages", "Virtual machine"), yesNo(environment.virtualMachine));
    add(OVERLAP_TR_NOOP("Messages", "Time stolen by other machines"),
        environment.stealShare < 0 ? unknown()
                                   : plain(Figure(fixedNumber(environment.stealShare * 100, 1) + " %")),
        doubtIf(environment.stealShare > 0.02,
                OVERLAP_TR_NOOP("Messages",
                                "The host runs other machines on these CPUs: compare only what ran "
                                "in the same blocks.")));
    add(OVERLAP_TR_NOOP("Messages", "Governor"), plain(environment.governor),
        doubtIf(!environment.governor.empty() && environment.governor != "performance",
                OVERLAP_TR_NOOP("Messages", "The clock rate follows the load, so first runs are slower. The "
                                            "governor “performance” keeps it steady.")));
    add(OVERLAP_TR_NOOP("Messages", "Turbo"), onOff(environment.turbo),
        doubtIf(environment.turbo == 1,
                OVERLAP_TR_NOOP("Messages",
                                "One busy core is clocked higher than many, so computing on all of "
                                "them gains less than their number.")));
    add(OVERLAP_TR_NOOP("Messages", "Power"), power(environment.onBattery),
        doubtIf(environment.onBattery == 1,
                OVERLAP_TR_NOOP("Messages", "On battery the processor saves power: "
                                            "connect the mains to measure.")));
    add(OVERLAP_TR_NOOP("Messages", "Scheduler ticks a second"),
        environment.tickHz < 0 ? unknown() : plain(std::to_string(environment.tickHz)));
    add(OVERLAP_TR_NOOP("Messages", "Addresses randomized"), randomization(environment.addressRandomization));
    add(OVERLAP_TR_NOOP("Messages", "Debugger"), yesNo(environment.debugger),
        doubtIf(environment.debugger == 1,
                OVERLAP_TR_NOOP("Messages", "A debugger is attached: these times are not for measurement.")));
    return facts;
}

} // namespace overlap::core
