// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json_stream.h"
#include "core/time.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace overlap::exporting {

/// One event of a trace as its text has it. Texts are UTF-8 of any length and with any characters.
struct TraceEvent
{
    struct Argument
    {
        enum class Kind { text, integer, real, boolean };
        std::string key;
        Kind kind = Kind::text;
        std::string text;         ///< a text, or the digits of a real
        std::int64_t integer = 0; ///< an integer, or 1 for true
    };

    char phase = 0; ///< 0 where none is given, or more than a letter
    std::string name;
    std::string categories;
    std::string id;      ///< a number or a text
    std::string process; ///< pid
    std::string thread;  ///< tid
    std::optional<core::Nanoseconds> time;
    std::optional<core::Nanoseconds> duration;
    bool bindsEnclosing = false; ///< "bp":"e"

    /// The first members of args that are no objects or lists.
    std::span<const Argument> arguments() const { return {m_arguments.data(), m_used}; }
    const Argument* argument(std::string_view key) const;
    Argument& addArgument(std::string_view key); ///< whose room is used again after clear()
    void clear();

    static constexpr std::size_t mostArguments = 64;

private:
    std::vector<Argument> m_arguments;
    std::size_t m_used = 0;
};

/// Microseconds, with a fraction or an exponent, as nanoseconds, rounded to the nearest; nothing where the
/// text is no number or beyond ± 4 · 10¹⁸ ns.
std::optional<core::Nanoseconds> nanosecondsFromMicros(std::string_view digits);

/// Hears of the events of a trace, one after the other.
class TraceListener
{
public:
    virtual ~TraceListener() = default;
    /// The event is used again for the next one.
    virtual void event(const TraceEvent& event) = 0;
    /// What otherData.overlap holds.
    virtual void description(core::Value value) = 0;
};

/// Reads both forms of a trace: an object with "traceEvents", and a bare list of events, whose closing
/// bracket may be missing. Members that are no events are counted by an event without a phase. False where
/// `stop` came first. Throws Error as JsonStream does, and where this is JSON but no trace.
bool readTraceEvents(core::ByteSource& source, TraceListener& listener, const core::ByteProgress& progress,
                     const std::stop_token& stop);

} // namespace overlap::exporting
