// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/value.h"

#include <gtest/gtest.h>
#include <variant>

using overlap::core::Member;
using overlap::core::Value;

TEST(Value, KindsAreToldApart)
{
    EXPECT_TRUE(Value().isNull());
    EXPECT_TRUE(Value(true).isBoolean());
    EXPECT_TRUE(Value(1).isInteger());
    EXPECT_TRUE(Value(std::size_t{7}).isInteger());
    EXPECT_EQ(Value(1.0).kind(), Value::Kind::real);
    EXPECT_TRUE(Value("text").isString()) << "a literal must not become a boolean";
    EXPECT_TRUE(Value::array().isArray());
    EXPECT_TRUE(Value::object().isObject());
}

TEST(Value, BothKindsOfNumberAreNumbers)
{
    EXPECT_TRUE(Value(1).isNumber());
    EXPECT_TRUE(Value(1.5).isNumber());
    EXPECT_FALSE(Value("1").isNumber());
    EXPECT_EQ(Value(3).asNumber(), 3.0);
    EXPECT_EQ(Value(INT64_MIN).asInteger(), INT64_MIN);
    EXPECT_THROW((void)Value(1.5).asInteger(), std::bad_variant_access);
    EXPECT_THROW((void)Value("1").asNumber(), std::bad_variant_access);
}

TEST(Value, AnIntegerIsNotAnEqualReal)
{
    EXPECT_NE(Value(1), Value(1.0));
    EXPECT_NE(Value(false), Value(0));
    EXPECT_NE(Value(), Value(Value::object()));
}

TEST(Value, ObjectsKeepTheOrderOfTheirMembers)
{
    Value object = Value::object();
    object.set("z", 1);
    object.set("a", 2);
    object.set("z", 3);
    ASSERT_EQ(object.asObject().size(), 2u);
    EXPECT_EQ(object.asObject()[0], (Member{"z", Value(3)}));
    EXPECT_EQ(object.asObject()[1], (Member{"a", Value(2)}));
}

TEST(Value, FindAnswersNullWhereThereIsNothing)
{
    Value object = Value::object();
    object.set("a", 1);
    ASSERT_TRUE(object.find("a"));
    EXPECT_EQ(object.find("a")->asInteger(), 1);
    EXPECT_EQ(object.find("b"), nullptr);
    EXPECT_EQ(Value(3).find("a"), nullptr);
    EXPECT_EQ(Value::array().find("a"), nullptr);
    EXPECT_THROW(Value(3).set("a", 1), std::bad_variant_access);
    EXPECT_THROW(Value::object().append(1), std::bad_variant_access);
}

TEST(Value, CopiesShareNothing)
{
    Value first = Value::object();
    first.set("list", Value::Array{Value(1)});
    Value second = first;
    second.set("list", Value::Array{Value(2)});
    EXPECT_EQ(first.find("list")->asArray().front(), Value(1));
    EXPECT_NE(first, second);
}
