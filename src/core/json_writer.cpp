// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json.h"
#include "core/shown.h"

#include <charconv>
#include <cmath>

namespace overlap::core {

namespace {

std::string withoutBadUtf8(std::string_view text)
{
    std::string result;
    while (true) {
        const auto bad = firstBadUtf8(text);
        result += text.substr(0, bad);
        if (bad == std::string_view::npos)
            return result;
        result += "\xEF\xBF\xBD"; // U+FFFD
        text.remove_prefix(bad + 1);
    }
}

void writeString(std::string& out, std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string repaired;
    if (const auto bad = firstBadUtf8(text); bad != std::string_view::npos) {
        repaired = withoutBadUtf8(text);
        text = repaired;
    }
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (byte < 0x20) {
                out += "\\u00";
                out += digits[byte >> 4];
                out += digits[byte & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

void writeReal(std::string& out, double number)
{
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    char buffer[40];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
    const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    out += text;
    if (text.find_first_of(".e") == std::string_view::npos)
        out += ".0";
}

void write(std::string& out, const Value& value, JsonStyle style, std::size_t depth)
{
    const auto newLine = [&](std::size_t level) {
        if (style == JsonStyle::indented) {
            out += '\n';
            out.append(2 * level, ' ');
        }
    };
    switch (value.kind()) {
    case Value::Kind::null:
        out += "null";
        break;
    case Value::Kind::boolean:
        out += value.asBoolean() ? "true" : "false";
        break;
    case Value::Kind::integer:
        out += std::to_string(value.asInteger());
        break;
    case Value::Kind::real:
        writeReal(out, value.asNumber());
        break;
    case Value::Kind::string:
        writeString(out, value.asString());
        break;
    case Value::Kind::array: {
        out += '[';
        bool first = true;
        for (const Value& element : value.asArray()) {
            if (!first)
                out += ',';
            first = false;
            newLine(depth + 1);
            write(out, element, style, depth + 1);
        }
        if (!first)
            newLine(depth);
        out += ']';
        break;
    }
    case Value::Kind::object: {
        out += '{';
        bool first = true;
        for (const Member& member : value.asObject()) {
            if (!first)
                out += ',';
            first = false;
            newLine(depth + 1);
            writeString(out, member.key);
            out += style == JsonStyle::indented ? ": " : ":";
            write(out, member.value, style, depth + 1);
        }
        if (!first)
            newLine(depth);
        out += '}';
        break;
    }
    }
}

} // namespace

std::string writeJson(const Value& value, JsonStyle style)
{
    std::string out;
    write(out, value, style, 0);
    if (style == JsonStyle::indented)
        out += '\n';
    return out;
}

} // namespace overlap::core
