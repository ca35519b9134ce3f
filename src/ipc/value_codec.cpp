// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/value_codec.h"

namespace overlap::ipc {

using core::Value;

namespace {

constexpr int deepest = 64;
constexpr std::size_t mostArguments = 9;

enum class ArgumentKind : std::uint8_t { text, figure, term };

[[noreturn]] void refuse()
{
    throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "the bytes of a value are damaged")));
}

} // namespace

void WireWriter::bytes(std::string_view bytes)
{
    number(static_cast<std::uint64_t>(bytes.size()));
    m_out.append(bytes);
}

void WireWriter::value(const Value& value)
{
    this->value(value, 0);
}

void WireWriter::value(const Value& value, int depth)
{
    // What the other side would refuse is refused here, where it fails its own task and nobody else's.
    if (depth > deepest) {
        throw core::Error(core::Message(
            OVERLAP_TR_NOOP("Messages", "a value of more than %1 levels is too deep for another process"),
            {core::Figure(std::to_string(deepest))}));
    }
    number(static_cast<std::uint8_t>(value.kind()));
    switch (value.kind()) {
    case Value::Kind::null:
        break;
    case Value::Kind::boolean:
        number(static_cast<std::uint8_t>(value.asBoolean()));
        break;
    case Value::Kind::integer:
        number(value.asInteger());
        break;
    case Value::Kind::real:
        number(value.asNumber());
        break;
    case Value::Kind::string:
        bytes(value.asString());
        break;
    case Value::Kind::array:
        number(static_cast<std::uint64_t>(value.asArray().size()));
        for (const Value& element : value.asArray())
            this->value(element, depth + 1);
        break;
    case Value::Kind::object:
        number(static_cast<std::uint64_t>(value.asObject().size()));
        for (const core::Member& member : value.asObject()) {
            bytes(member.key);
            this->value(member.value, depth + 1);
        }
        break;
    }
}

void WireWriter::message(const core::Message& message)
{
    bytes(message.id);
    number(static_cast<std::uint64_t>(message.arguments.size()));
    for (const core::Argument& argument : message.arguments) {
        const ArgumentKind kind = argument.figure            ? ArgumentKind::figure
                                  : argument.context.empty() ? ArgumentKind::text
                                                             : ArgumentKind::term;
        number(static_cast<std::uint8_t>(kind));
        if (kind == ArgumentKind::term)
            bytes(argument.context);
        bytes(argument.text);
    }
}

std::string_view WireReader::take(std::size_t count)
{
    if (count > m_rest.size())
        refuse();
    const std::string_view taken = m_rest.substr(0, count);
    m_rest.remove_prefix(count);
    return taken;
}

std::size_t WireReader::count(std::size_t leastBytesEach)
{
    const auto count = number<std::uint64_t>();
    if (count > m_rest.size() / leastBytesEach)
        refuse();
    return static_cast<std::size_t>(count);
}

std::string_view WireReader::bytes()
{
    return take(count(1));
}

Value WireReader::value()
{
    return value(0);
}

Value WireReader::value(int depth)
{
    if (depth > deepest)
        refuse();
    switch (static_cast<Value::Kind>(number<std::uint8_t>())) {
    case Value::Kind::null:
        return {};
    case Value::Kind::boolean:
        return Value(number<std::uint8_t>() != 0);
    case Value::Kind::integer:
        return Value(number<std::int64_t>());
    case Value::Kind::real:
        return Value(number<double>());
    case Value::Kind::string:
        return Value(bytes());
    case Value::Kind::array: {
        const std::size_t size = count(1);
        Value::Array array;
        // Not reserved: a value takes forty times the byte that proves it.
        for (std::size_t i = 0; i < size; ++i)
            array.push_back(value(depth + 1));
        return Value(std::move(array));
    }
    case Value::Kind::object: {
        const std::size_t size = count(1 + sizeof(std::uint64_t));
        Value::Object object;
        for (std::size_t i = 0; i < size; ++i) {
            std::string key(bytes());
            object.push_back({std::move(key), value(depth + 1)});
        }
        return Value(std::move(object));
    }
    }
    refuse();
}

core::Message WireReader::message()
{
    std::string id(bytes());
    std::vector<core::Argument> arguments;
    const std::size_t size = count(1 + sizeof(std::uint64_t));
    if (size > mostArguments)
        refuse();
    for (std::size_t i = 0; i < size; ++i) {
        const auto kind = number<ArgumentKind>();
        std::string context(kind == ArgumentKind::term ? bytes() : std::string_view());
        std::string text(bytes());
        switch (kind) {
        case ArgumentKind::text:
            arguments.emplace_back(std::move(text));
            break;
        case ArgumentKind::figure:
            arguments.emplace_back(core::Figure(std::move(text)));
            break;
        case ArgumentKind::term:
            arguments.emplace_back(core::Term{std::move(context), std::move(text)});
            break;
        default:
            refuse();
        }
    }
    return core::Message(std::move(id), std::move(arguments));
}

void WireReader::finish() const
{
    if (!m_rest.empty())
        refuse();
}

} // namespace overlap::ipc
