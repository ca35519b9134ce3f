// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message.h"
#include "testserver/options.h"

#include <gmock/gmock.h>

using namespace overlap;
using namespace overlap::testserver;

namespace {

std::string complaint(const std::vector<std::string_view>& arguments)
{
    try {
        parseOptions(arguments);
    } catch (const core::Error& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST(Options, noneIsTheDefault)
{
    const Options options = parseOptions({});
    EXPECT_EQ(options.action, Options::Action::serve);
    EXPECT_EQ(options.limits.timeScale, 1.0);
    EXPECT_EQ(options.limits.maximumDelaySeconds, 10.0);
    EXPECT_EQ(options.limits.maximumBytes, 102'400u);
}

TEST(Options, bothSpellingsOfAValue)
{
    const Options options =
        parseOptions({"--time-scale", "0.25", "--max-delay=30", "--max-bytes", "1048576"});
    EXPECT_EQ(options.limits.timeScale, 0.25);
    EXPECT_EQ(options.limits.maximumDelaySeconds, 30.0);
    EXPECT_EQ(options.limits.maximumBytes, 1'048'576u);
    EXPECT_EQ(parseOptions({"--help"}).action, Options::Action::showHelp);
    EXPECT_EQ(parseOptions({"--version"}).action, Options::Action::showVersion);
}

TEST(Options, nonsenseIsNamedInOneSentence)
{
    EXPECT_EQ(complaint({"--time-scale", "0"}),
              "--time-scale takes a number from 0.000001 to 1000, not \"0\".");
    EXPECT_EQ(complaint({"--max-bytes=1.5"}),
              "--max-bytes takes a whole number from 0 to 1000000000000, not \"1.5\".");
    EXPECT_EQ(complaint({"--max-delay"}), "--max-delay needs a value behind it.");
    EXPECT_EQ(complaint({"--port=80"}), "There is no option \"--port=80\"; --help lists them.");
    for (const std::string_view value : {"", "-1", "nan", "inf", "1e9", "0,5", "1 ", "x"})
        EXPECT_THAT(complaint({"--time-scale", value}), testing::StartsWith("--time-scale takes")) << value;
    for (const std::string_view value : {"", "-1", "1000000000001", "99999999999999999999999", "x"})
        EXPECT_THAT(complaint({"--max-bytes", value}), testing::StartsWith("--max-bytes takes")) << value;
    EXPECT_THAT(complaint({"--help=1"}), testing::StartsWith("There is no option"));
    EXPECT_THAT(complaint({"extra"}), testing::StartsWith("There is no option"));
}

TEST(Options, theHelpNamesEachOption)
{
    for (const char* option : {"--time-scale", "--max-delay", "--max-bytes", "--version", "--help"})
        EXPECT_THAT(helpText(), testing::HasSubstr(option));
}
