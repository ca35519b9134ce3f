// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/shown.h"

#include <cstdint>
#include <optional>

namespace overlap::core {

namespace {

struct Character
{
    std::uint32_t code;
    std::size_t bytes;
};

/// The character that begins at `at`; nothing where none does (RFC 3629).
std::optional<Character> characterAt(std::string_view text, std::size_t at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80)
        return Character{first, 1};
    const std::size_t length = first >> 5 == 6 ? 2 : first >> 4 == 14 ? 3 : first >> 3 == 30 ? 4 : 0;
    if (length == 0 || at + length > text.size())
        return std::nullopt;
    std::uint32_t code = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xC0) != 0x80)
            return std::nullopt;
        code = (code << 6) | (next & 0x3FU);
    }
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < least[length] || code > 0x10FFFF || surrogate)
        return std::nullopt;
    return Character{code, length};
}

bool isControl(std::uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code <= 0x9F);
}

/// Takes no room, breaks the line or turns the direction of writing (Unicode categories Cf, Zl and Zp, as far
/// as they occur in names), or is no character at all.
bool isInvisible(std::uint32_t code)
{
    return code == 0xAD || code == 0x61C || code == 0x180E || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF ||
           (code >= 0xFFF9 && code <= 0xFFFB) || (code & 0xFFFE) == 0xFFFE ||
           (code >= 0xFDD0 && code <= 0xFDEF) || (code >= 0xE0000 && code <= 0xE0FFF);
}

void appendHex(std::string& out, std::uint32_t number, int digits)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    for (int i = digits - 1; i >= 0; --i)
        out += hex[(number >> (4 * i)) & 15];
}

std::string escaped(std::string_view text, std::size_t most, bool asciiOnly)
{
    std::string out;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == most)
            return out + "…";
        const auto character = characterAt(text, at);
        if (!character) {
            out += "\\x";
            appendHex(out, static_cast<unsigned char>(text[at]), 2);
            ++at;
            continue;
        }
        const std::uint32_t code = character->code;
        if (isControl(code) || isInvisible(code) || (asciiOnly && code >= 0x80)) {
            out += "\\u";
            appendHex(out, code, code > 0xFFFF ? 6 : 4);
        } else {
            out += text.substr(at, character->bytes);
        }
        at += character->bytes;
    }
    return out;
}

} // namespace

std::size_t firstBadUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto character = characterAt(text, at);
        if (!character)
            return at;
        at += character->bytes;
    }
    return std::string_view::npos;
}

bool hasControlCharacters(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto character = characterAt(text, at);
        if (character && isControl(character->code))
            return true;
        at += character ? character->bytes : 1;
    }
    return false;
}

std::string printable(std::string_view text, std::size_t most)
{
    return escaped(text, most, false);
}

std::string shown(std::string_view text, std::size_t most)
{
    return escaped(text, most, true);
}

} // namespace overlap::core
