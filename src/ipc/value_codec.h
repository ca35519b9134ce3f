// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "core/value.h"

#include <cstdint>
#include <string>
#include <string_view>

// How values travel between processes of one machine: a byte for the kind, numbers in the machine's own
// order, strings and lists with their length in front. Not for files.

namespace overlap::ipc {

/// Appends to a buffer. What is not written by these functions is not read by WireReader.
class WireWriter
{
public:
    explicit WireWriter(std::string& out) : m_out(out) {}

    template <class Number>
    void number(Number value)
    {
        m_out.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void bytes(std::string_view bytes);
    /// Throws core::Error where it is nested more deeply than a WireReader takes.
    void value(const core::Value& value);
    void message(const core::Message& message);

private:
    void value(const core::Value& value, int depth);

    std::string& m_out;
};

/// Reads what a WireWriter of another process wrote. Foreign until proven: every length is held against what
/// is there before anything is made of it. Throws core::Error where the bytes are no such thing.
class WireReader
{
public:
    explicit WireReader(std::string_view bytes) : m_rest(bytes) {}

    template <class Number>
    Number number()
    {
        Number value{};
        take(sizeof value).copy(reinterpret_cast<char*>(&value), sizeof value);
        return value;
    }
    std::string_view bytes();
    core::Value value();
    core::Message message();

    /// Throws where something is left over.
    void finish() const;

private:
    std::string_view take(std::size_t count);
    std::size_t count(std::size_t leastBytesEach);
    core::Value value(int depth);

    std::string_view m_rest;
};

} // namespace overlap::ipc
