// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/value.h"

#include <algorithm>

namespace overlap::core {

const Value* Value::find(std::string_view key) const noexcept
{
    const auto* object = std::get_if<Object>(&m_data);
    if (!object)
        return nullptr;
    const auto found = std::ranges::find(*object, key, &Member::key);
    return found == object->end() ? nullptr : &found->value;
}

Value& Value::set(std::string_view key, Value value)
{
    auto& object = std::get<Object>(m_data);
    const auto found = std::ranges::find(object, key, &Member::key);
    if (found == object.end()) {
        object.push_back(Member{std::string(key), std::move(value)});
        return object.back().value;
    }
    found->value = std::move(value);
    return found->value;
}

void Value::append(Value value)
{
    std::get<Array>(m_data).push_back(std::move(value));
}

bool Value::operator==(const Value& other) const
{
    return m_data == other.m_data;
}

} // namespace overlap::core
