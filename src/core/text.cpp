// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace overlap::core {

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (true) {
        const auto at = text.find(separator);
        parts.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string text;
    for (const std::string& part : parts) {
        if (&part != &parts.front())
            text += separator;
        text += part;
    }
    return text;
}

std::string csvLine(const std::vector<std::string>& fields)
{
    std::string line;
    for (const std::string& text : fields) {
        if (&text != &fields.front())
            line += ',';
        if (text.find_first_of(",\"\r\n") == std::string::npos) {
            line += text;
            continue;
        }
        line += '"';
        for (const char c : text) {
            if (c == '"')
                line += '"';
            line += c;
        }
        line += '"';
    }
    return line + "\r\n";
}

std::optional<std::int64_t> integerFromText(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<double> numberFromText(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::size_t characterCount(std::string_view text)
{
    // Continuation bytes begin with 10.
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

Figure shortNumber(double number)
{
    char buffer[40];
    const double magnitude = std::fabs(number);
    // People write 100000, not 1e+05, which is a character shorter.
    const bool readable = magnitude >= 1e-4 && magnitude < 1e15;
    const auto result = readable
                            ? std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed)
                            : std::to_chars(buffer, buffer + sizeof buffer, number);
    return Figure(std::string(buffer, result.ptr));
}

Figure groupedNumber(std::uint64_t number)
{
    std::string digits = std::to_string(number);
    if (digits.size() > 4) {
        for (std::size_t at = digits.size(); at > 3;)
            digits.insert(at -= 3, "\u202F");
    }
    return Figure(std::move(digits));
}

Figure fixedNumber(double number, int digits)
{
    char buffer[400];
    const auto result =
        std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed, digits);
    return Figure(std::string(buffer, result.ptr));
}

namespace {

/// Digits behind the point that make three significant ones.
int digitsOf(double number)
{
    const double magnitude = std::fabs(number);
    if (magnitude < 0.9995)
        return 3;
    return magnitude < 9.995 ? 2 : magnitude < 99.95 ? 1 : 0;
}

} // namespace

Figure durationText(double seconds, double reference)
{
    struct Unit
    {
        double factor;
        std::string_view name;
    };
    constexpr Unit units[] = {{1, " s"}, {1e3, " ms"}, {1e6, " µs"}, {1e9, " ns"}};
    const double size = std::fabs(reference);
    const Unit* unit = &units[0];
    // Half a unit of the last digit below 1 still rounds up to it: 0.9996 s is "1.00 s".
    while (size > 0 && unit != &units[3] && size * unit->factor < 0.9995)
        ++unit;
    const double shown = seconds * unit->factor;
    return Figure(fixedNumber(shown, shown == 0 ? 0 : digitsOf(shown)) + std::string(unit->name));
}

Figure durationText(double seconds)
{
    return durationText(seconds, seconds);
}

Figure ratioText(double ratio)
{
    // Two digits behind the point are what people expect of "0.96 times".
    const double magnitude = std::fabs(ratio);
    // What is thousands of times slower still has a figure, if only one.
    if (magnitude > 0 && magnitude < 0.00095)
        return fixedNumber(ratio, static_cast<int>(std::ceil(-std::log10(magnitude))));
    return fixedNumber(ratio, magnitude >= 0.0995 && magnitude < 0.9995 ? 2 : digitsOf(ratio));
}

} // namespace overlap::core
