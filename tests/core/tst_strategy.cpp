// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::core;
using ::testing::HasSubstr;

namespace {

const std::vector<StrategyDescriptor> known{
    {.name = "sequential", .title = {}, .help = {}},
    {.name = "threads",
     .counts = CountShape::one,
     .defaultCount = 4,
     .maximumCount = 1024,
     .title = {},
     .help = {}},
    {.name = "pipeline",
     .counts = CountShape::perStage,
     .defaultCount = 1,
     .maximumCount = 1024,
     .title = {},
     .help = {}},
    {.name = "event-loop",
     .counts = CountShape::one,
     .defaultCount = 8,
     .maximumCount = 1024,
     .countsWorkers = false,
     .title = {},
     .help = {}},
    {.name = "python-sequential", .runtime = Runtime::python, .title = {}, .help = {}},
};

Strategy parsed(std::string_view text, int cores = 4, bool bareNames = false)
{
    return parseStrategy(text, known, cores, bareNames);
}

std::string complaint(std::string_view text, int cores = 4)
{
    try {
        parsed(text, cores);
        return {};
    } catch (const Error& error) {
        EXPECT_EQ(error.place(), "");
        return error.what();
    }
}

} // namespace

TEST(Strategy, CanonicalTextsReadBack)
{
    for (const char* text :
         {"sequential", "threads:1", "threads:1024", "pipeline:1,2,1", "event-loop:8", "python-sequential"}) {
        EXPECT_EQ(parsed(text).text(), text);
        EXPECT_EQ(parsed(parsed(text).text()), parsed(text));
    }
    EXPECT_EQ(parsed("threads:04").text(), "threads:4");
}

TEST(Strategy, CoresAreResolved)
{
    EXPECT_EQ(parsed("threads:cores", 6).text(), "threads:6");
    EXPECT_EQ(parsed("threads:2xcores", 6).text(), "threads:12");
    EXPECT_EQ(parsed("pipeline:cores,2xcores,1", 3).text(), "pipeline:3,6,1");
    EXPECT_EQ(parsed("threads:1xcores", 1), parsed("threads:cores", 1));
    EXPECT_NE(complaint("threads:2xcores", 1000), "");
    EXPECT_THAT(complaint("threads:xcores"), HasSubstr("write an integer, cores or 2xcores"));
    EXPECT_NE(complaint("threads:-1xcores"), "");
    EXPECT_NE(complaint("threads:0xcores"), "");
    EXPECT_NE(complaint("threads:9223372036854775807xcores"), "");
    EXPECT_THAT(complaint("threads:-9223372036854775808xcores"), HasSubstr("must be greater than 0"));
}

TEST(Strategy, CountsMustBeWithinTheCap)
{
    EXPECT_EQ(complaint("threads:0"), "“threads:0”: the number of workers must be greater than 0");
    EXPECT_EQ(complaint("threads:-1"), "“threads:-1”: the number of workers must be greater than 0");
    EXPECT_EQ(complaint("threads:1025"), "“threads:1025”: at most 1024 workers are possible");
    EXPECT_EQ(complaint("threads:10000000"), "“threads:10000000”: at most 1024 workers are possible");
    EXPECT_THAT(complaint("threads:9223372036854775808"), HasSubstr("is not a number of workers"));
    EXPECT_THAT(complaint("pipeline:1024,1"), HasSubstr("at most 1024 workers")) << "the cap is on the sum";
    EXPECT_EQ(complaint("pipeline:1023,1"), "");
}

TEST(Strategy, CountsMustBeIntegers)
{
    for (const char* text :
         {"threads:", "threads:two", "threads:1.5", "threads: 2", "threads:2 ", "threads:+2", "threads:NaN",
          "threads:0x2", "threads:0x10", "threads:1e3", "threads:2:3", "threads:١", "threads:٢xcores",
          "threads:2\n", "pipeline:1,,1", "pipeline:1,"})
        EXPECT_THAT(complaint(text), HasSubstr("is not a number of workers")) << text;
}

TEST(Strategy, ShapesAreHeld)
{
    EXPECT_EQ(complaint("threads"), "“threads” needs a number of workers, such as threads:4");
    EXPECT_EQ(complaint("sequential:2"), "“sequential” takes no number of workers");
    EXPECT_EQ(complaint("threads:1,2"), "“threads” takes one number of workers");
    EXPECT_EQ(complaint("threads:1,5"), "“threads” takes one number of workers") << "no decimal comma";
    EXPECT_THAT(complaint("event-loop"), HasSubstr("needs a number of items in flight, such as event-loop:"));
    EXPECT_EQ(complaint("event-loop:0"),
              "“event-loop:0”: the number of items in flight must be greater than 0");
    EXPECT_EQ(parsed("threads", 4, true).counts, std::vector<int>());
    EXPECT_EQ(parsed("threads", 4, true).text(), "threads");
}

TEST(Strategy, UnknownNamesAreToldWithTheKnown)
{
    EXPECT_EQ(complaint("thread:4"), "no strategy is called “thread”; there are: sequential, threads, "
                                     "pipeline, event-loop, python-sequential");
    EXPECT_NE(complaint(""), "");
    EXPECT_NE(complaint("Sequential"), "");
    EXPECT_NE(complaint(":4"), "");
}

TEST(Strategy, OptionsThatNobodyTakesAreRefused)
{
    EXPECT_EQ(complaint("threads:4@chunk=25"), "“threads” has no option “chunk”");
    EXPECT_EQ(complaint("sequential@x"), "“sequential” has no option “x”");
    EXPECT_NE(complaint("threads:4@"), "");
}

TEST(Strategy, TextHasSortedOptionsBehindTheCounts)
{
    Strategy strategy = parsed("pipeline:1,2");
    strategy.options["timeout"] = "2s";
    strategy.options["queues"] = "0/5";
    EXPECT_EQ(strategy.text(), "pipeline:1,2@queues=0/5,timeout=2s");
}

TEST(Strategy, WorkersAreTheSumOfTheCounts)
{
    EXPECT_EQ(parsed("sequential").workers(), 1);
    EXPECT_EQ(parsed("threads:7").workers(), 7);
    EXPECT_EQ(parsed("pipeline:1,2,3").workers(), 6);
    EXPECT_EQ(parsed("event-loop:8").workers(), 1) << "its count is of slots";
    EXPECT_EQ(parsed("threads", 4, true).workers(), 1);
}

TEST(Strategy, EveryRuntimeHasItsBaseline)
{
    EXPECT_EQ(baselineOf(Runtime::native), "sequential");
    EXPECT_EQ(baselineOf(Runtime::python), "python-sequential");
    EXPECT_EQ(parsed("python-sequential").runtime, Runtime::python);
}

TEST(Strategy, TextsHaveALimit)
{
    EXPECT_EQ(parsed("threads:" + std::string(191, '0') + "4").text(), "threads:4");
    EXPECT_THAT(complaint("threads:" + std::string(192, '0') + "4"), HasSubstr("at most 200 characters"));
    const std::string text = complaint(std::string(1'000'000, 'x'));
    EXPECT_LT(text.size(), 300u);
}

TEST(Strategy, RefusedTextsAreShownEscaped)
{
    EXPECT_THAT(complaint("thr\u0435ads:4"), HasSubstr("“thr\\u0435ads”"));
    EXPECT_THAT(complaint("threads:\xff"), HasSubstr("“\\xFF” in “threads:\\xFF”"));
}

TEST(Strategy, AnEventLoopsSlotsHaveTheirCapToo)
{
    EXPECT_EQ(complaint("event-loop:1024"), "");
    EXPECT_THAT(complaint("event-loop:1025"), HasSubstr("at most 1024"));
    EXPECT_THAT(complaint("event-loop:cores", 2000), HasSubstr("at most 1024"));
}
