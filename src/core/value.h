// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace overlap::core {

struct Member;

/// A JSON-shaped value: what files hold, what parameters are made of, and what travels from stage to stage.
/// Objects keep the order of their members. Integers and reals are different kinds; asNumber() takes both.
/// A plain value: copy it, move it, hand it to another thread; no sharing. A string is a sequence of bytes:
/// between stages it may hold pixels or a file's name as the disk has it; what is written as JSON is UTF-8.
class Value
{
public:
    using Array = std::vector<Value>;
    using Object = std::vector<Member>;
    enum class Kind { null, boolean, integer, real, string, array, object };

    Value();
    Value(bool value);
    Value(std::int64_t value);
    Value(int value);
    Value(unsigned value);
    Value(std::size_t value);
    Value(double value);
    Value(std::string value);
    Value(std::string_view value);
    Value(const char* value);
    Value(Array value);
    Value(Object value);

    static Value object();
    static Value array();

    Kind kind() const noexcept { return static_cast<Kind>(m_data.index()); }
    bool isNull() const noexcept { return kind() == Kind::null; }
    bool isBoolean() const noexcept { return kind() == Kind::boolean; }
    bool isInteger() const noexcept { return kind() == Kind::integer; }
    bool isNumber() const noexcept { return kind() == Kind::integer || kind() == Kind::real; }
    bool isString() const noexcept { return kind() == Kind::string; }
    bool isArray() const noexcept { return kind() == Kind::array; }
    bool isObject() const noexcept { return kind() == Kind::object; }

    // Precondition of each: the kind fits (std::bad_variant_access otherwise). Validate foreign input first.
    bool asBoolean() const { return std::get<bool>(m_data); }
    std::int64_t asInteger() const { return std::get<std::int64_t>(m_data); }
    double asNumber() const
    {
        return isInteger() ? static_cast<double>(asInteger()) : std::get<double>(m_data);
    }
    const std::string& asString() const { return std::get<std::string>(m_data); }
    std::string& asString() { return std::get<std::string>(m_data); }
    const Array& asArray() const { return std::get<Array>(m_data); }
    Array& asArray() { return std::get<Array>(m_data); }
    const Object& asObject() const { return std::get<Object>(m_data); }
    Object& asObject() { return std::get<Object>(m_data); }

    /// The member of that key, or null (also when this is no object).
    const Value* find(std::string_view key) const noexcept;
    /// Replaces the member of that key or appends it. Precondition: an object.
    Value& set(std::string_view key, Value value);
    /// Precondition: an array.
    void append(Value value);

    bool operator==(const Value& other) const;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> m_data;
};

struct Member
{
    std::string key;
    Value value;
    bool operator==(const Member&) const = default;
};

// Here, because the variant needs the whole of Member to be made or destroyed.
inline Value::Value() = default;
inline Value::Value(bool value) : m_data(value) {}
inline Value::Value(std::int64_t value) : m_data(value) {}
inline Value::Value(int value) : m_data(static_cast<std::int64_t>(value)) {}
inline Value::Value(unsigned value) : m_data(static_cast<std::int64_t>(value)) {}
inline Value::Value(std::size_t value) : m_data(static_cast<std::int64_t>(value)) {}
inline Value::Value(double value) : m_data(value) {}
inline Value::Value(std::string value) : m_data(std::move(value)) {}
inline Value::Value(std::string_view value) : m_data(std::string(value)) {}
inline Value::Value(const char* value) : m_data(std::string(value)) {}
inline Value::Value(Array value) : m_data(std::move(value)) {}
inline Value::Value(Object value) : m_data(std::move(value)) {}
inline Value Value::object()
{
    return Object{};
}
inline Value Value::array()
{
    return Array{};
}

} // namespace overlap::core
