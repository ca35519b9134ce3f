// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parameter.h"

#include <cmath>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::core;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

Parameter number(ParameterKind kind, double minimum, double maximum)
{
    return {.name = "x",
            .kind = kind,
            .title = {},
            .help = {},
            .defaultValue = 1,
            .minimum = minimum,
            .maximum = maximum};
}

std::string complaint(const Parameter& parameter, const Value& value)
{
    std::vector<Problem> problems;
    const bool fits = validateParameter(parameter, value, "/p/x", problems);
    EXPECT_EQ(fits, problems.empty());
    if (problems.empty())
        return {};
    EXPECT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems.front().pointer, "/p/x");
    return problems.front().message.english();
}

const ParameterSchema schema{
    {.name = "tasks",
     .kind = ParameterKind::integer,
     .title = {},
     .help = {},
     .defaultValue = 2,
     .minimum = 1,
     .maximum = 10},
    {.name = "seconds",
     .kind = ParameterKind::seconds,
     .title = {},
     .help = {},
     .defaultValue = 1.5,
     .minimum = 0.1,
     .maximum = 60},
};

} // namespace

TEST(Parameter, NumbersHaveARangeWhoseEndsBelong)
{
    const Parameter integer = number(ParameterKind::integer, 1, 10);
    EXPECT_EQ(complaint(integer, 1), "");
    EXPECT_EQ(complaint(integer, 10), "");
    EXPECT_EQ(complaint(integer, 0), "“x” must be between 1 and 10, but is 0");
    EXPECT_EQ(complaint(integer, 11), "“x” must be between 1 and 10, but is 11");
    EXPECT_NE(complaint(integer, INT64_MAX), "");
    const Parameter real = number(ParameterKind::seconds, 0.5, 2);
    EXPECT_EQ(complaint(real, 0.5), "");
    EXPECT_EQ(complaint(real, 2), "") << "a whole number is a number, too";
    EXPECT_NE(complaint(real, 0.4999), "");
    EXPECT_NE(complaint(real, NAN), "");
    EXPECT_NE(complaint(real, INFINITY), "");
}

TEST(Parameter, KindsAreHeld)
{
    EXPECT_EQ(complaint(number(ParameterKind::integer, 1, 10), 1.0), "“x” must be a whole number");
    EXPECT_EQ(complaint(number(ParameterKind::integer, 1, 10), "1"), "“x” must be a whole number");
    EXPECT_EQ(complaint(number(ParameterKind::bytes, 1, 10), 1.5), "“x” must be a whole number of bytes");
    EXPECT_EQ(complaint(number(ParameterKind::number, 1, 10), true), "“x” must be a number");
    EXPECT_EQ(complaint(number(ParameterKind::seconds, 1, 10), Value()), "“x” must be a number of seconds");
    EXPECT_EQ(complaint(number(ParameterKind::boolean, 0, 0), 1), "“x” must be true or false");
    EXPECT_EQ(complaint(number(ParameterKind::boolean, 0, 0), false), "");
    EXPECT_EQ(complaint(number(ParameterKind::text, 0, 10), 1), "“x” must be a text");
    EXPECT_EQ(complaint(number(ParameterKind::textList, 0, 10), "a"), "“x” must be a list of texts");
    EXPECT_EQ(complaint(number(ParameterKind::textList, 0, 10), Value::Array{Value("a"), Value(1)}),
              "“x” must be a list of texts");
}

TEST(Parameter, TextsAndListsHaveALength)
{
    const Parameter text = number(ParameterKind::text, 2, 3);
    EXPECT_EQ(complaint(text, "a"), "“x” must have between 2 and 3 characters, but has 1");
    EXPECT_EQ(complaint(text, "äöü"), "");
    EXPECT_EQ(complaint(text, "abc"), "");
    EXPECT_NE(complaint(text, "abcd"), "");
    const Parameter list = number(ParameterKind::textList, 1, 2);
    EXPECT_EQ(complaint(list, Value::array()), "“x” must have between 1 and 2 entries, but has 0");
    EXPECT_EQ(complaint(list, Value::Array{Value("a"), Value("")}), "");
}

TEST(Parameter, AChoiceIsOneOfThem)
{
    Parameter choice = number(ParameterKind::choice, 0, 0);
    choice.choices = {"small", "large"};
    EXPECT_EQ(complaint(choice, "large"), "");
    EXPECT_EQ(complaint(choice, "Large"), "“x” must be one of: small, large");
    EXPECT_EQ(complaint(choice, 1), "“x” must be one of: small, large");
}

TEST(Parameter, DefaultsAreFilledInAndStandInSchemaOrder)
{
    std::vector<Problem> problems;
    Value given = Value::object();
    given.set("seconds", 3);
    const Value complete = validateParameters(schema, given, "/w", problems);
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(complete.asObject().size(), 2u);
    EXPECT_EQ(complete.asObject()[0], (Member{"tasks", Value(2)}));
    EXPECT_EQ(complete.asObject()[1], (Member{"seconds", Value(3)}));
}

TEST(Parameter, EveryProblemIsTold)
{
    std::vector<Problem> problems;
    Value given = Value::object();
    given.set("seconds", "long");
    given.set("a/b", 1);
    given.set("tasks", 99);
    validateParameters(schema, given, "/w", problems);
    std::vector<std::string> pointers;
    for (const Problem& problem : problems)
        pointers.push_back(problem.pointer);
    EXPECT_THAT(pointers, ElementsAre("/w/a~1b", "/w/tasks", "/w/seconds"));
    EXPECT_THAT(problems.front().message.english(), HasSubstr("no parameter “a/b”"));

    problems.clear();
    validateParameters(schema, Value(3), "/w", problems);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems.front().pointer, "/w");
}

TEST(Parameter, TypedTextBecomesAValue)
{
    EXPECT_EQ(parameterFromText(number(ParameterKind::integer, 0, 9), "5"), Value(5));
    EXPECT_EQ(parameterFromText(number(ParameterKind::integer, 0, 9), "5.5"), Value("5.5"))
        << "what is no integer stays text, which the validator refuses";
    EXPECT_EQ(parameterFromText(number(ParameterKind::seconds, 0, 9), "0.5"), Value(0.5));
    EXPECT_EQ(parameterFromText(number(ParameterKind::seconds, 0, 9), "0,5"), Value("0,5"));
    EXPECT_EQ(parameterFromText(number(ParameterKind::boolean, 0, 0), "yes"), Value(true));
    EXPECT_EQ(parameterFromText(number(ParameterKind::boolean, 0, 0), "0"), Value(false));
    EXPECT_EQ(parameterFromText(number(ParameterKind::boolean, 0, 0), "maybe"), Value("maybe"));
    EXPECT_EQ(parameterFromText(number(ParameterKind::text, 0, 9), " a b"), Value(" a b"));
    const std::string home = std::getenv("HOME") ? std::getenv("HOME") : "";
    EXPECT_EQ(parameterFromText(number(ParameterKind::folder, 0, 9), "~/a b"),
              Value(home.starts_with('/') ? home + "/a b" : "~/a b"));
    EXPECT_EQ(parameterFromText(number(ParameterKind::folder, 0, 9), "/a/~/b"), Value("/a/~/b"));
    EXPECT_EQ(parameterFromText(number(ParameterKind::folder, 0, 9), "~other/a"), Value("~other/a"));
    EXPECT_EQ(parameterFromText(number(ParameterKind::text, 0, 9), "~/a"), Value("~/a"));
    EXPECT_EQ(parameterFromText(number(ParameterKind::textList, 0, 9), " /a  /b "),
              Value(Value::Array{Value("/a"), Value("/b")}));
}

TEST(Parameter, TextFormsReadBack)
{
    const std::pair<Parameter, Value> cases[] = {
        {number(ParameterKind::integer, 0, 9), Value(-5)},
        {number(ParameterKind::seconds, 0, 9), Value(0.1)},
        {number(ParameterKind::boolean, 0, 0), Value(true)},
        {number(ParameterKind::text, 0, 9), Value("a b")},
        {number(ParameterKind::textList, 0, 9), Value(Value::Array{Value("/a"), Value("/b-[1-3]")})},
    };
    for (const auto& [parameter, value] : cases) {
        const std::string text = parameterToText(parameter, value);
        EXPECT_EQ(parameterFromText(parameter, text), value) << text;
    }
}

TEST(Parameter, TextsAreUtf8WithoutControlCharacters)
{
    for (const ParameterKind kind : {ParameterKind::text, ParameterKind::folder}) {
        EXPECT_EQ(complaint(number(kind, 0, 10), "a\xff"), "“x” is not valid UTF-8");
        EXPECT_EQ(complaint(number(kind, 0, 10), std::string("a\0b", 3)),
                  "“x” must not have control characters");
        EXPECT_EQ(complaint(number(kind, 0, 10), ""), "");
        EXPECT_EQ(complaint(number(kind, 0, 10), 5),
                  kind == ParameterKind::text ? "“x” must be a text" : "“x” must be the path of a folder");
    }
    const Parameter list = number(ParameterKind::textList, 0, 10);
    EXPECT_EQ(complaint(list, Value::Array{Value("a"), Value("\xc0\xaf")}), "“x” is not valid UTF-8");
    EXPECT_EQ(complaint(list, Value::Array{Value("a\n")}), "“x” must not have control characters");
    EXPECT_EQ(complaint(list, Value::Array{Value(std::string(4097, 'a'))}),
              "“x” has a text of more than 4096 characters");
}

TEST(Parameter, TypedNumbersAreThoseOfFiles)
{
    for (const char* text : {"1e3", "0x10", "1.0", "+5", " 5", "5 ", "١", "1 000", "9223372036854775808"})
        EXPECT_EQ(complaint(number(ParameterKind::integer, 0, 9),
                            parameterFromText(number(ParameterKind::integer, 0, 9), text)),
                  "“x” must be a whole number")
            << text;
    const Parameter seconds = number(ParameterKind::seconds, 0, 9);
    EXPECT_EQ(parameterFromText(seconds, "1e0"), Value(1.0));
    EXPECT_EQ(complaint(seconds, parameterFromText(seconds, "nan")),
              "“x” must be between 0 and 9, but is nan");
    EXPECT_EQ(complaint(seconds, parameterFromText(seconds, "inf")),
              "“x” must be between 0 and 9, but is inf");
    EXPECT_EQ(complaint(seconds, parameterFromText(seconds, "1,5")), "“x” must be a number of seconds");
}
