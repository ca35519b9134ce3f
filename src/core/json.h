// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/value.h"

#include <string>
#include <string_view>

namespace overlap::core {

struct JsonLimits
{
    std::size_t bytes = 8 * 1024 * 1024;
    std::size_t depth = 64;
    /// Of the whole document. A value in memory is many times larger than its "0," in the text.
    std::size_t values = 1'000'000;
};

/// Reads one JSON document (RFC 8259). Throws Error whose place is as jsonPlace() says it. Refused beyond the
/// grammar: more bytes, depth or values than the limits, duplicate keys, integers outside 64 bits, text that
/// is not UTF-8. A byte order mark is skipped. `fileName` is where the text comes from, for the place.
Value parseJson(std::string_view text, const JsonLimits& limits = {}, std::string_view fileName = {});

/// Where the value of that pointer begins: "FILE:LINE:COLUMN: POINTER", line and column from 1, the column in
/// characters; of the innermost object or list around it where there is no such value. The pointer of a
/// document's root is left out, and so is the file where it has no name.
/// Precondition: parseJson() has read the text.
std::string jsonPlace(std::string_view text, std::string_view pointer, std::string_view fileName = {});

enum class JsonStyle { indented, compact };

/// Numbers round-trip; a real keeps a point or an exponent. Non-finite reals become null, bytes that are no
/// UTF-8 become U+FFFD, so that what is written can always be read.
std::string writeJson(const Value& value, JsonStyle style = JsonStyle::indented);

/// `pointer` extended by one reference token, escaped as RFC 6901 asks.
std::string jsonPointer(std::string_view pointer, std::string_view token);

} // namespace overlap::core
