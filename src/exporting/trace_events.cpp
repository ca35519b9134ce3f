// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/trace_events.h"

#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace overlap::exporting {

using core::Message;
using core::Nanoseconds;

namespace {

constexpr Nanoseconds farthest = 4'000'000'000'000'000'000;
constexpr std::size_t mostDescribed = 2'000'000;

/// Which member of an event comes next.
enum class Field { other, phase, name, categories, id, process, thread, time, duration, binding, arguments };

Field fieldOf(std::string_view key)
{
    if (key == "ph")
        return Field::phase;
    if (key == "name")
        return Field::name;
    if (key == "cat")
        return Field::categories;
    if (key == "id")
        return Field::id;
    if (key == "pid")
        return Field::process;
    if (key == "tid")
        return Field::thread;
    if (key == "ts")
        return Field::time;
    if (key == "dur")
        return Field::duration;
    if (key == "bp")
        return Field::binding;
    return key == "args" ? Field::arguments : Field::other;
}

/// Finds the events in what the JSON says.
class EventFinder final : public core::JsonListener
{
public:
    EventFinder(core::JsonStream& stream, TraceListener& listener)
        : m_stream(stream)
        , m_listener(listener)
        , m_description(mostDescribed)
    {}

    /// Throws Error where there was no list of events.
    void requireTrace() const
    {
        if (m_events == nowhere && !m_found)
            m_stream.fail(Message(OVERLAP_TR_NOOP(
                "Messages", "at byte %1: this is no trace: it has no list of “traceEvents”")));
    }

    void beginObject() override
    {
        if (m_description.open() || startsDescription())
            m_description.begin(core::Value::object());
        else if (m_level == m_events)
            m_event.clear();
        ++m_level;
    }
    void endObject() override
    {
        --m_level;
        if (m_description.open()) {
            m_description.end();
            if (!m_description.open()) {
                if (auto value = m_description.take())
                    m_listener.description(std::move(*value));
            }
        } else if (m_level == m_events) {
            m_listener.event(m_event);
        }
    }
    void beginArray() override
    {
        if (m_description.open())
            m_description.begin(core::Value::array());
        else if (m_level == 0 || (m_level == 1 && m_key == "traceEvents"))
            m_events = m_level + 1;
        else
            noEvent();
        ++m_level;
    }
    void endArray() override
    {
        if (m_level == m_events) {
            m_events = nowhere;
            m_found = true;
        }
        --m_level;
        if (m_description.open())
            m_description.end();
    }
    void key(std::string_view name) override
    {
        if (m_description.open()) {
            m_description.key(name);
        } else if (inEvent()) {
            m_field = fieldOf(name);
        } else if (inArguments() || m_level == 1) {
            m_key = name;
        } else if (m_level == 2 && m_events == nowhere) {
            m_secondKey = name;
        }
    }
    void text(std::string_view text) override
    {
        if (m_description.open())
            m_description.add(core::Value(text));
        else if (inEvent())
            setText(text);
        else if (auto* argument = nextArgument(TraceEvent::Argument::Kind::text))
            argument->text = text;
        else
            noEvent();
    }
    void integer(std::int64_t number) override
    {
        if (m_description.open()) {
            m_description.add(core::Value(number));
        } else if (inEvent()) {
            setInteger(number);
        } else if (auto* argument = nextArgument(TraceEvent::Argument::Kind::integer)) {
            argument->integer = number;
        } else {
            noEvent();
        }
    }
    void real(std::string_view digits) override
    {
        if (m_description.open())
            m_description.add(core::Value(core::numberFromText(digits).value_or(0)));
        else if (inEvent())
            setText(digits);
        else if (auto* argument = nextArgument(TraceEvent::Argument::Kind::real))
            argument->text = digits;
        else
            noEvent();
    }
    void boolean(bool value) override
    {
        if (m_description.open())
            m_description.add(core::Value(value));
        else if (auto* argument = nextArgument(TraceEvent::Argument::Kind::boolean))
            argument->integer = value ? 1 : 0;
        else
            noEvent();
    }
    void null() override
    {
        if (m_description.open())
            m_description.add(core::Value());
        else
            noEvent();
    }
    bool mayEndHere() const override { return m_events == 1 && m_level == 1; }

private:
    static constexpr std::size_t nowhere = 1'000'000; // deeper than any JSON that is read

    bool startsDescription() const
    {
        return m_level == 2 && m_events == nowhere && m_key == "otherData" && m_secondKey == "overlap";
    }
    bool inEvent() const { return m_level == m_events + 1; }
    bool inArguments() const { return m_level == m_events + 2 && m_field == Field::arguments; }

    void noEvent()
    {
        if (m_level == m_events) {
            m_event.clear();
            m_listener.event(m_event);
        }
    }
    TraceEvent::Argument* nextArgument(TraceEvent::Argument::Kind kind)
    {
        if (!inArguments() || m_event.arguments().size() == TraceEvent::mostArguments)
            return nullptr;
        auto& argument = m_event.addArgument(m_key);
        argument.kind = kind;
        return &argument;
    }

    void setText(std::string_view text)
    {
        switch (m_field) {
        case Field::phase:
            m_event.phase = text.size() == 1 ? text.front() : '\0';
            break;
        case Field::name:
            m_event.name = text;
            break;
        case Field::categories:
            m_event.categories = text;
            break;
        case Field::id:
            m_event.id = text;
            break;
        case Field::process:
            m_event.process = text;
            break;
        case Field::thread:
            m_event.thread = text;
            break;
        // Some programs write times as texts.
        case Field::time:
            m_event.time = nanosecondsFromMicros(text);
            break;
        case Field::duration:
            m_event.duration = nanosecondsFromMicros(text);
            break;
        case Field::binding:
            m_event.bindsEnclosing = text == "e";
            break;
        default:
            break;
        }
    }
    void setInteger(std::int64_t number)
    {
        if (m_field == Field::time || m_field == Field::duration) {
            auto& time = m_field == Field::time ? m_event.time : m_event.duration;
            if (std::abs(number / 1000) <= farthest / 1'000'000)
                time = number * 1000;
            return;
        }
        setText(std::to_string(number));
    }

    core::JsonStream& m_stream;
    TraceListener& m_listener;
    TraceEvent m_event;
    core::ValueBuilder m_description;
    Field m_field = Field::other;
    std::size_t m_level = 0;        // containers that are open
    std::size_t m_events = nowhere; // the level within the list of events
    bool m_found = false;           // that list, to its end
    std::string m_key;              // of the root, or of args
    std::string m_secondKey;        // of a member of the root
};

} // namespace

const TraceEvent::Argument* TraceEvent::argument(std::string_view key) const
{
    for (const Argument& argument : arguments()) {
        if (argument.key == key)
            return &argument;
    }
    return nullptr;
}

TraceEvent::Argument& TraceEvent::addArgument(std::string_view key)
{
    if (m_used == m_arguments.size())
        m_arguments.emplace_back();
    Argument& argument = m_arguments[m_used++];
    argument.key = key;
    argument.text.clear();
    argument.integer = 0;
    return argument;
}

void TraceEvent::clear()
{
    phase = 0;
    for (std::string* text : {&name, &categories, &id, &process, &thread})
        text->clear();
    time.reset();
    duration.reset();
    bindsEnclosing = false;
    m_used = 0;
}

std::optional<Nanoseconds> nanosecondsFromMicros(std::string_view digits)
{
    if (digits.find_first_of("eE") != std::string_view::npos) {
        const auto number = core::numberFromText(digits);
        if (!number || !(std::abs(*number) <= static_cast<double>(farthest) / 1000))
            return std::nullopt;
        return std::llround(*number * 1000);
    }
    // Digit by digit: a double would lose nanoseconds from a hundred days on.
    const bool negative = digits.starts_with('-');
    if (negative)
        digits.remove_prefix(1);
    if (digits.empty() || digits.front() == '.')
        return std::nullopt;
    Nanoseconds whole = 0;
    int decimals = -1; // none yet
    bool roundUp = false;
    for (const char c : digits) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9')
            return std::nullopt;
        if (decimals == 3) {
            roundUp = c >= '5';
            ++decimals;
        }
        if (decimals > 3)
            continue;
        if (whole > farthest / 10)
            return std::nullopt;
        whole = whole * 10 + (c - '0');
        decimals += decimals >= 0 ? 1 : 0;
    }
    for (int i = std::max(decimals, 0); i < 3; ++i) {
        if (whole > farthest / 10)
            return std::nullopt;
        whole *= 10;
    }
    whole += roundUp ? 1 : 0;
    return negative ? -whole : whole;
}

bool readTraceEvents(core::ByteSource& source, TraceListener& listener, const core::ByteProgress& progress,
                     const std::stop_token& stop)
{
    core::JsonStream stream(source);
    EventFinder finder(stream, listener);
    if (!stream.read(finder, progress, stop))
        return false;
    finder.requireTrace();
    return true;
}

} // namespace overlap::exporting
