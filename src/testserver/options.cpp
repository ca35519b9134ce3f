// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testserver/options.h"

#include "core/message.h"

#include <charconv>

namespace overlap::testserver {

namespace {

using core::Error;
using core::Message;

// Beyond these a mistake is likelier than a wish.
constexpr double largestTimeScale = 1000;
constexpr double smallestTimeScale = 1e-6;
constexpr double largestDelaySeconds = 3600;
constexpr std::uint64_t largestBytes = 1'000'000'000'000;

std::string plainNumber(double number)
{
    char text[400];
    return {text, std::to_chars(text, text + sizeof text, number, std::chars_format::fixed).ptr};
}

double numberWithin(std::string_view option, std::string_view text, double least, double most)
{
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    // Written so that a NaN fails.
    const bool fits = error == std::errc() && rest == end && number >= least && number <= most;
    if (!fits)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 takes a number from %2 to %3, not \"%4\"."),
                            {std::string(option), plainNumber(least), plainNumber(most), std::string(text)}));
    return number;
}

std::uint64_t bytesWithin(std::string_view option, std::string_view text, std::uint64_t most)
{
    std::uint64_t bytes = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, bytes);
    if (error != std::errc() || rest != end || bytes > most)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 takes a whole number from 0 to %2, not \"%3\"."),
                            {std::string(option), std::to_string(most), std::string(text)}));
    return bytes;
}

} // namespace

Options parseOptions(const std::vector<std::string_view>& arguments)
{
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        const std::size_t equals = argument.find('=');
        const std::string_view name = argument.substr(0, equals);
        const auto value = [&] {
            if (equals != std::string_view::npos)
                return argument.substr(equals + 1);
            if (i + 1 == arguments.size())
                throw Error(
                    Message(OVERLAP_TR_NOOP("Messages", "%1 needs a value behind it."), {std::string(name)}));
            return arguments[++i];
        };
        if (name == "--time-scale")
            options.limits.timeScale = numberWithin(name, value(), smallestTimeScale, largestTimeScale);
        else if (name == "--max-delay")
            options.limits.maximumDelaySeconds = numberWithin(name, value(), 0, largestDelaySeconds);
        else if (name == "--max-bytes")
            options.limits.maximumBytes = bytesWithin(name, value(), largestBytes);
        else if (argument == "--help" || argument == "-h")
            options.action = Options::Action::showHelp;
        else if (argument == "--version")
            options.action = Options::Action::showVersion;
        else
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "There is no option \"%1\"; --help lists them."),
                                {std::string(argument)}));
    }
    return options;
}

std::string helpText()
{
    return "Usage: overlap-testserver [options]\n"
           "The HTTP server of Overlap's own experiments: slow on purpose, on 127.0.0.1 only.\n"
           "Prints \"overlap-testserver 1 PORT\" when it is ready and ends with its standard input,\n"
           "its parent, SIGTERM or SIGINT.\n"
           "\n"
           "  --time-scale X   multiplies its delays; none falls below 5 ms by that (default 1)\n"
           "  --max-delay S    longest delay that may be asked for, in seconds (default 10)\n"
           "  --max-bytes N    most bytes that may be asked for (default 102400)\n"
           "  --version        prints the version\n"
           "  --help           prints this\n"
           "\n"
           "  GET /delay/S     {\"delay\":S} after S seconds\n"
           "  GET /price/ID    {\"id\":ID,\"price\":10000*ID} after 1 second; ID from 1 to 1000000\n"
           "  GET /json        a small fixed document\n"
           "  GET /uuid        a UUID, the same for the same request; ?seed=N chooses it\n"
           "  GET /status/N    that status; N from 200 to 599\n"
           "  GET /bytes/N     N bytes, always the same\n";
}

} // namespace overlap::testserver
