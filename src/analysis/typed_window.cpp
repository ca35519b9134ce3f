// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/typed_window.h"

#include "core/text.h"

#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace overlap::analysis {

using core::Message;
using core::Nanoseconds;

namespace {

/// Beyond that nothing runs, and nanoseconds in 64 bits still reach far enough to compute with.
constexpr double longestSeconds = 1e8;

struct Quantity
{
    double number = 0;
    double unit = 0; ///< seconds; 0 where none is written
};

class Reader
{
public:
    explicit Reader(std::string_view text) : m_rest(text) {}

    bool atEnd()
    {
        skipSpaces();
        return m_rest.empty();
    }

    /// The first of the words that comes next.
    bool take(std::initializer_list<std::string_view> words)
    {
        skipSpaces();
        for (const std::string_view word : words) {
            if (m_rest.starts_with(word)) {
                m_rest.remove_prefix(word.size());
                return true;
            }
        }
        return false;
    }

    std::optional<Quantity> quantity()
    {
        const bool negative = take({"-", "−"});
        skipSpaces();
        std::string digits = takeDigits();
        // The two points of a range are no decimal point.
        if (m_rest.size() > 1 && (m_rest[0] == '.' || m_rest[0] == ',') && isDigit(m_rest[1])) {
            m_rest.remove_prefix(1);
            digits += '.' + takeDigits();
        }
        if (digits.empty() || digits.size() > 30)
            return std::nullopt;
        Quantity quantity;
        quantity.number = core::numberFromText(digits).value_or(0) * (negative ? -1 : 1);
        struct Unit
        {
            std::string_view word;
            double seconds;
        };
        // Both signs that are written for micro.
        constexpr std::array<Unit, 7> units{{{"min", 60},
                                             {"ms", 1e-3},
                                             {"us", 1e-6},
                                             {"\u00b5s", 1e-6},
                                             {"\u03bcs", 1e-6},
                                             {"ns", 1e-9},
                                             {"s", 1}}};
        for (const Unit& unit : units) {
            if (take({unit.word})) {
                quantity.unit = unit.seconds;
                break;
            }
        }
        return quantity;
    }

private:
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }

    void skipSpaces()
    {
        while (!m_rest.empty()) {
            if (m_rest.front() == ' ' || m_rest.front() == '\t')
                m_rest.remove_prefix(1);
            else if (m_rest.starts_with("\u00a0"))
                m_rest.remove_prefix(2);
            else
                return;
        }
    }

    std::string takeDigits()
    {
        std::size_t count = 0;
        while (count < m_rest.size() && isDigit(m_rest[count]))
            ++count;
        std::string digits(m_rest.substr(0, count));
        m_rest.remove_prefix(count);
        return digits;
    }

    std::string_view m_rest;
};

enum class Form { moment, range, length, about };

struct Typed
{
    Form form = Form::moment;
    std::optional<Quantity> first;
    std::optional<Quantity> second;
};

std::optional<Typed> read(std::string_view text)
{
    Reader reader(text);
    Typed typed;
    const std::initializer_list<std::string_view> rangeSigns{"..", "…", "–", "-"};
    if (reader.take({"..", "…"})) {
        typed.form = Form::range;
        typed.second = reader.quantity();
        return typed.second && reader.atEnd() ? std::optional(typed) : std::nullopt;
    }
    typed.first = reader.quantity();
    if (!typed.first)
        return std::nullopt;
    if (reader.atEnd())
        return typed;
    if (reader.take({"±", "+-", "+/-"}))
        typed.form = Form::about;
    else if (reader.take({"+"}))
        typed.form = Form::length;
    else if (reader.take(rangeSigns))
        typed.form = Form::range;
    else
        return std::nullopt;
    if (typed.form == Form::range && reader.atEnd())
        return typed;
    typed.second = reader.quantity();
    return typed.second && reader.atEnd() ? std::optional(typed) : std::nullopt;
}

/// In seconds, a missing unit borrowed from the other quantity.
double secondsOf(const Quantity& quantity, const std::optional<Quantity>& other)
{
    const double borrowed = other && other->unit > 0 ? other->unit : 1;
    return quantity.number * (quantity.unit > 0 ? quantity.unit : borrowed);
}

Message unreadable(std::string_view text)
{
    if (text.find_first_not_of(" \t") == std::string_view::npos)
        return Message(
            OVERLAP_TR_NOOP("Messages", "Write a time, such as 1.2s..1.4s, 350 ms +20 ms or 0.5 s."));
    return Message(
        OVERLAP_TR_NOOP("Messages", "“%1” is no time: write it as 1.2s..1.4s, 350 ms +20 ms or 0.5 s."),
        {std::string(text)});
}

} // namespace

std::variant<TimeInterval, Message> typedWindow(std::string_view text, const TimeInterval& visible,
                                                const TimeInterval& trace)
{
    const std::optional<Typed> typed = read(text);
    if (!typed)
        return unreadable(text);
    const double first =
        typed->first ? secondsOf(*typed->first, typed->second) : core::toSeconds(trace.begin);
    const double second =
        typed->second ? secondsOf(*typed->second, typed->first) : core::toSeconds(trace.end);
    double begin = first;
    double end = second;
    switch (typed->form) {
    case Form::range:
        break;
    case Form::length:
        end = first + second;
        break;
    case Form::about:
        begin = first - second;
        end = first + second;
        break;
    case Form::moment:
        begin = first - core::toSeconds(visible.length()) / 2;
        end = begin + core::toSeconds(visible.length());
        break;
    }
    if (std::abs(begin) > longestSeconds || std::abs(end) > longestSeconds)
        return unreadable(text);
    if (end <= begin)
        return Message(OVERLAP_TR_NOOP("Messages", "The end, %1, has to come after the begin, %2."),
                       {core::durationText(end), core::durationText(begin)});
    const TimeInterval range{core::fromSeconds(begin), core::fromSeconds(end)};
    const bool centered = typed->form == Form::moment;
    const Nanoseconds reached = centered ? core::fromSeconds(first) : range.begin;
    if (reached >= trace.end || (centered ? reached : range.end) <= trace.begin)
        return Message(OVERLAP_TR_NOOP("Messages", "Nothing is recorded there: the lanes go from %1 to %2."),
                       {core::durationText(core::toSeconds(trace.begin)),
                        core::durationText(core::toSeconds(trace.end))});
    return range;
}

} // namespace overlap::analysis
