// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/value.h"

#include <map>
#include <string>
#include <string_view>

namespace overlap::core {

struct JsonLimits
{
    std::size_t bytes = 8 * 1024 * 1024;
    std::size_t depth = 64;
};

/// Line and column, both from 1, of each value by its JSON pointer, so that a later complaint can name the
/// place.
struct JsonPlaces
{
    struct Place
    {
        std::size_t line = 1;
        std::size_t column = 1;
    };
    std::map<std::string, Place, std::less<>> byPointer;

    /// "/workload/id (line 4, column 18)"; the pointer alone where the place is unknown.
    std::string describe(std::string_view pointer) const;
};

/// Reads one JSON document (RFC 8259). Throws Error whose place names pointer, line and column. Refused
/// beyond the grammar: more bytes or depth than the limits, duplicate keys, integers outside 64 bits, text
/// that is not UTF-8.
Value parseJson(std::string_view text, const JsonLimits& limits = {}, JsonPlaces* places = nullptr);

enum class JsonStyle { indented, compact };

/// Numbers round-trip; a real keeps a point or an exponent. Non-finite reals become null.
std::string writeJson(const Value& value, JsonStyle style = JsonStyle::indented);

/// `pointer` extended by one reference token, escaped as RFC 6901 asks.
std::string jsonPointer(std::string_view pointer, std::string_view token);

} // namespace overlap::core
