// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message.h"

#include <gtest/gtest.h>

using overlap::core::Error;
using overlap::core::Message;

TEST(Message, PutsArgumentsInTheirPlaces)
{
    EXPECT_EQ(Message("%1 of %2", {"a", "b"}).english(), "a of b");
    EXPECT_EQ(Message("%2 before %1, %2 again", {"a", "b"}).english(), "b before a, b again");
    EXPECT_EQ(Message("100 % of %1, %0 and %", {"x"}).english(), "100 % of x, %0 and %");
    EXPECT_EQ(Message("%1%2", {"only"}).english(), "only");
}

TEST(Message, ArgumentsAreNotLookedIntoAgain)
{
    EXPECT_EQ(Message("%1 and %2", {"%2", "b"}).english(), "%2 and b");
}

TEST(Message, ATranslationMayChangeTheOrder)
{
    EXPECT_EQ(Message("%1 of %2", {"a", "b"}).substituted("%2: %1 (täglich)"), "b: a (täglich)");
}

TEST(Message, ErrorTellsPlaceAndSentence)
{
    const Error placed(Message("bad %1", {"x"}), "/a (line 2)");
    EXPECT_STREQ(placed.what(), "/a (line 2): bad x");
    EXPECT_EQ(placed.place(), "/a (line 2)");
    EXPECT_EQ(placed.message(), Message("bad %1", {"x"}));
    EXPECT_STREQ(Error(Message("bad")).what(), "bad");
    EXPECT_TRUE(Message().empty());
}
