// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json.h"

#include "core/message.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_set>

// The only file that includes nlohmann-json, and only its SAX interface: the DOM keeps duplicate keys
// silently and overflows the stack on deep documents.

namespace overlap::core {

std::string jsonPointer(std::string_view pointer, std::string_view token)
{
    std::string result(pointer);
    result += '/';
    for (const char c : token) {
        if (c == '~')
            result += "~0";
        else if (c == '/')
            result += "~1";
        else
            result += c;
    }
    return result;
}

std::string JsonPlaces::describe(std::string_view pointer) const
{
    const auto found = byPointer.find(pointer);
    std::string shown = pointer.empty() ? "the document" : std::string(pointer);
    if (found == byPointer.end())
        return shown;
    return shown + " (line " + std::to_string(found->second.line) + ", column " +
           std::to_string(found->second.column) + ")";
}

namespace {

/// An input iterator that knows how far the lexer has read, which the SAX callbacks do not tell.
class CountingIterator
{
public:
    /// What the lexer has done, shared by all copies of an iterator.
    struct Progress
    {
        const char* reached;
        bool hitEnd = false; ///< it wanted more than there is
    };
    using difference_type = std::ptrdiff_t;
    using value_type = char;
    using pointer = const char*;
    using reference = const char&;
    using iterator_category = std::input_iterator_tag;

    CountingIterator(const char* at, Progress& progress) : m_at(at), m_progress(&progress) {}
    reference operator*() const { return *m_at; }
    CountingIterator& operator++()
    {
        m_progress->reached = ++m_at;
        return *this;
    }
    CountingIterator operator++(int)
    {
        auto copy = *this;
        ++*this;
        return copy;
    }
    bool operator==(const CountingIterator& other) const
    {
        m_progress->hitEnd = m_progress->hitEnd || m_at == other.m_at;
        return m_at == other.m_at;
    }
    bool operator!=(const CountingIterator& other) const { return !(*this == other); }

private:
    const char* m_at;
    Progress* m_progress;
};

class Reader
{
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    Reader(std::string_view text, const JsonLimits& limits, JsonPlaces* places)
        : m_text(text)
        , m_limits(limits)
        , m_places(places)
        , m_progress{text.data()}
    {}

    Value read()
    {
        const char* const begin = m_text.data();
        nlohmann::json::sax_parse(CountingIterator(begin, m_progress),
                                  CountingIterator(begin + m_text.size(), m_progress), this);
        return std::move(m_root);
    }

    bool null() { return add(Value()); }
    bool boolean(bool value) { return add(Value(value)); }
    bool number_integer(number_integer_t value) { return addNumber(Value(static_cast<std::int64_t>(value))); }
    bool number_unsigned(number_unsigned_t value)
    {
        if (value > static_cast<number_unsigned_t>(INT64_MAX))
            fail(Message(OVERLAP_TR_NOOP("Messages", "the number %1 is too large"), {std::to_string(value)}),
                 pointerOfNext());
        return addNumber(Value(static_cast<std::int64_t>(value)));
    }
    bool number_float(number_float_t value, const string_t& text)
    {
        // The lexer hands integers outside 64 bits over as reals; nobody who wrote an integer meant that.
        if (text.find_first_of(".eE") == std::string::npos)
            fail(Message(OVERLAP_TR_NOOP("Messages", "the number %1 is too large"), {text}), pointerOfNext());
        return addNumber(Value(static_cast<double>(value)));
    }
    bool string(string_t& value) { return add(Value(std::move(value))); }
    bool binary(binary_t&) { return false; }

    bool start_object(std::size_t) { return open(Value::object()); }
    bool start_array(std::size_t) { return open(Value::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(string_t& name)
    {
        if (!m_open.back().keys.insert(name).second) {
            fail(Message(OVERLAP_TR_NOOP("Messages", "the key “%1” stands twice in one object"), {name}),
                 jsonPointer(m_open.back().pointer, name));
        }
        m_key = std::move(name);
        return true;
    }

    bool parse_error(std::size_t, const std::string& token, const nlohmann::json::exception& cause)
    {
        // The library's own texts carry ids and class names; people get the token and the place.
        const std::string shown = printable(token);
        const std::string_view reason(cause.what());
        if (reason.find("UTF-8") != std::string_view::npos)
            fail(Message(OVERLAP_TR_NOOP("Messages", "the text is not valid UTF-8")), pointerOfNext());
        if (reason.find("out_of_range") != std::string_view::npos)
            fail(Message(OVERLAP_TR_NOOP("Messages", "the number %1 is too large"), {shown}),
                 pointerOfNext());
        if (m_progress.hitEnd && (!m_open.empty() || !m_hasRoot))
            fail(Message(OVERLAP_TR_NOOP("Messages", "the document ends too early")), pointerOfNext());
        fail(Message(OVERLAP_TR_NOOP("Messages", "this is not JSON: unexpected “%1”"), {shown}),
             pointerOfNext());
    }

private:
    struct Open
    {
        Value* value;
        std::string pointer;
        std::unordered_set<std::string> keys; // of an object, so far
    };

    /// The end of a token for a sentence: control characters and whatever is not ASCII become blanks, because
    /// the token may be cut anywhere.
    static std::string printable(const std::string& token)
    {
        constexpr std::size_t longest = 40;
        const bool cut = token.size() > longest;
        std::string result = cut ? token.substr(token.size() - longest) : token;
        for (char& c : result) {
            if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F)
                c = ' ';
        }
        return (cut ? "…" : "") + result;
    }

    std::string pointerOfNext() const
    {
        if (m_open.empty())
            return {};
        const Open& top = m_open.back();
        if (top.value->isArray())
            return jsonPointer(top.pointer, std::to_string(top.value->asArray().size()));
        return m_key ? jsonPointer(top.pointer, *m_key) : top.pointer;
    }

    JsonPlaces::Place place() const
    {
        // The lexer is one character ahead.
        const char* const end =
            m_progress.reached > m_text.data() ? m_progress.reached - 1 : m_progress.reached;
        JsonPlaces::Place result;
        for (const char* at = m_text.data(); at < end; ++at) {
            if (*at == '\n') {
                ++result.line;
                result.column = 1;
            } else {
                ++result.column;
            }
        }
        return result;
    }

    [[noreturn]] void fail(Message message, const std::string& pointer) const
    {
        JsonPlaces here;
        here.byPointer[pointer] = place();
        throw Error(std::move(message), here.describe(pointer));
    }

    Value& place(Value value)
    {
        if (m_open.empty()) {
            m_hasRoot = true;
            m_root = std::move(value);
            return m_root;
        }
        Value& parent = *m_open.back().value;
        if (parent.isArray()) {
            parent.asArray().push_back(std::move(value));
            return parent.asArray().back();
        }
        // key() has refused duplicates already, so no second look-up.
        parent.asObject().push_back(Member{std::move(*m_key), std::move(value)});
        m_key.reset();
        return parent.asObject().back().value;
    }

    bool add(Value value)
    {
        remember(pointerOfNext(), m_progress.reached);
        place(std::move(value));
        return true;
    }

    bool addNumber(Value value)
    {
        // A number ends at the first character that is none, which the lexer has read already.
        remember(pointerOfNext(), m_progress.reached - 1);
        place(std::move(value));
        return true;
    }

    bool open(Value value)
    {
        const std::string pointer = pointerOfNext();
        if (m_open.size() >= m_limits.depth) {
            fail(Message(OVERLAP_TR_NOOP("Messages", "the document is nested deeper than %1 levels"),
                         {std::to_string(m_limits.depth)}),
                 pointer);
        }
        remember(pointer, m_progress.reached);
        // A parent's storage does not move while a child is open: elements are only appended to the
        // innermost.
        Value& placed = place(std::move(value));
        m_open.push_back(Open{&placed, pointer, {}});
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    void remember(const std::string& pointer, const char* until)
    {
        if (!m_places)
            return;
        // Documents are read forwards, so the position is carried on from the last one.
        for (; m_counted < until; ++m_counted) {
            if (*m_counted == '\n') {
                ++m_now.line;
                m_now.column = 1;
            } else {
                ++m_now.column;
            }
        }
        m_places->byPointer.emplace(pointer, m_now);
    }

    std::string_view m_text;
    JsonLimits m_limits;
    JsonPlaces* m_places;
    CountingIterator::Progress m_progress;
    bool m_hasRoot = false;
    const char* m_counted = m_text.data();
    JsonPlaces::Place m_now;
    Value m_root;
    std::vector<Open> m_open;
    std::optional<std::string> m_key;
};

void writeString(std::string& out, std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
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

Value parseJson(std::string_view text, const JsonLimits& limits, JsonPlaces* places)
{
    if (text.size() > limits.bytes) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "the document has %1 bytes; at most %2 are read"),
                            {std::to_string(text.size()), std::to_string(limits.bytes)}));
    }
    // The lexer takes a zero byte for the end of its input.
    if (text.find('\0') != std::string_view::npos)
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "the document has a zero byte in it, so it is no text")));
    return Reader(text, limits, places).read();
}

std::string writeJson(const Value& value, JsonStyle style)
{
    std::string out;
    write(out, value, style, 0);
    if (style == JsonStyle::indented)
        out += '\n';
    return out;
}

} // namespace overlap::core
