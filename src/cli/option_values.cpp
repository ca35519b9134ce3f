// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/option_values.h"

#include "core/message.h"
#include "core/shown.h"
#include "core/text.h"

#include <algorithm>

namespace overlap::cli {

using core::Error;
using core::Message;

std::pair<std::string, std::string> nameAndValue(std::string_view option, std::string_view text)
{
    const auto equals = text.find('=');
    if (equals == 0 || equals == std::string_view::npos) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 takes NAME=VALUE, not “%2”"),
                            {std::string(option), core::shown(text)}));
    }
    return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

std::string notEmpty(std::string_view option, const std::string& text)
{
    if (text.empty())
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 needs a value"), {std::string(option)}));
    return text;
}

std::int64_t integerOf(std::string_view option, std::string_view key, std::string_view text)
{
    const auto number = core::integerFromText(text);
    if (!number)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” must be a whole number"), {std::string(key)}),
                    std::string(option));
    return *number;
}

int integerBetween(std::string_view option, std::string_view key, std::string_view text, int least, int most)
{
    const std::int64_t number = integerOf(option, key, text);
    if (number < least || number > most)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” must be between %2 and %3"),
                            {std::string(key), std::to_string(least), std::to_string(most)}),
                    std::string(option));
    return static_cast<int>(number);
}

double numberOf(std::string_view option, std::string_view key, std::string_view text)
{
    const auto number = core::numberFromText(text);
    if (!number)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” must be a number"), {std::string(key)}),
                    std::string(option));
    return *number;
}

double shareOf(std::string_view option, std::string_view key, std::string_view text)
{
    const bool percent = text.ends_with('%');
    if (percent)
        text.remove_suffix(1);
    return numberOf(option, key, text) / (percent ? 100 : 1);
}

int saturated(std::int64_t number)
{
    return static_cast<int>(std::min<std::int64_t>(std::max<std::int64_t>(number, -1), 1'000'000'000));
}

core::Runtime runtimeOf(std::string_view text)
{
    if (text == "python")
        return core::Runtime::python;
    if (text != "native") {
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "there is no runtime “%1”; there are: native, python"),
                    {core::shown(text)}),
            "--runtime");
    }
    return core::Runtime::native;
}

analysis::DataSize dataSizeOf(std::string_view text)
{
    const auto size = analysis::dataSizeFromName(text);
    if (!size) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "there is no data size “%1”; there are: tiny, small, "
                                                        "medium, large"),
                            {core::shown(text)}),
                    "--data");
    }
    return *size;
}

analysis::Cost costOf(std::string_view text)
{
    const auto cost = analysis::costFromName(text);
    if (!cost) {
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "there is no cost “%1”; there are: time, cpu, memory, "
                                                "latency"),
                    {core::shown(text)}),
            "--for");
    }
    return *cost;
}

} // namespace overlap::cli
