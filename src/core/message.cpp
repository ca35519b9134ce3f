// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message.h"

#include "core/shown.h"

namespace overlap::core {

namespace {

constexpr std::size_t longestArgument = 500;

} // namespace

Message::Message(std::string text, std::vector<Argument> values)
    : id(std::move(text))
    , arguments(std::move(values))
{
    for (Argument& argument : arguments)
        argument.text = printable(argument.text, longestArgument);
}

std::string Message::substituted(std::string_view pattern) const
{
    std::string text;
    text.reserve(pattern.size() + 32);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool isPlace =
            pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        if (!isPlace) {
            text += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[i + 1] - '1');
        if (index < arguments.size())
            text += arguments[index].text;
        ++i;
    }
    return text;
}

Error::Error(Message message, std::string place)
    : std::runtime_error((place.empty() ? "" : printable(place) + ": ") + message.english())
    , m_message(std::move(message))
    , m_place(std::move(place))
{}

} // namespace overlap::core
