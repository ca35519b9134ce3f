// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/duration_parameter.h"

#include "core/json.h"
#include "core/text.h"

namespace overlap::workloads {

core::Parameter durationParameter(const char* name, const char* title, const char* help, double usual)
{
    return {.name = name,
            .kind = core::ParameterKind::seconds,
            .title = title,
            .help = help,
            .defaultValue = usual,
            .minimum = 0.005,
            .maximum = 60,
            .waits = true};
}

double secondsOf(const core::Value& parameters, std::string_view name)
{
    return parameters.find(name)->asNumber();
}

DurationRange DurationRange::of(const core::Value& parameters, std::string_view least, std::string_view most)
{
    return {secondsOf(parameters, least), secondsOf(parameters, most)};
}

void checkRange(const core::Value& parameters, std::string_view least, std::string_view most,
                std::string_view pointer, std::vector<core::Problem>& problems)
{
    const DurationRange range = DurationRange::of(parameters, least, most);
    if (range.least <= range.most)
        return;
    core::addProblem(problems, core::jsonPointer(pointer, most),
                     core::Message(OVERLAP_TR_NOOP("Messages", "the longest, %1, is shorter than the "
                                                               "shortest, %2"),
                                   {core::durationText(range.most), core::durationText(range.least)}));
}

} // namespace overlap::workloads
