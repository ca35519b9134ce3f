// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace overlap::core {

// Foreign text in sentences for people: any bytes go in, one line of UTF-8 comes out.

/// Where the first byte stands that belongs to no character of UTF-8 (overlong forms, halves of surrogate
/// pairs and codes beyond U+10FFFF are none); npos where all is well.
std::size_t firstBadUtf8(std::string_view text);

/// True where the text has a control character: below U+0020, or U+007F to U+009F. Precondition: UTF-8.
bool hasControlCharacters(std::string_view text);

/// A name from outside that is legible but not trusted, such as a path: letters of every script stay; control
/// characters, marks that turn the direction of writing or take no room, and bytes that are no UTF-8 are
/// escaped as \u000A and \xFF. At most `most` characters and escapes, the rest being "…".
std::string printable(std::string_view text, std::size_t most = 4096);

/// Refused input inside a sentence: as printable(), and whatever is not ASCII is escaped too, so that a
/// letter that only looks right is seen. Short, because nobody reads a key of a megabyte.
std::string shown(std::string_view text, std::size_t most = 60);

} // namespace overlap::core
