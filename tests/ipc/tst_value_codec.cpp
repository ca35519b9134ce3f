// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/value_codec.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

using namespace overlap;
using core::Message;
using core::Value;
using ipc::WireReader;
using ipc::WireWriter;

namespace {

std::string bytesOf(const Value& value)
{
    std::string bytes;
    WireWriter(bytes).value(value);
    return bytes;
}

Value valueOf(std::string_view bytes)
{
    WireReader reader(bytes);
    Value value = reader.value();
    reader.finish();
    return value;
}

Value nested(int levels, bool objects)
{
    Value value;
    for (int level = 0; level < levels; ++level) {
        Value outer = objects ? Value::object() : Value::array();
        if (objects)
            outer.set("k", std::move(value));
        else
            outer.append(std::move(value));
        value = std::move(outer);
    }
    return value;
}

/// A list in a list, so many levels, as bytes that no WireWriter makes.
std::string nestedBytes(int levels)
{
    std::string bytes;
    for (int level = 0; level < levels; ++level) {
        bytes += static_cast<char>(Value::Kind::array);
        WireWriter(bytes).number(std::uint64_t{1});
    }
    return bytes + '\0';
}

Value everyKind()
{
    Value value = Value::object();
    value.set("null", Value());
    value.set("yes", true);
    value.set("no", false);
    value.set("integer", std::numeric_limits<std::int64_t>::min());
    value.set("real", 0.1);
    value.set("", "an empty key");
    value.set("bytes", std::string("\0\xFF\n\x80 x", 6));
    value.set("list", Value(Value::Array{Value(1), Value("two"), Value(Value::Array{}), Value::object()}));
    return value;
}

} // namespace

TEST(ValueCodec, EveryKindComesBackAsItWas)
{
    const Value values[] = {{},
                            true,
                            false,
                            0,
                            -1,
                            std::numeric_limits<std::int64_t>::max(),
                            std::numeric_limits<std::int64_t>::min(),
                            0.0,
                            1e308,
                            5e-324,
                            std::numeric_limits<double>::infinity(),
                            "",
                            std::string(100'000, '\0'),
                            Value::array(),
                            Value::object(),
                            everyKind()};
    for (const Value& value : values) {
        const Value back = valueOf(bytesOf(value));
        EXPECT_EQ(back, value);
        EXPECT_EQ(back.kind(), value.kind());
    }
    EXPECT_TRUE(std::isnan(valueOf(bytesOf(std::nan(""))).asNumber()));
    EXPECT_TRUE(std::signbit(valueOf(bytesOf(-0.0)).asNumber()));
    EXPECT_EQ(valueOf(bytesOf(everyKind())).asObject()[0].key, "null") << "members keep their order";
}

TEST(ValueCodec, DepthIsBoundedOnBothSides)
{
    for (const bool objects : {false, true}) {
        EXPECT_EQ(valueOf(bytesOf(nested(64, objects))), nested(64, objects));
        EXPECT_THROW(bytesOf(nested(65, objects)), core::Error);
        EXPECT_THROW(bytesOf(nested(500, objects)), core::Error);
    }
    EXPECT_EQ(nestedBytes(64), bytesOf(nested(64, false)));
    EXPECT_THROW(valueOf(nestedBytes(65)), core::Error);
    EXPECT_THROW(valueOf(nestedBytes(1'000'000)), core::Error) << "and no stack overflow";
}

TEST(ValueCodec, CutAnywhereItIsRefused)
{
    const std::string bytes = bytesOf(everyKind());
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_THROW(valueOf(bytes.substr(0, length)), core::Error) << length;
    EXPECT_THROW(valueOf(bytes + '\0'), core::Error) << "something is left over";
}

TEST(ValueCodec, NoLengthIsBelieved)
{
    for (const Value::Kind kind : {Value::Kind::string, Value::Kind::array, Value::Kind::object}) {
        for (const std::uint64_t length :
             {std::uint64_t{2}, std::uint64_t{3'013'029'764}, std::uint64_t{1} << 32, std::uint64_t{1} << 63,
              std::numeric_limits<std::uint64_t>::max()}) {
            std::string bytes(1, static_cast<char>(kind));
            WireWriter(bytes).number(length);
            bytes += '\0'; // one is there
            EXPECT_THROW(valueOf(bytes), core::Error) << length;
        }
    }
    for (int kind = 7; kind < 256; ++kind)
        EXPECT_THROW(valueOf(std::string(1, static_cast<char>(kind)) + std::string(64, '\0')), core::Error);
}

TEST(ValueCodec, EveryDamagedByteIsAValueOrRefused)
{
    const std::string whole = bytesOf(everyKind());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const int bit : {0, 1, 3, 7}) {
            std::string bytes = whole;
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
            try {
                const Value value = valueOf(bytes);
                EXPECT_LE(bytesOf(value).size(), whole.size());
            } catch (const core::Error& error) {
                EXPECT_STREQ(error.what(), "the bytes of a value are damaged");
            }
        }
    }
}

TEST(ValueCodec, MessagesKeepTheirArguments)
{
    const Message messages[] = {
        Message(), Message("as it is"),
        Message("%1 of %2 at %3", {"a name", core::Figure("12.5"), std::string("“quoted” %1")}),
        Message("%1 is slow", {core::Term{"Workloads", "consume"}})};
    for (const Message& message : messages) {
        std::string bytes;
        WireWriter(bytes).message(message);
        WireReader reader(bytes);
        EXPECT_EQ(reader.message(), message);
        reader.finish();
        for (std::size_t length = 0; length < bytes.size(); ++length)
            EXPECT_THROW(WireReader(std::string_view(bytes).substr(0, length)).message(), core::Error);
    }
    std::string many;
    WireWriter(many).bytes("%1");
    WireWriter(many).number(std::uint64_t{10});
    many.append(1000, '\0');
    EXPECT_THROW(WireReader(many).message(), core::Error) << "no sentence has ten";
}
