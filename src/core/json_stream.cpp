// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_stream.h"

#include "core/message.h"
#include "core/shown.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace overlap::core {

namespace {

constexpr std::size_t blockBytes = 1 << 20;

/// The reading was stopped from outside; carries nothing, because nobody is told.
struct Stopped
{};

/// The bytes of a source, block by block.
struct Blocks
{
    ByteSource& source;
    const ByteProgress& progress;
    const std::stop_token& stop;
    std::vector<char> block = std::vector<char>(std::clamp<std::uint64_t>(source.size(), 1, blockBytes));
    const char* at = nullptr;
    const char* end = nullptr;
    std::uint64_t read = 0; ///< bytes up to `end`
    bool ended = false;

    /// False at the end of the source.
    bool refill()
    {
        if (ended)
            return false;
        if (stop.stop_requested())
            throw Stopped();
        const std::size_t got = source.read(block.data(), block.size());
        read += got;
        at = block.data();
        end = at + got;
        ended = got == 0;
        if (progress)
            progress(read, source.size());
        return got > 0;
    }
    std::uint64_t byte() const { return read - static_cast<std::uint64_t>(end - at); }
};

/// What the library reads from: the copies of an iterator share one place in the source.
class BlockIterator
{
public:
    using difference_type = std::ptrdiff_t;
    using value_type = char;
    using pointer = const char*;
    using reference = const char&;
    using iterator_category = std::input_iterator_tag;

    explicit BlockIterator(Blocks* blocks) : m_blocks(blocks) {}
    reference operator*() const { return *m_blocks->at; }
    BlockIterator& operator++()
    {
        ++m_blocks->at;
        return *this;
    }
    BlockIterator operator++(int)
    {
        ++*this;
        return *this;
    }
    // Compared with the end alone.
    bool operator==(const BlockIterator&) const
    {
        return m_blocks->at == m_blocks->end && !m_blocks->refill();
    }
    bool operator!=(const BlockIterator& other) const { return !(*this == other); }

private:
    Blocks* m_blocks;
};

/// Takes what the library's SAX interface says.
class Sax
{
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    Sax(JsonStream& stream, Blocks& blocks, std::uint64_t& byte, JsonListener& listener)
        : m_stream(stream)
        , m_blocks(blocks)
        , m_byte(byte)
        , m_listener(listener)
    {}

    bool null()
    {
        return tell([&] { m_listener.null(); });
    }
    bool boolean(bool value)
    {
        return tell([&] { m_listener.boolean(value); });
    }
    bool number_integer(number_integer_t value)
    {
        return tell([&] { m_listener.integer(value); });
    }
    bool number_unsigned(number_unsigned_t value)
    {
        return tell([&] {
            if (value <= static_cast<number_unsigned_t>(INT64_MAX))
                m_listener.integer(static_cast<std::int64_t>(value));
            else
                m_listener.real(std::to_string(value));
        });
    }
    bool number_float(number_float_t, const string_t& text)
    {
        return tell([&] {
            // The library writes the decimal sign of the locale, which it reads numbers by.
            m_digits = text;
            const auto sign = m_digits.find_first_not_of("0123456789+-eE");
            if (sign != std::string::npos)
                m_digits[sign] = '.';
            m_listener.real(m_digits);
        });
    }
    bool string(string_t& value)
    {
        return tell([&] { m_listener.text(value); });
    }
    bool binary(binary_t&) { return false; }
    bool key(string_t& name)
    {
        return tell([&] { m_listener.key(name); });
    }
    bool start_object(std::size_t)
    {
        return tell([&] {
            enter();
            m_listener.beginObject();
        });
    }
    bool end_object()
    {
        return tell([&] {
            --m_depth;
            m_listener.endObject();
        });
    }
    bool start_array(std::size_t)
    {
        return tell([&] {
            enter();
            m_listener.beginArray();
        });
    }
    bool end_array()
    {
        return tell([&] {
            --m_depth;
            m_listener.endArray();
        });
    }

    bool parse_error(std::size_t, const std::string& token, const nlohmann::json::exception& cause)
    {
        m_byte = m_blocks.byte();
        if (m_blocks.ended && m_listener.mayEndHere())
            return false;
        if (m_byte > 0 && !m_blocks.ended)
            --m_byte; // the lexer is one character ahead
        constexpr std::size_t longest = 40;
        const std::string end = token.size() > longest
                                    ? "…" + shown(std::string_view(token).substr(token.size() - longest))
                                    : shown(token);
        if (std::string_view(cause.what()).starts_with("[json.exception.out_of_range"))
            m_stream.fail(
                Message(OVERLAP_TR_NOOP("Messages", "at byte %1: the number %2 is too large"), {end}));
        if (m_blocks.ended)
            m_stream.fail(Message(OVERLAP_TR_NOOP("Messages", "at byte %1: the file ends too early")));
        m_stream.fail(
            Message(OVERLAP_TR_NOOP("Messages", "at byte %1: this is not JSON: unexpected “%2”"), {end}));
    }

private:
    template <class Tell>
    bool tell(Tell what)
    {
        m_byte = m_blocks.byte();
        what();
        return true;
    }
    void enter()
    {
        if (m_depth++ == JsonStream::deepest)
            m_stream.fail(
                Message(OVERLAP_TR_NOOP("Messages", "at byte %1: the document is nested deeper than "
                                                    "%2 levels"),
                        {std::to_string(JsonStream::deepest)}));
    }

    JsonStream& m_stream;
    Blocks& m_blocks;
    std::uint64_t& m_byte;
    JsonListener& m_listener;
    std::string m_digits;
    std::size_t m_depth = 0;
};

} // namespace

void JsonStream::fail(Message message) const
{
    std::vector<Argument> arguments{std::to_string(m_byte)};
    arguments.insert(arguments.end(), message.arguments.begin(), message.arguments.end());
    throw Error(Message(message.id, std::move(arguments)), m_source.name());
}

bool JsonStream::read(JsonListener& listener, const ByteProgress& progress, const std::stop_token& stop)
{
    Blocks blocks{m_source, progress, stop};
    Sax sax(*this, blocks, m_byte, listener);
    try {
        nlohmann::json::sax_parse(BlockIterator(&blocks), BlockIterator(&blocks), &sax);
    } catch (const Stopped&) {
        return false;
    }
    // The library takes a zero byte for the end of its input.
    m_byte = blocks.byte();
    if (!blocks.ended) {
        m_byte -= m_byte > 0 ? 1 : 0;
        fail(Message(OVERLAP_TR_NOOP("Messages", "at byte %1: there is a zero byte, so this is no text")));
    }
    return true;
}

void ValueBuilder::begin(Value container)
{
    ++m_depth;
    Value* placed = place(std::move(container));
    if (placed)
        m_open.push_back(placed);
}

void ValueBuilder::end()
{
    if (m_open.size() == m_depth)
        m_open.pop_back();
    --m_depth;
}

void ValueBuilder::add(Value value)
{
    place(std::move(value));
}

Value* ValueBuilder::place(Value value)
{
    if (m_count == m_most)
        return nullptr;
    ++m_count;
    if (!m_root)
        return &m_root.emplace(std::move(value));
    Value& parent = *m_open.back();
    if (parent.isArray()) {
        parent.append(std::move(value));
        return &parent.asArray().back();
    }
    parent.asObject().push_back(Member{m_key, std::move(value)});
    return &parent.asObject().back().value;
}

std::optional<Value> ValueBuilder::take()
{
    return m_count == m_most ? std::nullopt : std::exchange(m_root, std::nullopt);
}

} // namespace overlap::core
