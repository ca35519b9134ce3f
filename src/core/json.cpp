// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json.h"

#include "core/message.h"
#include "core/shown.h"

#include <algorithm>
#include <charconv>
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

namespace {

std::string_view withoutByteOrderMark(std::string_view text)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.substr(text.starts_with(mark) ? mark.size() : 0);
}

/// "FILE:LINE:COLUMN: POINTER" of an offset in a text that is UTF-8 up to there.
std::string placeText(std::string_view text, std::size_t offset, std::string_view pointer,
                      std::string_view fileName)
{
    const std::string_view before = text.substr(0, offset);
    const auto lines = std::ranges::count(before, '\n');
    const auto lineAt = before.rfind('\n') + 1; // npos + 1 is 0
    const auto columns = std::ranges::count_if(
        before.substr(lineAt), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    std::string result(fileName);
    result += (fileName.empty() ? "" : ":") + std::to_string(lines + 1) + ":" + std::to_string(columns + 1);
    constexpr std::size_t longest = 120;
    return pointer.empty() ? result : result + ": " + shown(pointer, longest);
}

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

/// The names that the library's SAX interface asks for.
struct SaxTypes
{
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;
};

class Reader : public SaxTypes
{
public:
    Reader(std::string_view text, const JsonLimits& limits, std::string_view fileName)
        : m_text(text)
        , m_fileName(fileName)
        , m_limits(limits)
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
    bool number_integer(number_integer_t value) { return add(Value(static_cast<std::int64_t>(value))); }
    bool number_unsigned(number_unsigned_t value)
    {
        if (value > static_cast<number_unsigned_t>(INT64_MAX))
            failNumber(std::to_string(value));
        return add(Value(static_cast<std::int64_t>(value)));
    }
    bool number_float(number_float_t, const string_t& text)
    {
        // The library reads reals by strtod, which asks the locale; the lexer has put its decimal sign in.
        std::string plain = text;
        const auto sign = plain.find_first_not_of("0123456789+-eE");
        if (sign != std::string::npos)
            plain[sign] = '.';
        // The lexer hands integers outside 64 bits over as reals; nobody who wrote an integer meant that.
        if (plain.find_first_of(".eE") == std::string::npos)
            failNumber(plain);
        double number = 0;
        const auto result = std::from_chars(plain.data(), plain.data() + plain.size(), number);
        if (result.ec == std::errc::result_out_of_range)
            number = 0; // too small: what is too large was refused by the library already
        return add(Value(number));
    }
    bool string(string_t& value) { return add(Value(std::move(value))); }
    bool binary(binary_t&) { return false; }

    bool start_object(std::size_t) { return open(Value::object()); }
    bool start_array(std::size_t) { return open(Value::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(string_t& name)
    {
        const bool isNew = m_open.back().keys.insert(name).second;
        m_key = std::move(name);
        if (!isNew)
            fail(Message(OVERLAP_TR_NOOP("Messages", "the key “%1” stands twice in one object"),
                         {shown(*m_key)}));
        return true;
    }

    bool parse_error(std::size_t, const std::string& token, const nlohmann::json::exception& cause)
    {
        // The library's own texts carry ids and class names; people get the token and the place.
        constexpr std::size_t longest = 40;
        const std::string end = token.size() > longest
                                    ? "…" + shown(std::string_view(token).substr(token.size() - longest))
                                    : shown(token);
        if (std::string_view(cause.what()).starts_with("[json.exception.out_of_range"))
            failNumber(token);
        if (m_progress.hitEnd && (!m_open.empty() || !m_hasRoot))
            fail(Message(OVERLAP_TR_NOOP("Messages", "the document ends too early")));
        fail(Message(OVERLAP_TR_NOOP("Messages", "this is not JSON: unexpected “%1”"), {end}));
    }

private:
    struct Open
    {
        Value* value;
        std::string token;                    // its own in its parent
        std::unordered_set<std::string> keys; // of an object, so far
    };

    /// The last token of the pointer of what comes next; nothing at the root, and between two keys.
    std::optional<std::string> nextToken() const
    {
        if (m_open.empty())
            return std::nullopt;
        const Value& parent = *m_open.back().value;
        return parent.isArray() ? std::to_string(parent.asArray().size()) : m_key;
    }

    // The pointer is put together only for a complaint: a copy for each value would cost a document with one
    // long key as much as its square.
    [[noreturn]] void fail(Message message) const
    {
        std::string pointer;
        for (std::size_t i = 1; i < m_open.size(); ++i)
            pointer = jsonPointer(pointer, m_open[i].token);
        if (const auto token = nextToken())
            pointer = jsonPointer(pointer, *token);
        // The lexer is one character ahead.
        const auto reached = static_cast<std::size_t>(m_progress.reached - m_text.data());
        throw Error(std::move(message),
                    placeText(m_text, reached > 0 ? reached - 1 : 0, pointer, m_fileName));
    }

    [[noreturn]] void failNumber(std::string_view number) const
    {
        fail(Message(OVERLAP_TR_NOOP("Messages", "the number %1 is too large"), {shown(number, 40)}));
    }

    Value& place(Value value)
    {
        if (++m_values > m_limits.values) {
            fail(Message(OVERLAP_TR_NOOP("Messages", "the document has more than %1 values"),
                         {std::to_string(m_limits.values)}));
        }
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
        place(std::move(value));
        return true;
    }

    bool open(Value value)
    {
        if (m_open.size() >= m_limits.depth) {
            fail(Message(OVERLAP_TR_NOOP("Messages", "the document is nested deeper than %1 levels"),
                         {std::to_string(m_limits.depth)}));
        }
        std::string token = nextToken().value_or("");
        // A parent's storage does not move while a child is open: elements are only appended to the
        // innermost.
        Value& placed = place(std::move(value));
        m_open.push_back(Open{&placed, std::move(token), {}});
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    std::string_view m_text;
    std::string_view m_fileName;
    JsonLimits m_limits;
    CountingIterator::Progress m_progress;
    bool m_hasRoot = false;
    std::size_t m_values = 0;
    Value m_root;
    std::vector<Open> m_open;
    std::optional<std::string> m_key;
};

/// Goes through a document that was read before and stops at the value of one pointer.
class Finder : public SaxTypes
{
public:
    Finder(std::string_view text, std::string_view pointer)
        : m_text(text)
        , m_progress{text.data()}
        , m_end(text.data())
    {
        for (auto slash = pointer.find('/'); slash != std::string_view::npos;) {
            pointer.remove_prefix(slash + 1);
            slash = pointer.find('/');
            m_tokens.emplace_back(pointer.substr(0, slash)); // compared as jsonPointer() writes it
        }
    }

    /// Of the first character of the value, or of the innermost container on the way to it.
    std::size_t find()
    {
        const char* const begin = m_text.data();
        nlohmann::json::sax_parse(CountingIterator(begin, m_progress),
                                  CountingIterator(begin + m_text.size(), m_progress), this);
        return static_cast<std::size_t>(m_found - begin);
    }

    bool null() { return scalar(0); }
    bool boolean(bool) { return scalar(0); }
    // A number ends at the first character that is none, which the lexer has read already, except where the
    // text ends.
    bool number_integer(number_integer_t) { return scalar(1); }
    bool number_unsigned(number_unsigned_t) { return scalar(1); }
    bool number_float(number_float_t, const string_t&) { return scalar(1); }
    bool string(string_t&) { return scalar(0); }
    bool binary(binary_t&) { return false; }
    bool start_object(std::size_t) { return start(false); }
    bool start_array(std::size_t) { return start(true); }
    bool end_object() { return leave(); }
    bool end_array() { return leave(); }
    bool key(string_t& name)
    {
        m_end = m_progress.reached;
        Level& level = m_levels.back();
        const std::size_t depth = m_levels.size();
        level.matches = level.onTheWay && depth <= m_tokens.size() &&
                        jsonPointer("", name).compare(1, std::string::npos, m_tokens[depth - 1]) == 0;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) { return false; }

private:
    struct Level
    {
        bool isArray;
        bool onTheWay; // the pointer leads through this container
        bool matches;  // and through the member that comes next
        std::size_t count = 0;
    };

    /// True where the value that begins after m_end is on the way; notes its place.
    bool enter()
    {
        bool onTheWay = true;
        if (!m_levels.empty()) {
            Level& level = m_levels.back();
            if (level.isArray) {
                const std::size_t depth = m_levels.size();
                level.matches = level.onTheWay && depth <= m_tokens.size() &&
                                std::to_string(level.count) == m_tokens[depth - 1];
            }
            ++level.count;
            onTheWay = level.matches;
        }
        if (onTheWay) {
            m_found = m_end;
            while (m_found < m_text.data() + m_text.size() &&
                   std::string_view(" \t\r\n,:").find(*m_found) != std::string_view::npos)
                ++m_found;
        }
        return onTheWay;
    }
    bool scalar(std::ptrdiff_t ahead)
    {
        const bool isIt = enter() && m_levels.size() == m_tokens.size();
        m_end = m_progress.reached - (m_progress.hitEnd ? 0 : ahead);
        return !isIt;
    }
    bool start(bool isArray)
    {
        const bool onTheWay = enter();
        m_end = m_progress.reached;
        if (onTheWay && m_levels.size() == m_tokens.size())
            return false;
        m_levels.push_back({isArray, onTheWay, false});
        return true;
    }
    bool leave()
    {
        m_levels.pop_back();
        m_end = m_progress.reached;
        return true;
    }

    std::string_view m_text;
    CountingIterator::Progress m_progress;
    const char* m_end; // of the last token
    const char* m_found = m_end;
    std::vector<std::string> m_tokens;
    std::vector<Level> m_levels;
};

} // namespace

Value parseJson(std::string_view text, const JsonLimits& limits, std::string_view fileName)
{
    const auto fail = [&](Message message) { throw Error(std::move(message), std::string(fileName)); };
    if (text.size() > limits.bytes) {
        fail(Message(OVERLAP_TR_NOOP("Messages", "the document has %1 bytes; at most %2 are read"),
                     {std::to_string(text.size()), std::to_string(limits.bytes)}));
    }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        fail(Message(OVERLAP_TR_NOOP("Messages", "the text is UTF-16 or UTF-32; save it as UTF-8")));
    // The lexer takes a zero byte for the end of its input.
    if (text.find('\0') != std::string_view::npos)
        fail(Message(OVERLAP_TR_NOOP("Messages", "the document has a zero byte in it, so it is no text")));
    if (const auto bad = firstBadUtf8(text); bad != std::string_view::npos) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "the text is not valid UTF-8")),
                    placeText(text, bad, {}, fileName));
    }
    return Reader(withoutByteOrderMark(text), limits, fileName).read();
}

std::string jsonPlace(std::string_view text, std::string_view pointer, std::string_view fileName)
{
    text = withoutByteOrderMark(text);
    return placeText(text, Finder(text, pointer).find(), pointer, fileName);
}

} // namespace overlap::core
