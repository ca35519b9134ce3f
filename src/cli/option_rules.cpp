// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/option_rules.h"

#include "core/message.h"

#include <algorithm>
#include <initializer_list>
#include <string>

namespace overlap::cli {

using core::Error;
using core::Message;

// run, sweep and crossover take what belongs to no other.
bool takes(std::string_view command, std::string_view option, bool measures)
{
    const auto isOneOf = [option](std::initializer_list<std::string_view> options) {
        return std::ranges::find(options, option) != options.end();
    };
    if (command == "list")
        return option == "--json";
    if (command == "doctor")
        return isOneOf({"--gil", "--python"});
    if (command == "trace")
        return isOneOf({"--json", "--csv", "--trace", "--timeline", "--chart", "--quiet"});
    if (isOneOf({"--trace", "--timeline"}))
        return command == "run" || command == "sweep";
    if (command == "advise")
        return measures ? !isOneOf({"--runtime", "--duration", "--data", "--gil", "--over", "--csv",
                                    "--chart", "--cores", "--from", "--check", "--points"})
                        : isOneOf({"--runtime", "--duration", "--data", "--json"});
    if (isOneOf({"--gil", "--runtime", "--duration", "--data", "--measure", "--for"}))
        return false;
    if (command == "predict")
        return !isOneOf({"--over", "--csv", "--chart", "--points", "--until-sure"}) &&
               (measures || option != "--repeats");
    if (isOneOf({"--cores", "--from", "--check"}))
        return false;
    if (command == "crossover")
        return option != "--until-sure";
    return option != "--points" && (command == "sweep" || option != "--over");
}

void refuse(std::string_view command, std::string_view option, bool measures)
{
    if (command == "advise" && takes(command, option, !measures)) {
        throw Error(measures ? Message(OVERLAP_TR_NOOP("Messages", "%1 goes with a description, not with "
                                                                   "--measure"),
                                       {std::string(option)})
                             : Message(OVERLAP_TR_NOOP("Messages", "%1 goes with --measure, not with a "
                                                                   "description"),
                                       {std::string(option)}));
    }
    throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 takes no option %2"),
                        {std::string(command), std::string(option)}));
}

} // namespace overlap::cli
