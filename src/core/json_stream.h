// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/byte_stream.h"
#include "core/message.h"
#include "core/value.h"

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace overlap::core {

/// Hears of a JSON text from its beginning to its end, so that it need not fit into memory. Called on
/// the thread that reads.
class JsonListener
{
public:
    virtual ~JsonListener() = default;
    virtual void beginObject() = 0;
    virtual void endObject() = 0;
    virtual void beginArray() = 0;
    virtual void endArray() = 0;
    virtual void key(std::string_view name) = 0;
    virtual void text(std::string_view text) = 0; ///< UTF-8
    virtual void integer(std::int64_t number) = 0;
    /// A number with a fraction, an exponent, or too large for integer(): its digits, with a point.
    virtual void real(std::string_view digits) = 0;
    virtual void boolean(bool value) = 0;
    virtual void null() = 0;
    /// The text has ended although something is still open. True where that is as good as its end.
    virtual bool mayEndHere() const { return false; }
};

/// Reads one document (RFC 8259) in blocks. False where `stop` came first. Throws Error that says the byte
/// and the cause, its place being the source's name: no JSON, no UTF-8, deeper than `deepest`, too early an
/// end. Keys that stand twice are the listener's to judge. What the listener throws goes through; fail()
/// makes an error of the same kind.
class JsonStream
{
public:
    static constexpr std::size_t deepest = 64;

    explicit JsonStream(ByteSource& source) : m_source(source) {}
    bool read(JsonListener& listener, const ByteProgress& progress = {}, const std::stop_token& stop = {});
    /// The byte behind what the listener was told last.
    std::uint64_t byte() const { return m_byte; }

    /// An error at the byte; the message gets it as its first argument.
    [[noreturn]] void fail(Message message) const;

private:
    ByteSource& m_source;
    std::uint64_t m_byte = 0;
};

/// Makes a value of what it hears, within limits: what would have more than `most` values is left out, and
/// done() then says nothing.
class ValueBuilder
{
public:
    explicit ValueBuilder(std::size_t most) : m_most(most) {}
    void begin(Value container);
    void end();
    void key(std::string_view name) { m_key = name; }
    void add(Value value);
    /// True from the first value until its end.
    bool open() const { return m_depth > 0; }
    std::optional<Value> take();

private:
    Value* place(Value value);

    std::size_t m_most;
    std::size_t m_count = 0;
    std::size_t m_depth = 0;
    std::string m_key;
    std::optional<Value> m_root;
    std::vector<Value*> m_open;
};

} // namespace overlap::core
